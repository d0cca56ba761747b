import ExactAlgebra
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

/// Looks over the domain in floating point for points where a law fails, and certifies what it finds: the
/// search decides nothing, the certificate is an enclosure of the quantity that excludes zero.
struct FactSearch {
  /// A point of the domain with the steady state there.
  struct Sample {
    var point: [Int: Rational]
    var height: Int
    /// No bath couples more strongly than the frequencies are apart, where the master equation is meant.
    var isWeak: Bool
    /// Of the steady state.
    var values: FloatPoint
    var state: ComplexMatrix
  }

  let setting: FactSetting
  private(set) var samples: [Sample] = []
  private let assumptions: [Fraction]

  /// Points that are looked at, and those that are drawn at most.
  private static let most = 600
  private static let mostDraws = 6000

  /// - Parameter quantities: what will be asked for: their symbols get values.
  init(_ setting: FactSetting, covering quantities: [Fraction]) {
    self.setting = setting
    let field = setting.field
    let own = Set(setting.equations.state.unknowns.map(\.generator))
    let functions = Set(setting.thermal.keys)
    var wanted = Set(setting.equations.parameters)
    wanted.formUnion(quantities.flatMap(\.variables))
    wanted.formUnion(setting.thermal.values.flatMap(\.exponent.variables))
    wanted.formUnion(setting.system.positiveFrequencies.flatMap(\.variables))
    wanted.formUnion(setting.energies.flatMap(\.variables))
    for bath in setting.baths {
      wanted.formUnion(bath.temperature.variables + bath.chemicalPotential.variables)
    }
    wanted.subtract(own)
    wanted.subtract(functions)
    let canonical = field.assumptions.compactMap { field.canonical($0.positive) }
    // Assumptions about what has a value, and what else they are about.
    var relevant: [Fraction] = []
    while true {
      let all = Set(field.closure(of: wanted.sorted()))
      relevant = canonical.filter { value in
        !all.isDisjoint(with: field.closure(of: value.variables))
      }
      let wider = wanted.union(relevant.flatMap { field.closure(of: $0.variables) })
        .subtracting(own).subtracting(functions)
      if wider.count == wanted.count { break }
      wanted = wider
    }
    // Symbols that were fixed have domains too.
    let domains = field.determined.sorted { $0.key < $1.key }.filter { index, value in
      field.generators[index].domain.isNonnegative
        && value.variables.allSatisfy { wanted.contains($0) || $0 == index }
    }
    assumptions = relevant + domains.map(\.value)
    guard var points = RoundPoints(field, covering: wanted.sorted()) else { return }
    look(&points)
  }

  private mutating func look(_ points: inout RoundPoints) {
    let solver = FactSolver(setting, assumptions)
    for _ in 0..<Self.mostDraws where samples.count < Self.most {
      let (point, height) = points.next()
      if let sample = solver.sample(at: point, height: height) { samples.append(sample) }
    }
  }

  /// The steady state at one point; `nil` where an assumption does not hold or there is none.
  func sample(at point: [Int: Rational]) -> Sample? {
    FactSolver(setting, assumptions).sample(at: point, height: 0)
  }

  // MARK: Candidates

  /// Samples where the measure is negative: those of weak coupling first, then the clear ones, then the
  /// simple ones.
  func candidates(_ measure: (inout Sample) -> Double) -> [Sample] {
    var found: [(sample: Sample, rank: (Int, Int, Int))] = []
    for sample in samples {
      var sample = sample
      let value = measure(&sample)
      guard value < -1e-9 else { continue }
      found.append((sample, (sample.isWeak ? 0 : 1, value < -1e-4 ? 0 : 1, sample.height)))
    }
    let order = found.indices.sorted { a, b in
      found[a].rank == found[b].rank ? a < b : found[a].rank < found[b].rank
    }
    return order.prefix(6).map { found[$0].sample }
  }

  // MARK: Certificates

  /// The sample's point between bounds, with the steady state; `nil` if it is not surely in the domain or
  /// the state is not known well enough.
  func enclosed(_ sample: Sample) -> EnclosedPoint? {
    var point = EnclosedPoint(setting.field, at: sample.point, thermal: setting.thermal)
    for (index, value) in sample.point
    where !setting.field.generators[index].domain.contains(value) { return nil }
    for assumption in assumptions {
      guard point.value(assumption)?.isPositive == true else { return nil }
    }
    for function in setting.orderedThermal where function.isBoson {
      guard point.value(function.exponent)?.isPositive == true else { return nil }
    }
    guard let solution = setting.equations.solve(at: &point) else { return nil }
    for (generator, value) in solution { point.set(generator, value) }
    return point
  }

  /// ⟨v|ρ|v⟩/⟨v|v⟩ with rational v near the eigenvector of the least eigenvalue, which it bounds from above.
  func leastEigenvalue(_ sample: Sample, in point: inout EnclosedPoint) -> Enclosure? {
    guard let system = try? HermitianEigensystem(of: sample.state.hermitianPart) else { return nil }
    let scale = Double(1 << 40)
    func rational(_ value: Double) -> Rational {
      Rational(Int((value * scale).rounded()), 1 << 40)
    }
    let v = system.vectors.column(0).map { (rational($0.re), rational($0.im)) }
    let state = setting.equations.state.matrix
    var sum = Enclosure.zero
    var norm = Rational(0)
    for i in v.indices {
      norm += v[i].0 * v[i].0 + v[i].1 * v[i].1
      for j in v.indices {
        // Re(v_i* ρ_ij v_j); the imaginary parts cancel, as ρ is Hermitian.
        let a = v[i].0 * v[j].0 + v[i].1 * v[j].1
        let b = v[i].0 * v[j].1 - v[i].1 * v[j].0
        guard let re = point.value(state[i, j].real), let im = point.value(state[i, j].imaginary)
        else { return nil }
        sum = sum + Enclosure(a) * re - Enclosure(b) * im
      }
    }
    guard !norm.isZero else { return nil }
    return sum * Enclosure(norm.inverse)
  }
}
