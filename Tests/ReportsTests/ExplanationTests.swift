import Derivations
import Reports
import Testing

@Suite struct ExplanationTests {
  private func outcome(_ file: String) throws -> Outcome {
    try Derivation(bytes: Array(file.utf8), file: "example.md").check { _ in }
  }

  @Test(arguments: Code.allCases)
  func theWrongExampleIsWrong(code: Code) throws {
    let outcome = try outcome(Explanation(code).example.wrongFile)
    #expect(outcome.lines.map(\.verdict) == Explanation(code).example.verdicts)
    #expect(outcome.lines.contains { $0.verdict.gravity != nil })
    #expect(outcome.diagnostics.isEmpty)
  }

  @Test(arguments: Code.allCases)
  func theRightExampleFollows(code: Code) throws {
    let outcome = try outcome(Explanation(code).example.rightFile)
    #expect(!outcome.lines.isEmpty)
    for line in outcome.lines {
      #expect(line.verdict == .proved || line.verdict == .defined, "\(line.subject)")
    }
    #expect(outcome.diagnostics.isEmpty)
  }

  /// Lines that contradict each other have their code also where the model is left aside.
  @Test(arguments: Code.allCases)
  func theWrongExampleHasTheCode(code: Code) throws {
    let file = Explanation(code).example.wrongFile
    var outcomes = [try outcome(file)]
    if code == .inconsistency {
      outcomes = [
        try Derivation(bytes: Array(file.utf8), file: "example.md").checkWithoutModel { _ in }
      ]
    }
    for outcome in outcomes {
      let codes = outcome.lines.compactMap(\.code) + outcome.findings.map { Code($0.kind) }
      #expect(codes.contains(code))
    }
  }

  @Test func everyCodeHasItsOwn() {
    #expect(Explanation.all.map(\.code) == Code.allCases)
    #expect(Set(Explanation.all.map(\.title)).count == Code.allCases.count)
    #expect(Set(Explanation.all.map(\.example)).count == Code.allCases.count)
  }

  /// Titles and prose are messages in SARIF too, where braces and `](` mean something.
  @Test(arguments: Explanation.all)
  func proseIsPlain(explanation: Explanation) {
    for text in [explanation.title, explanation.meaning, explanation.physics] {
      #expect(!text.contains { "{}$\\\n".contains($0) } && !text.contains("]("))
      #expect(!text.isEmpty)
      for word in ["mistake", "author", "incorrect", "error", "blunder"] {
        #expect(!text.lowercased().contains(word))
      }
    }
    #expect(explanation.meaning.hasSuffix(".") && explanation.physics.hasSuffix("."))
    #expect(explanation.example.wrong != explanation.example.right)
  }

  @Test func text() {
    let text = ExplainText.render(Explanation(.number), style: TextStyle(width: 60))
    #expect(
      text.hasPrefix(
        """
        R007: a number is one off, or twice or half as large

        The line does not follow from the model, and it does with
        one number changed by one, doubled or halved, a lost factor
        2 included.

        Why it matters. Factors of 2 tell a ratio from a
        probability:
        """))
    #expect(text.contains("\nAn example. With the model\n\n    # An example\n\n    ```rederive\n"))
    #expect(
      text.hasSuffix(
        #"""
            ```

        this is refuted:

            $$ p_e = \frac{n}{n + 1} $$

        and this follows:

            $$ p_e = \frac{n}{2n + 1} $$

        """#))
  }

  @Test(arguments: [40, 72, 200])
  func proseFitsTheTerminal(width: Int) {
    for explanation in Explanation.all {
      let text = ExplainText.render(explanation, style: TextStyle(width: width))
      let files = explanation.example.wrongFile + explanation.example.rightFile
      for line in text.split(separator: "\n").dropFirst() {
        #expect(line.count <= min(width, 90) || files.contains(line.dropFirst(4)), "\(line)")
      }
    }
  }

  @Test func theListNamesEveryCode() {
    let text = ExplainText.list(style: TextStyle(width: 80))
    for code in Code.allCases { #expect(text.contains("\(code.rawValue)  ")) }
    #expect(text.hasPrefix("R001  the line does not follow, and no small edit mends it\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
