import ExactAlgebra
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

extension FactSetting {
  /// No eigenvalue of the steady state is negative.
  func positivity(_ search: FactSearch) -> Fact {
    var fact = Fact(
      kind: .positivity, given: given,
      statement: "The steady state is positive: it has no negative eigenvalue.",
      verdict: .proved, how: "", conditions: conditions)
    if !system.hasCrossFrequencyTerms, let how = positiveByCoefficients {
      fact.how = how
      return fact
    }
    if hasLindbladForm {
      fact.how =
        "no terms of different frequencies interfere and no rate is negative, so the master equation has "
        + "Lindblad's form and takes states to states; the steady state is the only one, so it is a state"
      return fact
    }
    let found = search.candidates { sample in
      let eigenvalues = try? OpenSystems.eigenvalues(of: sample.state.hermitianPart)
      return eigenvalues?.first ?? 0
    }
    for sample in found {
      guard var point = search.enclosed(sample),
        let value = search.leastEigenvalue(sample, in: &point), value.isNegative
      else { continue }
      fact.verdict = .fails
      fact.statement =
        "The steady state is not positive everywhere: it has a negative eigenvalue at a point of the "
        + "domain."
      fact.how =
        "$\\langle v|\\rho|v\\rangle/\\langle v|v\\rangle$ with a rational vector is negative between "
        + "certain bounds; \(count(search)) were looked at"
      fact.point = assignments(at: sample.point)
      fact.values = [.init(symbol: "r_{\\min}", value: value.latex)]
      fact.conditions = []
      return fact
    }
    if found.isEmpty, let how = positiveByCoefficients {
      fact.how = how
      return fact
    }
    fact.verdict = .undecided
    fact.statement = "Whether the steady state is positive everywhere is not known."
    fact.how =
      "terms of different frequencies interfere, which need not keep states positive; "
      + "no negative eigenvalue at \(count(search))"
    return fact
  }

  func count(_ search: FactSearch) -> String {
    "\(search.samples.count) point\(search.samples.count == 1 ? "" : "s") of the domain"
  }

  /// Every rate is positive and no two frequencies interfere.
  var hasLindbladForm: Bool {
    let field = extendedField
    var coordinates = PositiveCoordinates(field)
    let rates = system.rates + system.jumps.map(\.rate)
    return !system.hasCrossFrequencyTerms
      && rates.allSatisfy { coordinates.sign(of: $0) == 1 }
  }

  /// By leading minors of the blocks of one or two states.
  private var positiveByCoefficients: String? {
    var copy = context
    let elements = Set(equations.populations.unknowns.map { [$0.row, $0.column] })
    let n = context.dimension
    guard equations.populations.unknowns.count <= n + 2,
      let solution = try? copy.solution()
    else { return nil }
    let matrix = state.entries.map { $0.substituting(solution) ?? $0 }
    func entry(_ i: Int, _ j: Int) -> Scalar { matrix[i * n + j] }
    var coordinates = PositiveCoordinates(extendedField)
    for i in 0..<n where coordinates.sign(of: entry(i, i).real) != 1 { return nil }
    var seen = Set<Int>()
    for pair in elements.sorted(by: { $0.lexicographicallyPrecedes($1) }) where pair[0] < pair[1] {
      // Blocks of three states or more are left to other proofs.
      guard seen.insert(pair[0]).inserted, seen.insert(pair[1]).inserted else { return nil }
      let (i, j) = (pair[0], pair[1])
      let norm = (entry(i, j) * entry(i, j).conjugate).real
      guard coordinates.sign(of: (entry(i, i) * entry(j, j)).real - norm) == 1 else { return nil }
    }
    return "every population"
      + (seen.isEmpty ? "" : " and every minor of two states that interfere")
      + " is a quotient of polynomials with coefficients of one sign in positive quantities"
  }
}
