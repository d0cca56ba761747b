import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct SampleCoordinateTests {
  private static let domains: [Domain] = [
    .real, .nonnegative, .positive, .interval(0, 1), .interval(-1, 1), .interval(2, 5),
    .interval(Rational(-1, 3), Rational(1, 7)), .interval(30, 40),
  ]

  private func texts(_ domain: Domain, _ count: Int) -> String {
    SampleCoordinate.candidates(domain, includesEnds: false).prefix(count).map(\.description)
      .joined(separator: " ")
  }

  @Test func smallestFirst() {
    #expect(texts(.positive, 11) == "1 2 1/2 3 1/3 3/2 2/3 4 1/4 4/3 3/4")
    #expect(texts(.nonnegative, 4) == "1 0 2 1/2")
    #expect(texts(.real, 7) == "1 -1 0 2 -2 1/2 -1/2")
    #expect(texts(.interval(0, 1), 5) == "1/2 1/3 2/3 1/4 3/4")
    #expect(texts(.interval(2, 5), 3) == "3 4 5/2")
  }

  // φ(1) + … + φ(6) = 12 fractions p/q ≤ 1 with q ≤ 6; their inverses make 23 positive rationals.
  @Test func everyRationalOfSmallHeight() {
    let small = SampleCoordinate.candidates(.positive, includesEnds: false)
      .filter { $0.height <= 6 }
    #expect(small.count == 23)
    #expect(Set(small).count == 23)
    for p in 1...6 { for q in 1...6 { #expect(small.contains(Rational(p, q))) } }
  }

  @Test(arguments: domains) func insideTheDomainByHeight(domain: Domain) {
    for includesEnds in [false, true] {
      let values = SampleCoordinate.candidates(domain, includesEnds: includesEnds)
      #expect(values.count >= 9)
      #expect(Set(values).count == values.count)
      #expect(values.allSatisfy(domain.contains))
      #expect(zip(values, values.dropFirst()).allSatisfy { $0.height <= $1.height })
      if case .interval(let low, let high) = domain {
        #expect(values.contains(low) == includesEnds)
        #expect(values.contains(high) == includesEnds)
      }
      let coordinate = SampleCoordinate(
        0, domain, includesEnds: includesEnds, isScattered: false)
      #expect(coordinate.values.map { $0.compactMap(\.constantValue) } == values.map { [$0] })
      #expect(coordinate.costs.map { Integer($0) } == values.map(\.height))
    }
  }

  // c² + s² = 1; the half angle's functions are those of an angle in (0, π/2), whose double the angle is.
  @Test(arguments: [true, false]) func circles(upper: Bool) {
    let whole = SampleCoordinate(cosine: 0, sine: 1, half: nil, upper: upper)
    let both = SampleCoordinate(cosine: 0, sine: 1, half: (2, 3), upper: upper)
    for coordinate in [whole, both] {
      #expect(coordinate.values.count == coordinate.costs.count)
      #expect(coordinate.costs == coordinate.costs.sorted())
      #expect(Set(coordinate.values).count == coordinate.values.count)
      for value in coordinate.values.map({ $0.compactMap(\.constantValue) }) {
        #expect(value.count == coordinate.generators.count)
        #expect(value[0] * value[0] + value[1] * value[1] == 1)
        if upper { #expect(value[1] > 0) }
        guard value.count == 4 else { continue }
        let (c, s) = (value[2], value[3])
        #expect([value[0], value[1]] == [c * c - s * s, 2 * c * s])
        if upper { #expect(c > 0 && s > 0) }
      }
    }
    // In both halves of the circle, unless it lies in the upper one.
    func hasNegative(_ coordinate: SampleCoordinate, _ index: Int) -> Bool {
      coordinate.values.contains { ($0[index].constantValue ?? 0) < 0 }
    }
    #expect(hasNegative(whole, 1) == !upper)
    #expect(hasNegative(both, 2) == !upper)
  }
}
