import Derivations

/// What there is to say of a line, or of several together, besides formulas and title: a name and words.
enum LineText {
  typealias Row = (name: String, content: String)

  /// Where both sides differ, and what they are there.
  static func witness(of line: LineOutcome, style: TextStyle) -> [Row] {
    guard let witness = line.witness else { return [] }
    return [
      ("at", Wording.point(witness.at, style: style)),
      (
        "there",
        "printed = \(style.math(witness.printed)), derived = \(style.math(witness.derived))"
      ),
    ]
  }

  /// Where it probably went wrong, what the line stands under, and notes.
  static func circumstances(of line: LineOutcome, style: TextStyle) -> [Row] {
    var rows: [Row] = []
    if let origin = line.origin { rows.append(("origin", Wording.origin(origin))) }
    if !line.given.isEmpty {
      rows.append(("given", line.given.map(style.mathOrProse).joined(separator: ", ")))
    }
    if !line.conditions.isEmpty {
      rows.append(("where", line.conditions.map(style.mathOrProse).joined(separator: "; ")))
    }
    return rows + line.notes.map { ("note", style.prose($0)) }
  }

  /// What a finding is about, and the numbers at which lines contradict each other.
  static func rows(of finding: Finding, style: TextStyle) -> [Row] {
    let numbers = finding.equations.map { "(\(TextLayout.oneLine($0)))" }
    var rows = [("about", "\(finding.kind.title): \(numbers.joined(separator: ", "))")]
    if !finding.mapping.isEmpty {
      let pairs = finding.mapping.map { "\(style.math($0.printed)) → \(style.math($0.meant))" }
      rows.append(("mapping", "printed → meant: " + pairs.joined(separator: ", ")))
    }
    if let witness = finding.witness {
      rows.append(("at", Wording.point(witness.at, style: style)))
      rows.append(
        (
          "there",
          "\(style.prose(witness.first)) = \(style.math(witness.firstValue)), "
            + "\(style.prose(witness.second)) = \(style.math(witness.secondValue))"
        ))
    }
    return rows
  }

  /// The command that shows equations again; without equations the whole file.
  static func command(_ equations: [String], of file: String, options: [String] = []) -> String {
    let chosen = equations.map { "--equation \(ShellWord.quoted(TextLayout.oneLine($0)))" }
    return (["rederive check"] + options + chosen + [path(of: file)]).joined(separator: " ")
  }

  /// A file as a shell reads it back.
  static func path(of file: String) -> String {
    file == CheckedFile.standardInput ? "-" : ShellWord.quoted(TextLayout.oneLine(file))
  }
}
