import ExactAlgebra
import LaTeXMath
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

/// The steady state at one place of a file as nodes of a program, under every reading that is asked for.
///
/// The derived state is the linear system of the steady state, solved step by step inside the program:
/// no closed form is expanded, so nothing cancels.
struct StateProgram {
  let derivation: Derivation
  private let builder: ProgramBuilder
  private let samples: [[Double]]
  private(set) var context: Context
  private var point: PointEnvironment<ComplexNode>
  private let basis: [[ComplexNode]]
  private let hamiltonian: [[ComplexNode]]
  private let energies: [RealNode]
  private let derived: [[ComplexNode]]
  /// The printed state that the place speaks of, if there is one.
  let printed: PrintedState?
  private var printedMatrix: [[ComplexNode]]?
  /// The printed elements in the eigenbasis that have a number.
  private var printedElements: [[Int]: ComplexNode] = [:]
  private(set) var notes: [String] = []
  /// What was asked under each reading: the place's names with its state.
  private var asked: [StateReading: PointEnvironment<ComplexNode>] = [:]
  /// Each is negative or NaN where there is no state, or its numbers are not to be trusted.
  private(set) var guards: [StateGuard] = []

  /// Where a program stands, and what it is a function of.
  struct Place {
    var position: Int
    var section: Document.Section
    /// Further restrictions, such as a statistics.
    var extra: [Scoped] = []
    /// What is set, in the order of the program's inputs and then of `constants`.
    var subjects: [PlacedFormula]
    var constants: [Rational]
    /// Points of the inputs' range, for the order of elimination.
    var samples: [[Double]]
    /// Where an error is pointed to.
    var range: Range<Int>
  }

  init(
    _ derivation: Derivation, _ contexts: inout Contexts, _ place: Place, _ builder: ProgramBuilder
  ) throws(FileError) {
    self.derivation = derivation
    self.builder = builder
    samples = place.samples
    let base = derivation.base
    let zero = ComplexNode(builder.literal(0.0))
    var (context, point) = try PointEnvironment<ComplexNode>.compiled(
      derivation, &contexts, place, builder)
    if !point.zeros.isEmpty {
      notes.append("taken as zero: $\(point.zeros.joined(separator: ", "))$")
    }
    do {
      var known: [Int: ComplexNode] = [:]
      basis = try context.numericVectors(&point)
      point.eigenvectors = basis
      let system = try context.system()
      if let eigenbasis = system.eigenbasis {
        let levels = try eigenbasis.energies.map { try context.number($0, &point, &known).re }
        energies = levels
        hamiltonian = levels.indices.map { i in
          levels.indices.map { $0 == i ? ComplexNode(levels[i]) : zero }
        }
      } else {
        let h = try context.hamiltonian()
        let matrix = try (0..<h.dimension).map { i in
          try (0..<h.dimension).map { try context.number(h[i, $0], &point, &known) }
        }
        hamiltonian = matrix
        energies = eigenvalues(of: matrix)
      }
      let domain = point.domainGuards(
        derivation.restrictions(at: place.position, in: place.section) + place.extra)
      (derived, guards) = try context.derivedNodes(
        &point, &known, samples: StateGuard.samples(place.samples, inside: domain, builder))
      guards += try context.energyGuards(&point, &known)
      guards += domain
    } catch let error as FileError {
      throw error
    } catch let error as EvaluationError {
      throw context.fileError(error, at: place.range)
    } catch let error as NumericNameError {
      throw context.error(
        "no-value", error.message, help: place.range.isEmpty ? error.help : error.directiveHelp,
        at: place.range)
    } catch {
      throw context.error("no-number", "the steady state has no number here", at: place.range)
    }
    try contexts.store(context, place)
    let isSame: (ComplexNode, ComplexNode) -> Bool = { $0.isKnownToEqual($1) }
    let states = derivation.printedStates
    // Elsewhere the most restricted one that holds and gives numbers.
    func applicable() -> PrintedState? {
      states.filter(\.isWhole).sorted { $0.restrictions.count > $1.restrictions.count }
        .first { state in
          guard var here = state.applied(to: point, equal: isSame) else { return false }
          return state.completed(state.values(&here), here) != nil
        }
    }
    printed =
      derivation.printedState(at: place.position, in: place.section, among: states)
      ?? applicable()
    self.context = context
    self.point = point
    if let printed {
      var here = printed.applied(to: point, equal: isSame) ?? point
      let values = printed.values(&here)
      if case .eigenbasis = printed.basis { printedElements = values }
      for (place, line) in printed.sortedLines where values[place] == nil {
        notes.append("$\(line.subject)$ of (\(line.equation)) has no number as printed")
      }
      if let elements = printed.completed(values, here) {
        notes += elements.notes
        printedMatrix = Self.inWorkingBasis(
          elements.matrix(base.space.dimension, like: zero), printed, &here, basis)
      }
    }
  }

  /// V† M V for a matrix in a basis of product kets, with V's columns the working basis.
  private static func inWorkingBasis(
    _ matrix: [[ComplexNode]], _ printed: PrintedState,
    _ point: inout PointEnvironment<ComplexNode>, _ basis: [[ComplexNode]]
  ) -> [[ComplexNode]]? {
    if case .eigenbasis = printed.basis { return matrix }
    guard let kets = try? printed.kets(&point, eigenvectors: basis) else { return nil }
    // ⟨a|ket_i⟩
    let overlaps = basis.map { a in
      kets.map { ket in
        zip(a, ket).dropFirst().reduce(a[0].conjugate * ket[0]) { $0 + $1.0.conjugate * $1.1 }
      }
    }
    let rotation = NumericMatrix(overlaps)
    return (rotation * NumericMatrix(matrix) * rotation.adjoint).rows
  }

  /// Whether the paper prints a state that a number can be computed from.
  var hasPrinted: Bool { printedMatrix != nil }

  /// The state under a reading, in the working basis; `nil` where nothing printed gives it.
  func matrix(_ reading: StateReading) -> [[ComplexNode]]? {
    switch reading {
    case .derived: return derived
    case .printed: return printedMatrix
    case .slip(let places):
      var result = derived
      for place in places {
        guard let value = printedElements[place] else { return nil }
        result[place[0]][place[1]] = value
        if place[0] != place[1] { result[place[1]][place[0]] = value.conjugate }
      }
      return result
    case .relabelled(let order):
      return order.map { i in order.map { derived[i][$0] } }
    }
  }

  /// The state with the energies that it is measured by; `nil` where nothing printed gives it.
  private mutating func steady(
    _ reading: StateReading
  ) throws(FileError) -> SteadyNumbers<ComplexNode>? {
    guard let matrix = matrix(reading) else { return nil }
    let mean = NumericMatrix.traceOfProduct(NumericMatrix(matrix), NumericMatrix(hamiltonian))
    guard let energy = mean?.re else { return nil }
    var result = SteadyNumbers(
      state: matrix, basis: basis, energies: energies.map { ComplexNode($0) },
      internalEnergy: ComplexNode(energy),
      passiveEnergy: ComplexNode(
        passiveEnergy(state: matrix, energies: energies, energiesAscend: isAscending)))
    do {
      try context.addCurrents(to: &result, point)
    } catch {
      let reason = (error as? EvaluationError)?.message ?? "they have no number here"
      throw context.error("no-number", "the currents cannot be computed: \(reason)", at: 0..<0)
    }
    return result
  }

  /// The order of the energies is proved.
  private var isAscending: Bool { context.eigenbasisCache?.unprovedGaps.isEmpty ?? true }

  /// The place's names under a reading, with what is known of them so far.
  private mutating func environment(
    _ reading: StateReading
  ) throws(FileError) -> PointEnvironment<ComplexNode>? {
    if let known = asked.removeValue(forKey: reading) { return known }
    guard let steady = try steady(reading) else { return nil }
    var result = point
    result.steady = steady
    return result
  }

  /// A real quantity under a reading; `nil` where nothing printed gives it.
  mutating func quantity(
    _ quantity: PlacedFormula, _ reading: StateReading
  ) throws(FileError) -> RealNode? {
    guard var here = try environment(reading) else { return nil }
    defer { asked[reading] = here }
    do {
      let value = try here.number(
        quantity.formula, at: quantity.position, in: quantity.section)
      guard isReal(value) else {
        throw context.error(
          "not-real", "'\(quantity.latex)' is complex",
          help: "plot its absolute value, or its real part as (z + z^*)/2",
          at: quantity.formula.range)
      }
      return value.re
    } catch let error as FileError {
      throw error
    } catch {
      throw context.error(
        "no-value", (error as? NumericNameError)?.message ?? "no number",
        help: (error as? NumericNameError)?.directiveHelp ?? "", at: quantity.formula.range)
    }
  }
}

extension StateProgram {
  /// The imaginary part is zero, by its form or to rounding at every sample.
  private func isReal(_ value: ComplexNode) -> Bool {
    if value.isReal { return true }
    let program = builder.finish(outputs: [value.re, value.im])
    return samples.allSatisfy { sample in
      let parts = program.evaluate(at: Array(sample.prefix(program.inputCount)))
      return abs(parts[1]) <= 1e-12 * max(1, abs(parts[0]))
    }
  }
}

extension NumericNameError {
  /// What to write in the file, not on the command line.
  var directiveHelp: String {
    switch self {
    case .noValue(let name): "add it: ', at \(name) = 1'"
    case .notNumeric: ""
    }
  }
}

extension ComplexNode {
  /// The same node, or constants that agree to rounding.
  fileprivate func isKnownToEqual(_ other: ComplexNode) -> Bool {
    zip([re, im], [other.re, other.im]).allSatisfy { a, b in
      if a.isIdentical(to: b) { return true }
      guard let x = a.constantValue, let y = b.constantValue else { return false }
      return abs(x - y) <= 1e-12 * max(1, abs(x))
    }
  }
}
