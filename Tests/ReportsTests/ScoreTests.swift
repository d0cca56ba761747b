import Derivations
import Foundation
import Reports
import Testing

@Suite struct ScoreTests {
  /// 1999 of 2000 slips refuted, of two kinds, and one right formula refuted.
  private static let score: Score = {
    var sign = Score.Tally(.sign)
    (sign.planted, sign.refuted, sign.repairedFirst) = (1990, 1990, 1980)
    var label = Score.Tally(.label)
    (label.planted, label.refuted, label.repairedFirst, label.repairedLater) = (10, 9, 8, 1)
    var doubled = Score.Rewritten("over two")
    (doubled.written, doubled.proved, doubled.refuted) = (5, 4, 1)
    var harmless = Score.Rewritten("harmless")
    (harmless.written, harmless.proved, harmless.undecided) = (3, 2, 1)
    return Score(
      derivation: "paper", lines: 12, planted: [sign, label, .init(.bracket)],
      harmless: harmless, rewritten: [doubled],
      misses: [
        .init(
          kind: .notRefuted, equation: "3", subject: "x", latex: #"\frac{a}{b}"#, said: "undecided"),
        .init(
          kind: .repairedOtherwise, equation: "4", subject: "y", latex: "a", said: "b"),
      ])
  }()

  @Test func text() {
    #expect(
      ScoreText.render(Self.score, style: TextStyle(width: 80, showsLaTeX: true)) == #"""
        paper: 12 proved lines

          slip                    planted  refuted  repaired first
          sign                       1990     1990            1980
          label                        10        9               8

          written otherwise       proved  undecided  refuted
          over two                     4          0        1
          harmless                     2          1        0

        planted slips refuted: 1999 of 2000 (99.9 %)
        repaired first try: 1988 of 2000 (99.4 %)
        equivalent formulas not refuted: 7 of 8 (87.5 %)

        not refuted: 1
          (3) x = \frac{a}{b}  undecided

        repaired otherwise: 1
          (4) y = a  →  b

        """#)
  }

  @Test func manyMissesAreCut() {
    var score = Self.score
    score.misses = Array(repeating: score.misses[0], count: 20)
    let text = ScoreText.render(score, style: TextStyle())
    #expect(text.contains("not refuted: 20\n"))
    #expect(text.hasSuffix("  … and 8 more; --format json shows all\n"))
  }

  @Test func whatIsNotCountedIsSaid() {
    var score = Self.score
    score.leftOut.slips = 1
    score.leftOut.lines = 2
    #expect(
      ScoreText.render(score, style: TextStyle()).contains(
        "\nnot counted, without a value to compare: 2 proved lines, 1 slip\n"))
  }

  @Test func nothingToCount() {
    let score = Score(
      derivation: "none", lines: 0, planted: [], harmless: .init("harmless"), rewritten: [],
      misses: [])
    let text = ScoreText.render(score, style: TextStyle())
    #expect(text.contains("planted slips refuted: nothing to count\n"))
  }

  @Test func json() throws {
    let text = try ScoreJSON.render([Self.score])
    let json = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    #expect(json["schema"] == .text("rederive.score/1"))
    #expect(json["planted"] == .number(2000))
    #expect(json["refuted"] == .number(1999))
    #expect(json["repairedFirst"] == .number(1988))
    #expect(json["harmless"] == .number(3))
    #expect(json["wronglyRefuted"] == .number(1))
    let both = try JSONDecoder().decode(
      JSONValue.self, from: Data(try ScoreJSON.render([Self.score, Self.score]).utf8))
    #expect(both.keys == ["schema", "derivations"])
  }

  // All three figures are needed.
  @Test func isGood() {
    func score(_ refuted: Int, _ repaired: Int, wrongly: Int) -> Score {
      var tally = Score.Tally(.sign)
      (tally.planted, tally.refuted, tally.repairedFirst) = (10, refuted, repaired)
      var entry = Score.Rewritten("reordered")
      (entry.written, entry.refuted) = (1, wrongly)
      return Score(
        derivation: "p", lines: 1, planted: [tally], harmless: .init("harmless"),
        rewritten: [entry], misses: [])
    }
    #expect(score(10, 9, wrongly: 0).isGood)
    #expect(!score(9, 9, wrongly: 0).isGood)
    #expect(!score(10, 8, wrongly: 0).isGood)
    #expect(!score(10, 9, wrongly: 1).isGood)
  }
}
