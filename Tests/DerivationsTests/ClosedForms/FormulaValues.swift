import NumericEvaluation

@testable import Derivations

/// The values of a formula's steps at a point.
enum FormulaValues {
  static func evaluate(_ steps: [FormulaStep], _ parameters: [Complex]) -> [Complex] {
    var values: [Complex] = []
    for step in steps {
      let next: Complex
      switch step {
      case .parameter(let number): next = parameters[number]
      case .number(let numerator, let denominator):
        next = Complex((Double(numerator) ?? .nan) / (Double(denominator) ?? .nan))
      case .pi: next = Complex(Double.pi)
      case .imaginaryUnit: next = .i
      case .sum(let a, let b): next = values[a] + values[b]
      case .difference(let a, let b): next = values[a] - values[b]
      case .product(let a, let b): next = values[a] * values[b]
      case .quotient(let a, let b): next = values[a] / values[b]
      case .negative(let a): next = -values[a]
      case .power(let a, let exponent):
        next = (1..<exponent).reduce(values[a]) { total, _ in total * values[a] }
      case .squareRoot(let a): next = (try? values[a].squareRoot()) ?? Complex(.nan)
      case .exponential(let a): next = values[a].exponential()
      case .sine(let a): next = values[a].sine()
      case .cosine(let a): next = values[a].cosine()
      case .angle(let a, let b): next = (try? values[a].angle(sine: values[b])) ?? Complex(.nan)
      case .absolute(let a): next = values[a].absolute()
      case .conjugate(let a): next = values[a].conjugate
      case .realPart(let a): next = values[a].realPart
      case .boseOccupation(let a): next = values[a].boseOccupation()
      case .fermiOccupation(let a): next = values[a].fermiOccupation()
      }
      values.append(next)
    }
    return values
  }
}
