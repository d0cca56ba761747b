/// A place of a paper's source that was not understood, or only guessed.
package struct ImportRemark: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case unclosedDisplay(String)
    case emptyLine
    case secondNumber(String)
    case perhapsNumber(String)
    case emptyRow(number: String)
    case startsWithOperator(number: String?)
    case brokenDollars
    case verbatim(String)
    case code(String, hasDisplays: Bool)
    case unknownEnvironment(String)
    case unknownMacro(String)
    case otherFile(String)
    case afterTheEnd
    case skippedBranch
    case bothBranches(String)
    case definition(String)
    case argument(String)
    case tooManyExpansions(String)
    case numberFormat
    case outOfOrder(String)
    case unreadable(number: String?, message: String)
  }

  package var line: Int
  package var kind: Kind

  package init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }

  /// Whether something that the paper prints may be missing or have the wrong number.
  package var isLoss: Bool {
    switch kind {
    case .unclosedDisplay, .emptyLine, .secondNumber, .perhapsNumber, .brokenDollars,
      .unknownEnvironment, .unknownMacro, .otherFile, .bothBranches, .definition, .argument,
      .tooManyExpansions,
      .numberFormat:
      true
    case .code(_, let hasDisplays): hasDisplays
    case .emptyRow, .startsWithOperator, .verbatim, .afterTheEnd, .skippedBranch,
      .outOfOrder, .unreadable:
      false
    }
  }

  package var message: String {
    switch kind {
    case .unclosedDisplay(let opening):
      "the display that \(opening) opens is not closed: it is left out"
    case .emptyLine: "there is an empty line inside this display: was a mark lost?"
    case .secondNumber(let number): "a second number, (\(number)), in one display: it is left out"
    case .perhapsNumber(let number):
      "the (\(number)) at the end may be the display's number: it was left in the formula"
    case .emptyRow(let number): "an empty row, which LaTeX gives the number (\(number))"
    case .startsWithOperator(let number):
      "\(Self.name(number)) goes on from the display before it: its left side stands there"
    case .brokenDollars: "there is $$ inside this display: it was written as $ $"
    case .verbatim(let name): "\(name): what it shows as it stands was not read"
    case .code(let language, let hasDisplays):
      "a block of \(language.isEmpty ? "code" : language) was not read"
        + (hasDisplays ? ", though there are displays in it" : "")
    case .unknownEnvironment(let name): "the environment \(name) is not known: it was not read"
    case .unknownMacro(let name):
      "\(name) is not defined in this file: if it opens a display, that was not read"
    case .otherFile(let command): "\(command) was not followed: import that file by itself"
    case .afterTheEnd: "what stands after the end of the document was not read"
    case .skippedBranch: "what stands between \\iffalse and \\fi was not read"
    case .bothBranches(let command): "\(command): both branches were read"
    case .definition(let command): "this \(command) is not a simple one: it was not expanded"
    case .argument(let macro): "an argument of \(macro) is missing: it was not expanded"
    case .tooManyExpansions(let macro):
      "\(macro) expands without end, or too far: macros were not expanded from here on"
    case .numberFormat: "the form of the equations' numbers changes here in a way not followed"
    case .outOfOrder(let number): "(\(number)) is smaller than the number before it"
    case .unreadable(let number, let message): "\(Self.name(number)) will not be read: \(message)"
    }
  }

  private static func name(_ number: String?) -> String {
    number.map { "(\($0))" } ?? "this display"
  }
}
