import Derivations

/// Functions of plain Julia, for numbers of any precision.
enum JuliaExport {
  static func render(_ unit: ExportUnit) -> String {
    var lines = ExportText.comment(unit.head, "# ")
    for entry in unit.entries {
      for routine in entry.routines { lines += function(unit, entry, routine) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func function(
    _ unit: ExportUnit, _ entry: ExportUnit.Entry, _ routine: ExportRoutine
  ) -> [String] {
    let writer = unit.writer(entry, routine)
    let names = routine.parameters.map { entry.parameters[$0] }
    var lines = [""] + ExportText.comment(PythonExport.words(unit, entry, routine), "# ")
    lines += ExportText.broken(
      "function \(routine.name)(\(names.joined(separator: ", ")))", indent: "")
    for assignment in routine.assignments {
      if let comment = assignment.comment { lines += ExportText.comment([comment], "    # ") }
      lines += ExportText.broken(
        "\(assignment.name) = \(writer.expression(assignment.step).text)", indent: "    ")
    }
    let n = routine.rows.count
    let kinds = names.map { "typeof(\($0))" }.joined(separator: ", ")
    let entryType = names.isEmpty ? "Float64" : "float(promote_type(\(kinds)))"
    lines += ExportText.broken("entry = complex(\(entryType))", indent: "    ")
    lines.append("    matrix = zeros(entry, \(n), \(n))")
    for (i, row) in routine.rows.enumerated() {
      for (j, step) in row.enumerated() where !PythonExport.isZero(entry.form.steps[step]) {
        lines += ExportText.broken(
          "matrix[\(i + 1), \(j + 1)] = \(writer.phrase(step).text)", indent: "    ")
      }
    }
    return lines + ["    return matrix", "end"]
  }
}
