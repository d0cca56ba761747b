import Derivations

/// Curves over one axis, each named at its right end; printed ones dashed.
struct LinePlot {
  static let height = 410.0
  /// What the curves are told apart by without colour.
  private static let markerSpacing = 78.0

  private let picture: FigurePicture
  private let frame: PlotFrame

  init(_ picture: FigurePicture, top: Double) {
    self.picture = picture
    let axis = picture.figure.axes[0]
    let range = PlotFrame.range(of: axis)
    let vertical = Ticks(covering: Self.padded(picture), count: 6)
    let longest =
      picture.curves.map { MathRun.width(MathTypesetter.runs($0.label)) * 15 }.max() ?? 0
    let left = 92.0
    let right = longest > 0 ? min(260, longest + 52) : 28
    // A curve along the lowest or the highest tick keeps clear of the frame.
    let room = 0.04 * (vertical.range.upperBound - vertical.range.lowerBound)
    frame = PlotFrame(
      left: left, top: top, width: FigureSVG.width - left - right, height: Self.height - 56,
      horizontal: Ticks(inside: range, count: 7), vertical: vertical, horizontalRange: range,
      verticalRange: vertical.range.lowerBound - room...vertical.range.upperBound + room)
  }

  /// Constant values get room on both sides.
  private static func padded(_ picture: FigurePicture) -> ClosedRange<Double> {
    guard let scale = picture.scale else { return 0...1 }
    let (low, high) = (scale.range.lowerBound, scale.range.upperBound)
    if !scale.isConstant { return low...high }
    let room = low == 0 ? 1 : abs(low) / 2
    return low - room...low + room
  }

  func draw(into svg: inout SVGText) -> FigureStyle {
    var style = FigureStyle()
    frame.drawGrid(into: &svg)
    drawZero(into: &svg)
    let clip = "\(picture.identifier)-c"
    frame.addClip(clip, room: 0, into: &svg)
    svg.begin("g", ("clip-path", "url(#\(clip))"))
    for (number, curve) in picture.curves.enumerated() {
      draw(curve, number, into: &svg)
      let color = Palette.curves[number % Palette.curves.count]
      style.rules.append((".c\(number)", "stroke:\(color.light)", "stroke:\(color.dark)"))
      style.rules.append((".m\(number)", "fill:\(color.light)", "fill:\(color.dark)"))
    }
    svg.end()
    style.rules += [
      (".line", "fill:none;stroke-width:22;stroke-linejoin:round;stroke-linecap:round", ""),
      (".dash", "stroke-dasharray:70 50;stroke-linecap:butt", ""),
      (".mark", "stroke:#fff;stroke-width:8", "stroke:#15181c"),
      (".open", "fill:#fff;stroke-width:12", "fill:#15181c"),
      (".lead", "fill:none;stroke-width:10", ""),
      (".key", "fill:none;stroke:#1a1d21;stroke-width:22", "stroke:#e6e9ed"),
    ]
    let figure = picture.figure
    frame.draw(
      PlotFrame.name(
        figure.axes[0].symbol, unit: figure.axes[0].unit, factor: frame.horizontal.factor),
      PlotFrame.name(figure.quantity, unit: figure.unit, factor: frame.vertical.factor), into: &svg)
    drawLabels(into: &svg)
    drawKey(into: &svg)
    return style
  }

  private func drawZero(into svg: inout SVGText) {
    guard frame.verticalRange.lowerBound < 0, frame.verticalRange.upperBound > 0 else { return }
    var line = PathData()
    line.add(line: [GridPoint(frame.left, frame.y(0)), GridPoint(frame.right, frame.y(0))])
    PlotFrame.path(line, class: "zero", into: &svg)
  }

  // MARK: Curves

  private func draw(_ curve: FigurePicture.Curve, _ number: Int, into svg: inout SVGText) {
    let stretches = stretches(curve.values)
    let isPrinted = picture.kind == .printed
    PlotFrame.path(path(stretches), class: "line c\(number)\(isPrinted ? " dash" : "")", into: &svg)
    if let overlay = curve.overlay {
      let printed = self.stretches(overlay)
      PlotFrame.path(path(printed), class: "line c\(number) dash", into: &svg)
      if picture.curves.count > 1 {
        PlotFrame.path(marks(along: printed, number), class: "open c\(number)", into: &svg)
      }
    }
    if picture.curves.count > 1 {
      PlotFrame.path(marks(along: stretches, number), class: "mark m\(number)", into: &svg)
    }
  }

  /// The places of the curve, parted where there is no value and where it leaps over the whole frame,
  /// as at a pole.
  private func stretches(_ values: [Double]) -> [[GridPoint]] {
    var stretches: [[GridPoint]] = [[]]
    var previous = Double.nan
    for (x, value) in zip(picture.figure.axes[0].values, values) {
      if !value.isFinite || isLeap(previous, value), stretches.last?.isEmpty == false {
        stretches.append([])
      }
      if value.isFinite {
        stretches[stretches.count - 1].append(GridPoint(frame.x(x), frame.y(value)))
      }
      previous = value
    }
    return stretches.filter { !$0.isEmpty }
  }

  private func isLeap(_ first: Double, _ second: Double) -> Bool {
    min(first, second) < frame.verticalRange.lowerBound
      && max(first, second) > frame.verticalRange.upperBound
  }

  private func path(_ stretches: [[GridPoint]]) -> PathData {
    var path = PathData()
    for stretch in stretches { path.add(line: stretch) }
    return path
  }

  /// Marks at equal distances along the curve, each curve's with another start.
  private func marks(along stretches: [[GridPoint]], _ number: Int) -> PathData {
    let spacing = 10 * Self.markerSpacing
    var next = spacing * (0.25 + Double(number) / Double(picture.curves.count))
    var path = PathData()
    var travelled = 0.0
    for stretch in stretches {
      for (a, b) in zip(stretch, stretch.dropFirst()) {
        let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
        let length = (dx * dx + dy * dy).squareRoot()
        while length > 0, next <= travelled + length {
          let share = (next - travelled) / length
          add(mark: number, at: Double(a.x) + share * dx, Double(a.y) + share * dy, to: &path)
          next += spacing
        }
        travelled += length
      }
    }
    return path
  }

  private func add(mark number: Int, at x: Double, _ y: Double, to path: inout PathData) {
    guard y >= 10 * frame.top, y <= 10 * frame.bottom else { return }
    path.add(
      outline: Self.shapes[number % Self.shapes.count].map { corner in
        GridPoint(x: Int((x + corner.0).rounded()), y: Int((y + corner.1).rounded()))
      })
  }

  /// Disc, square, triangle, diamond, triangle on its tip, cross; in tenths of a pixel.
  private static let shapes: [[(Double, Double)]] = [
    [
      (42, 0), (36, 21), (21, 36), (0, 42), (-21, 36), (-36, 21), (-42, 0), (-36, -21), (-21, -36),
      (0, -42), (21, -36), (36, -21),
    ],
    [(-37, -37), (37, -37), (37, 37), (-37, 37)],
    [(0, -50), (46, 34), (-46, 34)],
    [(0, -53), (46, 0), (0, 53), (-46, 0)],
    [(0, 50), (46, -34), (-46, -34)],
    [
      (-16, -50), (16, -50), (16, -16), (50, -16), (50, 16), (16, 16), (16, 50), (-16, 50),
      (-16, 16), (-50, 16), (-50, -16), (-16, -16),
    ],
  ]

  // MARK: Names of the curves

  private func drawLabels(into svg: inout SVGText) {
    let size = 15.0
    let ends = picture.curves.enumerated().compactMap { number, curve -> Label? in
      guard !curve.label.isEmpty else { return nil }
      let last = curve.values.lastIndex(where: \.isFinite) ?? 0
      let value = curve.values.isEmpty ? 0 : curve.values[last]
      let y = value.isFinite ? min(frame.bottom, max(frame.top, frame.y(value))) : frame.bottom
      let x = frame.x(picture.figure.axes[0].values[last])
      return Label(number: number, x: x, end: y, y: y)
    }
    for label in Self.parted(ends, by: size + 4, within: frame.top...frame.bottom) {
      var lead = PathData()
      lead.add(line: [
        GridPoint(label.x, label.end), GridPoint(frame.right + 6, label.end),
        GridPoint(frame.right + 20, label.y), GridPoint(frame.right + 28, label.y),
      ])
      if label.x < frame.right - 1 {
        lead = PathData()
        lead.add(line: [
          GridPoint(frame.right + 14, label.y), GridPoint(frame.right + 28, label.y),
        ])
      }
      PlotFrame.path(lead, class: "lead c\(label.number)", into: &svg)
      if picture.curves.count > 1 {
        var mark = PathData()
        add(mark: label.number, at: 10 * (frame.right + 24), 10 * label.y, to: &mark)
        PlotFrame.path(mark, class: "mark m\(label.number)", into: &svg)
      }
      FigureSVG.text(
        MathTypesetter.runs(picture.curves[label.number].label), x: frame.right + 33,
        y: label.y + 5, size: size, into: &svg)
    }
  }

  private struct Label {
    var number: Int
    /// Where the curve ends.
    var x: Double
    var end: Double
    /// Where its name stands.
    var y: Double
  }

  /// Labels moved up and down until they are that far apart, in the order of their curves' ends.
  private static func parted(
    _ labels: [Label], by distance: Double, within range: ClosedRange<Double>
  ) -> [Label] {
    var labels = labels.sorted { ($0.end, $0.number) < ($1.end, $1.number) }
    guard labels.count > 1 else { return labels }
    // Groups that touch share their mean place.
    var groups: [(first: Int, count: Int, center: Double)] = []
    for (number, label) in labels.enumerated() {
      groups.append((number, 1, label.end))
      while groups.count > 1 {
        let (a, b) = (groups[groups.count - 2], groups[groups.count - 1])
        let needed = distance * Double(a.count + b.count) / 2
        guard b.center - a.center < needed else { break }
        let count = a.count + b.count
        let mean = (a.center * Double(a.count) + b.center * Double(b.count)) / Double(count)
        groups.removeLast(2)
        let half = distance * Double(count - 1) / 2
        let center = max(range.lowerBound + half, min(range.upperBound - half, mean))
        groups.append((a.first, count, center))
      }
    }
    for group in groups {
      for place in 0..<group.count {
        labels[group.first + place].y =
          group.center + distance * (Double(place) - Double(group.count - 1) / 2)
      }
    }
    return labels
  }

  /// What solid and dashed mean, above the frame on the right.
  private func drawKey(into svg: inout SVGText) {
    guard picture.kind != .difference,
      picture.curves.contains(where: { $0.overlay != nil })
        || picture.kind == .printed
    else { return }
    var x = frame.right
    let entries =
      picture.kind == .printed ? [("printed", true)] : [("printed", true), ("derived", false)]
    let y = frame.top - 9
    for (word, isDashed) in entries {
      FigureSVG.text(
        [MathRun(word, .upright)], x: x, y: y, size: 14, anchor: .end, into: &svg)
      x -= 54
      var sample = PathData()
      sample.add(line: [GridPoint(x - 32, y - 4.5), GridPoint(x, y - 4.5)])
      PlotFrame.path(sample, class: isDashed ? "key dash" : "key", into: &svg)
      x -= 52
    }
  }
}
