/// What is wrong with a piece of LaTeX: where, at which token, and what was expected instead.
public struct LaTeXDiagnostic: Hashable, Sendable {
  /// The kind of fault, with a name that stays the same when the wording changes.
  public enum Code: String, Hashable, Sendable {
    /// A `{` without its `}`.
    case unclosedBrace = "unclosed-brace"
    /// A `}` that closes nothing.
    case strayBrace = "stray-brace"
    /// A `\begin` without its `\end`.
    case unclosedEnvironment = "unclosed-environment"
    /// An `\end` that closes nothing.
    case strayEnd = "stray-end"
    /// An `\end` with another name than the environment that is open.
    case mismatchedEnvironment = "mismatched-environment"
    /// A `\left` without its `\right`.
    case unclosedFence = "unclosed-left"
    /// A `\right` that closes nothing.
    case strayFence = "stray-right"
    /// A command without the name or delimiter that belongs to it.
    case malformedCommand = "malformed-command"
    /// A `_` or `^` with nothing after it.
    case missingScript = "missing-script"
    /// Groups, environments or fences nested deeper than ``LaTeXTree/nestingLimit``.
    case nestingTooDeep = "nesting-too-deep"
    /// The end of the text where an argument was expected.
    case missingArgument = "missing-argument"
    /// A token that cannot stand where it does.
    case unexpectedToken = "unexpected-token"
    /// A command the reader does not know.
    case unknownCommand = "unknown-command"
    /// LaTeX the reader knows but gives no meaning to.
    case unsupported = "unsupported"
    /// An opening delimiter without a closing one.
    case unclosedDelimiter = "unclosed-delimiter"
    /// A closing delimiter that closes nothing.
    case strayDelimiter = "stray-delimiter"
    /// A second subscript or superscript on one base.
    case doubleScript = "double-script"
    /// A text that can be read in two ways.
    case ambiguous = "ambiguous"
    /// A second tag in one display.
    case secondTag = "second-tag"
  }

  /// The kind of fault.
  public var code: Code
  /// A sentence for the reader: what was expected.
  public var message: String
  /// UTF-8 offsets into the text that was read.
  public var range: Range<Int>
  /// The offending piece of text, cut after 40 bytes; empty at the end of the text.
  public var token: String

  /// A fault of that kind, with its wording and the text in question.
  public init(code: Code, message: String, range: Range<Int>, token: String) {
    self.code = code
    self.message = message
    self.range = range
    self.token = token
  }
}

/// A text that could not be read, with the reason.
public struct LaTeXError: Error, Hashable, Sendable {
  /// What is wrong, and where.
  public var diagnostic: LaTeXDiagnostic

  /// The error that says this.
  public init(_ diagnostic: LaTeXDiagnostic) {
    self.diagnostic = diagnostic
  }
}

extension LaTeXDiagnostic.Code {
  /// The wording for faults of the concrete tree, which depend on nothing but the code.
  var structuralMessage: String {
    switch self {
    case .unclosedBrace: "expected '}' to close this group before the end of the cell"
    case .strayBrace: "this '}' closes nothing; expected '{' before it"
    case .unclosedEnvironment: "expected '\\end' for this '\\begin'"
    case .strayEnd: "this '\\end' closes nothing; expected '\\begin' before it"
    case .mismatchedEnvironment: "expected '\\end' with the name of the open environment"
    case .unclosedFence: "expected '\\right' for this '\\left' before the end of the cell"
    case .strayFence: "this '\\right' closes nothing; expected '\\left' before it"
    case .malformedCommand: "expected a name or delimiter after the command"
    case .missingScript: "expected a symbol or a group after this script mark"
    case .nestingTooDeep: "expected at most 200 levels of nesting"
    case .missingArgument: "expected an argument"
    case .unexpectedToken: "this token is not expected here"
    case .unknownCommand: "expected a known command"
    case .unsupported: "this construct is not supported"
    case .unclosedDelimiter: "expected a closing delimiter"
    case .strayDelimiter: "this delimiter closes nothing"
    case .doubleScript: "expected at most one subscript and one superscript"
    case .ambiguous: "this can be read in two ways"
    case .secondTag: "expected at most one tag in a display"
    }
  }
}
