import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import Checking

/// Quantities that occur both alone and in exponents or angles.
@Suite struct TranscendentalWitnessTests {
  private var field = Field()
  private let x: Scalar

  init() { x = Scalar(.variable(field.addFree("x", domain: .positive))) }

  private func find(_ printed: Scalar, _ derived: Scalar, _ field: Field) -> ExactWitness? {
    TranscendentalWitness(
      comparison: Comparison(printed: [printed], derived: [derived]), field: field,
      completion: nil
    )
    .find(at: 0)
  }

  // x e^x at x = 1 is e, x² e^x too; at x = 2 they are 2 e² and 4 e².
  @Test func theFirstPointThatTells() throws {
    var field = field
    let e = try field.exponential(x)
    let witness = try #require(find(x * e, x * x * e, field))
    #expect(witness.at.map(\.value) != [1])
    #expect(witness.field != nil)
    let shown = try #require(witness.field)
    #expect(shown.latex(witness.printed) != shown.latex(witness.derived))
  }

  // e^{x/2} at x = 1 is a root of e, e^{x} is e.
  @Test func rootsOfE() throws {
    var field = field
    let root = try field.exponential(x * Scalar(Fraction(Rational(1, 2))))
    let witness = try #require(find(x * root, root * root, field))
    let shown = try #require(witness.field)
    #expect(shown.latex(witness.printed) == #"e^{\frac{1}{2}}"#)
    #expect(shown.latex(witness.derived) == "e")
  }

  // x cos x and x sin x at x = 1: cos 1 is not sin 1.
  @Test func angles() throws {
    var field = field
    let (c, s) = try field.cosineAndSine(x.real)
    let witness = try #require(find(x * Scalar(c), x * Scalar(s), field))
    #expect(witness.at.map(\.value) == [1])
    let shown = try #require(witness.field)
    #expect(shown.latex(witness.printed) == #"\cos 1"#)
    #expect(shown.latex(witness.derived) == #"\sin 1"#)
  }

  // x (c² + s²) = x at every point, and x e^x e^{−x} too: no witness is made up.
  @Test func identitiesHaveNone() throws {
    var field = field
    let (c, s) = try field.cosineAndSine(x.real)
    let one = Scalar(c * c + s * s)
    #expect(find(x * one, x, field) == nil)
    let e = try field.exponential(x)
    #expect(find(x * e, x * x / x * e, field) == nil)
  }

  // Nothing is a function of what occurs alone.
  @Test func rationalFunctionsAreNotItsBusiness() {
    #expect(find(x, x * x, field) == nil)
  }
}
