import ExactAlgebra

/// A growing list of exact steps in which equal sub-expressions are one step.
///
/// Formulas keep the shape that they were written in; only what is zero, one, or the same as something
/// before goes.
final class FormulaBuilder {
  /// The name that a paper or its derivation file has for a step.
  struct Name {
    var latex: String
    /// The declaration that gives it; `nil` where the name is only that of a quantity.
    var declaration: Int?
  }

  private(set) var steps: [FormulaStep] = []
  /// What is real for all real parameters.
  private(set) var isReal: [Bool] = []
  /// What is positive in the parameters' domains.
  private(set) var isPositive: [Bool] = []
  private(set) var names: [Int: Name] = [:]
  private var positions: [FormulaStep: Int] = [:]
  private var values: [Int: Rational] = [:]
  private var parameters: [(isReal: Bool, isPositive: Bool)] = []

  /// A new parameter.
  func parameter(isReal: Bool, isPositive: Bool) -> FormulaNode {
    parameters.append((isReal, isPositive))
    return node(.parameter(parameters.count - 1))
  }

  func constant(_ value: Rational) -> FormulaNode {
    let node = node(
      .number(
        numerator: value.numerator.description, denominator: value.denominator.description))
    if values[node.position] == nil {
      values[node.position] = value
      isPositive[node.position] = value > 0
    }
    return node
  }

  /// The value of a step that is a rational number.
  func value(at position: Int) -> Rational? { values[position] }

  /// The step as it stands, shared with an equal one.
  func node(_ step: FormulaStep) -> FormulaNode {
    if let position = positions[step] { return FormulaNode(builder: self, position: position) }
    steps.append(step)
    positions[step] = steps.count - 1
    isReal.append(reality(of: step))
    isPositive.append(positivity(of: step))
    return FormulaNode(builder: self, position: steps.count - 1)
  }

  /// Gives a step that is computed a name, unless it has one.
  func name(_ position: Int, _ latex: String, declaration: Int?) {
    guard names[position] == nil, !steps[position].isLeaf else { return }
    names[position] = Name(latex: latex, declaration: declaration)
  }

  private func reality(of step: FormulaStep) -> Bool {
    switch step {
    case .parameter(let number): parameters[number].isReal
    case .imaginaryUnit: false
    case .absolute, .realPart, .number, .pi: true
    default: step.operands.allSatisfy { isReal[$0] }
    }
  }

  private func positivity(of step: FormulaStep) -> Bool {
    switch step {
    case .parameter(let number): parameters[number].isPositive
    case .pi: true
    case .sum(let a, let b), .product(let a, let b), .quotient(let a, let b):
      isPositive[a] && isPositive[b]
    case .power(let a, _), .squareRoot(let a): isPositive[a]
    case .exponential(let a), .fermiOccupation(let a): isReal[a]
    case .number, .imaginaryUnit, .difference, .negative, .sine, .cosine, .angle, .absolute,
      .conjugate, .realPart, .boseOccupation:
      false
    }
  }
}
