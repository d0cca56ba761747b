import ExactAlgebra
import LaTeXMath
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

extension Derivation {
  /// The steady state at one point, by three roads: the derived closed form, every printed one that is
  /// complete and applies, and the null space of the numeric Liouvillian.
  ///
  /// - Parameters:
  ///   - at: values of the file's symbols.
  ///   - given: further restrictions, such as `boson`.
  /// - Throws: ``FileError`` where a value is missing or a road fails.
  public func evaluate(
    at: [(symbol: String, value: String)], given: [String]
  ) throws(FileError) -> Evaluation {
    var contexts = try Contexts(self)
    try contexts.validateModel()
    let last = base.document.items.count - 1
    let extra = given.map {
      Scoped(phrase: Phrase(text: $0, offset: 0), section: [], position: last, isAssumption: false)
    }
    var (_, context) = try contexts.context(at: last, in: [], adding: extra)
    var (assignments, values) = try read(at, context)
    try solveSums(&values, context, extra)
    if let bath = base.model.baths.first(where: { $0.statistics ?? context.statistics == nil }) {
      throw context.error(
        "no-statistics", "bath \(bath.name) has no statistics here",
        help: "add --given boson or --given fermion", at: bath.range)
    }
    var point = PointEnvironment(
      base, statistics: context.statistics, values: values.mapValues { Complex($0) },
      like: Complex(0))
    do {
      let numeric = try numericSystem(&point)
      for name in point.zeros { point.set(name, Complex(0)) }
      let steady = try numeric.steadyState()
      let h = numeric.hamiltonian
      let vectors = try context.numericVectors(&point)
      point.eigenvectors = vectors
      let derived = try context.derivedState(&point, vectors)
      var roads = [try road("derived", derived, h, [])]
      roads += try printedRoads(point, context, vectors, h)
      roads.append(try road("numeric", steady.state, h, []))
      if !point.zeros.isEmpty {
        roads[0].notes.append("taken as zero: $\(point.zeros.joined(separator: ", "))$")
      }
      let disagreement =
        zip(derived.entries, steady.state.entries)
        .map { ($0 - $1).magnitude }.max() ?? 0
      return Evaluation(
        derivation: name, given: context.given, at: assignments, roads: roads,
        disagreement: disagreement)
    } catch let error as FileError {
      throw error
    } catch let error as EvaluationError {
      throw context.fileError(error, at: base.model.hamiltonian?.range ?? 0..<0)
    } catch let error as NumericNameError {
      throw context.error("no-value", error.message, help: error.help, at: 0..<0)
    } catch {
      throw context.error(
        "no-number", "the point cannot be evaluated: \(error)", at: 0..<0)
    }
  }

  /// The values given, in the order of declaration; unknown names are errors.
  private func read(
    _ at: [(symbol: String, value: String)], _ context: Context
  ) throws(FileError) -> ([Witness.Assignment], [String: Double]) {
    var values: [String: Double] = [:]
    var texts: [String: String] = [:]
    for (symbol, text) in at {
      guard let formula = try? LaTeXReader.formula(in: symbol), let name = formula.parameterName,
        base.notation.lookup(name, at: base.document.items.count, in: []) != nil
      else {
        let near = Suggestion.nearest(
          to: symbol, among: base.notation.keys(at: base.document.items.count))
        throw context.error(
          "undeclared-symbol", "--at gives a value to '\(symbol)', which the file does not declare",
          help: near.map { "did you mean '\($0)'?" } ?? "", at: 0..<0)
      }
      guard let value = Rational(text)?.doubleValue ?? Double(text), value.isFinite else {
        throw context.error(
          "not-a-number", "'\(text)' is not a number", help: "write --at '\(symbol)=1.5'", at: 0..<0
        )
      }
      if let index = base.notation.lookup(name, at: base.document.items.count, in: []),
        case .symbol(.real(let domain)) = base.notation.declarations[index].kind,
        let exact = Rational(text), !domain.contains(exact)
      {
        throw context.error(
          "outside-domain", "\(name) = \(text) is outside the domain that the file declares",
          at: base.notation.declarations[index].range)
      }
      values[name] = value
      texts[name] = text
    }
    let order = base.notation.declarations.map(\.key)
    let assignments = values.keys.sorted {
      (order.firstIndex(of: $0) ?? 0, $0) < (order.firstIndex(of: $1) ?? 0, $1)
    }.map { Witness.Assignment(symbol: $0, value: texts[$0] ?? "") }
    return (assignments, values)
  }

  /// Where a sum or difference of symbols is given a value, such as `\Delta T`, the symbols' values that
  /// follow.
  private func solveSums(
    _ values: inout [String: Double], _ context: Context, _ extra: [Scoped]
  ) throws(FileError) {
    let end = base.document.items.count
    let subjects = values.keys.sorted().compactMap { name -> PlacedFormula? in
      guard let formula = try? LaTeXReader.formula(in: name) else { return nil }
      let subject = PlacedFormula(formula: formula, latex: name, position: end, section: [])
      return Settings.isLinear(subject, in: context) ? subject : nil
    }
    let isSum = subjects.contains { subject in
      guard let index = base.notation.lookup(subject.latex, at: end, in: []),
        case .define = base.notation.declarations[index].kind
      else { return false }
      return true
    }
    guard isSum else { return }
    let settings = try Settings(
      subjects, restrictions: restrictions(at: end, in: []) + extra, in: context)
    let given = subjects.map { Complex(values[$0.latex] ?? 0) }
    for (symbol, value) in settings.values(given, like: Complex(0)) { values[symbol] = value.re }
  }

  /// The model as plain numbers: nothing of the symbolic road is used.
  private func numericSystem(
    _ point: inout PointEnvironment<Complex>
  ) throws -> NumericOpenSystem {
    guard let declared = base.model.hamiltonian else {
      throw NumericNameError.notNumeric("a model without a Hamiltonian")
    }
    let h = ComplexMatrix(
      try point.matrix(declared.formula, at: declared.position, in: declared.section).rows)
    var baths: [NumericBath] = []
    for bath in base.model.baths {
      let section = base.document.items[bath.position].section
      let strength = try point.value(bath.strength, bath).re
      baths.append(
        NumericBath(
          coupling: ComplexMatrix(
            try point.matrix(bath.coupling, at: bath.position, in: section).rows),
          statistics: (bath.statistics ?? point.statistics) == .fermion ? .fermion : .boson,
          occupation: .thermal(
            temperature: try point.value(bath.temperature, bath).re,
            chemicalPotential: try point.chemicalPotential(bath).re),
          strength: bath.isDecayRate ? .decayRate(strength) : .spectralDensity(strength)))
    }
    var jumps: [NumericJump] = []
    for jump in base.model.jumps {
      let section = base.document.items[jump.position].section
      jumps.append(
        NumericJump(
          jumpOperator: ComplexMatrix(
            try point.matrix(jump.jumpOperator, at: jump.position, in: section).rows),
          rate: try point.number(jump.rate, at: jump.position, in: section).re))
    }
    return try NumericOpenSystem(
      hamiltonian: h, baths: baths, jumps: jumps,
      secular: base.model.approximations.contains { $0.text == "secular" })
  }

  private func road(
    _ name: String, _ state: ComplexMatrix, _ h: ComplexMatrix, _ notes: [String]
  ) throws -> Evaluation.Road {
    var notes = notes
    let trace = state.trace
    if (trace - Complex(1)).magnitude > 1e-9 { notes.append("the trace is \(trace.re), not 1") }
    let hermitian = (state + state.adjoint).scaled(by: 0.5)
    let values = try OpenSystems.eigenvalues(of: hermitian)
    if let least = values.first, least < -1e-12 {
      notes.append("not a state: its least eigenvalue is \(least)")
    }
    return Evaluation.Road(
      name: name, basis: base.space.labels,
      rho: (0..<state.rows).map { i in
        (0..<state.columns).map { [state[i, $0].re, state[i, $0].im] }
      },
      eigenvalues: values.reversed(),
      internalEnergy: internalEnergy(state: hermitian, hamiltonian: h),
      passiveEnergy: try passiveEnergy(state: hermitian, hamiltonian: h),
      ergotropy: try ergotropy(state: hermitian, hamiltonian: h), notes: notes)
  }

  // MARK: Printed formulas

  /// Every printed steady state whose restrictions hold here and whose populations are printed, all or
  /// all but one, which tr ρ = 1 then gives.
  private func printedRoads(
    _ point: PointEnvironment<Complex>, _ context: Context, _ vectors: [[Complex]],
    _ h: ComplexMatrix
  ) throws -> [Evaluation.Road] {
    let n = base.space.dimension
    var roads: [Evaluation.Road] = []
    for printed in printedStates {
      guard
        var here = printed.applied(
          to: point,
          equal: {
            ($0 - $1).magnitude <= 1e-9 * max(1, $0.magnitude)
          }),
        let elements = printed.completed(printed.values(&here), here)
      else { continue }
      let kets = try printed.kets(&here, eigenvectors: vectors)
      let matrix = elements.matrix(n, like: here.seed)
      var state = ComplexMatrix.zero(rows: n, columns: n)
      for i in 0..<n {
        for j in 0..<n {
          state += matrix[i][j] * ComplexMatrix(NumericMatrix(outer: kets[i], kets[j]).rows)
        }
      }
      guard state.isFinite else { continue }
      let name = "printed (\(printed.equations.joined(separator: ", ")))"
      roads.append(try road(name, state, h, elements.notes))
    }
    return roads
  }
}

extension NumericNameError {
  var message: String {
    switch self {
    case .noValue(let name): "no value was given for '\(name)'"
    case .notNumeric(let what): "no number can be given for \(what)"
    }
  }

  var help: String {
    switch self {
    case .noValue(let name): "add it: --at '\(name)=1'"
    case .notNumeric: ""
    }
  }
}
