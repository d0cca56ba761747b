import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct PointHeightTests {
  // The largest first, then the sum: (2, 9) < (3, 3) < (3, 4) < (4, 5).
  @Test func order() {
    let heights = [
      PointHeight([2, 2, 2, 2, 1]), PointHeight([3]), PointHeight([3, 1]), PointHeight([1, 4]),
    ]
    #expect(heights.sorted() == heights)
    #expect(PointHeight([]) < PointHeight([1]))
    #expect(PointHeight([2, 3]) == PointHeight(largest: 3, sum: 5))
    #expect(PointHeight([3, 2]) == PointHeight([2, 3]))
  }

  // −7/3 has height 7, 2/9 has height 9, 0 has height 1.
  @Test func heightsOfValues() {
    var field = Field()
    let indices = ["a", "b", "c"].map { field.addFree($0, domain: .real) }
    let point: SamplePoints.Point = [0: ratio(-7, 3), 1: ratio(2, 9), 2: 0]
    #expect(field.height(of: indices, at: point) == PointHeight(largest: 9, sum: 17))
    #expect(field.height(of: [0, 2], at: point) == PointHeight(largest: 7, sum: 8))
    #expect(field.height(of: [], at: point) == PointHeight([]))
    // What has no value does not count.
    #expect(field.height(of: indices, at: [2: 5]) == PointHeight([5]))
  }

  // (3/5, 4/5) is t = 1/2: an angle counts once, with height 2. Its double (−7/25, 24/25) is t = 4/3,
  // but known by its half it has that one's height. (−1, 0) is t = 1/0.
  @Test func heightsOfAngles() {
    var field = Field()
    let theta = field.addFree("\\theta", domain: .real)
    let (cosine, sine) = field.declareAngle(symbol: theta, latex: "\\theta", upper: false)
    let half = field.half(ofAngle: 0)
    func height(_ point: SamplePoints.Point) -> PointHeight {
      field.height(of: [cosine, sine, half.cosine, half.sine], at: point)
    }
    #expect(height([cosine: ratio(3, 5), sine: ratio(4, 5)]) == PointHeight([2]))
    #expect(height([cosine: ratio(-7, 25), sine: ratio(24, 25)]) == PointHeight([4]))
    #expect(
      height([
        cosine: ratio(-7, 25), sine: ratio(24, 25), half.cosine: ratio(3, 5),
        half.sine: ratio(4, 5),
      ]) == PointHeight([2]))
    #expect(height([cosine: -1, sine: 0]) == PointHeight([1]))
    #expect(height([cosine: 1, sine: 0]) == PointHeight([1]))
    // Half of it is not known.
    #expect(height([sine: ratio(4, 5)]) == PointHeight([]))
  }
}
