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
    let (assignments, values) = try read(at, context)
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
      guard let formula = try? LaTeXReader.formula(in: symbol), let name = formula.name,
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

  /// Printed elements of the steady state under one set of restrictions, in one basis.
  private struct PrintedState {
    var restrictions: [Scoped]
    var basis: Meaning.Basis
    var equations: [String] = []
    /// The first line that prints each element.
    var lines: [[Int]: PrintedLine] = [:]
  }

  private var printedStates: [PrintedState] {
    var states: [PrintedState] = []
    for line in lines where line.problem == nil {
      guard let (key, _) = line.left.declarationKey, line.right != nil,
        let index = base.notation.lookup(key, at: line.position, in: line.section),
        case .meaning(.steadyElement(let basis, let i, let j), _) =
          base.notation.declarations[index].kind
      else { continue }
      let restrictions = restrictions(at: line.position, in: line.section)
      let known = states.firstIndex { state in
        state.basis == basis && state.restrictions.map(\.phrase) == restrictions.map(\.phrase)
      }
      let number = known ?? states.count
      if known == nil { states.append(PrintedState(restrictions: restrictions, basis: basis)) }
      if states[number].lines[[i - 1, j - 1]] == nil {
        states[number].lines[[i - 1, j - 1]] = line
        if states[number].equations.last != line.equation {
          states[number].equations.append(line.equation)
        }
      }
    }
    return states
  }

  /// Every printed steady state whose restrictions hold here and whose populations are printed, all or
  /// all but one, which tr ρ = 1 then gives.
  private func printedRoads(
    _ point: PointEnvironment<Complex>, _ context: Context, _ vectors: [[Complex]],
    _ h: ComplexMatrix
  ) throws -> [Evaluation.Road] {
    let n = base.space.dimension
    var roads: [Evaluation.Road] = []
    for printed in printedStates {
      guard var here = applied(printed.restrictions, point) else { continue }
      var elements: [[Int]: Complex] = [:]
      for (place, line) in printed.lines {
        guard let right = line.right else { continue }
        elements[place] = try? here.number(right, at: line.position, in: line.section)
      }
      var notes: [String] = []
      let missing = (0..<n).filter { elements[[$0, $0]] == nil }
      // A population that is printed but has no number here cannot be made up for.
      guard missing.count <= 1, missing.allSatisfy({ printed.lines[[$0, $0]] == nil }) else {
        continue
      }
      if let last = missing.first {
        let others = (0..<n).compactMap { elements[[$0, $0]] }.reduce(Complex(0)) { $0 + $1 }
        elements[[last, last]] = Complex(1) - others
        notes.append("population \(last + 1) is not printed: taken from $\\mathrm{tr} \\rho = 1$")
      }
      var kets = vectors
      if case .product(let labels) = printed.basis {
        kets = try labels.map { try here.vector(named: $0) }
      }
      var state = ComplexMatrix.zero(rows: n, columns: n)
      for i in 0..<n {
        for j in 0..<n {
          let value = elements[[i, j]] ?? elements[[j, i]]?.conjugate ?? Complex(0)
          let outer = ComplexMatrix(kets[i].map { a in kets[j].map { a * $0.conjugate } })
          state += value * outer
        }
      }
      guard state.isFinite else { continue }
      let name = "printed (\(printed.equations.joined(separator: ", ")))"
      roads.append(try road(name, state, h, notes))
    }
    return roads
  }

  /// The point with what a section's restrictions add to it, or `nil` if they do not hold there.
  private func applied(
    _ restrictions: [Scoped], _ point: PointEnvironment<Complex>
  ) -> PointEnvironment<Complex>? {
    var point = point
    for restriction in restrictions where !restriction.isAssumption {
      let text = restriction.phrase.text
      if let kind = Statistics(rawValue: text) {
        guard kind == point.statistics else { return nil }
        continue
      }
      guard let statement = try? LaTeXReader.statement(in: text) else { return nil }
      var known: Double?
      var open: [String] = []
      for side in statement.sides {
        if let value = try? point.number(
          side, at: restriction.position, in: restriction.section)
        {
          if let known, abs(known - value.re) > 1e-9 * max(1, abs(known)) { return nil }
          known = known ?? value.re
        } else if let name = side.name {
          open.append(name)
        } else {
          return nil
        }
      }
      guard let known else { return nil }
      for name in open { point.set(name, Complex(known)) }
    }
    return point
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
