import Derivations

/// What is said of a line or a finding where there is room for a paragraph only: annotations.
struct Message {
  /// `(27) ρ₄₄ does not follow: a sign between two factors is missing`
  var title: String
  /// The details, a sentence each.
  var details: [String]
  var code: Code

  /// Formulas longer than this are cut.
  static let longest = 300

  /// `nil` for a line that simply follows.
  init?(_ line: LineOutcome, style: TextStyle) {
    guard let code = line.code else { return nil }
    self.code = code
    title = Wording.title(of: line, style: style)
    details = []
    func math(_ latex: String) -> String { TextLayout.cut(style.math(latex), to: Self.longest) }
    if let derived = line.derived {
      details.append("Printed, as transcribed: \(math(line.printed)). Derived: \(math(derived)).")
    }
    if let witness = line.witness {
      details.append(
        "At \(Wording.point(witness.at, style: style)): printed = \(math(witness.printed)), derived ="
          + " \(math(witness.derived)).")
    }
    for repair in line.repairs {
      details.append("Help: \(Wording.help(repair, among: line.repairs, style: style)).")
    }
    if let origin = line.origin { details.append("Origin: \(Wording.origin(origin)).") }
    if !line.given.isEmpty {
      details.append("Given: \(line.given.map(style.mathOrProse).joined(separator: ", ")).")
    }
    for note in line.notes { details.append(Self.sentence("Note: \(style.prose(note))")) }
  }

  init(_ finding: Finding, style: TextStyle) {
    code = Code(finding.kind)
    let numbers = finding.equations.map { "(\(TextLayout.oneLine($0)))" }
    title = "\(numbers.joined(separator: ", ")): \(finding.kind.title)"
    details = [Self.sentence(style.prose(finding.statement))]
    if !finding.mapping.isEmpty {
      let pairs = finding.mapping.map { "\(style.math($0.printed)) → \(style.math($0.meant))" }
      details.append("Printed → meant: \(pairs.joined(separator: ", ")).")
    }
    if let witness = finding.witness {
      details.append(
        "At \(Wording.point(witness.at, style: style)): "
          + "\(style.prose(witness.first)) = \(style.math(witness.firstValue)), "
          + "\(style.prose(witness.second)) = \(style.math(witness.secondValue)).")
    }
  }

  /// `text` with a full stop, unless it ends a sentence itself.
  private static func sentence(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } ?? true ? text : "\(text)."
  }
}
