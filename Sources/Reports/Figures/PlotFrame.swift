import Derivations

/// The box of a plot with ticks inside and labels outside.
struct PlotFrame {
  var left: Double
  var top: Double
  var width: Double
  var height: Double
  var horizontal: Ticks
  var vertical: Ticks
  /// What the left and right, the lower and upper side stand for.
  var horizontalRange: ClosedRange<Double>
  var verticalRange: ClosedRange<Double>

  var right: Double { left + width }
  var bottom: Double { top + height }

  func x(_ value: Double) -> Double {
    place(value, horizontalRange, from: left, to: right)
  }

  func y(_ value: Double) -> Double {
    place(value, verticalRange, from: bottom, to: top)
  }

  /// Values far outside stay within reach of the numbers of a path.
  private func place(
    _ value: Double, _ range: ClosedRange<Double>, from start: Double, to end: Double
  ) -> Double {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return start + min(20, max(-20, share)) * (end - start)
  }

  /// An axis over its values; a single value gets room on both sides.
  static func range(of axis: FigureData.Axis) -> ClosedRange<Double> {
    let first = axis.values.first ?? 0
    let last = axis.values.last ?? 1
    return first < last ? first...last : first - 0.5...first + 0.5
  }

  func drawGrid(into svg: inout SVGText) {
    var lines = PathData()
    for value in horizontal.values where isInner(x(value), left, right) {
      lines.add(line: [GridPoint(x(value), top), GridPoint(x(value), bottom)])
    }
    for value in vertical.values where isInner(y(value), top, bottom) {
      lines.add(line: [GridPoint(left, y(value)), GridPoint(right, y(value))])
    }
    Self.path(lines, class: "grid", into: &svg)
  }

  /// The box, its ticks, their labels and the names of the axes.
  func draw(
    _ horizontalName: [MathRun], _ verticalName: [MathRun], into svg: inout SVGText
  ) {
    let length = 5.0
    var ticks = PathData()
    var longest = 0.0
    for multiple in horizontal.multiples {
      let x = x(horizontal.value(multiple))
      guard x >= left - 0.5, x <= right + 0.5 else { continue }
      if isInner(x, left, right) {
        ticks.add(line: [GridPoint(x, bottom), GridPoint(x, bottom - length)])
        ticks.add(line: [GridPoint(x, top), GridPoint(x, top + length)])
      }
      FigureSVG.text(
        [MathRun(horizontal.label(multiple), .upright)], x: x, y: bottom + 18, size: 14,
        anchor: .middle, into: &svg)
    }
    for multiple in vertical.multiples {
      let y = y(vertical.value(multiple))
      guard y >= top - 0.5, y <= bottom + 0.5 else { continue }
      if isInner(y, top, bottom) {
        ticks.add(line: [GridPoint(left, y), GridPoint(left + length, y)])
        ticks.add(line: [GridPoint(right, y), GridPoint(right - length, y)])
      }
      let label = [MathRun(vertical.label(multiple), .upright)]
      longest = max(longest, MathRun.width(label) * 14)
      FigureSVG.text(label, x: left - 8, y: y + 4.8, size: 14, anchor: .end, into: &svg)
    }
    Self.path(ticks, class: "tick", into: &svg)
    svg.add(
      "rect", ("class", "frame"), ("x", SVGText.number(left)), ("y", SVGText.number(top)),
      ("width", SVGText.number(width)), ("height", SVGText.number(height)))
    FigureSVG.text(
      horizontalName, x: left + width / 2, y: bottom + 42, size: 17, anchor: .middle, into: &svg)
    FigureSVG.text(
      verticalName, x: max(18, left - 20 - longest), y: top + height / 2, size: 17,
      anchor: .middle, isVertical: true, into: &svg)
  }

  private func isInner(_ place: Double, _ start: Double, _ end: Double) -> Bool {
    place > start + 0.5 && place < end - 0.5
  }

  /// A part of the page that others are clipped to: the frame, grown by `room` or shrunk.
  func addClip(_ identifier: String, room: Double, into svg: inout SVGText) {
    svg.begin("clipPath", ("id", identifier))
    svg.add(
      "rect", ("x", SVGText.number(left - room)), ("y", SVGText.number(top - room)),
      ("width", SVGText.number(width + 2 * room)), ("height", SVGText.number(height + 2 * room)))
    svg.end()
  }

  /// A path in tenths of a pixel: the widths of its strokes and dashes are in tenths too.
  static func path(_ data: PathData, class name: String, into svg: inout SVGText) {
    guard !data.isEmpty else { return }
    svg.add("path", ("class", name), ("transform", "scale(.1)"), ("d", data.text))
  }

  /// A quantity with its unit, a constant such as `J` or a name such as `\mathrm{K}`, and the power of
  /// ten that its labels leave out: `ℰ(ρ) (10⁻³ J)`.
  static func name(_ symbol: String, unit: String?, factor: Int) -> [MathRun] {
    var runs = MathTypesetter.runs(symbol)
    var inside: [MathRun] = []
    if factor != 0 {
      inside.append(MathRun(unit == nil ? "×10" : "10", .upright))
      let exponent = factor < 0 ? "−\(-factor)" : String(factor)
      inside.append(MathRun(exponent, .upright, size: 0.7, rise: 0.36))
    }
    if let unit {
      var runs = MathTypesetter.runs(unit)
      if !inside.isEmpty { runs[0].gap += 0.2 }
      inside += runs
    }
    guard !inside.isEmpty else { return runs }
    runs.append(MathRun("(", .upright, gap: 0.3))
    return runs + inside + [MathRun(")", .upright)]
  }
}
