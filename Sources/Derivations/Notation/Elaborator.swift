import ExactAlgebra
import LaTeXMath
import SymbolicAlgebra

/// A formula with its kind known: the typed tree that the printed one stands for.
enum Elaborated: Hashable, Sendable {
  case scalar(ScalarExpression)
  case linear(OperatorExpression)
  case ket(KetExpression)
  /// ⟨a|, by the ket it is the adjoint of.
  case bra(KetExpression)
  /// |a⟩ of one subsystem: needs a bra to become an operator.
  case siteKet(site: String, String)
  case matrix([[ScalarExpression]])
  case superoperator(String)

  var typeName: String {
    switch self {
    case .scalar: "a scalar"
    case .linear: "an operator"
    case .ket: "a ket"
    case .bra: "a bra"
    case .siteKet: "a ket of one subsystem"
    case .matrix: "a matrix"
    case .superoperator: "a superoperator"
    }
  }
}

/// Why a formula could not be elaborated: the place and what was expected.
struct ElaborationError: Error, Hashable {
  var code: String
  var message: String
  var help: String = ""
  var range: Range<Int>
}

/// Turns a printed formula into a typed tree, by what its symbols were declared to be.
///
/// Every token is used or named in an error; nothing is dropped.
struct Elaborator {
  let notation: Notation
  let position: Int
  let section: Document.Section
  /// Names of subsystems and of the product basis.
  let sites: [String]
  let labels: Set<String>
  /// Undeclared scalar symbols are let through and collected here instead of being errors.
  var allowsUndeclared = false
  private(set) var undeclared: [(name: String, range: Range<Int>)] = []
  /// The declarations that were looked up.
  private(set) var used: Set<Int> = []
  /// Names bound to an argument: the ω of N(ω).
  var parameters: Set<String> = []
  private var definitionDepth = 0

  init(
    notation: Notation, position: Int, section: Document.Section, sites: [String],
    labels: Set<String>
  ) {
    self.notation = notation
    self.position = position
    self.section = section
    self.sites = sites
    self.labels = labels
  }

  mutating func elaborate(_ formula: Formula) throws(ElaborationError) -> Elaborated {
    switch formula.kind {
    case .number(let text):
      guard let value = Rational(text) else { throw unreadable(formula, "a number") }
      return .scalar(.number(value))
    case .symbol, .scripted: return try symbol(formula)
    case .sum(let terms): return try sum(terms, formula)
    case .product(let factors): return try product(factors, formula)
    case .tensor(let factors):
      throw ElaborationError(
        code: "unsupported", message: "a tensor product ⊗ is outside what is checked",
        range: factors.first?.range ?? formula.range)
    case .quotient(let numerator, let denominator):
      return try quotient(numerator, denominator, formula)
    case .ambiguousQuotient(_, _, let trailing):
      throw ElaborationError(
        code: "ambiguous",
        message: trailing.isEmpty
          ? "where the function's argument ends can be read in two ways"
          : "what stands after the slash can be read in two ways",
        help: "write \\frac or parentheses", range: trailing.first?.range ?? formula.range)
    case .function(let name, let power, let argument):
      return try function(name, power, argument, formula)
    case .root(let radicand, let index):
      guard index == nil || index?.kind == .number("2") else {
        throw unreadable(formula, "a square root")
      }
      return .scalar(.squareRoot(try scalar(radicand)))
    case .group(let delimiter, let contents): return try group(delimiter, contents, formula)
    case .ket(let label): return .ket(.label(try ketName(label, formula)))
    case .bra(let label): return .bra(.label(try ketName(label, formula)))
    case .inner(let bra, let ket):
      return .scalar(
        .matrixElement(
          .label(try ketName(bra, formula)), nil, .label(try ketName(ket, formula))))
    case .matrixElement(let bra, let middle, let ket):
      return .scalar(
        .matrixElement(
          .label(try ketName(bra, formula)), try linear(middle),
          .label(try ketName(ket, formula))))
    case .absolute(let inside): return .scalar(.absolute(try scalar(inside)))
    case .expectation:
      throw ElaborationError(
        code: "unsupported", message: "an expectation value without a named state",
        help: "write Tr(\\rho X)", range: formula.range)
    case .big(let name, let lower, let upper, let body):
      return try big(name, lower, upper, body, formula)
    case .matrix(let rows):
      var result: [[ScalarExpression]] = []
      for row in rows {
        var entries: [ScalarExpression] = []
        for entry in row { entries.append(try scalar(entry)) }
        result.append(entries)
      }
      return .matrix(result)
    case .hermitianConjugate:
      throw ElaborationError(
        code: "unexpected-token", message: "H.c. stands for terms before it in a sum",
        range: formula.range)
    case .text(let text):
      throw ElaborationError(
        code: "unexpected-token", message: "'\(text)' is a word, expected a formula",
        range: formula.range)
    }
  }

  // MARK: By type

  mutating func scalar(_ formula: Formula) throws(ElaborationError) -> ScalarExpression {
    let value = try elaborate(formula)
    guard case .scalar(let result) = value else {
      throw mismatch("a scalar", value, formula)
    }
    return result
  }

  mutating func linear(_ formula: Formula) throws(ElaborationError) -> OperatorExpression {
    switch try elaborate(formula) {
    case .linear(let result): return result
    case .scalar(let factor): return .scaled(factor, .identity)
    case let value: throw mismatch("an operator", value, formula)
    }
  }

  func mismatch(_ expected: String, _ found: Elaborated, _ formula: Formula) -> ElaborationError {
    ElaborationError(
      code: "type-mismatch", message: "expected \(expected), found \(found.typeName)",
      range: formula.range)
  }

  func unreadable(_ formula: Formula, _ expected: String) -> ElaborationError {
    ElaborationError(code: "unreadable", message: "expected \(expected)", range: formula.range)
  }

  // MARK: Symbols

  /// The declaration in force, which is noted as used.
  mutating func find(_ key: String) -> Declaration? {
    guard let index = notation.lookup(key, at: position, in: section) else { return nil }
    used.insert(index)
    return notation.declarations[index]
  }

  func isDeclared(_ key: String) -> Bool {
    notation.lookup(key, at: position, in: section) != nil
  }

  private mutating func ketName(
    _ label: String, _ formula: Formula
  ) throws(ElaborationError) -> String {
    if labels.contains(label) { return label }
    let key = Formula.ketKey(label)
    if find(key) != nil { return key }
    throw undeclared(key, formula)
  }

  private func undeclared(_ name: String, _ formula: Formula) -> ElaborationError {
    let near = Suggestion.nearest(to: name, among: notation.keys(at: position))
    return ElaborationError(
      code: "undeclared-symbol", message: "undeclared symbol '\(name)'",
      help: near.map { "did you mean '\($0)'? Else declare it with symbol, let or means" }
        ?? "declare it with symbol, let or means", range: formula.range)
  }

  private mutating func symbol(_ formula: Formula) throws(ElaborationError) -> Elaborated {
    if let name = formula.name, let value = try resolve(name, formula) { return value }
    if case .scripted(let base, let lower, let upper) = formula.kind {
      if case .ket(let label) = base.kind, let site = lower?.text, upper == nil {
        guard sites.contains(site) else {
          throw ElaborationError(
            code: "undeclared-symbol", message: "no subsystem is called '\(site)'",
            help: "subsystems: \(sites.joined(separator: ", "))", range: formula.range)
        }
        return .siteKet(site: site, label)
      }
      if let upper, let base = formula.raised { return try raised(base, upper, formula) }
      if let lower, base.kind == .symbol("\\delta"), let equal = Self.kronecker(lower) {
        return .scalar(.number(equal ? 1 : 0))
      }
    }
    switch formula.kind {
    case .symbol("i"): return .scalar(.imaginaryUnit)
    case .symbol("\\pi"): return .scalar(.symbol("\\pi"))
    case .symbol("e"):
      return .scalar(.exponential(.number(1)))
    default: break
    }
    if let state = formula.dotted { return .linear(.timeDerivative(try linear(state))) }
    let name = formula.name ?? ""
    if allowsUndeclared, formula.name != nil {
      undeclared.append((name, formula.range))
      return .scalar(.symbol(name))
    }
    throw undeclared(name.isEmpty ? "?" : name, formula)
  }

  /// δ_{m,n} of numbers, and δ_{mn} where the letters were filled in: as printed, δ_{12} may be a detuning.
  private static func kronecker(_ indices: Formula.Script) -> Bool? {
    let text = indices.text
    guard text.contains(",") || indices.isFilledIn else { return nil }
    let parts =
      text.contains(",") ? text.split(separator: ",").map(String.init) : text.map(String.init)
    guard parts.count == 2, Int(parts[0]) != nil, Int(parts[1]) != nil else { return nil }
    return parts[0] == parts[1]
  }

  /// The declared kind of a name, by following definitions.
  private mutating func resolve(
    _ name: String, _ formula: Formula
  ) throws(ElaborationError) -> Elaborated? {
    if parameters.contains(name) { return .scalar(.symbol(name)) }
    guard let index = notation.lookup(name, at: position, in: section) else { return nil }
    used.insert(index)
    switch try type(ofDeclaration: index, formula) {
    case .scalar: return .scalar(.symbol(name))
    case .linear: return .linear(.symbol(name))
    case .ket: return .ket(.label(name))
    case .superoperator: return .superoperator(name)
    case .matrix:
      throw ElaborationError(
        code: "unsupported", message: "the matrix '\(name)' inside a formula", range: formula.range)
    }
  }

  private mutating func type(
    ofDeclaration index: Int, _ place: Formula
  ) throws(ElaborationError) -> SymbolType {
    if let known = notation.types[index] { return known }
    return try type(of: notation.declarations[index], place)
  }

  /// What a declaration stands for; `nil` if its definition cannot be read.
  mutating func type(of declaration: Declaration) -> SymbolType? {
    try? type(of: declaration, Formula(.symbol(declaration.key), declaration.range))
  }

  private mutating func type(
    of declaration: Declaration, _ place: Formula
  ) throws(ElaborationError) -> SymbolType {
    func followed(_ formula: Formula) throws(ElaborationError) -> SymbolType {
      guard definitionDepth < 60 else {
        throw ElaborationError(
          code: "circular-definition", message: "'\(declaration.key)' is defined by itself",
          range: place.range)
      }
      var inner = Elaborator(
        notation: notation, position: declaration.position, section: declaration.section,
        sites: sites, labels: labels)
      inner.definitionDepth = definitionDepth + 1
      switch try inner.elaborate(formula) {
      case .scalar: return .scalar
      case .linear: return .linear
      case .ket: return .ket
      case .matrix: return .matrix
      case .superoperator: return .superoperator
      case let other: throw mismatch("a scalar or an operator", other, place)
      }
    }
    switch declaration.kind {
    case .symbol, .angle: return .scalar
    case .mode: return .linear
    case .define(let formula), .printed(let formula): return try followed(formula)
    case .meaning(.alias(let formula), _): return try followed(formula)
    case .meaning(let meaning, _): return meaning.type ?? .scalar
    }
  }

  /// A base with a superscript that is not part of its name: power, adjoint, conjugate, exponential.
  private mutating func raised(
    _ base: Formula, _ upper: Formula.Script, _ formula: Formula
  ) throws(ElaborationError) -> Elaborated {
    switch upper.text {
    case "\\dagger":
      switch try elaborate(base) {
      case .linear(let value): return .linear(.adjoint(value))
      case .scalar(let value): return .scalar(.conjugate(value))
      case .ket(let value): return .bra(value)
      case .bra(let value): return .ket(value)
      case let value: throw mismatch("an operator", value, base)
      }
    case "*", "\\ast": return .scalar(.conjugate(try scalar(base)))
    default: break
    }
    guard let exponent = upper.formula else {
      if allowsUndeclared, let name = formula.name {
        undeclared.append((name, formula.range))
        return .scalar(.symbol(name))
      }
      throw undeclared(formula.name ?? upper.text, formula)
    }
    if base.kind == .symbol("e"), !isDeclared("e") {
      return .scalar(.exponential(try scalar(exponent)))
    }
    let power = try scalar(exponent)
    guard let value = Self.rational(power) else {
      throw ElaborationError(
        code: "unsupported", message: "only whole and half powers are checked",
        range: exponent.range)
    }
    if case .absolute(let inside) = base.kind, value == 2 {
      return .scalar(.absoluteSquare(try scalar(inside)))
    }
    let doubled = value * 2
    guard doubled.isInteger, let half = doubled.numerator.asInt,
      (-400...400).contains(half)
    else {
      throw ElaborationError(
        code: "unsupported", message: "only whole and half powers up to 200 are checked",
        range: exponent.range)
    }
    switch try elaborate(base) {
    case .scalar(let inner):
      if half.isMultiple(of: 2) { return .scalar(.power(inner, half / 2)) }
      return .scalar(.power(.squareRoot(inner), half))
    case .linear(let inner):
      guard half.isMultiple(of: 2), half > 0 else {
        throw unreadable(formula, "a positive whole power of an operator")
      }
      return .linear(.product(Array(repeating: inner, count: half / 2)))
    case let other: throw mismatch("a scalar or an operator", other, base)
    }
  }

  private static func rational(_ e: ScalarExpression) -> Rational? {
    switch e {
    case .number(let value): return value
    case .negative(let value): return rational(value).map { -$0 }
    case .quotient(let a, let b):
      guard let x = rational(a), let y = rational(b), !y.isZero else { return nil }
      return x / y
    default: return nil
    }
  }

  // MARK: Functions and groups

  private mutating func function(
    _ name: String, _ power: Formula?, _ argument: Formula, _ formula: Formula
  ) throws(ElaborationError) -> Elaborated {
    let inner = try scalar(argument)
    let value: ScalarExpression
    switch name {
    case "sin": value = .sine(inner)
    case "cos": value = .cosine(inner)
    case "tan": value = .tangent(inner)
    case "cot": value = .quotient(.cosine(inner), .sine(inner))
    case "exp": value = .exponential(inner)
    case "sinh", "cosh", "tanh", "coth":
      let up = ScalarExpression.exponential(inner)
      let down = ScalarExpression.exponential(.negative(inner))
      let sum = ScalarExpression.sum([up, down])
      let difference = ScalarExpression.sum([up, .negative(down)])
      value =
        switch name {
        case "sinh": .quotient(difference, .number(2))
        case "cosh": .quotient(sum, .number(2))
        case "tanh": .quotient(difference, sum)
        default: .quotient(sum, difference)
        }
    default:
      throw ElaborationError(
        code: "unsupported", message: "the function \(name) is outside what is decided",
        help: "known: sin, cos, tan, cot, exp, sinh, cosh, tanh, coth, square roots",
        range: formula.range)
    }
    guard let power else { return .scalar(value) }
    guard case .number(let text) = power.kind, let exponent = Int(text), exponent <= 200 else {
      throw unreadable(power, "a whole power")
    }
    return .scalar(.power(value, exponent))
  }

  private mutating func group(
    _ delimiter: Formula.Delimiter, _ contents: [Formula], _ formula: Formula
  ) throws(ElaborationError) -> Elaborated {
    if contents.count == 1 { return try elaborate(contents[0]) }
    if contents.count == 2, delimiter == .brackets {
      return .linear(.commutator(try linear(contents[0]), try linear(contents[1])))
    }
    if contents.count == 2, delimiter == .braces {
      return .linear(.anticommutator(try linear(contents[0]), try linear(contents[1])))
    }
    throw unreadable(formula, "an expression, a commutator or an anticommutator")
  }

  private mutating func quotient(
    _ numerator: Formula, _ denominator: Formula, _ formula: Formula
  ) throws(ElaborationError) -> Elaborated {
    if let state = timeDerivative(numerator, denominator) {
      return .linear(.timeDerivative(try linear(state)))
    }
    let divisor = try scalar(denominator)
    switch try elaborate(numerator) {
    case .scalar(let value): return .scalar(.quotient(value, divisor))
    case .linear(let value): return .linear(.scaled(.quotient(.number(1), divisor), value))
    case .ket(let value): return .ket(.scaled(.quotient(.number(1), divisor), value))
    case let value: throw mismatch("a scalar or an operator", value, numerator)
    }
  }

  /// X of dX/dt, if `d` is not a declared symbol.
  private func timeDerivative(_ numerator: Formula, _ denominator: Formula) -> Formula? {
    guard !isDeclared("d"),
      case .product(let below) = denominator.kind, below.count == 2,
      below[0].kind == .symbol("d") || below[0].kind == .symbol("\\partial"),
      case .product(let above) = numerator.kind, above.count >= 2, above[0].kind == below[0].kind
    else { return nil }
    if above.count == 2 { return above[1] }
    return Formula(
      .product(Array(above.dropFirst())),
      above[1].range.lowerBound..<(above.last?.range.upperBound ?? numerator.range.upperBound))
  }
}

extension Formula {
  /// X of `\dot{X}`, which is dX/dt unless the dotted name is declared itself.
  var dotted: Formula? {
    guard case .symbol(let text) = kind, text.hasPrefix("\\dot{"), text.hasSuffix("}") else {
      return nil
    }
    return Formula(.symbol(String(text.dropFirst(5).dropLast())), range)
  }
}
