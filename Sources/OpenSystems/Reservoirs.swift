import ExactAlgebra
import SymbolicAlgebra

/// How the excitations of a reservoir fill its modes.
public enum Statistics: String, Hashable, Sendable, CaseIterable {
  /// n = 1/(e^{(ω−μ)/T} − 1); emission goes with 1 + n.
  case boson
  /// n = 1/(e^{(ω−μ)/T} + 1); emission goes with 1 − n.
  case fermion
}

/// A reservoir and how it couples to the system.
public struct Bath: Hashable, Sendable {
  /// How strong: the convention of the rate.
  public enum Strength: Hashable, Sendable {
    /// J(ω) = π Σ g² δ(ω − ω_k): a transition's rate in the dissipator is J n (2LρL† − …).
    case spectralDensity(Fraction)
    /// An excitation decays at rate κ(n + 1): κ = 2J.
    case decayRate(Fraction)

    var value: Fraction {
      switch self {
      case .spectralDensity(let value), .decayRate(let value): value
      }
    }

    /// The factor of LρL† + h.c. − … per unit of rate.
    var weight: Fraction {
      switch self {
      case .spectralDensity: Fraction(1)
      case .decayRate: Fraction(Rational(1, 2))
      }
    }
  }

  /// The name, which occupations and rates are written with.
  public var name: String
  /// In the product basis. Not Hermitian: X ⊗ b† + X† ⊗ b, else X ⊗ (b + b†).
  public var coupling: OperatorMatrix
  /// T, with k_B = 1: in units of energy.
  public var temperature: Fraction
  /// μ, in units of energy.
  public var chemicalPotential: Fraction
  /// How strong the coupling is, and by which convention.
  public var strength: Strength
  /// `nil`: emission and absorption rates stay independent symbols.
  public var statistics: Statistics?

  /// A reservoir at a temperature and chemical potential, coupled through one operator.
  public init(
    name: String, coupling: OperatorMatrix, temperature: Fraction, chemicalPotential: Fraction,
    strength: Strength, statistics: Statistics?
  ) {
    self.name = name
    self.coupling = coupling
    self.temperature = temperature
    self.chemicalPotential = chemicalPotential
    self.strength = strength
    self.statistics = statistics
  }
}

/// An explicit Lindblad term: κ (LρL† − ½L†Lρ − ½ρL†L).
public struct Jump: Hashable, Sendable {
  /// The name that reports tell it by.
  public var name: String
  /// L in the product basis.
  public var jumpOperator: OperatorMatrix
  /// κ, per unit of time.
  public var rate: Fraction

  /// The term of a jump operator with its rate.
  public init(name: String, jumpOperator: OperatorMatrix, rate: Fraction) {
    self.name = name
    self.jumpOperator = jumpOperator
    self.rate = rate
  }
}

/// The occupations and rates met so far, as generators of the field.
///
/// A quantity is known by what it is a function of, so two reservoirs at the same temperature share it.
public struct Reservoirs: Sendable {
  /// What a number met in a dissipator is.
  public enum Quantity: Hashable, Sendable {
    /// n(ω)
    case occupation
    /// The rate of transitions that take energy from the reservoir.
    case absorption
    /// The rate of transitions that give energy to the reservoir.
    case emission
  }

  struct Key: Hashable, Sendable {
    var quantity: Quantity
    var statistics: Statistics?
    var strength: Fraction
    var temperature: Fraction
    var chemicalPotential: Fraction
    var frequency: Fraction

    func canonical(in field: Field) -> Key {
      var result = self
      result.strength = field.canonical(strength) ?? strength
      result.temperature = field.canonical(temperature) ?? temperature
      result.chemicalPotential = field.canonical(chemicalPotential) ?? chemicalPotential
      result.frequency = field.canonical(frequency) ?? frequency
      return result
    }
  }

  /// In the order they were met.
  private(set) var entries: [(key: Key, generator: Int)] = []

  /// Points that are asked whether a frequency can be above a chemical potential.
  private static let mostPoints = 32

  /// What the field was told to assume, so that the bosons' occupations met so far exist.
  public private(set) var assumptions: [Assumption] = []

  /// Nothing met yet.
  public init() {}

  private mutating func generator(
    _ key: Key, latex: String, domain: Domain, _ field: inout Field
  ) -> Fraction {
    if let known = known(key, field) { return .variable(known) }
    let key = key.canonical(in: field)
    let index = field.addFree(latex, domain: domain, isTied: true)
    entries.append((key, index))
    return .variable(index)
  }

  /// The generator that was made for it.
  private func known(_ key: Key, _ field: Field) -> Int? {
    // A restriction may have fixed symbols since an entry was made: what counts is the key's value now.
    let key = key.canonical(in: field)
    return entries.first { $0.key == key || $0.key.canonical(in: field) == key }?.generator
  }

  private func key(_ quantity: Quantity, _ bath: Bath, _ frequency: Fraction) -> Key {
    Key(
      quantity: quantity, statistics: bath.statistics,
      strength: quantity == .occupation ? Fraction(1) : bath.strength.value,
      temperature: bath.temperature, chemicalPotential: bath.chemicalPotential,
      frequency: frequency)
  }

  /// n(ω), an independent number for each bath and frequency.
  ///
  /// A boson's is positive above the chemical potential, which is assumed where it can be; below it
  /// n(ω) = −1 − n(2μ − ω).
  public mutating func occupation(
    _ bath: Bath, _ frequency: Fraction, latex: String? = nil, field: inout Field
  ) -> Fraction {
    if bath.statistics == .boson, known(key(.occupation, bath, frequency), field) == nil,
      isBelow(bath.chemicalPotential, frequency, &field)
    {
      let mirrored = bath.chemicalPotential + bath.chemicalPotential - frequency
      return Fraction(-1) - occupation(bath, mirrored, field: &field)
    }
    let domain: Domain =
      bath.statistics == .fermion
      ? fermions(frequency - bath.chemicalPotential, field) : .positive
    let label = latex ?? "n_{\(bath.name)}(\(field.latex(frequency)))"
    return generator(
      key(.occupation, bath, frequency),
      latex: label, domain: domain, &field)
  }

  /// More than half of the modes below the chemical potential are filled, and less above.
  private func fermions(_ energy: Fraction, _ field: Field) -> Domain {
    let half = Rational(1, 2)
    if field.isProvablyPositive(energy) { return .interval(0, half) }
    return field.isProvablyPositive(-energy) ? .interval(half, 1) : .interval(0, 1)
  }

  /// Whether a boson's frequency is below the chemical potential, with what has to be assumed for that.
  private mutating func isBelow(
    _ potential: Fraction, _ frequency: Fraction, _ field: inout Field
  ) -> Bool {
    let energy = frequency - potential
    if field.isProvablyPositive(energy) || field.isZero(energy) { return false }
    if field.isProvablyPositive(-energy) { return true }
    let isBelow = !takesAnyValue(energy, field) && isNowhereAbove(energy, field)
    let sign = isBelow ? "<" : ">"
    let words =
      field.isZero(potential)
      ? "\(field.latex(frequency)) \(sign) 0"
      : "\(field.latex(frequency)) \(sign) \(field.latex(potential))"
    let assumption = Assumption(positive: isBelow ? -energy : energy, latex: words)
    assumptions.append(assumption)
    field.assumptions.append(assumption)
    return isBelow
  }

  /// Whether some real symbol that nothing is assumed of occurs linearly, and in nothing else.
  private func takesAnyValue(_ energy: Fraction, _ field: Field) -> Bool {
    guard let energy = field.canonical(energy) else { return false }
    return energy.numerator.variables.contains { symbol in
      field.generators[symbol].domain == .real && field.argumentVariables(of: symbol).isEmpty
        && energy.numerator.degree(in: symbol) == 1
        && !energy.denominator.variables.contains(symbol)
        && !energy.variables.contains { other in
          field.closure(of: field.argumentVariables(of: other)).contains(symbol)
        }
        && !field.assumptions.contains { $0.positive.variables.contains(symbol) }
    }
  }

  /// Of points that have a sign none is above.
  private func isNowhereAbove(_ energy: Fraction, _ field: Field) -> Bool {
    var hasSign = false
    var left = Self.mostPoints
    for point in SamplePoints(field, covering: energy.variables) {
      if left == 0 { break }
      left -= 1
      guard let number = energy.substituting(point) else { continue }
      if field.isPositive(number, at: point) { return false }
      hasSign = hasSign || field.isPositive(-number, at: point)
    }
    return hasSign
  }

  /// J n, or a symbol of its own without statistics.
  public mutating func absorption(
    _ bath: Bath, _ frequency: Fraction, latex: String? = nil, field: inout Field
  ) -> Fraction {
    guard bath.statistics != nil else {
      let label = latex ?? "\\gamma_{\(bath.name)}(\(field.latex(frequency)))"
      return generator(
        key(.absorption, bath, frequency),
        latex: label, domain: .positive,
        &field)
    }
    return bath.strength.value * occupation(bath, frequency, field: &field)
  }

  /// J (1 ± n), or a symbol of its own without statistics.
  public mutating func emission(
    _ bath: Bath, _ frequency: Fraction, latex: String? = nil, field: inout Field
  ) -> Fraction {
    switch bath.statistics {
    case nil:
      let label = latex ?? "\\Gamma_{\(bath.name)}(\(field.latex(frequency)))"
      return generator(
        key(.emission, bath, frequency),
        latex: label, domain: .positive,
        &field)
    case .boson:
      return bath.strength.value * (Fraction(1) + occupation(bath, frequency, field: &field))
    case .fermion:
      return bath.strength.value * (Fraction(1) - occupation(bath, frequency, field: &field))
    }
  }

  /// How many occupations and rates were met so far.
  public var count: Int { entries.count }

  /// Every occupation and rate met so far.
  public var generators: Set<Int> { Set(entries.map(\.generator)) }

  /// The generators that are occupations.
  public var occupations: Set<Int> {
    Set(entries.filter { $0.key.quantity == .occupation }.map(\.generator))
  }

  /// The generators that temperatures and chemical potentials depend on.
  public var thermalParameters: Set<Int> {
    Set(entries.flatMap { $0.key.temperature.variables + $0.key.chemicalPotential.variables })
  }

  /// What each of some occupations is a function of: the generators in its temperature, and those in its
  /// frequency and chemical potential.
  public func arguments(of occupations: Set<Int>) -> [(temperature: Set<Int>, energy: Set<Int>)] {
    entries.filter { $0.key.quantity == .occupation && occupations.contains($0.generator) }.map {
      let key = $0.key
      return (
        Set(key.temperature.variables),
        Set(key.chemicalPotential.variables + key.frequency.variables)
      )
    }
  }

  /// The exponent (ω − μ)/T of each occupation, in the order they were met.
  public var exponents: [(occupation: Int, exponent: Fraction)] {
    entries.filter { $0.key.quantity == .occupation }.map { key, generator in
      (generator, (key.frequency - key.chemicalPotential) * key.temperature.inverse)
    }
  }

  /// Whether the occupations' exponents (ω − μ)/T are linearly independent over the rationals: then
  /// the occupations are algebraically independent, and may be taken as independent numbers.
  public func areIndependent(_ field: Field) -> Bool {
    var columns: [Fraction] = []
    var rows: [[(column: Int, value: Rational)]] = []
    for (key, _) in entries where key.quantity == .occupation {
      let exponent = (key.frequency - key.chemicalPotential) * key.temperature.inverse
      guard let parts = field.canonical(exponent).flatMap({ field.monomials(of: $0) }) else {
        return false
      }
      var row: [(Int, Rational)] = []
      for (coefficient, monomial) in parts {
        let column = columns.firstIndex(of: monomial) ?? columns.count
        if column == columns.count { columns.append(monomial) }
        row.append((column, coefficient))
      }
      rows.append(row)
    }
    if rows.isEmpty { return true }
    let matrix = rows.map { row in
      var dense = Array(repeating: Fraction(0), count: columns.count)
      for (column, value) in row { dense[column] = Fraction(value) }
      return dense
    }
    let zeros = Array(repeating: Fraction(0), count: rows.count)
    return LinearSystem(matrix: matrix, rightHandSide: zeros).rank() == rows.count
  }

  /// 1/(e^{(ω−μ)/T} ∓ 1) for each occupation: the substitution that brings in temperatures.
  public func thermalValues(_ field: inout Field) throws(FieldError) -> [Int: Fraction] {
    var values: [Int: Fraction] = [:]
    for (key, generator) in entries where key.quantity == .occupation {
      guard let statistics = key.statistics else { continue }
      let exponent = (key.frequency - key.chemicalPotential) * key.temperature.inverse
      let e = try field.exponential(Scalar(exponent)).real
      // e = 1 at ω = μ, where a boson's occupation has no value.
      let denominator = statistics == .boson ? e - Fraction(1) : e + Fraction(1)
      guard !field.isZero(denominator) else { throw .divisionByZero }
      values[generator] = denominator.inverse
    }
    return values
  }
}

extension Reservoirs {
  /// What an occupation or rate is a function of.
  public struct Description: Sendable {
    /// Whether it is an occupation or one of the rates.
    public var quantity: Quantity
    /// Those of the reservoir; `nil` for rates that are symbols of their own.
    public var statistics: Statistics?
    /// (ω − μ)/T.
    public var exponent: Fraction
    /// J or κ, which a rate is proportional to.
    public var strength: Fraction
  }

  /// What a generator stands for; `nil` if it is neither an occupation nor a rate.
  public func description(of generator: Int) -> Description? {
    guard let (key, _) = entries.first(where: { $0.generator == generator }) else { return nil }
    return Description(
      quantity: key.quantity, statistics: key.statistics,
      exponent: (key.frequency - key.chemicalPotential) * key.temperature.inverse,
      strength: key.strength)
  }
}
