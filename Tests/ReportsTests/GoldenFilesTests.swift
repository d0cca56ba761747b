import Derivations
import Reports
import Testing

@Suite struct GoldenFilesTests {
  private func file(_ name: String, of outcome: Outcome = Samples.outcome) throws -> String {
    let golden = try GoldenFiles(outcome: outcome, stages: Samples.stages, facts: [], figures: [])
    return try #require(golden.files.first { $0.name == name }).text
  }

  @Test func theSetOfFiles() throws {
    let figure = FigureData(
      name: "1", quantity: "E", unit: nil, axes: [.init(symbol: "T", unit: nil, values: [0, 1])],
      series: [.init(label: "", derived: [1, 2], printed: nil)], parameters: [], equations: [],
      notes: [])
    let forms = ClosedForms(
      derivation: "paper", title: "Title", assumptions: [], forms: [],
      omissions: [.init(given: [], reason: "nothing is open")])
    let golden = try GoldenFiles(
      outcome: Samples.outcome, stages: Samples.stages, facts: [], figures: [figure], forms: forms)
    #expect(golden.derivation == "paper")
    #expect(golden.files.map(\.name) == GoldenFiles.names)
    #expect(
      GoldenFiles.names == [
        "check.md", "stages.md", "check.json", "facts.json", "figures.csv", "export.jl",
        "export.wl",
      ])
    #expect(golden.files.last?.text.contains("Not exported: nothing is open.") == true)
    #expect(golden.files.allSatisfy { $0.text.hasSuffix("\n") })
    // A file without figures has no such golden.
    let bare = try GoldenFiles(
      outcome: Samples.outcome, stages: Samples.stages, facts: [], figures: [])
    #expect(!bare.files.contains { $0.name == "figures.csv" })
  }

  /// Numbers of a figure may differ by rounding; a number of anything else, and a word, may not.
  @Test func figuresAreComparedWithATolerance() {
    let csv = GoldenFiles.File(name: "figures.csv", text: "T,E\n0.5,1.25\n")
    #expect(csv.agrees(with: "T,E\n0.5,1.25\n"))
    #expect(csv.agrees(with: "T,E\n0.5,1.2500000004\n"))
    #expect(!csv.agrees(with: "T,E\n0.5,1.25001\n"))
    #expect(!csv.agrees(with: "T,F\n0.5,1.25\n"))
    #expect(!csv.agrees(with: "T,E\n0.5\n"))
    #expect(!csv.agrees(with: "T,E\n0.5,1.25\n0.6,1\n"))
    #expect(!csv.agrees(with: "T,E\n0.5,\n"))
    let json = GoldenFiles.File(name: "check.json", text: "1.25\n")
    #expect(!json.agrees(with: "1.2500000004\n"))
  }

  @Test func placesAreRelative() throws {
    let json = try file("check.json", of: Samples.rich)
    #expect(json.contains(#""file" : "derivations/paper.md""#))
    #expect(!json.contains("somebody"))
  }

  @Test func check() throws {
    let text = try file("check.md")
    #expect(text.hasPrefix("# A paper\n"))
    #expect(text.contains("| refuted | 1 |\n| undefined | 0 |\n"))
    #expect(text.contains("It rests on:\n\n- born\n- no Lamb shift\n"))
    #expect(
      text.hasSuffix(
        """
        - (1) `H`: **defined**
        - (26) `x_1`: **proved**
          - printed: `1`
          - where: `d > 0`
        - (27) `x_4`: **refuted** R001, given fermion, `t = 0`
          - printed: `a b`
          - derived: `a - b`
          - at: `b` = 1/4, `a` = 3/4
          - there: printed = 3/16, derived = 1/2
          - where: `d > 0`
          - note: one sign

        """))
  }

  @Test func checkOfRepairsAndFindings() throws {
    let text = try file("check.md", of: Samples.rich)
    #expect(
      text.hasSuffix(
        """
        - (27) `x_4`: **refuted** R006, given fermion, `t = 0`
          - printed: `a b`
          - derived: `a - b`
          - at: `b` = 1/4, `a` = 3/4
          - there: printed = 3/16, derived = 1/2
          - repair: `a - b` (operator; proved; the only repair with one edit)
          - origin: suspect transcription
          - where: `d > 0`
          - note: one sign

        ## Findings

        - (27), (28): **permutation** R021
          - statement: The labels of $x$ are exchanged.
          - printed → meant: `x_4` → `x_1`, `x_1` → `x_4`
        - (26), (27): **inconsistency** R023
          - statement: (26) and (27) cannot both be right.
          - at: `a` = 3/4
          - there: (26) = 1, the trace of (27) = 1/2

        """))
  }

  /// Prose may be added above an equation without a new verdict.
  @Test func checkHoldsNoLineNumbers() throws {
    var moved = Samples.rich
    for index in moved.lines.indices { moved.lines[index].location.line += 1000 }
    moved.lines[2].mark?.line += 1000
    moved.lines[2].repairs[0].changes[0].location.line += 1000
    moved.findings[0].locations[0].line += 1000
    #expect(try file("check.md", of: Samples.rich) == file("check.md", of: moved))
    #expect(try file("check.json", of: Samples.rich) != file("check.json", of: moved))
  }

  @Test func stages() throws {
    let text = try file("stages.md")
    #expect(
      text.hasSuffix(
        #"""
        ## Eigenbasis

        Given `boson`, `\theta = 0`.

        By blocks.

        $$ E_1 = -\frac{1}{2} $$

        $$ E_2 = 0 $$

        """#))
  }

  @Test func backticksDoNotEndTheCode() throws {
    var outcome = Samples.outcome
    outcome.lines[2].printed = "a`b"
    #expect(try file("check.md", of: outcome).contains("- printed: ``` a`b ```\n"))
  }
}
