import ExactAlgebra
import SymbolicAlgebra

/// Eigenvalues of a Hamiltonian with orthonormal eigenvectors in the product basis, ascending.
public struct Eigenbasis: Hashable, Sendable {
  /// The eigenvalues, ascending at the simplest point of the domain that tells them apart.
  public var energies: [Fraction]
  /// `vectors[i]` belongs to `energies[i]`.
  public var vectors: [[Scalar]]
  /// Differences of neighbouring energies that the declared domain does not prove to be positive.
  public var unprovedGaps: [Fraction]

  /// By blocks of the product basis: a block of one state is its own eigenvector, a block of two is
  /// turned by its mixing angle.
  ///
  /// - Throws: ``OpenSystemError/notHermitian(row:column:)``, ``OpenSystemError/largeBlock(size:)``.
  public init(
    of hamiltonian: OperatorMatrix, field: inout Field
  ) throws(OpenSystemError) {
    guard let h = hamiltonian.canonical(in: field) else { throw .divisionByZero }
    let n = h.dimension
    for i in 0..<n {
      for j in i..<n where !field.isZero(h[i, j] - h[j, i].conjugate) {
        throw .notHermitian(row: i, column: j)
      }
    }
    var pairs: [(energy: Fraction, vector: [Scalar])] = []
    for block in Self.blocks(h) {
      switch block.count {
      case 1:
        pairs.append((h[block[0], block[0]].real, Self.unit(block[0], n)))
      case 2:
        pairs += try Self.turn(h, block[0], block[1], &field)
      default:
        throw .largeBlock(size: block.count)
      }
    }
    let order = Self.ascending(pairs.map(\.energy), field)
    energies = order.map { pairs[$0].energy }
    vectors = order.map { pairs[$0].vector }
    let ordered = energies
    unprovedGaps = zip(ordered.dropFirst(), ordered).map { $0 - $1 }
      .filter { !field.isZero($0) && !field.isProvablyPositive($0) }
    try verify(h, field)
  }

  /// H v = E v and ⟨v_i|v_j⟩ = δ_ij, exactly: the search above need not be trusted.
  private func verify(_ h: OperatorMatrix, _ field: Field) throws(OpenSystemError) {
    for (i, v) in vectors.enumerated() {
      let image = h * v
      for k in v.indices where !field.isZero(image[k] - Scalar(energies[i]) * v[k]) {
        throw .notVerified("H v = E v")
      }
      for (j, w) in vectors.enumerated() {
        let product = zip(v, w).reduce(Scalar.zero) { $0 + $1.0.conjugate * $1.1 }
        guard field.isZero(product - (i == j ? .one : .zero)) else {
          throw .notVerified("orthonormality")
        }
      }
    }
  }

  /// Sets of product states that the Hamiltonian connects.
  private static func blocks(_ h: OperatorMatrix) -> [[Int]] {
    var result: [[Int]] = []
    var seen = Set<Int>()
    for start in 0..<h.dimension where !seen.contains(start) {
      var block: [Int] = []
      var pending = [start]
      while let i = pending.popLast() {
        guard seen.insert(i).inserted else { continue }
        block.append(i)
        pending += (0..<h.dimension).filter { !h[i, $0].isLiterallyZero }
      }
      result.append(block.sorted())
    }
    return result
  }

  private static func unit(_ index: Int, _ n: Int) -> [Scalar] {
    (0..<n).map { $0 == index ? .one : .zero }
  }

  /// [[a, b], [b*, d]] with r = √((a − d)² + 4|b|²): E± = (a + d ± r)/2, and with cos φ = (a − d)/r,
  /// sin φ = 2|b|/r, b = |b|e^{iα}: |+⟩ = cos(φ/2)|1⟩ + e^{−iα} sin(φ/2)|2⟩,
  /// |−⟩ = −sin(φ/2)|1⟩ + e^{−iα} cos(φ/2)|2⟩.
  private static func turn(
    _ h: OperatorMatrix, _ i: Int, _ j: Int, _ field: inout Field
  ) throws(OpenSystemError) -> [(energy: Fraction, vector: [Scalar])] {
    let (a, d, b) = (h[i, i].real, h[j, j].real, h[i, j])
    let half = Fraction(Rational(1, 2))
    do {
      var magnitude = b.real
      var phase = Scalar.one
      if !b.isReal {
        magnitude = try field.squareRoot((b * b.conjugate).real)
        phase = b.conjugate * Scalar(magnitude.inverse)
      }
      let difference = a - d
      let radicand = difference * difference + Fraction(4) * magnitude * magnitude
      let r = try field.squareRoot(radicand)
      guard let cosine = field.canonical(difference * r.inverse),
        let sine = field.canonical(Fraction(2) * magnitude * r.inverse)
      else { throw OpenSystemError.divisionByZero }
      let (c, s) = try field.halfAngle(cosine: cosine, sine: sine)
      var plus = unit(i, h.dimension)
      plus[i] = Scalar(c)
      plus[j] = phase * Scalar(s)
      var minus = unit(i, h.dimension)
      minus[i] = Scalar(-s)
      minus[j] = phase * Scalar(c)
      return [((a + d - r) * half, minus), ((a + d + r) * half, plus)]
    } catch let error as FieldError {
      throw .field(error)
    } catch {
      throw .divisionByZero
    }
  }

  /// Indices in ascending order of value at the simplest point of the domain that tells them apart.
  private static func ascending(_ values: [Fraction], _ field: Field) -> [Int] {
    let variables = Set(values.flatMap(\.variables)).sorted()
    for point in SamplePoints(field, covering: variables) {
      let numbers = values.compactMap { $0.substituting(point).flatMap { field.canonical($0) } }
      guard numbers.count == values.count else { continue }
      // Equal energies keep the order of the product basis.
      guard Set(numbers).count == Set(values).count else { continue }
      func isBelow(_ i: Int, _ j: Int) -> Bool {
        field.isPositive(numbers[j] - numbers[i], at: point)
      }
      let isDecided = values.indices.allSatisfy { i in
        values.indices.allSatisfy { numbers[i] == numbers[$0] || isBelow(i, $0) != isBelow($0, i) }
      }
      guard isDecided else { continue }
      return values.indices.sorted { numbers[$0] == numbers[$1] ? $0 < $1 : isBelow($0, $1) }
    }
    return Array(values.indices)
  }
}

/// Why a model has no derivation.
public enum OpenSystemError: Error, Hashable, Sendable {
  /// The entry of a Hamiltonian, counted from 0, that is not the conjugate of its mirror image.
  case notHermitian(row: Int, column: Int)
  /// Diagonalisation by hand reaches blocks of two states.
  case largeBlock(size: Int)
  /// A denominator that is zero under the field's relations.
  case divisionByZero
  /// A function whose value is not in the field, with the reason.
  case field(FieldError)
  /// A result did not pass its check: a bug of ours.
  case notVerified(String)
  /// A bath whose coupling has no component that changes the energy.
  case withoutCoupling(bath: String)
  /// A component at zero frequency: its rate is not defined by the occupation.
  case zeroFrequency(bath: String)
  /// A bath whose coupling, which should lower the energy, raises it.
  case negativeFrequency(bath: String)
  /// More than one steady state.
  case notUnique(rank: Int, unknowns: Int)
  /// Equations of the steady state that contradict each other.
  case inconsistent
}
