import Derivations

/// Definitions for a notebook or a package, exact for exact arguments.
enum MathematicaExport {
  private static let ends = [("*)", "* )"), ("(*", "( *")]

  static func render(_ unit: ExportUnit) -> String {
    var lines = comment(unit.head)
    for entry in unit.entries {
      for routine in entry.routines { lines += function(unit, entry, routine) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func comment(_ text: [String]) -> [String] {
    ["(*"] + ExportText.comment(text, "   ", breaking: ends) + ["*)"]
  }

  private static func function(
    _ unit: ExportUnit, _ entry: ExportUnit.Entry, _ routine: ExportRoutine
  ) -> [String] {
    let writer = unit.writer(entry, routine)
    let names = routine.parameters.map { entry.parameters[$0] + "_" }
    var lines = [""] + comment(PythonExport.words(unit, entry, routine))
    let locals = routine.assignments.map(\.name).joined(separator: ", ")
    lines += ExportText.broken(
      "\(routine.name)[\(names.joined(separator: ", "))] :=", indent: "")
    lines += ExportText.broken("Module[{\(locals)},", indent: "  ")
    for assignment in routine.assignments {
      if let comment = assignment.comment {
        lines += ExportText.comment([comment], "    ", breaking: ends)
          .map { "    (* \($0.dropFirst(4)) *)" }
      }
      lines += ExportText.broken(
        "\(assignment.name) = \(writer.expression(assignment.step).text);", indent: "    ")
    }
    let rows = routine.rows.map { row in
      "{" + row.map { writer.phrase($0).text }.joined(separator: ", ") + "}"
    }
    for (number, row) in rows.enumerated() {
      let end = number == rows.count - 1 ? "}];" : ","
      lines += ExportText.broken(
        (number == 0 ? "{" : "") + row + end, indent: number == 0 ? "    " : "     ")
    }
    return lines
  }
}
