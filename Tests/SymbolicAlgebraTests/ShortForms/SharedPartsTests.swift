import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

/// Names for what expressions have in common, and expressions as LaTeX.
@Suite struct SharedPartsTests {
  private static let a = ScalarExpression.symbol("a")
  private static let b = ScalarExpression.symbol("b")
  private static let c = ScalarExpression.symbol("c")

  // (a + b + c + 1) occurs four times: it is worth a name; a + 1 is not.
  @Test func aLongSumThatOccursAgainGetsAName() {
    let (a, b, c) = (Self.a, Self.b, Self.c)
    let long = ScalarExpression.sum([a, b, c, .number(1)])
    let short = ScalarExpression.sum([a, .number(1)])
    let parts = SharedParts(
      [
        .quotient(short, long), .quotient(.product([b, short]), long), .power(long, 2),
        .product([long, c]),
      ]
    ) { "d_\($0)" }
    #expect(parts.definitions == [.init(name: "d_1", value: long)])
    let d = ScalarExpression.symbol("d_1")
    #expect(
      parts.expressions == [
        .quotient(short, d), .quotient(.product([b, short]), d), .power(d, 2), .product([d, c]),
      ])
  }

  // What is inside a shared sum is defined before it.
  @Test func definitionsUseOnlyEarlierOnes() {
    let (a, b, c) = (Self.a, Self.b, Self.c)
    let inner = ScalarExpression.sum([a, b, c, .number(1), .power(a, 2)])
    let outer = ScalarExpression.sum([.power(inner, 2), .product([a, b, c]), .number(3)])
    let parts = SharedParts(
      [outer, .product([a, outer]), .product([b, outer]), inner, .product([c, inner])]
    ) { "d_\($0)" }
    #expect(parts.definitions.map(\.name) == ["d_1", "d_2"])
    #expect(parts.definitions.first?.value == inner)
    #expect(
      parts.definitions.last?.value
        == .sum([.power(.symbol("d_1"), 2), .product([a, b, c]), .number(3)]))
  }

  @Test func nothingInCommon() {
    let parts = SharedParts([Self.a, Self.b]) { "d_\($0)" }
    #expect(parts.definitions.isEmpty)
    #expect(parts.expressions == [Self.a, Self.b])
  }

  @Test(arguments: [
    (ScalarExpression.product([.number(2), .number(3), a]), #"2 \cdot 3 a"#),
    (.product([.number(-1), a, b]), "-a b"),
    (.product([a, .negative(b)]), "a (-b)"),
    (.negative(.sum([a, b])), "-(a + b)"),
    (.sum([a, .negative(b), .number(-2)]), "a - b - 2"),
    (.power(.sum([a, b]), 2), "(a + b)^{2}"),
    (.power(.symbol("a^+"), 2), "(a^+)^{2}"),
    (.power(.number(-2), 2), "(-2)^{2}"),
    (.power(.sine(a), 2), #"\sin^{2} a"#),
    // A cosine takes what stands behind it for its argument.
    (.product([.cosine(a), b]), #"b \cos a"#),
    (.cosine(.quotient(a, .number(2))), #"\cos \frac{a}{2}"#),
    (.sine(.sum([a, b])), #"\sin (a + b)"#),
    (
      .quotient(.exponential(.quotient(a, b)), .squareRoot(c)), #"\frac{e^{\frac{a}{b}}}{\sqrt{c}}"#
    ),
    (.number(Rational(-1, 2)), #"-\frac{1}{2}"#), (.imaginaryUnit, "i"),
  ])
  func asLaTeX(_ expression: ScalarExpression, _ latex: String) {
    #expect(expression.latex == latex)
  }

  @Test func operatorsHaveNone() {
    #expect(ScalarExpression.trace(.identity).latex == nil)
    #expect(ScalarExpression.sum([Self.a, .trace(.identity)]).latex == nil)
  }
}
