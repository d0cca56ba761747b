import ExactAlgebra
import Foundation
import LaTeXMath
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

/// The file's names at one point of parameter space, in floating point: every formula is evaluated as
/// it is written, without the exact algebra.
struct PointEnvironment: NumericEnvironment {
  let base: Context.Base
  let statistics: Statistics?
  /// Values of symbols, by name.
  private(set) var values: [String: Double]
  var position: Int
  var section: Document.Section
  private var arguments: [String: Complex] = [:]
  private var depth = 0
  /// Eigenvectors of the Hamiltonian in the product basis, for kets that mean them.
  var eigenvectors: [[Complex]] = []
  /// Symbols without a value that were taken as zero.
  private(set) var zeros: [String] = []

  var dimension: Int { base.space.dimension }

  init(_ base: Context.Base, statistics: Statistics?, values: [String: Double]) {
    self.base = base
    self.statistics = statistics
    self.values = values
    position = base.document.items.count
    section = []
  }

  mutating func set(_ name: String, _ value: Double) { values[name] = value }

  /// A scalar formula elaborated and evaluated from a place.
  mutating func number(
    _ formula: Formula, at position: Int, in section: Document.Section
  ) throws(NumericNameError) -> Complex {
    try from(position, section) { point, elaborator throws in
      try point.number(try elaborator.scalar(formula))
    }
  }

  /// An operator formula elaborated and evaluated from a place.
  mutating func matrix(
    _ formula: Formula, at position: Int, in section: Document.Section
  ) throws(NumericNameError) -> ComplexMatrix {
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
    Elaborator(
      notation: base.notation, position: position, section: section,
      sites: base.space.subsystems.map(\.name), labels: base.space.labels)
  }

  private func declaration(_ name: String) throws(NumericNameError) -> Declaration {
    guard let index = base.notation.lookup(name, at: position, in: section) else {
      throw .noValue(name)
    }
    return base.notation.declarations[index]
  }

  mutating func number(named name: String) throws(NumericNameError) -> Complex {
    if let value = arguments[name] { return value }
    if let value = values[name] { return Complex(value) }
    if name == "\\pi" { return Complex(Double.pi) }
    let declaration = try declaration(name)
    switch declaration.kind {
    case .symbol, .mode: throw .noValue(name)
    case .angle(let cosine, let sine):
      let c = try number(cosine, at: declaration.position, in: declaration.section)
      let s = try number(sine, at: declaration.position, in: declaration.section)
      return Complex(atan2(s.re, c.re))
    case .define(let formula), .printed(let formula), .meaning(.alias(let formula), _):
      return try number(formula, at: declaration.position, in: declaration.section)
    case .meaning(let meaning, _): return try number(meaning, declaration)
    }
  }

  mutating func number(
    function name: String, of argument: Complex
  ) throws(NumericNameError) -> Complex {
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
  ) throws(NumericNameError) -> Complex {
    switch meaning {
    case .rate(let quantity, let name, let frequency):
      let w = try number(frequency, at: declaration.position, in: declaration.section)
      let bath = try bath(named: name)
      let strength = try value(bath.strength, bath)
      let n = try occupation(bath, w.re)
      let isFermion = (bath.statistics ?? statistics) == .fermion
      switch quantity {
      case .occupation: return Complex(n)
      case .absorption: return Complex(strength * n)
      case .emission: return Complex(strength * (isFermion ? 1 - n : 1 + n))
      }
    case .spectralDensity(let name):
      let bath = try bath(named: name)
      return Complex(try value(bath.strength, bath) * (bath.isDecayRate ? 0.5 : 1))
    default: throw .notNumeric("'\(declaration.key)'")
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
  ) throws(NumericNameError) -> Double {
    try number(formula, at: bath.position, in: base.document.items[bath.position].section).re
  }

  /// A bath's chemical potential; zero for bosons where no value was given.
  mutating func chemicalPotential(
    _ bath: ModelDeclaration.BathFormulas
  ) throws(NumericNameError) -> Double {
    guard let formula = bath.chemicalPotential else { return 0 }
    do {
      return try value(formula, bath)
    } catch {
      guard case .noValue(let name) = error, (bath.statistics ?? statistics) == .boson else {
        throw error
      }
      if !zeros.contains(name) { zeros.append(name) }
      return 0
    }
  }

  private mutating func occupation(
    _ bath: ModelDeclaration.BathFormulas, _ frequency: Double
  ) throws(NumericNameError) -> Double {
    guard let kind = bath.statistics ?? statistics else {
      throw .notNumeric("an occupation without statistics")
    }
    let exponent =
      (frequency - (try chemicalPotential(bath))) / (try value(bath.temperature, bath))
    return kind == .boson ? 1 / expm1(exponent) : 1 / (exp(exponent) + 1)
  }

  mutating func vector(named name: String) throws(NumericNameError) -> [Complex] {
    if let index = base.space.labels.firstIndex(of: name) {
      return (0..<dimension).map { Complex($0 == index ? 1 : 0) }
    }
    if case .meaning(.eigenvector(let i), _) = try declaration(name).kind,
      eigenvectors.indices.contains(i - 1)
    {
      return eigenvectors[i - 1]
    }
    throw .notNumeric("the ket '\(name)'")
  }

  mutating func matrix(named name: String) throws(NumericNameError) -> ComplexMatrix {
    let declaration = try declaration(name)
    switch declaration.kind {
    case .define(let formula), .printed(let formula), .meaning(.alias(let formula), _):
      return try matrix(formula, at: declaration.position, in: declaration.section)
    case .symbol, .angle, .mode, .meaning: throw .notNumeric("the operator '\(name)'")
    }
  }

  mutating func matrix(
    site: String, _ a: String, _ b: String
  ) throws(NumericNameError) -> ComplexMatrix {
    guard let exact = base.space.siteOuter(site, a, b) else { throw .notNumeric("a level") }
    let n = exact.dimension
    return ComplexMatrix(
      (0..<n).map { i in (0..<n).map { Complex(exact[i, $0].isLiterallyZero ? 0 : 1) } })
  }
}
