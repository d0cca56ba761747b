import Checking
import ExactAlgebra
import LaTeXMath

/// What the factors of a printed formula are worth, for a search that combines them.
protocol LeafValues {
  var dimension: Int { get }
  /// The value of a formula as its reader takes it; `nil` where it has none.
  mutating func value(of formula: Formula) -> ResidueValue?
}

/// Values that know no model: every spelling of a factor has a random one of its own.
///
/// Two formulas have the same value exactly if they are the same function of what they are printed
/// with, whatever that means.
struct SpelledValues: LeafValues {
  private var typed: FormulaResidues
  private var known: [String: ResidueValue] = [:]

  var dimension: Int { typed.dimension }

  init(like residues: FormulaResidues) {
    typed = residues
  }

  mutating func value(of formula: Formula) -> ResidueValue? {
    guard let model = typed.value(of: formula) else { return nil }
    if formula.isNumber || formula.kind == .symbol("i") { return model }
    let spelling = PlainText.render(formula)
    if let value = known[spelling] { return value }
    var random = SplitMix64(seed: Self.seed(spelling))
    func residue() -> ComplexResidue {
      ComplexResidue(random.next() % ComplexResidue.prime.modulus)
    }
    let value: ResidueValue =
      switch model {
      case .scalar: .scalar(residue())
      case .ket(let values): .ket(values.map { _ in residue() })
      case .bra(let values): .bra(values.map { _ in residue() })
      case .tuple(let values): .tuple(values.map { _ in residue() })
      case .linear:
        .linear([.empty: (0..<dimension * dimension).map { _ in residue() }])
      }
    known[spelling] = value
    return value
  }

  /// FNV-1a.
  private static func seed(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
