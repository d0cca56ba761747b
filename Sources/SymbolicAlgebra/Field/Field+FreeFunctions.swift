import ExactAlgebra

// Points choose exponentials, cosines and sines by themselves. Rational functions of independent ones
// that differ at such a point are different, whether the arguments take these values or not. The sign
// of a root is another matter: |cos 1| is cos 1, though it is not where cos 1 is chosen to be −1.

extension Field {
  /// Whether the exponentials, cosines and sines among some generators take all values together that
  /// points choose for them, whatever the values of the others are.
  ///
  /// One after the other they have a symbol of their own that can bring any value about.
  public func areFunctionsFree(among generators: [Int]) -> Bool {
    areFree(functions(among: closure(of: generators)), among: generators)
  }

  /// Whether those do on which the sign of what stands under a root may depend.
  ///
  /// The values of completed generators follow from those of the parameters.
  public func areRadicandsFree(
    among generators: [Int], completed: Set<Int> = [], by parameters: [Int] = []
  ) -> Bool {
    let visible = Set(closure(of: generators))
    let roots = dependencies(of: generators).filter(mayHaveEitherSign)
    if roots.isEmpty { return true }
    // In an argument: cos |x| and cos x are two functions, but not independent of each other.
    if roots.contains(where: { !visible.contains($0) }) {
      return areFunctionsFree(among: generators + parameters)
    }
    var under = closure(of: roots.flatMap(argumentVariables))
    if !completed.isDisjoint(with: under) { under = closure(of: under + parameters) }
    return areFree(functions(among: under), among: generators + parameters)
  }

  /// Whether the sign of what stands under a root may depend on generators that are no symbols.
  public func haveTiedRadicands(among generators: [Int]) -> Bool {
    let roots = dependencies(of: generators).filter(mayHaveEitherSign)
    return !tied.isDisjoint(with: closure(of: roots.flatMap(argumentVariables)))
  }

  /// Some generators and all that they depend on, through the arguments of functions too; a declared
  /// angle's cosine and sine are known, not the angle.
  public func dependencies(of generators: [Int]) -> Set<Int> {
    var found = Set<Int>()
    var pending = generators
    while let index = pending.popLast() {
      guard found.insert(index).inserted else { continue }
      switch self.generators[index].kind {
      case .cosine(let number), .sine(let number), .halfCosine(let number), .halfSine(let number):
        if !angles[number].isDeclared { pending += angles[number].key.variables }
      case .free, .constant, .root, .exponential: pending += argumentVariables(of: index)
      }
    }
    return found
  }

  /// What is assumed, and what the domains of fixed symbols say of their values, as it stands now.
  public var conditions: [Assumption] {
    let all = assumptions + bounds
    if determined.isEmpty { return all }
    return all.map { condition in
      guard let value = canonical(condition.positive) else { return condition }
      var condition = condition
      condition.positive = value
      return condition
    }
  }

  /// A root whose radicand is a square of something that may be negative, say. Where it is positive
  /// over all the domain, which is connected, there is one sign; assumptions may take it apart.
  private func mayHaveEitherSign(_ index: Int) -> Bool {
    guard case .root(let radicand) = generators[index].kind, !radicand.isConstant else {
      return false
    }
    if generators[index].domain != .positive { return true }
    if assumptions.allSatisfy(\.latex.isEmpty) { return false }
    var declared = self
    declared.assumptions.removeAll { !$0.latex.isEmpty }
    return !declared.isProvablyPositive(Fraction(radicand))
  }

  /// An exponential, or the cosine and sine of an angle.
  private struct Function: Hashable {
    /// What it is a function of.
    let argument: Fraction
    let isExponential: Bool
    /// All that the argument depends on.
    let symbols: Set<Int>
  }

  /// The functions among some generators. Those of a declared angle are chosen like symbols.
  private func functions(among generators: [Int]) -> [Function] {
    var seen = Set<Int>()
    return generators.compactMap { index -> Function? in
      switch self.generators[index].kind {
      case .free, .constant, .root: return nil
      case .exponential(let exponent): return function(of: exponent, isExponential: true)
      case .cosine(let number), .sine(let number), .halfCosine(let number), .halfSine(let number):
        let angle = angles[number]
        guard !angle.isDeclared, seen.insert(number).inserted else { return nil }
        return function(of: angle.key, isExponential: false)
      }
    }
  }

  private func function(of argument: Fraction, isExponential: Bool) -> Function {
    let argument = canonical(argument) ?? argument
    return Function(
      argument: argument, isExponential: isExponential,
      symbols: dependencies(of: argument.variables))
  }

  /// - Parameter chosen: the generators that points give values to.
  private func areFree(_ functions: [Function], among chosen: [Int]) -> Bool {
    let touched = dependencies(of: chosen)
    let assumed = conditions.filter { condition in
      !condition.latex.isEmpty
        && !touched.isDisjoint(with: dependencies(of: condition.positive.variables))
    }
    let members = closure(of: assumed.flatMap(\.positive.variables))
    let taken = Set(closure(of: chosen + members))
    // A point does not see what is assumed of a symbol through a function of it.
    let hidden = dependencies(of: members).subtracting(members)
    if !hidden.isDisjoint(with: taken) { return false }
    // Points fulfil what is assumed of functions, so that these count too.
    var left = functions + self.functions(among: members).filter { !functions.contains($0) }
    // The last one to be brought about comes first: its symbol is in no other.
    while !left.isEmpty {
      let last = left.indices.first { place in
        left[place].symbols.subtracting(taken).contains { symbol in
          brings(symbol, left[place])
            && !left.indices.contains { $0 != place && left[$0].symbols.contains(symbol) }
        }
      }
      guard let last else { return false }
      left.remove(at: last)
    }
    return true
  }

  /// Whether some value of the symbol makes the function any that it is chosen to be, whatever the
  /// values of all others in it are. Exponentials are chosen above 1 where their exponents are positive.
  private func brings(_ symbol: Int, _ function: Function) -> Bool {
    guard case .free = generators[symbol].kind, !tied.contains(symbol),
      determined[symbol] == nil
    else { return false }
    let argument = function.argument
    let power = argument.numerator.degree(in: symbol) - argument.denominator.degree(in: symbol)
    let rest = argument * Fraction.variable(symbol).power(-power)
    guard power != 0, !dependencies(of: rest.variables).contains(symbol),
      isProvablyPositive(rest)
    else { return false }
    if !function.isExponential {
      if case .interval = generators[symbol].domain { return false }
      return true
    }
    switch generators[symbol].domain {
    case .interval: return false
    // x³ is any number; x² and 1/x are not.
    case .real: return power > 0 && power % 2 != 0
    case .positive, .nonnegative: return isProvablyPositive(argument)
    }
  }
}
