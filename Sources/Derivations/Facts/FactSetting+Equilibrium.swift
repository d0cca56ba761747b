import ExactAlgebra
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

extension FactSetting {
  /// Whether a chemical potential says anything: a state with a number needs one to exist.
  var hasPotential: Bool {
    baths.contains { !field.isZero($0.chemicalPotential) }
  }

  /// (E_i − μ N_i)/T of each eigenstate for the temperature and chemical potential of a bath; `nil` if there
  /// is a potential but nothing that it counts.
  private func exponents(of bath: Bath) -> [Fraction]? {
    let potential = bath.chemicalPotential
    guard let numbers else {
      guard field.isZero(potential) else { return nil }
      return energies.map { $0 * bath.temperature.inverse }
    }
    return zip(energies, numbers).map { energy, number in
      (energy - potential * Fraction(number)) * bath.temperature.inverse
    }
  }

  /// The matrix exp(−(H − μN)/T), in exponentials, in the working basis.
  private mutating func gibbs(_ bath: Bath) throws -> OperatorMatrix? {
    guard let exponents = exponents(of: bath) else { return nil }
    var matrix = OperatorMatrix.zero(context.dimension)
    for (i, exponent) in exponents.enumerated() {
      matrix[i, i] = try context.field.exponential(Scalar(-exponent))
    }
    return matrix
  }

  /// Whether every entry vanishes once the occupations are what temperatures make them.
  private func vanishes(_ matrix: OperatorMatrix, _ values: [Int: Fraction]) -> Bool {
    matrix.entries.allSatisfy { entry in
      entry.substituting(values).map { field.isZero($0) } ?? false
    }
  }

  /// With all baths alike: L[ρ_G] = 0 by substitution, and no current between any two levels.
  mutating func equilibrium() -> [Fact] {
    let state =
      hasPotential
      ? "$\\rho \\propto e^{-(H - \(latex(baths[0].chemicalPotential)) N)/\(latex(baths[0].temperature))}$"
      : "$\\rho \\propto e^{-H/\(latex(baths[0].temperature))}$"
    var fact = Fact(
      kind: .equilibrium, given: given,
      statement: "The steady state is the Gibbs state \(state)\(counted).",
      verdict: .proved,
      how:
        "$\\mathcal{D}[\\rho] = 0$ by substitution, bath by bath, with every occupation the function "
        + "of its temperature; $[H, \\rho] = 0$; the steady state is unique",
      conditions: conditions)
    for condition in uniqueness().conditions where !fact.conditions.contains(condition) {
      fact.conditions.append(condition)
    }
    do {
      guard let matrix = try gibbs(baths[0]) else {
        fact.verdict = .undecided
        fact.statement = "Whether the steady state is a Gibbs state is not known."
        fact.how = "there is a chemical potential, but no number that every coupling lowers by one"
        return [fact]
      }
      let values = try context.reservoirs.thermalValues(&context.field)
      let isSteady = baths.indices.allSatisfy { bath in
        vanishes(system.dissipator(bath: bath, on: matrix, field: field), values)
      }
      guard isSteady else {
        fact.verdict = .undecided
        fact.statement =
          "Whether the steady state is the Gibbs state \(state)\(counted) is not known."
        fact.how = "$\\mathcal{D}_i[\\rho]$ is not identically zero for every bath"
        return [fact]
      }
      guard isBalanced(matrix, values) else { return [fact] }
      let balance = Fact(
        kind: .detailedBalance, given: given,
        statement:
          "The steady state is in detailed balance: no bath carries a current between any two "
          + "levels, and there is no coherence.",
        verdict: .proved,
        how:
          "$w_{ij} p_j - w_{ji} p_i = 0$ identically for every bath and pair of levels, with the "
          + "Gibbs populations", conditions: fact.conditions)
      return [fact, balance]
    } catch {
      return [.undecided(.equilibrium, given, because: error)]
    }
  }

  /// w_ij p_j = w_ji p_i for every bath and pair of levels.
  private func isBalanced(_ matrix: OperatorMatrix, _ values: [Int: Fraction]) -> Bool {
    baths.indices.allSatisfy { bath in
      let rates = system.transitionRates(bath: bath)
      return matrix.indexPairs.allSatisfy { i, j in
        let flux = rates[i][j] * matrix[j, j].real - rates[j][i] * matrix[i, i].real
        return flux.substituting(values).map { field.isZero($0) } ?? false
      }
    }
  }

  /// What N counts, in words.
  private var counted: String {
    guard hasPotential, let numbers else { return "" }
    let list = numbers.map(\.description).joined(separator: ", ")
    return
      ", where $N$ counts $\(list)$ in the eigenstates of $H$ in ascending order; every coupling "
      + "lowers it by one, and $[N, H] = 0$"
  }

  // MARK: Passivity

  /// Populations of the Gibbs state fall as the energy rises: p_i/p_{i+1} = e^{g_i} with g_i > 0.
  mutating func passivity() -> Fact {
    let gaps = gibbsGaps
    var fact = Fact(
      kind: .passivity, given: given,
      statement: "The steady state is passive: its populations fall as the energy rises, so its "
        + "ergotropy is zero identically.",
      verdict: .proved,
      how:
        "$p_i/p_{i+1} = e^{g_i}$ with $g = \(gaps.map(latex).joined(separator: ",\\; "))$, which are "
        + "positive throughout the domain", conditions: conditions)
    let extended = extendedField
    let open = gaps.filter { !field.isZero($0) && !extended.isProvablyPositive($0) }
    if open.isEmpty { return fact }
    let search = FactSearch(self, covering: gaps)
    let compiled = open.map { CompiledFraction($0) }
    let found = search.candidates { sample in
      compiled.map { sample.values.value($0) }.min() ?? 0
    }
    for sample in found {
      let point = sample.point.mapValues { Fraction($0) }
      // The exponents are rational functions of the symbols: their signs are exact.
      guard var values = search.enclosed(sample),
        let gap = open.compactMap({ $0.substituting(point)?.constantValue }).first(where: { $0 < 0 }
        ),
        let work = ergotropyBound(&values), work.isPositive
      else { continue }
      fact.verdict = .fails
      fact.statement =
        "The steady state is not passive everywhere: where the chemical potential is high a level is more "
        + "populated than one below it, so work can be drawn."
      fact.how =
        "$p_i/p_{i+1} = e^{g_i}$ with $g = \(gaps.map(latex).joined(separator: ",\\; "))$, of which one is "
        + "$\(gap)$ there, exactly"
      fact.point = assignments(at: sample.point)
      fact.values = [.init(symbol: "\\mathcal{E}", value: work.latex)]
      fact.conditions = []
      return fact
    }
    fact.verdict = .undecided
    fact.statement = "Whether the steady state is passive everywhere is not known."
    fact.how =
      "the sign of $\(open.map(latex).joined(separator: ",\\; "))$ is open; "
      + "positive at \(count(search))"
    return fact
  }

  /// g_i = ((E_{i+1} − E_i) − μ (N_{i+1} − N_i))/T.
  private var gibbsGaps: [Fraction] {
    guard let exponents = exponents(of: baths[0]) else { return [] }
    return zip(exponents.dropFirst(), exponents).map { field.canonical($0 - $1) ?? $0 - $1 }
  }

  /// Σ p_i (E_i − E_π(i)) for the permutation that sorts the populations: what one unitary draws, and the
  /// ergotropy where the order is right.
  private func ergotropyBound(_ values: inout EnclosedPoint) -> Enclosure? {
    var (populations, energies) = ([Enclosure](), [Enclosure]())
    for i in self.energies.indices {
      guard let p = values.value(state[i, i].real), let e = values.value(self.energies[i]) else {
        return nil
      }
      populations.append(p)
      energies.append(e)
    }
    let order = populations.indices.sorted {
      (populations[$1].middle, $0) < (populations[$0].middle, $1)
    }
    var sum = Enclosure.zero
    for (place, i) in order.enumerated() {
      sum = sum + populations[i] * (energies[i] - energies[place])
    }
    return sum
  }

  // MARK: Each bath by itself

  /// γ/Γ = e^{−(ω − μ)/T} at every frequency of every bath.
  func bathDetailedBalance() -> Fact {
    var copy = context
    let open = baths.contains { $0.statistics == nil }
    let energy = hasPotential ? "(\\omega - \\mu)/T" : "\\omega/T"
    var fact = Fact(
      kind: .bathDetailedBalance, given: given,
      statement: "Each bath's rates up and down are in Boltzmann's ratio "
        + "$e^{-\(energy)}$ at each of its frequencies.",
      verdict: .proved,
      how: "emission times $e^{-\(energy)}$ is absorption, identically, with every occupation "
        + "$1/(e^{\(energy)} \\mp 1)$", conditions: conditions)
    do {
      let values = try copy.reservoirs.thermalValues(&copy.field)
      for (bath, components) in zip(baths, system.components) {
        // Of a coupling b + b† both signs of a frequency occur; rates belong to the positive one.
        for part in components where system.positiveFrequencies.contains(part.frequency) {
          let exponent = (part.frequency - bath.chemicalPotential) * bath.temperature.inverse
          let factor = try copy.field.exponential(Scalar(-exponent)).real
          let up = copy.reservoirs.absorption(bath, part.frequency, field: &copy.field)
          let down = copy.reservoirs.emission(bath, part.frequency, field: &copy.field)
          guard !open, let difference = (up - factor * down).substituting(values),
            copy.field.isZero(difference)
          else {
            fact.verdict = .undecided
            fact.how = "the rates have no temperature here"
            return fact
          }
        }
      }
    } catch {
      return .undecided(.bathDetailedBalance, given, because: error)
    }
    return fact
  }

  /// Whether each bath alone would lead to its own Gibbs state: 𝒟_i[e^{−(H − μ_i N)/T_i}] = 0.
  var areBathsThermal: Bool {
    var copy = self
    guard let values = try? copy.context.reservoirs.thermalValues(&copy.context.field) else {
      return false
    }
    for (number, bath) in baths.enumerated() {
      guard let matrix = try? copy.gibbs(bath) else { return false }
      let rate = system.dissipator(bath: number, on: matrix, field: copy.field)
      guard copy.vanishes(rate, values) else { return false }
    }
    return true
  }
}

extension OperatorMatrix {
  /// Every pair i < j.
  fileprivate var indexPairs: [(Int, Int)] {
    (0..<dimension).flatMap { i in (0..<dimension).filter { $0 > i }.map { (i, $0) } }
  }
}
