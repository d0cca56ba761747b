import Derivations

/// A module that computes with NumPy, over whole arrays of parameters.
enum PythonExport {
  static func render(_ unit: ExportUnit) -> String {
    var lines = docstring(unit.head, indent: "")
    lines += ["", "import numpy as np", ""]
    lines += about(unit)
    for entry in unit.entries {
      for routine in entry.routines { lines += function(unit, entry, routine) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text between raw triple quotes, which nothing in it can end.
  static func docstring(_ text: [String], indent: String) -> [String] {
    let lines = ExportText.comment(text, indent, breaking: [("\"\"\"", "'''")])
    guard let first = lines.first else { return [] }
    let body = [indent + "r\"\"\"" + first.dropFirst(indent.count)] + lines.dropFirst()
    return body + [indent + "\"\"\""]
  }

  /// For programs that read the module: what each form is, with its parameters.
  static func about(_ unit: ExportUnit) -> [String] {
    var lines = [
      "# Each form: its restrictions, its parameters (identifier, LaTeX, domain, meaning), and the",
      "# places of the elements that the derivation file has a name for.", "ABOUT = {",
    ]
    for entry in unit.entries {
      lines.append("    \(quoted(entry.suffix)): {")
      let given = entry.form.given.map(quoted).joined(separator: ", ")
      lines.append("        \"given\": [\(given)],")
      lines.append("        \"parameters\": [")
      for number in entry.form.usedParameters {
        let parameter = entry.form.parameters[number]
        let fields = [
          entry.parameters[number], parameter.latex, ExportUnit.words(parameter.domain),
          parameter.meaning,
        ]
        lines.append("            (\(fields.map(quoted).joined(separator: ", "))),")
      }
      lines += ["        ],", "        \"elements\": ["]
      for source in entry.form.sources where source.isNamed {
        lines.append(
          "            (\(source.row), \(source.column), \(quoted(source.latex))),")
      }
      lines += ["        ],", "    },"]
    }
    return lines + ["}"]
  }

  /// A string literal.
  static func quoted(_ text: String) -> String {
    let inner = TextLayout.oneLine(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(inner)\""
  }

  static func words(_ unit: ExportUnit, _ entry: ExportUnit.Entry, _ routine: ExportRoutine)
    -> [String]
  {
    var text = unit.summary(entry, routine)
    if !routine.parameters.isEmpty { text += ["", "Parameters:"] }
    for number in routine.parameters {
      let (name, says) = unit.describe(entry, number)
      text.append("\(name) is \(says).")
    }
    return text
  }

  static func function(
    _ unit: ExportUnit, _ entry: ExportUnit.Entry, _ routine: ExportRoutine
  ) -> [String] {
    let writer = unit.writer(entry, routine)
    let names = routine.parameters.map { entry.parameters[$0] }
    var lines = ["", ""]
    lines += ExportText.broken(
      "def \(routine.name)(\(names.joined(separator: ", "))):", indent: "")
    lines += docstring(words(unit, entry, routine), indent: "    ")
    for number in routine.parameters {
      let kind = entry.form.parameters[number].domain == .complex ? "complex" : "float"
      let name = entry.parameters[number]
      lines.append("    \(name) = np.asarray(\(name), dtype=\(kind))")
    }
    lines += assignments(routine, writer)
    let n = routine.rows.count
    let shapes = names.map { "\($0).shape" }.joined(separator: ", ")
    lines += ExportText.broken("shape = np.broadcast_shapes(\(shapes))", indent: "    ")
    lines.append("    matrix = np.zeros(shape + (\(n), \(n)), dtype=complex)")
    for (i, row) in routine.rows.enumerated() {
      for (j, step) in row.enumerated() where !isZero(entry.form.steps[step]) {
        lines += assignment("matrix[..., \(i), \(j)]", writer.phrase(step).text)
      }
    }
    return lines + ["    return matrix"]
  }

  static func assignments(_ routine: ExportRoutine, _ writer: FormulaWriter) -> [String] {
    routine.assignments.flatMap { entry -> [String] in
      (entry.comment.map { ExportText.comment([$0], "    # ") } ?? [])
        + assignment(entry.name, writer.expression(entry.step).text)
    }
  }

  private static func assignment(_ name: String, _ value: String) -> [String] {
    let line = "\(name) = \(value)"
    if line.count <= 92 { return ["    " + line] }
    return ["    \(name) = ("] + ExportText.broken(value, indent: "        ") + ["    )"]
  }

  static func isZero(_ step: FormulaStep) -> Bool {
    step == .number(numerator: "0", denominator: "1")
  }
}
