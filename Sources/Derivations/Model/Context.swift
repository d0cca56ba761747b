import Checking
import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// The model under one set of restrictions, and what every name means in it: evaluated when asked for.
struct Context: Environment {
  var base: Base
  /// The restrictions as written.
  private(set) var given: [String] = []
  private(set) var statistics: Statistics?
  var field = Field()
  var reservoirs = Reservoirs()
  /// Generators of declared symbols, real and imaginary part, by declaration.
  var symbols: [Int: (real: Int, imaginary: Int?)] = [:]
  /// Undeclared symbols of a line, as free generators.
  var strays: [String: Int] = [:]

  /// The place that names are looked up from.
  var position = 0
  var section: Document.Section = []
  private var arguments: [String: Scalar] = [:]
  private var visiting: Set<Int> = []

  // Computed once.
  private var scalarCache: [Int: (value: Scalar, met: [Condition])] = [:]
  private var operatorCache: [Int: OperatorForm] = [:]
  var eigenbasisCache: Eigenbasis?
  var systemCache: OpenSystem?
  var genericCache: GenericState?
  /// Any state, apart from the steady one.
  var anyCache: GenericState?
  var equationsCache: SteadyStateEquations?
  /// The steady state in the working basis, its elements open.
  var steadyCache: OperatorMatrix?
  var solutionCache: [Int: Fraction]?
  var spectralCache: SpectralState?
  /// Where the model is not to be asked: what a state's elements are then.
  var kinematics: Kinematics?
  /// Whether the occupations vary independently of each other, when there were so many rates and occupations.
  var independence: (count: Int, holds: Bool)?
  /// Occupations by temperature, when there were so many rates and occupations.
  var thermalCache: (count: Int, values: [Int: Fraction])?
  /// How points are extended to occupations, `nil` where any occur together.
  var occupationRelations: [RelationsKey: Completion?] = [:]
  /// LaTeX of what lines were found to divide by.
  var writtenConditions: [WrittenQuantity: String] = [:]
  /// Levels of equal energies whose eigenvectors are not printed: what depends on these is not determined.
  var openLevels = Set<Int>()

  var dimension: Int { base.space.dimension }

  /// The model under restrictions.
  ///
  /// - Parameter foundation: the same model under the same restrictions but for the statistics, where that is
  ///   known; nothing is imposed again.
  init(
    _ base: Base, restrictions: [Scoped], statistics override: Statistics? = nil,
    from foundation: Context? = nil
  ) throws(FileError) {
    self.base = base
    given = restrictions.filter { !$0.isAssumption }.map(\.phrase.text)
    var statistics = override
    for restriction in restrictions {
      guard let kind = restriction.statistics else { continue }
      if let other = statistics, other != kind {
        throw FileError([
          base.document.source.diagnostic(
            "contradiction", "'\(kind.rawValue)' is given where '\(other.rawValue)' is in force",
            help:
              "a 'given' holds to the end of its section, subsections included; move one of them",
            at: restriction.phrase.range)
        ])
      }
      statistics = kind
    }
    self.statistics = statistics
    if let foundation {
      let given = given
      self = foundation
      (self.given, self.statistics) = (given, statistics)
    } else {
      declareSymbols()
      try declareAngles()
      for restriction in restrictions { try impose(restriction) }
    }
    clearCaches()
  }

  /// Forgets what was computed before a symbol was fixed.
  mutating func clearCaches() {
    forgetNames()
    independence = nil
    thermalCache = nil
    occupationRelations = [:]
  }

  /// Forgets what names stand for.
  mutating func forgetNames() {
    scalarCache = [:]
    operatorCache = [:]
    writtenConditions = [:]
  }

  // MARK: Setting up

  private mutating func declareSymbols() {
    for (index, declaration) in base.notation.declarations.enumerated() {
      switch declaration.kind {
      case .symbol(.real(let domain)):
        symbols[index] = (field.addFree(declaration.key, domain: domain), nil)
      case .symbol(.complex):
        let real = field.addFree("\\operatorname{Re}\(declaration.key)", domain: .real)
        let imaginary = field.addFree("\\operatorname{Im}\(declaration.key)", domain: .real)
        symbols[index] = (real, imaginary)
      case .angle:
        symbols[index] = (field.addFree(declaration.key, domain: .real, isTied: true), nil)
      case .mode, .define, .printed, .meaning: break
      }
    }
  }

  /// An angle given as cos θ = X/r, sin θ = Y/r with r = √(X² + Y²) turns X and Y into polar
  /// coordinates: r and θ become free, one symbol in each of X and Y is expressed by them. Where that is
  /// not linear, cos θ and sin θ are fixed to the given values.
  private mutating func declareAngles() throws(FileError) {
    for (index, declaration) in base.notation.declarations.enumerated() {
      guard case .angle(let cosineFormula, let sineFormula) = declaration.kind,
        let symbol = symbols[index]?.real
      else { continue }
      let cosine = try real(cosineFormula, at: declaration)
      let sine = try real(sineFormula, at: declaration)
      guard field.isZero(cosine * cosine + sine * sine - Fraction(1)) else {
        throw error(
          "not-an-angle", "the squares of this cosine and sine do not add up to 1",
          at: declaration.range)
      }
      do {
        if try makePolar(symbol, declaration, cosine, sine) { continue }
        let upper = field.isProvablyPositive(sine)
        let pair = field.declareAngle(symbol: symbol, latex: declaration.key, upper: upper)
        try field.determine(pair.cosine, as: cosine)
        if field.determined[pair.sine] == nil { try field.determine(pair.sine, as: sine) }
      } catch {
        throw fileError(.field(error), at: declaration.range)
      }
      clearCaches()
    }
  }

  /// The symbols of angles that are given by cosine and sine.
  var givenAngles: Set<Int> {
    Set(
      base.notation.declarations.indices.compactMap { index in
        if case .angle = base.notation.declarations[index].kind { return symbols[index]?.real }
        return nil
      })
  }

  private mutating func makePolar(
    _ symbol: Int, _ declaration: Declaration, _ cosine: Fraction, _ sine: Fraction
  ) throws(FieldError) -> Bool {
    let roots = Set(cosine.variables + sine.variables).filter { index in
      if case .root = field.generators[index].kind { return true }
      return false
    }
    guard roots.count == 1, let root = roots.first,
      let x = field.canonical(cosine * .variable(root)),
      let y = field.canonical(sine * .variable(root)),
      !x.variables.contains(root), !y.variables.contains(root),
      let first = linearPivot(x, excluding: nil), let second = linearPivot(y, excluding: first)
    else { return false }
    // The pivots must be solvable one after the other.
    guard !y.variables.contains(first) || !x.variables.contains(second) else { return false }
    let upper = field.isProvablyPositive(y)
    let name = nameOfDefinition(equalTo: root) ?? "r_{\(declaration.key)}"
    clearCaches()
    field.free(root, latex: name)
    let pair = field.declareAngle(symbol: symbol, latex: declaration.key, upper: upper)
    let r = Fraction.variable(root)
    let order =
      x.variables.contains(second)
      ? [(y, second, pair.sine), (x, first, pair.cosine)]
      : [(x, first, pair.cosine), (y, second, pair.sine)]
    for (value, pivot, coordinate) in order {
      guard let now = field.canonical(value) else { throw .divisionByZero }
      let parts = now.numerator.coefficients(in: pivot)
      let target = r * .variable(coordinate) * Fraction(now.denominator) - Fraction(parts[0])
      try field.determine(pivot, as: target * Fraction(parts[1]).inverse)
    }
    return true
  }

  private func linearPivot(_ value: Fraction, excluding: Int?) -> Int? {
    guard value.denominator.isConstant else { return nil }
    return value.variables.first { index in
      guard index != excluding, case .free = field.generators[index].kind else { return false }
      let parts = value.numerator.coefficients(in: index)
      return parts.count == 2 && parts[1].isConstant
    }
  }

  private mutating func nameOfDefinition(equalTo generator: Int) -> String? {
    for declaration in base.notation.declarations {
      guard case .define(let formula) = declaration.kind else { continue }
      guard let value = try? scalar(formula, at: declaration) else { continue }
      if value == Scalar(.variable(generator)) { return declaration.key }
    }
    return nil
  }

  /// A real scalar of a directive.
  mutating func real(_ formula: Formula, at declaration: Declaration) throws(FileError) -> Fraction
  {
    do {
      let value = try scalar(formula, at: declaration)
      guard value.isReal else {
        throw error("not-real", "expected a real quantity", at: formula.range)
      }
      return value.real
    } catch let error as ElaborationError {
      throw fileError(error)
    } catch let error as EvaluationError {
      throw fileError(error, at: formula.range)
    } catch let error as FileError {
      throw error
    } catch {
      throw fileError(.divisionByZero, at: formula.range)
    }
  }

  // MARK: Errors

  func error(
    _ code: String, _ message: String, help: String = "", at range: Range<Int>
  ) -> FileError {
    FileError([base.document.source.diagnostic(code, message, help: help, at: range)])
  }

  func fileError(_ error: ElaborationError) -> FileError {
    self.error(error.code, error.message, help: error.help, at: error.range)
  }

  func fileError(_ error: EvaluationError, at range: Range<Int>) -> FileError {
    self.error(error.code, error.message, at: range)
  }

  // MARK: Expressions at a place

  func elaborator(at position: Int, in section: Document.Section) -> Elaborator {
    base.elaborator(at: position, in: section)
  }

  mutating func scalar(
    _ formula: Formula, at declaration: Declaration
  ) throws -> Scalar {
    var elaborator = elaborator(at: declaration.position, in: declaration.section)
    elaborator.parameters = Set(arguments.keys)
    let expression = try elaborator.scalar(formula)
    return try from(declaration) { context throws(EvaluationError) in
      try context.normalForm(expression)
    }
  }

  mutating func linear(
    _ formula: Formula, at declaration: Declaration
  ) throws -> OperatorForm {
    var elaborator = elaborator(at: declaration.position, in: declaration.section)
    elaborator.parameters = Set(arguments.keys)
    let expression = try elaborator.linear(formula)
    return try from(declaration) { context throws(EvaluationError) in
      try context.normalForm(expression)
    }
  }

  /// Evaluates with names looked up from another place.
  mutating func from<Result>(
    _ declaration: Declaration,
    _ body: (inout Context) throws(EvaluationError) -> Result
  ) throws(EvaluationError) -> Result {
    let before = (position, section)
    position = declaration.position
    section = declaration.section
    defer { (position, section) = before }
    return try body(&self)
  }

  /// Runs with a function's argument bound to a value.
  mutating func binding<Result>(
    _ name: String?, to value: Scalar, _ body: (inout Context) throws -> Result
  ) throws -> Result {
    let before = arguments
    if let name { arguments = [name: value] }
    defer { arguments = before }
    return try body(&self)
  }

  // MARK: Names

  func declaration(_ name: String) throws(EvaluationError) -> (Int, Declaration) {
    guard let index = base.notation.lookup(name, at: position, in: section) else {
      throw .undeclared(name)
    }
    return (index, base.notation.declarations[index])
  }

  mutating func scalar(named name: String) throws(EvaluationError) -> Scalar {
    if let value = arguments[name] { return value }
    if let stray = strays[name] { return Scalar(.variable(stray)) }
    if name == "\\pi", base.notation.lookup(name, at: position, in: section) == nil {
      return Scalar(.variable(field.piGenerator()))
    }
    let (index, declaration) = try declaration(name)
    if let known = scalarCache[index] {
      field.meet(known.met)
      return known.value
    }
    let before = field.met
    field.met = []
    defer {
      let own = field.met
      field.met = before
      field.meet(own)
    }
    let value = try once(index, declaration) { context throws(EvaluationError) in
      switch declaration.kind {
      case .symbol, .angle:
        guard let symbol = context.symbols[index] else { throw .undeclared(name) }
        let value = Scalar(
          .variable(symbol.real), symbol.imaginary.map { .variable($0) } ?? Fraction(0))
        return try context.normal(value)
      case .define(let formula), .printed(let formula):
        return try context.typed { context in try context.scalar(formula, at: declaration) }
      case .meaning(.alias(let formula), _):
        return try context.typed { context in try context.scalar(formula, at: declaration) }
      case .meaning(let meaning, _):
        return try context.scalar(of: meaning, declaration)
      case .mode: throw .unsupported("the mode operator '\(name)' is not a scalar")
      }
    }
    scalarCache[index] = (value, field.met)
    return value
  }

  /// What a name's definition is known to be worth already.
  func knownValue(of declaration: Int) -> Scalar? { scalarCache[declaration]?.value }

  mutating func linearOperator(named name: String) throws(EvaluationError) -> OperatorForm {
    let (index, declaration) = try declaration(name)
    if let known = operatorCache[index] { return known }
    let value = try once(index, declaration) { context throws(EvaluationError) in
      switch declaration.kind {
      case .mode: return OperatorForm(mode: name, dimension: context.dimension)
      case .define(let formula), .printed(let formula), .meaning(.alias(let formula), _):
        return try context.typed { context in try context.linear(formula, at: declaration) }
      case .meaning(let meaning, _):
        return try context.linear(of: meaning, declaration)
      case .symbol, .angle: throw .unsupported("'\(name)' is not an operator")
      }
    }
    operatorCache[index] = value
    return value
  }

  mutating func ket(named name: String) throws(EvaluationError) -> [Scalar] {
    if let product = base.space.ket(name) { return product }
    let (index, declaration) = try declaration(name)
    return try once(index, declaration) { context throws(EvaluationError) in
      switch declaration.kind {
      case .define(let formula), .printed(let formula), .meaning(.alias(let formula), _):
        return try context.typed { context in
          var elaborator = context.elaborator(at: declaration.position, in: declaration.section)
          guard case .ket(let expression) = try elaborator.elaborate(formula) else {
            throw EvaluationError.unsupported("'\(name)' is not a ket")
          }
          return try context.from(declaration) { context throws(EvaluationError) in
            try context.canonical(expression)
          }
        }
      case .meaning(.eigenvector(let i), _): return try context.eigenvector(i)
      case .meaning(.stateEigenvector(let n), _):
        return try context.spectral().vector(n)
      case .meaning, .symbol, .angle, .mode: throw .unsupported("'\(name)' is not a ket")
      }
    }
  }

  /// Guards against definitions that go round in a circle.
  private mutating func once<Result>(
    _ index: Int, _ declaration: Declaration,
    _ body: (inout Context) throws(EvaluationError) -> Result
  ) throws(EvaluationError) -> Result {
    guard visiting.insert(index).inserted else { throw .circular(declaration.key) }
    defer { visiting.remove(index) }
    return try withoutArguments(body)
  }

  /// Runs with no function's argument in sight: the ω of N(ω) is not that of other formulas.
  mutating func withoutArguments<Result>(
    _ body: (inout Context) throws(EvaluationError) -> Result
  ) throws(EvaluationError) -> Result {
    let before = arguments
    arguments = [:]
    defer { arguments = before }
    return try body(&self)
  }

  /// Evaluation errors as they are; elaboration errors of a definition in words.
  mutating func typed<Result>(
    _ body: (inout Context) throws -> Result
  ) throws(EvaluationError) -> Result {
    do {
      return try body(&self)
    } catch let error as EvaluationError {
      throw error
    } catch let error as ElaborationError {
      throw .unsupported(error.message)
    } catch {
      throw .unsupported("an error in a definition")
    }
  }

  mutating func siteOuter(
    site: String, _ a: String, _ b: String
  ) throws(EvaluationError) -> OperatorForm {
    guard let matrix = base.space.siteOuter(site, a, b) else {
      throw .unsupported("subsystem \(site) has no levels '\(a)' and '\(b)'")
    }
    return OperatorForm(matrix)
  }
}
