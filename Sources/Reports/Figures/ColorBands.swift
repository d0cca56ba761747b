/// The levels of a map and the colours between them.
struct ColorBands: Sendable {
  struct Band: Sendable {
    /// The level where it begins; the lowest reaches down without end.
    var from: Double
    var label: String
    var light: Palette.Color
    var dark: Palette.Color
  }

  private(set) var bands: [Band]
  /// The label above the highest band; empty for a map of one value.
  private(set) var lastLabel: String
  /// The power of ten that labels leave out.
  private(set) var factor: Int
  let isDiverging: Bool

  /// Sequential colours; where a good part of the map is zero and nothing below, that part is a band
  /// of its own.
  init(sequential scale: ValueScale, values: [Double]) {
    isDiverging = false
    factor = 0
    lastLabel = ""
    guard !scale.isConstant else {
      let color = Palette.sequential(scale.range.lowerBound == 0 ? 0 : 0.5)
      bands = [
        Band(
          from: scale.range.lowerBound, label: FigureWords.short(scale.range.lowerBound),
          light: color, dark: color)
      ]
      return
    }
    let ticks = Ticks(covering: scale.range, count: 10)
    var levels = ticks.multiples.map { (ticks.value($0), ticks.label($0)) }
    if ticks.multiples.lowerBound == 0, Self.hasZeroRegion(values) {
      levels.insert((ticks.tenth, ticks.tenthLabel), at: 1)
    }
    factor = ticks.factor
    lastLabel = levels.last?.1 ?? ""
    let count = levels.count - 1
    bands = levels.dropLast().enumerated().map { number, level in
      let color = Palette.sequential(count > 1 ? Double(number) / Double(count - 1) : 0.5)
      return Band(from: level.0, label: level.1, light: color, dark: color)
    }
  }

  /// Colours on both sides of a neutral band around zero.
  init(diverging scale: ValueScale) {
    isDiverging = true
    let size = max(abs(scale.range.lowerBound), abs(scale.range.upperBound))
    guard size > 0 else {
      bands = [
        Band(
          from: 0, label: "0", light: Palette.diverging(0, isDark: false),
          dark: Palette.diverging(0, isDark: true))
      ]
      factor = 0
      lastLabel = ""
      return
    }
    let ticks = Ticks(covering: -size...size, count: 10)
    let last = max(ticks.multiples.upperBound, -ticks.multiples.lowerBound)
    let multiples = (-last...last).filter { $0 != 0 }
    factor = ticks.factor
    lastLabel = ticks.label(last)
    bands = multiples.dropLast().map { multiple in
      // The band from −1 step to 1 step is the neutral one.
      let place = multiple == -1 ? 0 : Double(multiple) + (multiple < 0 ? 0.5 : 0.5)
      let share = last > 1 ? place / (Double(last) - 0.5) : 0
      return Band(
        from: ticks.value(multiple), label: ticks.label(multiple),
        light: Palette.diverging(share, isDark: false),
        dark: Palette.diverging(share, isDark: true))
    }
  }

  private static func hasZeroRegion(_ values: [Double]) -> Bool {
    let finite = values.filter(\.isFinite)
    let size = finite.map(abs).max() ?? 0
    let zeros = finite.count { abs($0) <= ValueScale.relativeZero * size }
    return size > 0 && zeros * 50 >= finite.count && zeros < finite.count
  }
}
