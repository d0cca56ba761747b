import Derivations

/// One file of C99 to compile and link with `-lm`.
enum CExport {
  static func render(_ unit: ExportUnit) -> String {
    var lines = comment(unit.head)
    lines += ["#include <complex.h>", "#include <math.h>"]
    lines += helpers(unit)
    for entry in unit.entries {
      for routine in entry.routines { lines += function(unit, entry, routine) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func comment(_ text: [String]) -> [String] {
    ["/*"]
      + ExportText.comment(text, " * ", breaking: [("*/", "* /"), ("/*", "/ *"), ("??/", "?? /")])
      + [" */"]
  }

  /// Only those that are called: an unused static function is a warning.
  private static func helpers(_ unit: ExportUnit) -> [String] {
    var hasReal = false
    var hasComplex = false
    var hasPi = false
    for entry in unit.entries {
      for routine in entry.routines {
        let text = body(unit, entry, routine).joined()
        hasReal = hasReal || text.contains("integer_power(")
        hasComplex = hasComplex || text.contains("complex_power(")
        hasPi = hasPi || text.contains("pi_value")
      }
    }
    var lines: [String] = []
    if hasPi { lines += ["", "static const double pi_value = 3.14159265358979323846;"] }
    for (isCalled, type, name) in [
      (hasReal, "double", "integer_power"), (hasComplex, "double complex", "complex_power"),
    ] where isCalled {
      lines += [
        "", "/* base to a power of at least one */",
        "static \(type) \(name)(\(type) base, int exponent) {",
        "  \(type) result = base;", "  while (--exponent > 0) result *= base;", "  return result;",
        "}",
      ]
    }
    return lines
  }

  private static func function(
    _ unit: ExportUnit, _ entry: ExportUnit.Entry, _ routine: ExportRoutine
  ) -> [String] {
    let n = routine.rows.count
    let parameters =
      routine.parameters.map { number in
        let isComplex = entry.form.parameters[number].domain == .complex
        return "\(isComplex ? "double complex" : "double") \(entry.parameters[number])"
      } + ["double complex matrix[\(n)][\(n)]"]
    let list = parameters.joined(separator: ", ")
    var lines = [""] + comment(PythonExport.words(unit, entry, routine))
    lines += ExportText.broken("void \(routine.name)(\(list));", indent: "")
    lines += ExportText.broken("void \(routine.name)(\(list)) {", indent: "")
    return lines + body(unit, entry, routine) + ["}"]
  }

  private static func body(
    _ unit: ExportUnit, _ entry: ExportUnit.Entry, _ routine: ExportRoutine
  ) -> [String] {
    let writer = unit.writer(entry, routine)
    var lines: [String] = []
    for assignment in routine.assignments {
      if let comment = assignment.comment {
        lines += ExportText.comment(
          [comment], "  ", breaking: [("*/", "* /"), ("/*", "/ *"), ("??/", "?? /")]
        ).map { "  /* \($0.dropFirst(2)) */" }
      }
      let type = assignment.isReal ? "double" : "double complex"
      lines += ExportText.broken(
        "const \(type) \(assignment.name) = \(writer.expression(assignment.step).text);",
        indent: "  ")
    }
    for (i, row) in routine.rows.enumerated() {
      for (j, step) in row.enumerated() {
        lines += ExportText.broken(
          "matrix[\(i)][\(j)] = \(writer.phrase(step).text);", indent: "  ")
      }
    }
    return lines
  }
}
