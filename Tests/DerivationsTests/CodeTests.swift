import Foundation
import Testing

@testable import Derivations

@Suite struct CodeTests {
  private static let place = Location(file: "f.md", line: 1, column: 1, endLine: 1, endColumn: 2)

  private static func line(_ verdict: Verdict, _ slips: [[Slip]] = []) -> LineOutcome {
    var line = LineOutcome(
      equation: "1", subject: "a", verdict: verdict, printed: "b", location: place)
    line.repairs = slips.map {
      Repair(
        edits: $0.count, slips: $0, latex: "c", unique: slips.count == 1, verdict: .proved,
        range: place, changes: [])
    }
    return line
  }

  // Names are stable: whoever filters by them must not be surprised.
  @Test func names() {
    #expect(
      Code.allCases.map(\.rawValue) == [
        "R001", "R002", "R003", "R004", "R005", "R006", "R007", "R008", "R009", "R010", "R011",
        "R012", "R013", "R020", "R021", "R022", "R023", "R030", "R031", "R032",
      ])
  }

  @Test func everySlipHasItsOwn() {
    let codes = Slip.allCases.map { Code($0) }
    #expect(Set(codes).count == Slip.allCases.count)
    #expect(!codes.contains(.refuted) && !codes.contains(.severalSlips))
    #expect(Code(.sign) == .sign)
    #expect(Code(.operation) == .operation)
  }

  @Test func everyFindingHasItsOwn() {
    #expect(
      Finding.Kind.allCases.map { Code($0) } == [.permutation, .basis, .convention, .inconsistency])
  }

  @Test(arguments: [
    (Verdict.proved, Code?.none), (.defined, nil), (.convention, .convention),
    (.undefined, .undefined), (.undecided, .undecided), (.unreadable, .unreadable),
    (.refuted, .refuted),
  ])
  func codesOfVerdicts(_ verdict: Verdict, _ code: Code?) {
    #expect(Self.line(verdict).code == code)
  }

  // A refuted line is named after the first repair.
  @Test func codesOfRepairs() {
    #expect(Self.line(.refuted, [[.lostSign]]).code == .lostSign)
    #expect(Self.line(.refuted, [[.label], [.sign]]).code == .label)
    #expect(Self.line(.refuted, [[.label, .label]]).code == .severalSlips)
    #expect(Self.line(.convention, [[.label]]).code == .convention)
  }

  // The slips of glyphs are those that copying makes.
  @Test func slipsOfGlyphs() {
    #expect(
      Set(Slip.allCases.filter(\.isOfGlyphs))
        == [.lostSign, .strayScript, .operation, .typeface, .bracket])
  }

  // Repairs and findings survive being written as JSON and read again.
  @Test func coding() throws {
    let line = Self.line(.refuted, [[.sign], [.label, .number]])
    let data = try JSONEncoder().encode(line)
    #expect(try JSONDecoder().decode(LineOutcome.self, from: data) == line)
    let finding = Finding(
      kind: .permutation, equations: ["18"], statement: "s",
      mapping: [.init(printed: "a", meant: "b")],
      witness: .init(
        at: [.init(symbol: "J", value: "1")], first: "(1)", firstValue: "1", second: "(2)",
        secondValue: "2"), locations: [Self.place])
    let again = try JSONDecoder().decode(Finding.self, from: try JSONEncoder().encode(finding))
    #expect(again == finding)
  }
}
