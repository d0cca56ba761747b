import Testing

@testable import LaTeXMath

@Suite struct MathMLMarkTests {
  /// The formula with the first occurrence of a piece marked.
  private func marked(_ latex: String, _ piece: String) -> String {
    let start = latex.firstRange(of: piece)?.lowerBound ?? latex.startIndex
    let offset = latex.utf8.distance(from: latex.startIndex, to: start)
    return MathMLTests.content(latex, marks: [.init(offset..<offset + piece.utf8.count, "here")])
  }

  // A sign keeps its room: in a row of its own it would count as one before an operand.
  @Test(
    arguments: [
      (#"a + b"#, "+", #"<mi>a</mi><mrow class="here"><mo form="infix">+</mo></mrow><mi>b</mi>"#),
      (#"\gamma_1"#, #"\gamma"#, #"<msub><mrow class="here"><mi>γ</mi></mrow><mn>1</mn></msub>"#),
      (#"\gamma_1"#, "1", #"<msub><mi>γ</mi><mrow class="here"><mn>1</mn></mrow></msub>"#),
      (
        #"\frac{a}{b}"#, "b",
        #"<mfrac><mi>a</mi><mrow class="here"><mi>b</mi></mrow></mfrac>"#
      ),
      (#"ab c"#, "b c", #"<mi>a</mi><mrow class="here"><mi>b</mi><mi>c</mi></mrow>"#),
      (
        #"é\mathcal{L}"#, #"\mathcal{L}"#,
        #"<mi>é</mi><mrow class="here"><mi>ℒ</mi></mrow>"#
      ),
    ])
  func pieces(_ latex: String, _ piece: String, _ markup: String) {
    #expect(marked(latex, piece) == markup)
  }

  /// The outermost element that is covered is marked, and nothing in it again.
  @Test func theWhole() {
    #expect(
      marked(#"x \frac{a}{b}"#, #"\frac{a}{b}"#)
        == #"<mi>x</mi><mrow class="here"><mfrac><mi>a</mi><mi>b</mi></mfrac></mrow>"#)
  }

  /// A mark that cuts an element where nothing inside fits takes the whole.
  @Test func aCutElement() {
    #expect(marked("123", "2") == #"<mrow class="here"><mn>123</mn></mrow>"#)
    #expect(
      marked(#"\sqrt{a}"#, #"\sqrt"#)
        == #"<mrow class="here"><msqrt><mi>a</mi></msqrt></mrow>"#)
  }

  // a_1 b with something missing before b: the box stands between.
  @Test(
    arguments: [
      ("a_1 b", 4, #"</msub><mspace class="here" "#),
      ("ab", 0, #"<mspace class="here" "#),
      (#"\frac{a}{b}"#, 7, #"<mi>a</mi><mspace class="here" "#),
    ])
  func somethingMissing(_ latex: String, _ place: Int, _ piece: String) {
    let markup = MathMLTests.content(latex, marks: [.init(place..<place, "here")])
    #expect(markup.contains(piece))
    #expect(markup.split(separator: "here").count == 2)
  }

  @Test func severalMarks() {
    let markup = MathMLTests.content("a + b - c", marks: [.init(0..<1, "x"), .init(6..<7, "y")])
    #expect(
      markup == #"<mrow class="x"><mi>a</mi></mrow><mo>+</mo><mi>b</mi>"#
        + #"<mrow class="y"><mo form="infix">−</mo></mrow><mi>c</mi>"#)
  }

  /// A place outside the text, or inside a command, marks nothing that is not there.
  @Test func placesOutside() {
    #expect(MathMLTests.content("ab", marks: [.init(9..<12, "here")]) == "<mi>a</mi><mi>b</mi>")
    #expect(MathMLTests.content(#"\pi"#, marks: [.init(1..<1, "here")]) == "<mi>π</mi>")
  }
}
