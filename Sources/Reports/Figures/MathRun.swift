/// Characters of a formula that are set alike: one `tspan`.
struct MathRun: Hashable, Sendable {
  enum Face: Hashable, Sendable {
    /// Variables.
    case italic
    /// Digits, operators, names of functions, words.
    case upright
    case bold
  }

  var text: String
  var face: Face
  /// 1 on the line, smaller in scripts.
  var size: Double
  /// How far above the line, in widths of an em of the line.
  var rise: Double
  /// Room before it, in ems of the line; negative above a subscript.
  var gap: Double

  init(_ text: String, _ face: Face, size: Double = 1, rise: Double = 0, gap: Double = 0) {
    self.text = text
    self.face = face
    self.size = size
    self.rise = rise
    self.gap = gap
  }

  /// About how wide the characters are, in ems of the line: fonts differ by a tenth.
  var width: Double {
    text.unicodeScalars.reduce(0) { $0 + Self.width($1) } * size * (face == .bold ? 1.08 : 1)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "t", "f", "I", "'", "′", ",", ".", ";", ":", "|", "/", "ι", "!": 0.29
    case " ", "\u{A0}": 0.25
    case "(", ")", "[", "]", "{", "}", "⟨", "⟩", "r", "s", "-", "‘", "’": 0.37
    case "m", "w", "M", "W", "—", "…", "Ω", "ℳ", "ℋ": 0.86
    case "0"..."9", "a"..."z": 0.48
    case "+", "−", "=", "<", ">", "±", "∓", "×", "≤", "≥", "≈", "≠": 0.57
    case "α"..."ω", "ϕ", "ϵ", "ϑ": 0.5
    case "\u{300}"..."\u{36F}", "\u{20D7}": 0
    default: 0.7
    }
  }

  /// How far a sequence of runs reaches, in ems.
  static func width(_ runs: [Self]) -> Double {
    runs.reduce(0) { $0 + $1.gap + $1.width }
  }

  /// The runs as `tspan`s for a text of this size in pixels.
  static func markup(_ runs: [Self], size: Double) -> String {
    var result = ""
    var rise = 0.0
    for run in runs {
      var attributes = ""
      switch run.face {
      case .italic: attributes += " class=\"v\""
      case .bold: attributes += " class=\"b\""
      case .upright: break
      }
      if run.size != 1 { attributes += " font-size=\"\(SVGText.number(size * run.size))\"" }
      if run.gap != 0 { attributes += " dx=\"\(SVGText.number(size * run.gap))\"" }
      if run.rise != rise { attributes += " dy=\"\(SVGText.number(size * (rise - run.rise)))\"" }
      rise = run.rise
      let text = SVGText.escaped(run.text)
      result += attributes.isEmpty ? text : "<tspan\(attributes)>\(text)</tspan>"
    }
    return result
  }
}
