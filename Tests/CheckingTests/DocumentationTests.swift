import Checking
import ExactAlgebra
import SymbolicAlgebra
import Testing

/// The examples of the documentation catalog, word for word, with what they give.
@Suite struct CheckingDocumentationTests {
  // x² − 1 = (x − 1)(x + 1), and x² + 1 is something else.
  @Test func aProduct() throws {
    var field = Field()
    let x = Scalar(Fraction.variable(field.addFree("x", domain: .positive)))
    let square = Comparison(printed: [x * x - .one], derived: [(x - .one) * (x + .one)])
    let isSame = square.isIdentity(in: field)  // true

    #expect(isSame)
    let other = Comparison(printed: [x * x + .one], derived: [(x - .one) * (x + .one)])
    #expect(!other.isIdentity(in: field))
  }
}
