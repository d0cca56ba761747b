/// Julia's words and functions.
struct JuliaDialect: ExportDialect {
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

  func power(_ base: ExportPhrase, _ exponent: Int, isReal: Bool) -> ExportPhrase {
    ExportPhrase("\(text(base, .atom))^\(exponent)", .power)
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
    case .angle: return .atom("atan(\(x[1]), \(x[0]))")
    case .absolute: return .atom("abs(\(x[0]))")
    case .conjugate: return .atom("conj(\(x[0]))")
    case .realPart: return .atom("real(\(x[0]))")
    case .boseOccupation: return ExportPhrase("1 / expm1(\(x[0]))", .product)
    case .fermiOccupation: return ExportPhrase("1 / (exp(\(x[0])) + 1)", .product)
    }
  }
}
