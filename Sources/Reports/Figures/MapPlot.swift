import Derivations

/// Filled contours over two axes, with lines between the bands and a colour bar.
struct MapPlot {
  static let height = 500.0

  private let picture: FigurePicture
  private let frame: PlotFrame
  private let values: [Double]
  private let bands: ColorBands?

  init(_ picture: FigurePicture, top: Double) {
    self.picture = picture
    values = picture.curves.first?.values ?? []
    let axes = picture.figure.axes
    let (across, up) = (PlotFrame.range(of: axes[0]), PlotFrame.range(of: axes[1]))
    let left = 92.0
    frame = PlotFrame(
      left: left, top: top, width: FigureSVG.width - left - 150, height: Self.height - 56,
      horizontal: Ticks(inside: across, count: 8), vertical: Ticks(inside: up, count: 8),
      horizontalRange: across, verticalRange: up)
    bands = picture.scale.map { scale in
      picture.kind == .difference
        ? ColorBands(diverging: scale)
        : ColorBands(
          sequential: scale,
          values: picture.figure.series.first.map { $0.derived + ($0.printed ?? []) } ?? [])
    }
  }

  func draw(into svg: inout SVGText) -> FigureStyle {
    var style = FigureStyle()
    drawGaps(into: &svg)
    if let bands { draw(bands, &style, into: &svg) }
    let axes = picture.figure.axes
    frame.draw(
      PlotFrame.name(axes[0].symbol, unit: axes[0].unit, factor: frame.horizontal.factor),
      PlotFrame.name(axes[1].symbol, unit: axes[1].unit, factor: frame.vertical.factor), into: &svg)
    if let bands { drawBar(bands, into: &svg) }
    style.rules += [
      (".hatch", "fill:none;stroke:#9aa1a8;stroke-width:1", "stroke:#5a626b"),
      (".onDark", "fill:none;stroke:#fff;stroke-opacity:.5;stroke-width:8", ""),
      (".onLight", "fill:none;stroke:#000;stroke-opacity:.4;stroke-width:8", ""),
      (
        ".level", "fill:none;stroke:#000;stroke-opacity:.4;stroke-width:8",
        "stroke:#fff;stroke-opacity:.4"
      ),
      (".below", "stroke-dasharray:40 30", ""),
    ]
    return style
  }

  private var xs: [Double] { picture.figure.axes[0].values.map(frame.x) }

  private var ys: [Double] { picture.figure.axes[1].values.map(frame.y) }

  /// Hatching below everything: it shows where no value covers it.
  private func drawGaps(into svg: inout SVGText) {
    guard values.contains(where: { !$0.isFinite }) || values.isEmpty else { return }
    let pattern = "\(picture.identifier)-h"
    svg.begin(
      "pattern", ("id", pattern), ("width", "7"), ("height", "7"),
      ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"))
    svg.add("path", ("class", "hatch"), ("d", "M0 0v7"))
    svg.end()
    svg.add(
      "rect", ("x", SVGText.number(frame.left)), ("y", SVGText.number(frame.top)),
      ("width", SVGText.number(frame.width)), ("height", SVGText.number(frame.height)),
      ("fill", "url(#\(pattern))"))
  }

  private func draw(_ bands: ColorBands, _ style: inout FigureStyle, into svg: inout SVGText) {
    let (xs, ys) = (xs, ys)
    let region = RegionOutline(columns: xs.count, rows: ys.count, values: values)
    var drawn: [Int] = []
    svg.begin("defs")
    for (number, band) in bands.bands.enumerated() {
      style.rules.append((".f\(number)", "fill:\(band.light.text)", "fill:\(band.dark.text)"))
      // The lowest colour covers all that has a value; each higher one is painted over it.
      var path = PathData()
      for outline in region.outlines(level: number == 0 ? nil : band.from, xs: xs, ys: ys) {
        path.add(outline: outline)
      }
      guard !path.isEmpty else { continue }
      drawn.append(number)
      svg.add(
        "path", ("id", outline(number)), ("transform", "scale(.1)"), ("d", path.text))
    }
    svg.end()
    for number in drawn {
      svg.add("use", ("href", "#\(outline(number))"), ("class", "f\(number)"))
    }
    // An outline along the frame is no contour.
    let clip = "\(picture.identifier)-c"
    frame.addClip(clip, room: -0.8, into: &svg)
    svg.begin("g", ("clip-path", "url(#\(clip))"))
    for number in drawn where number > 0 {
      let ink = Self.ink(bands, bands.bands[number - 1], bands.bands[number])
      svg.add("use", ("href", "#\(outline(number))"), ("class", ink))
    }
    svg.end()
  }

  private func outline(_ number: Int) -> String { "\(picture.identifier)-l\(number)" }

  /// The class of the line between two bands: light on dark colours; dashed below zero where colours
  /// go both ways, since grey does not tell the sides apart.
  private static func ink(
    _ bands: ColorBands, _ lower: ColorBands.Band, _ upper: ColorBands.Band
  ) -> String {
    if bands.isDiverging { return upper.from < 0 ? "level below" : "level" }
    let brightness = (lower.light.brightness + upper.light.brightness) / 2
    return brightness < 0.42 ? "onDark" : "onLight"
  }

  /// Steps of equal height, with the levels between them.
  private func drawBar(_ bands: ColorBands, into svg: inout SVGText) {
    let (left, width) = (frame.right + 24, 22.0)
    let count = bands.bands.count
    let isSingle = bands.lastLabel.isEmpty
    let step = isSingle ? 40 : frame.height / Double(count)
    let bottom = isSingle ? frame.top + (frame.height + step) / 2 : frame.bottom
    var ticks = PathData()
    var longest = 0.0
    func label(_ text: String, _ y: Double) {
      let runs = [MathRun(text, .upright)]
      longest = max(longest, MathRun.width(runs) * 14)
      FigureSVG.text(runs, x: left + width + 8, y: y + 4.8, size: 14, into: &svg)
    }
    for (number, band) in bands.bands.enumerated() {
      let y = bottom - Double(number + 1) * step
      svg.add(
        "rect", ("class", "f\(number)"), ("x", SVGText.number(left)), ("y", SVGText.number(y)),
        ("width", SVGText.number(width)), ("height", SVGText.number(step + (number > 0 ? 0.5 : 0))))
      if isSingle { label(band.label, y + step / 2) } else { label(band.label, y + step) }
      if number > 0 {
        ticks.add(line: [GridPoint(left + width - 5, y + step), GridPoint(left + width, y + step)])
      }
    }
    if !isSingle { label(bands.lastLabel, bottom - Double(count) * step) }
    PlotFrame.path(ticks, class: "tick", into: &svg)
    svg.add(
      "rect", ("class", "frame"), ("x", SVGText.number(left)),
      ("y", SVGText.number(bottom - Double(count) * step)), ("width", SVGText.number(width)),
      ("height", SVGText.number(Double(count) * step)))
    let figure = picture.figure
    FigureSVG.text(
      PlotFrame.name(figure.quantity, unit: figure.unit, factor: bands.factor),
      x: min(FigureSVG.width - 14, left + width + longest + 34), y: frame.top + frame.height / 2,
      size: 17, anchor: .middle,
      isVertical: true, into: &svg)
  }
}
