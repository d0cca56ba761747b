import Derivations

/// The Wolfram Language.
struct MathematicaDialect: ExportDialect {
  let reserved: Set<String> = [
    "C", "D", "E", "I", "K", "N", "O", "Pi", "Gamma", "Beta", "Zeta", "Degree", "Exp", "Sqrt",
    "Sin", "Cos", "Tan", "Abs", "Re", "Im", "Conjugate", "ArcTan", "Module", "Block", "With", "Log",
    "Sum", "Product", "Table", "Matrix", "Do", "If", "Or", "And", "Not", "In", "Out", "Off", "On",
    "Get", "Put", "Set", "Min", "Max", "Mod", "Tr", "Det", "Dot", "True", "False", "Null",
  ]

  let evasion = "Value"
  let separator = "Number"

  /// No underscore may stand in a name, and a builtin one not begin it.
  func identifier(_ latex: String) -> String { ExportIdentifier.camel(latex) }

  func literal(_ numerator: String, _ denominator: String) -> ExportPhrase {
    denominator == "1"
      ? .atom(numerator) : ExportPhrase("\(numerator) / \(denominator)", .product)
  }

  var pi: ExportPhrase { .atom("Pi") }
  var imaginaryUnit: ExportPhrase { .atom("I") }

  func power(_ base: ExportPhrase, _ exponent: Int, isReal: Bool) -> ExportPhrase {
    ExportPhrase("\(text(base, .atom))^\(exponent)", .power)
  }

  func call(
    _ function: ExportFunctionName, _ arguments: [ExportPhrase], isReal: Bool
  ) -> ExportPhrase {
    let x = arguments.map(\.text)
    switch function {
    case .squareRoot: return .atom("Sqrt[\(x[0])]")
    case .exponential: return .atom("Exp[\(x[0])]")
    case .sine: return .atom("Sin[\(x[0])]")
    case .cosine: return .atom("Cos[\(x[0])]")
    case .angle: return .atom("ArcTan[\(x[0]), \(x[1])]")
    case .absolute: return .atom("Abs[\(x[0])]")
    case .conjugate: return .atom("Conjugate[\(x[0])]")
    case .realPart: return .atom("Re[\(x[0])]")
    case .boseOccupation: return ExportPhrase("1 / (Exp[\(x[0])] - 1)", .product)
    case .fermiOccupation: return ExportPhrase("1 / (Exp[\(x[0])] + 1)", .product)
    }
  }
}

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
      let start = number == 0 ? "{" : " "
      let end = number == rows.count - 1 ? "}];" : ","
      lines += ExportText.broken(start + row + end, indent: "    ")
    }
    return lines
  }
}
