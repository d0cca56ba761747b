import NumericEvaluation

/// A reason why an open system given by numbers has no generator or no unique steady state.
///
/// Baths and jumps are counted from zero, in the order given; the wording counts from one.
package enum NumericOpenSystemError: Error, Hashable, Sendable {
  /// The linear algebra failed; the Hamiltonian that is not Hermitian comes here.
  case numeric(NumericEvaluationError)
  /// A coupling or jump operator with an entry that is not finite.
  case operatorNotFinite
  /// A temperature that is not positive and finite.
  case temperature(Double, bath: Int)
  /// A chemical potential that is not finite.
  case chemicalPotential(Double, bath: Int)
  /// A spectral density or decay rate that is negative or not finite.
  case strength(Double, bath: Int)
  /// A given occupation below 0, or above 1 for fermions, or not finite.
  case occupation(Double, bath: Int)
  /// Bosons at a frequency that does not exceed the chemical potential, or too little to count.
  case divergentOccupation(frequency: Double, chemicalPotential: Double, bath: Int)
  /// A rotating-wave coupling with a component that does not lower the energy.
  case nonpositiveFrequency(Double, bath: Int)
  /// A Hermitian coupling with a component that commutes with the Hamiltonian.
  case zeroFrequency(bath: Int)
  /// A rate of a jump that is negative or not finite.
  case jumpRate(Double, jump: Int)
  /// A number operator that is not Hermitian.
  case numberNotHermitian
  /// A number operator that does not commute with the Hamiltonian: the largest element of [N, H],
  /// relative to those of both.
  case numberNotConserved(defect: Double)
  /// The steady states span a space of this dimension.
  case steadyStateNotUnique(dimension: Int)
  /// The one null vector of the Liouvillian has no trace to normalise.
  case steadyStateWithoutTrace
}

extension NumericOpenSystemError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .numeric(let error):
      "\(error)"
    case .operatorNotFinite:
      "an operator has an entry that is not finite"
    case .temperature(let value, let bath):
      "bath \(bath + 1): the temperature \(value) is not positive and finite"
    case .chemicalPotential(let value, let bath):
      "bath \(bath + 1): the chemical potential \(value) is not finite"
    case .strength(let value, let bath):
      "bath \(bath + 1): the strength \(value) is negative or not finite"
    case .occupation(let value, let bath):
      "bath \(bath + 1): no mean occupation is \(value) under its statistics"
    case .divergentOccupation(let frequency, let chemicalPotential, let bath):
      "bath \(bath + 1): bosons of frequency \(frequency) have no finite occupation at the "
        + "chemical potential \(chemicalPotential)"
    case .nonpositiveFrequency(let frequency, let bath):
      "bath \(bath + 1): the coupling, not being Hermitian, must lower the energy, "
        + "and has a component of frequency \(frequency)"
    case .zeroFrequency(let bath):
      "bath \(bath + 1): the coupling has a component of frequency zero"
    case .jumpRate(let value, let jump):
      "jump \(jump + 1): the rate \(value) is negative or not finite"
    case .numberNotHermitian:
      "the number operator is not Hermitian"
    case .numberNotConserved(let defect):
      "the number operator does not commute with the Hamiltonian: [N, H] is \(defect) of their size"
    case .steadyStateNotUnique(let dimension):
      "the steady states span a space of dimension \(dimension)"
    case .steadyStateWithoutTrace:
      "the stationary operator has trace zero"
    }
  }
}
