import Testing

@testable import LaTeXMath

@Suite struct MathMLTests {
  /// What stands between the tags of `math`.
  static func content(_ latex: String, marks: [MathML.Mark] = [], room: Double? = nil) -> String {
    let markup = MathML(latex: latex, marks: marks, room: room).markup
    let start = markup.firstIndex(of: ">").map { markup.index(after: $0) } ?? markup.endIndex
    return String(markup[start...].dropLast("</math>".count))
  }

  // Letters are mi, numbers mn, signs mo; a minus at the start stands before its operand.
  @Test(
    arguments: [
      (#"a"#, "<mi>a</mi>"),
      (#"12.5x"#, "<mn>12.5</mn><mi>x</mi>"),
      (#"a.b"#, #"<mi>a</mi><mo lspace="0" rspace="0">.</mo><mi>b</mi>"#),
      (#"-x"#, #"<mo form="prefix">−</mo><mi>x</mi>"#),
      (#"a - b"#, "<mi>a</mi><mo>−</mo><mi>b</mi>"),
      (#"a = -b"#, #"<mi>a</mi><mo>=</mo><mo form="prefix">−</mo><mi>b</mi>"#),
      (#"\Omega\omega"#, #"<mi mathvariant="normal">Ω</mi><mi>ω</mi>"#),
      (#"a \le b"#, "<mi>a</mi><mo>≤</mo><mi>b</mi>"),
      (#"a \otimes b"#, #"<mi>a</mi><mo form="infix">⊗</mo><mi>b</mi>"#),
      (#"a \,b"#, #"<mi>a</mi><mspace width="0.167em"/><mi>b</mi>"#),
      (#"a &= b"#, "<mi>a</mi><mo>=</mo><mi>b</mi>"),
      (#"ω"#, "<mi>ω</mi>"),
      (#"<"#, "<mo>&lt;</mo>"),
    ])
  func atoms(_ latex: String, _ markup: String) {
    #expect(Self.content(latex) == markup)
  }

  // A script belongs to the one atom before it, a number being one.
  @Test(
    arguments: [
      (#"x_1"#, "<msub><mi>x</mi><mn>1</mn></msub>"),
      (#"x^{12}"#, "<msup><mi>x</mi><mn>12</mn></msup>"),
      (#"x^12"#, "<msup><mi>x</mi><mn>1</mn></msup><mn>2</mn>"),
      (#"x_1^+"#, #"<msubsup><mi>x</mi><mn>1</mn><mo form="prefix">+</mo></msubsup>"#),
      (#"x^+_1"#, #"<msubsup><mi>x</mi><mn>1</mn><mo form="prefix">+</mo></msubsup>"#),
      (#"f''"#, "<msup><mi>f</mi><mo>″</mo></msup>"),
      (#"f'^2"#, "<msup><mi>f</mi><mrow><mo>′</mo><mn>2</mn></mrow></msup>"),
      (#"{}^2 a"#, "<msup><mrow/><mn>2</mn></msup><mi>a</mi>"),
      (#"^2"#, "<msup><mrow/><mn>2</mn></msup>"),
      (#"a_1_2"#, "<msub><msub><mi>a</mi><mn>1</mn></msub><mn>2</mn></msub>"),
      (
        #"U^\dagger"#,
        #"<msup><mi>U</mi><mo lspace="0" rspace="0">†</mo></msup>"#
      ),
      (
        #"\sum_k x"#,
        #"<munder><mo movablelimits="true">∑</mo><mi>k</mi></munder><mi>x</mi>"#
      ),
      (#"\int_0^1"#, "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>"),
    ])
  func scripts(_ latex: String, _ markup: String) {
    #expect(Self.content(latex) == markup)
  }

  @Test(
    arguments: [
      (#"\frac{a}{b}"#, "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
      (#"\frac12"#, "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
      (#"\frac\pi 2"#, "<mfrac><mi>π</mi><mn>2</mn></mfrac>"),
      (
        #"\frac\sqrt{a}b"#,
        "<mfrac><msqrt><mi>a</mi></msqrt><mi>b</mi></mfrac>"
      ),
      (#"\sqrt[3]{x}"#, "<mroot><mi>x</mi><mn>3</mn></mroot>"),
      (
        #"\bar{T}"#,
        #"<mover accent="true"><mi>T</mi><mo stretchy="false">¯</mo></mover>"#
      ),
      (#"\text{if } x"#, "<mtext>if\u{A0}</mtext><mi>x</mi>"),
      (
        #"\sin x"#,
        #"<mi>sin</mi><mspace width="0.167em"/><mi>x</mi>"#
      ),
      (
        #"\sin(x)"#,
        #"<mi>sin</mi><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo>"#
      ),
      (#"\operatorname{Tr}"#, "<mi>Tr</mi>"),
      (#"\mathrm{d}"#, #"<mi mathvariant="normal">d</mi>"#),
      (#"\mathcal{L}"#, #"<mi>ℒ</mi>"#),
      (#"\mathcal{N}"#, "<mi>𝒩</mi>"),
      (#"\mathbf{a1}"#, "<mi>𝐚</mi><mn>𝟏</mn>"),
      (#"\mathbb{R}"#, #"<mi>ℝ</mi>"#),
      (
        #"|e\rangle"#,
        #"<mo stretchy="false" lspace="0" rspace="0">|</mo><mi>e</mi><mo stretchy="false">⟩</mo>"#
      ),
    ])
  func constructs(_ latex: String, _ markup: String) {
    #expect(Self.content(latex) == markup)
  }

  // Brackets grow with a fraction, not with a sum.
  @Test func fences() {
    let low = Self.content(#"\left(a\right)"#)
    let tall = Self.content(#"\left(\frac{a}{b}\right."#)
    #expect(
      low == #"<mo form="prefix" fence="true" stretchy="false">(</mo><mi>a</mi>"#
        + #"<mo form="postfix" fence="true" stretchy="false">)</mo>"#)
    #expect(
      tall == #"<mo form="prefix" fence="true" stretchy="true">(</mo>"#
        + "<mfrac><mi>a</mi><mi>b</mi></mfrac>")
  }

  @Test func matricesAndCases() {
    let matrix = Self.content(#"\begin{pmatrix} 1 & 0 \\ 0 & a \\ \end{pmatrix}"#)
    #expect(
      matrix == #"<mo form="prefix" fence="true" stretchy="true">(</mo>"#
        + "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr>"
        + "<mtr><mtd><mn>0</mn></mtd><mtd><mi>a</mi></mtd></mtr></mtable>"
        + #"<mo form="postfix" fence="true" stretchy="true">)</mo>"#)
    let cases = Self.content(#"\begin{cases} 1 \end{cases}"#)
    #expect(
      cases == #"<mo form="prefix" fence="true" stretchy="true">{</mo>"#
        + #"<mtable><mtr><mtd class="l"><mn>1</mn></mtd></mtr></mtable>"#)
  }

  @Test func alignedLines() {
    let lines = Self.content(#"\begin{aligned} a &= b \\ &= c \end{aligned}"#)
    #expect(
      lines == #"<mtable displaystyle="true"><mtr><mtd class="r"><mi>a</mi></mtd>"#
        + #"<mtd class="l"><mo>=</mo><mi>b</mi></mtd></mtr>"#
        + #"<mtr><mtd class="r"/><mtd class="l"><mo>=</mo><mi>c</mi></mtd></mtr></mtable>"#)
  }

  /// What is not understood stands there as it is.
  @Test(
    arguments: [
      (#"\foo{a}"#, #"<mtext class="raw">\foo</mtext><mi>a</mi>"#),
      (#"\frac{a}"#, #"<mtext class="raw">\frac</mtext><mi>a</mi>"#),
      (#"a}"#, #"<mi>a</mi><mtext class="raw">}</mtext>"#),
      (#"\left(a"#, #"<mtext class="raw">\left(</mtext><mi>a</mi>"#),
      ("\u{202E}a", "<mtext>\u{FFFD}</mtext><mi>a</mi>"),
    ])
  func nothingIsLost(_ latex: String, _ markup: String) {
    #expect(Self.content(latex) == markup)
  }

  @Test func theLaTeXStandsBeside() {
    let math = MathML(latex: "a  <\n\"b\"", isDisplay: true)
    #expect(
      math.markup.hasPrefix(#"<math display="block" alttext="a &lt; &quot;b&quot;"><mi>a</mi>"#))
    #expect(MathML(latex: "").markup == #"<math alttext=""></math>"#)
  }

  // Six terms of about three ems each, in lines of seven: two and two and two.
  @Test func longSumsAreBroken() {
    let sum = "y = aa + bb + cc + dd"
    #expect(!Self.content(sum).contains("mtable"))
    let broken = Self.content(sum, room: 6)
    #expect(broken.hasPrefix(#"<mtable displaystyle="true"><mtr><mtd class="l"><mi>y</mi>"#))
    #expect(broken.contains(#"<mspace width="1.5em"/><mo form="infix">+</mo><mi>c</mi>"#))
    #expect(!Self.content("y = (aa + bb + cc + dd)", room: 6).contains("mtable"))
  }

  @Test func numeratorsAreBrokenToo() {
    let broken = Self.content(#"\frac{aa + bb + cc + dd}{2}"#, room: 6)
    #expect(broken.hasPrefix(#"<mfrac><mtable displaystyle="true">"#))
  }
}
