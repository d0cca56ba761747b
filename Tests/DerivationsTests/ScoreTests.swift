import Testing

@testable import Derivations

@Suite struct ScoreTests {
  private static let displays = #"""
    $$ p_e = \frac{n}{2 n + 1} \tag{1} $$
    $$ p_g = \frac{n + 1}{2 n + 1} \tag{2} $$
    $$ p_e + p_g = 2 \tag{3} $$

    """#

  private func score(every step: Int = 1, equations: [String] = []) throws -> Score {
    try Sample.derivation(Sample.qubit + Self.displays)
      .score(every: step, equations: equations) { _ in }
  }

  // Only (1) and (2) are proved. Every sum and product has slips, and all change a value.
  @Test func everySlipOfProvedLines() throws {
    let score = try score()
    #expect(score.lines == 2)
    #expect(score.plantedInAll > 30)
    #expect(score.refutedInAll == score.plantedInAll)
    #expect(score.repairedFirstInAll * 10 >= 9 * score.plantedInAll)
    #expect(score.wronglyRefuted == 0)
    #expect(score.isGood)
    let kinds = Set(score.rewritten.filter { $0.written > 0 }.map(\.name))
    #expect(kinds.isSuperset(of: ["conjugated denominator", "over two", "negated twice"]))
    #expect(score.rewritten.allSatisfy { $0.proved == $0.written })
  }

  @Test func theSameEveryTime() throws {
    let (first, second) = (try score(), try score())
    #expect(first == second)
  }

  @Test func aSampleIsSmaller() throws {
    let (all, sample) = (try score(), try score(every: 5))
    #expect(sample.lines == 2)
    #expect(sample.plantedInAll > 0)
    #expect(sample.plantedInAll * 3 < all.plantedInAll)
  }

  @Test func oneEquation() throws {
    let (first, second) = (try score(equations: ["1"]), try score(equations: ["2"]))
    let both = try score()
    #expect(first.lines == 1)
    #expect(first.plantedInAll + second.plantedInAll == both.plantedInAll)
    #expect(try score(equations: ["3"]).lines == 0)
  }
}
