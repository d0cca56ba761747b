import Checking
import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

extension LineChecker {
  /// An equality: first with every element of the state and every occupation as an independent
  /// quantity, then with what the model makes of them.
  ///
  /// - Parameter seeksWitness: otherwise what is not proved may come back undecided.
  func equality(
    _ line: PrintedLine, _ sides: LineSides, _ context: inout Context, seeksWitness: Bool
  ) -> Judgement {
    let strays = sides.strays.compactMap { context.strays[$0.name] }
    let comparison = Comparison(printed: sides.printed, derived: sides.derived, strays: strays)
    var result: Judgement
    do {
      // What undeclared symbols may stand for is asked where both sides are compared whole.
      result =
        seeksWitness || !strays.isEmpty
        ? try decide(comparison, sides, &context)
        : Judgement(verdict: try isProved(comparison, sides, &context) ? .proved : .undecided)
    } catch {
      return Judgement(verdict: .undecided, notes: ["the steady state: \(error.message)"])
    }
    if result.verdict == .proved {
      result.conditions = context.metConditions(sides)
    }
    for (name, range) in sides.strays {
      let near = Suggestion.nearest(
        to: name, among: derivation.base.notation.keys(at: line.position))
      result.notes.append(
        "undeclared symbol $\(name)$, taken as a free number"
          + (near.map { "; did you mean $\($0)$?" } ?? ""))
      result.undeclared.append(
        derivation.base.document.source.diagnostic(
          "undeclared-symbol", "undeclared symbol '\(name)'",
          help: (near.map { "did you mean '\($0)'? Else declare" } ?? "declare")
            + " it with symbol, let or means", at: range))
    }
    return result
  }

  private func decide(
    _ comparison: Comparison, _ sides: LineSides, _ context: inout Context
  ) throws(EvaluationError) -> Judgement {
    let states = try context.stateGenerators()
    // What roots are made of counts too.
    let used = Set(
      context.field.closure(of: (sides.printed + sides.derived).flatMap(\.variables)))
    let isExplicit = context.isThermal(used)
    let any = try context.anyStateCompletion()
    let thermal: [Int: Fraction]
    do {
      thermal = try context.thermalValues(for: used)
    } catch {
      // Occupations that have no closed form together can still be chosen to differ.
      guard !isExplicit, used.isDisjoint(with: states),
        let relations = context.reservoirs.relations(among: used, context.field)
      else { throw error }
      let occupations = Completion.occupations(relations)
      let finding = comparison.decide(
        in: context.field, completion: any.map { occupations.then($0) } ?? occupations)
      if case .undecided = finding { throw error }
      return judgement(finding, comparison, sides, context)
    }
    if used.isDisjoint(with: states) {
      let closed =
        thermal.isEmpty ? comparison : try context.substituting(thermal, in: comparison)
      if !isExplicit, !closed.isIdentity(in: context.field),
        let occupations = context.occupations(among: used)
      {
        let completion = any.map { occupations.then($0) } ?? occupations
        let finding = comparison.decide(in: context.field, completion: completion)
        if case .different = finding { return judgement(finding, closed, sides, context) }
      }
      return judgement(closed, sides, any, context)
    }
    // First as an identity between the elements of any such state.
    if comparison.isIdentity(in: context.field) { return Judgement(verdict: .proved) }
    // A constant may be what the model makes of the elements: asked at points, where it is cheap.
    func completion() throws(EvaluationError) -> Completion {
      let equations = try context.equations()
      var completion = Completion.steadyState(equations)
      if let any { completion = completion.then(any) }
      if !isExplicit, let first = context.occupations(among: used.union(equations.parameters)) {
        return first.then(completion)
      }
      return thermal.isEmpty ? completion : Completion.thermal(thermal).then(completion)
    }
    if !comparison.strays.isEmpty,
      let reason = comparison.undeclaredReason(in: context.field, completion: try completion())
    {
      var result = Judgement(verdict: .undecided, notes: [reason])
      result.derived = { [context] in context.shown(comparison.derived, sides) }
      return result
    }
    var steady: Completion?
    if !isExplicit {
      steady = try completion()
      // Where a point in general position agrees, the closed form is worth its cost.
      if context.agree(comparison) == false,
        case .different(let witness) = comparison.decide(in: context.field, completion: steady)
      {
        return try refuted(witness, sides, context)
      }
    }
    var closed = try context.substituting(context.solution(), in: comparison)
    if closed.isIdentity(in: context.field) { return Judgement(verdict: .proved) }
    if !thermal.isEmpty { closed = try context.substituting(thermal, in: closed) }
    if let steady, !closed.isIdentity(in: context.field),
      case .different(let witness) = comparison.decide(in: context.field, completion: steady)
    {
      return try refuted(witness, sides, context)
    }
    return judgement(closed, sides, any, context)
  }

  /// Whether an equality between declared quantities is proved: an identity as it stands, or with what the
  /// model makes of the elements and occupations.
  private func isProved(
    _ comparison: Comparison, _ sides: LineSides, _ context: inout Context
  ) throws(EvaluationError) -> Bool {
    let used = Set(
      context.field.closure(of: (sides.printed + sides.derived).flatMap(\.variables)))
    guard let thermal = try? context.thermalValues(for: used) else {
      return try decide(comparison, sides, &context).verdict == .proved
    }
    var closed = comparison
    if try !context.stateGenerators().isDisjoint(with: used) {
      if comparison.isIdentity(in: context.field) { return true }
      // Where a point in general position disagrees, the closed form would.
      if !context.isThermal(used), context.agree(comparison) == false { return false }
      closed = try context.substituting(context.solution(), in: comparison)
      if closed.isIdentity(in: context.field) { return true }
    }
    if !thermal.isEmpty { closed = try context.substituting(thermal, in: closed) }
    return closed.isIdentity(in: context.field)
  }

  private func judgement(
    _ comparison: Comparison, _ sides: LineSides, _ completion: Completion?, _ context: Context
  ) -> Judgement {
    let finding = comparison.decide(in: context.field, completion: completion)
    return judgement(finding, comparison, sides, context)
  }

  private func judgement(
    _ finding: Comparison.Finding, _ comparison: Comparison, _ sides: LineSides, _ context: Context
  ) -> Judgement {
    switch finding {
    case .equal: return Judgement(verdict: .proved)
    case .undecided(let reason):
      var result = Judgement(verdict: .undecided, notes: [reason])
      result.derived = { context.shown(comparison.derived, sides) }
      return result
    case .different(let witness):
      var result = Judgement(verdict: .refuted)
      result.derived = { context.shown(comparison.derived, sides) }
      result.witness = context.witness(witness)
      if !sides.labels[witness.entry].isEmpty {
        result.notes.append("the values are \(sides.labels[witness.entry])")
      }
      return result
    }
  }

  private func refuted(
    _ witness: ExactWitness, _ sides: LineSides, _ context: Context
  ) throws(EvaluationError) -> Judgement {
    var context = context
    var result = Judgement(verdict: .refuted)
    result.witness = context.witness(witness)
    if !sides.labels[witness.entry].isEmpty {
      result.notes.append("the values are \(sides.labels[witness.entry])")
    }
    let states = try context.stateGenerators()
    // In terms of the state's elements if the line is printed so, else in closed form.
    let speaksOfElements = sides.printed.contains { !states.isDisjoint(with: $0.variables) }
    result.derived = { [context] in
      if speaksOfElements { return context.shown(sides.derived, sides) }
      var context = context
      let comparison = Comparison(printed: sides.derived, derived: sides.derived)
      let closed = try? context.substituting(context.solution(), in: comparison)
      return closed.flatMap { context.shown($0.derived, sides) }
    }
    return result
  }
}

extension Context {
  /// The generators that stand for elements of a state, in this context.
  mutating func stateGenerators() throws(EvaluationError) -> Set<Int> {
    guard let generic = genericCache else { return [] }
    return Set(generic.unknowns.map(\.generator))
  }

  /// Rates, occupations and elements of the state.
  var reservoirGenerators: Set<Int> {
    reservoirs.generators.union(genericCache?.unknowns.map(\.generator) ?? [])
  }

  /// The extension of points to any state: by its elements, or by its eigenvalues where named.
  mutating func anyStateCompletion() throws(EvaluationError) -> Completion? {
    if let spectralCache { return .spectralStates(spectralCache) }
    return anyCache.map { .anyState($0) }
  }

  /// Values of the occupations by temperature, where a line brings in exponentials, temperatures or
  /// chemical potentials, or where the occupations depend on each other.
  mutating func thermalValues(for used: Set<Int>) throws(EvaluationError) -> [Int: Fraction] {
    guard !reservoirs.occupations.isDisjoint(with: used) || genericCache != nil else { return [:] }
    guard isThermal(used) || !areOccupationsIndependent() else { return [:] }
    do {
      return try thermalValues()
    } catch {
      throw .field(error)
    }
  }

  /// Values by temperature of all occupations.
  mutating func thermalValues() throws(FieldError) -> [Int: Fraction] {
    let count = reservoirs.count
    if let known = thermalCache, known.count == count { return known.values }
    let values = try reservoirs.thermalValues(&field)
    thermalCache = (count, values)
    return values
  }

  private mutating func areOccupationsIndependent() -> Bool {
    let count = reservoirs.count
    if let known = independence, known.count == count { return known.holds }
    let holds = reservoirs.areIndependent(field)
    independence = (count, holds)
    return holds
  }

  /// The choice of occupations that can occur together, where not any do.
  mutating func occupations(among generators: Set<Int>) -> Completion? {
    let key = RelationsKey(
      generators: reservoirs.related(generators, field), assumptions: field.assumptions.count)
    if let known = occupationRelations[key] { return known }
    let relations = reservoirs.relations(among: generators, field)
    let completion = relations.flatMap { $0.isTrivial ? nil : Completion.occupations($0) }
    occupationRelations[key] = .some(completion)
    return completion
  }

  /// Whether both sides agree at a point in general position modulo a prime, with the steady state there: a
  /// quick sign, not a proof. `nil` if no such point was found.
  mutating func agree(_ comparison: Comparison) -> Bool? {
    // What every point needs is kept for the next comparison.
    _ = try? thermalValues()
    if genericCache != nil { _ = try? equations() }
    for seed in UInt64(1)...4 {
      var residues = FormulaResidues(self, at: position, in: section, seed: seed)
      if let printed = residues.residues(comparison.printed),
        let derived = residues.residues(comparison.derived)
      {
        return printed == derived
      }
    }
    return nil
  }

  /// Exponentials, temperatures or chemical potentials occur, or occupations that do not take any value.
  func isThermal(_ used: Set<Int>) -> Bool {
    !reservoirs.thermalParameters.isDisjoint(with: used) || areOccupationsBounded(used)
      || used.contains { index in
        if case .exponential = field.generators[index].kind { return true }
        return false
      }
  }

  /// Whether what is declared, given or assumed of temperatures, chemical potentials and frequencies bounds what
  /// occupations can be together, beyond being some.
  private func areOccupationsBounded(_ used: Set<Int>) -> Bool {
    let arguments = reservoirs.arguments(of: used)
    if arguments.isEmpty { return false }
    let thermal = reservoirs.thermalParameters
    let bounds = field.assumptions.filter { assumption in
      !assumption.latex.isEmpty && !reservoirs.assumptions.contains(assumption)
        && assumption.positive.variables.contains(where: thermal.contains)
    }
    func isBounded(_ symbol: Int) -> Bool {
      if case .interval = field.generators[symbol].domain { return true }
      return bounds.contains { $0.positive.variables.contains(symbol) }
    }
    func mayBeBounded(_ symbol: Int) -> Bool {
      field.determined[symbol] != nil || isBounded(symbol)
    }
    // Where temperature and energy have nothing in common, their ratio is no constant.
    guard
      arguments.contains(where: { temperature, energy in
        temperature.isEmpty && energy.isEmpty || !temperature.isDisjoint(with: energy)
          || temperature.union(energy).contains(where: mayBeBounded)
      })
    else { return false }
    let symbols = reservoirs.exponents.filter { used.contains($0.occupation) }
      .compactMap { field.canonical($0.exponent)?.variables }
    if symbols.contains(where: \.isEmpty) { return true }
    let bounded = Set(symbols.joined().filter(isBounded))
    return !bounded.isEmpty && !SamplePoints.haveOwnSymbols(symbols, besides: bounded)
  }

  /// Whether anything is given or assumed, beyond what the model needs, of what occupations depend on.
  var areOccupationsRestricted: Bool {
    let symbols = field.dependencies(of: reservoirs.exponents.flatMap(\.exponent.variables))
    let assumed = field.conditions.contains { condition in
      !condition.latex.isEmpty && !reservoirs.assumptions.contains(condition)
        && !symbols.isDisjoint(with: field.dependencies(of: condition.positive.variables))
    }
    return assumed
      || symbols.contains { symbol in
        if case .interval = field.generators[symbol].domain { return true }
        return field.determined[symbol] != nil
      }
  }

  /// The comparison with the closed form of the steady state, and occupations by temperature where
  /// they depend on each other.
  mutating func closed(
    _ sides: LineSides, _ comparison: Comparison? = nil
  ) throws(EvaluationError) -> Comparison {
    var result = comparison ?? Comparison(printed: sides.printed, derived: sides.derived)
    let used = Set(field.closure(of: (result.printed + result.derived).flatMap(\.variables)))
    let thermal = try thermalValues(for: used)
    if try !stateGenerators().isDisjoint(with: used) {
      result = try substituting(solution(), in: result)
    }
    return thermal.isEmpty ? result : try substituting(thermal, in: result)
  }

  /// Whether rates, occupations and elements take values independently of each other and of all else:
  /// none of a state, and one occupation at most, its temperature not among them.
  func areUnrelated(_ used: Set<Int>) -> Bool {
    let elements = [genericCache, anyCache].compactMap(\.?.unknowns).flatMap { $0 }.map(\.generator)
    let spectral =
      spectralCache.map {
        $0.values + $0.overlaps.flatMap { $0 }.flatMap { [$0.real, $0.imaginary] }
      }
      ?? []
    let rates = reservoirs.generators.intersection(used)
    return used.isDisjoint(with: elements) && used.isDisjoint(with: spectral)
      && (rates.isEmpty || (rates.count == 1 && !isThermal(used)))
  }

  /// Values, and those of the roots whose radicands they change.
  private mutating func withDependentRoots(
    _ values: [Int: Fraction], in used: Set<Int>
  ) throws(EvaluationError) -> [Int: Fraction] {
    var result = values
    for index in field.closure(of: used.sorted()) where result[index] == nil {
      switch field.generators[index].kind {
      case .root(let radicand) where radicand.variables.contains(where: { result[$0] != nil }):
        guard let value = Fraction(radicand).substituting(result) else { throw .divisionByZero }
        do {
          result[index] = try field.squareRoot(value)
        } catch {
          throw .field(error)
        }
      case .exponential(let exponent)
      where exponent.variables.contains(where: { result[$0] != nil }):
        throw .unsupported("an exponential of an element of the state or of an occupation")
      default: continue
      }
    }
    return result
  }

  /// The comparison with generators replaced by their values.
  mutating func substituting(
    _ values: [Int: Fraction], in comparison: Comparison
  ) throws(EvaluationError) -> Comparison {
    let values = try withDependentRoots(
      values, in: Set((comparison.printed + comparison.derived).flatMap(\.variables)))
    func replaced(_ scalars: [Scalar]) throws(EvaluationError) -> [Scalar] {
      try scalars.map { scalar throws(EvaluationError) in
        guard let value = scalar.substituting(values) else { throw .divisionByZero }
        return try normal(value)
      }
    }
    return Comparison(
      printed: try replaced(comparison.printed), derived: try replaced(comparison.derived),
      strays: comparison.strays)
  }
}
