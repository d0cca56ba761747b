/// Python's words and NumPy's functions.
struct PythonDialect: CodeDialect {
  let reserved = Self.words.union(["np", "qutip", "rho", "matrix", "shape", "model"])

  static let words: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in",
    "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
    "yield", "match", "case", "type", "complex", "float", "dict", "list", "zip", "range", "ABOUT",
  ]

  var pi: ExportPhrase { .atom("np.pi") }
  var imaginaryUnit: ExportPhrase { .atom("1j") }

  var powerSign: String { "**" }

  func functions(isReal: Bool) -> ExportFunctions {
    ExportFunctions(
      squareRoot: "np.sqrt", exponential: "np.exp", sine: "np.sin", cosine: "np.cos",
      angle: "np.arctan2", absolute: "np.abs", conjugate: "np.conj", realPart: "np.real",
      exponentialMinusOne: "np.expm1")
  }
}
