import ExactAlgebra
import SymbolicAlgebra
import Testing

/// The examples of the documentation catalog, word for word, with what they give.
@Suite struct SymbolicAlgebraDocumentationTests {
  // cos²θ + sin²θ = 1 for every θ, but cosine and sine are different generators.
  @Test func anIdentityOfAngles() throws {
    var field = Field()
    let angle = Fraction.variable(field.addFree("\\theta", domain: .real))
    let (cosine, sine) = try field.cosineAndSine(angle)
    // An identity, not a comparison of digits.
    let isOne = field.isZero(cosine * cosine + sine * sine - 1)

    #expect(isOne)
    #expect(!field.isZero(cosine - sine))
    #expect(field.latex(cosine) == "\\cos \\theta")
  }
}
