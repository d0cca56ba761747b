/// The derivation from model to closed forms, as a readable walk: plain data.
public struct Stages: Codable, Hashable, Sendable {
  /// The file's name without folder and extension.
  public var derivation: String
  /// The document's first heading.
  public var title: String
  /// The stages, in the order of the derivation.
  public var sections: [Section]

  package init(derivation: String, title: String, sections: [Section]) {
    self.derivation = derivation
    self.title = title
    self.sections = sections
  }

  /// One stage (Hamiltonian, eigenbasis, frequency components, …) under one set of restrictions.
  public struct Section: Codable, Hashable, Sendable {
    /// The name of the stage, in words.
    public var title: String
    /// The restrictions, as written in `given`; empty for the general model.
    public var given: [String]
    /// One sentence on how it was obtained and how it was verified.
    public var comment: String
    /// What was derived, in the order of the stage.
    public var statements: [Statement]

    package init(title: String, given: [String], comment: String, statements: [Statement]) {
      self.title = title
      self.given = given
      self.comment = comment
      self.statements = statements
    }
  }

  /// `left = right`, both LaTeX.
  public struct Statement: Codable, Hashable, Sendable {
    /// The left side.
    public var left: String
    /// The right side.
    public var right: String

    package init(left: String, right: String) {
      self.left = left
      self.right = right
    }
  }
}

/// The state at one point of parameter space, by several roads: plain data, floating point.
public struct Evaluation: Codable, Hashable, Sendable {
  /// The file's name without folder and extension.
  public var derivation: String
  /// The restrictions in force, the user's among them.
  public var given: [String]
  /// Symbol (LaTeX) and value as the user gave it, in the order of declaration.
  public var at: [Witness.Assignment]
  /// The derived closed form, each printed one, and the numeric null space.
  public var roads: [Road]
  /// The largest difference between an entry of ρ by the derived and by the numeric road.
  public var disagreement: Double

  package init(
    derivation: String, given: [String], at: [Witness.Assignment], roads: [Road],
    disagreement: Double
  ) {
    self.derivation = derivation
    self.given = given
    self.at = at
    self.roads = roads
    self.disagreement = disagreement
  }

  /// The state by one of the ways to it.
  public struct Road: Codable, Hashable, Sendable {
    /// `derived`, `printed (23)`, `numeric`.
    public var name: String
    /// Labels of the product basis: `ee`, `eg`, ….
    public var basis: [String]
    /// Entries ⟨a|ρ|b⟩ as [re, im], row by row.
    public var rho: [[[Double]]]
    /// Eigenvalues of ρ, descending.
    public var eigenvalues: [Double]
    /// tr(Hρ), in the units of the file.
    public var internalEnergy: Double
    /// The least energy that unitaries can bring the state to.
    public var passiveEnergy: Double
    /// The difference of the two: the work that can be drawn from the state.
    public var ergotropy: Double
    /// What is wrong with this state: a trace that is not 1, a negative eigenvalue.
    public var notes: [String]

    package init(
      name: String, basis: [String], rho: [[[Double]]], eigenvalues: [Double],
      internalEnergy: Double, passiveEnergy: Double, ergotropy: Double, notes: [String]
    ) {
      self.name = name
      self.basis = basis
      self.rho = rho
      self.eigenvalues = eigenvalues
      self.internalEnergy = internalEnergy
      self.passiveEnergy = passiveEnergy
      self.ergotropy = ergotropy
      self.notes = notes
    }
  }
}
