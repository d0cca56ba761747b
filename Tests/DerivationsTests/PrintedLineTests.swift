import LaTeXMath
import Testing

@testable import Derivations

@Suite struct PrintedLineTests {
  private func read(_ text: String) throws -> [PrintedLine] {
    try LineReader(NotationBuilder(try Sample.document(text))).lines
  }

  private let families = """
    ```rederive
    A_i means eigenvalue i of H, for i = 1, 2
    r_n means eigenvalue n of the density operator, for n = 1, 2, 3
    ```

    """

  private func brief(_ lines: [PrintedLine]) -> [String] {
    lines.map { "\($0.equation): \($0.subject) | \($0.printed)" }
  }

  // (25) is not there: a display without a number is called by the one before.
  @Test func numbers() throws {
    let lines = try read(#"$$a=1$$ $$b=2 \tag{24}$$ $$c=3$$ $$d=4$$ $$e=5 \quad (26)$$ $$f=6$$"#)
    #expect(
      brief(lines) == [
        "0+1: a | 1", "24: b | 2", "24+1: c | 3", "24+2: d | 4", "26: e | 5", "26+1: f | 6",
      ])
  }

  @Test func aChainIsSeveralStatements() throws {
    let lines = try read("$$ a = b = c $$")
    #expect(brief(lines) == ["0+1: a | b", "0+1: b | c"])
    #expect(lines.map(\.range) == [3..<8, 7..<12])
  }

  @Test func familiesAreInstantiated() throws {
    #expect(brief(try read(families + "$$ A_i = i $$")) == ["0+1: A_1 | i", "0+1: A_2 | i"])
    // r_4 does not exist: the last inequality of the chain leaves the range.
    #expect(
      brief(try read(families + #"$$ r_n \geq r_{n+1} $$"#)) == [
        #"0+1: r_1 | \geq r_2"#, #"0+1: r_2 | \geq r_3"#,
      ])
  }

  @Test func bothSigns() throws {
    #expect(
      brief(try read(#"$$ L_\pm = a \pm b \mp c $$"#)) == [
        "0+1: L_+ | a + b - c", "0+1: L_- | a - b + c",
      ])
  }

  @Test func signsOnTheRightOnlyGiveTwoValues() throws {
    let lines = try read(#"$$ L = a \pm b $$"#)
    #expect(
      lines.map(\.problem?.message)
        == Array(
          repeating: "± stands on the right only, so that one name is given two values", count: 2))
  }

  // A_i = B with i bound on the left is one thing, x = A_i another.
  @Test func anIndexOnTheRightOnlyIsUnbound() throws {
    let line = try #require(try read(families + "$$ x = A_i $$").first)
    #expect(line.problem?.message == "the index i is not bound: it stands on the right only")
    let sum = try #require(try read(families + #"$$ x = \sum_{j=1}^2 A_i $$"#).first)
    #expect(
      sum.problem?.message
        == "the index i is not bound: it stands on the right only; the sum runs over j")
    let bound = try #require(try read(families + #"$$ x = \sum_i A_i $$"#).first)
    #expect(bound.problem == nil)
  }

  @Test func anExpressionAloneIsNotAStatement() throws {
    let line = try #require(try read("$$ a + b $$").first)
    #expect(
      line.problem?.message == "expected a relation such as '=': this is an expression by itself")
    #expect(line.subject == "a + b")
  }

  @Test func unreadablePiecesKeepTheirTextAndPlace() throws {
    let lines = try read("$$ a = 1, b = n! $$")
    #expect(brief(lines) == ["0+1: a | 1", "0+1: b | n!"])
    #expect(lines[1].problem?.message == "'!': expected an expression, found '!'")
    #expect(lines[1].problem?.range == 15..<16)
  }

  @Test(arguments: [
    ("a  &=\n b", "a = b"), (#"a \\ + b"#, "a + b"), (#"a \quad b"#, "a b"),
    (#"\frac{a}{b}\, c"#, #"\frac{a}{b}\, c"#), (#"a \& b"#, #"a \& b"#),
    (#"  a \ \\ b\quad c & d  "#, #"a \ b c d"#), ("a\u{2003}b", "a b"),
    ("\\", "\\"), ("", ""),
    (
      "\\begin{pmatrix} 1 &  2 \\\\\n 3 & 4 \\end{pmatrix}",
      #"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"#
    ),
  ])
  func textIsOneLine(_ text: String, _ cleaned: String) {
    #expect(LineReader.cleaned(text) == cleaned)
  }

  // x², X† and e^{iφ} of known things are checked; a name that only looks so is defined.
  @Test(arguments: [
    ("x^2 = 5", "refuted"), (#"\sigma_-^2 = 0"#, "proved"),
    (#"\sigma_-^\dagger = \sigma_+"#, "proved"),
    (#"H^\dagger = 7"#, "refuted"), ("z^* = z", "refuted"), ("i^2 = -1", "proved"),
    ("a^{-1} = 1/a", "proved"), (#"e^{i\pi} = -1"#, "proved"), (#"a^{1/2} = \sqrt{a}"#, "proved"),
    ("a^{(1)} = 3", "defined"), ("q^2 = 3", "unreadable"), ("a^+ = 3", "defined"),
    ("a' = 3", "defined"),
    (#"|e\rangle = |g\rangle"#, "refuted"), (#"|\psi\rangle = |g\rangle"#, "defined"),
  ])
  func powersAreNotNames(_ display: String, _ verdict: String) throws {
    #expect(try Sample.line(display).verdict.rawValue == verdict)
  }

  @Test func aDefinitionHoldsOnceInASection() throws {
    // The second R is checked against the first, also in a section that assumes no less; where the
    // first was made under an assumption that does not hold here, it is defined anew.
    let given = "```rederive\ngiven a = 1\n```\n"
    let lines = try Sample.lines(
      "## A\n\(given)$$ R = 1 $$\n$$ R = 2 $$\n### A.1\n$$ R = 3 $$\n## B\n$$ R = 4 $$")
    #expect(lines.map(\.verdict) == [.defined, .refuted, .refuted, .defined])
  }
}
