import Derivations

/// Fortran 2008 in double precision.
struct FortranDialect: ExportDialect {
  let ignoresCase = true
  let reserved: Set<String> = [
    "wp", "real64", "imaginary_unit", "pi_value", "matrix", "expm1", "exp", "sqrt", "sin", "cos",
    "tan", "atan2", "abs", "conjg", "real", "cmplx", "aimag", "log", "if", "then", "else",
    "do", "end", "function", "subroutine", "module", "contains", "use", "implicit", "none",
    "result",
    "pure", "complex", "integer", "parameter", "call", "return", "stop", "where", "select", "case",
    "type", "class", "in", "out", "inout", "intent", "program", "only", "data", "print", "write",
    "read", "open", "close", "common", "save", "entry", "format", "block", "continue", "cycle",
    "exit", "goto", "private", "public", "interface", "elemental",
  ]

  func literal(_ numerator: String, _ denominator: String) -> ExportPhrase {
    denominator == "1"
      ? .atom("\(numerator).0_wp")
      : ExportPhrase("\(numerator).0_wp / \(denominator).0_wp", .product)
  }

  var pi: ExportPhrase { .atom("pi_value") }
  var imaginaryUnit: ExportPhrase { .atom("imaginary_unit") }

  func power(_ base: ExportPhrase, _ exponent: Int, isReal: Bool) -> ExportPhrase {
    ExportPhrase("\(text(base, .atom))**\(exponent)", .power)
  }

  func call(
    _ function: ExportFunctionName, _ arguments: [ExportPhrase], isReal: Bool
  ) -> ExportPhrase {
    let x = arguments.map(\.text)
    switch function {
    case .squareRoot: return .atom("sqrt(\(x[0]))")
    case .exponential: return .atom("exp(\(x[0]))")
    case .sine: return .atom("sin(\(x[0]))")
    case .cosine: return .atom("cos(\(x[0]))")
    case .angle: return .atom("atan2(\(x[1]), \(x[0]))")
    case .absolute: return .atom("abs(\(x[0]))")
    case .conjugate: return .atom("conjg(\(x[0]))")
    case .realPart: return .atom("real(\(x[0]), wp)")
    case .boseOccupation: return ExportPhrase("1.0_wp / expm1(\(x[0]))", .product)
    case .fermiOccupation: return ExportPhrase("1.0_wp / (exp(\(x[0])) + 1.0_wp)", .product)
    }
  }
}

/// One module of pure functions.
enum FortranExport {
  static func render(_ unit: ExportUnit) -> String {
    let name = ExportIdentifier.snake(unit.forms.derivation.replacing("-", with: " "))
    let module = "steady_states_" + name.prefix(40).lowercased()
    var lines = ExportText.comment(unit.head, "! ")
    let functions = unit.entries.flatMap { entry in
      entry.routines.flatMap { function(unit, entry, $0) }
    }
    let names = unit.entries.flatMap { $0.routines.map(\.name) }
    lines += ["module \(module)", "  use, intrinsic :: iso_fortran_env, only: wp => real64"]
    lines += ["  implicit none", "  private"]
    lines += ExportText.broken(
      "public :: \(names.joined(separator: ", "))", indent: "  ", continued: " &")
    let text = functions.joined()
    if text.contains("imaginary_unit") {
      lines.append(
        "  complex(wp), parameter :: imaginary_unit = (0.0_wp, 1.0_wp)")
    }
    if text.contains("pi_value") {
      lines.append("  real(wp), parameter :: pi_value = 3.14159265358979323846_wp")
    }
    lines += ["contains"]
    if text.contains("expm1(") { lines += exponentialLessOne }
    lines += functions
    lines += ["end module \(module)"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Kahan's way: the error of e^x cancels against that of its logarithm.
  private static let exponentialLessOne = [
    "", "  ! exp(x) - 1 without cancellation for small x", "  pure function expm1(x) result(y)",
    "    real(wp), intent(in) :: x", "    real(wp) :: y, u", "    u = exp(x)",
    "    if (abs(u - 1.0_wp) <= 0.0_wp) then", "      y = x",
    "    else if (abs(x) >= 1.0_wp) then", "      y = u - 1.0_wp", "    else",
    "      y = (u - 1.0_wp) * x / log(u)", "    end if", "  end function expm1",
  ]

  private static func function(
    _ unit: ExportUnit, _ entry: ExportUnit.Entry, _ routine: ExportRoutine
  ) -> [String] {
    let writer = unit.writer(entry, routine)
    let n = routine.rows.count
    let names = routine.parameters.map { entry.parameters[$0] }
    func code(_ text: String, _ indent: String = "    ") -> [String] {
      ExportText.broken(text, indent: indent, continued: " &")
    }
    var lines = [""] + ExportText.comment(PythonExport.words(unit, entry, routine), "  ! ")
    lines += code(
      "pure function \(routine.name)(\(names.joined(separator: ", "))) result(matrix)", "  ")
    for number in routine.parameters {
      let type = entry.form.parameters[number].domain == .complex ? "complex" : "real"
      lines.append("    \(type)(wp), intent(in) :: \(entry.parameters[number])")
    }
    lines.append("    complex(wp) :: matrix(\(n), \(n))")
    for (isReal, type) in [(true, "real"), (false, "complex")] {
      let own = routine.assignments.filter { $0.isReal == isReal }.map(\.name)
      if !own.isEmpty { lines += code("\(type)(wp) :: \(own.joined(separator: ", "))") }
    }
    for assignment in routine.assignments {
      if let comment = assignment.comment { lines += ExportText.comment([comment], "    ! ") }
      lines += code("\(assignment.name) = \(writer.expression(assignment.step).text)")
    }
    for (i, row) in routine.rows.enumerated() {
      for (j, step) in row.enumerated() {
        lines += code("matrix(\(i + 1), \(j + 1)) = \(entryText(entry.form, step, writer))")
      }
    }
    return lines + ["  end function \(routine.name)"]
  }

  /// An entry as a complex number, without a conversion that the compiler would warn of.
  private static func entryText(
    _ form: ClosedForm, _ step: Int, _ writer: FormulaWriter
  ) -> String {
    let text = writer.phrase(step).text
    return form.isReal[step] ? "cmplx(\(text), 0.0_wp, wp)" : text
  }
}
