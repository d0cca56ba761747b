import Testing

@testable import Derivations

@Suite struct MarkdownPaperReaderTests {
  @Test func aWholePaper() throws {
    let found = try ImportSamples.displays(ImportSamples.markdown, .markdown)
    #expect(
      found == [
        "(1) a = b", "(2) c = d", "(3) e = f", "(4) g = h", "(5) k = l", "(6) m = n",
        #"(7) \begin{aligned} p &= q, \end{aligned}"#,
        #"(8) \begin{aligned} r &= s, \\ t &= u \end{aligned}"#,
        #"(9) \begin{aligned} v &= w \end{aligned}"#,
        #"(10) \begin{aligned} x &= y \end{aligned}"#, "f(x) = g(2)", "(11) f(x) = g",
        "f(x) = g (2)", "(12) z = 1,", #"(13) \text{if } a"#,
        #"(14) \begin{pmatrix} a \\ b \end{pmatrix}"#, "(15) A = B", "(15) B = C",
        #"(17) \begin{array}{l} a = 1 \\ b = 2 \end{array}"#,
      ])
  }

  @Test func itsHeadings() throws {
    let paper = try ImportSamples.read(ImportSamples.markdown, .markdown)
    #expect(paper.title == "A made-up paper, read by a machine")
    let headings = paper.pieces.compactMap { piece in
      if case .heading(let level, let text) = piece.kind {
        "\(piece.line) \(level) \(text)"
      } else {
        nil
      }
    }
    #expect(headings == ["5 2 1. Introduction", "30 2 2. The model", "32 3 2.1 Rates"])
  }

  @Test func whatIsLeftOutIsSaidWithItsLine() throws {
    let remarks = try ImportSamples.remarks(ImportSamples.markdown, .markdown)
    #expect(
      remarks.filter { !$0.contains("will not be read") } == [
        "26: a block of python was not read, though there are displays in it",
        "42: the (2) at the end may be the display's number: it was left in the formula",
        #"56: the display that \begin{equation} opens is not closed: it is left out"#,
      ])
  }

  // The machine's own lines, with no # before them. Letters only count inside of a section.
  @Test func headingsAsPlainLines() throws {
    let text = """
      # Title

      A. Nobody

      I. INTRODUCTION

      II. MODELS AND METHODS

      A. The first

      B. The second

      III. RESULTS

      C. not one

      A. Once more

      I. Not a section here

      ## Marked ##

      $$ a = b $$
      """
    let paper = try ImportSamples.read(text, .markdown)
    let headings = paper.pieces.compactMap { piece in
      if case .heading(let level, let text) = piece.kind { "\(level) \(text)" } else { nil }
    }
    #expect(paper.title == "Title")
    #expect(
      headings == [
        "2 I. INTRODUCTION", "2 II. MODELS AND METHODS", "3 A. The first", "3 B. The second",
        "2 III. RESULTS", "3 A. Once more", "2 Marked",
      ])
  }

  // Byte for byte but for the number: spaces inside, comments, accents.
  @Test(
    arguments: [
      (#"$$a  =\frac{ b }{c}%x"# + "\n $$", "a  =\\frac{ b }{c}%x", nil),
      (#"$$ \ddot{o} = ö,\ \quad (3a)$$"#, #"\ddot{o} = ö,"#, "3a"),
      (#"$$ a = b \hspace{2em} (2.14) $$"#, "a = b", "2.14"),
      (#"$$ a = b \\ c = d ~~~(A1') $$"#, #"a = b \\ c = d ~~~(A1')"#, nil),
      (#"$$ a = b. \tag*{(7)} $$"#, "a = b.", "7"),
      (#"$$ a = \cos(2) $$"#, #"a = \cos(2)"#, nil),
      (
        #"$$ \begin{aligned} a &= b \\ c &= d \quad (4) \end{aligned} $$"#,
        #"\begin{aligned} a &= b \\ c &= d \end{aligned}"#, "4"
      ),
      ("$$ a = b $$ (5).", "a = b", "5"), ("$$ a = b $$\n\n(6)\n", "a = b", "6"),
      ("$$ a = b $$\n\n(6) is it\n", "a = b", nil),
    ] as [(String, String, String?)])
  func aDisplay(text: String, latex: String, number: String?) throws {
    let paper = try ImportSamples.read(text, .markdown)
    #expect(paper.displays.map(\.display) == [ImportedDisplay(latex, number: number)])
  }

  @Test(
    arguments: [
      ("$$ a = b\n\n$$", 0), ("$$ a\n\n= b $$", 1), ("$$ a = b \\tag{1}\\tag{2} $$", 1),
      ("$a$$b$ $$ c = d $$", 0), ("cost $5\n\n$$ c = d $$", 0), ("cost $5\n$$ c = d $$", 0),
    ])
  func oneDisplayAndRemarks(text: String, remarks: Int) throws {
    let paper = try ImportSamples.read(text, .markdown)
    #expect(paper.displays.count == 1)
    #expect(paper.remarks.filter(\.isLoss).count == remarks)
  }
}
