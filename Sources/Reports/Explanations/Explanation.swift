import Derivations

/// What a code means, why it matters in physics, and an example that the tests run.
package struct Explanation: Hashable, Sendable {
  package var code: Code
  /// A few words.
  package var title: String
  /// When a line, or several together, get the code.
  package var meaning: String
  /// What follows from such a slip if nobody sees it.
  package var physics: String
  package var example: Example

  /// Two short derivation files that differ in what is printed: the model, then either display.
  package struct Example: Hashable, Sendable {
    /// The heading and the model, the same for both.
    package var model: String
    package var wrong: String
    package var right: String
    /// The verdicts of the wrong lines, in their order. Those of the right ones are all proved or
    /// defined.
    package var verdicts: [Verdict]

    package var wrongFile: String { "\(model)\n\(wrong)\n" }
    package var rightFile: String { "\(model)\n\(right)\n" }
  }

  /// All of them, in the order of the codes.
  package static let all = Code.allCases.map { Explanation($0) }

  package init(_ code: Code) {
    switch code {
    case .refuted: self = Self.refuted
    case .sign: self = Self.sign
    case .lostSign: self = Self.lostSign
    case .label: self = Self.label
    case .strayScript: self = Self.strayScript
    case .operation: self = Self.operation
    case .number: self = Self.number
    case .conjugation: self = Self.conjugation
    case .typeface: self = Self.typeface
    case .bracket: self = Self.bracket
    case .function: self = Self.function
    case .symbol: self = Self.symbol
    case .severalSlips: self = Self.severalSlips
    case .convention: self = Self.convention
    case .permutation: self = Self.permutation
    case .basis: self = Self.basis
    case .inconsistency: self = Self.inconsistency
    case .undefined: self = Self.undefined
    case .undecided: self = Self.undecided
    case .unreadable: self = Self.unreadable
    }
  }

  init(
    _ code: Code, _ title: String, meaning: String, physics: String, model: String,
    wrong: String, right: String, verdicts: [Verdict] = [.refuted]
  ) {
    self.code = code
    self.title = title
    self.meaning = meaning
    self.physics = physics
    example = Example(model: model, wrong: wrong, right: right, verdicts: verdicts)
  }
}
