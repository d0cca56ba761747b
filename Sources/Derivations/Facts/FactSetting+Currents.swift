import ExactAlgebra
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

extension FactSetting {
  /// Σ_i tr(H 𝒟_i[ρ]) = tr(H L[ρ]) for every ρ, which is zero in the steady state; the same for N.
  func firstLaw() -> Fact {
    let names = baths.indices.map(energyName).joined(separator: " + ")
    var fact = Fact(
      kind: .firstLaw, given: given,
      statement: "Energy is conserved: $\(names) = 0$ in the steady state"
        + (numbers == nil || !hasPotential
          ? "."
          : ", and so is the number $N$ that the couplings exchange; so heat and the work of the chemical "
            + "potentials add up to zero."),
      verdict: .proved,
      how: "$\\sum_i \\mathrm{tr}(H \\mathcal{D}_i[\\rho]) - \\mathrm{tr}(H L[\\rho]) = 0$ "
        + "identically, for every $\\rho$ of the steady state's form, and $L[\\rho] = 0$",
      conditions: conditions)
    let rate = system.generator(on: state, field: field)
    func isConserved(_ diagonal: [Fraction], _ flows: [Fraction]) -> Bool {
      let change = diagonal.indices.reduce(Scalar.zero) {
        $0 + Scalar(diagonal[$1]) * rate[$1, $1]
      }
      return field.isZero(Scalar(flows.reduce(Fraction(0)) { $0 + $1 }) - change)
    }
    let counted = numbers.map { $0.map { Fraction($0) } }
    guard system.jumps.isEmpty, isConserved(energies, flows.map(\.energy)),
      counted.map({ isConserved($0, flows.map(\.number)) }) ?? true
    else {
      fact.verdict = .undecided
      fact.statement = "The baths' energy currents need not add up to zero."
      fact.how = "jumps exchange energy with something that is not part of the model"
      return fact
    }
    return fact
  }

  // MARK: Out of equilibrium

  /// What keeps the state out of equilibrium.
  private var cause: String {
    if !system.jumps.isEmpty { return " where jumps drive it" }
    return baths.count > 1 ? " where the baths differ" : ""
  }

  /// A current between two levels; `nil` where there is none to be found.
  func lackOfDetailedBalance(_ search: FactSearch) -> Fact? {
    let n = context.dimension
    for bath in baths.indices {
      let rates = system.transitionRates(bath: bath)
      for i in 0..<n {
        for j in (i + 1)..<max(n, i + 1) where !rates[i][j].isZero || !rates[j][i].isZero {
          let raw = rates[i][j] * state[j, j].real - rates[j][i] * state[i, i].real
          let flux = field.canonical(raw) ?? raw
          let compiled = CompiledFraction(flux)
          let found = search.candidates { -abs($0.values.value(compiled)) }
          for sample in found.prefix(2) {
            guard var point = search.enclosed(sample), let value = point.value(flux),
              !value.containsZero
            else { continue }
            return Fact(
              kind: .detailedBalance, given: given,
              statement: "The steady state is not in detailed balance\(cause): bath "
                + "\(baths[bath].name) carries a current between the levels \(i + 1) and \(j + 1) of "
                + "$H$.",
              verdict: .fails,
              how: "$w_{ij} p_j - w_{ji} p_i$ is not zero between certain bounds",
              point: assignments(at: sample.point),
              values: [
                .init(
                  symbol: "w_{\(i + 1)\(j + 1)} p_{\(j + 1)} - w_{\(j + 1)\(i + 1)} p_{\(i + 1)}",
                  value: value.latex)
              ])
          }
        }
      }
    }
    return nil
  }

  /// Two baths of different temperatures.
  var mayHaveHeatFlow: Bool {
    baths.count == 2 && system.jumps.isEmpty && !haveEqualTemperatures && hasHeat
  }

  /// Heat is known apart from work: what the potentials count exists, or there are none.
  private var hasHeat: Bool {
    !energies.isEmpty
      && (numbers != nil || baths.allSatisfy { field.isZero($0.chemicalPotential) })
  }

  /// Heat flows from the hotter bath into the colder one.
  func heatFlow(_ search: FactSearch) -> Fact {
    let (first, second) = (baths[0], baths[1])
    let (a, b) = (latex(first.temperature), latex(second.temperature))
    var fact = Fact(
      kind: .heatFlow, given: given,
      statement:
        "Heat flows from the hotter bath to the colder one: $\(heatName(0))$ has the sign of "
        + "$\(a) - \(b)$.",
      verdict: .proved, how: "", conditions: conditions)
    if let how = heatFlowByCoefficients {
      fact.how = how
      return fact
    }
    if hasSecondLawByForm {
      fact.statement =
        "Heat never flows from the colder bath to the hotter one: $\(heatName(0))$ is zero or has the "
        + "sign of $\(a) - \(b)$."
      fact.how =
        "by the second law, $\(heatName(0))(1/\(b) - 1/\(a)) \\geq 0$, as "
        + "$\(heatName(0)) + \(heatName(1)) = 0$"
      return fact
    }
    let heat = flows[0].heat
    let difference = first.temperature - second.temperature
    let compiled = [heat, flows[1].heat, difference].map { CompiledFraction($0) }
    let found = search.candidates { sample in
      let values = compiled.map { sample.values.value($0) }
      return values[0] * values[2] / max(0.01, abs(values[0]) + abs(values[1])) / 100
    }
    for sample in found {
      guard var point = search.enclosed(sample), let flow = point.value(heat),
        let step = point.value(difference), (flow * step).isNegative
      else { continue }
      fact.verdict = .fails
      fact.statement =
        "Heat need not flow from the hotter bath to the colder one: at a point of the domain "
        + "$\(heatName(0))$ has the sign of $\(b) - \(a)$."
      fact.how = "the current's sign is certain between bounds; \(count(search)) were looked at"
      fact.point = assignments(at: sample.point)
      fact.values = [.init(symbol: heatName(0), value: flow.latex)]
      fact.conditions = []
      return fact
    }
    fact.verdict = .undecided
    fact.statement =
      "Whether heat always flows from the hotter bath to the colder one is not known."
    fact.how = "no current against it at \(count(search))"
    return fact
  }

  /// The sign of the heat current with the hotter bath's occupations n′ = n + d, d > 0, both ways.
  private var heatFlowByCoefficients: String? {
    guard !system.hasCrossFrequencyTerms,
      hasOrderedSign(flows[0].heat, isMonotone: { isPositive($0) })
    else { return nil }
    return
      "the hotter bath has the larger occupations, $n + d$ with $d > 0$: then the current in closed "
      + "form is a quotient of polynomials with coefficients of one sign"
  }

  /// Whether a current from the first of two baths has the sign of n₁ − n₂ where all of the first's
  /// occupations are the larger ones, or all the smaller ones: by positive coefficients.
  ///
  /// - Parameter isMonotone: whether occupations of fermions at an exponent rise with what the baths differ
  ///   in.
  private func hasOrderedSign(_ flow: Fraction, isMonotone: (Fraction) -> Bool) -> Bool {
    var copy = context
    guard baths.count == 2, let solution = try? copy.solution(),
      let value = flow.substituting(solution)
    else { return false }
    let frequencies = system.components.map { $0.map(\.frequency) }
    guard Set(frequencies[0]) == Set(frequencies[1]) else { return false }
    for isFirstLarger in [true, false] {
      var coordinates = PositiveCoordinates(extendedField)
      for frequency in frequencies[0] {
        let occupations = baths.map { bath in
          copy.reservoirs.occupation(bath, frequency, field: &copy.field).variables.first
        }
        guard let x = occupations[0], let y = occupations[1], x != y, let function = thermal[x],
          thermal[y]?.isBoson == function.isBoson
        else { return false }
        let (large, small) = isFirstLarger ? (x, y) : (y, x)
        if function.isBoson {
          coordinates.replace(large, by: .variable(small) + coordinates.positive())
        } else {
          // n = 1/(r + 1) with r = e^{(ω − μ)/T}, smaller where n is larger.
          guard isMonotone(function.exponent) else { return false }
          let (r, d) = (coordinates.positive(), coordinates.positive())
          coordinates.replace(large, by: (r + Fraction(1)).inverse)
          coordinates.replace(small, by: (r + d + Fraction(1)).inverse)
        }
      }
      guard coordinates.sign(of: value) == (isFirstLarger ? 1 : -1) else { return false }
    }
    return true
  }

  // MARK: The second law

  /// Every bath's dissipator has Lindblad's form and leaves the bath's own Gibbs state alone.
  private var hasSecondLawByForm: Bool { hasHeat && hasLindbladForm && areBathsThermal }

  /// −Σ Q̇_i/T_i ≥ 0; `nil` where jumps exchange heat at no temperature.
  func secondLaw(_ search: FactSearch) -> Fact? {
    guard system.jumps.isEmpty, hasHeat else { return nil }
    let terms = baths.indices.map { "\(heatName($0))/\(latex(baths[$0].temperature))" }
    let sum = "-" + terms.joined(separator: " - ")
    var fact = Fact(
      kind: .secondLaw, given: given,
      statement: "The baths' entropy does not fall: $\(sum) \\geq 0$.", verdict: .proved, how: "",
      conditions: conditions)
    if hasSecondLawByForm {
      fact.how =
        "each bath's dissipator has Lindblad's form, and "
        + "$\\mathcal{D}_i[e^{-\(hasPotential ? "(H - \\mu_i N)" : "H")/T_i}] = 0$ by substitution; then the "
        + "relative entropy to that state falls (Spohn 1978), which summed over the baths is the second law"
      return fact
    }
    let production = zip(baths, flows).reduce(Fraction(0)) { sum, entry in
      sum - entry.1.heat * entry.0.temperature.inverse
    }
    let compiled = zip(baths, flows).map { bath, flow in
      CompiledFraction(flow.heat * bath.temperature.inverse)
    }
    let found = search.candidates { sample in
      let parts = compiled.map { sample.values.value($0) }
      let scale = parts.reduce(0) { $0 + abs($1) }
      return -parts.reduce(0, +) / max(scale, 0.01) / 100
    }
    for sample in found {
      guard var point = search.enclosed(sample), let value = point.value(production),
        value.isNegative
      else { continue }
      fact.verdict = .fails
      fact.statement =
        "The second law does not hold everywhere: at a point of the domain $\(sum) < 0$."
      fact.how = "the sign is certain between bounds; \(count(search)) were looked at"
      fact.point = assignments(at: sample.point)
      fact.values = baths.indices.compactMap { bath in
        point.value(flows[bath].heat).map { .init(symbol: heatName(bath), value: $0.latex) }
      }
      fact.values.append(.init(symbol: sum, value: value.latex))
      fact.conditions = []
      return fact
    }
    // With one temperature −Σ Q̇_i = (μ₁ − μ₂) İ₁, and the larger potential makes the larger occupations.
    if found.isEmpty, numbers != nil, baths.count == 2, haveEqualTemperatures,
      hasOrderedSign(flows[0].number, isMonotone: { _ in true })
    {
      fact.how =
        "with one temperature it is $(\\mu_1 - \\mu_2) \\dot{N}_1 / T$; the bath of the larger potential has "
        + "the larger occupations, $n + d$ with $d > 0$, and then the current of particles in closed form is "
        + "a quotient of polynomials with coefficients of one sign"
      return fact
    }
    fact.verdict = .undecided
    fact.statement = "Whether the baths' entropy never falls, $\(sum) \\geq 0$, is not known."
    fact.how = "it does not fall at \(count(search))"
    return fact
  }
}
