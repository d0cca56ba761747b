import NumericEvaluation

/// A system with baths and jumps given by plain numbers, for comparison with the symbolic road.
///
/// It shares no code with that road. Units ħ = k_B = 1.
package struct NumericOpenSystem: Sendable {
  package let model: NumericModel
  package let eigensystem: HermitianEigensystem
  /// Of the baths, in the order given.
  package let bathDissipators: [NumericDissipator]
  /// Of the jumps, in the order given.
  package let jumpDissipators: [NumericDissipator]

  /// The system of a model: its energies and dissipators.
  ///
  /// - Precondition: all operators have the shape of the Hamiltonian, which is not empty.
  package init(_ model: NumericModel) throws(NumericOpenSystemError) {
    var generator = NumericGenerator(dimension: model.dimension)
    try generator.load(model)
    if let number = model.number { try generator.turnNumber(number) }
    let dissipators = generator.dissipators()
    self.model = model
    eigensystem = HermitianEigensystem(generator.levels)
    bathDissipators = Array(dissipators.prefix(model.baths.count))
    jumpDissipators = Array(dissipators.dropFirst(model.baths.count))
  }

  /// The system of the model with these parts; see `NumericModel`.
  package init(
    hamiltonian: ComplexMatrix, baths: [NumericBath] = [], jumps: [NumericJump] = [],
    secular: Bool = false, frequencyTolerance: Double = 1e-12, number: ComplexMatrix? = nil
  ) throws(NumericOpenSystemError) {
    try self.init(
      NumericModel(
        hamiltonian: hamiltonian, baths: baths, jumps: jumps, secular: secular,
        frequencyTolerance: frequencyTolerance, number: number))
  }

  /// In the basis of the caller, as are all operators and states.
  package var hamiltonian: ComplexMatrix { model.hamiltonian }

  package var dimension: Int { model.dimension }

  /// The unique steady state, the null vector of the Liouvillian.
  ///
  /// - Throws: `steadyStateNotUnique` where the null space has several dimensions — to rounding: a
  ///   rate below 10⁻¹² of the largest entry is none; `steadyStateWithoutTrace`.
  package func steadyState() throws(NumericOpenSystemError) -> NumericSteadyState {
    var workspace = NumericWorkspace(dimension: dimension)
    return try workspace.steadyState(of: model)
  }

  /// The matrix of ρ ↦ −i[H, ρ] + Σ D[ρ] on ρ stacked column by column: entry ρ(r, c) stands at
  /// r + c · dimension.
  package func liouvillian() throws(NumericOpenSystemError) -> ComplexMatrix {
    var workspace = NumericWorkspace(dimension: dimension)
    return try workspace.liouvillian(of: model)
  }

  /// Energy that flows into the system from one bath per time, tr(H D[ρ]).
  ///
  /// At a chemical potential other than zero it contains the work done by exchanged particles:
  /// `current(fromBath:in:)` tells them apart.
  package func heatCurrent(fromBath bath: Int, in state: ComplexMatrix) -> Double {
    (hamiltonian * bathDissipators[bath].applied(to: state)).trace.re
  }

  /// Particles that flow into the system from one bath per time, tr(N D[ρ]); `nil` where the model
  /// has no number operator.
  package func particleCurrent(fromBath bath: Int, in state: ComplexMatrix) -> Double? {
    model.number.map { ($0 * bathDissipators[bath].applied(to: state)).trace.re }
  }

  /// Energy, particles and heat that flow into the system from one bath per time.
  package func current(fromBath bath: Int, in state: ComplexMatrix) -> NumericCurrent {
    NumericCurrent(
      energy: heatCurrent(fromBath: bath, in: state),
      particles: particleCurrent(fromBath: bath, in: state), bath: model.baths[bath])
  }

  /// −Σ_i Q̇_i/T_i; `nil` where the heat of a bath has no value, and where there are jumps.
  package func entropyProduction(in state: ComplexMatrix) -> Double? {
    model.entropyProduction(model.baths.indices.map { current(fromBath: $0, in: state) })
  }
}
