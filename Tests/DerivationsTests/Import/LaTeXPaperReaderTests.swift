import Testing

@testable import Derivations

@Suite struct LaTeXPaperReaderTests {
  // Counted by hand: one number for equation, multline and split; one for each row of align, gather,
  // eqnarray, alignat and flalign unless \nonumber or \tag stands there; none for starred ones.
  @Test func aWholePaper() throws {
    let found = try ImportSamples.displays(ImportSamples.latex, .latex)
    #expect(
      found == [
        #"(1) H = \omega |e\rangle\langle e|"#, "a = b", #"c = \frac{d}{2}"#,
        #"(2) \begin{aligned} x &= 1 \end{aligned}"#,
        #"(3) \begin{aligned} y &= 2 \\ &\quad + 3 \end{aligned}"#,
        #"(X) \begin{aligned} z &= n_{c}^{(h)} + n_{1}^{(c)} \end{aligned}"#,
        #"(4) \begin{aligned} w &= \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix} \end{aligned}"#,
        #"\begin{aligned} p &= q \\ r &= s \end{aligned}"#, "(5a) A = 1", "(5b) B = 2",
        "(5c) C = 3", #"(6) \begin{aligned} u &=& v \\ && + w, \end{aligned}"#,
        #"(7) \begin{aligned} k &=& l \end{aligned}"#,
        #"(8) \begin{gathered} m = n \\ + o \end{gathered}"#,
        #"(9) \begin{split} f &= g \\ &= h \end{split}"#,
        #"(10) \begin{alignedat}{2} a_1 &= 1 &\quad b_1 &= 2 \end{alignedat}"#,
        #"\begin{alignedat}{2} a_2 &= 3 & b_2 &= 4 \end{alignedat}"#,
        #"(T) \operatorname{Tr} \rho = 1"#, #"(11) \begin{aligned} F &= 1 \end{aligned}"#,
        #"(12) \begin{aligned} G &= 2 \end{aligned}"#, #"(A.1) Z = \sum_k e^{-\beta E_k}"#,
        "U = V", #"(A.2) S = \ln W"#,
      ])
  }

  @Test func itsHeadingsWordsAndFormulas() throws {
    let paper = try ImportSamples.read(ImportSamples.latex, .latex)
    #expect(paper.title == "Schro\u{308}dinger's oscillator")
    var found: [String] = []
    for piece in paper.pieces {
      switch piece.kind {
      case .heading(let level, let text): found.append("\(piece.line) \(level) \(text)")
      case .words(let text): found.append("\(piece.line) \(text)")
      case .formula(let text): found.append("\(piece.line) $\(text)$")
      case .display: break
      }
    }
    #expect(
      found == [
        "12 2 Abstract", "12 $x = 1$", "12 $y = 2$", "13 2 The model",
        #"14 $\delta = \omega_1 + \omega_2$"#, "35 3 Rates", "54 and so", "61 2 More",
      ])
  }

  @Test func whatIsLeftOutIsSaidWithItsLine() throws {
    let remarks = try ImportSamples.remarks(ImportSamples.latex, .latex)
    #expect(
      remarks == [
        #"55: \verb: what it shows as it stands was not read"#,
        "56: verbatim: what it shows as it stands was not read",
        #"59: \input{more} was not followed: import that file by itself"#,
        "66: what stands after the end of the document was not read",
      ])
  }

  @Test(
    arguments: [
      // LaTeX numbers the empty row behind a last \\.
      (#"\begin{align} a &= 1 \\ \end{align} \begin{equation} b = 1 \end{equation}"#, ["1", "3"]),
      (#"\setcounter{equation}{7}\begin{equation} a = 1 \end{equation}"#, ["8"]),
      (
        #"\begin{equation} a = 1 \end{equation}\addtocounter{equation}{2}\begin{equation} b = 1 \end{equation}"#,
        ["1", "4"]
      ),
      (
        #"\renewcommand{\theequation}{S\arabic{equation}}\begin{equation} a = 1 \end{equation}"#,
        ["S1"]
      ),
      (
        #"\makeatletter\@addtoreset{equation}{section}\makeatother\renewcommand{\theequation}{\thesection.\arabic{equation}}\section{A}\begin{equation} a = 1 \end{equation}\section{B}\begin{equation} a = 1 \end{equation}"#,
        ["1.1", "2.1"]
      ),
      // What a tag cannot hold, it does not.
      (#"$$ a = 1 \eqno(3)\x{ $$"#, ["3x"]), (#"$$ a = 1 \eqno(3.1) $$"#, ["3.1"]),
      (#"\[ a = 1 \tag{$*$} \]"#, ["*"]),
      (
        #"\documentclass{revtex4-2}\begin{document}\section{A}\appendix\section{B}\begin{equation} a = 1 \end{equation}\section{C}\begin{equation} a = 1 \end{equation}\end{document}"#,
        ["A1", "B1"]
      ),
      (
        #"\documentclass{book}\chapter{A}\begin{equation} a = 1 \end{equation}\chapter{B}\begin{equation} a = 1 \end{equation}"#,
        ["1.1", "2.1"]
      ),
      (
        #"\numberwithin{equation}{subsection}\section{A}\subsection{B}\begin{equation} a = 1 \end{equation}"#,
        ["1.1.1"]
      ),
      (
        #"\begin{equation} a = 1 \nonumber \end{equation}\begin{equation} b = 1 \end{equation}"#,
        ["1"]
      ),
    ] as [(String, [String])])
  func numbers(text: String, expected: [String]) throws {
    let paper = try ImportSamples.read(text, .latex)
    #expect(paper.displays.compactMap(\.display.number) == expected)
  }

  @Test(
    arguments: [
      (
        #"\begin{equation} a = 1"#,
        #"1: the display that \begin{equation} opens is not closed: it is left out"#
      ),
      (
        "\\begin{equation} a = 1\n\n\\begin{equation} b = 1 \\end{equation}",
        #"1: the display that \begin{equation} opens is not closed: it is left out"#
      ),
      ("x\n\\[ a = 1", #"2: the display that \[ opens is not closed: it is left out"#),
      ("$$ a = 1\n\nx", "1: the display that $$ opens is not closed: it is left out"),
      (
        #"\begin{subeqnarray} a = 1 \end{subeqnarray}"#,
        "1: the environment subeqnarray is not known: it was not read"
      ),
      (
        #"\begin{equation} a = 1 \tag{1} \tag{2} \end{equation}"#,
        "1: a second number, (2), in one display: it is left out"
      ),
      (
        #"\begin{align} a &= 1 \\ &= 2 \end{align}"#,
        "1: (2) goes on from the display before it: its left side stands there"
      ),
      (
        #"\begin{align} a &= 1 \\ \end{align}"#, "1: an empty row, which LaTeX gives the number (2)"
      ),
      (
        #"\be a = 1 \ee"#,
        #"1: \be is not defined in this file: if it opens a display, that was not read"#
      ),
      (
        #"\numberwithin{equation}{part}"#,
        "1: the form of the equations' numbers changes here in a way not followed"
      ),
      (
        #"$$ a \text{$b$$c$} $$"#,
        "1: there is $$ inside this display: it was written as $ $"
      ),
    ])
  func faultsAreSaid(text: String, remark: String) throws {
    let remarks = try ImportSamples.remarks(text + ImportSamples.display, .latex)
    #expect(remarks.contains(remark), "\(remarks)")
  }

  @Test func unnumberedRowsGoWithTheirEquation() throws {
    // The second row goes on from the first, the third belongs to the fourth.
    let found = try ImportSamples.displays(
      #"\begin{align} a &= b \\ &+ c \nonumber \\ d \nonumber \\ &= e \end{align}"#, .latex)
    #expect(
      found == [
        #"(1) \begin{aligned} a &= b \\ &+ c \end{aligned}"#,
        #"(2) \begin{aligned} d \\ &= e \end{aligned}"#,
      ])
  }
}
