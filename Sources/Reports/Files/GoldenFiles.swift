import Derivations

/// What the tool said about one derivation, as the files that are kept and compared.
///
/// Exact numbers, relative places, the same bytes on every machine, but for the figures' numbers, which
/// are compared with a tolerance.
package struct GoldenFiles: Hashable, Sendable {
  package struct File: Hashable, Sendable {
    /// The name inside the derivation's folder.
    package var name: String
    package var text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }

    /// Whether an accepted text says the same: byte for byte, numbers of a figure to nine digits.
    package func agrees(with accepted: String) -> Bool {
      if accepted.utf8.elementsEqual(text.utf8) { return true }
      return name == GoldenFiles.figures && NumberTable.areClose(text, accepted)
    }
  }

  /// At the end the exports that no engine runs in CI.
  package static let names = [
    "check.md", "stages.md", "check.json", "facts.json", figures, "export.jl", "export.wl",
  ]
  private static let figures = "figures.csv"

  package var derivation: String
  package var files: [File]

  /// The files for what was checked, derived and exported, made on all cores; places name
  /// `derivations/<name>.md`, wherever the file was read. What is exported has no version of the program.
  package init(
    outcome: Outcome, stages: Stages, facts: [Fact], figures: [FigureData],
    forms: ClosedForms? = nil
  ) throws {
    derivation = outcome.derivation
    let outcome = outcome.placed(in: "derivations/\(outcome.derivation).md")
    func export(_ language: ExportLanguage) -> Making? {
      guard let forms else { return nil }
      return { language.render(forms, version: "") }
    }
    var table: Making?
    if !figures.isEmpty { table = { Self.table(figures) } }
    let makings: [Making?] = [
      { CheckMarkdown.render(outcome) }, { StagesMarkdown.render(stages) },
      { try CheckJSON.render([outcome], severalFiles: false) },
      { try FactsJSON.render(facts, derivation: outcome.derivation) },
      table, export(.julia), export(.mathematica),
    ]
    let texts = Crew().map(makings.count) { number -> Result<String, any Error>? in
      makings[number].map { making in Result { try making() } }
    }
    files = try zip(Self.names, texts).compactMap { name, text in
      try text.map { File(name: name, text: try $0.get()) }
    }
  }

  private typealias Making = @Sendable () throws -> String

  private static func table(_ figures: [FigureData]) -> String {
    figures.map { figure in
      "figure \(TextLayout.oneLine(figure.name))\n"
        + FigureCSV.render(figure.thinned(to: pointsOfAxis))
    }.joined(separator: "\n")
  }

  /// Of each axis of a figure so many points are kept.
  private static let pointsOfAxis = 21
}
