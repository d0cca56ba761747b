/// Python's words and NumPy's functions.
struct PythonDialect: ExportDialect {
  let reserved = Self.words.union(["np", "qutip", "rho", "matrix", "shape", "model"])

  static let words: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in",
    "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
    "yield", "match", "case", "type", "complex", "float", "dict", "list", "zip", "range", "ABOUT",
  ]

  func literal(_ numerator: String, _ denominator: String) -> ExportPhrase {
    denominator == "1"
      ? .atom(numerator) : ExportPhrase("\(numerator) / \(denominator)", .product)
  }

  var pi: ExportPhrase { .atom("np.pi") }
  var imaginaryUnit: ExportPhrase { .atom("1j") }

  func power(_ base: ExportPhrase, _ exponent: Int, isReal: Bool) -> ExportPhrase {
    ExportPhrase("\(text(base, .atom))**\(exponent)", .power)
  }

  func call(
    _ function: ExportFunctionName, _ arguments: [ExportPhrase], isReal: Bool
  ) -> ExportPhrase {
    let x = arguments.map(\.text)
    switch function {
    case .squareRoot: return .atom("np.sqrt(\(x[0]))")
    case .exponential: return .atom("np.exp(\(x[0]))")
    case .sine: return .atom("np.sin(\(x[0]))")
    case .cosine: return .atom("np.cos(\(x[0]))")
    case .angle: return .atom("np.arctan2(\(x[1]), \(x[0]))")
    case .absolute: return .atom("np.abs(\(x[0]))")
    case .conjugate: return .atom("np.conj(\(x[0]))")
    case .realPart: return .atom("np.real(\(x[0]))")
    case .boseOccupation: return ExportPhrase("1 / np.expm1(\(x[0]))", .product)
    case .fermiOccupation: return ExportPhrase("1 / (np.exp(\(x[0])) + 1)", .product)
    }
  }
}
