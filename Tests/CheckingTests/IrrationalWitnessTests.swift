import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import Checking

/// Roots that are not all rational at one point.
@Suite struct IrrationalWitnessTests {
  private var field = Field()
  private let a: Scalar
  private let b: Scalar

  init() {
    a = Scalar(.variable(field.addFree("a", domain: .positive)))
    b = Scalar(.variable(field.addFree("b", domain: .positive)))
  }

  private func root(_ value: Scalar, _ field: inout Field) throws -> Scalar {
    Scalar(try field.squareRoot(value.real))
  }

  private func find(_ printed: Scalar, _ derived: Scalar, _ field: Field) -> ExactWitness? {
    IrrationalWitness(
      comparison: Comparison(printed: [printed], derived: [derived]), field: field,
      completion: nil
    ).find(at: 0)
  }

  // a² − b² and a² + b² are squares together nowhere (Fermat). At a = b = 1 the roots are 0 and √2.
  @Test func fermat() throws {
    var field = field
    let minus = try root(a * a - b * b, &field)
    let plus = try root(a * a + b * b, &field)
    let witness = try #require(find(minus, plus, field))
    #expect(witness.at.map(\.value) == [1, 1])
    let local = try #require(witness.field)
    #expect(local.latex(witness.printed) == "0")
    #expect(local.latex(witness.derived) == #"\sqrt{2}"#)
    let comparison = Comparison(printed: [minus], derived: [plus])
    guard case .different = comparison.decide(in: field) else {
      Issue.record("not different")
      return
    }
  }

  // √(2a) √a = √2 a and √a √b = √(ab) at every point, also where each root is irrational.
  @Test func identitiesHaveNone() throws {
    var field = field
    let (ra, rb) = (try root(a, &field), try root(b, &field))
    let double = try root(Scalar(2) * a, &field)
    let two = try root(Scalar(2), &field)
    #expect(find(double * ra, two * a, field) == nil)
    #expect(find(ra * rb, try root(a * b, &field), field) == nil)
  }

  // The point is not where a root is imaginary: 1 − a² ≥ 0.
  @Test func rootsAreReal() throws {
    var field = field
    let r = try root(Scalar(1) - a * a, &field)
    let witness = try #require(find(r, a, field))
    for (_, value) in witness.at {
      let x = try #require(value.constantValue)
      #expect(x <= 1)
    }
  }

  @Test func rationalFunctionsAreNotItsBusiness() { #expect(find(a, b, field) == nil) }
}
