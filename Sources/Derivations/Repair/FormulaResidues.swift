import Checking
import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// The values of printed formulas at one point modulo a prime, in the model of one place.
struct FormulaResidues: LeafValues {
  private(set) var context: Context
  private var point: ResiduePoint
  private var isSolved = false
  /// Occupations and rates that the point knows to be functions of temperatures.
  private var occupations = 0
  /// Values of formulas by their fingerprints.
  private var known: [UInt64: ResidueValue?] = [:]
  /// Values of names, by declaration, and those that are being asked for.
  private var named: [Int: ComplexResidue] = [:]
  private var visited: Set<Int> = []
  let position: Int
  let section: Document.Section

  var dimension: Int { context.dimension }

  /// - Parameter seed: another one gives another point.
  init(_ context: Context, at position: Int, in section: Document.Section, seed: UInt64) {
    var context = context
    context.position = position
    context.section = section
    point = ResiduePoint(seed: seed)
    self.context = context
    self.position = position
    self.section = section
  }

  /// The same point, in a model whose names stand for other formulas: symbols and elements of the steady
  /// state keep their values.
  func redefined(as model: Context) -> FormulaResidues {
    var result = self
    result.context.base.notation = model.base.notation
    result.context.forgetNames()
    result.known = [:]
    let declarations = context.base.notation.declarations
    result.named = named.filter { index, _ in
      switch declarations[index].kind {
      case .symbol, .angle, .meaning(.steadyElement, _): true
      case .mode, .define, .printed, .meaning: false
      }
    }
    return result
  }

  /// The value of a formula as its reader takes it; `nil` where it has none.
  mutating func value(of formula: Formula) -> ResidueValue? {
    if let value = known[formula.fingerprint] { return value }
    let value = evaluate(formula)
    known[formula.fingerprint] = value
    return value
  }

  private mutating func evaluate(_ formula: Formula) -> ResidueValue? {
    var elaborator = context.elaborator(at: position, in: section)
    elaborator.allowsUndeclared = true
    guard let elaborated = try? elaborator.elaborate(formula) else { return nil }
    for (name, _) in elaborator.undeclared where context.strays[name] == nil {
      context.strays[name] = context.field.addFree(name, domain: .real)
    }
    return value(of: elaborated)
  }

  mutating func value(of elaborated: Elaborated) -> ResidueValue? {
    do {
      switch elaborated {
      case .scalar(let e): return .scalar(try number(e))
      case .ket(let e): return try residues(context.canonical(e)).map { .ket($0) }
      case .bra(let e):
        return try residues(context.canonical(e)).map { .bra($0.map(\.conjugate)) }
      case .linear(let e):
        let form = try context.canonical(e)
        var parts: [OperatorForm.Word: [ComplexResidue]] = [:]
        for word in form.words {
          guard let matrix = form.parts[word], let entries = residues(matrix.entries) else {
            return nil
          }
          parts[word] = entries
        }
        return .operation(parts)
      case .matrix(let rows):
        return .tuple(try rows.flatMap { $0 }.map { try number($0) })
      case .siteKet, .superoperator: return nil
      }
    } catch {
      return nil
    }
  }

  mutating func residues(_ scalars: [Scalar]) -> [ComplexResidue]? {
    var result: [ComplexResidue] = []
    for scalar in scalars {
      guard let value = residue(scalar) else { return nil }
      result.append(value)
    }
    return result
  }

  /// The value of an expression: of sums, products and powers from those of their parts, so that nothing is
  /// multiplied out; of all else by what it is exactly.
  private mutating func number(_ e: ScalarExpression) throws -> ComplexResidue {
    switch e {
    case .number(let value):
      return ComplexResidue(try Self.existing(ComplexResidue.prime.reduce(value)))
    case .imaginaryUnit: return .imaginaryUnit
    case .symbol(let name): return try number(named: name)
    case .sum(let terms):
      return try terms.reduce(.zero) { $0 + (try number($1)) }
    case .product(let factors):
      return try factors.reduce(.one) { $0 * (try number($1)) }
    case .negative(let value): return -(try number(value))
    case .quotient(let above, let below):
      let top = try number(above)
      return try top * Self.existing(number(below).inverse)
    case .power(let base, let exponent):
      return try Self.existing(number(base).power(exponent))
    case .conjugate(let value): return try number(value).conjugate
    case .absoluteSquare(let value):
      let z = try number(value)
      return z * z.conjugate
    case .squareRoot, .exponential, .sine, .cosine, .tangent, .absolute, .trace, .matrixElement,
      .application, .functional:
      return try exactly { context throws(EvaluationError) in try context.canonical(e) }
    }
  }

  private static func existing<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw ResiduePoint.NoValue() }
    return value
  }

  private mutating func exactly(
    _ body: (inout Context) throws(EvaluationError) -> Scalar
  ) throws -> ComplexResidue {
    try Self.existing(residue(try body(&context)))
  }

  /// The value of a name: of one that stands for a formula by that of the formula.
  private mutating func number(named name: String) throws -> ComplexResidue {
    guard context.strays[name] == nil,
      let index = context.base.notation.lookup(
        name, at: context.position, in: context.section)
    else {
      return try exactly { context throws(EvaluationError) in try context.scalar(named: name) }
    }
    if let value = named[index] { return value }
    let declaration = context.base.notation.declarations[index]
    let value: ComplexResidue
    switch declaration.kind {
    case .define(let formula), .printed(let formula):
      guard visited.insert(index).inserted else { throw EvaluationError.circular(name) }
      let place = (context.position, context.section)
      (context.position, context.section) = (declaration.position, declaration.section)
      defer {
        visited.remove(index)
        (context.position, context.section) = place
      }
      var elaborator = context.elaborator(at: declaration.position, in: declaration.section)
      value = try number(try elaborator.scalar(formula))
    case .symbol, .angle, .mode, .meaning:
      value = try exactly { context throws(EvaluationError) in try context.scalar(named: name) }
    }
    named[index] = value
    return value
  }

  private mutating func residue(_ scalar: Scalar) -> ComplexResidue? {
    determineOccupations()
    guard solveIfNeeded(scalar) else { return nil }
    return try? point.value(scalar, in: context.field)
  }

  /// Occupations are functions of temperatures, where those are known, also those that a formula has
  /// just brought in.
  private mutating func determineOccupations() {
    let count = context.reservoirs.count
    guard count != occupations else { return }
    occupations = count
    if let thermal = try? context.thermalValues() {
      point.determine(thermal)
    }
  }

  /// Elements of the steady state get the values that its equations give them.
  private mutating func solveIfNeeded(_ scalar: Scalar) -> Bool {
    guard !isSolved, let generic = context.genericCache else { return true }
    let unknowns = Set(generic.unknowns.map(\.generator))
    guard !unknowns.isDisjoint(with: context.field.closure(of: scalar.variables)) else {
      return true
    }
    guard let equations = try? context.equations() else { return false }
    determineOccupations()
    for index in equations.parameters where !unknowns.contains(index) {
      guard (try? point.value(of: index, in: context.field)) != nil else { return false }
    }
    guard let state = equations.solve(modulo: ComplexResidue.prime, at: point.residues) else {
      return false
    }
    for (index, value) in state.sorted(by: { $0.key < $1.key }) { point.set(index, to: value) }
    isSolved = true
    return true
  }
}
