import NumericEvaluation

/// A steady state as numbers of one kind, with the energies it is measured by.
struct SteadyNumbers<Value: NumericScalar> {
  /// In the working basis: the eigenbasis of the Hamiltonian if there are baths.
  var state: [[Value]]
  /// The working basis, in the product basis.
  var basis: [[Value]]
  /// Eigenvalues of the Hamiltonian, ascending; empty where they are not known.
  var energies: [Value]
  var internalEnergy: Value
  var passiveEnergy: Value
  /// By the name of the bath; positive into the system.
  var heatCurrents: [String: Value] = [:]
  /// Of what the couplings exchange, where there is such a number.
  var particleCurrents: [String: Value] = [:]

  /// An element of the state, its indices counted from 1.
  func element(
    _ named: Meaning.Basis, _ i: Int, _ j: Int, labels: [String]
  ) throws(NumericNameError) -> Value {
    switch named {
    case .eigenbasis:
      guard state.indices.contains(i - 1), state.indices.contains(j - 1) else {
        throw .notNumeric("an element that does not exist")
      }
      return state[i - 1][j - 1]
    case .product(let order):
      guard order.indices.contains(i - 1), order.indices.contains(j - 1),
        let row = labels.firstIndex(of: order[i - 1]),
        let column = labels.firstIndex(of: order[j - 1])
      else { throw .notNumeric("an element that does not exist") }
      return product(row, column)
    }
  }

  /// Σ_ab ⟨row|a⟩ ρ_ab ⟨b|column⟩, real on the diagonal because ρ is Hermitian.
  private func product(_ row: Int, _ column: Int) -> Value {
    var total = basis[0][row].constant(0)
    for a in state.indices {
      for b in state.indices {
        let term = basis[a][row] * state[a][b] * basis[b][column].conjugate
        total = total + (row == column ? term.realPart : term)
      }
    }
    return total
  }
}
