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

  package static let names = [
    "check.md", "stages.md", "check.json", "facts.json", figures, julia, wolfram,
  ]
  static let figures = "figures.csv"
  /// The exports that no engine runs in CI.
  static let julia = "export.jl"
  static let wolfram = "export.wl"

  package var derivation: String
  package var files: [File]

  /// The files for what was checked and derived; places name `derivations/<name>.md`, wherever the
  /// file was read.
  package init(
    outcome: Outcome, stages: Stages, facts: [Fact], figures: [FigureData]
  ) throws {
    derivation = outcome.derivation
    let outcome = outcome.placed(in: "derivations/\(outcome.derivation).md")
    let texts = [
      CheckMarkdown.render(outcome), StagesMarkdown.render(stages),
      try CheckJSON.render([outcome], severalFiles: false),
      try FactsJSON.render(facts, derivation: outcome.derivation),
    ]
    files = zip(Self.names, texts).map { File(name: $0, text: $1) }
    if !figures.isEmpty {
      files.append(
        File(
          name: Self.figures,
          text: figures.map { figure in
            "figure \(TextLayout.oneLine(figure.name))\n"
              + FigureCSV.render(figure.thinned(to: Self.pointsOfAxis))
          }.joined(separator: "\n")))
    }
  }

  /// Adds what is exported, without the version of the program.
  package mutating func add(_ forms: ClosedForms) {
    for (name, language) in [(Self.julia, ExportLanguage.julia), (Self.wolfram, .mathematica)] {
      files.append(File(name: name, text: language.render(forms, version: "")))
    }
  }

  /// Of each axis of a figure so many points are kept.
  private static let pointsOfAxis = 21
}
