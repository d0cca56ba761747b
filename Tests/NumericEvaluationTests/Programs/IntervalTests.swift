import Foundation
import NumericEvaluation
import Testing

/// Enclosures of single steps, through programs of one step.
struct IntervalTests {
  private func enclosure(
    _ box: [Interval], _ make: ([RealNode]) -> RealNode
  ) -> Interval? {
    let builder = ProgramBuilder()
    let inputs = box.indices.map { builder.input($0) }
    return builder.finish(outputs: [make(inputs)]).enclosures(of: box)[0]
  }

  /// Whether the interval holds another one and is hardly wider.
  private func fits(_ found: Interval?, _ lower: Double, _ upper: Double) -> Bool {
    guard let found else { return false }
    return found.lower <= lower && found.upper >= upper && lower - found.lower < 1e-13
      && found.upper - upper < 1e-13
  }

  @Test func arithmetic() {
    let box = [Interval(-1, 2), Interval(3, 4)]
    #expect(fits(enclosure(box) { $0[0] + $0[1] }, 2, 6))
    #expect(fits(enclosure(box) { $0[0] - $0[1] }, -5, -1))
    #expect(fits(enclosure(box) { $0[0] * $0[1] }, -4, 8))
    #expect(fits(enclosure(box) { $0[0] / $0[1] }, -1.0 / 3, 2.0 / 3))
    #expect(fits(enclosure(box) { $0[0] * $0[0] }, 0, 4))
    #expect(fits(enclosure(box) { -$0[0] }, -2, 1))
    #expect(fits(enclosure(box) { $0[0].absolute() }, 0, 2))
    #expect(fits(enclosure(box) { .minimum($0[0] * 2, $0[1]) }, -2, 4))
    #expect(fits(enclosure(box) { .maximum($0[0] * 2, $0[1]) }, 3, 4))
  }

  /// Ends of products and quotients are among those of the ends, whatever their signs.
  @Test func productsAndQuotientsOfAllSigns() throws {
    let ends = [-3, -0.5, 0, 0.25, 7]
    let intervals = ends.indices.flatMap { i in ends[i...].map { Interval(ends[i], $0) } }
    for a in intervals {
      for b in intervals {
        let products = [a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper]
        let (least, most) = (try #require(products.min()), try #require(products.max()))
        #expect(fits(enclosure([a, b]) { $0[0] * $0[1] }, least, most), "\(a) \(b)")
        let quotient = enclosure([a, b]) { $0[0] / $0[1] }
        guard !b.contains(0) else {
          #expect(quotient == nil)
          continue
        }
        let quotients = [
          a.lower / b.lower, a.lower / b.upper, a.upper / b.lower, a.upper / b.upper,
        ]
        let (low, high) = (try #require(quotients.min()), try #require(quotients.max()))
        #expect(fits(quotient, low, high), "\(a) \(b)")
      }
    }
  }

  // 0.1 + 0.2 is not the double 0.3…04 exactly: the exact sum lies strictly inside.
  @Test func roundsOutwards() throws {
    let found = try #require(enclosure([Interval(0.1), Interval(0.2)]) { $0[0] + $0[1] })
    #expect(found.lower < 0.1 + 0.2 && found.upper > 0.1 + 0.2)
  }

  // sin rises to 1 at π/2 and falls to −1 at 3π/2; cos falls to −1 at π.
  @Test func waves() {
    #expect(fits(enclosure([Interval(1, 2)]) { $0[0].sine() }, sin(1), 1))
    #expect(fits(enclosure([Interval(2, 4.5)]) { $0[0].sine() }, sin(4.5), sin(2)))
    #expect(fits(enclosure([Interval(2, 5)]) { $0[0].sine() }, -1, sin(2)))
    #expect(fits(enclosure([Interval(3, 4)]) { $0[0].cosine() }, -1, cos(4)))
    #expect(fits(enclosure([Interval(-1, 0.5)]) { $0[0].cosine() }, cos(1), 1))
    #expect(enclosure([Interval(0, 100)]) { $0[0].cosine() } == Interval(-1, 1))
  }

  @Test func exponentials() {
    #expect(fits(enclosure([Interval(-1, 2)]) { $0[0].exponential() }, exp(-1), exp(2)))
    #expect(
      fits(enclosure([Interval(-1e-9, 2)]) { $0[0].exponential() - 1 }, expm1(-1e-9), expm1(2)))
    #expect(enclosure([Interval(-2000, 0)]) { $0[0].exponential() }?.lower == 0)
  }

  @Test func noFiniteEnclosure() {
    #expect(enclosure([Interval(-1, 1)]) { 1 / $0[0] } == nil)
    #expect(enclosure([Interval(-1, 1)]) { $0[0].squareRoot() } == nil)
    #expect(enclosure([Interval(0, 800)]) { $0[0].exponential() } == nil)
    #expect(enclosure([Interval(1, 1e300)]) { $0[0] * $0[0] } == nil)
    // What follows has none either.
    #expect(enclosure([Interval(-1, 1)]) { 3 + 0 * (1 / $0[0]) } == nil)
  }
}
