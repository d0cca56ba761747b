import Derivations

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
