import Derivations

/// Writes steps as formulas of a language.
struct FormulaWriter {
  let form: ClosedForm
  let dialect: any ExportDialect
  let variables: [Int: String]

  /// A step, by its variable if it has one.
  func phrase(_ step: Int) -> ExportPhrase {
    if let name = variables[step] { return .atom(name) }
    return expression(step)
  }

  /// What a step computes.
  func expression(_ step: Int) -> ExportPhrase {
    func call(_ name: ExportFunctionName, _ arguments: Int...) -> ExportPhrase {
      let isReal = arguments.allSatisfy { form.isReal[$0] }
      return dialect.call(name, arguments.map(phrase), isReal: isReal)
    }
    switch form.steps[step] {
    // A parameter is a variable.
    case .parameter: return .atom("")
    case .number(let numerator, let denominator):
      guard numerator.hasPrefix("-") else { return dialect.literal(numerator, denominator) }
      let size = dialect.literal(String(numerator.dropFirst()), denominator)
      return ExportPhrase("-\(dialect.text(size, .product))", .sum)
    case .pi: return dialect.pi
    case .imaginaryUnit: return dialect.imaginaryUnit
    case .sum(let a, let b):
      return ExportPhrase("\(phrase(a).text) + \(dialect.text(phrase(b), .product))", .sum)
    case .difference(let a, let b):
      return ExportPhrase("\(phrase(a).text) - \(dialect.text(phrase(b), .product))", .sum)
    case .product(let a, let b): return dialect.product(phrase(a), phrase(b))
    case .quotient(let a, let b): return dialect.quotient(phrase(a), phrase(b))
    case .negative(let a): return ExportPhrase("-\(dialect.text(phrase(a), .product))", .sum)
    case .power(let a, let exponent):
      return dialect.power(phrase(a), exponent, isReal: form.isReal[a])
    case .squareRoot(let a): return call(.squareRoot, a)
    case .exponential(let a): return call(.exponential, a)
    case .sine(let a): return call(.sine, a)
    case .cosine(let a): return call(.cosine, a)
    case .angle(let cosine, let sine): return call(.angle, cosine, sine)
    case .absolute(let a): return call(.absolute, a)
    case .conjugate(let a): return call(.conjugate, a)
    case .realPart(let a): return call(.realPart, a)
    case .boseOccupation(let a): return call(.boseOccupation, a)
    case .fermiOccupation(let a): return call(.fermiOccupation, a)
    }
  }
}
