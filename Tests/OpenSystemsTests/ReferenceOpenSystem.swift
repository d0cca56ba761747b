import NumericEvaluation
import OpenSystems

/// The numeric road as plainly as it can be written, an oracle for the fast one: matrices in the
/// basis of the caller, Kronecker products, complex elimination with complete pivoting.
///
/// Of the road under test it shares the rates of the baths only.
struct ReferenceOpenSystem {
  let model: NumericModel
  let energies: [Double]
  private let vectors: ComplexMatrix
  /// Of each bath, then of each jump: the pairs (K, X) of
  /// D[ρ] = Σ (K ρ X† − X† K ρ) + Hermitian conjugate.
  let dissipators: [[(ComplexMatrix, ComplexMatrix)]]

  init(_ model: NumericModel) throws {
    self.model = model
    let eigensystem = try HermitianEigensystem(of: model.hamiltonian)
    let (energies, vectors) = (eigensystem.values, eigensystem.vectors)
    self.energies = energies
    self.vectors = vectors

    /// X(ω) for each frequency of the transitions, those within the tolerance taken together.
    func parts(of x: ComplexMatrix) -> [(frequency: Double, part: ComplexMatrix)] {
      let width = model.frequencyTolerance * energies.reduce(0) { max($0, abs($1)) }
      let elements = vectors.adjoint * x * vectors
      let pairs = energies.indices.flatMap { to in energies.indices.map { (to, $0) } }
        .filter { elements[$0.0, $0.1].magnitude > 1e-12 * elements.largestMagnitude }
        .map { (frequency: energies[$0.1] - energies[$0.0], to: $0.0, from: $0.1) }
        .sorted { $0.frequency < $1.frequency }
      var groups: [[(frequency: Double, to: Int, from: Int)]] = []
      for pair in pairs {
        if let last = groups.last?.last, pair.frequency - last.frequency <= width {
          groups[groups.count - 1].append(pair)
        } else {
          groups.append([pair])
        }
      }
      return groups.map { group in
        var part = ComplexMatrix.zero(rows: elements.rows, columns: elements.rows)
        for (_, to, from) in group { part[to, from] = elements[to, from] }
        let mean = group.reduce(0) { $0 + $1.frequency } / Double(group.count)
        return (mean, vectors * part * vectors.adjoint)
      }
    }

    var dissipators: [[(ComplexMatrix, ComplexMatrix)]] = []
    for (index, bath) in model.baths.enumerated() {
      let parts = parts(of: bath.coupling)
      let rates = try parts.map { try bath.rates(at: abs($0.frequency), bath: index) }
      var groups: [[(rate: Double, part: ComplexMatrix)]]
      if bath.coupling.isHermitian(tolerance: 1e-12) {
        groups = [
          zip(parts, rates).map { ($0.frequency > 0 ? $1.emission : $1.absorption, $0.part) }
        ]
      } else {
        groups = [
          zip(parts, rates).map { ($1.emission, $0.part) },
          zip(parts, rates).map { ($1.absorption, $0.part.adjoint) },
        ]
      }
      // Σ_b r_a (L_a ρ L_b† − L_b† L_a ρ), each a by itself; b runs over all, or is a.
      dissipators.append(
        groups.flatMap { group in
          let zero = ComplexMatrix.zero(rows: energies.count, columns: energies.count)
          let total = group.reduce(zero) { $0 + $1.part }
          return group.map { ($0.part.scaled(by: $0.rate), model.secular ? $0.part : total) }
        })
    }
    for jump in model.jumps {
      dissipators.append([(jump.jumpOperator.scaled(by: jump.rate / 2), jump.jumpOperator)])
    }
    self.dissipators = dissipators
  }

  /// The matrix of the generator on ρ stacked column by column, where A ρ B is (Bᵀ ⊗ A) ρ.
  func liouvillian() -> ComplexMatrix {
    let h = model.hamiltonian
    let one = ComplexMatrix.identity(h.rows)
    var sum = -Complex.i * (one.kronecker(h) - h.transpose.kronecker(one))
    for (k, x) in dissipators.flatMap({ $0 }) {
      sum += x.conjugate.kronecker(k) - one.kronecker(x.adjoint * k)
      sum += k.conjugate.kronecker(x) - (k.adjoint * x).transpose.kronecker(one)
    }
    return sum
  }

  /// D[ρ] of one bath.
  func dissipated(_ state: ComplexMatrix, byBath bath: Int) -> ComplexMatrix {
    dissipators[bath].reduce(.zero(rows: state.rows, columns: state.rows)) { sum, pair in
      let (k, x) = pair
      let half = k * state * x.adjoint - x.adjoint * k * state
      return sum + half + half.adjoint
    }
  }

  /// The null vector of the Liouvillian with trace 1; `nil` where there are several.
  func steadyState() -> ComplexMatrix? {
    guard let vector = Self.nullVector(of: liouvillian()) else { return nil }
    let n = model.dimension
    let state = ComplexMatrix(rows: n, columns: n, entries: vector).transpose
    return Complex.one / state.trace * state
  }

  func ergotropy(of state: ComplexMatrix) throws -> Double {
    let populations = try HermitianEigensystem(of: state, tolerance: 1e-9).values
    let passive = zip(populations.reversed(), energies).reduce(0) { $0 + $1.0 * $1.1 }
    return (state * model.hamiltonian).trace.re - passive
  }

  /// What a square matrix sends to zero, if that is one-dimensional; pivots of at most
  /// order · 2⁻⁴⁹ times the largest entry count as zero.
  private static func nullVector(of given: ComplexMatrix) -> [Complex]? {
    let order = given.rows
    var (a, columns) = (given, Array(0..<order))
    let negligible = Double(order) * 8 * .ulpOfOne * given.largestMagnitude
    for step in 0..<order {
      var (row, column, largest) = (step, step, 0.0)
      for r in step..<order {
        for c in step..<order where a[r, c].magnitude > largest {
          (row, column, largest) = (r, c, a[r, c].magnitude)
        }
      }
      guard largest > negligible else {
        guard step == order - 1 else { return nil }
        break
      }
      guard step < order - 1 else { return nil }
      for k in 0..<order { (a[step, k], a[row, k]) = (a[row, k], a[step, k]) }
      for k in 0..<order { (a[k, step], a[k, column]) = (a[k, column], a[k, step]) }
      columns.swapAt(step, column)
      for row in (step + 1)..<order where a[row, step] != .zero {
        let factor = a[row, step] / a[step, step]
        for k in step..<order { a[row, k] -= factor * a[step, k] }
      }
    }
    var vector = [Complex](repeating: .one, count: order)
    for k in (0..<order - 1).reversed() {
      let sum = ((k + 1)..<order).reduce(.zero) { $0 + a[k, $1] * vector[columns[$1]] }
      vector[columns[k]] = -sum / a[k, k]
    }
    return vector
  }
}
