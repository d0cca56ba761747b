import ExactAlgebra
import SymbolicAlgebra

/// A small system with its reservoirs and jumps, and the Born–Markov master equation that follows.
///
/// All matrices of the dynamics are held in the working basis: the eigenbasis of the Hamiltonian if
/// there are reservoirs (the Bloch–Redfield equation is written in it), else the product basis.
public struct OpenSystem: Sendable {
  /// X(ω) with [H, X(ω)] = −ω X(ω), in the working basis.
  public struct Component: Hashable, Sendable {
    /// ω: the energy that the component takes from the system.
    public var frequency: Fraction
    /// X(ω) in the working basis.
    public var matrix: OperatorMatrix
  }

  /// Jump operators of one reservoir process that may interfere, each with its rate.
  struct Channel: Sendable {
    var bath: Int
    var terms: [(matrix: OperatorMatrix, frequency: Fraction, rate: Fraction)]
  }

  /// Which pairs of frequency components a dissipator takes.
  public enum Part: Hashable, Sendable {
    /// Every pair; under the secular approximation those of one frequency are all there are.
    case all
    /// Pairs of one frequency: the secular part.
    case sameFrequency
    /// Pairs of different frequencies: what the secular approximation drops.
    case crossFrequency
  }

  /// H in the product basis.
  public let hamiltonian: OperatorMatrix
  /// The reservoirs, in order of declaration.
  public let baths: [Bath]
  /// The explicit Lindblad terms, in order of declaration.
  public let jumps: [Jump]
  /// Whether pairs of different frequencies are dropped.
  public let isSecular: Bool
  /// Columns of the working basis, as vectors in the product basis.
  public let basis: [[Scalar]]
  /// The eigenbasis of the Hamiltonian; `nil` if the working basis is the product basis.
  public let eigenbasis: Eigenbasis?
  /// The frequency components of each bath's coupling, in ascending order of the energies involved.
  public let components: [[Component]]
  let workingHamiltonian: OperatorMatrix
  let workingJumps: [OperatorMatrix]
  let channels: [Channel]
  /// Frequencies that the rotating-wave coupling needs to be positive.
  public let positiveFrequencies: [Fraction]

  /// The master equation of a Hamiltonian with these reservoirs and jumps.
  ///
  /// Reservoirs need an eigenbasis; jumps alone do not. Occupations and rates become generators of
  /// the field, and `reservoirs` remembers what they stand for.
  ///
  /// - Throws: ``OpenSystemError/withoutCoupling(bath:)``,
  ///   ``OpenSystemError/zeroFrequency(bath:)``, and ``OpenSystemError/divisionByZero``, also where
  ///   reservoirs come without an eigenbasis.
  public init(
    hamiltonian: OperatorMatrix, baths: [Bath], jumps: [Jump], isSecular: Bool,
    eigenbasis: Eigenbasis?, reservoirs: inout Reservoirs, field: inout Field
  ) throws(OpenSystemError) {
    self.hamiltonian = hamiltonian
    self.baths = baths
    self.jumps = jumps
    self.isSecular = isSecular
    self.eigenbasis = eigenbasis
    let n = hamiltonian.dimension
    basis =
      eigenbasis?.vectors
      ?? (0..<n).map { i in (0..<n).map { $0 == i ? Scalar.one : .zero } }
    guard let h = hamiltonian.inBasis(basis, field: field) else { throw .divisionByZero }
    workingHamiltonian = h
    var working: [OperatorMatrix] = []
    for jump in jumps {
      guard let matrix = jump.jumpOperator.inBasis(basis, field: field) else {
        throw .divisionByZero
      }
      working.append(matrix)
    }
    workingJumps = working
    var components: [[Component]] = []
    var channels: [Channel] = []
    var positive: [Fraction] = []
    for (number, bath) in baths.enumerated() {
      guard let eigenbasis, let coupling = bath.coupling.inBasis(basis, field: field) else {
        throw .divisionByZero
      }
      let parts = Self.components(of: coupling, energies: eigenbasis.energies, field)
      if parts.isEmpty { throw .withoutCoupling(bath: bath.name) }
      if parts.contains(where: { $0.frequency.isZero }) {
        throw .zeroFrequency(bath: bath.name)
      }
      components.append(parts)
      let isHermitian = field.isZero(coupling - coupling.adjoint)
      let weight = bath.strength.weight
      if isHermitian {
        var terms: [(OperatorMatrix, Fraction, Fraction)] = []
        for part in parts {
          // ω and −ω both occur; the positive one is known by the sign at a point of the domain.
          let isEmission = try Self.isPositive(part.frequency, field)
          let frequency = isEmission ? part.frequency : -part.frequency
          let rate =
            isEmission
            ? reservoirs.emission(bath, frequency, field: &field)
            : reservoirs.absorption(bath, frequency, field: &field)
          terms.append((part.matrix, part.frequency, weight * rate))
          if isEmission { positive.append(frequency) }
        }
        channels.append(Channel(bath: number, terms: terms))
      } else {
        var emission: [(OperatorMatrix, Fraction, Fraction)] = []
        var absorption: [(OperatorMatrix, Fraction, Fraction)] = []
        for part in parts {
          if field.isProvablyPositive(-part.frequency) {
            throw .negativeFrequency(bath: bath.name)
          }
          positive.append(part.frequency)
          let down = reservoirs.emission(bath, part.frequency, field: &field)
          let up = reservoirs.absorption(bath, part.frequency, field: &field)
          emission.append((part.matrix, part.frequency, weight * down))
          absorption.append((part.matrix.adjoint, -part.frequency, weight * up))
        }
        channels.append(Channel(bath: number, terms: emission))
        channels.append(Channel(bath: number, terms: absorption))
      }
    }
    self.components = components
    self.channels = channels
    var unique: [Fraction] = []
    for frequency in positive where !unique.contains(frequency) { unique.append(frequency) }
    positiveFrequencies = unique
  }

  /// X = Σ_ω X(ω) by the energy differences E_b − E_a of ⟨a|X|b⟩.
  public static func components(
    of coupling: OperatorMatrix, energies: [Fraction], _ field: Field
  ) -> [Component] {
    var result: [Component] = []
    for a in energies.indices {
      for b in energies.indices where !coupling[a, b].isLiterallyZero {
        let frequency = field.canonical(energies[b] - energies[a]) ?? energies[b] - energies[a]
        if let known = result.firstIndex(where: { $0.frequency == frequency }) {
          result[known].matrix[a, b] = coupling[a, b]
        } else {
          var matrix = OperatorMatrix.zero(coupling.dimension)
          matrix[a, b] = coupling[a, b]
          result.append(Component(frequency: frequency, matrix: matrix))
        }
      }
    }
    return result
  }

  /// The sign of a frequency that is not zero, at the simplest point that has one.
  private static func isPositive(
    _ value: Fraction, _ field: Field
  ) throws(OpenSystemError) -> Bool {
    for point in SamplePoints(field, covering: value.variables) {
      guard let number = value.substituting(point) else { continue }
      if field.isPositive(number, at: point) { return true }
      if field.isPositive(-number, at: point) { return false }
    }
    throw .field(.unsupported(function: "\\operatorname{sign}", argument: field.latex(value)))
  }

  /// A matrix in the product basis, from the working basis.
  public func inProductBasis(_ matrix: OperatorMatrix, field: Field) -> OperatorMatrix? {
    let n = matrix.dimension
    // V M V†, with V's columns the basis vectors: the rows of V are the product kets in this basis.
    let rows = (0..<n).map { k in (0..<n).map { basis[$0][k].conjugate } }
    return matrix.inBasis(rows, field: field)
  }

  // MARK: The master equation

  /// Σ r_a (L_a ρ L_b† − L_b† L_a ρ) + Hermitian conjugate over the pairs of a part, for one bath or
  /// all, ρ and the result in the working basis.
  public func dissipator(
    _ part: Part = .all, bath: Int? = nil, on state: OperatorMatrix, field: Field
  ) -> OperatorMatrix {
    let n = state.dimension
    let isHermitian = state == state.adjoint
    // Σ r_a L_a ρ L_b†, Σ r_a L_b† L_a, and the conjugate of the former for any matrix.
    var (gain, loss, mirrored) = (
      OperatorMatrix.zero(n), OperatorMatrix.zero(n), OperatorMatrix.zero(n)
    )
    for channel in channels where bath == nil || channel.bath == bath {
      for a in channel.terms {
        // Both products are linear in L_b: its sum over the pairs of L_a is enough.
        let partners = channel.terms.filter { b in
          a.frequency == b.frequency
            ? part != .crossFrequency : part != .sameFrequency && !isSecular
        }
        guard let first = partners.first else { continue }
        let other = partners.dropFirst().reduce(first.matrix) { $0 + $1.matrix }
        let own = a.matrix.scaled(by: Scalar(a.rate))
        let bra = other.adjoint
        gain = gain + own * state * bra
        loss = loss + bra * own
        if !isHermitian { mirrored = mirrored + other * state * own.adjoint }
      }
    }
    let half = gain - loss * state
    return half + (isHermitian ? half.adjoint : mirrored - state * loss.adjoint)
  }

  /// κ (LρL† − ½L†Lρ − ½ρL†L), summed over the jumps.
  public func jumpDissipator(on state: OperatorMatrix) -> OperatorMatrix {
    let half = Scalar(Rational(1, 2))
    return zip(jumps, workingJumps).reduce(OperatorMatrix.zero(state.dimension)) { total, entry in
      let (jump, l) = entry
      let product = l.adjoint * l
      let loss = (product * state + state * product).scaled(by: half)
      return total + (l * state * l.adjoint - loss).scaled(by: Scalar(jump.rate))
    }
  }

  /// −i[H, ρ] + 𝒟[ρ]
  public func generator(on state: OperatorMatrix, field: Field) -> OperatorMatrix {
    let rotation = (workingHamiltonian * state - state * workingHamiltonian)
      .scaled(by: -Scalar.imaginaryUnit)
    return rotation + dissipator(on: state, field: field) + jumpDissipator(on: state)
  }
}

extension Field {
  /// Whether every entry is zero under the relations.
  public func isZero(_ matrix: OperatorMatrix) -> Bool { matrix.entries.allSatisfy { isZero($0) } }
}
