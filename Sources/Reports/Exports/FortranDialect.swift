/// Fortran 2008 in double precision.
struct FortranDialect: CodeDialect {
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

  var powerSign: String { "**" }

  func functions(isReal: Bool) -> ExportFunctions {
    ExportFunctions(
      squareRoot: "sqrt", exponential: "exp", sine: "sin", cosine: "cos", angle: "atan2",
      absolute: "abs", conjugate: "conjg", realPart: "real", exponentialMinusOne: "expm1",
      realKind: ", wp", one: "1.0_wp")
  }
}
