/// The steady states of a derivation in closed form, as plain data that other languages are written from.
public struct ClosedForms: Hashable, Sendable {
  /// The file's name without folder and extension.
  public var derivation: String
  /// The document's first heading.
  public var title: String
  /// What the derivation rests on: approximations, domain, orderings, as LaTeX or words.
  public var assumptions: [String]
  /// One for each set of restrictions under which the file prints a steady state.
  public var forms: [ClosedForm]
  /// States that have no form to be written down.
  public var omissions: [Omission]

  public init(
    derivation: String, title: String, assumptions: [String], forms: [ClosedForm],
    omissions: [Omission]
  ) {
    self.derivation = derivation
    self.title = title
    self.assumptions = assumptions
    self.forms = forms
    self.omissions = omissions
  }

  /// Why there is no form of a steady state.
  public struct Omission: Hashable, Sendable {
    public var given: [String]
    public var reason: String

    public init(given: [String], reason: String) {
      self.given = given
      self.reason = reason
    }
  }
}

/// A steady state in closed form under one set of restrictions, with the model that it belongs to.
///
/// All quantities are steps of one straight line; `elements` and the rest say which.
public struct ClosedForm: Hashable, Sendable {
  /// The restrictions, as written in `given`.
  public var given: [String]
  /// The numbers of the equations that print the state; empty for a state that is only derived.
  public var equations: [String]
  public var parameters: [Parameter]
  /// What must hold beyond the parameters' domains, as LaTeX or words.
  public var conditions: [String]
  public var steps: [FormulaStep]
  /// For each step whether it is real.
  public var isReal: [Bool]
  /// The steps that have a name in the paper or its derivation file, in ascending order.
  public var names: [NamedStep]
  /// The basis of the state, as kets in LaTeX.
  public var basis: [String]
  /// ρ_ij = ⟨i|ρ|j⟩ in that basis.
  public var elements: [[Int]]
  /// Where the elements on and above the diagonal come from, row by row.
  public var sources: [ElementSource]
  public var model: Model

  /// Some element is derived, and as long as that is.
  public var isDerived: Bool {
    sources.contains { source in
      if case .derived = source.origin { true } else { false }
    }
  }

  /// The numbers of the parameters that something depends on, ascending.
  public var usedParameters: [Int] {
    var pending = model.energies
    pending += (elements + model.hamiltonian + model.eigenvectors).joined()
    for bath in model.baths {
      pending += bath.coupling.joined()
      pending += [bath.strength, bath.temperature, bath.chemicalPotential]
    }
    for jump in model.jumps {
      pending += jump.matrix.joined()
      pending.append(jump.rate)
    }
    var seen = Set(pending)
    var result: [Int] = []
    while let next = pending.popLast() {
      if case .parameter(let number) = steps[next] { result.append(number) }
      pending += steps[next].operands.filter { seen.insert($0).inserted }
    }
    return Set(result).sorted()
  }

  public struct Parameter: Hashable, Sendable {
    public var latex: String
    public var meaning: String
    public var domain: Domain
  }

  /// Where a parameter takes its values.
  public enum Domain: Hashable, Sendable {
    case positive, nonnegative, real, complex
    /// The ends as fractions.
    case interval(String, String)
  }

  public struct NamedStep: Hashable, Sendable {
    public var step: Int
    public var latex: String
    /// `Eq. (6)`, `declared in the file`, …
    public var meaning: String
  }

  public struct ElementSource: Hashable, Sendable {
    public var row: Int
    public var column: Int
    /// As the file calls it, or `\rho_{12}`.
    public var latex: String
    /// The name is the file's.
    public var isNamed: Bool
    public var origin: Origin
  }

  public enum Origin: Hashable, Sendable {
    /// The printed line, which was proved.
    case printed(equation: String)
    /// The printed line with a slip mended, and proved so.
    case repaired(equation: String, slip: String, printed: String)
    /// Derived from the model; the equation is that of a printed line that does not follow.
    case derived(refuted: String?)
    /// From tr ρ = 1.
    case trace
    /// It decouples from the populations, and so vanishes.
    case zero
  }

  /// The model in the product basis, as steps.
  public struct Model: Hashable, Sendable {
    /// The product basis, in the order of the matrices.
    public var labels: [String]
    public var hamiltonian: [[Int]]
    /// The eigenvalues of the Hamiltonian, ascending, with their vectors; empty without reservoirs.
    public var energies: [Int]
    public var eigenvectors: [[Int]]
    public var baths: [Bath]
    public var jumps: [Jump]
    public var isSecular: Bool
    /// The state is written in the eigenvectors; otherwise in product kets, numbered by `order`.
    public var isEigenbasis: Bool
    public var order: [Int]
  }

  public struct Bath: Hashable, Sendable {
    public var name: String
    public var coupling: [[Int]]
    public var strength: Int
    /// The strength is a decay rate, twice a spectral density.
    public var isDecayRate: Bool
    public var temperature: Int
    public var chemicalPotential: Int
    public var isFermion: Bool
  }

  public struct Jump: Hashable, Sendable {
    public var name: String
    public var matrix: [[Int]]
    public var rate: Int
  }
}
