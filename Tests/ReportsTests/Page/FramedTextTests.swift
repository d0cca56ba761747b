import Testing

@testable import Reports

@Suite struct FramedTextTests {
  private let style = TextStyle.framed

  @Test(
    arguments: [
      (
        "the $x$ of $y$.",
        [.words("the "), .formula("x"), .words(" of "), .formula("y"), .words(".")]
      ),
      ("no formula", [.words("no formula")]),
      ("5 $", [.words("5 $")]),
      ("$a$", [.formula("a")]),
      ("a\u{E000}b", [.words("a\u{FFFD}b")]),
      ("", []),
    ] as [(String, [FramedText.Part])])
  func prose(_ text: String, _ parts: [FramedText.Part]) {
    #expect(FramedText.parts(of: style.prose(text)) == parts)
  }

  @Test func formulas() {
    #expect(FramedText.parts(of: style.math("a  b")) == [.formula("a b")])
    #expect(style.math("") == "")
    #expect(FramedText.parts(of: style.mathOrProse("a = b")) == [.formula("a = b")])
    #expect(FramedText.parts(of: style.mathOrProse("boson")) == [.words("boson")])
  }

  // A paper's sentence has commands without dollars; its brackets and stops are no part of them.
  @Test(
    arguments: [
      (#"for small \mu, it"#, [.words("for small "), .formula(#"\mu"#), .words(", it")]),
      (
        #"the (\mu > \omega) case"#,
        [
          .words("the ("), .formula(#"\mu"#), .words(" > "), .formula(#"\omega"#),
          .words(") case"),
        ]
      ),
      (#"at f(\mu)"#, [.words("at "), .formula(#"f(\mu)"#)]),
      (#"a $\mu$ \x"#, [.words("a "), .formula(#"\mu"#), .words(#" \x"#)]),
      ("plain words.", [.words("plain words.")]),
    ] as [(String, [FramedText.Part])])
  func sentences(_ text: String, _ parts: [FramedText.Part]) {
    #expect(FramedText.parts(of: FramedText.sentence(text)) == parts)
  }
}
