/// What is wrong with a piece of LaTeX: where, at which token, and what was expected instead.
public struct LaTeXDiagnostic: Hashable, Sendable {
  public enum Code: String, Hashable, Sendable {
    case unclosedBrace = "unclosed-brace"
    case strayBrace = "stray-brace"
    case unclosedEnvironment = "unclosed-environment"
    case strayEnd = "stray-end"
    case mismatchedEnvironment = "mismatched-environment"
    case unclosedFence = "unclosed-left"
    case strayFence = "stray-right"
    case malformedCommand = "malformed-command"
    case missingScript = "missing-script"
    case nestingTooDeep = "nesting-too-deep"
    case missingArgument = "missing-argument"
    case unexpectedToken = "unexpected-token"
    case unknownCommand = "unknown-command"
    case unsupported = "unsupported"
    case unclosedDelimiter = "unclosed-delimiter"
    case strayDelimiter = "stray-delimiter"
    case doubleScript = "double-script"
    case ambiguous = "ambiguous"
    case secondTag = "second-tag"
  }

  public var code: Code
  /// A sentence for the reader: what was expected.
  public var message: String
  /// UTF-8 offsets into the text that was read.
  public var range: Range<Int>
  /// The offending piece of text, cut after 40 bytes; empty at the end of the text.
  public var token: String

  public init(code: Code, message: String, range: Range<Int>, token: String) {
    self.code = code
    self.message = message
    self.range = range
    self.token = token
  }
}

/// A text that could not be read, with the reason.
public struct LaTeXError: Error, Hashable, Sendable {
  public var diagnostic: LaTeXDiagnostic

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
