import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// A state by its eigenvalues and eigenvectors, all of them independent generators.
struct SpectralState: Sendable {
  var values: [Int]
  /// Real and imaginary part of ⟨ε_a|r_n⟩, for each n one for each a.
  var overlaps: [[(real: Int, imaginary: Int)]]
  /// In the product basis.
  var vectors: [[Scalar]]

  func vector(_ n: Int) throws(EvaluationError) -> [Scalar] {
    guard vectors.indices.contains(n - 1) else {
      throw .unsupported("there is no eigenvector number \(n)")
    }
    return vectors[n - 1]
  }

  /// Σ r_n |r_n⟩⟨r_n|
  var matrix: OperatorMatrix {
    zip(values, vectors).reduce(OperatorMatrix.zero(vectors.count)) { total, pair in
      total + OperatorMatrix.outer(pair.1, pair.1).scaled(by: Scalar(.variable(pair.0)))
    }
  }
}

extension Context {
  /// Where the model's own formulas are read from.
  private func place(_ position: Int, _ range: Range<Int>) -> Declaration {
    Declaration(
      key: "", kind: .mode, position: position,
      section: base.document.items[position].section, range: range)
  }

  mutating func hamiltonian() throws(EvaluationError) -> OperatorMatrix {
    guard kinematics == nil else { throw .unsupported("only the model could tell") }
    guard let declared = base.model.hamiltonian else {
      throw .unsupported("no hamiltonian is declared")
    }
    // The model is one for the whole file: a name may be printed below, in a section of its own.
    var place = place(declared.position, declared.range)
    if let name = declared.formula.name,
      base.notation.lookup(name, at: place.position, in: place.section) == nil,
      let later = base.notation.declarations.first(where: { $0.key == name && $0.isPrinted })
    {
      place = Declaration(
        key: "", kind: .mode, position: later.position, section: later.section,
        range: declared.range)
    }
    let form = try typed { context in try context.linear(declared.formula, at: place) }
    guard let matrix = form.matrix else { throw .reservoirOperator }
    return matrix
  }

  mutating func eigenvector(_ i: Int) throws(EvaluationError) -> [Scalar] {
    let basis = try eigenbasis()
    guard basis.vectors.indices.contains(i - 1) else {
      throw .unsupported("the Hamiltonian has no eigenvector number \(i)")
    }
    return basis.vectors[i - 1]
  }

  mutating func opened<Result>(
    _ body: (inout Field) throws(OpenSystemError) -> Result
  ) throws(EvaluationError) -> Result {
    do {
      return try body(&field)
    } catch {
      throw error.evaluation
    }
  }

  func bath(named name: String) throws(EvaluationError) -> (Int, ModelDeclaration.BathFormulas) {
    guard let index = base.model.baths.firstIndex(where: { $0.name == name }) else {
      let known = base.model.baths.map(\.name).joined(separator: ", ")
      throw .unsupported(
        "no bath is called '\(name)'" + (known.isEmpty ? "" : "; there are \(known)"))
    }
    return (index, base.model.baths[index])
  }

  mutating func bath(_ declared: ModelDeclaration.BathFormulas) throws(EvaluationError) -> Bath {
    let place = place(declared.position, declared.range)
    return try withoutArguments { context throws(EvaluationError) in
      try context.typed { context in
        guard let coupling = try context.linear(declared.coupling, at: place).matrix else {
          throw EvaluationError.reservoirOperator
        }
        let strength = try context.real(declared.strength, at: place)
        return Bath(
          name: declared.name, coupling: coupling,
          temperature: try context.real(declared.temperature, at: place),
          chemicalPotential: try declared.chemicalPotential.map {
            try context.real($0, at: place)
          } ?? Fraction(0),
          strength: declared.isDecayRate ? .decayRate(strength) : .spectralDensity(strength),
          statistics: declared.statistics ?? context.statistics)
      }
    }
  }

  /// Rates and occupations that have a name take it, in the order of the document.
  mutating func nameRates() throws(EvaluationError) {
    for declaration in base.notation.declarations {
      guard case .meaning(.rate(let quantity, let name, let frequency), nil) = declaration.kind
      else { continue }
      let (_, declared) = try bath(named: name)
      let bath = try bath(declared)
      let value = try typed { context in try context.real(frequency, at: declaration) }
      switch quantity {
      case .occupation:
        _ = reservoirs.occupation(bath, value, latex: declaration.key, field: &field)
      case .absorption where bath.statistics == nil:
        _ = reservoirs.absorption(bath, value, latex: declaration.key, field: &field)
      case .emission where bath.statistics == nil:
        _ = reservoirs.emission(bath, value, latex: declaration.key, field: &field)
      case .absorption, .emission: break
      }
    }
  }

  mutating func system() throws(EvaluationError) -> OpenSystem {
    if let systemCache { return systemCache }
    let h = try hamiltonian()
    var baths: [Bath] = []
    for declared in base.model.baths { baths.append(try bath(declared)) }
    var jumps: [Jump] = []
    for declared in base.model.jumps {
      let place = place(declared.position, declared.range)
      jumps.append(
        try typed { context in
          guard let matrix = try context.linear(declared.jumpOperator, at: place).matrix else {
            throw EvaluationError.reservoirOperator
          }
          return Jump(
            name: declared.name, jumpOperator: matrix,
            rate: try context.real(declared.rate, at: place))
        })
    }
    let basis = baths.isEmpty ? nil : try eigenbasis()
    try nameRates()
    let isSecular = base.model.approximations.contains { $0.text == "secular" }
    var reservoirs = self.reservoirs
    let system = try opened { field throws(OpenSystemError) in
      try OpenSystem(
        hamiltonian: h, baths: baths, jumps: jumps, isSecular: isSecular, eigenbasis: basis,
        reservoirs: &reservoirs, field: &field)
    }
    self.reservoirs = reservoirs
    systemCache = system
    return system
  }

  /// Any state: its elements in the working basis are generators.
  mutating func genericState() throws(EvaluationError) -> GenericState {
    if let genericCache { return genericCache }
    let isEigen = try system().eigenbasis != nil
    let labels = base.space.labels
    let names = elementNames(isEigen: isEigen)
    let state = GenericState(dimension: dimension, field: &field) { i, j in
      names[[i, j]]
        ?? (isEigen ? "\\rho_{\(i)\(j)}" : "\\rho_{\(labels[i - 1]),\(labels[j - 1])}")
    }
    genericCache = state
    return state
  }

  /// The file's own names of steady-state elements in the working basis.
  func elementNames(isEigen: Bool) -> [[Int]: String] {
    var names: [[Int]: String] = [:]
    for declaration in base.notation.declarations {
      guard case .meaning(.steadyElement(let basis, let i, let j), nil) = declaration.kind else {
        continue
      }
      switch basis {
      case .eigenbasis where isEigen: names[[i, j]] = names[[i, j]] ?? declaration.key
      case .product(let labels) where !isEigen:
        guard labels.indices.contains(i - 1), labels.indices.contains(j - 1),
          let row = base.space.labels.firstIndex(of: labels[i - 1]),
          let column = base.space.labels.firstIndex(of: labels[j - 1])
        else { continue }
        names[[row + 1, column + 1]] = names[[row + 1, column + 1]] ?? declaration.key
      case .eigenbasis, .product: continue
      }
    }
    return names
  }

  mutating func equations() throws(EvaluationError) -> SteadyStateEquations {
    if let equationsCache { return equationsCache }
    let system = try system()
    let state = try genericState()
    let equations = try opened { field throws(OpenSystemError) in
      try SteadyStateEquations(system, state: state, field: field)
    }
    equationsCache = equations
    return equations
  }

  /// The steady state in closed form, for every generator of the generic state.
  mutating func solution() throws(EvaluationError) -> [Int: Fraction] {
    if let solutionCache { return solutionCache }
    let equations = try equations()
    let solution = try opened { _ throws(OpenSystemError) in try equations.solve() }
    solutionCache = solution
    return solution
  }

  /// The steady state with what decouples set to zero and the rest left open, in the working basis.
  mutating func steadyMatrix() throws(EvaluationError) -> OperatorMatrix {
    if let steadyCache { return steadyCache }
    let equations = try equations()
    var zeros: [Int: Fraction] = [:]
    for block in equations.decoupled {
      for unknown in block.unknowns { zeros[unknown.generator] = Fraction(0) }
    }
    let state = try genericState().matrix
    let matrix = OperatorMatrix(
      dimension: dimension, entries: state.entries.map { $0.substituting(zeros) ?? $0 })
    steadyCache = matrix
    return matrix
  }

  /// The state as eigenvalues and eigenvectors, in the basis of the Hamiltonian.
  mutating func spectral() throws(EvaluationError) -> SpectralState {
    if let spectralCache { return spectralCache }
    let basis = try eigenbasis()
    var values: [Int] = []
    for n in 1...dimension { values.append(field.addFree("r_{\(n)}", domain: .real, isTied: true)) }
    for (before, after) in zip(values, values.dropFirst()) {
      field.assumptions.append(
        Assumption(
          positive: .variable(before) - .variable(after),
          latex: "\(field.generators[before].latex) > \(field.generators[after].latex)"))
    }
    var vectors: [[Scalar]] = []
    var overlaps: [[(real: Int, imaginary: Int)]] = []
    for n in 1...dimension {
      var own: [(real: Int, imaginary: Int)] = []
      var vector = Array(repeating: Scalar.zero, count: dimension)
      for a in 1...dimension {
        let overlap = "\\langle \\varepsilon_{\(a)}|r_{\(n)}\\rangle"
        let real = field.addFree(
          "\\operatorname{Re}\(overlap)", domain: .real, isTied: true)
        let imaginary = field.addFree(
          "\\operatorname{Im}\(overlap)", domain: .real, isTied: true)
        own.append((real, imaginary))
        let amplitude = Scalar(.variable(real), .variable(imaginary))
        vector = zip(vector, basis.vectors[a - 1]).map { $0 + amplitude * $1 }
      }
      vectors.append(vector)
      overlaps.append(own)
    }
    let state = SpectralState(values: values, overlaps: overlaps, vectors: vectors)
    spectralCache = state
    return state
  }
}

extension OpenSystemError {
  var evaluation: EvaluationError {
    switch self {
    case .divisionByZero: .divisionByZero
    case .field(let error): .field(error)
    case .notHermitian(let row, let column):
      .unsupported("the Hamiltonian is not Hermitian: element (\(row + 1), \(column + 1))")
    case .largeBlock(let size):
      .unsupported("the Hamiltonian has a block of \(size) states; up to 2 are diagonalised")
    case .notVerified(let law): .unsupported("our own check of \(law) failed")
    case .withoutCoupling(let bath): .unsupported("bath \(bath) couples to nothing")
    case .zeroFrequency(let bath):
      .unsupported("bath \(bath) has a coupling at zero frequency, whose rate is not defined")
    case .negativeFrequency(let bath):
      .unsupported(
        "the operator that bath \(bath) couples to raises the energy; couple the one that lowers it"
      )
    case .notUnique(let rank, let unknowns):
      .unsupported("the steady state is not unique: rank \(rank) for \(unknowns) unknowns")
    case .inconsistent: .unsupported("there is no steady state")
    }
  }
}
