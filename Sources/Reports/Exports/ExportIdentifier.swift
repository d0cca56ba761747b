/// LaTeX names as identifiers that every language reads: ASCII letters, digits and underscores.
enum ExportIdentifier {
  /// `N_1^+` is `N_1_plus`, `\mathcal{L}_-` is `cal_L_minus`.
  static func snake(_ latex: String) -> String {
    let name = pieces(of: latex).joined(separator: "_")
    guard let first = name.unicodeScalars.first else { return "x" }
    return isDigit(first) ? "x_\(name)" : name
  }

  /// `N_1^+` is `N1Plus`, `\mathcal{L}_-` is `calLMinus`.
  static func camel(_ latex: String) -> String {
    let pieces = pieces(of: latex)
    let name =
      (pieces.first ?? "")
      + pieces.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    guard let first = name.unicodeScalars.first else { return "x" }
    return isDigit(first) ? "x\(name)" : name
  }

  /// Runs of letters and digits, commands without what only changes the look.
  private static func pieces(of latex: String) -> [String] {
    var pieces: [String] = []
    var run = ""
    func close() {
      if !run.isEmpty { pieces.append(run) }
      run = ""
    }
    var rest = Substring(latex).unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == "\\" {
        close()
        var command = ""
        while let next = rest.first, isLetter(next) {
          command.unicodeScalars.append(next)
          rest.removeFirst()
        }
        if let word = words[command] {
          if !word.isEmpty { pieces.append(word) }
        } else if !command.isEmpty {
          pieces.append(command)
        }
      } else if isLetter(scalar) || isDigit(scalar) {
        run.unicodeScalars.append(scalar)
      } else {
        close()
        if let word = signs[scalar] {
          pieces.append(word)
        } else if scalar.value >= 0x80 {
          pieces.append("u" + String(scalar.value, radix: 16))
        }
      }
    }
    close()
    return pieces
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static let words = [
    "mathcal": "cal", "mathrm": "", "mathit": "", "mathbf": "bold", "mathbb": "bb", "text": "",
    "mathscr": "scr", "mathfrak": "frak", "operatorname": "", "left": "", "right": "",
    "langle": "", "rangle": "", "prime": "prime",
  ]

  private static let signs: [Unicode.Scalar: String] = [
    "+": "plus", "-": "minus", "'": "prime", "*": "star",
  ]
}
