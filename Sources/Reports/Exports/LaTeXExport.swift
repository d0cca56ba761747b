import Derivations

/// Formulas to read, with the file's own names.
struct LaTeXDialect: ExportDialect {
  let reserved: Set<String> = []

  func identifier(_ latex: String) -> String { latex }

  func literal(_ numerator: String, _ denominator: String) -> ExportPhrase {
    .atom(denominator == "1" ? numerator : "\\frac{\(numerator)}{\(denominator)}")
  }

  var pi: ExportPhrase { .atom("\\pi") }
  var imaginaryUnit: ExportPhrase { .atom("i") }

  func parenthesized(_ text: String) -> String { "\\left( \(text) \\right)" }

  func product(_ a: ExportPhrase, _ b: ExportPhrase) -> ExportPhrase {
    let right = text(b, .power)
    // 2 \cdot 3 would read as 23.
    let isNumber = right.first?.isNumber == true
    return ExportPhrase("\(text(a, .product))\(isNumber ? " \\cdot " : " ")\(right)", .product)
  }

  func quotient(_ a: ExportPhrase, _ b: ExportPhrase) -> ExportPhrase {
    .atom("\\frac{\(a.text)}{\(b.text)}")
  }

  func power(_ base: ExportPhrase, _ exponent: Int, isReal: Bool) -> ExportPhrase {
    let isPlain = base.precedence == .atom && !base.text.contains { "^ (\\".contains($0) }
    let isCommand =
      base.precedence == .atom && base.text.hasPrefix("\\")
      && !base.text.contains { "^ ({".contains($0) } && !base.text.dropFirst().contains("\\")
    let text = isPlain || isCommand ? base.text : parenthesized(base.text)
    return ExportPhrase("\(text)^{\(exponent)}", .power)
  }

  func call(
    _ function: ExportFunctionName, _ arguments: [ExportPhrase], isReal: Bool
  ) -> ExportPhrase {
    let x = arguments.map(\.text)
    switch function {
    case .squareRoot: return .atom("\\sqrt{\(x[0])}")
    case .exponential: return ExportPhrase("e^{\(x[0])}", .power)
    case .sine: return ExportPhrase("\\sin\(parenthesized(x[0]))", .power)
    case .cosine: return ExportPhrase("\\cos\(parenthesized(x[0]))", .power)
    case .angle:
      return ExportPhrase("\\arg\(parenthesized("\(x[0]) + i \\left( \(x[1]) \\right)"))", .power)
    case .absolute: return .atom("\\left| \(x[0]) \\right|")
    case .conjugate: return .atom("\\overline{\(x[0])}")
    case .realPart: return ExportPhrase("\\operatorname{Re}\(parenthesized(x[0]))", .power)
    case .boseOccupation: return .atom("\\frac{1}{e^{\(x[0])} - 1}")
    case .fermiOccupation: return .atom("\\frac{1}{e^{\(x[0])} + 1}")
    }
  }
}

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
