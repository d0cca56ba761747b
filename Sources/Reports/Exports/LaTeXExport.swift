import Derivations

/// A document that compiles by itself: for each state its parameters, definitions and elements.
enum LaTeXExport {
  static func render(_ unit: ExportUnit) -> String {
    var lines = preamble
    lines.append("\\title{\(LaTeXProse.escaped(unit.forms.title))}")
    lines += [
      "\\author{Exported by rederive \(unit.version)}", "\\date{}", "\\begin{document}",
      "\\maketitle",
    ]
    lines += unit.head.dropFirst(2).filter { !$0.isEmpty }.map { LaTeXProse.escaped($0) + "\n" }
    for entry in unit.entries {
      for routine in entry.routines { lines += section(unit, entry, routine) }
    }
    return (lines + ["\\end{document}"]).joined(separator: "\n") + "\n"
  }

  private static func section(
    _ unit: ExportUnit, _ entry: ExportUnit.Entry, _ routine: ExportRoutine
  ) -> [String] {
    let writer = unit.writer(entry, routine)
    var lines = [""]
    var text = unit.summary(entry, routine)
    if routine.kind == .steadyState { lines.append("\\section*{\(heading(entry.form))}") }
    if routine.kind == .steadyState {
      text += routine.parameters.map { unit.describe(entry, $0).says + "." }
    }
    lines += text.map { LaTeXProse.escaped($0) + "\n" }
    var rows = routine.assignments.map { assignment in
      "\(assignment.name) &= \(writer.expression(assignment.step).text)"
    }
    switch routine.kind {
    case .steadyState:
      for source in entry.form.sources {
        let step = routine.rows[source.row][source.column]
        if PythonExport.isZero(entry.form.steps[step]) { continue }
        let value = writer.phrase(step).text
        if value != source.latex { rows.append("\(source.latex) &= \(value)") }
      }
    case .hamiltonian, .eigenvectors:
      let symbol = routine.kind == .hamiltonian ? "H" : "V"
      let cells = routine.rows.map { row in
        row.map { writer.phrase($0).text }.joined(separator: " & ")
      }
      let body = cells.joined(separator: " \\\\ ")
      rows.append("\(symbol) &= \\begin{pmatrix} \(body) \\end{pmatrix}")
    }
    return lines + ["\\begin{align*}"] + [rows.map { "  " + $0 }.joined(separator: " \\\\\n")]
      + ["\\end{align*}"]
  }

  private static func heading(_ form: ClosedForm) -> String {
    guard let first = form.equations.first else { return "Steady state" }
    return "Steady state of Eq.~(\(LaTeXProse.escaped(first)))"
  }

  private static let preamble = [
    #"\documentclass[a4paper]{article}"#, #"\usepackage[T1]{fontenc}"#,
    #"\usepackage[utf8]{inputenc}"#, #"\usepackage{amsmath,amssymb}"#,
    #"\usepackage[landscape,margin=15mm]{geometry}"#, #"\allowdisplaybreaks"#,
    #"\setcounter{MaxMatrixCols}{64}"#, #"\setlength{\parindent}{0pt}"#,
  ]
}
