import Derivations

/// C99 with `complex.h`.
struct CDialect: ExportDialect {
  let reserved: Set<String> = [
    "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum",
    "extern", "float", "for", "goto", "if", "inline", "int", "long", "register", "restrict",
    "return", "short", "signed", "sizeof", "static", "struct", "switch", "typedef", "union",
    "unsigned", "void", "volatile", "while", "bool", "true", "false", "nullptr", "complex",
    "imaginary", "I", "matrix", "pi_value", "integer_power", "complex_power", "main", "exp",
    "expm1",
    "sqrt", "sin", "cos", "tan", "atan2", "fabs", "cabs", "conj", "creal", "cimag", "cexp", "csin",
    "ccos", "gamma", "lgamma", "tgamma", "j0", "j1", "jn", "y0", "y1", "yn", "log", "pow",
    "signgam",
    "asm", "typeof", "unix", "linux", "HUGE_VAL", "INFINITY", "NAN",
  ]

  func literal(_ numerator: String, _ denominator: String) -> ExportPhrase {
    denominator == "1"
      ? .atom(numerator + ".0") : ExportPhrase("\(numerator).0 / \(denominator).0", .product)
  }

  var pi: ExportPhrase { .atom("pi_value") }
  var imaginaryUnit: ExportPhrase { .atom("I") }

  func power(_ base: ExportPhrase, _ exponent: Int, isReal: Bool) -> ExportPhrase {
    .atom("\(isReal ? "integer_power" : "complex_power")(\(base.text), \(exponent))")
  }

  func call(
    _ function: ExportFunctionName, _ arguments: [ExportPhrase], isReal: Bool
  ) -> ExportPhrase {
    let x = arguments.map(\.text)
    switch function {
    case .squareRoot: return .atom("sqrt(\(x[0]))")
    case .exponential: return .atom("\(isReal ? "exp" : "cexp")(\(x[0]))")
    case .sine: return .atom("\(isReal ? "sin" : "csin")(\(x[0]))")
    case .cosine: return .atom("\(isReal ? "cos" : "ccos")(\(x[0]))")
    case .angle: return .atom("atan2(\(x[1]), \(x[0]))")
    case .absolute: return .atom("\(isReal ? "fabs" : "cabs")(\(x[0]))")
    case .conjugate: return .atom("conj(\(x[0]))")
    case .realPart: return .atom("creal(\(x[0]))")
    case .boseOccupation: return ExportPhrase("1.0 / expm1(\(x[0]))", .product)
    case .fermiOccupation: return ExportPhrase("1.0 / (exp(\(x[0])) + 1.0)", .product)
    }
  }
}

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
