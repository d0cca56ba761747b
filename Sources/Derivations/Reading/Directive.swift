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
  case figure(FigureDirective)
  case claim(ClaimDirective)
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
  case particleCurrent(bath: Phrase)
  case alias(Phrase)
}

enum StateBasis: Sendable {
  case eigenbasis
  case product([Phrase])
}

/// What a figure of the paper shows.
struct FigureDirective: Sendable {
  struct Axis: Sendable {
    var symbol: Phrase
    var unit: Phrase?
    var from: Phrase
    var to: Phrase
  }

  var name: Phrase
  var quantity: Phrase
  var unit: Phrase?
  /// One or two.
  var axes: [Axis]
  /// The symbol that tells the curves apart, and its values.
  var curves: (symbol: Phrase, values: [Phrase])?
  /// Symbols with their values.
  var parameters: [(symbol: Phrase, value: Phrase)]
  /// LaTeX of what the file's author chose because the paper does not say it.
  var chosen: [String]
}

/// What the paper's prose says of a figure.
struct ClaimDirective: Sendable {
  enum Predicate: Sendable {
    case course(Claim.Course, symbol: Phrase, from: Phrase?, to: Phrase?)
    case extremum(Claim.Extremum, [(symbol: Phrase, value: Phrase)])
    case sign(Claim.Sign)
  }

  var figure: Phrase
  var predicate: Predicate
  /// The curves that it is said of; all if `nil`.
  var curves: (symbol: Phrase, values: [Phrase])?
  /// The paper's own words.
  var sentence: String
}
