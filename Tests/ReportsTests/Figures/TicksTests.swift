import Testing

@testable import Reports

@Suite struct TicksTests {
  private func labels(_ ticks: Ticks) -> [String] { ticks.multiples.map(ticks.label) }

  @Test func inside() {
    let ticks = Ticks(inside: -4...4, count: 8)
    #expect(labels(ticks) == ["−4", "−3", "−2", "−1", "0", "1", "2", "3", "4"])
    #expect(ticks.factor == 0)
    #expect(ticks.values == [-4, -3, -2, -1, 0, 1, 2, 3, 4])
    #expect(labels(Ticks(inside: 0.07...0.93, count: 5)) == ["0.2", "0.4", "0.6", "0.8"])
  }

  @Test func covering() {
    #expect(labels(Ticks(covering: 0...4.283, count: 10)).last == "4.5")
    #expect(
      labels(Ticks(covering: -0.13...0.41, count: 5)) == [
        "−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3", "0.4", "0.5",
      ])
  }

  /// Three steps of 0.1 are 0.3, not 0.30000000000000004.
  @Test func noNoise() {
    let ticks = Ticks(covering: 0...0.7, count: 7)
    #expect(ticks.values == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
    #expect(ticks.step == 0.1)
    // A hair below zero is zero.
    #expect(Ticks(covering: -1e-17...1, count: 10).multiples.lowerBound == 0)
    #expect(Ticks(covering: 0...1 + 1e-15, count: 10).multiples.upperBound == 10)
  }

  @Test(
    arguments: [
      (3e-6, -6, ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"]),
      (3e7, 7, ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"]),
      (600, 0, ["0", "100", "200", "300", "400", "500", "600"]),
      (0.06, 0, ["0.00", "0.01", "0.02", "0.03", "0.04", "0.05", "0.06"]),
    ] as [(Double, Int, [String])])
  func powersOfTen(top: Double, factor: Int, expected: [String]) {
    let ticks = Ticks(covering: 0...top, count: 6)
    #expect(ticks.factor == factor)
    #expect(labels(ticks) == expected)
  }

  @Test func tenths() {
    let ticks = Ticks(covering: 0...5, count: 10)
    #expect(ticks.step == 0.5)
    #expect(ticks.tenth == 0.05)
    #expect(ticks.tenthLabel == "0.05")
  }

  @Test(arguments: [
    0.0...0, 1e-300...2e-300, -1e300...1e300, 5...5.0000001, 1e20...1e20 + 20_000,
    -1e307...1e307,
  ])
  func strangeRanges(range: ClosedRange<Double>) {
    for ticks in [Ticks(inside: range, count: 6), Ticks(covering: range, count: 6)] {
      #expect(ticks.values.count < 30)
      #expect(ticks.values.allSatisfy { $0.isFinite })
      #expect(labels(ticks).allSatisfy { $0.count < 30 })
    }
  }
}
