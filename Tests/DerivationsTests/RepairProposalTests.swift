import LaTeXMath
import Testing

@testable import Derivations

@Suite struct RepairProposalTests {
  private static func edit(_ slip: Slip, _ changes: (Range<Int>, String)...) -> SlipEdit {
    SlipEdit(
      slip: slip, cost: 1, result: Formula(.number("1"), 0..<1),
      changes: changes.map { TextEdit(range: $0.0, replacement: $0.1) })
  }

  private static func proposal(_ edits: SlipEdit...) -> RepairProposal {
    RepairProposal(edits: edits, cost: edits.count)
  }

  // Brackets around what another edit changes: three changes in the order of the text.
  @Test func changesAreInTheOrderOfTheSource() {
    let proposal = Self.proposal(
      Self.edit(.bracket, (2..<2, "("), (9..<9, ")")), Self.edit(.sign, (5..<6, "-")))
    #expect(proposal.changes.map(\.replacement) == ["(", "-", ")"])
    #expect(proposal.isConsistent)
    #expect(TextEdit.apply(proposal.changes, to: "0123456789") == "01(234-678)9")
  }

  // At one place the first edit's piece comes first, but a sign goes before a number: −2x, (−2x.
  @Test func insertionsAtOnePlace() {
    let minus = Self.edit(.lostSign, (3..<3, "-"))
    let two = Self.edit(.number, (3..<3, "2 "))
    #expect(Self.proposal(minus, two).changes.map(\.replacement) == ["-", "2 "])
    #expect(Self.proposal(two, minus).changes.map(\.replacement) == ["-", "2 "])
    let open = Self.edit(.bracket, (3..<3, "("), (8..<8, ")"))
    #expect(Self.proposal(open, two, minus).changes.map(\.replacement) == ["(", "-", "2 ", ")"])
    #expect(Self.proposal(two, open).changes.map(\.replacement) == ["2 ", "(", ")"])
    #expect(Self.proposal(minus, two).isConsistent)
  }

  @Test(arguments: [
    (0..<3, 2..<4, false), (0..<2, 2..<4, true), (0..<4, 1..<2, false), (1..<1, 1..<2, true),
    (0..<2, 1..<1, false),
  ])
  func overlaps(_ a: Range<Int>, _ b: Range<Int>, _ isConsistent: Bool) {
    let proposal = Self.proposal(Self.edit(.sign, (a, "x")), Self.edit(.label, (b, "y")))
    #expect(proposal.isConsistent == isConsistent)
  }

  @Test func weightsAddUp() {
    let one = Self.edit(.sign, (0..<1, "+"))
    let other = Self.edit(.symbol, (2..<3, "y"))
    #expect(Self.proposal(one, other).weight == one.weight + other.weight)
    #expect(Self.proposal(one).weight < Self.proposal(other).weight)
  }
}
