import Derivations
import Testing

@testable import Reports

@Suite struct FigureFilesTests {
  private func file(_ figure: FigureData, _ kind: String) throws -> String {
    let name = "figure-\(figure.name)-\(kind).svg"
    return try #require(FigureFiles.render(figure).first { $0.name == name }).text
  }

  private let peak = FigureSamples.map(
    "7a", count: 41, derived: FigureSamples.hill,
    printed: { FigureSamples.hill($0, $1) * (1 + $0 / 8) })

  private let curves = FigureSamples.curves(
    "3", labels: [#"\lambda = 2"#, #"\lambda = 4"#], derived: { Double($1 + 1) * $0 },
    printed: { Double($1 + 1) * $0 + $0 * $0 })

  @Test func names() {
    #expect(
      FigureFiles.render(peak).map(\.name) == [
        "figure-7a-printed.svg", "figure-7a-derived.svg", "figure-7a-difference.svg",
        "figure-7a.csv",
      ])
    let derivedOnly = FigureSamples.map("7b", count: 3, derived: { $0 + $1 }, printed: nil)
    #expect(
      FigureFiles.render(derivedOnly).map(\.name) == ["figure-7b-derived.svg", "figure-7b.csv"])
  }

  /// A name is no path, and no two names share a file.
  @Test func strangeNames() {
    var figure = curves
    figure.name = "../7 a"
    #expect(
      FigureFiles.render(figure).map(\.name).last == "figure-_2E_2E_2F7_20a.csv")
  }

  @Test func pictures() throws {
    for figure in [peak, curves] {
      for file in FigureFiles.render(figure) where file.name.hasSuffix(".svg") {
        let stem = file.name.dropLast(4)
        #expect(XMLShape.fault(in: file.text) == nil, "\(file.name)")
        #expect(file.text.hasPrefix(#"<svg xmlns="http://www.w3.org/2000/svg" id="\#(stem)" "#))
        #expect(file.text.contains(#"role="img" aria-labelledby="\#(stem)-t \#(stem)-d""#))
        #expect(file.text.contains(#"<title id="\#(stem)-t">Figure \#(figure.name): "#))
        #expect(file.text.contains("@media screen and (prefers-color-scheme:dark){"))
        #expect(!file.text.contains("nan") && !file.text.contains("inf"))
        #expect(file == FigureFiles.render(figure).first { $0.name == file.name })
      }
    }
  }

  @Test func theHeadingSaysWhatIsShown() throws {
    let printed = try file(peak, "printed")
    #expect(printed.contains(">Figure 7a</tspan>"))
    #expect(printed.contains(">as printed</tspan>"))
    #expect(printed.contains("(15), (17) and (23)") || printed.contains(">(15),</tspan>"))
    #expect(printed.contains("The"))
    let derived = try file(peak, "derived")
    #expect(derived.contains(">as derived from the model</tspan>"))
    #expect(!derived.contains("(15)"))
    #expect(try file(peak, "difference").contains(">printed − derived</tspan>"))
  }

  /// Colours mean the same in both pictures, so that they can be compared by eye.
  @Test func printedAndDerivedShareTheirScale() throws {
    func bands(_ kind: FigurePicture.Kind) throws -> [String] {
      let picture = FigurePicture(peak, kind)
      let bands = ColorBands(sequential: try #require(picture.scale), values: [])
      return bands.bands.map(\.label) + [bands.lastLabel]
    }
    #expect(try bands(.printed) == bands(.derived))
  }

  @Test func aScaleOfItsOwnIsSaid() {
    let figure = FigureSamples.map("8", count: 9, derived: { $0 + $1 }, printed: { 100 * $0 + $1 })
    #expect(
      FigurePicture(figure, .derived).remarks
        == ["The scale is this picture's own: the printed values reach much further."])
    #expect(FigurePicture(figure, .printed).remarks.isEmpty)
  }

  /// In grey, dashes tell printed from derived and marks tell the curves apart.
  @Test func curvesDifferWithoutColour() throws {
    let derived = try file(curves, "derived")
    for number in 0...1 {
      #expect(derived.contains(#"<path class="line c\#(number)" "#))
      #expect(derived.contains(#"<path class="line c\#(number) dash" "#))
      #expect(derived.contains(#"<path class="mark m\#(number)" "#))
    }
    #expect(derived.contains(">printed</text>") && derived.contains(">derived</text>"))
    let printed = try file(curves, "printed")
    #expect(printed.contains(#"class="line c1 dash""#) && !printed.contains(#"class="line c1""#))
    #expect(!(try file(curves, "difference")).contains(" dash\""))
  }

  /// An ergotropy that is zero but for rounding.
  @Test func zeroIsZero() throws {
    let figure = FigureSamples.map(
      "5", count: 21, derived: { x, y in 1e-17 * x * y }, printed: { _, _ in 0 })
    let derived = try file(figure, "derived")
    #expect(
      derived.contains("Zero everywhere: no value is larger than 3.2·10⁻¹⁶, which is rounding."))
    #expect(!derived.contains("e-1"))
    #expect(derived.components(class: "f0") == 2 && derived.components(class: "f1") == 0)
    #expect(try file(figure, "printed").contains("Zero everywhere."))
    #expect(
      try file(figure, "difference").contains(
        "Printed and derived agree: rounding apart by at most 3.2·10⁻¹⁶."))
    let line = FigureSamples.curves("6", labels: [""], derived: { _, _ in 1e-18 }, printed: nil)
    let text = try file(line, "derived")
    #expect(
      text.contains(">−1.0</text>") && text.contains(">0.0</text>") && text.contains(">1.0</text>"))
  }

  @Test func equalEverywhere() throws {
    let figure = FigureSamples.curves(
      "6", labels: [""], derived: { x, _ in x }, printed: { x, _ in x })
    #expect(
      try file(figure, "difference").contains("Printed and derived are equal at every point."))
  }

  /// A curve that is printed as derived has no second one on top of it.
  @Test func curvesThatAgree() throws {
    let all = FigureSamples.curves(
      "6", labels: ["a", "b"], derived: { x, _ in x }, printed: { x, _ in x + 1e-15 })
    let text = try file(all, "derived")
    #expect(!text.contains(" dash\"") && text.contains("Printed and derived agree."))
    let one = FigureSamples.curves(
      "6", labels: ["a", "b"], derived: { x, _ in x }, printed: { x, n in x + Double(n) })
    let other = try file(one, "derived")
    #expect(!other.contains("c0 dash\"") && other.contains("c1 dash\""))
    #expect(other.contains("Curves without a dashed one beside them are printed as derived."))
    #expect(other.contains("(18)") && !text.contains("(18)"))
    let gap = FigureSamples.curves(
      "6", labels: ["a"], derived: { x, _ in x }, printed: { x, _ in x > 3 ? .nan : x })
    #expect(try file(gap, "derived").contains("c0 dash\""))
  }

  @Test func gaps() throws {
    let figure = FigureSamples.map(
      "7", count: 21, derived: { x, y in x > 0 ? .nan : y }, printed: nil)
    let text = try file(figure, "derived")
    #expect(text.contains("<pattern ") && text.contains("Hatched: no value."))
    #expect(!(try file(peak, "derived")).contains("<pattern "))
    // A curve with a gap in the middle has two stretches.
    let xs = FigureSamples.curves(
      "8", labels: [""], derived: { x, _ in abs(x - 3) < 1 ? .nan : x }, printed: nil)
    let line = try file(xs, "derived")
    let path = try #require(
      line.split(separator: "\n").first { $0.hasPrefix(#"<path class="line c0""#) })
    #expect(path.split(separator: "\"").last { $0.hasPrefix("m") }?.count { $0 == "m" } == 2)
  }

  @Test func noValueAnywhere() throws {
    let map = FigureSamples.map(
      "1", count: 5, derived: { _, _ in .nan }, printed: { _, _ in .infinity })
    let line = FigureSamples.curves(
      "2", labels: ["a", "b"], derived: { _, _ in .nan }, printed: nil)
    for file in FigureFiles.render(map) + FigureFiles.render(line) where file.name.hasSuffix("svg")
    {
      #expect(XMLShape.fault(in: file.text) == nil)
    }
  }

  /// A curve that leaps from below the frame to above it is no line across the picture.
  @Test func poles() throws {
    let figure = FigureSamples.curves(
      "4", labels: [""], derived: { x, _ in 1 / (x - 3.001) }, printed: nil)
    let text = try file(figure, "derived")
    #expect(text.contains("Values beyond the scale are cut off; they reach from −"))
    let path = try #require(
      text.split(separator: "\n").first { $0.hasPrefix(#"<path class="line c0""#) })
    #expect(path.split(separator: "\"").last { $0.hasPrefix("m") }?.count { $0 == "m" } == 2)
  }

  @Test func aLargeMapIsASmallFile() throws {
    let figure = FigureSamples.map(
      "7", derived: { x, y in x * x * x + y * y / 3 + x * y }, printed: nil)
    #expect(try file(figure, "derived").utf8.count < 60_000)
  }

  /// What a file's author writes stays text.
  @Test func nothingIsMarkup() throws {
    var figure = curves
    figure.name = "3<b>"
    figure.notes = ["a <script>alert(1)</script> & \"b\" \u{1B}[2J"]
    figure.parameters = ["<x>", "]]>"]
    figure.series[0].label = "<i>&"
    for file in FigureFiles.render(figure) where file.name.hasSuffix("svg") {
      #expect(XMLShape.fault(in: file.text) == nil)
      #expect(
        !file.text.contains("<script") && !file.text.contains("<b>")
          && !file.text.contains("\u{1B}"))
    }
  }

  @Test func csvOfCurves() {
    var figure = FigureSamples.curves(
      "3", count: 3, labels: [#"\lambda = 2, \mu = 1"#], derived: { x, _ in x / 10 },
      printed: { x, _ in x > 4 ? .nan : 0.25 })
    figure.axes[0].symbol = "T_1"
    #expect(
      FigureCSV.render(figure) == #"""
        T_1,"\mathcal{E}(\rho) at \lambda = 2, \mu = 1: derived","\mathcal{E}(\rho) at \lambda = 2, \mu = 1: printed","\mathcal{E}(\rho) at \lambda = 2, \mu = 1: printed − derived"
        0,0,0.25,0.25
        3,0.3,0.25,-0.04999999999999999
        6,0.6,nan,nan

        """#)
  }

  /// The first axis runs fastest.
  @Test func csvOfMaps() {
    let figure = FigureSamples.map("7", count: 2, derived: { $0 + 10 * $1 }, printed: nil)
    #expect(
      FigureCSV.render(figure) == #"""
        \Delta T,\Delta,\mathcal{E}(\rho): derived
        -4,-8,-84
        4,-8,-76
        -4,8,76
        4,8,84

        """#)
  }
}

extension String {
  fileprivate func components(class name: String) -> Int {
    split(separator: #"class="\#(name)""#, omittingEmptySubsequences: false).count - 1
  }
}

/// Whether a text has the shape of XML: tags closed in order, attributes quoted and given once,
/// no stray `<` or `&`.
enum XMLShape {
  static func fault(in text: String) -> String? {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      if let fault = faultOfText(rest[..<start]) { return fault }
      guard let end = rest[start...].firstIndex(of: ">") else { return "no end of a tag" }
      var tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else {
          return "</\(tag.dropFirst())> closes nothing"
        }
        continue
      }
      let isEmpty = tag.hasSuffix("/")
      if isEmpty { tag = tag.dropLast() }
      let name = tag.prefix { $0 != " " }
      if let fault = faultOfAttributes(tag.dropFirst(name.count)) { return "<\(name)>: \(fault)" }
      if !isEmpty { open.append(name) }
    }
    return open.isEmpty && rest.allSatisfy(\.isWhitespace) ? nil : "open at the end: \(open)"
  }

  private static func faultOfAttributes(_ text: Substring) -> String? {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1, parts.last?.isEmpty == true else { return "quotes of \(text)" }
    var names: Set<Substring> = []
    for (number, part) in parts.dropLast().enumerated() {
      if number % 2 == 1 {
        if let fault = faultOfText(part) { return fault }
      } else {
        guard part.hasPrefix(" "), part.hasSuffix("="), names.insert(part).inserted else {
          return "attribute \(part)"
        }
      }
    }
    return nil
  }

  private static func faultOfText(_ text: Substring) -> String? {
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
    where !["lt;", "gt;", "amp;", "quot;"].contains(where: part.hasPrefix) {
      return "stray & before \(part.prefix(10))"
    }
    let controls = text.unicodeScalars.first { $0.value < 0x20 && $0 != "\n" }
    return controls.map { "control character \($0.value)" }
  }
}
