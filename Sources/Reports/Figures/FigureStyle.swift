/// The style sheet of a picture: light, dark where the reader's screen is, light again on paper.
///
/// Plain rules instead of variables, so that programs with little CSS show the light picture.
struct FigureStyle {
  /// Rules of a plot's own, for a light and for a dark page: `.b3` → `fill:#440154`.
  var rules: [(selector: String, light: String, dark: String)] = []

  private static let fonts =
    "'STIX Two Text','Latin Modern Roman','TeX Gyre Termes','Times New Roman',Times,"
    + "'Liberation Serif','DejaVu Serif',serif"

  private static let common: [(selector: String, light: String, dark: String)] = [
    (".page", "fill:#fff", "fill:#15181c"),
    ("text", "fill:#1a1d21", "fill:#e6e9ed"),
    (".note", "fill:#4d545c", "fill:#b3bac2"),
    (".frame", "fill:none;stroke:#1a1d21;stroke-width:1.1", "stroke:#d5dae0"),
    (".tick", "fill:none;stroke:#1a1d21;stroke-width:10", "stroke:#d5dae0"),
    (".grid", "fill:none;stroke:#e4e7ea;stroke-width:10", "stroke:#2b3036"),
    (".zero", "fill:none;stroke:#8a9199;stroke-width:10", "stroke:#79818a"),
  ]

  /// The sheet, all of its rules inside the element of that identifier.
  func sheet(scope: String) -> String {
    var text = "#\(scope) text{font-family:\(Self.fonts)}\n"
    text += "#\(scope) .v{font-style:italic}\n#\(scope) .b{font-weight:bold}\n"
    let all = Self.common + rules
    for rule in all where !rule.light.isEmpty {
      text += "#\(scope) \(rule.selector){\(rule.light)}\n"
    }
    text += "@media screen and (prefers-color-scheme:dark){\n"
    for rule in all where !rule.dark.isEmpty && rule.dark != rule.light {
      text += "#\(scope) \(rule.selector){\(rule.dark)}\n"
    }
    return text + "}\n"
  }
}
