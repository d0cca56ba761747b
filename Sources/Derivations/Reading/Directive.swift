import OpenSystems
import SymbolicAlgebra

/// What one line of a `rederive` block says, its formulas not yet read.
enum Directive: Sendable {
  case levels(name: String, [String])
  case symbols([Phrase], SymbolDomain, Families)
  case modes([Phrase])
  case define(Phrase, Phrase, Families)
  case angle(Phrase, cosine: Phrase, sine: Phrase)
  case hamiltonian(Phrase)
  case bath(BathDirective)
  case jump(Phrase, rate: Phrase)
  case approximations([Phrase])
  case means(Phrase, MeaningPhrase, Families)
  case given([Phrase])
  case assume([Phrase])
}

enum SymbolDomain: Hashable, Sendable {
  case real(Domain)
  case complex
}

/// Index letters with the values that they run through.
typealias Families = [Family]

struct Family: Hashable, Sendable {
  var letter: String
  var values: [String]
}

struct BathDirective: Sendable {
  var name: Phrase
  var coupling: Phrase
  var temperature: Phrase
  var chemicalPotential: Phrase?
  var strength: Phrase
  var isDecayRate: Bool
  var statistics: Statistics?
}

/// The right-hand side of `means`.
enum MeaningPhrase: Sendable {
  case eigenvalue(Phrase)
  case eigenvector(Phrase)
  case component(of: Phrase, frequency: Phrase)
  case densityOperator
  case steadyState(StateBasis)
  case steadyElement(StateBasis, Phrase, Phrase)
  case changeOfBasis([Phrase])
  case rate(Reservoirs.Quantity, bath: Phrase, frequency: Phrase)
  case spectralDensity(bath: Phrase)
  case dissipator(OpenSystem.Part, bath: Phrase?)
  case interactionPicture(of: Phrase, hamiltonian: Phrase)
  case stateEigenvalue(Phrase)
  case stateEigenvector(Phrase)
  case internalEnergy, passiveEnergy, passiveState, ergotropy
  case heatCurrent(bath: Phrase)
  case alias(Phrase)
}

enum StateBasis: Sendable {
  case eigenbasis
  case product([Phrase])
}
