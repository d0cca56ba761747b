/// Julia's words and functions.
struct JuliaDialect: CodeDialect {
  let reserved: Set<String> = [
    "baremodule", "begin", "break", "catch", "const", "continue", "do", "else", "elseif", "end",
    "export", "false", "finally", "for", "function", "global", "if", "import", "let", "local",
    "macro", "module", "quote", "return", "struct", "true", "try", "using", "while", "abstract",
    "mutable", "primitive", "type", "where", "in", "isa", "im", "pi", "sqrt", "exp", "expm1", "sin",
    "cos", "atan", "abs", "conj", "real", "complex", "float", "zeros", "matrix", "entry", "typeof",
    "promote_type", "Inf", "NaN", "big",
  ]

  /// Whole numbers beyond 2⁵³ as floating point: an integer literal might be a big one.
  func literal(_ numerator: String, _ denominator: String) -> ExportPhrase {
    func number(_ digits: String) -> String { digits.count > 15 ? digits + ".0" : digits }
    return denominator == "1"
      ? .atom(number(numerator))
      : ExportPhrase("\(number(numerator)) / \(number(denominator))", .product)
  }

  var pi: ExportPhrase { .atom("pi") }
  var imaginaryUnit: ExportPhrase { .atom("im") }

  func functions(isReal: Bool) -> ExportFunctions {
    ExportFunctions(
      squareRoot: "sqrt", exponential: "exp", sine: "sin", cosine: "cos", angle: "atan",
      absolute: "abs", conjugate: "conj", realPart: "real", exponentialMinusOne: "expm1")
  }
}
