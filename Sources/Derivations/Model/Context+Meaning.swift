import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

extension Context {
  /// What the model implies for a symbol with a meaning.
  mutating func scalar(
    of meaning: Meaning, _ declaration: Declaration
  ) throws(EvaluationError) -> Scalar {
    switch meaning {
    case .eigenvalue(let i):
      let basis = try eigenbasis()
      guard basis.energies.indices.contains(i - 1) else {
        throw .unsupported("the Hamiltonian has no eigenvalue number \(i)")
      }
      return try normal(Scalar(basis.energies[i - 1]))
    case .steadyElement(let basis, let i, let j):
      let matrix = try steadyMatrix(in: basis)
      guard (1...dimension).contains(i), (1...dimension).contains(j) else {
        throw .unsupported("the state has no element (\(i), \(j))")
      }
      return matrix[i - 1, j - 1]
    case .rate(let quantity, let name, let frequency):
      return try rate(quantity, name, frequency, declaration)
    case .spectralDensity(let name):
      let (_, declared) = try bath(named: name)
      switch try bath(declared).strength {
      case .spectralDensity(let value): return Scalar(value)
      case .decayRate(let value): return Scalar(value * Fraction(Rational(1, 2)))
      }
    case .stateEigenvalue(let n):
      let state = try spectral()
      guard state.values.indices.contains(n - 1) else {
        throw .unsupported("the state has no eigenvalue number \(n)")
      }
      return Scalar(.variable(state.values[n - 1]))
    case .heatCurrent(let name):
      let (number, _) = try bath(named: name)
      return try normal(heatCurrent(fromBath: number, in: try steadyMatrix()))
    case .particleCurrent(let name):
      let (number, _) = try bath(named: name)
      return try normal(particleCurrent(fromBath: number, in: try steadyMatrix()))
    case .internalEnergy: return try energy(of: try currentState())
    case .passiveEnergy: return try passiveEnergy()
    case .ergotropy: return try normal(energy(of: try currentState()) - passiveEnergy())
    case .eigenvector, .component, .densityOperator, .steadyState, .changeOfBasis, .dissipator,
      .interactionPicture, .stateEigenvector, .passiveState, .alias:
      throw .unsupported("'\(declaration.key)' is not a scalar")
    }
  }

  /// tr(H 𝒟_i[ρ])
  mutating func heatCurrent(
    fromBath number: Int, in state: OperatorMatrix
  ) throws(EvaluationError) -> Scalar {
    let system = try system()
    guard let h = try hamiltonian().inBasis(system.basis, field: field) else {
      throw .divisionByZero
    }
    return (h * system.dissipator(bath: number, on: state, field: field)).trace
  }

  /// tr(N 𝒟_i[ρ]) with the N that every coupling lowers by one.
  mutating func particleCurrent(
    fromBath number: Int, in state: OperatorMatrix
  ) throws(EvaluationError) -> Scalar {
    let system = try system()
    guard let numbers = system.excitationNumbers else {
      throw .unsupported("there is no number that every coupling lowers by one")
    }
    return system.flow(
      of: numbers.map { Fraction($0) }, bath: number, in: state, field: field)
  }

  private mutating func rate(
    _ quantity: Reservoirs.Quantity, _ name: String, _ frequency: Formula,
    _ declaration: Declaration
  ) throws(EvaluationError) -> Scalar {
    let (_, declared) = try bath(named: name)
    let bath = try bath(declared)
    let value = try typed { context in try context.real(frequency, at: declaration) }
    switch quantity {
    case .occupation: return Scalar(reservoirs.occupation(bath, value, field: &field))
    case .absorption: return Scalar(reservoirs.absorption(bath, value, field: &field))
    case .emission: return Scalar(reservoirs.emission(bath, value, field: &field))
    }
  }

  mutating func linear(
    of meaning: Meaning, _ declaration: Declaration
  ) throws(EvaluationError) -> OperatorForm {
    switch meaning {
    case .component(let of, let frequency):
      return OperatorForm(try component(of, frequency, declaration))
    case .densityOperator: return OperatorForm(try anyState())
    case .steadyState: return OperatorForm(try inProductBasis(try steadyMatrix()))
    case .passiveState: return OperatorForm(try passiveState())
    case .interactionPicture(let of, let hamiltonian):
      return try interactionPicture(of, hamiltonian, time: nil, declaration)
    case .eigenvalue, .eigenvector, .steadyElement, .changeOfBasis, .rate, .spectralDensity,
      .dissipator, .stateEigenvalue, .stateEigenvector, .internalEnergy, .passiveEnergy,
      .ergotropy, .heatCurrent, .particleCurrent, .alias:
      throw .unsupported("'\(declaration.key)' is not an operator")
    }
  }

  /// X(ω), in the product basis.
  private mutating func component(
    _ of: Formula, _ frequency: Formula, _ declaration: Declaration
  ) throws(EvaluationError) -> OperatorMatrix {
    let basis = try eigenbasis()
    let (form, wanted) = try typed { context in
      (
        try context.linear(of, at: declaration),
        try context.real(frequency, at: declaration)
      )
    }
    guard let matrix = form.matrix, let inside = matrix.inBasis(basis.vectors, field: field) else {
      throw .reservoirOperator
    }
    let parts = OpenSystem.components(of: inside, energies: basis.energies, field)
    guard let part = parts.first(where: { field.isZero($0.frequency - wanted) }) else {
      let known = parts.map { field.latex($0.frequency) }.joined(separator: ", ")
      throw .unsupported("no component at this frequency; there are $\(known)$")
    }
    return try inProductBasis(part.matrix, basis.vectors)
  }

  func inProductBasis(
    _ matrix: OperatorMatrix, _ vectors: [[Scalar]]
  ) throws(EvaluationError) -> OperatorMatrix {
    let rows = (0..<dimension).map { k in vectors.map { $0[k].conjugate } }
    guard let result = matrix.inBasis(rows, field: field) else { throw .divisionByZero }
    return result
  }

  mutating func inProductBasis(
    _ matrix: OperatorMatrix
  ) throws(EvaluationError) -> OperatorMatrix {
    try inProductBasis(matrix, try system().basis)
  }

  // MARK: States

  /// Any state: by its elements, or by eigenvalues and eigenvectors where those have names.
  mutating func anyState() throws(EvaluationError) -> OperatorMatrix {
    if hasSpectralNames {
      guard let matrix = try spectral().matrix.canonical(in: field) else { throw .divisionByZero }
      return matrix
    }
    let state = try anyGenericState()
    // tr ρ = 1 gives the last population.
    let diagonal = state.unknowns.filter { $0.row == $0.column }.map(\.generator)
    guard let last = diagonal.last else { return .zero(dimension) }
    let rest = diagonal.dropLast().reduce(Fraction(1)) { $0 - .variable($1) }
    let entries = state.matrix.entries.map { $0.substituting([last: rest]) ?? $0 }
    return try inProductBasis(OperatorMatrix(dimension: dimension, entries: entries))
  }

  private mutating func anyGenericState() throws(EvaluationError) -> GenericState {
    if let anyCache { return anyCache }
    let labels =
      try system().eigenbasis == nil
      ? base.space.labels : (1...dimension).map { "\\varepsilon_{\($0)}" }
    let state = GenericState(dimension: dimension, field: &field) { i, j in
      "\\langle \(labels[i - 1])|\\rho|\(labels[j - 1])\\rangle"
    }
    anyCache = state
    return state
  }

  /// Whether eigenvalues or eigenvectors of the state have a name at this place.
  private var hasSpectralNames: Bool {
    base.notation.declarations.contains { declaration in
      guard declaration.position <= position else { return false }
      switch declaration.kind {
      case .meaning(.stateEigenvalue, _), .meaning(.stateEigenvector, _): return true
      default: return false
      }
    }
  }

  /// The state that functionals without an argument are about.
  private mutating func currentState() throws(EvaluationError) -> OperatorMatrix {
    hasSpectralNames ? try anyState() : try inProductBasis(try steadyMatrix())
  }

  /// The steady state in a basis, its elements still the generators where they do not vanish.
  mutating func steadyMatrix(in basis: Meaning.Basis) throws(EvaluationError) -> OperatorMatrix {
    if kinematics != nil { return try kinematicMatrix(in: basis) }
    let working = try steadyMatrix()
    switch basis {
    case .eigenbasis:
      if try system().eigenbasis != nil { return working }
      guard let matrix = try inProductBasis(working).inBasis(eigenbasis().vectors, field: field)
      else { throw .divisionByZero }
      return matrix
    case .product(let labels):
      let vectors = try labels.map { label throws(EvaluationError) in try ket(named: label) }
      guard vectors.count == dimension,
        let matrix = try inProductBasis(working).inBasis(vectors, field: field)
      else {
        throw .unsupported("a basis of \(vectors.count) kets where \(dimension) are needed")
      }
      return matrix
    }
  }

  private mutating func energy(of state: OperatorMatrix) throws(EvaluationError) -> Scalar {
    try normal((try hamiltonian() * state).trace)
  }

  /// Σ r_n ε_n, eigenvalues of the state descending against energies ascending.
  private mutating func passiveEnergy() throws(EvaluationError) -> Scalar {
    let state = try spectral()
    let energies = try eigenbasis().energies
    return try normal(
      Scalar(
        zip(state.values, energies).reduce(Fraction(0)) { $0 + .variable($1.0) * $1.1 }))
  }

  private mutating func passiveState() throws(EvaluationError) -> OperatorMatrix {
    let state = try spectral()
    let vectors = try eigenbasis().vectors
    let sum = zip(state.values, vectors).reduce(OperatorMatrix.zero(dimension)) { total, pair in
      total + OperatorMatrix.outer(pair.1, pair.1).scaled(by: Scalar(.variable(pair.0)))
    }
    guard let matrix = sum.canonical(in: field) else { throw .divisionByZero }
    return matrix
  }

  // MARK: Functions

  private func function(
    _ name: String
  ) throws(EvaluationError) -> (Meaning, String?, Declaration) {
    let (_, declaration) = try declaration(name)
    guard case .meaning(let meaning, let parameter) = declaration.kind else {
      throw .unsupported("'\(name)' is not a function")
    }
    return (meaning, parameter, declaration)
  }

  mutating func apply(
    scalarFunction name: String, to argument: Scalar
  ) throws(EvaluationError) -> Scalar {
    let (meaning, parameter, declaration) = try function(name)
    switch meaning {
    case .rate, .spectralDensity: break
    default: try requireOwn(parameter, argument, declaration)
    }
    return try typed { context in
      try context.binding(parameter, to: argument) { context in
        try context.scalar(of: meaning, declaration)
      }
    }
  }

  /// What the model knows as a symbol only, such as ρ(t), has no value at another argument.
  private mutating func requireOwn(
    _ parameter: String?, _ argument: Scalar, _ declaration: Declaration
  ) throws(EvaluationError) {
    if let parameter, field.isZero(try scalar(named: parameter) - argument) { return }
    throw .unsupported("'\(declaration.key)' is known at its declared argument only")
  }

  mutating func apply(
    operatorFunction name: String, to argument: Scalar
  ) throws(EvaluationError) -> OperatorForm {
    let (meaning, parameter, declaration) = try function(name)
    guard case .interactionPicture(let of, let hamiltonian) = meaning else {
      try requireOwn(parameter, argument, declaration)
      return try linear(of: meaning, declaration)
    }
    return try interactionPicture(of, hamiltonian, time: argument, declaration)
  }

  mutating func apply(
    functional name: String, to state: OperatorForm
  ) throws(EvaluationError) -> Scalar {
    let (meaning, _, declaration) = try function(name)
    guard let matrix = state.matrix else { throw .reservoirOperator }
    switch meaning {
    case .internalEnergy: return try energy(of: matrix)
    case .ergotropy:
      guard try field.isZero(matrix - anyState()), hasSpectralNames else {
        throw .unsupported("an ergotropy needs names for the eigenvalues of its state")
      }
      return try normal(energy(of: matrix) - passiveEnergy())
    case .passiveEnergy:
      guard try field.isZero(matrix - anyState()), hasSpectralNames else {
        throw .unsupported("a passive energy needs names for the eigenvalues of its state")
      }
      return try passiveEnergy()
    default: return try scalar(of: meaning, declaration)
    }
  }

  mutating func apply(
    superoperator name: String, to state: OperatorForm
  ) throws(EvaluationError) -> OperatorForm {
    let (meaning, _, declaration) = try function(name)
    guard let matrix = state.matrix else { throw .reservoirOperator }
    switch meaning {
    case .dissipator(let part, let bath):
      let system = try system()
      let number = try bath.map { name throws(EvaluationError) in try self.bath(named: name).0 }
      guard let inside = matrix.inBasis(system.basis, field: field) else { throw .divisionByZero }
      var result = system.dissipator(part, bath: number, on: inside, field: field)
      if bath == nil, part != .crossFrequency {
        result = result + system.jumpDissipator(on: inside)
      }
      guard let reduced = result.canonical(in: field) else { throw .divisionByZero }
      return OperatorForm(try inProductBasis(reduced))
    case .passiveState:
      guard try field.isZero(matrix - anyState()), hasSpectralNames else {
        throw .unsupported("a passive state needs names for the eigenvalues of its state")
      }
      return OperatorForm(try passiveState())
    default: throw .unsupported("'\(declaration.key)' does not act on operators")
    }
  }

  mutating func timeDerivative(
    of state: OperatorForm
  ) throws(EvaluationError) -> OperatorForm {
    guard let matrix = state.matrix else { throw .reservoirOperator }
    guard try field.isZero(matrix - anyState()) else {
      throw .unsupported("only the density operator has a time derivative in the model")
    }
    let system = try system()
    guard let inside = matrix.inBasis(system.basis, field: field),
      let rate = system.generator(on: inside, field: field).canonical(in: field)
    else { throw .divisionByZero }
    return OperatorForm(try inProductBasis(rate))
  }

  // MARK: Interaction picture

  /// e^{iH₀t} X e^{−iH₀t}: system elements turn at differences of energies, mode operators at the
  /// frequencies that H₀ gives them.
  private mutating func interactionPicture(
    _ of: Formula, _ hamiltonian: Formula, time: Scalar?, _ declaration: Declaration
  ) throws(EvaluationError) -> OperatorForm {
    guard let time else {
      throw .unsupported("'\(declaration.key)' needs its time as an argument")
    }
    let (form, free) = try typed { context in
      (
        try context.linear(of, at: declaration),
        try context.linear(hamiltonian, at: declaration)
      )
    }
    let frequencies = try modeFrequencies(free)
    let system = free.systemPart
    let (energies, vectors): ([Fraction], [[Scalar]])
    if system.isLiterallyZero {
      energies = Array(repeating: Fraction(0), count: dimension)
      vectors = (0..<dimension).map { base.space.unitVector($0) }
    } else {
      guard field.isZero(system - (try self.hamiltonian())) else {
        throw .unsupported("the interaction picture is known for the declared Hamiltonian only")
      }
      let basis = try eigenbasis()
      (energies, vectors) = (basis.energies, basis.vectors)
    }
    var parts: [OperatorForm] = []
    for word in form.words {
      guard let matrix = form.parts[word],
        var inside = matrix.inBasis(vectors, field: field)
      else { throw .divisionByZero }
      var turning = Fraction(0)
      for factor in word.factors {
        guard let frequency = frequencies[factor.name] else {
          throw .unsupported("H₀ gives no frequency to the mode '\(factor.name)'")
        }
        turning = factor.isCreation ? turning + frequency : turning - frequency
      }
      for a in 0..<dimension {
        for b in 0..<dimension where !inside[a, b].isLiterallyZero {
          let angle = Scalar(energies[a] - energies[b] + turning) * time * .imaginaryUnit
          do {
            let phase = try field.exponential(angle)
            inside[a, b] = try normal(inside[a, b] * phase)
          } catch let error as FieldError {
            throw .field(error)
          } catch {
            throw .divisionByZero
          }
        }
      }
      parts.append(OperatorForm(try inProductBasis(inside, vectors), word: word))
    }
    return try normal(parts.reduce(OperatorForm(.zero(dimension))) { $0 + $1 })
  }

  /// ω of every Σ_k ω b†b in H₀.
  private func modeFrequencies(
    _ free: OperatorForm
  ) throws(EvaluationError) -> [String: Fraction] {
    var result: [String: Fraction] = [:]
    for word in free.words where !word.factors.isEmpty {
      guard word.factors.count == 2, word.factors[0].isCreation, !word.factors[1].isCreation,
        word.factors[0].name == word.factors[1].name, let matrix = free.parts[word],
        matrix[0, 0].isReal,
        field.isZero(matrix - OperatorMatrix.identity(dimension).scaled(by: matrix[0, 0]))
      else {
        throw .unsupported("H₀ is not a sum of mode energies and a system Hamiltonian")
      }
      result[word.factors[0].name] = matrix[0, 0].real
    }
    return result
  }
}
