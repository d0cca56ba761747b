import Derivations
import Reports
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct CheckJSONTests {
  private func decoded(_ text: String) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  @Test func oneFileIsOneObjectWithTheKeysOfTheSchema() throws {
    let json = try decoded(CheckJSON.render([Samples.outcome], severalFiles: false))
    #expect(
      json.keys == [
        "schema", "derivation", "title", "lines", "findings", "claims", "conflicts",
        "consequences", "assumptions", "summary",
      ])
    #expect(json["schema"] == .text("rederive.check/1"))
    #expect(json["derivation"] == .text("paper"))
    #expect(json["assumptions"] == .array([.text("born"), .text("no Lamb shift")]))
  }

  @Test func aRefutedLineCarriesItsWitness() throws {
    let json = try decoded(CheckJSON.render([Samples.outcome], severalFiles: false))
    let line = try #require(json["lines"]?[2])
    #expect(
      line.keys == [
        "equation", "subject", "verdict", "printed", "derived", "witness", "conditions", "given",
        "notes", "location", "code", "repairs", "origin", "mark",
      ])
    #expect(line["equation"] == .text("27"))
    #expect(line["verdict"] == .text("refuted"))
    #expect(line["derived"] == .text("a - b"))
    #expect(line["witness"]?["at"] == .object(["a": .text("3/4"), "b": .text("1/4")]))
    #expect(line["witness"]?["printed"] == .text("3/16"))
    #expect(line["witness"]?["derived"] == .text("1/2"))
    #expect(line["conditions"] == .array([.text("d > 0")]))
    #expect(line["location"]?["line"] == .number(211))
    #expect(line["location"]?["endColumn"] == .number(9))
  }

  @Test func whatIsAbsentIsNull() throws {
    let json = try decoded(CheckJSON.render([Samples.outcome], severalFiles: false))
    #expect(json["lines"]?[0]?["derived"] == .null)
    #expect(json["lines"]?[0]?["witness"] == .null)
    for key in ["code", "origin", "mark"] { #expect(json["lines"]?[0]?[key] == .null) }
    #expect(json["lines"]?[0]?["repairs"] == .array([]))
    #expect(json["findings"] == .array([]))
  }

  @Test func aRepairedLineCarriesItsRepair() throws {
    let json = try decoded(CheckJSON.render([Samples.rich], severalFiles: false))
    let line = try #require(json["lines"]?[2])
    #expect(line["code"] == .text("R006"))
    #expect(line["origin"] == .text("suspect transcription"))
    #expect(line["mark"]?["column"] == .number(9))
    let repair = try #require(line["repairs"]?[0])
    #expect(
      repair.keys == [
        "edits", "slips", "latex", "unique", "verdict", "under", "range", "changes",
      ])
    #expect(repair["edits"] == .number(1))
    #expect(repair["slips"] == .array([.text("operator")]))
    #expect(repair["latex"] == .text("a - b"))
    #expect(repair["unique"] == .boolean(true))
    #expect(repair["verdict"] == .text("proved"))
    #expect(repair["under"] == .array([]))
    #expect(repair["range"]?.keys == ["file", "line", "column", "endLine", "endColumn"])
    #expect(repair["changes"]?[0]?["replacement"] == .text("-"))
    #expect(repair["changes"]?[0]?["location"]?["line"] == .number(211))
  }

  @Test func findings() throws {
    let json = try decoded(CheckJSON.render([Samples.rich], severalFiles: false))
    let finding = try #require(json["findings"]?[0])
    #expect(
      finding.keys == [
        "kind", "code", "equations", "statement", "mapping", "witness", "locations",
      ])
    #expect(finding["kind"] == .text("permutation"))
    #expect(finding["code"] == .text("R021"))
    #expect(finding["equations"] == .array([.text("27"), .text("28")]))
    #expect(finding["mapping"] == .object(["x_4": .text("x_1"), "x_1": .text("x_4")]))
    #expect(finding["witness"] == .null)
    #expect(finding["locations"]?[1]?["line"] == .number(212))
    let witness = try #require(json["findings"]?[1]?["witness"])
    #expect(witness["at"] == .object(["a": .text("3/4")]))
    #expect(witness["first"] == .object(["reading": .text("(26)"), "value": .text("1")]))
    #expect(
      witness["second"]
        == .object(["reading": .text("the trace of (27)"), "value": .text("1/2")]))
  }

  @Test func theSummaryNamesEveryVerdict() throws {
    let json = try decoded(CheckJSON.render([Samples.outcome], severalFiles: false))
    #expect(json["summary"]?.keys == Set(Verdict.allCases.map(\.rawValue)))
    #expect(json["summary"]?["refuted"] == .number(1))
    #expect(json["summary"]?["unreadable"] == .number(0))
  }

  @Test func severalFilesAreOneObjectWithATotal() throws {
    let outcomes = [Samples.outcome, Samples.outcome]
    let json = try decoded(CheckJSON.render(outcomes, severalFiles: true))
    #expect(json.keys == ["schema", "derivations", "summary"])
    #expect(json["derivations"]?[1]?["schema"] == .text("rederive.check/1"))
    #expect(json["summary"]?["proved"] == .number(2))
  }

  /// Of several files all but one may have errors: the shape follows the question.
  @Test func oneOutcomeOfSeveralFilesStillIsAList() throws {
    let json = try decoded(CheckJSON.render([Samples.outcome], severalFiles: true))
    #expect(json["derivations"]?[0]?["derivation"] == .text("paper"))
  }

  @Test func keysAreSortedAndSlashesPlain() throws {
    let text = try CheckJSON.render([Samples.outcome], severalFiles: false)
    #expect(text.contains(#""at" : {\#n          "a" : "3/4",\#n          "b" : "1/4"\#n"#))
    #expect(text.hasSuffix("}\n"))
    #expect(try text == CheckJSON.render([Samples.outcome], severalFiles: false))
  }

  @Test func aSymbolNamedTwiceDoesNotBreakTheObject() throws {
    var outcome = Samples.outcome
    outcome.lines[2].witness?.at = [
      .init(symbol: "a", value: "1"), .init(symbol: "a", value: "2"),
    ]
    let json = try decoded(CheckJSON.render([outcome], severalFiles: false))
    #expect(json["lines"]?[2]?["witness"]?["at"] == .object(["a": .text("2")]))
  }

  @Test func textOfAnyKindSurvives() throws {
    var outcome = Samples.outcome
    outcome.title = "“a\"b\\c”\u{1}\n𝓡"
    let json = try decoded(CheckJSON.render([outcome], severalFiles: false))
    #expect(json["title"] == .text("“a\"b\\c”\u{1}\n𝓡"))
  }
}
