import NumericEvaluation
import OpenSystems

/// SplitMix64: the same numbers from the same seed, everywhere.
struct NumericRandom: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func real() -> Double { Double.random(in: -1...1, using: &self) }

  mutating func matrix(_ order: Int) -> ComplexMatrix {
    var result = ComplexMatrix.zero(rows: order, columns: order)
    for row in 0..<order {
      for column in 0..<order { result[row, column] = Complex(real(), real()) }
    }
    return result
  }

  mutating func hermitian(_ order: Int) -> ComplexMatrix {
    let matrix = matrix(order)
    return matrix + matrix.adjoint
  }

  /// A random operator without diagonal in the eigenbasis of `hamiltonian`; with `lowering`, only
  /// from a level to those below it.
  mutating func coupling(
    to hamiltonian: ComplexMatrix, lowering: Bool
  ) throws -> ComplexMatrix {
    let vectors = try HermitianEigensystem(of: hamiltonian).vectors
    var elements = hermitian(hamiltonian.rows)
    for row in 0..<elements.rows {
      for column in 0..<elements.columns where row == column || (lowering && row > column) {
        elements[row, column] = 0
      }
    }
    return vectors * elements * vectors.adjoint
  }

  /// A random model with a bath that has a Hermitian coupling, one that lowers the energy, and a
  /// jump; with `ladder`, of evenly spaced levels, so that frequencies coincide.
  mutating func model(
    _ order: Int, ladder: Bool = false, secular: Bool = false
  ) throws -> NumericModel {
    var hamiltonian = hermitian(order)
    if ladder {
      let unitary = try HermitianEigensystem(of: hamiltonian).vectors
      hamiltonian = unitary * .diagonal((0..<order).map { 2 * Double($0) }) * unitary.adjoint
    }
    let baths = [
      NumericBath(
        coupling: try coupling(to: hamiltonian, lowering: false), statistics: .boson,
        occupation: .thermal(temperature: 2 + real(), chemicalPotential: 0),
        strength: .spectralDensity(0.5)),
      NumericBath(
        coupling: try coupling(to: hamiltonian, lowering: true), statistics: .fermion,
        occupation: .thermal(temperature: 2 + real(), chemicalPotential: real()),
        strength: .decayRate(0.7)),
    ]
    let jump = NumericJump(jumpOperator: matrix(order), rate: 0.1)
    return NumericModel(
      hamiltonian: hamiltonian, baths: baths, jumps: [jump], secular: secular,
      frequencyTolerance: 1e-9)
  }

  /// A random density matrix, a†a over its trace.
  mutating func state(_ order: Int) -> ComplexMatrix {
    let a = matrix(order)
    let square = a.adjoint * a
    return square.scaled(by: 1 / square.trace.re)
  }
}

/// max |a − b|.
func numericDistance(_ a: ComplexMatrix, _ b: ComplexMatrix) -> Double {
  (a - b).largestMagnitude
}

/// One two-level system in the basis e, g.
enum NumericQubit {
  static let lowering = ComplexMatrix([[0, 0], [1, 0]])
  static let excited = ComplexMatrix.diagonal([1, 0])
  static let flip = ComplexMatrix([[0, 1], [1, 0]])
}
