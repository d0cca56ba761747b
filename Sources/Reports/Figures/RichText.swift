/// Words with formulas between dollars, in lines of a given width.
struct RichText {
  /// What stays together on a line.
  private(set) var words: [[MathRun]] = []

  /// Plain words.
  mutating func add(_ text: String, face: MathRun.Face = .upright) {
    for word in TextLayout.oneLine(text).split(separator: " ") {
      words.append([MathRun(String(word), face)])
    }
  }

  /// A formula, and what follows it without a space.
  mutating func add(math latex: String, then tail: String = "") {
    words.append(MathTypesetter.runs(latex) + (tail.isEmpty ? [] : [MathRun(tail, .upright)]))
  }

  /// Words with `$…$`; an odd number of dollars is prose about money.
  mutating func add(prose text: String) {
    let parts = TextLayout.oneLine(text).split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return add(text) }
    var word: [MathRun] = []
    for (number, part) in parts.enumerated() {
      if number % 2 == 1 {
        word += MathTypesetter.runs(String(part))
        continue
      }
      for (index, piece) in part.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0, !word.isEmpty {
          words.append(word)
          word = []
        }
        if !piece.isEmpty { word.append(MathRun(String(piece), .upright)) }
      }
    }
    if !word.isEmpty { words.append(word) }
  }

  /// A formula, or words, whichever it looks like: `\omega = 10`, but `boson`.
  mutating func add(mathOrProse text: String, then tail: String = "") {
    let isFormula = text.contains { "\\_^{}=<>".contains($0) } && !text.contains("$")
    if isFormula { return add(math: text, then: tail) }
    add(prose: text + tail)
  }

  /// Lines of at most `width` ems, with the room between words as a gap.
  func lines(width: Double) -> [[MathRun]] {
    let space = 0.27
    var lines: [[MathRun]] = []
    var line: [MathRun] = []
    for word in words {
      guard !line.isEmpty else {
        line = word
        continue
      }
      if MathRun.width(line) + space + MathRun.width(word) > width {
        lines.append(line)
        line = word
      } else {
        line += Self.spaced(word, by: space)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func spaced(_ word: [MathRun], by space: Double) -> [MathRun] {
    var word = word
    word[0].gap += space
    return word
  }
}
