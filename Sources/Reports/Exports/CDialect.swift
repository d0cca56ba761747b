/// C99 with `complex.h`.
struct CDialect: CodeDialect {
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

  func functions(isReal: Bool) -> ExportFunctions {
    let complex = isReal ? "" : "c"
    return ExportFunctions(
      squareRoot: "sqrt", exponential: complex + "exp", sine: complex + "sin",
      cosine: complex + "cos", angle: "atan2", absolute: isReal ? "fabs" : "cabs",
      conjugate: "conj", realPart: "creal", exponentialMinusOne: "expm1", one: "1.0")
  }
}
