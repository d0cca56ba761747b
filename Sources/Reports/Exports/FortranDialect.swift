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
