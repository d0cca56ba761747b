import Derivations

/// What the tool said about one derivation, as the files that are kept and compared.
///
/// Exact numbers only, relative places, the same bytes on every machine.
package struct GoldenFiles: Hashable, Sendable {
  package struct File: Hashable, Sendable {
    /// The name inside the derivation's folder.
    package var name: String
    package var text: String
  }

  package static let names = ["check.md", "stages.md", "check.json"]

  package var derivation: String
  package var files: [File]

  /// The files for what was checked and derived; places name `derivations/<name>.md`, wherever the
  /// file was read.
  package init(outcome: Outcome, stages: Stages) throws {
    derivation = outcome.derivation
    let outcome = outcome.placed(in: "derivations/\(outcome.derivation).md")
    let texts = [
      CheckMarkdown.render(outcome), StagesMarkdown.render(stages),
      try CheckJSON.render([outcome], severalFiles: false),
    ]
    files = zip(Self.names, texts).map { File(name: $0, text: $1) }
  }
}
