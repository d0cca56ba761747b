import ExactAlgebra

// Points choose exponentials, cosines and sines by themselves. Two rational functions of them that differ at
// such a point are different, whether their arguments take these values or not. Signs are another matter: they
// are told by a point only if it can be reached, as |cos 1| = cos 1 is true and −1 > cos 1 is not.

extension Field {
  /// Whether the exponentials, cosines and sines among some generators and those that these are made of take
  /// any values together, whatever the values of the others are.
  ///
  /// One after the other they have a symbol of their own that can bring any value about.
  public func areFunctionsFree(among generators: [Int]) -> Bool {
    areFree(functions(among: closure(of: generators)), among: generators)
  }

  /// Whether the functions do on which the sign of what stands under a root may depend.
  public func areRadicandsFree(among generators: [Int]) -> Bool {
    let radicands = closure(of: generators).flatMap { index -> [Int] in
      guard case .root(let radicand) = self.generators[index].kind,
        self.generators[index].domain != .positive
      else { return [] }
      return radicand.variables
    }
    if radicands.isEmpty { return true }
    return areFree(functions(among: closure(of: radicands)), among: generators)
  }

  /// What an exponential, or the cosine and sine of an angle, is a function of.
  private struct FunctionArgument {
    let monomial: Fraction
    /// A half angle's cosine takes the same values, an exponential those above 1 where its exponent is positive.
    let isExponent: Bool
    let symbols: Set<Int>
  }

  /// The arguments of the functions among some generators, each once.
  private func functions(among members: [Int]) -> [FunctionArgument] {
    var angles = Set<Int>()
    return members.compactMap { index -> FunctionArgument? in
      let monomial: Fraction
      var isExponent = false
      switch generators[index].kind {
      case .free, .constant, .root: return nil
      case .exponential(let exponent): (monomial, isExponent) = (exponent, true)
      case .cosine(let number), .sine(let number), .halfCosine(let number), .halfSine(let number):
        guard angles.insert(number).inserted else { return nil }
        monomial = self.angles[number].key
      }
      return FunctionArgument(
        monomial: monomial, isExponent: isExponent,
        symbols: everything(in: monomial.variables))
    }
  }

  /// Some generators and all that they depend on, through arguments too.
  private func everything(in generators: [Int]) -> Set<Int> {
    var found = Set<Int>()
    var pending = generators
    while let index = pending.popLast() {
      if found.insert(index).inserted { pending += argumentVariables(of: index) }
    }
    return found
  }

  /// - Parameter chosen: the generators that points give values to.
  private func areFree(_ functions: [FunctionArgument], among chosen: [Int]) -> Bool {
    if functions.isEmpty { return true }
    let taken = Set(closure(of: chosen)).union(
      assumptions.filter { !$0.latex.isEmpty }.flatMap {
        everything(in: $0.positive.variables)
      })
    // In reverse of the order in which they can be brought about: the symbol of the last one is in no other.
    var left = functions
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

  /// Whether a function takes any value, an exponential above 1 where its exponent is positive, for some value
  /// of the symbol, whatever those of the others in it are.
  private func brings(_ symbol: Int, _ function: FunctionArgument) -> Bool {
    let (above, below) = (function.monomial.numerator, function.monomial.denominator)
    let exponent = above.degree(in: symbol) - below.degree(in: symbol)
    // What else it is a product of must not vanish.
    let rest = function.monomial * Fraction.variable(symbol).power(-exponent)
    guard exponent != 0, !rest.variables.contains(symbol) else { return false }
    switch generators[symbol].domain {
    case .interval: return false
    case .real:
      return isProvablyPositive(rest) && (!function.isExponent || exponent % 2 != 0)
    case .positive, .nonnegative:
      return isProvablyPositive(rest)
        && (!function.isExponent || isProvablyPositive(function.monomial))
    }
  }
}
