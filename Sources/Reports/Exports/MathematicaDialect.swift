/// The Wolfram Language.
struct MathematicaDialect: ExportDialect {
  let reserved: Set<String> = [
    "C", "D", "E", "I", "K", "N", "O", "Pi", "Gamma", "Beta", "Zeta", "Degree", "Exp", "Sqrt",
    "Sin", "Cos", "Tan", "Abs", "Re", "Im", "Conjugate", "ArcTan", "Module", "Block", "With", "Log",
    "Sum", "Product", "Table", "Matrix", "Do", "If", "Or", "And", "Not", "In", "Out", "Off", "On",
    "Get", "Put", "Set", "Min", "Max", "Mod", "Tr", "Det", "Dot", "True", "False", "Null",
  ]

  let evasion = "Value"
  let separator = "Number"

  /// No underscore may stand in a name, and a builtin one not begin it.
  func identifier(_ latex: String) -> String { ExportIdentifier.camel(latex) }

  func literal(_ numerator: String, _ denominator: String) -> ExportPhrase {
    denominator == "1"
      ? .atom(numerator) : ExportPhrase("\(numerator) / \(denominator)", .product)
  }

  var pi: ExportPhrase { .atom("Pi") }
  var imaginaryUnit: ExportPhrase { .atom("I") }

  func power(_ base: ExportPhrase, _ exponent: Int, isReal: Bool) -> ExportPhrase {
    ExportPhrase("\(text(base, .atom))^\(exponent)", .power)
  }

  func call(
    _ function: ExportFunctionName, _ arguments: [ExportPhrase], isReal: Bool
  ) -> ExportPhrase {
    let x = arguments.map(\.text)
    switch function {
    case .squareRoot: return .atom("Sqrt[\(x[0])]")
    case .exponential: return .atom("Exp[\(x[0])]")
    case .sine: return .atom("Sin[\(x[0])]")
    case .cosine: return .atom("Cos[\(x[0])]")
    case .angle: return .atom("ArcTan[\(x[0]), \(x[1])]")
    case .absolute: return .atom("Abs[\(x[0])]")
    case .conjugate: return .atom("Conjugate[\(x[0])]")
    case .realPart: return .atom("Re[\(x[0])]")
    case .boseOccupation: return ExportPhrase("1 / (Exp[\(x[0])] - 1)", .product)
    case .fermiOccupation: return ExportPhrase("1 / (Exp[\(x[0])] + 1)", .product)
    }
  }
}
