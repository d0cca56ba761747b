import LaTeXMath
import Testing

@testable import Derivations

@Suite struct InstantiationTests {
  private static let one = Instantiation(letters: ["i": "1", "j": "2"], upper: true)
  private static let two = Instantiation(letters: ["n": "3"], upper: false)

  @Test(arguments: [
    (one, "i", "1"), (one, "ij", "12"), (one, "i,j", "1,2"), (one, "k", "k"),
    (one, #"\pm"#, "+"), (one, #"\mp"#, "-"), (two, #"\pm"#, "-"), (two, #"f\mp"#, "f+"),
    // Sums of numbers are worked out.
    (two, "n+1", "4"), (two, "n-1", "2"), (two, "n + 2", "5"), (one, "i+j", "3"),
    (two, "n+m", "3+m"),
    // Letters inside a command are not indices.
    (one, #"\pi"#, #"\pi"#), (one, #"\min"#, #"\min"#),
    // A sum that does not fit is left as it is.
    (two, "9223372036854775807+1", "9223372036854775807+1"),
  ])
  func scripts(_ filling: Instantiation, _ text: String, _ filled: String) {
    #expect(filling.script(text) == filled)
  }

  // What stands for a letter or ± is written by it again; commands do not run into letters.
  @Test(arguments: [
    (one, "1", "i"), (one, "_{12}", "_{ij}"), (one, "+", #"\pm"#), (one, "-", #"\mp"#),
    (two, "-", #"\pm"#), (two, "+ ", #"\mp "#), (one, "7", "7"), (two, "3", "n"),
    (one, "+ L", #"\pm L"#), (one, #"\frac{1}{2} "#, #"\frac{i}{j} "#),
    (Instantiation.identity, "1 + 2", "1 + 2"),
  ])
  func generalised(_ filling: Instantiation, _ text: String, _ expected: String) {
    let edit = filling.generalised(TextEdit(range: 3..<4, replacement: text))
    #expect(edit == TextEdit(range: 3..<4, replacement: expected))
  }

  // Only the scripts of a ket's label carry indices: the i of |i⟩ is a level.
  @Test(arguments: [
    (one, #"\varepsilon_i"#, #"\varepsilon_1"#), (one, "i", "i"), (two, "r_n", "r_3"),
    (two, "r_{n+1}", "r_4"), (one, "a^{ij}", "a^{12}"),
    (Instantiation(letters: ["i": "12"], upper: nil), "a_i", "a_{12}"), (one, "eg", "eg"),
  ])
  func labels(_ filling: Instantiation, _ text: String, _ filled: String) {
    #expect(filling.label(text) == filled)
  }

  // The names by which formulas with values filled in are looked up.
  @Test(arguments: [
    (one, "A_i", "A_1"), (one, #"N_i^\pm"#, "N_1^+"), (two, #"\omega_{f\pm}"#, #"\omega_{f-}"#),
    (one, #"\rho_{ij}"#, #"\rho_{12}"#), (two, "r_{n+1}", "r_4"),
    (one, #"\sigma_-^{(i)}"#, #"\sigma_-^{(1)}"#),
  ])
  func names(_ filling: Instantiation, _ text: String, _ name: String) throws {
    #expect(filling(try Sample.formula(text)).name == name)
  }

  @Test(arguments: [(true, [Formula.Sign.plus, .plus, .minus]), (false, [.plus, .minus, .plus])])
  func signsOfTerms(_ upper: Bool, _ signs: [Formula.Sign]) throws {
    let filled = Instantiation(letters: [:], upper: upper)(try Sample.formula(#"a \pm b \mp c"#))
    guard case .sum(let terms) = filled.kind else {
      Issue.record("not a sum")
      return
    }
    #expect(terms.map(\.sign) == signs)
  }

  @Test func identityChangesNothing() throws {
    let formula = try Sample.formula(#"\sum_k A_i^\pm |r_n\rangle"#)
    #expect(Instantiation.identity(formula) == formula)
    #expect(Instantiation.identity.edits(in: formula).isEmpty)
  }

  // The printed text with values written in, all else byte for byte.
  @Test(arguments: [
    (one, #"A_i + B_i"#, "A_1 + B_1"),
    (one, #"\gamma_i^\pm  (\delta \pm \Omega)/2"#, #"\gamma_1^+  (\delta + \Omega)/2"#),
    (two, #"a \mp b"#, "a + b"),
    (two, #"|r_n\rangle \langle r_n|"#, #"|r_3\rangle \langle r_3|"#),
    (two, #"\langle r_n | x_n \rangle"#, #"\langle r_3|x_3\rangle"#),
    (Instantiation(letters: ["i": "10"], upper: nil), "a_i", "a_{10}"),
    (one, #"\frac{a_{ij}}{ b }"#, #"\frac{a_{12}}{ b }"#),
  ])
  func editsWriteTheValues(_ filling: Instantiation, _ text: String, _ printed: String) throws {
    let edits = filling.edits(in: try Sample.formula(text))
    #expect(TextEdit.apply(edits, to: text) == printed)
  }

  @Test(arguments: [
    (#"\varepsilon_{i j}"#, [#"\varepsilon"#, "_", "{", "i", "j", "}"]), ("", []), ("\\", ["\\"]),
    (#"\,a"#, [#"\,"#, "a"]), ("a1", ["a", "1"]), ("θ b", ["θ", "b"]), (#"\a-"#, [#"\a"#, "-"]),
    // A letter with an accent of its own is one token, and ends a command's name.
    ("e\u{301}x", ["e\u{301}", "x"]), ("\\ae\u{301}", ["\\a", "e\u{301}"]),
    ("a\u{A0}b\tc\r\nd", ["a", "b", "c", "d"]), ("\\θ", ["\\θ"]),
  ])
  func tokens(_ text: String, _ tokens: [String]) {
    #expect(LaTeXTokens.split(text) == tokens)
  }

  @Test(arguments: [
    ("a + b", false), (#"a \pm b"#, true), (#"L_\mp"#, true), (#"|a_\pm\rangle"#, true),
    (#"\frac{1}{a \mp 1}"#, true), (#"e^{\pm x}"#, true), ("x^2", false),
  ])
  func alternatingSigns(_ text: String, _ has: Bool) throws {
    #expect(try Sample.formula(text).hasAlternatingSign == has)
  }

  // Moving a formula moves every range in it and nothing else.
  @Test(arguments: [
    #"\frac{a_i}{2} + \sqrt{b^2}"#, #"\sum_{k=1}^2 [A_k, \rho] \otimes c"#, #"a/bc"#,
    #"\langle a|X|b\rangle + |x|"#, #"\begin{pmatrix} 1 & a \\ b & 2 \end{pmatrix}"#,
    #"\sin^2 x + \langle H \rangle + H.c."#,
  ])
  func shiftingMovesRangesOnly(_ text: String) throws {
    let formula = try Sample.formula(text)
    let moved = formula.shifted(by: 7)
    var before: [Range<Int>] = []
    var after: [Range<Int>] = []
    formula.visit { before.append($0.range) }
    moved.visit { after.append($0.range) }
    #expect(after == before.map { $0.lowerBound + 7..<$0.upperBound + 7 })
    #expect(moved.shifted(by: -7) == formula)
    #expect(formula.shifted(by: 0) == formula)
  }
}
