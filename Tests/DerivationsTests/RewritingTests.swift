import Testing

@testable import Derivations

@Suite struct RewritingTests {
  /// What one kind of rewriting makes of a right side, where names of scalars are scalars.
  private func texts(_ kind: Rewriting.Kind, _ latex: String) throws -> [String] {
    let bench = try SlipBench.right(latex)
    let rewriter = Rewriter(
      catalogue: bench.catalogue, definition: { $0 == "b" ? "x + y" : nil },
      isScalar: { $0.name != #"\sigma_-"# })
    return rewriter.rewritings(of: bench.right).filter { $0.kind == kind }
      .map { bench.text($0.changes) }
  }

  @Test(arguments: [
    (Rewriting.Kind.doubled, "a", [#"\frac{1}{2} (2 (a))"#]),
    (.negatedTwice, "a + c", ["-(-(a + c))"]),
    (.reordered, "a - c", ["- c + a"]),
    (.reordered, "a c", ["{c} {a}"]),
    (.reordered, #"a \sigma_-"#, []),
    (.expanded, "a (x - y) c", ["(+ {a} {x} {c} - {a} {y} {c})"]),
    (.factored, "a x - a y", ["+ {a} (+ {x} - {y})"]),
    (.factored, "a x - c y", []),
    (.otherAbbreviations, "a b", [#"a \left(x + y\right)"#]),
    (.conjugatedDenominator, #"\frac{a}{c}"#, [#"\frac{(a) (c)^*}{(c) (c)^*}"#]),
    (.conjugatedDenominator, #"\frac{a}{2}"#, []),
    // cos x = 2 cos²(x/2) − 1, sin x = 2 sin(x/2) cos(x/2), and the other way round.
    (.halfAngle, #"\cos x"#, [#"(2 \cos^2 \frac{x}{2} - 1)"#]),
    (.halfAngle, #"\sin x"#, [#"(2 \sin \frac{x}{2} \cos \frac{x}{2})"#]),
    (.halfAngle, #"\sin \frac{x}{2}"#, [#"\frac{\sin{(x)}}{2 \cos \frac{x}{2}}"#]),
    (.halfAngle, #"\cos \frac{x}{2}"#, [#"\frac{\sin{(x)}}{2 \sin \frac{x}{2}}"#]),
    (.halfAngle, #"\cos^2 \frac{x}{2}"#, [#"\frac{1 + \cos{(x)}}{2}"#]),
    (.halfAngle, #"\sin^2 \frac{x}{2}"#, [#"\frac{1 - \cos{(x)}}{2}"#]),
    (.halfAngle, #"\cos^2 x"#, []),
  ])
  func rewritings(_ kind: Rewriting.Kind, _ latex: String, _ expected: [String]) throws {
    #expect(try texts(kind, latex) == expected)
  }

  // Each means the same as before: the exact check proves it.
  @Test(arguments: [
    #"\cos \frac{x}{2} + \sin \frac{x}{2}"#, #"\sin x (\cos x - a) c"#,
    #"\frac{a x + a y}{c + i x}"#, #"\sin^2 \frac{x}{2} - \cos^2 \frac{y}{2}"#,
  ])
  func theyMeanTheSame(_ latex: String) throws {
    let bench = try SlipBench.right(latex)
    let rewriter = Rewriter(
      catalogue: bench.catalogue, definition: { _ in nil }, isScalar: { _ in true })
    let rewritings = rewriter.rewritings(of: bench.right)
    #expect(rewritings.count > 2)
    for rewriting in rewritings {
      let line = try Sample.line("\(latex) = \(bench.text(rewriting.changes))")
      #expect(line.verdict == .proved, "\(rewriting.kind): \(line.printed)")
    }
  }
}
