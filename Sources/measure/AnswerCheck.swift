import ExactAlgebra

/// Decides whether values solve a system, by ways that no solver goes.
enum AnswerCheck {
  /// What is wrong with the values; `nil` where they solve every equation and are in lowest terms.
  ///
  /// Put back in two ways: at random points modulo a prime, where only evaluation is trusted, and
  /// exactly, as the library proves it.
  static func fault(of values: [Fraction], in named: NamedSystem) -> String? {
    let system = named.system
    guard values.count == system.unknownCount else {
      return "\(values.count) values for \(system.unknownCount) unknowns"
    }
    for (unknown, value) in values.enumerated()
    where !Polynomial.gcd(value.numerator, value.denominator).isOne {
      return "unknown \(unknown) is not in lowest terms"
    }
    var random = SplitMix64(seed: 2024)
    for _ in 0..<4 {
      let point = (0..<named.symbolCount).map { _ in random.next() % PrimeField().modulus }
      if let row = nonzeroRow(values, system, at: point) {
        return "equation \(row) does not hold at a random point"
      }
    }
    return system.isSolved(by: values) ? nil : "an equation does not hold"
  }

  /// The first equation that does not hold at a point modulo a prime.
  private static func nonzeroRow(
    _ values: [Fraction], _ system: LinearSystem, at point: [UInt64]
  ) -> Int? {
    let field = PrimeField()
    func residue(_ polynomial: Polynomial) -> UInt64 {
      polynomial.evaluated(modulo: field, at: point)
    }
    // A pole says nothing; it is hit with a chance of about degree / 2⁶¹.
    let residues = values.compactMap { value in
      field.inverse(residue(value.denominator)).map {
        field.multiply(residue(value.numerator), $0)
      }
    }
    guard residues.count == values.count else { return nil }
    for (index, (row, right)) in zip(system.matrix, system.rightHandSide).enumerated() {
      var sum = field.negate(residue(right))
      for (entry, value) in zip(row, residues) where !entry.isZero {
        sum = field.add(sum, field.multiply(residue(entry), value))
      }
      if sum != 0 { return index }
    }
    return nil
  }

  /// What is wrong with a peer's values, each a numerator and a denominator, where ours are known to
  /// be right: the same fractions, reduced but for a common integer.
  static func fault(of pairs: [(Polynomial, Polynomial)], against ours: [Fraction]) -> String? {
    guard pairs.count == ours.count else {
      return "\(pairs.count) values for \(ours.count) unknowns"
    }
    for (unknown, (pair, own)) in zip(pairs, ours).enumerated() {
      let (top, bottom) = pair
      if bottom.isZero { return "unknown \(unknown) has no denominator" }
      // Up to integers numerator and denominator are ours, and so is the ratio of those integers.
      let isSame =
        top.primitivePart == own.numerator.primitivePart
        && (top.isZero || bottom.primitivePart == own.denominator.primitivePart)
        && top.leadingCoefficient * own.denominator.leadingCoefficient
          == bottom.leadingCoefficient * own.numerator.leadingCoefficient
      if isSame { continue }
      let isEqual = top * own.denominator == bottom * own.numerator
      return "unknown \(unknown) is \(isEqual ? "not in lowest terms" : "wrong")"
    }
    return nil
  }
}
