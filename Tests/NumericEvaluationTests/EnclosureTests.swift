import ExactAlgebra
import Foundation
import SymbolicAlgebra
import Testing

@testable import NumericEvaluation

@Suite struct EnclosureTests {
  private static func rational(_ text: String) -> Rational { Rational(text) ?? 0 }

  private func lies(_ value: Enclosure?, between low: String, and high: String) -> Bool {
    guard let value else { return false }
    return (value - Enclosure(Self.rational(low))).isPositive
      && (Enclosure(Self.rational(high)) - value).isPositive
  }

  // e = 2.718281828459045235360287471352662497757…, e^{−13} = 2.2603294069810543257852772905386894694…e−6.
  @Test func exponentials() {
    #expect(
      lies(
        Enclosure.one.exponential, between: "2.71828182845904523536028747135266249775",
        and: "2.71828182845904523536028747135266249776"))
    #expect(
      lies(
        Enclosure(-13).exponential, between: "0.0000022603294069810543257852772905386894",
        and: "0.0000022603294069810543257852772905386895"))
    #expect(Enclosure.zero.exponential.map { $0.middle.doubleValue } == 1)
    #expect(Enclosure(701).exponential == nil)
    #expect(Enclosure(-701).exponential == nil)
  }

  // e^a e^b = e^{a+b}: the product's bounds contain what the exponential's do.
  @Test(arguments: [(1, 2), (-5, 3), (40, -39), (7, 7)])
  func exponentialsMultiply(a: Int, b: Int) throws {
    let x = try #require(Enclosure(Rational(a, 3)).exponential)
    let y = try #require(Enclosure(Rational(b, 3)).exponential)
    let sum = try #require(Enclosure(Rational(a + b, 3)).exponential)
    #expect((x * y - sum).containsZero)
    #expect((x - y).containsZero == (a == b))
  }

  // √2 = 1.41421356237309504880168872420969807856…
  @Test func roots() throws {
    #expect(
      lies(
        Enclosure(2).squareRoot, between: "1.4142135623730950488016887242096980785",
        and: "1.4142135623730950488016887242096980786"))
    let root = try #require(Enclosure(2).squareRoot)
    #expect(root.lower * root.lower < Integer(2) * Enclosure.unit * Enclosure.unit)
    #expect(root.upper * root.upper > Integer(2) * Enclosure.unit * Enclosure.unit)
    #expect(Enclosure(-1).squareRoot == nil)
    #expect(
      Enclosure(Rational(9, 4)).squareRoot.map { ($0 - Enclosure(Rational(3, 2))).containsZero }
        == true)
  }

  // 1/3 is no binary fraction: its bounds differ, and three of it enclose 1.
  @Test func rounding() {
    let third = Enclosure(Rational(1, 3))
    #expect(third.lower < third.upper)
    #expect((third + third + third - .one).containsZero)
    #expect((third * Enclosure(-3) + .one).containsZero)
    #expect((third - third).containsZero)
    #expect((third - third).inverse == nil)
    #expect(Enclosure(Rational(-1, 3)).isNegative)
    #expect(Enclosure(Rational(-1, 3)).inverse.map { ($0 + Enclosure(3)).containsZero } == true)
    #expect((third.power(2) - Enclosure(Rational(1, 9))).containsZero)
  }

  // x + 2y = 5, 3x − y = 1 has x = 1, y = 2; the determinant of the second system is 0.
  @Test func systems() throws {
    let solution = try #require(
      Enclosure.solve(
        [[Enclosure(1), Enclosure(2)], [Enclosure(3), Enclosure(-1)]],
        [Enclosure(5), Enclosure(1)]))
    #expect((solution[0] - Enclosure(1)).containsZero)
    #expect((solution[1] - Enclosure(2)).containsZero)
    #expect(
      Enclosure.solve(
        [[Enclosure(1), Enclosure(2)], [Enclosure(2), Enclosure(4)]],
        [Enclosure(5), Enclosure(1)]) == nil)
  }

  // n = 1/(e^{w/t} − 1) at w = 2, t = 1 is 1/(e² − 1) = 0.15651764274966565…, and √w = 1.41421….
  @Test func points() throws {
    var field = Field()
    let w = field.addFree("w", domain: .positive)
    let t = field.addFree("t", domain: .positive)
    let n = field.addFree("n", domain: .positive)
    let root = try field.squareRoot(.variable(w))
    let thermal = [
      n: ThermalFunction(exponent: .variable(w) * Fraction.variable(t).inverse, isBoson: true)
    ]
    let value = Fraction.variable(n) / Fraction.variable(t) + root
    var point = EnclosedPoint(field, at: [w: 2, t: 1], thermal: thermal)
    #expect(
      lies(
        point.value(value), between: "1.57073120512276070", and: "1.57073120512276071"))
    var float = FloatPoint(FloatField(field, thermal: thermal), at: [w: 2, t: 1])
    #expect(abs(float.value(CompiledFraction(value)) - 1.5707312051227607) < 1e-14)
    // No boson has a negative exponent, and nothing has a value without the symbols'.
    var below = EnclosedPoint(field, at: [w: -2, t: 1], thermal: thermal)
    #expect(below.value(Fraction.variable(n)) == nil)
    var empty = EnclosedPoint(field, at: [w: 2], thermal: thermal)
    #expect(empty.value(Fraction.variable(n)) == nil)
  }

  @Test func systemsInFloatingPoint() {
    #expect(FloatPoint.solve([[0, 2], [3, -1]], [4, 1]) == [1, 2])
    #expect(FloatPoint.solve([[0, 0], [3, -1]], [4, 1]) == nil)
  }
}
