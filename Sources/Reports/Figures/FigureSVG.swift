import Derivations

/// A picture as an SVG document: heading, plot, notes.
enum FigureSVG {
  static let width = 720.0
  private static let margin = 20.0

  static func render(_ picture: FigurePicture) -> String {
    let heading = heading(of: picture)
    let notes = notes(of: picture)
    let plotTop = 60 + Double(heading.count) * 20
    let isMap = picture.figure.axes.count > 1
    let plotHeight = (isMap ? MapPlot.height : LinePlot.height)
    let bottom = plotTop + plotHeight
    let height = bottom + (notes.isEmpty ? 12 : 22 + Double(notes.count) * 17)

    var svg = SVGText()
    let size = (SVGText.number(width), SVGText.number(height))
    svg.begin(
      "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("id", picture.identifier),
      ("width", size.0), ("height", size.1), ("viewBox", "0 0 \(size.0) \(size.1)"),
      ("role", "img"), ("aria-labelledby", "\(picture.identifier)-t \(picture.identifier)-d"))
    svg.add("title", ("id", "\(picture.identifier)-t"), markup: SVGText.escaped(title(of: picture)))
    svg.add(
      "desc", ("id", "\(picture.identifier)-d"),
      markup: SVGText.escaped(FigureWords.description(of: picture)))
    var body = SVGText()
    let style: FigureStyle
    if isMap {
      style = MapPlot(picture, top: plotTop).draw(into: &body)
    } else {
      style = LinePlot(picture, top: plotTop).draw(into: &body)
    }
    svg.add("style", markup: "\n" + style.sheet(scope: picture.identifier))
    svg.add("rect", ("class", "page"), ("width", size.0), ("height", size.1))
    var baseline = 30.0
    let first = [MathRun("Figure \(picture.figure.name)", .bold)] + title(quantityOf: picture)
    text(first, x: margin, y: baseline, size: 18, into: &svg)
    baseline += 4
    for line in heading {
      baseline += 20
      text(line, x: margin, y: baseline, size: 14, into: &svg)
    }
    svg.append(body)
    baseline = bottom + 6
    for line in notes {
      baseline += 17
      text(line, x: margin, y: baseline, size: 12.5, class: "note", into: &svg)
    }
    svg.end()
    return svg.text
  }

  private static func title(quantityOf picture: FigurePicture) -> [MathRun] {
    var quantity = MathTypesetter.runs(picture.figure.quantity)
    quantity[0].gap += 0.8
    return quantity + [MathRun(picture.words, .upright, gap: 0.5)]
  }

  private static func title(of picture: FigurePicture) -> String {
    let quantity = FigureWords.plain(picture.figure.quantity)
    return TextLayout.oneLine("Figure \(picture.figure.name): \(quantity), \(picture.words)")
  }

  /// What it was computed from and what all of it is drawn at.
  private static func heading(of picture: FigurePicture) -> [[MathRun]] {
    let figure = picture.figure
    var lines: [[MathRun]] = []
    let room = (width - 2 * margin) / 14
    let showsPrinted = picture.kind != .derived || picture.curves.contains { $0.overlay != nil }
    if showsPrinted, !figure.equations.isEmpty {
      var source = RichText()
      let numbers = figure.equations.map { "(\($0))" }
      source.add("printed: from \(numbers.count == 1 ? "equation" : "equations")")
      source.add(TextLayout.list(numbers))
      lines += source.lines(width: room)
    }
    if !figure.parameters.isEmpty {
      var parameters = RichText()
      parameters.add("at")
      for (number, parameter) in figure.parameters.enumerated() {
        parameters.add(
          mathOrProse: parameter, then: number < figure.parameters.count - 1 ? "," : "")
      }
      lines += parameters.lines(width: room)
    }
    return lines
  }

  private static func notes(of picture: FigurePicture) -> [[MathRun]] {
    (picture.remarks + picture.figure.notes).flatMap { note in
      var text = RichText()
      text.add(prose: note)
      return text.lines(width: (width - 2 * margin) / 12.5)
    }
  }

  enum Anchor: String {
    case start, middle, end
  }

  /// Sets a line of text.
  static func text(
    _ runs: [MathRun], x: Double, y: Double, size: Double, anchor: Anchor = .start,
    class name: String = "", isVertical: Bool = false, into svg: inout SVGText
  ) {
    let (px, py) = (SVGText.number(x), SVGText.number(y))
    var attributes: [SVGText.Attribute] = [
      ("x", px), ("y", py), ("font-size", SVGText.number(size)),
    ]
    if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
    if !name.isEmpty { attributes.append(("class", name)) }
    if isVertical { attributes.append(("transform", "rotate(-90 \(px) \(py))")) }
    svg.add("text", attributes, markup: MathRun.markup(runs, size: size))
  }
}
