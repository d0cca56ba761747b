import ExactAlgebra
import OpenSystems
import SymbolicAlgebra

extension FactSetting {
  /// L ρ = 0 has rank n² − 1: with tr ρ = 1 in place of one equation the determinant is not zero.
  func uniqueness() -> Fact {
    let n = context.dimension
    var fact = Fact(
      kind: .uniqueness, given: given,
      statement: "The steady state is unique: the master equation has rank $\(n * n - 1)$ "
        + "in $\(n * n)$ unknowns.",
      verdict: .proved, how: "", conditions: conditions)
    guard let determinants else {
      // The decoupled blocks were accepted only with full rank.
      let points = SamplePoints(field, covering: equations.parameters, limit: 40, scattered: true)
      guard points.contains(where: { equations.solve(at: $0) != nil }) else {
        fact.verdict = .undecided
        fact.statement = "Whether the steady state is unique is not known."
        fact.how = "no exact point was found at which the equations can be solved"
        return fact
      }
      fact.how =
        "full rank at one exact point; the determinants are too long to look for their zeros"
      fact.conditions.append("the determinant of the equations is not zero")
      return fact
    }
    guard determinants.allSatisfy({ !$0.isZero }) else { return .notUnique(given) }
    var coordinates = PositiveCoordinates(extendedField)
    let open = determinants.filter { abs(coordinates.sign(of: $0) ?? 0) != 1 }
    let blocks = determinants.count == 1 ? "" : " of each of the \(determinants.count) blocks"
    if open.isEmpty {
      fact.how =
        "the determinant\(blocks) with $\\mathrm{tr}\\,\\rho = 1$ has coefficients of one sign in "
        + "positive quantities, so it vanishes nowhere in the domain"
    } else {
      fact.how =
        "the determinant\(blocks) with $\\mathrm{tr}\\,\\rho = 1$ is not identically zero"
      for value in open {
        let count = value.numerator.termCount
        fact.conditions.append(
          count <= Self.mostTermsShown
            ? "$\(latex(Fraction(value.numerator))) \\neq 0$"
            : "a determinant of \(count) terms is not zero")
      }
    }
    fact.exceptions = exceptions(determinants)
    return fact
  }

  /// One determinant for each block of the equations; `nil` where they would be too large.
  private var determinants: [Fraction]? {
    var result: [Fraction] = []
    for matrix in equations.closedSystems {
      // The number of products that a determinant is the sum of, before they are collected.
      let size = matrix.reduce(0) { sum, row in
        sum + row.reduce(0) { $0 + $1.termCount }.bitCount
      }
      guard matrix.count <= Self.largestBlock, size <= Self.mostBits else { return nil }
      let zeros = Array(repeating: Polynomial.zero, count: matrix.count)
      let determinant = LinearSystem(matrix: matrix, rightHandSide: zeros).determinant()
      guard let value = field.canonical(Fraction(determinant)) else { return nil }
      result.append(value)
    }
    return result
  }

  private static let largestBlock = 8
  private static let mostBits = 48
  private static let mostTermsShown = 12

  /// Symbols that make a determinant zero by being zero, alone or two together: the least such sets.
  private func exceptions(_ determinants: [Fraction]) -> [String] {
    let symbols = Set(determinants.flatMap(\.variables)).sorted().filter { index in
      let generator = field.generators[index]
      guard case .free = generator.kind, thermal[index] == nil else { return false }
      return generator.domain.isNonnegative
    }
    func vanishes(_ zeros: [Int]) -> Bool {
      func value(_ polynomial: Polynomial) -> Polynomial {
        zeros.reduce(polynomial) { $0.substituting($1, with: .zero) }
      }
      return determinants.contains {
        value($0.numerator).isZero && !value($0.denominator).isZero
      }
    }
    let single = symbols.filter { vanishes([$0]) }
    let others = symbols.filter { !single.contains($0) }
    var sets = single.map { [$0] }
    for (number, first) in others.enumerated() {
      for second in others.dropFirst(number + 1) where vanishes([first, second]) {
        sets.append([first, second])
      }
    }
    return sets.map { set in
      "$" + set.map { field.generators[$0].latex }.joined(separator: " = ") + " = 0$"
    }
  }
}

extension Int {
  /// The number of binary digits of a number that is not negative.
  fileprivate var bitCount: Int { Int.bitWidth - leadingZeroBitCount }
}
