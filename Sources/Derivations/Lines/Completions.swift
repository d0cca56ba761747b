import Checking
import ExactAlgebra
import OpenSystems
import SymbolicAlgebra

extension Completion {
  /// The elements of the steady state at a point, from its equations with numbers put in.
  static func steadyState(_ equations: SteadyStateEquations) -> Completion {
    Completion(
      completed: equations.state.unknowns.map(\.generator),
      parameters: equations.parameters.filter {
        index in !equations.state.unknowns.contains { $0.generator == index }
      }
    ) { point in
      guard let values = equations.solve(at: point) else { return [] }
      return [point.merging(values) { first, _ in first }]
    }
  }

  /// Occupations from the exponentials that they are functions of.
  static func thermal(_ values: [Int: Fraction]) -> Completion {
    let occupations = values.keys.sorted()
    let exponentials = Set(values.values.flatMap(\.variables)).sorted()
    return Completion(
      completed: occupations, parameters: exponentials, hidden: exponentials, listed: occupations
    ) { point in
      var full = point
      for (index, value) in values {
        guard let number = value.substituting(point) else { return [] }
        full[index] = number
      }
      return [full]
    }
  }

  /// Occupations of small height that can occur together.
  static func occupations(_ relations: OccupationRelations) -> Completion {
    Completion(
      completed: relations.dependent, parameters: relations.chosen,
      listed: (relations.chosen + relations.dependent).sorted()
    ) { point in
      relations.completed(point).map { [$0] } ?? []
    }
  }

  /// Pure states that span all Hermitian matrices: |a⟩, (|a⟩ + |b⟩)/√2, (|a⟩ + i|b⟩)/√2; and the
  /// even mixture.
  static func anyState(_ state: GenericState) -> Completion {
    let unknowns = state.unknowns
    let n = state.matrix.dimension
    let half = Fraction(Rational(1, 2))
    var choices: [[Int: Fraction]] = []
    func pure(_ weights: [Int: Fraction], _ row: Int, _ column: Int, _ isImaginary: Bool?) {
      var values: [Int: Fraction] = [:]
      for unknown in unknowns {
        if unknown.row == unknown.column {
          values[unknown.generator] = weights[unknown.row] ?? Fraction(0)
        } else {
          let chosen =
            unknown.row == row && unknown.column == column && unknown.isImaginary == isImaginary
          values[unknown.generator] = chosen ? half : Fraction(0)
        }
      }
      choices.append(values)
    }
    for a in 0..<n { pure([a: Fraction(1)], -1, -1, nil) }
    for a in 0..<n {
      for b in (a + 1)..<max(n, a + 1) {
        pure([a: half, b: half], a, b, false)
        pure([a: half, b: half], a, b, true)
      }
    }
    // Pure states alone would hide what fails for mixed ones.
    let even = Fraction(Rational(1, n))
    pure(Dictionary(uniqueKeysWithValues: (0..<n).map { ($0, even) }), -1, -1, nil)
    let all = choices
    let generators = unknowns.map(\.generator)
    return Completion(completed: generators, parameters: [], chosen: generators) { point in
      all.map { point.merging($0) { first, _ in first } }
    }
  }

  /// States with given eigenvalues, their eigenvectors a permutation of the energy eigenvectors.
  static func spectralStates(_ state: SpectralState) -> Completion {
    let n = state.values.count
    // Eigenvalues n, n−1, …, 1 over their sum.
    let total = n * (n + 1) / 2
    let overlaps = state.overlaps
    let weights = (0..<n).map { Fraction(Rational(n - $0, total)) }
    let shifts = Array(0..<n)
    let generators = state.values + overlaps.flatMap { $0 }.flatMap { [$0.real, $0.imaginary] }
    return Completion(completed: generators, parameters: [], chosen: generators) { point in
      shifts.map { shift in
        var values = point
        for k in 0..<n {
          values[state.values[k]] = weights[k]
          for a in 0..<n {
            values[overlaps[k][a].real] = Fraction((k + shift) % n == a ? 1 : 0)
            values[overlaps[k][a].imaginary] = Fraction(0)
          }
        }
        return values
      }
    }
  }
}
