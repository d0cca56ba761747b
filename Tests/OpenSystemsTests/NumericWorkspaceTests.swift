import NumericEvaluation
import OpenSystems
import Testing

struct NumericWorkspaceTests {
  private func liouvillian(_ model: NumericModel) throws -> ComplexMatrix {
    try NumericOpenSystem(model).liouvillian()
  }

  // The generator, the state and everything measured, against the plain road.
  @Test(arguments: 2...6, 1...3 as ClosedRange<UInt64>)
  func agreesWithThePlainRoad(order: Int, seed: UInt64) throws {
    var random = NumericRandom(seed: seed)
    var workspace = NumericWorkspace(dimension: order)
    for (ladder, secular) in [(false, false), (false, true), (true, false), (true, true)] {
      let model = try random.model(order, ladder: ladder, secular: secular)
      let comment: Comment = "seed \(seed), ladder \(ladder), secular \(secular)"
      let reference = try ReferenceOpenSystem(model)
      let generator = reference.liouvillian()
      let scale = generator.largestMagnitude
      #expect(
        numericDistance(try liouvillian(model), generator) < 1e-13 * scale, comment)

      let exact = try #require(reference.steadyState(), comment)
      let steady = try workspace.steadyState(of: model)
      #expect(numericDistance(steady.state, exact) < 1e-11, comment)
      #expect(steady.residual < 1e-14, comment)
      #expect(abs(steady.state.trace.re - 1) < 1e-14, comment)
      #expect(steady.state == steady.state.adjoint, comment)

      let found = try workspace.observables(of: model)
      #expect(abs(found.ergotropy - (try reference.ergotropy(of: exact))) < 1e-11, comment)
      let energy = internalEnergy(state: exact, hamiltonian: model.hamiltonian)
      #expect(abs(found.internalEnergy - energy) < 1e-11, comment)
      #expect(found.residual == steady.residual, comment)
      #expect(found.leastPivot == steady.leastPivot, comment)
      #expect(abs(found.populations.reduce(0, +) - 1) < 1e-14, comment)
      #expect(found.populations == found.populations.sorted(by: >), comment)
      for bath in model.baths.indices {
        let current = (model.hamiltonian * reference.dissipated(exact, byBath: bath)).trace.re
        #expect(abs(found.currents[bath].energy - current) < 1e-11, comment)
      }
    }
  }

  // Without jumps and with couplings between few levels most coherences decouple. Levels 0, 2, 5
  // and the couplings |0⟩⟨1| and |1⟩⟨2|: the state is diagonal, and so is that of the plain road.
  @Test(arguments: [false, true])
  func sparseModel(hermitian: Bool) throws {
    let steps = [(0, 1), (1, 2)].map { pair in
      var step = ComplexMatrix.zero(rows: 3, columns: 3)
      step[pair.0, pair.1] = 1
      return hermitian ? step + step.adjoint : step
    }
    let model = NumericModel(
      hamiltonian: .diagonal([0, 2, 5]),
      baths: zip(steps, [1.0, 3.0]).map { step, temperature in
        NumericBath(
          coupling: step, statistics: .boson,
          occupation: .thermal(temperature: temperature, chemicalPotential: 0),
          strength: .spectralDensity(1))
      })
    var workspace = NumericWorkspace(dimension: 3)
    let state = try workspace.steadyState(of: model).state
    let exact = try #require(try ReferenceOpenSystem(model).steadyState())
    #expect(numericDistance(state, exact) < 1e-14)
    #expect(numericDistance(state, .diagonal((0..<3).map { state[$0, $0].re })) == 0)
    #expect(try abs(workspace.observables(of: model).currents[0].energy) < 1e-14)
  }

  // Levels 0, 1, 1 with a bath between the ground level and both others: the generator also turns
  // the coherence of the two, and it does not matter which basis of their space is taken. N with
  // the values 0, 1, 2 is not diagonal in it.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func degenerateLevels(seed: UInt64) throws {
    var random = NumericRandom(seed: seed)
    let unitary = try HermitianEigensystem(of: random.hermitian(3)).vectors
    let down = ComplexMatrix([[0, 1, 0.5], [0, 0, 0], [0, 0, 0]])
    let other = ComplexMatrix([[0, 0.3, -1], [0, 0, 0], [0, 0, 0]])
    let model = NumericModel(
      hamiltonian: unitary * .diagonal([0, 1, 1]) * unitary.adjoint,
      baths: zip([down, other], [1.0, 2.0]).map { coupling, temperature in
        NumericBath(
          coupling: unitary * coupling * unitary.adjoint, statistics: .boson,
          occupation: .thermal(temperature: temperature, chemicalPotential: 0),
          strength: .spectralDensity(1))
      }, frequencyTolerance: 1e-9, number: unitary * .diagonal([0, 1, 2]) * unitary.adjoint)
    var workspace = NumericWorkspace(dimension: 3)
    let state = try workspace.steadyState(of: model).state
    let exact = try #require(try ReferenceOpenSystem(model).steadyState())
    #expect(numericDistance(state, exact) < 1e-13, "seed \(seed)")
    let inner = unitary.adjoint * state * unitary
    #expect(inner[1, 2].magnitude > 1e-3, "seed \(seed)")

    let reference = try ReferenceOpenSystem(model)
    let currents = try workspace.observables(of: model).currents
    for (bath, current) in currents.enumerated() {
      let dissipated = reference.dissipated(exact, byBath: bath)
      let flow = (try #require(model.number) * dissipated).trace.re
      #expect(abs(flow) > 1e-3, "seed \(seed)")
      #expect(abs(try #require(current.particles) - flow) < 1e-13, "seed \(seed)")
    }
  }

  // Two pairs of levels that nothing connects: one steady state each. A dark level in addition to
  // a pair: two again. Both roads say so, and a model solved before leaves no trace.
  @Test func severalSteadyStates() throws {
    func step(_ to: Int, _ from: Int) -> ComplexMatrix {
      var step = ComplexMatrix.zero(rows: 4, columns: 4)
      step[to, from] = 1
      return step
    }
    func model(_ couplings: [ComplexMatrix]) -> NumericModel {
      NumericModel(
        hamiltonian: .diagonal([0, 1, 2.5, 4.7]),
        baths: couplings.map {
          NumericBath(
            coupling: $0, statistics: .boson, occupation: .fixed(0.5),
            strength: .spectralDensity(1))
        })
    }
    var workspace = NumericWorkspace(dimension: 4)
    let connected = model([step(0, 1), step(1, 2), step(2, 3)])
    let before = try workspace.observables(of: connected)
    for couplings in [[step(0, 1), step(2, 3)], [step(0, 1), step(1, 2)]] {
      #expect(try ReferenceOpenSystem(model(couplings)).steadyState() == nil)
      #expect(throws: NumericOpenSystemError.steadyStateNotUnique(dimension: 2)) {
        try workspace.observables(of: model(couplings))
      }
    }
    #expect(try workspace.observables(of: connected) == before)
  }

  // A coherence that neither turns nor decays is a second null vector beside the populations': two
  // equal levels that decay to a third by one and the same operator leave (|1⟩ − |2⟩)/√2 dark.
  @Test func darkState() throws {
    let jump = NumericJump(
      jumpOperator: ComplexMatrix([[0, 1, 1], [0, 0, 0], [0, 0, 0]]), rate: 1)
    let model = NumericModel(hamiltonian: .diagonal([0, 1, 1]), jumps: [jump])
    // |0⟩⟨0|, |d⟩⟨d|, and |0⟩⟨d| with its adjoint turns with the frequency 1.
    #expect(throws: NumericOpenSystemError.steadyStateNotUnique(dimension: 2)) {
      try NumericOpenSystem(model).steadyState()
    }
    // At equal energies |0⟩⟨d| stands still as well: four.
    let still = NumericModel(hamiltonian: .zero(rows: 3, columns: 3), jumps: [jump])
    #expect(throws: NumericOpenSystemError.steadyStateNotUnique(dimension: 4)) {
      try NumericOpenSystem(still).steadyState()
    }
  }

  // One level: ρ = 1.
  @Test func oneLevel() throws {
    let steady = try NumericOpenSystem(hamiltonian: .diagonal([3])).steadyState()
    #expect(steady.state == .identity(1))
    #expect(steady.residual == 0)
    #expect(steady.leastPivot == 1)
  }

  // A harmonic ladder of sixteen levels, 256 unknowns: Gibbs at one temperature.
  @Test func sixteenLevels() throws {
    let lowering = ComplexMatrix(
      (0..<16).map { row in
        (0..<16).map { $0 == row + 1 ? Complex(Double($0).squareRoot()) : .zero }
      })
    let model = NumericModel(
      hamiltonian: .diagonal((0..<16).map { Double($0) }),
      baths: [
        NumericBath(
          coupling: lowering, statistics: .boson, occupation: .fixed(0.5),
          strength: .spectralDensity(1))
      ])
    var workspace = NumericWorkspace(dimension: 16)
    let found = try workspace.observables(of: model)
    // n/(1 + n) = 1/3 from one level to the next.
    for (higher, lower) in zip(found.populations.dropFirst(), found.populations) {
      #expect(abs(higher / lower - 1.0 / 3) < 1e-8)
    }
    #expect(found.residual < 1e-14)
    #expect(abs(found.ergotropy) < 1e-13)
  }
}
