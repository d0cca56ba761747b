import ExactAlgebra
import Testing

/// Polynomials by number.
@Suite struct PolynomialTableTests {
  private static let x = Polynomial.variable(0)
  private static let y = Polynomial.variable(1)
  private static let z = Polynomial.variable(2)

  @Test func equalPolynomialsShareANumber() {
    let (x, y) = (Self.x, Self.y)
    var table = PolynomialTable()
    let sum = table.number(of: x + y)
    #expect(table.number(of: x - y) != sum)
    #expect(table.number(of: -x - y) != sum)
    #expect(table.number(of: y + x) == sum)
    // Packed in another width: the exponent 40 left.
    #expect(table.number(of: (x.power(40) + x + y) - x.power(40)) == sum)
    // A coefficient beyond a machine word.
    let large = Polynomial(Integer(7).power(60)) * x
    let number = table.number(of: large)
    #expect(table.number(of: Polynomial(Integer(7).power(60)) * x) == number)
    #expect(table.polynomial(number) == large)
    #expect(table.count == 4)
    #expect(table.constant(sum) == nil)
    let constants = [-3, 0].map { table.number(of: Polynomial($0)) }
    #expect(constants.map { table.constant($0) } == [-3, 0])
  }

  // 3x²y − xz + y − 2: the variables x, y, x, z, y; one exponent; the numbers 3 and 2; one constant.
  @Test func theExtentIsWhatIsWritten() {
    let (x, y, z) = (Self.x, Self.y, Self.z)
    var table = PolynomialTable()
    let number = table.number(of: 3 * x * x * y - x * z + y - 2)
    let extent = table.extent(number)
    #expect(extent.termCount == 4)
    #expect(extent.occurrences == 5)
    #expect(extent.powers == 1)
    #expect(extent.factors == 2)
    #expect(extent.constants == 1)
  }

  @Test func factorsAreThoseOfTheFactorization() {
    let (x, y) = (Self.x, Self.y)
    var table = PolynomialTable()
    let value = -6 * x * x * (x + y) * (1 + y).power(2)
    for _ in 0..<2 {
      let found = table.factors(table.number(of: value))
      let product = found.factors.reduce(Polynomial(found.content)) {
        $0 * table.polynomial($1.base).power($1.exponent)
      }
      #expect(product == value)
      #expect(found.content == -6)
      #expect(found.factors.map(\.exponent) == Factorization(value).factors.map(\.exponent))
    }
  }

  // (y + z)x² + 3x + yz: only x has a coefficient of two terms; x¹ and x⁰ have one.
  @Test func coefficientsAreCollected() {
    let (x, y, z) = (Self.x, Self.y, Self.z)
    var table = PolynomialTable()
    let value = (y + z) * x * x + 3 * x + y * z
    let found = table.collections(table.number(of: value))
    let best = found[0]
    #expect(best.variable == 0)
    #expect(best.coefficients.map { $0.map { table.polynomial($0) } } == [y * z, 3, y + z])
    #expect(table.collections(table.number(of: x + y)).isEmpty)
    // Powers that do not occur have no coefficient.
    let gap = table.collections(table.number(of: (y + z) * x * x + 1))
    #expect(gap.first { $0.variable == 0 }?.coefficients[1] == nil)
    for collection in found {
      let sum = collection.coefficients.enumerated().reduce(Polynomial.zero) { sum, entry in
        sum + (entry.element.map { table.polynomial($0) } ?? .zero)
          * Polynomial.variable(collection.variable).power(entry.offset)
      }
      #expect(sum == value)
    }
  }

  // (x + y)(z + 1) + z divided by x + y, in x and in y.
  @Test func divisionsMakeNothingLonger() {
    let (x, y, z) = (Self.x, Self.y, Self.z)
    var table = PolynomialTable()
    let (value, divisor) = (table.number(of: (x + y) * (z + 1) + z), table.number(of: x + y))
    let found = table.divisions(of: value, by: divisor)
    #expect(found.count == 2)
    for division in found {
      #expect(table.polynomial(division.quotient) == z + 1)
      #expect(division.remainder.map { table.polynomial($0) } == z)
    }
    // Without a remainder there is no number for it.
    let product = table.number(of: (x + y) * (z + 1))
    #expect(table.divisions(of: product, by: divisor).map(\.remainder) == [nil, nil])
    // By what is as long as itself: nothing. x⁴ − y⁴ + z by x + y: the quotient is as long as the dividend.
    #expect(table.divisions(of: divisor, by: table.number(of: x - y)).isEmpty)
    let long = table.number(of: x.power(4) - y.power(4) + z)
    #expect(table.divisions(of: long, by: divisor).isEmpty)
    // Where the divisor's leading coefficient is a variable, and where the quotient is zero: nothing.
    #expect(table.divisions(of: value, by: table.number(of: x * y + 1)).isEmpty)
    #expect(table.divisions(of: value, by: table.number(of: x * x + 1)).isEmpty)
  }

  /// Divisions are the textbook's, whatever the polynomials are.
  @Test func dividendsAreQuotientsTimesDivisorsPlusRemainders() {
    var random = SplitMix64(seed: 11)
    func any(_ terms: Int) -> Polynomial {
      Polynomial(
        terms: (0..<terms).map { _ in
          (
            exponents: [0: Int(random.next() % 2), 1: Int(random.next() % 3), 2: 1],
            coefficient: Integer(Int(random.next() % 9) - 4)
          )
        })
    }
    for _ in 0..<100 {
      let divisor = Self.x.power(2) + any(2)
      let dividend = divisor * any(3) + any(2)
      guard let found = dividend.quotientAndRemainder(dividingBy: divisor, in: 0) else {
        Issue.record("no division of \(dividend) by \(divisor)")
        continue
      }
      #expect(found.remainder.degree(in: 0) < 2)
      #expect(found.quotient * divisor + found.remainder == dividend)
    }
  }
}
