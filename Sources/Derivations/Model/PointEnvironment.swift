import ExactAlgebra
import Foundation
import LaTeXMath
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

/// The file's names at one point of parameter space, as numbers: every formula is evaluated as it is
/// written, without the exact algebra.
struct PointEnvironment<Value: NumericScalar>: NumericEnvironment {
  let base: Context.Base
  let statistics: Statistics?
  let seed: Value
  /// Values of symbols, by name.
  private(set) var values: [String: Value]
  var position: Int
  var section: Document.Section
  private var arguments: [String: Value] = [:]
  private var depth = 0
  /// Values of names that were looked up from their own place, by declaration.
  private var known: [Int: Value] = [:]
  /// Cosines and sines of declared angles, by declaration.
  private var angles: [Int: (cosine: Value, sine: Value)] = [:]
  /// Eigenvectors of the Hamiltonian in the product basis, for kets that mean them.
  var eigenvectors: [[Value]] = []
  /// The steady state, where there is one to be asked.
  var steady: SteadyNumbers<Value>? {
    didSet { forget() }
  }
  /// Symbols without a value that were taken as zero.
  private(set) var zeros: [String] = []

  var dimension: Int { base.space.dimension }

  init(
    _ base: Context.Base, statistics: Statistics?, values: [String: Value], like seed: Value
  ) {
    self.base = base
    self.statistics = statistics
    self.values = values
    self.seed = seed
    position = base.document.items.count
    section = []
  }

  mutating func set(_ name: String, _ value: Value) {
    values[name] = value
    forget()
  }

  /// What was looked up may have another value from now on.
  private mutating func forget() {
    known = [:]
    angles = [:]
  }

  /// A scalar formula elaborated and evaluated from a place.
  mutating func number(
    _ formula: Formula, at position: Int, in section: Document.Section
  ) throws(NumericNameError) -> Value {
    try from(position, section) { point, elaborator throws in
      try point.number(try elaborator.scalar(formula))
    }
  }

  /// An operator formula elaborated and evaluated from a place.
  mutating func matrix(
    _ formula: Formula, at position: Int, in section: Document.Section
  ) throws(NumericNameError) -> NumericMatrix<Value> {
    try from(position, section) { point, elaborator throws in
      try point.matrix(try elaborator.linear(formula))
    }
  }

  /// Runs with names looked up from a place; what cannot be elaborated has no number.
  private mutating func from<Result>(
    _ position: Int, _ section: Document.Section,
    _ body: (inout PointEnvironment, inout Elaborator) throws -> Result
  ) throws(NumericNameError) -> Result {
    guard depth < 80 else { throw .notNumeric("a definition that refers to itself") }
    let before = (self.position, self.section)
    (self.position, self.section) = (position, section)
    depth += 1
    defer {
      (self.position, self.section) = before
      depth -= 1
    }
    var elaborator = elaborator()
    elaborator.parameters = Set(arguments.keys)
    do {
      return try body(&self, &elaborator)
    } catch let error as NumericNameError {
      throw error
    } catch let error as ElaborationError {
      throw .notNumeric(error.message)
    } catch {
      throw .notNumeric("a formula")
    }
  }

  private func elaborator() -> Elaborator {
    base.elaborator(at: position, in: section)
  }

  private func declaration(_ name: String) throws(NumericNameError) -> Declaration {
    guard let index = base.notation.lookup(name, at: position, in: section) else {
      throw .noValue(name)
    }
    return base.notation.declarations[index]
  }

  mutating func number(named name: String) throws(NumericNameError) -> Value {
    if let value = arguments[name] { return value }
    if let value = values[name] { return value }
    if name == "\\pi" { return seed.pi }
    guard let index = base.notation.lookup(name, at: position, in: section) else {
      throw .noValue(name)
    }
    if let value = known[index] { return value }
    let value = try number(base.notation.declarations[index]).named(name, declaration: index)
    // What a definition says may depend on the argument of the function that it is read in.
    if arguments.isEmpty { known[index] = value }
    return value
  }

  private mutating func number(_ declaration: Declaration) throws(NumericNameError) -> Value {
    switch declaration.kind {
    case .symbol, .mode: throw .noValue(declaration.key)
    case .angle(let cosine, let sine):
      let c = try number(cosine, at: declaration.position, in: declaration.section)
      return try c.angle(
        sine: try number(sine, at: declaration.position, in: declaration.section))
    case .define(let formula), .printed(let formula), .meaning(.alias(let formula), _):
      return try number(formula, at: declaration.position, in: declaration.section)
    case .meaning(let meaning, _): return try number(meaning, declaration)
    }
  }

  /// Of a declared angle and its half by what its cosine and sine were declared to be.
  mutating func cosineAndSine(
    of angle: ScalarExpression
  ) throws(NumericNameError) -> (cosine: Value, sine: Value) {
    if case .symbol(let name) = angle, let pair = try declaredAngle(name) { return pair }
    if case .quotient(.symbol(let name), .number(2)) = angle,
      let (cosine, sine) = try declaredAngle(name)
    {
      // −π < θ < π: cos(θ/2) = √((1 + cos θ)/2) > 0, sin θ = 2 sin(θ/2) cos(θ/2).
      let half = seed.constant(Rational(1, 2))
      let halfCosine = try ((seed.constant(1) + cosine) * half).squareRoot()
      return (halfCosine, sine * half / halfCosine)
    }
    let value = try number(angle)
    return (value.cosine(), value.sine())
  }

  /// The cosine and sine that a declared angle has from a place; `nil` for any other name.
  mutating func angle(
    _ name: String, at position: Int, in section: Document.Section
  ) -> (cosine: Value, sine: Value)? {
    let before = (self.position, self.section)
    (self.position, self.section) = (position, section)
    defer { (self.position, self.section) = before }
    return try? declaredAngle(name)
  }

  private mutating func declaredAngle(
    _ name: String
  ) throws(NumericNameError) -> (cosine: Value, sine: Value)? {
    guard arguments[name] == nil, let index = base.notation.lookup(name, at: position, in: section),
      case .angle(let cosine, let sine) = base.notation.declarations[index].kind
    else { return nil }
    if arguments.isEmpty, let pair = angles[index] { return pair }
    let declaration = base.notation.declarations[index]
    do {
      let pair = (
        cosine: try number(cosine, at: declaration.position, in: declaration.section),
        sine: try number(sine, at: declaration.position, in: declaration.section)
      )
      // As for definitions, above.
      if arguments.isEmpty { angles[index] = pair }
      return pair
    } catch {
      // Given by its value instead.
      guard let value = values[name] else { throw error }
      return (value.cosine(), value.sine())
    }
  }

  mutating func number(
    function name: String, of argument: Value
  ) throws(NumericNameError) -> Value {
    let declaration = try declaration(name)
    guard case .meaning(let meaning, let parameter?) = declaration.kind else {
      throw .notNumeric("'\(name)'")
    }
    let before = arguments
    arguments = [parameter: argument]
    defer { arguments = before }
    return try number(meaning, declaration)
  }

  private mutating func number(
    _ meaning: Meaning, _ declaration: Declaration
  ) throws(NumericNameError) -> Value {
    switch meaning {
    case .rate(let quantity, let name, let frequency):
      let w = try number(frequency, at: declaration.position, in: declaration.section)
      let bath = try bath(named: name)
      let strength = try value(bath.strength, bath)
      let n = try occupation(bath, w)
      let isFermion = (bath.statistics ?? statistics) == .fermion
      let one = seed.constant(1)
      switch quantity {
      case .occupation: return n
      case .absorption: return strength * n
      case .emission: return strength * (isFermion ? one - n : one + n)
      }
    case .spectralDensity(let name):
      let bath = try bath(named: name)
      let strength = try value(bath.strength, bath)
      return bath.isDecayRate ? strength * seed.constant(Rational(1, 2)) : strength
    case .steadyElement(let basis, let i, let j):
      guard let steady else { throw .notNumeric("'\(declaration.key)'") }
      return try steady.element(basis, i, j, labels: base.space.labels)
    case .eigenvalue(let i):
      guard let steady, steady.energies.indices.contains(i - 1) else {
        throw .notNumeric("'\(declaration.key)'")
      }
      return steady.energies[i - 1]
    case .heatCurrent(let name):
      guard let current = steady?.heatCurrents[name] else {
        throw .notNumeric("'\(declaration.key)'")
      }
      return current
    case .particleCurrent(let name):
      guard let current = steady?.particleCurrents[name] else {
        throw .notNumeric("'\(declaration.key)'")
      }
      return current
    case .internalEnergy, .passiveEnergy, .ergotropy:
      return try energy(meaning, declaration.key)
    default: throw .notNumeric("'\(declaration.key)'")
    }
  }

  /// A quantity of the steady state.
  mutating func number(
    functional name: String, of state: OperatorExpression
  ) throws(NumericNameError) -> Value {
    guard case .symbol(let operand) = state,
      case .meaning(let meaning, _) = try declaration(operand).kind
    else { throw .notNumeric("'\(name)' of an expression") }
    switch meaning {
    case .densityOperator, .steadyState: return try energy(named: name)
    default: throw .notNumeric("'\(name)' of anything but the steady state")
    }
  }

  private func energy(named name: String) throws(NumericNameError) -> Value {
    guard case .meaning(let meaning, _) = try declaration(name).kind else {
      throw .notNumeric("'\(name)'")
    }
    return try energy(meaning, name)
  }

  private func energy(_ meaning: Meaning, _ name: String) throws(NumericNameError) -> Value {
    guard let steady else { throw .notNumeric("'\(name)'") }
    switch meaning {
    case .internalEnergy: return steady.internalEnergy
    case .passiveEnergy: return steady.passiveEnergy
    case .ergotropy: return steady.internalEnergy - steady.passiveEnergy
    default: throw .notNumeric("'\(name)'")
    }
  }

  private func bath(
    named name: String
  ) throws(NumericNameError) -> ModelDeclaration.BathFormulas {
    guard let bath = base.model.baths.first(where: { $0.name == name }) else {
      throw .notNumeric("bath \(name)")
    }
    return bath
  }

  /// A real quantity of a bath's directive.
  mutating func value(
    _ formula: Formula, _ bath: ModelDeclaration.BathFormulas
  ) throws(NumericNameError) -> Value {
    try number(formula, at: bath.position, in: base.document.items[bath.position].section)
  }

  /// A bath's chemical potential; zero for bosons where no value was given.
  mutating func chemicalPotential(
    _ bath: ModelDeclaration.BathFormulas
  ) throws(NumericNameError) -> Value {
    guard let formula = bath.chemicalPotential else { return seed.constant(0) }
    do {
      return try value(formula, bath)
    } catch {
      guard case .noValue(let name) = error, (bath.statistics ?? statistics) == .boson else {
        throw error
      }
      if !zeros.contains(name) { zeros.append(name) }
      return seed.constant(0)
    }
  }

  private mutating func occupation(
    _ bath: ModelDeclaration.BathFormulas, _ frequency: Value
  ) throws(NumericNameError) -> Value {
    guard let kind = bath.statistics ?? statistics else {
      throw .notNumeric("an occupation without statistics")
    }
    let exponent =
      (frequency - (try chemicalPotential(bath))) / (try value(bath.temperature, bath))
    return kind == .boson ? exponent.boseOccupation() : exponent.fermiOccupation()
  }

  mutating func vector(named name: String) throws(NumericNameError) -> [Value] {
    if let index = base.space.labels.firstIndex(of: name) {
      return (0..<dimension).map { seed.constant($0 == index ? 1 : 0) }
    }
    if case .meaning(.eigenvector(let i), _) = try declaration(name).kind,
      eigenvectors.indices.contains(i - 1)
    {
      return eigenvectors[i - 1]
    }
    throw .notNumeric("the ket '\(name)'")
  }

  mutating func matrix(named name: String) throws(NumericNameError) -> NumericMatrix<Value> {
    let declaration = try declaration(name)
    switch declaration.kind {
    case .define(let formula), .printed(let formula), .meaning(.alias(let formula), _):
      return try matrix(formula, at: declaration.position, in: declaration.section)
    case .symbol, .angle, .mode, .meaning: throw .notNumeric("the operator '\(name)'")
    }
  }

  mutating func matrix(
    site: String, _ a: String, _ b: String
  ) throws(NumericNameError) -> NumericMatrix<Value> {
    guard let exact = base.space.siteOuter(site, a, b) else { throw .notNumeric("a level") }
    let n = exact.dimension
    return NumericMatrix(
      (0..<n).map { i in (0..<n).map { seed.constant(exact[i, $0].isLiterallyZero ? 0 : 1) } })
  }
}
