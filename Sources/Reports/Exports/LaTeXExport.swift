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
    let broken = rows.flatMap(Self.broken)
    return lines + ["\\begin{align*}"] + [broken.map { "  " + $0 }.joined(separator: " \\\\\n")]
      + ["\\end{align*}"]
  }

  /// A long row as several, broken before a plus or minus that stands in no braces.
  static func broken(_ row: String) -> [String] {
    var rows: [String] = []
    var line = ""
    var depth = 0
    for word in row.split(separator: " ") {
      if depth == 0, word == "+" || word == "-", line.count > 160 {
        rows.append(line)
        line = "&\\quad"
      }
      line += (line.isEmpty ? "" : " ") + word
      depth += word.count { $0 == "{" } - word.count { $0 == "}" }
      depth += word.contains("\\left") ? 1 : 0
      depth -= word.contains("\\right") ? 1 : 0
    }
    return rows + [line]
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
