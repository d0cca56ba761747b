import ExactAlgebra
import LaTeXMath
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

/// Makes one closed form: the file's names as steps, its proved lines as they are printed, and what the
/// model implies in the place of all others.
struct ClosedFormBuilder {
  let derivation: Derivation
  private let outcome: Outcome
  private let state: PrintedState?
  let restrictions: [Scoped]
  private(set) var context: Context
  let builder = FormulaBuilder()
  private(set) var point: PointEnvironment<FormulaNode>
  /// The independent symbols, in the order of their parameters.
  let symbols: [String]
  private let zero: FormulaNode
  var known: [Int: FormulaNode] = [:]
  /// The elements of the derived state in the working basis that were asked for.
  private var derived: [[Int]: FormulaNode] = [:]
  /// The derived state written short, once it was asked for.
  private var letterForms: LetterForms??
  /// What was searched for, for this form and others.
  private(set) var searches: ShortFormSearches
  private var letters: [ScalarExpression: FormulaNode] = [:]

  /// Terms of a derived fraction, and steps of a form: beyond these nobody reads it.
  private static let mostTerms = 400
  private static let mostSteps = 4000

  init(
    _ derivation: Derivation, _ outcome: Outcome, _ state: PrintedState?,
    _ place: (position: Int, section: Document.Section), restrictions extra: [Scoped],
    _ context: Context, _ searches: ShortFormSearches
  ) throws(FileError) {
    self.derivation = derivation
    self.searches = searches
    self.outcome = outcome
    self.state = state
    self.context = context
    restrictions = derivation.restrictions(at: place.position, in: place.section) + extra
    zero = builder.constant(0)
    let base = derivation.base
    symbols = Settings.independentSymbols(restrictions, in: context)
    var subjects: [PlacedFormula] = []
    var nodes: [FormulaNode] = []
    for name in symbols {
      guard let formula = try? LaTeXReader.formula(in: name) else {
        throw context.error("unreadable-symbol", "the symbol '\(name)' cannot be read", at: 0..<0)
      }
      subjects.append(
        PlacedFormula(
          formula: formula, latex: name, position: place.position, section: place.section))
      let domain = base.notation.domain(of: name)
      nodes.append(builder.parameter(isReal: domain != .complex, isPositive: domain == .positive))
    }
    let settings = try Settings(subjects, restrictions: restrictions, in: context)
    point = PointEnvironment(
      base, statistics: context.statistics, values: settings.values(nodes, like: zero), like: zero)
    point.position = place.position
    point.section = place.section
    // Of a complex symbol the exact algebra knows the two parts.
    for (index, parts) in context.symbols.sorted(by: { $0.key < $1.key }) {
      guard let imaginary = parts.imaginary,
        let value = point.values[base.notation.declarations[index].key]
      else { continue }
      known[parts.real] = value.realPart
      known[imaginary] = (-(value.imaginaryUnit * value)).realPart
    }
  }

  /// The whole form.
  mutating func form() throws -> ClosedForm {
    let (elements, sources) = try self.elements()
    let model = try self.model()
    let result = ClosedForm(
      given: context.given, equations: state?.equations ?? [], parameters: parameters(model),
      conditions: conditions(), steps: builder.steps, isReal: builder.isReal, names: names(),
      basis: kets(model), elements: elements.map { row in row.map(\.position) },
      sources: sources, model: model)
    guard result.steps.count <= Self.mostSteps else {
      throw tooLong("it takes \(result.steps.count) operations")
    }
    return result
  }

  private func tooLong(_ what: String) -> FileError {
    context.error(
      "too-long", "its closed form is too long: \(what)",
      help: "restrict the model with --given", at: 0..<0)
  }

  // MARK: Elements

  private mutating func elements() throws -> ([[FormulaNode]], [ClosedForm.ElementSource]) {
    let n = context.dimension
    var values: [[Int]: FormulaNode] = [:]
    var origins: [[Int]: ClosedForm.Origin] = [:]
    let candidates = state.map { derivation.lines(of: $0) } ?? []
    for i in 0..<n {
      for j in i..<n {
        guard let (value, origin) = printed([i, j], candidates) else { continue }
        values[[i, j]] = value
        origins[[i, j]] = origin
      }
    }
    // The trace gives one population; the others that are not printed are derived.
    var open = (0..<n).filter { values[[$0, $0]] == nil }
    let rest = open.popLast()
    for i in 0..<n {
      for j in i..<n where values[[i, j]] == nil && !(i == j && i == rest) {
        let value = try derivedElement(i, j)
        values[[i, j]] = value
        origins[[i, j]] =
          value.isIdentical(to: zero) ? .zero : .derived(refuted: refuted([i, j], candidates))
      }
    }
    if let rest {
      values[[rest, rest]] = (0..<n).filter { $0 != rest }
        .reduce(builder.constant(1)) { $0 - (values[[$1, $1]] ?? zero) }
      origins[[rest, rest]] = .trace
    }
    var sources: [ClosedForm.ElementSource] = []
    let names = elementNames()
    for i in 0..<n {
      for j in i..<n {
        sources.append(
          .init(
            row: i, column: j, latex: names[[i, j]] ?? "\\rho_{\(i + 1)\(j + 1)}",
            isNamed: names[[i, j]] != nil,
            origin: origins[[i, j]] ?? .zero))
      }
    }
    let matrix = (0..<n).map { i in
      (0..<n).map { j in values[[i, j]] ?? values[[j, i]]?.conjugate ?? zero }
    }
    return (matrix, sources)
  }

  /// An element by its first line that is proved, or proved with a repair, or by its partner's.
  private mutating func printed(
    _ place: [Int], _ candidates: [(place: [Int], number: Int)]
  ) -> (FormulaNode, ClosedForm.Origin)? {
    for isRepaired in [false, true] {
      for candidate in candidates
      where candidate.place == place || candidate.place.reversed() == place {
        let line = derivation.lines[candidate.number]
        let verdict = outcome.lines[candidate.number]
        guard let (formula, origin) = source(line, verdict, isRepaired),
          let value = try? point.number(formula, at: line.position, in: line.section)
        else { continue }
        return (candidate.place == place ? value : value.conjugate, origin)
      }
    }
    return nil
  }

  private func source(
    _ line: PrintedLine, _ verdict: LineOutcome, _ isRepaired: Bool
  ) -> (Formula, ClosedForm.Origin)? {
    if !isRepaired {
      guard verdict.verdict == .proved, let right = line.right else { return nil }
      return (right, .printed(equation: line.equation))
    }
    guard verdict.verdict == .refuted,
      let repair = verdict.repairs.first(where: { $0.verdict == .proved && $0.under.isEmpty }),
      let formula = try? LaTeXReader.formula(in: repair.latex)
    else { return nil }
    return (
      formula,
      .repaired(
        equation: line.equation, slip: repair.slips.map(\.rawValue).joined(separator: ", "),
        printed: verdict.printed)
    )
  }

  /// The equation of a line that prints the element and does not follow.
  private func refuted(
    _ place: [Int], _ candidates: [(place: [Int], number: Int)]
  ) -> String? {
    candidates.first {
      $0.place == place && outcome.lines[$0.number].verdict == .refuted
    }.map { outcome.lines[$0.number].equation }
  }

  /// ⟨i|ρ|j⟩ in the form's basis, as derived.
  private mutating func derivedElement(_ i: Int, _ j: Int) throws -> FormulaNode {
    guard let order = try productOrder() else { return try workingElement(i, j) }
    let vectors = try context.numericVectors(&point)
    var total = zero
    for a in vectors.indices {
      for b in vectors.indices {
        let weight = vectors[a][order[i]] * vectors[b][order[j]].conjugate
        if weight.isIdentical(to: zero) { continue }
        total = total + weight * (try workingElement(a, b))
      }
    }
    return total
  }

  /// The numbers of the form's kets in the product basis; `nil` for the eigenbasis.
  mutating func productOrder() throws -> [Int]? {
    let labels = context.base.space.labels
    switch state?.basis {
    case .product(let kets): return kets.compactMap { labels.firstIndex(of: $0) }
    case .eigenbasis: return nil
    case nil: return try context.system().eigenbasis == nil ? Array(labels.indices) : nil
    }
  }

  private mutating func workingElement(_ a: Int, _ b: Int) throws -> FormulaNode {
    if let value = derived[[a, b]] { return value }
    if a > b { return try workingElement(b, a).conjugate }
    let decoupled = Set(
      try context.equations().decoupled.flatMap { $0.unknowns.map(\.generator) })
    if let value = try shortElement(a, b) {
      derived[[a, b]] = value
      return value
    }
    var total = zero
    for unknown in try context.genericState().unknowns
    where unknown.row == a && unknown.column == b && !decoupled.contains(unknown.generator) {
      guard let fraction = try context.solution()[unknown.generator] else { continue }
      let terms = fraction.numerator.termCount + fraction.denominator.termCount
      guard terms <= Self.mostTerms else { throw tooLong("a derived element has \(terms) terms") }
      let value = try context.number(fraction, &point, &known)
      total = total + (unknown.isImaginary ? zero.imaginaryUnit * value : value)
    }
    derived[[a, b]] = total
    return total
  }

  /// An element by its short form, where there is one.
  private mutating func shortElement(_ a: Int, _ b: Int) throws -> FormulaNode? {
    if letterForms == nil {
      letterForms = .some(try context.letterForms([], &searches))
      for (number, letter) in (letterForms.flatMap { $0 }?.letters ?? []).enumerated() {
        letters[ShortForms.leaf(number)] = try context.number(letter.value, &point, &known)
      }
    }
    guard
      let element = letterForms.flatMap({ $0 })?.elements.first(where: {
        $0.row == a && $0.column == b
      })
    else { return nil }
    return try node(of: element.value)
  }

  /// A rational expression over letters as a step.
  private func node(of expression: ScalarExpression) throws -> FormulaNode {
    if let letter = letters[expression] { return letter }
    switch expression {
    case .number(let value): return builder.constant(value)
    case .imaginaryUnit: return zero.imaginaryUnit
    case .sum(let terms):
      return try terms.dropFirst().reduce(try terms.first.map(node) ?? zero) {
        $0 + (try node(of: $1))
      }
    case .product(let factors):
      return try factors.reduce(builder.constant(1)) { $0 * (try node(of: $1)) }
    case .negative(let value): return -(try node(of: value))
    case .quotient(let top, let bottom): return try node(of: top) / node(of: bottom)
    case .power(let base, let exponent):
      let value = try node(of: base)
      return (0..<exponent).reduce(builder.constant(1)) { product, _ in product * value }
    case .symbol, .squareRoot, .exponential, .sine, .cosine, .tangent, .conjugate, .absoluteSquare,
      .absolute, .trace, .matrixElement, .application, .functional:
      throw NumericNameError.notNumeric("a part of a derived form")
    }
  }

  private func elementNames() -> [[Int]: String] {
    var names: [[Int]: String] = [:]
    for declaration in context.base.notation.declarations {
      guard case .meaning(.steadyElement(let basis, let i, let j), nil) = declaration.kind,
        basis == state?.basis ?? .eigenbasis
      else { continue }
      names[[i - 1, j - 1]] = names[[i - 1, j - 1]] ?? declaration.key
    }
    return names
  }

  // MARK: The model

  private mutating func model() throws -> ClosedForm.Model {
    let base = context.base
    guard let declared = base.model.hamiltonian else {
      throw NumericNameError.notNumeric("a model without a Hamiltonian")
    }
    let h = try positions(declared.formula, declared.position)
    var baths: [ClosedForm.Bath] = []
    for bath in base.model.baths {
      baths.append(
        .init(
          name: bath.name, coupling: try positions(bath.coupling, bath.position),
          strength: try point.value(bath.strength, bath).position, isDecayRate: bath.isDecayRate,
          temperature: try point.value(bath.temperature, bath).position,
          chemicalPotential: try point.chemicalPotential(bath).position,
          isFermion: (bath.statistics ?? context.statistics) == .fermion))
    }
    var jumps: [ClosedForm.Jump] = []
    for jump in base.model.jumps {
      let section = base.document.items[jump.position].section
      jumps.append(
        .init(
          name: jump.name, matrix: try positions(jump.jumpOperator, jump.position),
          rate: try point.number(jump.rate, at: jump.position, in: section).position))
    }
    let system = try context.system()
    let order = try productOrder()
    var energies: [Int] = []
    for energy in system.eigenbasis?.energies ?? [] {
      energies.append(try context.number(energy, &point, &known).position)
    }
    let vectors = energies.isEmpty ? [] : try context.numericVectors(&point)
    return ClosedForm.Model(
      labels: base.space.labels, hamiltonian: h, energies: energies,
      eigenvectors: vectors.map { $0.map(\.position) }, baths: baths, jumps: jumps,
      isSecular: base.model.approximations.contains { $0.text == "secular" },
      isEigenbasis: order == nil, order: order ?? [])
  }

  private mutating func positions(_ formula: Formula, _ position: Int) throws -> [[Int]] {
    let section = context.base.document.items[position].section
    return try point.matrix(formula, at: position, in: section).rows.map { $0.map(\.position) }
  }

  private func kets(_ model: ClosedForm.Model) -> [String] {
    guard model.isEigenbasis else { return model.order.map { "|\(model.labels[$0])\\rangle" } }
    var names = (0..<context.dimension).map { "|\\varepsilon_{\($0 + 1)}\\rangle" }
    for declaration in context.base.notation.declarations {
      if case .meaning(.eigenvector(let i), _) = declaration.kind, names.indices.contains(i - 1) {
        names[i - 1] = declaration.key
      }
    }
    return names
  }
}
