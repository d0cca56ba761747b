import Testing

@testable import Reports

@Suite struct PathDataTests {
  private func points(_ pairs: [(Int, Int)]) -> [GridPoint] {
    pairs.map { GridPoint(x: $0.0, y: $0.1) }
  }

  @Test func lines() {
    var path = PathData()
    path.add(line: points([(10, 20), (13, 18), (20, 18)]))
    path.add(line: points([(0, 0), (5, -5)]))
    // Relative steps; a minus sign separates.
    #expect(path.text == "m10 20l3-2 7 0m-20-18l5-5")
  }

  @Test func aLonePointIsADot() {
    var path = PathData()
    path.add(line: points([(1, 2), (1, 2)]))
    path.add(line: [])
    #expect(path.text == "m1 2h0")
  }

  /// After z the pen is at the outline's first point.
  @Test func outlines() {
    var path = PathData()
    path.add(outline: points([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]))
    path.add(outline: points([(3, 3), (5, 3), (3, 5)]))
    #expect(path.text == "m0 0l10 0 0 10-10 0zm3 3l2 0-2 2z")
    path = PathData()
    path.add(outline: points([(0, 0), (5, 5)]))
    #expect(path.isEmpty)
  }

  @Test func straightStretchesAreOneStep() {
    let line = points([(0, 0), (1, 1), (2, 2), (2, 2), (5, 5), (5, 6), (5, 3)])
    #expect(
      PathData.simplified(line, isClosed: false) == points([(0, 0), (5, 5), (5, 6), (5, 3)]))
    let square = points([(1, 0), (2, 0), (2, 2), (0, 2), (0, 1), (0, 0)])
    #expect(
      PathData.simplified(square, isClosed: true) == points([(2, 0), (2, 2), (0, 2), (0, 0)]))
  }

  @Test(
    arguments: [
      (0, "0"), (-0.001, "0"), (12.5, "12.5"), (12.25, "12.25"), (12.05, "12.05"), (-3.999, "-4"),
      (1.0 / 3, "0.33"), (-0.5, "-0.5"), (720, "720"),
    ] as [(Double, String)])
  func numbers(value: Double, text: String) {
    #expect(SVGText.number(value) == text)
  }

  @Test func escapedText() {
    #expect(
      SVGText.escaped("a<b & \"c\">\u{0}\u{1B}") == "a&lt;b &amp; &quot;c&quot;&gt;\u{FFFD}\u{FFFD}"
    )
  }
}
