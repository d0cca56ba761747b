import Derivations
import Testing

@testable import Reports

@Suite struct WordingTests {
  private let raw = TextStyle(showsLaTeX: true)

  private func repair(
    _ slips: [Slip], _ changes: [(String, String)], unique: Bool = true, under: [String] = []
  ) -> Repair {
    Repair(
      edits: slips.count, slips: slips, latex: "a - b", unique: unique, verdict: .proved,
      under: under, range: Samples.place(1..<2),
      changes: changes.map {
        .init(location: Samples.place(1..<2), printed: $0.0, replacement: $0.1)
      })
  }

  @Test(
    arguments: [
      ([.lostSign], [("", "-")], "a minus sign in front of a term is missing"),
      ([.lostSign], [("-", "")], "a minus sign in front of a term is superfluous"),
      ([.label], [("_1", "_2")], "a label differs"),
      ([.bracket], [("", "("), ("", ")")], "a bracket is lost or misplaced"),
      ([.symbol, .sign, .symbol], [], "a symbol differs, twice, and a sign differs"),
      ([.sign, .number], [("+", "-"), ("2", "4")], "a sign differs, and a number differs"),
    ] as [([Slip], [(String, String)], String)])
  func slips(_ slips: [Slip], _ changes: [(String, String)], _ words: String) {
    #expect(Wording.slips(of: repair(slips, changes)) == words)
  }

  @Test func edits() {
    let repair = repair([.sign, .label, .sign], [("+", "-"), ("", "_1"), ("-", "")])
    #expect(
      Wording.edits(of: repair) == "write '-' for '+', and put in '_1', and leave out '-'")
  }

  @Test func equalEditsAreSaidOnce() {
    let repair = repair([.symbol, .symbol, .symbol], [("a", "b"), ("a", "b"), ("a", "b")])
    #expect(Wording.edits(of: repair) == "write 'b' for 'a', 3 times")
  }

  @Test func help() {
    let one = repair([.sign], [("+", "-")])
    #expect(
      Wording.help(one, among: [one], style: raw)
        == "write '-' for '+': a - b (proved; the only repair with one edit)")
    let two = repair([.sign, .sign], [], unique: false, under: ["the opposite basis"])
    #expect(
      Wording.help(two, among: [two, two], style: raw)
        == "a - b (proved; under the opposite basis; one of 2 repairs with two edits)")
    #expect(
      Wording.help(two, among: [two], style: raw)
        == "a - b (proved; under the opposite basis; not the only repair with two edits)")
  }

  @Test(arguments: Verdict.allCases)
  func titlesNameTheLine(verdict: Verdict) {
    let title = Wording.title(of: Samples.line("27", "x_4", verdict), style: raw)
    #expect(title.hasPrefix("(27) x_4"))
  }

  @Test func wordsAccuseNobody() {
    var texts = Slip.allCases.map { Wording.slips(of: repair([$0], [])) }
    texts += Origin.allCases.map(Wording.origin) + Finding.Kind.allCases.map(\.title)
    texts += Verdict.allCases.map {
      Wording.title(of: Samples.line("1", "x", $0), style: raw)
    }
    for text in texts {
      for word in ["wrong", "mistake", "author", "incorrect", "error", "false"] {
        #expect(!text.contains(word), "\(text)")
      }
    }
    #expect(Wording.origin(.transcription).contains("as transcribed"))
  }
}
