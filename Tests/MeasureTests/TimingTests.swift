import Testing

@testable import measure

@Suite struct TimingTests {
  @Test func medianAndMinimum() {
    #expect(Timing([3, 1, 2]) == Timing(median: 2, minimum: 1, repetitions: 3))
    #expect(Timing([4, 1, 2, 3])?.median == 2.5)
    #expect(Timing([0.5])?.median == 0.5)
    #expect(Timing([]) == nil)
  }

  @Test func repetitionsEndWithTheirNumberOrTheBudget() {
    var calls = 0
    let quick = repeated(3, within: 60) { () -> Int in
      calls += 1
      return calls
    }
    #expect(quick.seconds.count == 3)
    #expect(quick.result == 3)
    // No time at all is left after the first.
    #expect(repeated(3, within: 0) { 7 }.seconds.count == 1)
  }

  @Test(arguments: [
    (0.012345, "0.0123"), (4.5612, "4.56"), (45.61, "45.6"), (456.1, "456"), (999.6, "1000"),
    (5516, "5520"), (306_662, "307000"), (1, "1.00"), (0, "0"),
  ])
  func threeDigits(_ value: Double, _ text: String) {
    #expect(MarkdownTables.digits(value) == text)
  }

  @Test func aProblemOfOneRoundStays() {
    let place = Record.Place(work: .w1, subject: "solve", item: "x")
    var ledger = Ledger()
    ledger.add(Record(place: place, program: .ours, seconds: [1]))
    ledger.add(Record(place: place, program: .ours, problem: "over 60 s"))
    ledger.add(Record(place: place, program: .ours, seconds: [2]))
    #expect(ledger.records.count == 1)
    #expect(ledger.records.first?.problem == "over 60 s")
    #expect(ledger.records.first?.timing == nil)
  }
}
