import NumericEvaluation

/// A place where the steady states of models of one dimension are found, one after another.
///
/// It owns the memory that a point needs, dimension⁴ numbers twice over, and gives it back at the
/// end. One workspace serves one thread.
package struct NumericWorkspace: ~Copyable {
  package let dimension: Int
  var generator: NumericGenerator
  var liouvillian: NumericLiouvillian
  private var spectrum: HermitianWorkspace
  /// The steady state in the energy eigenbasis.
  private let state: UnsafeMutablePointer<Complex>
  /// H or N in the energy eigenbasis.
  private let observable: UnsafeMutablePointer<Complex>
  /// The state times the observable.
  private let product: UnsafeMutablePointer<Complex>

  /// - Precondition: `dimension` is positive.
  package init(dimension: Int) {
    precondition(dimension > 0, "dimension of a workspace")
    self.dimension = dimension
    generator = NumericGenerator(dimension: dimension)
    liouvillian = NumericLiouvillian(dimension: dimension)
    spectrum = HermitianWorkspace(order: dimension)
    let count = dimension * dimension
    state = .allocate(capacity: count)
    observable = .allocate(capacity: count)
    product = .allocate(capacity: count)
    state.initialize(repeating: .zero, count: count)
    observable.initialize(repeating: .zero, count: count)
    product.initialize(repeating: .zero, count: count)
  }

  deinit {
    state.deallocate()
    observable.deallocate()
    product.deallocate()
  }

  /// The unique steady state of a model and what is measured in it.
  ///
  /// - Precondition: all operators of the model have the dimension of the workspace.
  /// - Throws: as `NumericOpenSystem` and its `steadyState()`.
  package mutating func observables(
    of model: NumericModel
  ) throws(NumericOpenSystemError) -> NumericObservables {
    let leastPivot = try solve(model)
    do {
      try spectrum.diagonalize(state, withVectors: false)
    } catch {
      throw .numeric(error)
    }
    let (n, energies, eigenvalues) = (dimension, generator.levels.values, spectrum.values)
    var (internalEnergy, passiveEnergy) = (0.0, 0.0)
    for k in 0..<n {
      internalEnergy += energies[k] * state[k * (n + 1)].re
      passiveEnergy += energies[k] * eigenvalues[n - 1 - k]
    }
    let currents = try currents(of: model)
    return NumericObservables(
      populations: (0..<n).map { eigenvalues[n - 1 - $0] }, internalEnergy: internalEnergy,
      passiveEnergy: passiveEnergy, currents: currents,
      entropyProduction: model.entropyProduction(currents), residual: liouvillian.residual(),
      leastPivot: leastPivot)
  }

  /// The unique steady state of a model, in the basis of the caller.
  ///
  /// - Precondition: all operators of the model have the dimension of the workspace.
  /// - Throws: as `NumericOpenSystem` and its `steadyState()`.
  package mutating func steadyState(
    of model: NumericModel
  ) throws(NumericOpenSystemError) -> NumericSteadyState {
    let leastPivot = try solve(model)
    let vectors = HermitianEigensystem(generator.levels).vectors
    let entries = Array(UnsafeBufferPointer(start: state, count: dimension * dimension))
    let inner = ComplexMatrix(rows: dimension, columns: dimension, entries: entries)
    return NumericSteadyState(
      state: (vectors * inner * vectors.adjoint).hermitianPart,
      residual: liouvillian.residual(), leastPivot: leastPivot)
  }

  /// Finds `state`; the last pivot that counted.
  private mutating func solve(_ model: NumericModel) throws(NumericOpenSystemError) -> Double {
    try generator.load(model)
    liouvillian.assemble(generator)
    let leastPivot = try liouvillian.solve()
    let (n, found) = (dimension, liouvillian.state)
    for row in 0..<n {
      state[row * (n + 1)] = Complex(found[row * (n + 1)])
      for column in (row + 1)..<n {
        let value = Complex(found[row * n + column], found[column * n + row])
        state[row * n + column] = value
        state[column * n + row] = value.conjugate
      }
    }
    return leastPivot
  }

  private func currents(
    of model: NumericModel
  ) throws(NumericOpenSystemError) -> [NumericCurrent] {
    let (n, energies) = (dimension, generator.levels.values)
    observable.update(repeating: .zero, count: n * n)
    for k in 0..<n { observable[k * (n + 1)] = Complex(energies[k]) }
    multiply()
    let flows = model.baths.indices.map { flow(from: $0) }
    guard let number = model.number else {
      return model.baths.indices.map {
        NumericCurrent(energy: flows[$0], particles: nil, bath: model.baths[$0])
      }
    }
    try generator.turnNumber(number)
    observable.update(from: generator.turned, count: n * n)
    multiply()
    return model.baths.indices.map {
      NumericCurrent(energy: flows[$0], particles: flow(from: $0), bath: model.baths[$0])
    }
  }

  private func multiply() {
    let n = dimension
    product.update(repeating: .zero, count: n * n)
    for inner in 0..<n {
      for column in 0..<n where observable[inner * n + column] != .zero {
        let factor = observable[inner * n + column]
        for row in 0..<n { product[row * n + column] += state[row * n + inner] * factor }
      }
    }
  }

  /// tr(A D[ρ]) = 2 Re Σ tr(A K ρ X† − ρ A X† K) with the observable A, for one bath.
  private func flow(from bath: Int) -> Double {
    let n = dimension
    var sum = 0.0
    generator.elements.withUnsafeBufferPointer { elements in
      for index in generator.sources[bath] {
        let term = generator.terms[index]
        for i in term {
          for j in term {
            let (k, x) = (elements[i], elements[j])
            // What commutes with H connects few levels.
            let element = observable[x.row * n + k.row]
            guard element != .zero || k.row == x.row else { continue }
            var factor = element * state[k.column * n + x.column]
            if k.row == x.row { factor -= product[k.column * n + x.column] }
            let weight = (k.value * x.value.conjugate).scaled(by: 2 * k.rate)
            sum += weight.re * factor.re - weight.im * factor.im
          }
        }
      }
    }
    return sum
  }
}
