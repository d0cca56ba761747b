import Derivations
import Testing

@testable import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct CheckSARIFTests {
  private func file(
    _ outcome: Outcome = Samples.rich, path: String = "/home/somebody/paper.md",
    source: [UInt8] = Samples.source
  ) -> CheckedFile {
    CheckedFile(path: path, source: source, outcome: outcome)
  }

  private func render(_ files: [CheckedFile], isComplete: Bool = true) throws -> String {
    try CheckSARIF.render(
      files, version: "1.2.3", folder: "/home/somebody", isComplete: isComplete)
  }

  private func run(_ files: [CheckedFile], isComplete: Bool = true) throws -> JSONValue {
    let text = try render(files, isComplete: isComplete)
    let log = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    #expect(log.keys == ["$schema", "version", "runs"])
    #expect(log["version"] == .text("2.1.0"))
    return try #require(log["runs"]?[0])
  }

  @Test func theRun() throws {
    let run = try run([file()])
    #expect(run.keys == ["tool", "columnKind", "originalUriBaseIds", "results", "invocations"])
    #expect(run["columnKind"] == .text("unicodeCodePoints"))
    let driver = try #require(run["tool"]?["driver"])
    #expect(driver["name"] == .text("rederive"))
    #expect(driver["semanticVersion"] == .text("1.2.3"))
    #expect(run["invocations"]?[0]?["executionSuccessful"] == .boolean(true))
    let broken = try self.run([file()], isComplete: false)
    #expect(broken["invocations"]?[0]?["executionSuccessful"] == .boolean(false))
  }

  @Test(arguments: Array(Code.allCases.enumerated()))
  func everyCodeIsARule(index: Int, code: Code) throws {
    let rule = try #require(try run([file()])["tool"]?["driver"]?["rules"]?[index])
    #expect(
      rule.keys == [
        "id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration",
      ])
    #expect(rule["id"] == .text(code.rawValue))
    #expect(rule["fullDescription"]?["text"] == .text(Explanation(code).meaning))
    #expect(rule["defaultConfiguration"]?["level"] == .text(code.severity.word))
    if code == .lostSign { #expect(rule["name"] == .text("LostSign")) }
  }

  @Test func aRepairedLine() throws {
    let result = try #require(try run([file()])["results"]?[0])
    #expect(result["ruleId"] == .text("R006"))
    #expect(result["ruleIndex"] == .number(5))
    #expect(result["level"] == .text("error"))
    #expect(
      result["message"]?["text"]
        == .text(
          "(27) x₄ does not follow: a sign between two factors is missing. "
            + "Printed, as transcribed: ab. Derived: a − b. "
            + "At b = 1/4, a = 3/4: printed = 3/16, derived = 1/2. "
            + "Help: put in '-': a − b (proved; the only repair with one edit). "
            + "Origin: suspect transcription: a glyph lost or confused in copying would do it; "
            + "compare the line as transcribed with the original first. "
            + "Given: fermion, t = 0. Note: one sign."))
    let place = JSONValue.object([
      "startLine": .number(211), "startColumn": .number(9), "endLine": .number(211),
      "endColumn": .number(9),
    ])
    let physical = result["locations"]?[0]?["physicalLocation"]
    #expect(physical?["region"] == place)
    #expect(physical?["artifactLocation"]?["uri"] == .text("paper.md"))
    #expect(physical?["artifactLocation"]?["uriBaseId"] == .text("%SRCROOT%"))
    let change = try #require(result["fixes"]?[0]?["artifactChanges"]?[0])
    #expect(change["artifactLocation"]?["uri"] == .text("paper.md"))
    #expect(change["replacements"]?[0]?["deletedRegion"] == place)
    #expect(change["replacements"]?[0]?["insertedContent"]?["text"] == .text("-"))
  }

  @Test func onlyProvedRepairsAreFixes() throws {
    var outcome = Samples.rich
    outcome.lines[2].repairs[0].verdict = .convention
    #expect(try run([file(outcome)])["results"]?[0]?["fixes"] == nil)
  }

  @Test func findingsAreResultsToo() throws {
    let results = try run([file()])["results"]
    #expect(results?[1]?["ruleId"] == .text("R021"))
    #expect(
      results?[1]?["message"]?["text"]
        == .text(
          "(27), (28): labels permuted. The labels of x are exchanged. "
            + "Printed → meant: x₄ → x₁, x₁ → x₄."))
    #expect(results?[1]?["locations"]?[1] == nil)
    #expect(results?[1]?["relatedLocations"]?[0]?["physicalLocation"] != nil)
    #expect(results?[0]?["relatedLocations"] == nil)
    #expect(results?[2]?["level"] == .text("error"))
    #expect(results?[3] == nil)
  }

  @Test(
    arguments: [
      (.refuted, "error"), (.undefined, "error"), (.convention, "warning"),
      (.undecided, "warning"), (.unreadable, "warning"),
    ] as [(Verdict, String)])
  func levels(verdict: Verdict, level: String) throws {
    let outcome = Outcome(
      derivation: "p", title: "", lines: [Samples.line("1", "x", verdict)], assumptions: [])
    #expect(try run([file(outcome)])["results"]?[0]?["level"] == .text(level))
  }

  @Test func whatFollowsIsNoResult() throws {
    let outcome = Outcome(
      derivation: "p", title: "",
      lines: [Samples.line("1", "x", .proved), Samples.line("1", "y", .defined)],
      assumptions: [])
    #expect(try run([file(outcome)])["results"] == .array([]))
  }

  // Nothing can be opened or mended there.
  @Test func standardInputHasNoPlace() throws {
    let results = try run([file(path: "<stdin>")])["results"]
    #expect(results?[0]?["locations"] == .array([]))
    #expect(results?[0]?["fixes"] == nil)
    #expect(
      !CheckGitHub.render([file(path: "<stdin>")], folder: "/w").contains("file="))
  }

  @Test func severalFilesAreOneRun() throws {
    let results = try run([file(), file(path: "a b/c:ö.md")])["results"]
    let place = results?[3]?["locations"]?[0]?["physicalLocation"]
    #expect(place?["artifactLocation"]?["uri"] == .text("a%20b/c%3A%C3%B6.md"))
    // The same name in another folder is another result.
    let prints = [0, 3].compactMap { results?[$0]?["partialFingerprints"]?["rederiveResult/v1"] }
    #expect(prints.count == 2 && prints[0] != prints[1])
  }

  @Test func noMachinePathsAndTheSameBytes() throws {
    let text = try render([file()])
    #expect(!text.contains("/home/somebody"))
    #expect(try text == render([file()]))
  }

  @Test func fingerprintsDoNotDependOnLines() throws {
    var moved = Samples.rich
    moved.lines[2].repairs[0].range.line += 5
    func prints(_ outcome: Outcome) throws -> JSONValue? {
      try run([file(outcome)])["results"]?[0]?["partialFingerprints"]
    }
    #expect(try prints(Samples.rich) == prints(moved))
    moved.lines[2].subject = "x_5"
    #expect(try prints(Samples.rich) != prints(moved))
  }

  /// Braces are placeholders in messages, and `[…](…)` is a link.
  @Test func messagesArePlain() throws {
    let line = Samples.line("1", #"e^{\frac{a}{b}}"#, .undecided, notes: ["[a](b) {0}"])
    let outcome = Outcome(derivation: "p", title: "", lines: [line], assumptions: [])
    guard case .text(let text)? = try run([file(outcome)])["results"]?[0]?["message"]?["text"]
    else {
      Issue.record("no message")
      return
    }
    #expect(!text.contains { "{}".contains($0) } && !text.contains("]("))
    #expect(text.contains("[a] (b) (0)"))
  }

  // e and a combining accent are one character, two code points.
  @Test func columnsAreCodePoints() throws {
    var line = Samples.line("1", "x", .refuted)
    line.mark = Samples.place(3..<4, line: 1)
    let outcome = Outcome(derivation: "p", title: "", lines: [line], assumptions: [])
    let run = try run([file(outcome, source: Array("e\u{301} a".utf8))])
    let region = run["results"]?[0]?["locations"]?[0]?["physicalLocation"]?["region"]
    #expect(region?["startColumn"] == .number(4))
    #expect(region?["endColumn"] == .number(5))
  }
}

@Suite struct FingerprintsTests {
  // The reference values of the 64-bit hash FNV-1a.
  @Test(
    arguments: [("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C)] as [(String, UInt64)])
  func hash(text: String, value: UInt64) {
    #expect(Fingerprints.fnv1a(Array(text.utf8)) == value)
  }

  @Test func equalOnesAreCounted() {
    var prints = Fingerprints()
    func next(_ equations: [String], _ subject: String) -> String {
      prints.next(derivation: "p", equations: equations, subject: subject, code: .sign)
    }
    let first = next(["1"], "x")
    let second = next(["1"], "x")
    #expect(first.hasSuffix(":1") && second.hasSuffix(":2"))
    #expect(first.dropLast(2) == second.dropLast(2))
    #expect(first.count == 18)
    #expect(next(["1x"], "").hasSuffix(":1"))
    #expect(next(["1", "x"], "").hasSuffix(":1"))
  }
}

@Suite struct ArtifactPathTests {
  @Test(arguments: [
    ("a/b.md", "a/b.md"), ("./a//b.md", "a/b.md"), ("a/../b.md", "b.md"), ("../b.md", "../b.md"),
    ("/w/f/b.md", "b.md"), ("/w/f/a/./b.md", "a/b.md"), ("/w/b.md", "../b.md"),
    ("/x/y.md", "../../x/y.md"), ("/../w/f/a.md", "a.md"), ("<stdin>", "<stdin>"),
  ])
  func relative(path: String, expected: String) {
    #expect(ArtifactPath.relative(path, to: "/w/f") == expected)
    #expect(ArtifactPath.relative(path, to: "/w/./f/") == expected)
  }

  @Test(arguments: [
    ("a/b-1_2.~md", "a/b-1_2.~md"), ("a b%", "a%20b%25"), ("<stdin>", "%3Cstdin%3E"),
    ("ρ:\n", "%CF%81%3A%0A"),
  ])
  func uri(path: String, expected: String) {
    #expect(ArtifactPath.uri(path) == expected)
  }
}
