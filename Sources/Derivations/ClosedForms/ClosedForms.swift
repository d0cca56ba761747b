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

  /// The forms of a derivation, and the states that have none.
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
    /// The restrictions, as written in `given`.
    public var given: [String]
    /// What stands in the way, in words.
    public var reason: String

    /// The restrictions under which there is no form, and why.
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
  /// The symbols that values are given to, in order of declaration.
  public var parameters: [Parameter]
  /// What must hold beyond the parameters' domains, as LaTeX or words.
  public var conditions: [String]
  /// The straight line: every step uses earlier ones only.
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
  /// The model that the state is the steady state of.
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

  /// A symbol that a value is given to.
  public struct Parameter: Hashable, Sendable {
    /// The symbol as LaTeX.
    public var latex: String
    /// What it is, in words: `temperature of bath 1`.
    public var meaning: String
    /// Where it takes its values.
    public var domain: Domain
  }

  /// Where a parameter takes its values.
  public enum Domain: Hashable, Sendable {
    /// Above 0.
    case positive
    /// At least 0.
    case nonnegative
    /// Any real number.
    case real
    /// Any complex number.
    case complex
    /// The ends as fractions.
    case interval(String, String)
  }

  /// A step with a name.
  public struct NamedStep: Hashable, Sendable {
    /// Its place among ``ClosedForm/steps``.
    public var step: Int
    /// The name as LaTeX.
    public var latex: String
    /// `Eq. (6)`, `declared in the file`, …
    public var meaning: String
  }

  /// Where an element of the state comes from.
  public struct ElementSource: Hashable, Sendable {
    /// Its row, counted from 0.
    public var row: Int
    /// Its column, counted from 0; not left of the diagonal.
    public var column: Int
    /// As the file calls it, or `\rho_{12}`.
    public var latex: String
    /// The name is the file's.
    public var isNamed: Bool
    /// The printed line, or the reasoning, that gives it.
    public var origin: Origin
  }

  /// What an element rests on.
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
    /// H in the product basis, row by row, as steps.
    public var hamiltonian: [[Int]]
    /// The eigenvalues of the Hamiltonian, ascending, with their vectors; empty without reservoirs.
    public var energies: [Int]
    /// An eigenvector in the product basis for each of `energies`, as steps.
    public var eigenvectors: [[Int]]
    /// The reservoirs, in order of declaration.
    public var baths: [Bath]
    /// The explicit Lindblad terms, in order of declaration.
    public var jumps: [Jump]
    /// Whether pairs of different frequencies are dropped.
    public var isSecular: Bool
    /// The state is written in the eigenvectors; otherwise in product kets, numbered by `order`.
    public var isEigenbasis: Bool
    /// Where the state is written in product kets, their places among `labels`; else empty.
    public var order: [Int]
  }

  /// A reservoir, its quantities as steps.
  public struct Bath: Hashable, Sendable {
    /// The name in the file.
    public var name: String
    /// The system's part of the coupling in the product basis, row by row.
    public var coupling: [[Int]]
    /// The strength of the coupling.
    public var strength: Int
    /// The strength is a decay rate, twice a spectral density.
    public var isDecayRate: Bool
    /// T, with k_B = 1.
    public var temperature: Int
    /// μ
    public var chemicalPotential: Int
    /// Whether occupations are fermions'; bosons' otherwise.
    public var isFermion: Bool
  }

  /// A Lindblad term κ (LρL† − ½L†Lρ − ½ρL†L), its quantities as steps.
  public struct Jump: Hashable, Sendable {
    /// The name in the file, LaTeX.
    public var name: String
    /// L in the product basis, row by row.
    public var matrix: [[Int]]
    /// κ
    public var rate: Int
  }
}
