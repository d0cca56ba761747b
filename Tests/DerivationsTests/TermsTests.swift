import LaTeXMath
import Testing

@testable import Derivations

@Suite struct TermsTests {
  private static let formulas = [
    "a", "2 n", "-a", "a + b", "a - b c + 2 d", "-a b - c", #"\frac{a}{b} - c"#, "a (b + c) - d",
    "-i a", #"a \pm b"#, "f(x) a - g(x)", "f(x)", "-f(x)", "a/b - c", #"|e\rangle\langle g| - H"#,
    #"a + \text{H.c.}"#, "a^2 b_1 - (a b)",
  ]

  // Taking apart and putting together again is nothing done, ranges included.
  @Test(arguments: formulas, [true, false]) func roundTrip(_ text: String, joins: Bool) throws {
    let formula = try Sample.formula(text)
    let terms = Terms(formula) { first, second in
      guard joins, case .group = second.kind else { return false }
      return first.name == "f" || first.name == "g"
    }
    #expect(terms.formula == formula)
    #expect(terms.range == formula.range)
  }

  private static func described(_ terms: Terms, _ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return terms.terms.map { term in
      let units = term.units.map { String(decoding: bytes[$0.range], as: UTF8.self) }
      return term.sign.rawValue + units.joined(separator: "|")
    }
  }

  @Test(arguments: [
    ("a", ["+a"]), ("-2 n", ["-2|n"]), ("a - b c + d", ["+a", "-b|c", "+d"]),
    ("(a + b) c", ["+(a + b)|c"]), (#"a \pm b c"#, ["+a", #"\pm"# + "b|c"]),
    ("f(x) a", ["+f(x)|a"]), ("a f(x)", ["+a|f(x)"]), ("f(x) f(a)", ["+f(x)|f(a)"]),
    ("a (x)", ["+a|(x)"]),
  ])
  func signsAndFactors(_ text: String, _ expected: [String]) throws {
    let terms = Terms(try Sample.formula(text)) { first, second in
      guard case .group = second.kind else { return false }
      return first.name == "f"
    }
    #expect(Self.described(terms, text) == expected)
  }

  // A sign that is printed has a place, the first one that is not has an empty one.
  @Test func placesOfSigns() throws {
    let terms = Terms(try Sample.formula("a - b")) { _, _ in false }
    #expect(terms.terms.map(\.signRange) == [0..<0, 2..<3])
    #expect(terms.terms.map(\.range) == [0..<1, 4..<5])
    let negative = Terms(try Sample.formula("-b")) { _, _ in false }
    #expect(negative.terms.map(\.signRange) == [0..<1])
    #expect(negative.range == 0..<2)
  }

  @Test func partsAreReplaced() throws {
    let terms = Terms(try Sample.formula("a b - c")) { _, _ in false }
    let x = Formula(.symbol("x"), 0..<1)
    let changed = terms.replacing(term: 0, unit: 1, with: x)
    #expect(PlainText.render(changed.formula) == PlainText.render(try Sample.formula("a x - c")))
    let shorter = terms.replacing(1, with: [])
    #expect(PlainText.render(shorter.formula) == PlainText.render(try Sample.formula("a b")))
    let split = terms.replacing(
      0,
      with: terms.terms[0].units.map { .init(sign: .minus, signRange: 0..<0, units: [$0]) })
    #expect(PlainText.render(split.formula) == PlainText.render(try Sample.formula("-a - b - c")))
  }

  @Test(arguments: [
    (Formula.Sign.plus, Formula.Sign.minus), (.minus, .plus), (.plusMinus, .minusPlus),
    (.minusPlus, .plusMinus),
  ])
  func flippedSigns(_ sign: Formula.Sign, _ other: Formula.Sign) {
    #expect(sign.flipped == other)
  }
}
