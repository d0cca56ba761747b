import LaTeXMath
import OpenSystems

/// What a symbol stands for in the model, with its indices filled in.
indirect enum Meaning: Hashable, Sendable {
  case eigenvalue(Int)
  case eigenvector(Int)
  case component(of: Formula, frequency: Formula)
  case densityOperator
  case steadyState(Basis)
  case steadyElement(Basis, Int, Int)
  case changeOfBasis([String])
  case rate(Reservoirs.Quantity, bath: String, frequency: Formula)
  case spectralDensity(bath: String)
  case dissipator(OpenSystem.Part, bath: String?)
  case interactionPicture(of: Formula, hamiltonian: Formula)
  case stateEigenvalue(Int)
  case stateEigenvector(Int)
  case internalEnergy, passiveEnergy, passiveState, ergotropy
  case heatCurrent(bath: String)
  case particleCurrent(bath: String)
  case alias(Formula)

  enum Basis: Hashable, Sendable {
    case eigenbasis
    /// Labels of product kets.
    case product([String])
  }

  /// The meaning with its basis of product kets in the opposite order; `nil` if it names none.
  var withReversedBasis: Meaning? {
    switch self {
    case .steadyState(.product(let labels)): .steadyState(.product(labels.reversed()))
    case .steadyElement(.product(let labels), let i, let j):
      .steadyElement(.product(labels.reversed()), i, j)
    case .changeOfBasis(let labels): .changeOfBasis(labels.reversed())
    default: nil
    }
  }

  /// The labels of the basis of product kets that it names.
  var productBasis: [String]? {
    switch self {
    case .steadyState(.product(let labels)), .steadyElement(.product(let labels), _, _),
      .changeOfBasis(let labels):
      labels
    default: nil
    }
  }

  /// Whether the baths, and so their statistics, may have a part in it.
  var dependsOnBaths: Bool {
    switch self {
    case .densityOperator, .steadyState, .steadyElement, .rate, .dissipator, .stateEigenvalue,
      .stateEigenvector, .internalEnergy, .passiveEnergy, .passiveState, .ergotropy, .heatCurrent,
      .particleCurrent, .alias:
      true
    case .eigenvalue, .eigenvector, .component, .changeOfBasis, .spectralDensity,
      .interactionPicture:
      false
    }
  }

  /// Whether it changes with the choice of the eigenvectors of some levels, counted from 0.
  func depends(onEigenvectorsOf levels: Set<Int>) -> Bool {
    switch self {
    case .eigenvector(let i): levels.contains(i - 1)
    case .steadyElement(.eigenbasis, let i, let j): levels.contains(i - 1) || levels.contains(j - 1)
    case .changeOfBasis, .steadyState(.eigenbasis), .passiveState: !levels.isEmpty
    default: false
    }
  }

  /// The formulas that it names.
  var formulas: [Formula] {
    switch self {
    case .component(let formula, let other), .interactionPicture(let formula, let other):
      [formula, other]
    case .rate(_, _, let frequency): [frequency]
    case .alias(let formula): [formula]
    case .eigenvalue, .eigenvector, .densityOperator, .steadyState, .steadyElement, .changeOfBasis,
      .spectralDensity, .dissipator, .stateEigenvalue, .stateEigenvector, .internalEnergy,
      .passiveEnergy, .passiveState, .ergotropy, .heatCurrent, .particleCurrent:
      []
    }
  }

  /// What kind of thing it is.
  var type: SymbolType? {
    switch self {
    case .eigenvalue, .steadyElement, .rate, .spectralDensity, .stateEigenvalue, .heatCurrent,
      .particleCurrent:
      .scalar
    case .internalEnergy, .passiveEnergy, .ergotropy: .scalar
    case .eigenvector, .stateEigenvector: .ket
    case .component, .densityOperator, .steadyState, .interactionPicture, .passiveState: .linear
    case .changeOfBasis: .matrix
    case .dissipator: .superoperator
    case .alias: nil
    }
  }
}

/// The kinds of things that symbols stand for; scalars and operators never mix.
enum SymbolType: Hashable, Sendable {
  case scalar, linear, ket, superoperator, matrix
}

/// Something that a name stands for, and since where.
struct Declaration: Sendable {
  enum Kind: Sendable {
    case symbol(SymbolDomain)
    case angle(cosine: Formula, sine: Formula)
    case mode
    case define(Formula)
    /// A printed left-hand side without a meaning.
    case printed(Formula)
    /// With the name of its argument if it is a function.
    case meaning(Meaning, parameter: String?)
  }

  /// `N_1^+`, `|\varepsilon_1\rangle`, `N_1()` for a function or superoperator.
  var key: String
  var kind: Kind
  /// Position in the document's order.
  var position: Int
  var section: Document.Section
  /// Place in the file.
  var range: Range<Int>

  /// What it means, if the file says so.
  var meaning: Meaning? {
    if case .meaning(let meaning, _) = kind { return meaning }
    return nil
  }

  /// The formulas by which it is given: a definition, an angle's cosine and sine, a frequency.
  var formulas: [Formula] {
    switch kind {
    case .define(let formula), .printed(let formula): [formula]
    case .angle(let cosine, let sine): [cosine, sine]
    case .meaning(let meaning, _): meaning.formulas
    case .symbol, .mode: []
    }
  }

  var isPrinted: Bool {
    if case .printed = kind { return true }
    return false
  }

  var isFunction: Bool { key.hasSuffix("()") }

  /// The key without the brackets of a function.
  var name: String { isFunction ? String(key.dropLast(2)) : key }
}

extension Formula {
  /// The key of something that can be declared: a symbol, a ket, or a function of one argument.
  var declarationKey: (key: String, argument: Formula?)? {
    if let name { return (name, nil) }
    switch kind {
    case .ket(let label): return (Self.ketKey(label), nil)
    case .product(let factors):
      guard factors.count == 2, let name = factors[0].name, let argument = factors[1].argument
      else { return nil }
      return (name + "()", argument)
    default: return nil
    }
  }

  /// Two names side by side, as in `\Delta T`: one name where it is declared as one.
  var compoundName: String? {
    guard case .product(let factors) = kind, factors.count == 2 else { return nil }
    return factors[0].compoundName(with: factors[1])
  }

  /// The name of what can be varied: a symbol, or two names that make one.
  var parameterName: String? { name ?? compoundName }

  func compoundName(with next: Formula) -> String? {
    guard case .symbol(let first) = kind, let second = next.name else { return nil }
    return "\(first) \(second)"
  }
}
