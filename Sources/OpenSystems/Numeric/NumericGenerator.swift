import NumericEvaluation

/// The generator of one open system after another, in the eigenbasis of its Hamiltonian.
///
/// There each dissipator is Σ_i (K_i ρ X_i† − X_i† K_i ρ) + Hermitian conjugate with matrices of few
/// elements, and K_i differs from X_i by a rate on each of them.
struct NumericGenerator: ~Copyable {
  /// One element ⟨row|X|column⟩ of a term, and the rate r in ⟨row|K|column⟩ = r ⟨row|X|column⟩.
  struct Element {
    let row: Int
    let column: Int
    let value: Complex
    let rate: Double
  }

  let dimension: Int
  /// Energies and their vectors.
  private(set) var levels: HermitianWorkspace
  /// All elements of all terms.
  private(set) var elements: [Element] = []
  /// Term i has the elements `elements[terms[i]]`.
  private(set) var terms: [Range<Int>] = []
  /// The terms of each bath, in the order given, then those of each jump.
  private(set) var sources: [Range<Int>] = []
  private var transitions = NumericTransitions()
  /// An operator in the eigenbasis, and what stands between the two bases.
  let turned: UnsafeMutablePointer<Complex>
  private let halfTurned: UnsafeMutablePointer<Complex>

  init(dimension: Int) {
    self.dimension = dimension
    levels = HermitianWorkspace(order: dimension)
    turned = .allocate(capacity: dimension * dimension)
    halfTurned = .allocate(capacity: dimension * dimension)
    turned.initialize(repeating: .zero, count: dimension * dimension)
    halfTurned.initialize(repeating: .zero, count: dimension * dimension)
  }

  deinit {
    turned.deallocate()
    halfTurned.deallocate()
  }

  /// Takes the place of the last generator.
  ///
  /// - Precondition: all operators have the dimension of the generator.
  mutating func load(_ model: NumericModel) throws(NumericOpenSystemError) {
    precondition(model.hasShape(dimension), "operators of different shapes")
    elements.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    do {
      try levels.diagonalize(model.hamiltonian, withVectors: true)
    } catch {
      throw .numeric(error)
    }
    for index in model.baths.indices {
      let start = terms.count
      try add(
        model.baths[index], index: index, secular: model.secular,
        tolerance: model.frequencyTolerance)
      sources.append(start..<terms.count)
    }
    for index in model.jumps.indices {
      try add(model.jumps[index], index: index)
      sources.append(terms.count - 1..<terms.count)
    }
  }

  /// Writes V† a V to `turned`.
  func turn(_ matrix: ComplexMatrix) {
    let (n, vectors) = (dimension, levels.vectors)
    matrix.entries.withUnsafeBufferPointer { entries in
      for a in 0..<n {
        let row = halfTurned + a * n
        for k in 0..<n { row[k] = .zero }
        for b in 0..<n where entries[a * n + b] != .zero {
          let (factor, source) = (entries[a * n + b], vectors + b * n)
          for k in 0..<n { row[k] += factor * source[k] }
        }
      }
    }
    for k in 0..<n * n { turned[k] = .zero }
    for a in 0..<n {
      let source = halfTurned + a * n
      for j in 0..<n where vectors[a * n + j] != .zero {
        let (factor, row) = (vectors[a * n + j].conjugate, turned + j * n)
        for k in 0..<n { row[k] += factor * source[k] }
      }
    }
  }

  /// Born and Markov, without Lamb shift: Bloch–Redfield, or its secular part.
  private mutating func add(
    _ bath: NumericBath, index: Int, secular: Bool, tolerance: Double
  ) throws(NumericOpenSystemError) {
    guard bath.coupling.isFinite else { throw .operatorNotFinite }
    turn(bath.coupling)
    transitions.read(
      turned, energies: levels.values, dimension: dimension, tolerance: tolerance)
    guard bath.coupling.isHermitian(tolerance: 1e-12) else {
      return try addLowering(bath, index: index, secular: secular)
    }
    var start = elements.count
    for group in transitions.groups {
      guard group.frequency != 0 else { throw .zeroFrequency(bath: index) }
      let rates = try bath.rates(at: abs(group.frequency), bath: index)
      let rate = group.frequency > 0 ? rates.emission : rates.absorption
      append(group, rate: rate)
      if secular { close(&start) }
    }
    close(&start)
  }

  /// The two groups of a coupling that lowers the energy: emission by X(ω), absorption by X(ω)†.
  private mutating func addLowering(
    _ bath: NumericBath, index: Int, secular: Bool
  ) throws(NumericOpenSystemError) {
    var start = elements.count
    for group in transitions.groups {
      guard group.frequency > 0 else {
        throw .nonpositiveFrequency(group.frequency, bath: index)
      }
      append(group, rate: try bath.rates(at: group.frequency, bath: index).emission)
      if secular { close(&start) }
    }
    close(&start)
    for group in transitions.groups {
      let rate = try bath.rates(at: group.frequency, bath: index).absorption
      for k in group.range {
        let transition = transitions.list[k]
        elements.append(
          Element(
            row: transition.from, column: transition.to, value: transition.value.conjugate,
            rate: rate))
      }
      if secular { close(&start) }
    }
    close(&start)
  }

  /// κ (L ρ L† − ½ {L†L, ρ}) is K = (κ/2) L with X = L.
  private mutating func add(_ jump: NumericJump, index: Int) throws(NumericOpenSystemError) {
    guard jump.rate >= 0, jump.rate.isFinite else { throw .jumpRate(jump.rate, jump: index) }
    guard jump.jumpOperator.isFinite else { throw .operatorNotFinite }
    turn(jump.jumpOperator)
    let start = elements.count
    for row in 0..<dimension {
      for column in 0..<dimension where turned[row * dimension + column] != .zero {
        elements.append(
          Element(
            row: row, column: column, value: turned[row * dimension + column],
            rate: jump.rate / 2))
      }
    }
    terms.append(start..<elements.count)
  }

  private mutating func append(_ group: NumericTransitions.Group, rate: Double) {
    for k in group.range {
      let transition = transitions.list[k]
      elements.append(
        Element(
          row: transition.to, column: transition.from, value: transition.value, rate: rate))
    }
  }

  /// Makes a term of the elements since `start`, if there are any.
  private mutating func close(_ start: inout Int) {
    if elements.count > start { terms.append(start..<elements.count) }
    start = elements.count
  }
}
