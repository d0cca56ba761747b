import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct FieldLaTeXTests {
  static let rich: RichField? = try? RichField()

  static func terms() -> [(Fraction, String)] {
    guard let rich else { return [] }
    let (a, b, C, S) = (rich.a, rich.b, rich.cosine, rich.sine)
    return [
      (0, "0"), (1, "1"), (-2, "-2"), (ratio(3, 4), "\\frac{3}{4}"),
      (ratio(-3, 4), "-\\frac{3}{4}"),
      (a, "a"), (-a, "-a"), (2 * a * b, "2 a b"), (a * a, "a^{2}"), (a + b, "a + b"),
      (a - b, "a - b"), (-a - b, "-a - b"), (a - 1, "a - 1"),
      (a / 2, "\\frac{a}{2}"), (a / b, "\\frac{a}{b}"), (-a / b, "-\\frac{a}{b}"),
      ((a - b) / (a + b), "\\frac{a - b}{a + b}"), (2 * a + 2 * b, "2 \\left(a + b\\right)"),
      (a * a - a * b, "a \\left(a - b\\right)"), (C, "\\cos \\theta"), (a * S, "a \\sin \\theta"),
      (S * a, "a \\sin \\theta"), (C * C, "\\cos^{2} \\theta"),
      (rich.halfCosine, "\\cos\\frac{\\theta}{2}"),
      (rich.halfSine.power(3), "\\sin^{3}\\frac{\\theta}{2}"), (rich.rootOfTwo, "\\sqrt{2}"),
      (rich.root, "\\sqrt{a^{2} + b^{2}}"), (rich.nested, "\\sqrt{a + \\sqrt{a^{2} + b^{2}}}"),
      (rich.root.power(3), "\\left(\\sqrt{a^{2} + b^{2}}\\right)^{3}"),
      (rich.exponential, "e^{\\frac{a}{2}}"), (rich.exponential.power(2), "e^{a}"),
      (rich.exponential.power(4) * b, "b e^{2 a}"),
      (rich.exponential.inverse, "\\frac{1}{e^{\\frac{a}{2}}}"),
      (1 / (1 + rich.exponential.power(2)), "\\frac{1}{e^{a} + 1}"),
      (a * a + 2 * a * b + 3, "a^{2} + 2 a b + 3"),
    ]
  }

  @Test(arguments: terms()) func fractions(value: Fraction, expected: String) throws {
    let rich = try #require(Self.rich)
    #expect(rich.field.latex(value) == expected)
    #expect(rich.field.latex(Scalar(value)) == expected)
  }

  static func complex() -> [(Scalar, String)] {
    guard let rich else { return [] }
    let (a, b) = (rich.a, rich.b)
    return [
      (.imaginaryUnit, "i"), (-.imaginaryUnit, "-i"),
      (Scalar(0, a), "i a"), (Scalar(0, -a), "-i a"), (Scalar(0, a + b), "i \\left(a + b\\right)"),
      (Scalar(0, a / b), "i \\frac{a}{b}"), (Scalar(0, -a / b), "-i \\frac{a}{b}"),
      (Scalar(a, b), "a + i b"), (Scalar(a, -b), "a - i b"), (Scalar(1, 1), "1 + i"),
      (Scalar(1, -1), "1 - i"), (Scalar(a / b, 1 / b), "\\frac{a + i}{b}"),
      (Scalar(a / b, -1 / b), "\\frac{a - i}{b}"), (Scalar(a, 1 / b), "a + i \\frac{1}{b}"),
      (Scalar(ratio(1, 2), ratio(-1, 2)), "\\frac{1 - i}{2}"),
      (Scalar(a, a + b), "a + i \\left(a + b\\right)"),
    ]
  }

  @Test(arguments: complex()) func scalars(value: Scalar, expected: String) throws {
    #expect(try #require(Self.rich).field.latex(value) == expected)
  }

  @Test(arguments: [
    (Scalar(0), "0"), (Scalar(Rational(3, 4)), "3/4"), (.imaginaryUnit, "i"),
    (-.imaginaryUnit, "-i"), (Scalar(0, ratio(2, 3)), "2/3i"), (Scalar(1, 1), "1+i"),
    (Scalar(1, -1), "1-i"), (Scalar(ratio(-1, 8), ratio(-1, 8)), "-1/8-1/8i"),
    (Scalar(2, ratio(1, 2)), "2+1/2i"),
  ]) func constants(value: Scalar, expected: String) {
    #expect(value.constantDescription == expected)
  }

  @Test func noConstants() {
    #expect(Scalar(.variable(0)).constantDescription == nil)
    #expect(Scalar(0, .variable(0)).constantDescription == nil)
  }

  @Test func namesInListsOfValues() throws {
    let rich = try #require(Self.rich)
    let exponential = try #require(rich.exponential.variables.first)
    #expect(rich.field.assignmentLatex(exponential) == "e^{a}")
    #expect(rich.field.assignmentLatex(0) == "a")
    #expect(rich.field.generators[exponential].latex == "e^{a/2}")
  }

  // An angle that is a product, and one that is a quotient.
  @Test func namesOfAngles() throws {
    var field = Field()
    let omega = Fraction.variable(field.addFree("\\omega", domain: .positive))
    let t = Fraction.variable(field.addFree("t", domain: .real))
    let product = try field.cosineAndSine(omega * t)
    #expect(field.latex(product.cosine) == "\\cos \\omega t")
    let quotient = try field.cosineAndSine(t / omega)
    #expect(field.latex(quotient.sine * 2) == "2 \\sin \\frac{t}{\\omega}")
  }
}
