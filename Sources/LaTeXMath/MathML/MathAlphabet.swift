/// The typefaces of mathematics, which Unicode has as characters of their own.
enum MathAlphabet: Hashable, Sendable {
  case upright, italic, bold, boldItalic, script, fraktur, doubleStruck, sansSerif

  /// The typeface that a command such as `\mathcal` sets, by its name.
  init?(command: String) {
    switch command {
    case "mathrm", "textrm", "operatorname", "mathnormal", "mathop": self = .upright
    case "mathit": self = .italic
    case "mathbf": self = .bold
    case "boldsymbol", "bm": self = .boldItalic
    case "mathcal", "mathscr": self = .script
    case "mathfrak": self = .fraktur
    case "mathbb", "mathds": self = .doubleStruck
    case "mathsf": self = .sansSerif
    default: return nil
    }
  }

  /// The character in this typeface; itself where Unicode has none or the element says it.
  func styled(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let early = Self.early(self, scalar) { return early }
    let value: UInt32
    switch (scalar, starts) {
    case ("A"..."Z", let starts?): value = starts.letters + scalar.value - 0x41
    case ("a"..."z", let starts?): value = starts.letters + 26 + scalar.value - 0x61
    case ("0"..."9", let starts?):
      guard let digits = starts.digits else { return scalar }
      value = digits + scalar.value - 0x30
    case ("α"..."ω", let starts?):
      guard let greek = starts.greek else { return scalar }
      value = greek + 26 + scalar.value - 0x3B1
    case ("Α"..."Ω", let starts?):
      guard let greek = starts.greek else { return scalar }
      value = greek + scalar.value - 0x391
    default: return scalar
    }
    return Unicode.Scalar(value) ?? scalar
  }

  /// Where the capital A, the zero and the capital alpha of the typeface stand.
  private var starts: (letters: UInt32, digits: UInt32?, greek: UInt32?)? {
    switch self {
    case .upright: nil
    case .italic: (0x1D434, nil, 0x1D6E2)
    case .bold: (0x1D400, 0x1D7CE, 0x1D6A8)
    case .boldItalic: (0x1D468, 0x1D7CE, 0x1D71C)
    case .script: (0x1D49C, nil, nil)
    case .fraktur: (0x1D504, nil, nil)
    case .doubleStruck: (0x1D538, 0x1D7D8, nil)
    case .sansSerif: (0x1D5A0, 0x1D7E2, nil)
    }
  }

  /// Letters that Unicode had before it had the alphabets.
  private static func early(
    _ alphabet: MathAlphabet, _ scalar: Unicode.Scalar
  ) -> Unicode.Scalar? {
    let letters: [Unicode.Scalar: Unicode.Scalar]
    switch alphabet {
    case .script:
      letters = [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
        "e": "ℯ", "g": "ℊ", "o": "ℴ",
      ]
    case .fraktur: letters = ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
    case .doubleStruck:
      letters = ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
    case .italic: letters = ["h": "ℎ"]
    case .upright, .bold, .boldItalic, .sansSerif: return nil
    }
    return letters[scalar]
  }
}
