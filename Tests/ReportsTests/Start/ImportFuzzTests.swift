import Derivations
import Reports
import Testing

/// Broken sources: an error or a file that reads back, never a crash and never without end.
@Suite struct ImportFuzzTests {
  private static let latex = #"""
    \documentclass{article}
    \newcommand{\f}[2][x]{#1_{#2}} \def\be{\begin{equation}} \let\ee=\x
    \title{T \"o}\begin{document}\section{A} $x = 1$ \be\label{a} a = \f{b} \end{equation}
    \begin{align} a &= b \\ c &= \left( d \right) \nonumber \end{align} \[ e = f \tag{9} \] $$ g \eqno(3) $$
    \begin{verbatim}x\end{verbatim} \verb|x| \iffalse x \fi \appendix \input{x} \end{document}
    """#

  private static let markdown = #"""
    # T

    I. ONE

    cost $5 $x = 1$ \(y\) $$ a = b \quad (1) $$ \[ c = d \] (2)

    $$\begin{aligned} a &= b \tag{3} \\ c &= d \tag{4} \end{aligned}$$
    (5)

    ```math
    a = b
    ```
    \begin{align} a &= b \end{align}
    """#

  private static let pieces = [
    "$$", "$", "{", "}", "\\begin{equation}", "\\end{align}", "\\\\", "\\newcommand{\\x}[", "%",
    "\\def\\q#1{", "\\label{", "\\tag{1}", "\\[", "```\n", "&", "\n\n", "é", "#1", "\\f", "(6)",
    "\\begin{verbatim}", "\\iffalse", "# ", "\\be", "\u{0}",
  ]

  /// Reads it as both formats.
  private func read(_ bytes: [UInt8], _ note: String) {
    for format in ImportedPaper.Format.allCases {
      guard let paper = try? PaperReader.read(bytes: bytes, file: "a", format: format) else {
        continue
      }
      let text = ImportedFile.render(paper, source: "a")
      _ = ImportSummary.render(paper, source: "a")
      let again = try? PaperReader.read(bytes: Array(text.utf8), file: "b", format: .markdown)
      let numbers = paper.displays.map(\.display.number)
      let found = again?.displays.map(\.display.number) ?? []
      #expect(found.count == numbers.count, "\(note)")
      // What is no number in LaTeX, such as a (1) at the end of a formula, may be one in Markdown.
      let isKept = zip(numbers, found).allSatisfy { $0 == nil || $0 == $1 }
      #expect(isKept, "\(note)")
    }
  }

  @Test(arguments: [latex, markdown])
  func everyBeginning(text: String) {
    let bytes = Array(text.utf8)
    for end in stride(from: 0, through: bytes.count, by: 3) {
      read(Array(bytes[..<end]), "the first \(end) bytes")
    }
  }

  @Test(arguments: 0..<8)
  func changedAtRandom(seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    for round in 0..<25 {
      var bytes = Array((next(2) == 0 ? Self.latex : Self.markdown).utf8)
      for _ in 0..<next(8) + 1 {
        let place = next(bytes.count)
        switch next(3) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + next(6) + 1))
        case 1:
          bytes.insert(contentsOf: Array(Self.pieces[next(Self.pieces.count)].utf8), at: place)
        default: bytes[place] = UInt8(next(256))
        }
        if bytes.isEmpty { bytes = [36] }
      }
      read(bytes, "seed \(seed), round \(round)")
    }
  }

  // Quadratic reading of these would take hours.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "{", "$$", "$ ", "\\[", "\\begin{equation}", "\\begin{aligned}", "\\label{", "\\section{",
      "\\newcommand{\\x}{", "\\iffalse ", "```\n", "\\left(", "$${", "$$ a (1) $$\n\n", "\\\\",
      "\\begin{verbatim}", "\\frac{", "^", "\n\nA. B\n\n", "\\let\\a\\b",
    ])
  func hugeAndDeep(piece: String) {
    let text = String(repeating: piece, count: 24_000 / piece.utf8.count)
    read(Array(("$$ a = b $$ " + text).utf8), piece)
    read(Array(("\\begin{align} " + text + " \\end{align}").utf8), "\(piece) in a display")
  }

  @Test(.timeLimit(.minutes(5)))
  func macrosThatExplode() {
    let twice = (0..<40).map { "\\def\\\(name($0)){\\\(name($0 + 1))\\\(name($0 + 1))}" }.joined()
    read(Array((twice + "$$ \\a = b $$").utf8), "doubling")
    let nested = String(repeating: "\\k{", count: 12) + "x" + String(repeating: "}", count: 12)
    read(Array(("\\newcommand{\\k}[1]{#1#1#1#1#1#1#1#1}$$ \(nested) $$").utf8), "arguments")
  }

  /// `a`, …, `z`, `aa`, ….
  private func name(_ number: Int) -> String {
    String(repeating: "a", count: number / 26)
      + String(UnicodeScalar(UInt8(97 + number % 26)))
  }
}
