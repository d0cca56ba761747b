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
  private let catalogue: SlipCatalogue
  private var known: [String: ResidueValue] = [:]

  var dimension: Int { typed.dimension }

  init(like residues: FormulaResidues, _ catalogue: SlipCatalogue) {
    typed = residues
    self.catalogue = catalogue
  }

  mutating func value(of formula: Formula) -> ResidueValue? {
    guard let model = typed.value(of: formula) else { return nil }
    if formula.isNumber || formula.kind == .symbol("i") { return model }
    let spelling = spelling(of: formula)
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

  /// How a factor is printed; of functions with their arguments by value, so that θ/2 is ½θ.
  private mutating func spelling(of formula: Formula) -> String {
    switch formula.kind {
    case .function(let name, let power, let argument):
      return "\(name) \(power.map { PlainText.render($0) } ?? "") \(argumentKey(argument))"
    case .big(let name, let lower, let upper, let body):
      return "\(name) \(lower?.text ?? "") \(upper?.text ?? "") \(argumentKey(body))"
    case .root(let radicand, _): return "root \(argumentKey(radicand))"
    case .scripted(let base, nil, let upper?) where base.kind == .symbol("e"):
      return upper.formula.map { "e \(argumentKey($0))" } ?? PlainText.render(formula)
    case .product(let factors) where factors.count == 2:
      guard case .group(_, let contents) = factors[1].kind, contents.count == 1 else {
        return PlainText.render(formula)
      }
      return "\(PlainText.render(factors[0])) \(argumentKey(contents[0]))"
    default: return PlainText.render(formula)
    }
  }

  private mutating func argumentKey(_ argument: Formula) -> String {
    var search = RepairSearch(catalogue, self)
    func key(_ values: [ComplexResidue]) -> String {
      values.map { "\($0.real) \($0.imaginary)" }.joined(separator: " ")
    }
    switch search.value(of: argument) {
    case .scalar(let value): return key([value])
    case .ket(let values), .bra(let values), .tuple(let values): return key(values)
    case .linear(let parts) where parts.count == 1: return parts.values.map(key).joined()
    case .linear, nil: return PlainText.render(argument)
    }
  }

  /// FNV-1a.
  private static func seed(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
