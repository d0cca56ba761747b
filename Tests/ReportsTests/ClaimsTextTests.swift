import Derivations
import Testing

@testable import Reports

@Suite struct ClaimsTextTests {
  private static let place = Location(file: "a.md", line: 7, column: 1, endLine: 7, endColumn: 9)

  private static func line(_ equation: String, _ subject: String) -> LineOutcome {
    LineOutcome(
      equation: equation, subject: subject, verdict: .refuted, printed: "1", derived: "2",
      witness: Witness(at: [], printed: "1", derived: "2"), location: place)
  }

  private static func claim(_ section: String, _ verdict: Claim.Verdict) -> Claim {
    Claim(
      figure: "6a", section: section, statement: "$E$ increases with $T$", sentence: "it grows",
      judgements: [
        .init(
          reading: "derived", verdict: verdict, basis: .enclosure, points: 401,
          witness: [
            .init(at: [.init(symbol: "T", value: 1)], value: 2),
            .init(at: [.init(symbol: "T", value: 3)], value: 0.5),
          ], reason: verdict == .fails ? "it falls" : ""),
        .init(
          reading: "printed", verdict: .holds, basis: .points, points: 401, witness: [], reason: ""
        ),
      ], location: place)
  }

  /// Two slips, one of them decisive, and a claim said twice.
  private static let outcome: Outcome = {
    var outcome = Outcome(
      derivation: "a", title: "A", lines: [line("1", "x"), line("2", "y"), line("2", "z")],
      assumptions: [])
    outcome.claims = [claim("Abstract", .fails), claim("III", .fails)]
    outcome.conflicts = [
      ClaimConflict(figure: "6a", first: 0, second: 1, statement: "they cannot both be so")
    ]
    outcome.consequences = [
      Consequence(
        severity: .conclusion, equations: ["2"], lines: [1, 2],
        changes: [
          .init(
            quantity: "$E$ of Fig. 6a", at: [.init(symbol: "T", value: 2)], right: 4.283,
            wrong: 3.163)
        ], unchanged: ["$U$ of Fig. 6b: equal at all 9 points"],
        turns: [.init(claim: 0, right: .fails, wrong: .holds)], usedBy: ["3"]),
      Consequence(
        severity: .slip, equations: ["1"], lines: [0], changes: [], unchanged: [], turns: [],
        usedBy: []),
    ]
    return outcome
  }()

  private func text(_ outcome: Outcome = Self.outcome) -> String {
    CheckText.render(outcome, file: "a.md", source: [], style: TextStyle(width: 100))
  }

  @Test func theGravestLeads() throws {
    let text = text()
    let grave = try #require(text.range(of: "severity: changes a conclusion"))
    let light = try #require(
      text.range(of: "severity: not followed into figures and claims"))
    #expect(grave.lowerBound < light.lowerBound)
  }

  @Test func whatALineDoesIsSaidOnce() {
    let text = text()
    #expect(text.contains("changes a conclusion, together: (2) y, (2) z"))
    #expect(text.contains("E of Fig. 6a 4.283 → 3.163 at T = 2"))
    #expect(text.contains("keeps: U of Fig. 6b: equal at all 9 points"))
    #expect(
      text.contains("Fig. 6a, “E increases with T”: fails, with what is printed it holds"))
    #expect(text.components(separatedBy: "4.283").count == 2)
  }

  /// What was computed and stays is not called unused.
  @Test func aSlipThatWasFollowed() {
    var outcome = Self.outcome
    outcome.consequences[1].unchanged = ["$E$ of Fig. 6a: equal at all 9 points"]
    #expect(text(outcome).contains("severity: slip: no figure and no claim changes"))
  }

  @Test func claimsAreGroupedAndJudged() {
    let text = text()
    #expect(text.contains("  fails: Fig. 6a: E increases with T\n"))
    #expect(text.contains("    said in: Abstract, line 7; III, line 7\n"))
    #expect(
      text.contains("    derived: fails, by enclosure: it falls: 2 at T = 1, 0.5 at T = 3\n"))
    #expect(text.contains("    printed: holds, on 401 points\n"))
    #expect(text.contains("  conflict: Fig. 6a: they cannot both be so\n"))
    #expect(text.contains("\n2 claims: 2 fail\n"))
  }

  @Test func aFileWithoutClaimsSaysNothingOfThem() {
    var outcome = Self.outcome
    outcome.claims = []
    outcome.conflicts = []
    outcome.consequences = []
    #expect(!text(outcome).contains("laim"))
    #expect(!text(outcome).contains("severity"))
  }

  /// Lines 1 and 2 of equation 2 become lines 0 and 1.
  @Test func restrictionToEquationsRenumbers() throws {
    let part = Self.outcome.restricted(to: ["2"])
    #expect(part.lines.map(\.subject) == ["y", "z"])
    let consequence = try #require(part.consequences.first)
    #expect(part.consequences.count == 1)
    #expect(consequence.lines == [0, 1])
    #expect(consequence.turns.map(\.claim) == [0])
    #expect(part.claims.count == 1)
    #expect(part.conflicts.isEmpty)
    #expect(part.effect(ofLine: 0)?.consequence.severity == .conclusion)
    #expect(Self.outcome.restricted(to: ["1"]).claims.isEmpty)
  }

  @Test func markdownKeepsAll() {
    let text = CheckMarkdown.render(Self.outcome)
    #expect(text.contains("- (2) `y`, (2) `z`: **conclusion**\n"))
    #expect(text.contains("  - changes: $E$ of Fig. 6a: 4.283 → 3.163 at `T` = 2\n"))
    #expect(text.contains("  - III: “it grows”\n"))
    #expect(text.contains("  - used by: (3)\n"))
  }
}
