/// SymPy: exact numbers, and names from the module itself.
struct SymPyDialect: ExportDialect {
  let reserved = PythonDialect.words.union([
    "sympy", "Rational", "Matrix", "Symbol", "sqrt", "exp", "sin", "cos", "atan2", "Abs",
    "conjugate", "re", "pi", "I", "prove", "main", "times", "plus", "masks", "field", "random",
    "sys",
    "Algebra", "FORMS", "LARGEST",
  ])

  func literal(_ numerator: String, _ denominator: String) -> ExportPhrase {
    .atom(denominator == "1" ? numerator : "Rational(\(numerator), \(denominator))")
  }

  var pi: ExportPhrase { .atom("pi") }
  var imaginaryUnit: ExportPhrase { .atom("I") }

  func power(_ base: ExportPhrase, _ exponent: Int, isReal: Bool) -> ExportPhrase {
    ExportPhrase("\(text(base, .atom))**\(exponent)", .power)
  }

  /// Two integers would be divided as floating point.
  func quotient(_ a: ExportPhrase, _ b: ExportPhrase) -> ExportPhrase {
    let isInteger = a.text.allSatisfy(\.isNumber) && b.text.allSatisfy(\.isNumber)
    return isInteger
      ? .atom("Rational(\(a.text), \(b.text))")
      : ExportPhrase("\(text(a, .product)) / \(text(b, .power))", .product)
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
    case .absolute: return .atom("Abs(\(x[0]))")
    case .conjugate: return .atom("conjugate(\(x[0]))")
    case .realPart: return .atom("re(\(x[0]))")
    case .boseOccupation: return ExportPhrase("1 / (exp(\(x[0])) - 1)", .product)
    case .fermiOccupation: return ExportPhrase("1 / (exp(\(x[0])) + 1)", .product)
    }
  }
}
