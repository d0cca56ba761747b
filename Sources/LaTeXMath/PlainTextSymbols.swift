/// The Unicode characters that stand for symbols and scripts.
enum PlainTextSymbols {
  static let subscripts = table(
    "0123456789+−-=()aehijklmnoprstuvxβγρϕφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ")

  static let superscripts = table(
    "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδ†‡′'*",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟ†‡′′*")

  private static func table(
    _ plain: String, _ small: String
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (a, b) in zip(plain.unicodeScalars, small.unicodeScalars) { result[a] = b }
    return result
  }

  private static let combining: [String: String] = [
    "bar": "\u{0304}", "overline": "\u{0305}", "hat": "\u{0302}", "widehat": "\u{0302}",
    "tilde": "\u{0303}", "widetilde": "\u{0303}", "dot": "\u{0307}", "ddot": "\u{0308}",
    "vec": "\u{20D7}", "check": "\u{030C}", "breve": "\u{0306}", "underline": "\u{0332}",
  ]

  /// A symbol in canonical LaTeX as Unicode.
  static func symbol(_ latex: String) -> String {
    guard latex.hasPrefix("\\") else { return latex }
    guard let brace = latex.firstIndex(of: "{") else {
      let name = String(latex.dropFirst())
      return (Vocabulary.greek[name] ?? Vocabulary.symbols[name]).map { String($0) } ?? latex
    }
    let name = String(latex[latex.index(after: latex.startIndex)..<brace])
    let inner = String(latex[latex.index(after: brace)...].dropLast())
    if Vocabulary.roman.contains(name) { return inner }
    if let mark = combining[name] {
      let base = symbol(inner)
      return base.count == 1 ? base + mark : latex
    }
    return styled(name, inner) ?? latex
  }

  /// Script, bold and double-struck letters; `nil` where Unicode has none at the regular place.
  private static func styled(_ font: String, _ letters: String) -> String? {
    let starts: (upper: UInt32, lower: UInt32)
    switch font {
    case "mathcal", "mathscr": starts = (0x1D4D0, 0x1D4EA)
    case "mathbf", "boldsymbol", "bm": starts = (0x1D400, 0x1D41A)
    case "mathsf": starts = (0x1D5A0, 0x1D5BA)
    case "mathit": return symbol(letters)
    case "mathbb", "mathds": return letters == "1" ? "𝟙" : nil
    default: return nil
    }
    var result = String.UnicodeScalarView()
    for scalar in letters.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value), byte.isLetter else { return nil }
      let value =
        byte < UInt8(ascii: "a")
        ? starts.upper + UInt32(byte - UInt8(ascii: "A"))
        : starts.lower + UInt32(byte - UInt8(ascii: "a"))
      guard let letter = Unicode.Scalar(value) else { return nil }
      result.append(letter)
    }
    return String(result)
  }

  static func big(_ name: String) -> String {
    switch name {
    case "sum": "∑"
    case "prod": "∏"
    case "int": "∫"
    case "oint": "∮"
    case "iint": "∬"
    default: name
    }
  }
}
