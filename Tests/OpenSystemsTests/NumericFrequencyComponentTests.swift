import NumericEvaluation
import OpenSystems
import Testing

struct NumericFrequencyComponentTests {
  private func components(
    of coupling: ComplexMatrix, hamiltonian: ComplexMatrix, tolerance: Double = 1e-9
  ) throws -> [NumericFrequencyComponent] {
    NumericFrequencyComponent.components(
      of: coupling, in: try HermitianEigensystem(of: hamiltonian), tolerance: tolerance)
  }

  // H = 3|e⟩⟨e|, σ = |g⟩⟨e|: [H, σ] = −3σ, so σ is its own component at 3.
  @Test func loweringHasOneFrequency() throws {
    let hamiltonian = NumericQubit.excited.scaled(by: 3)
    let found = try components(of: NumericQubit.lowering, hamiltonian: hamiltonian)
    #expect(found.map(\.frequency) == [3])
    #expect(found[0].part == NumericQubit.lowering)
  }

  // σ + σ† has the components σ† at −3 and σ at 3; a diagonal operator only that at 0.
  @Test func hermitianCoupling() throws {
    let hamiltonian = NumericQubit.excited.scaled(by: 3)
    let found = try components(of: NumericQubit.flip, hamiltonian: hamiltonian)
    #expect(found.map(\.frequency) == [-3, 3])
    #expect(found[0].part == NumericQubit.lowering.adjoint)
    let diagonal = try components(of: NumericQubit.excited, hamiltonian: hamiltonian)
    #expect(diagonal.map(\.frequency) == [0])
  }

  // Levels 0, 1, 2 in equal steps: both steps of a ladder rotate at 1. Moved apart by 0.1 they
  // do not, unless the tolerance, relative to the largest energy 2.1, reaches over it.
  @Test func equalFrequenciesAreOne() throws {
    let ladder = ComplexMatrix([[0, 1, 0], [0, 0, 1], [0, 0, 0]])
    let even = try components(of: ladder, hamiltonian: .diagonal([0, 1, 2]))
    #expect(even.map(\.frequency) == [1])
    #expect(even[0].part == ladder)
    let uneven = ComplexMatrix.diagonal([0, 1, 2.1])
    #expect(try components(of: ladder, hamiltonian: uneven).count == 2)
    let merged = try components(of: ladder, hamiltonian: uneven, tolerance: 0.05)
    #expect(merged.count == 1)
    #expect(abs(merged[0].frequency - 1.05) < 1e-15)
  }

  // U diag(1, 1, 2) U†: rounding parts the two equal levels by some 10⁻¹⁶, yet what couples them
  // rotates at exactly zero.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func equalLevelsRotateAtZero(seed: UInt64) throws {
    var random = NumericRandom(seed: seed)
    let unitary = try HermitianEigensystem(of: random.hermitian(3)).vectors
    let hamiltonian = unitary * .diagonal([1, 1, 2]) * unitary.adjoint
    let inner = ComplexMatrix([[0, 1, 0], [2, 0, 0], [0, 0, 0]])
    let found = try components(
      of: unitary * inner * unitary.adjoint, hamiltonian: hamiltonian)
    #expect(found.map(\.frequency) == [0], "seed \(seed)")
  }

  // |0⟩⟨1| between levels one unit in the last place apart: not 2⁻⁵² but zero.
  @Test func roundingIsNoFrequency() throws {
    let found = try components(
      of: ComplexMatrix([[0, 1], [0, 0]]), hamiltonian: .diagonal([1, 1 + .ulpOfOne]))
    #expect(found.map(\.frequency) == [0])
  }

  @Test func zeroOperatorHasNone() throws {
    let zero = ComplexMatrix.zero(rows: 2, columns: 2)
    #expect(try components(of: zero, hamiltonian: NumericQubit.excited).isEmpty)
  }

  // Σ X(ω) = X, [H, X(ω)] = −ω X(ω), and X(ω)† is the part of X† at −ω.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func laws(seed: UInt64) throws {
    var random = NumericRandom(seed: seed)
    let (hamiltonian, x) = (random.hermitian(4), random.matrix(4))
    let found = try components(of: x, hamiltonian: hamiltonian)
    let sum = found.dropFirst().reduce(found[0].part) { $0 + $1.part }
    #expect(numericDistance(sum, x) < 1e-13, "seed \(seed)")
    for component in found {
      let rotated = hamiltonian.commutator(with: component.part)
      let expected = component.part.scaled(by: -component.frequency)
      #expect(numericDistance(rotated, expected) < 1e-13, "seed \(seed)")
    }
    // 12 transitions between four levels, and one component for all four diagonal elements.
    #expect(found.count == 13, "seed \(seed)")
    let adjoint = try components(of: x.adjoint, hamiltonian: hamiltonian)
    for (component, mirror) in zip(found, adjoint.reversed()) {
      #expect(abs(component.frequency + mirror.frequency) < 1e-14, "seed \(seed)")
      #expect(numericDistance(component.part.adjoint, mirror.part) < 1e-13, "seed \(seed)")
    }
  }
}
