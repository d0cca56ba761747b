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
