import Derivations
import Testing

@testable import Reports

@Suite struct ValueScaleTests {
  @Test func ranges() {
    #expect(ValueScale(of: [[1, 3, .nan], [-2, .infinity]])?.range == -2...3)
    #expect(ValueScale(of: [[.nan], []]) == nil)
    #expect(ValueScale(of: [[5, 5]])?.isConstant == true)
  }

  /// One point near a pole does not hide the others.
  @Test func poles() throws {
    var values = (0..<200).map { Double($0) / 100 }
    values[77] = 1e9
    let scale = try #require(ValueScale(of: [values]))
    #expect(scale.isCut)
    #expect(scale.range.upperBound < 3 && scale.range.upperBound > 1.9)
    #expect(scale.range.lowerBound == 0)
    values[77] = 20
    #expect(ValueScale(of: [values])?.isCut == false)
  }

  @Test func rounding() {
    #expect(ValueScale.settled([[1e-17, -2e-17, .nan]])[0][..<2] == [0, 0])
    #expect(ValueScale.settled([[1e-17, -2e-17, .nan]])[0][2].isNaN)
    #expect(ValueScale.settled([[2, 2 + 1e-12]]) == [[2, 2]])
    #expect(ValueScale.settled([[2, 2.001]]) == [[2, 2.001]])
    #expect(ValueScale.settled([[1e-9, 2e-9]]) == [[1e-9, 2e-9]])
  }

  @Test func sharing() {
    let own = ValueScale(range: 0...1)
    #expect(own.shared(with: ValueScale(range: -1...2)).range == -1...2)
    #expect(own.shared(with: ValueScale(range: 0...100)).range == 0...1)
    #expect(own.shared(with: nil) == own)
    #expect(ValueScale(range: 0...0).shared(with: ValueScale(range: 0...100)).range == 0...100)
  }

  @Test func bands() {
    let bands = ColorBands(sequential: ValueScale(range: 0...1), values: [0.5, 1])
    #expect(
      bands.bands.map(\.label) == [
        "0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9",
      ])
    #expect(bands.lastLabel == "1.0")
    #expect(bands.bands.first?.light.text == "#440154")
    #expect(bands.bands.last?.light.text == "#fde725")
    // Brighter all the way: the order shows in grey.
    let brightness = bands.bands.map(\.light.brightness)
    #expect(zip(brightness, brightness.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func whereNothingIsIsABandOfItsOwn() {
    let bands = ColorBands(sequential: ValueScale(range: 0...5), values: [0, 0, 1, 5])
    #expect(bands.bands.prefix(3).map(\.label) == ["0.0", "0.05", "0.5"])
    #expect(bands.bands[1].from == 0.05)
  }

  /// Neutral around zero, and as strong on one side as on the other.
  @Test func divergingBands() throws {
    let bands = ColorBands(diverging: ValueScale(range: -0.1...1))
    let labels = bands.bands.map(\.label) + [bands.lastLabel]
    #expect(labels == ["−1.0", "−0.8", "−0.6", "−0.4", "−0.2", "0.2", "0.4", "0.6", "0.8", "1.0"])
    let middle = bands.bands[4]
    #expect(middle.from == -0.2)
    #expect(middle.light.text == "#f4f4f2")
    #expect(bands.bands.first?.light.text == "#053061")
    #expect(bands.bands.last?.light.text == "#67001f")
    let zero = ColorBands(diverging: ValueScale(range: 0...0))
    #expect(zero.bands.map(\.label) == ["0"])
    #expect(zero.bands[0].light.text == "#f4f4f2")
  }
}
