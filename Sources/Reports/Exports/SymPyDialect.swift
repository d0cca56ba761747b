/// SymPy: exact numbers, and names from the module itself.
struct SymPyDialect: CodeDialect {
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

  var powerSign: String { "**" }

  /// Two integers would be divided as floating point.
  func quotient(_ a: ExportPhrase, _ b: ExportPhrase) -> ExportPhrase {
    let isInteger = a.text.allSatisfy(\.isNumber) && b.text.allSatisfy(\.isNumber)
    return isInteger
      ? .atom("Rational(\(a.text), \(b.text))")
      : ExportPhrase("\(text(a, .product)) / \(text(b, .power))", .product)
  }

  func functions(isReal: Bool) -> ExportFunctions {
    ExportFunctions(
      squareRoot: "sqrt", exponential: "exp", sine: "sin", cosine: "cos", angle: "atan2",
      absolute: "Abs", conjugate: "conjugate", realPart: "re")
  }
}
