import LaTeXMath
import Testing

@testable import Derivations

/// Every kind of slip, as the text that undoing it leaves.
@Suite struct SlipCatalogueTests {
  // + and − between terms; a first minus is lost or superfluous.
  @Test(arguments: [
    ("b + c", ["b - c"]), ("b - c", ["b + c"]),
    ("x y - 2 b + c", ["x y + 2 b + c", "x y - 2 b - c"]),
    (#"\frac{b - c}{b + 2}"#, [#"\frac{b + c}{b + 2}"#, #"\frac{b - c}{b - 2}"#]),
    ("b (x - y)^2", ["b (x + y)^2"]), ("b", []), (#"e^{x - y}"#, [#"e^{x + y}"#]),
    (#"\sqrt{b + c}"#, [#"\sqrt{b - c}"#]), ("|x - y|", ["|x + y|"]),
  ])
  func signs(_ printed: String, _ texts: [String]) throws {
    #expect(try SlipBench.right(printed).texts(.sign) == texts)
  }

  @Test(arguments: [
    ("b", ["-b"]), ("-b", ["b"]), ("b + c", ["-b + c"]), ("- b + c", [" b + c"]),
    ("b (x + y)", ["-b (x + y)", "b (-x + y)"]), ("b (-x + y)", ["-b (-x + y)", "b (x + y)"]),
    (#"e^{x}"#, [#"-e^{x}"#, #"e^{-x}"#]), (#"e^{-x}"#, [#"-e^{-x}"#, "e^{x}"]),
  ])
  func lostSigns(_ printed: String, _ texts: [String]) throws {
    #expect(try SlipBench.right(printed).texts(.lostSign, cost: 1) == texts)
  }

  // What a command takes without braces gets some where it grows.
  @Test(arguments: [
    (Slip.lostSign, "e^x", ["-e^x", "e^{-x}"]), (.symbol, "e^x", ["e^y", "e^t"]),
    (.symbol, #"\frac x2"#, [#"\frac y2"#, #"\frac t2"#]),
    (.lostSign, #"\frac xb"#, [#"-\frac xb"#, #"\frac {-x}b"#, #"\frac x{-b}"#]),
    (
      .number, #"\sqrt x"#,
      [
        #"2 \sqrt x"#, #"\frac{1}{2} \sqrt x"#, #"\sqrt {2 x}"#, #"\sqrt {\frac{1}{2} x}"#,
      ]
    ), (.conjugation, #"\frac{\sigma_-}2"#, [#"\frac{\sigma_-^\dagger}2"#]),
    (.lostSign, #"\frac ωb"#, [#"-\frac ωb"#, #"\frac {-ω}b"#, #"\frac ω{-b}"#]),
    (.lostSign, #"\frac{x} b"#, [#"-\frac{x} b"#, #"\frac{-x} b"#, #"\frac{x} {-b}"#]),
  ])
  func bareArguments(_ slip: Slip, _ printed: String, _ texts: [String]) throws {
    #expect(try SlipBench.right(printed).texts(slip) == texts)
  }

  // Above or below a line a minus is seldom first: it counts twice.
  @Test func lostSignsInFractions() throws {
    let bench = try SlipBench.right(#"\frac{b}{c}"#)
    #expect(bench.texts(.lostSign, cost: 1) == [#"-\frac{b}{c}"#])
    #expect(bench.texts(.lostSign, cost: 2) == [#"\frac{-b}{c}"#, #"\frac{b}{-c}"#])
  }

  // i for −i between terms is a conjugation; so is a dagger.
  @Test(arguments: [
    ("x + i y", ["x - i y"]), (#"\frac{1}{x - i y}"#, [#"\frac{1}{x + i y}"#]),
    (#"x - \frac{i y}{2}"#, [#"x + \frac{i y}{2}"#]), ("z^*", ["z"]),
    (#"\sigma_-^\dagger"#, [#"\sigma_-"#]), (#"\sigma_-"#, [#"\sigma_-^\dagger"#]), ("x", []),
  ])
  func conjugations(_ printed: String, _ texts: [String]) throws {
    #expect(try SlipBench.right(printed).texts(.conjugation) == texts)
  }

  // An operator lost between factors, or one too many.
  @Test(arguments: [
    ("b c", ["b - c", "b + c"]), ("b + c", ["b   c"]), ("b", []),
    ("x b c", ["x - b c", "x + b c", "x b - c", "x b + c"]),
    (#"\frac{1}{b c}"#, [#"\frac{1}{b - c}"#, #"\frac{1}{b + c}"#]),
    // A function and its argument are one factor; a slash takes what is nearest only.
    (#"N(\omega)"#, []), (#"N(2 \omega)"#, [#"N(2 - \omega)"#, #"N(2 + \omega)"#]),
    ("b / c", []), ("b/c + x", []), ("b + x/c", ["b   x/c"]), ("2 + 3", []),
    (#"\sin x + b"#, []), (#"\sin(x) + b"#, [#"\sin(x)   b"#]), (#"\sum_{m=1}^2 b m + x"#, []),
  ])
  func operators(_ printed: String, _ texts: [String]) throws {
    #expect(try SlipBench.right(printed).texts(.operation) == texts)
  }

  // A line that begins with an operator goes on with the one before; without it, it is another one.
  @Test func operatorsThatBeginALine() throws {
    let bench = try SlipBench(#"$$ \begin{aligned} a &= b \\ &+ c + x \end{aligned} $$"#)
    #expect(bench.texts(.operation) == [#"b \\ &+ c   x"#])
    #expect(bench.texts(.sign) == [#"b \\ &- c + x"#, #"b \\ &+ c - x"#])
  }

  @Test(arguments: [
    ("3 b", ["2 b", "4 b", "6 b"]), ("b^2", []), ("4 b", ["3 b", "5 b", "8 b", "2 b"]),
    ("1 + b", ["2 + b", "1 + 2 b", #"1 + \frac{1}{2} b"#]),
  ])
  func numbers(_ printed: String, _ texts: [String]) throws {
    #expect(
      Set(try SlipBench.right(printed).texts(.number))
        == Set(texts).union(
          printed.hasPrefix("b") ? [#"2 b^2"#, #"\frac{1}{2} b^2"#] : []))
  }

  // Twice and half, on and off, with brackets where a slash or a function takes one factor only.
  @Test(arguments: [
    ("b", ["2 b", #"\frac{1}{2} b"#]), ("2 b", ["b", "1 b", "3 b", "4 b"]),
    (#"\frac{1}{2} b"#, ["b"]),
    (#"x/b"#, ["2 x/b", #"\frac{1}{2} x/b"#, "x/(2 b)", #"x/(\frac{1}{2} b)"#]),
    (#"\sin x"#, [#"2 \sin x"#, #"\frac{1}{2} \sin x"#, #"\sin (2 x)"#, #"\sin (\frac{1}{2} x)"#]),
    (#"\sin\frac{x}{2}"#, [#"\sin{x}"#]),
  ])
  func factorsOfTwo(_ printed: String, _ texts: [String]) throws {
    let found = Set(try SlipBench.right(printed).texts(.number))
    for text in texts { #expect(found.contains(text), "\(found)") }
  }

  @Test(arguments: [
    ("p_e", [#"p_g"#]), (#"\rho_{eg} + p_g"#, [#"\rho_{eg} + p_e"#]), ("x", []),
    (#"\frac{p_e}{p_g}"#, [#"\frac{p_g}{p_g}"#, #"\frac{p_e}{p_e}"#]),
    (#"\sigma_- |e\rangle"#, [#"\sigma_+ |e\rangle"#, #"\sigma_- |g\rangle"#]),
    (#"|g\rangle\langle e|"#, [#"|e\rangle\langle e|"#, #"|g\rangle\langle g|"#]),
  ])
  func labels(_ printed: String, _ texts: [String]) throws {
    #expect(try SlipBench.right(printed).texts(.label) == texts)
  }

  @Test(arguments: [
    (#"\sin x"#, [#"\cos x"#]), (#"\cos x \tanh y"#, [#"\sin x \tanh y"#, #"\cos x \coth y"#]),
    (#"\sin^2 x"#, [#"\cos^2 x"#]), ("x", []),
  ])
  func functions(_ printed: String, _ texts: [String]) throws {
    #expect(try SlipBench.right(printed).texts(.function) == texts)
  }

  // x, y and t are declared together, and so are ω, κ, T, a, b, c, of which κ is a rate and T a
  // temperature; the left side a is left out.
  @Test(arguments: [
    ("x", ["y", "t"]), ("b", [#"\omega"#, "c"]), ("T", []), ("z", []),
    (#"\frac{x}{2}"#, [#"\frac{y}{2}"#, #"\frac{t}{2}"#]),
    (#"\frac x y"#, [#"\frac y y"#, #"\frac t y"#, #"\frac x x"#, #"\frac x t"#]),
  ])
  func symbols(_ printed: String, _ texts: [String]) throws {
    #expect(try SlipBench.right(printed).texts(.symbol) == texts)
  }

  // Brackets around what stands from one term to the next; those of a group left out.
  @Test(arguments: [
    ("x y + b c", ["x (y + b) c", "x (y + b c)", "(x y + b) c"]), ("x + y", []),
    ("x (y + b)", ["x y + b"]), ("(x + y) b", ["x + y b"]), ("x (y)", []),
    ("2 (1 + x)", []), ("b (x/y + c)", ["b x/y + c"]), ("(b + x/y) c", []),
    ("3 (2 + x)", []), (#"\sin x (b + c)"#, []), (#"b (c + \sin x)"#, [#"b c + \sin x"#]),
    ("-x + y", ["-(x + y)"]),
  ])
  func brackets(_ printed: String, _ texts: [String]) throws {
    #expect(Set(try SlipBench.right(printed).texts(.bracket)) == Set(texts))
  }

  // X + Y for X_+ Y, and the other way round, where both names are declared.
  @Test(arguments: [
    (#"\bar{L} a"#, []), ("M + a", ["M_+ a"]), ("M - a", ["M_- a"]), ("M_+ a", ["M + a"]),
    ("M_- a", ["M - a"]), ("M^+ a", ["M + a"]), ("a + M", []), ("M_+", []), ("q + a", []),
  ])
  func strayScripts(_ printed: String, _ texts: [String]) throws {
    let preamble = Sample.qubit + "```rederive\nsymbol M, M_+, M_-, \\bar{L}: positive\n```\n"
    let bench = try SlipBench.right(printed, after: preamble)
    #expect(
      bench.texts(.strayScript).map { $0.split(separator: " ").joined(separator: " ") } == texts)
  }

  // The undeclared L is 𝓛 with a script: two edits of one glyph each.
  @Test func typefaces() throws {
    let bench = try SlipBench.right("N_1^+ L", after: NameCatalogueTests.preamble)
    #expect(bench.texts(.typeface, cost: 1) == [#"N_1^+ \bar{L}"#])
    #expect(
      bench.texts(.typeface, cost: 2) == [#"N_1^+ \mathcal{L}_+"#, #"N_1^+ \mathcal{L}_-"#])
    let other = try SlipBench.right(#"\frac L 2"#, after: NameCatalogueTests.preamble)
    #expect(other.texts(.label) == [#"\frac {L_+} 2"#, #"\frac {L_-} 2"#])
  }

  // Entries of a matrix have slips of their own.
  @Test func matrices() throws {
    let bench = try SlipBench(
      #"$$ r = \begin{pmatrix} p_e & 0 \\ 0 & x - y \end{pmatrix} $$"#)
    #expect(
      bench.texts(.sign) == [#"\begin{pmatrix} p_e & 0 \\ 0 & x + y \end{pmatrix}"#])
    #expect(
      bench.texts(.label) == [#"\begin{pmatrix} p_g & 0 \\ 0 & x - y \end{pmatrix}"#])
  }

  // The likelier slip first: a minus before a symbol, one glyph before one that counts twice.
  @Test func weights() throws {
    func edit(_ slip: Slip, _ cost: Int) -> SlipEdit {
      SlipEdit(slip: slip, cost: cost, result: Formula(.number("1"), 0..<1), changes: [])
    }
    #expect(edit(.lostSign, 1).weight < edit(.typeface, 1).weight)
    #expect(edit(.typeface, 1).weight < edit(.label, 1).weight)
    #expect(edit(.label, 1).weight < edit(.number, 1).weight)
    #expect(edit(.number, 1).weight < edit(.symbol, 1).weight)
    for slip in Slip.allCases {
      #expect(2 * edit(slip, 1).weight < edit(slip, 2).weight)
    }
  }
}
