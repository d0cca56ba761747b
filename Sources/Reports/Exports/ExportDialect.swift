/// How one language writes formulas.
protocol ExportDialect {
  /// Words that no identifier may be, in the case that the language compares them in.
  var reserved: Set<String> { get }
  /// `Gamma` and `gamma` are one name.
  var ignoresCase: Bool { get }
  /// What is put behind a reserved word.
  var evasion: String { get }
  /// What stands before the number of a second name of the same spelling.
  var separator: String { get }
  /// A longer name is cut.
  var longestName: Int { get }
  /// The name of a shared sub-expression.
  func temporary(_ number: Int) -> String
  /// A name as an identifier, or as it is; before it is made unique.
  func identifier(_ latex: String) -> String
  /// A nonnegative rational number in lowest terms.
  func literal(_ numerator: String, _ denominator: String) -> ExportPhrase
  var pi: ExportPhrase { get }
  var imaginaryUnit: ExportPhrase { get }
  /// Whole arguments; the angle's are cosine and sine.
  func call(
    _ function: ExportFunctionName, _ arguments: [ExportPhrase], isReal: Bool
  ) -> ExportPhrase
  func power(_ base: ExportPhrase, _ exponent: Int, isReal: Bool) -> ExportPhrase
  func product(_ a: ExportPhrase, _ b: ExportPhrase) -> ExportPhrase
  func quotient(_ a: ExportPhrase, _ b: ExportPhrase) -> ExportPhrase
  func parenthesized(_ text: String) -> String
}

extension ExportDialect {
  var ignoresCase: Bool { false }
  var evasion: String { "_" }
  var separator: String { "_" }
  // Fortran reads 63 characters; a number is still to come.
  var longestName: Int { 50 }

  func temporary(_ number: Int) -> String { "t\(number)" }

  func identifier(_ latex: String) -> String { ExportIdentifier.snake(latex) }

  func product(_ a: ExportPhrase, _ b: ExportPhrase) -> ExportPhrase {
    ExportPhrase("\(text(a, .product)) * \(text(b, .power))", .product)
  }

  func quotient(_ a: ExportPhrase, _ b: ExportPhrase) -> ExportPhrase {
    ExportPhrase("\(text(a, .product)) / \(text(b, .power))", .product)
  }

  func parenthesized(_ text: String) -> String { "(\(text))" }

  /// In parentheses if it holds together less than is needed.
  func text(_ phrase: ExportPhrase, _ least: Precedence) -> String {
    phrase.precedence < least ? parenthesized(phrase.text) : phrase.text
  }
}
