/// The Wolfram Language.
struct MathematicaDialect: CodeDialect {
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

  var pi: ExportPhrase { .atom("Pi") }
  var imaginaryUnit: ExportPhrase { .atom("I") }

  func functions(isReal: Bool) -> ExportFunctions {
    ExportFunctions(
      squareRoot: "Sqrt", exponential: "Exp", sine: "Sin", cosine: "Cos", angle: "ArcTan",
      absolute: "Abs", conjugate: "Conjugate", realPart: "Re", angleOrder: .cosineFirst,
      brackets: ("[", "]"))
  }
}
