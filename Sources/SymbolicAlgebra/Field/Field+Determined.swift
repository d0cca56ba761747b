import ExactAlgebra

extension Field {
  /// Fixes a generator: from now on its canonical form, and that of every root, exponential and angle
  /// that depends on it, is taken at this value.
  ///
  /// Precondition: the value does not contain the generator.
  public mutating func determine(_ index: Int, as value: Fraction) throws(FieldError) {
    guard let value = canonical(value) else { throw .divisionByZero }
    precondition(!value.variables.contains(index))
    determined[index] = value
    // What the generator's domain promised is now a promise about its value.
    let latex = generators[index].latex
    switch generators[index].domain {
    case .real: break
    case .positive:
      if !isProvablyPositive(value) {
        assumptions.append(Assumption(positive: value, latex: "\(latex) > 0"))
      }
    case .nonnegative: addBound(value, "\(latex) \\geq 0")
    case .interval(let low, let high):
      addBound(value - Fraction(low), "\(latex) \\geq \(self.latex(Fraction(low)))")
      addBound(Fraction(high) - value, "\(latex) \\leq \(self.latex(Fraction(high)))")
    }
    for (known, old) in determined.sorted(by: { $0.key < $1.key }) where known != index {
      guard let new = canonical(old) else { throw .divisionByZero }
      determined[known] = new
    }
    for (number, generator) in generators.enumerated() {
      switch generator.kind {
      case .cosine(let angle):
        try determineAngle(angle, by: index)
      case .root(let radicand) where isFixed(radicand.variables) && determined[number] == nil:
        determined[number] = try squareRoot(Fraction(radicand))
      case .exponential(let exponent)
      where isFixed(exponent.variables) && determined[number] == nil:
        guard let half = (exponent * Fraction(Rational(1, 2))).substituting(determined) else {
          throw .divisionByZero
        }
        determined[number] = try exponential(Scalar(half)).real
      case .root, .exponential, .free, .constant, .sine, .halfCosine, .halfSine: continue
      }
    }
    // What was fixed first may contain what was fixed last.
    for (known, old) in determined.sorted(by: { $0.key < $1.key }) {
      guard let new = canonical(old) else { throw .divisionByZero }
      determined[known] = new
    }
  }

  private mutating func addBound(_ value: Fraction, _ latex: String) {
    if value.variables.isEmpty || isProvablyPositive(value) { return }
    var bound = Assumption(positive: value, latex: latex)
    bound.allowsZero = true
    bounds.append(bound)
  }

  private func isFixed(_ variables: [Int]) -> Bool {
    variables.contains { determined[$0] != nil }
  }

  /// The functions of an angle whose cosine has just been fixed, or whose value contains what was.
  private mutating func determineAngle(_ number: Int, by index: Int) throws(FieldError) {
    let angle = angles[number]
    if angle.cosine == index, let value = determined[index] {
      guard angle.upper else {
        throw .unsupported(function: "\\arccos", argument: latex(value))
      }
      let sine = try squareRoot(Fraction(1) - value * value)
      determined[angle.sine] = sine
      if let half = angle.half {
        let values = try halfAngle(cosine: value, sine: sine)
        determined[half.cosine] = values.cosine
        determined[half.sine] = values.sine
      }
    } else if isFixed(angle.key.variables), determined[angle.cosine] == nil {
      guard let key = angle.key.substituting(determined) else { throw .divisionByZero }
      let values = try cosineAndSine(key)
      determined[angle.cosine] = values.cosine
      determined[angle.sine] = values.sine
      if let half = angle.half {
        let halves = try cosineAndSine(key * Fraction(Rational(1, 2)))
        determined[half.cosine] = halves.cosine
        determined[half.sine] = halves.sine
      }
    }
  }

  /// Whether a generator's value is a function of another.
  private func depends(_ generator: Int, on index: Int) -> Bool {
    let arguments: [Int] =
      switch generators[generator].kind {
      case .free, .constant: []
      case .cosine(let number), .sine(let number), .halfCosine(let number), .halfSine(let number):
        angles[number].key.variables + [angles[number].cosine].filter { $0 < generator }
      case .root(let radicand): radicand.variables
      case .exponential(let exponent): exponent.variables
      }
    return arguments.contains { $0 == index || depends($0, on: index) }
  }

  /// Fixes one generator so that left = right: one that occurs linearly with a factor that cannot
  /// vanish, from the left side if possible. `false` if there is none.
  public mutating func impose(_ left: Fraction, equals right: Fraction) throws(FieldError) -> Bool {
    guard let difference = canonical(left - right) else { throw .divisionByZero }
    if difference.isZero { return true }
    let leftVariables = (canonical(left) ?? left).variables
    let rightVariables = (canonical(right) ?? right).variables
    func rank(_ index: Int) -> (Int, Int) {
      let isLeft = leftVariables.contains(index) && !rightVariables.contains(index)
      return (isLeft ? 0 : 1, index)
    }
    for index in difference.variables.sorted(by: { rank($0) < rank($1) }) {
      switch generators[index].kind {
      case .free, .cosine: break
      case .constant, .sine, .halfCosine, .halfSine, .root, .exponential: continue
      }
      let parts = difference.numerator.coefficients(in: index)
      guard parts.count == 2, difference.denominator.degree(in: index) == 0,
        !difference.variables.contains(where: { depends($0, on: index) })
      else { continue }
      let factor = Fraction(parts[1])
      guard isProvablyPositive(factor) || isProvablyPositive(-factor) else { continue }
      try determine(index, as: -Fraction(parts[0]) * factor.inverse)
      return true
    }
    return false
  }
}
