/// Colours that colour-blind readers tell apart, and that keep their order in grey.
enum Palette {
  struct Color: Hashable, Sendable {
    var red: Double
    var green: Double
    var blue: Double

    /// `0x440154`
    init(_ code: UInt32) {
      red = Double(code >> 16 & 0xFF)
      green = Double(code >> 8 & 0xFF)
      blue = Double(code & 0xFF)
    }

    /// `#440154`
    var text: String {
      "#"
        + [red, green, blue].map { part in
          let digits = String(Int(part.rounded()), radix: 16)
          return digits.count < 2 ? "0" + digits : digits
        }.joined()
    }

    /// How bright it looks, from 0 to 1 (Rec. 709 weights, without linearisation).
    var brightness: Double { (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 }

    func mixed(with other: Self, _ share: Double) -> Self {
      var result = self
      result.red += share * (other.red - red)
      result.green += share * (other.green - green)
      result.blue += share * (other.blue - blue)
      return result
    }
  }

  /// From dark violet to yellow; evenly spaced anchors of the perceptually uniform map *viridis*.
  private static let sequentialAnchors: [Color] = [
    0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B,
    0xFDE725,
  ].map(Color.init)

  /// Blue, neutral, red: light in the middle, for a light page and for print.
  private static let divergingAnchors: [Color] = [
    0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF4F4F2, 0xFDDBC7, 0xF4A582, 0xD6604D,
    0xB2182B, 0x67001F,
  ].map(Color.init)

  /// The same with a dark middle, for a dark page.
  private static let darkDivergingAnchors: [Color] = [
    0xB5D7FF, 0x86B9F2, 0x5A96D8, 0x3A71B0, 0x2A4C75, 0x23282E, 0x74392B, 0xB3523A, 0xDF7A5B,
    0xF6A88C, 0xFFD5C4,
  ].map(Color.init)

  /// For a share from 0 to 1.
  static func sequential(_ share: Double) -> Color { color(share, sequentialAnchors) }

  /// From −1 over 0 to 1.
  static func diverging(_ share: Double, isDark: Bool) -> Color {
    color((share + 1) / 2, isDark ? darkDivergingAnchors : divergingAnchors)
  }

  private static func color(_ share: Double, _ anchors: [Color]) -> Color {
    let place = min(1, max(0, share)) * Double(anchors.count - 1)
    let index = min(anchors.count - 2, Int(place))
    return anchors[index].mixed(with: anchors[index + 1], place - Double(index))
  }

  /// Curves, after Okabe and Ito; on a dark page lighter.
  static let curves: [(light: String, dark: String)] = [
    ("#0072b2", "#5ab4f0"), ("#d55e00", "#ff9a52"), ("#007f5f", "#3ecfa0"),
    ("#b04a8a", "#f0a3d3"), ("#8a6d00", "#f0cf4a"), ("#4a3fb0", "#aaa2ff"),
    ("#6b6b6b", "#c8c8c8"), ("#9c1f2e", "#ff8a94"),
  ]
}
