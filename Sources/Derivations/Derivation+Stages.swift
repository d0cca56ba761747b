import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

extension Derivation {
  /// Every stage from the model to the closed forms.
  ///
  /// - Parameters:
  ///   - given: further restrictions, as in a `given` directive; if there are none, closed forms are
  ///     derived under each set of restrictions that the file itself uses for a steady state.
  ///   - progress: called with a few words before each stage.
  /// - Throws: ``FileError`` if the model cannot be built, or a restriction cannot be used.
  public func stages(
    given: [String], progress: (String) -> Void
  ) throws(FileError) -> Stages {
    var contexts = try Contexts(self)
    try contexts.validateModel()
    let last = base.document.items.count - 1
    let extra = given.map {
      Scoped(phrase: Phrase(text: $0, offset: 0), section: [], position: last, isAssumption: false)
    }
    var (_, context) = try contexts.context(at: last, in: [], adding: extra)
    var sections: [Stages.Section] = []
    progress("the model")
    do {
      sections += try context.modelStages(given)
    } catch {
      throw context.fileError(error, at: base.model.hamiltonian?.range ?? 0..<0)
    }
    if base.model.baths.isEmpty && base.model.jumps.isEmpty {
      return Stages(derivation: name, title: title, sections: sections)
    }
    var seen = Set<[Contexts.Restriction]>()
    var places: [(position: Int, section: Document.Section)] = []
    if given.isEmpty {
      for line in lines where speaksOfSteadyState(line) {
        let key = contexts.restrictions(at: line.position, in: line.section)
        if seen.insert(key).inserted { places.append((line.position, line.section)) }
      }
    }
    if places.isEmpty { places = [(last, [])] }
    var searches = ShortFormSearches()
    for place in places {
      var (_, context) = try contexts.context(at: place.position, in: place.section, adding: extra)
      (context.position, context.section) = place
      progress("closed forms, \(context.given.joined(separator: ", "))")
      do {
        sections.append(try context.closedForms(in: lines, of: self, &searches))
      } catch {
        throw context.fileError(error, at: base.model.baths.first?.range ?? 0..<0)
      }
    }
    return Stages(derivation: name, title: title, sections: sections)
  }

  /// The left side names an element of the steady state.
  func speaksOfSteadyState(_ line: PrintedLine) -> Bool {
    guard let (key, _) = line.left.declarationKey,
      let index = base.notation.lookup(key, at: line.position, in: line.section)
    else { return false }
    switch base.notation.declarations[index].kind {
    case .meaning(.steadyElement, _), .meaning(.steadyState, _): return true
    default: return false
    }
  }
}

extension Context {
  /// Hamiltonian, eigenbasis, frequency components, dissipators, Liouvillian.
  mutating func modelStages(_ given: [String]) throws(EvaluationError) -> [Stages.Section] {
    var sections: [Stages.Section] = []
    func section(_ title: String, _ comment: String, _ statements: [(String, String)]) {
      sections.append(
        Stages.Section(
          title: title, given: given, comment: comment,
          statements: statements.map { Stages.Statement(left: $0.0, right: $0.1) }))
    }
    let labels = base.space.labels
    let h = try hamiltonian()
    section(
      "Hamiltonian", "The matrix in the product basis.",
      nonzero(h).map { i, j, value in ("\\langle \(labels[i])|H|\(labels[j])\\rangle", value) })
    guard !base.model.baths.isEmpty || !base.model.jumps.isEmpty else { return sections }
    let system = try system()
    if let basis = system.eigenbasis {
      let names = eigenNames()
      section(
        "Eigenvalues and eigenvectors",
        "By blocks of the product basis; $H v = E v$ and orthonormality were verified exactly.",
        basis.energies.indices.flatMap { i in
          [
            (names.value(i), brief(basis.energies[i])),
            (
              names.ket(i),
              shown(basis.vectors[i], [], printed: []) ?? ""
            ),
          ]
        })
      for (number, bath) in system.baths.enumerated() {
        section(
          "Frequency components of the coupling to bath \(bath.name)",
          "$[H, X(\\omega)] = -\\omega X(\\omega)$ by the differences of the energies; in the "
            + "interaction picture $X(t) = \\sum_\\omega X(\\omega) e^{-i\\omega t}$.",
          system.components[number].map { part in
            (
              componentName(number, part.frequency),
              Self.joined(
                nonzero(part.matrix).map { i, j, value in
                  term(value, "\(names.ket(i))\(names.bra(j))")
                })
            )
          }
            + system.components[number].map { part in
              (
                "\\omega(\(componentName(number, part.frequency)))", brief(part.frequency)
              )
            })
      }
      section(
        "Dissipators",
        "Born–Markov, without Lamb shift: pairs of the same frequency, then of "
          + "different ones.", dissipators(system))
    }
    if !system.jumps.isEmpty {
      section(
        "Jumps",
        "Explicit Lindblad terms $\\kappa(L\\rho L^\\dagger - \\frac{1}{2} L^\\dagger L "
          + "\\rho - \\frac{1}{2} \\rho L^\\dagger L)$.",
        system.jumps.map { ("\\mathrm{rate}(\($0.name))", brief($0.rate)) })
    }
    sections.append(try liouvillian(system, given))
    return sections
  }

  private func dissipators(_ system: OpenSystem) -> [(String, String)] {
    system.baths.indices.flatMap { number in
      [(OpenSystem.Part.sameFrequency, "same"), (.crossFrequency, "cross")].compactMap {
        part, name in
        guard
          let tree = system.dissipatorExpression(
            part, bath: number, state: "\\rho", name: { componentName(number, $0) })
        else { return nil }
        let text = tree.expression.latex { scalar in
          switch scalar {
          case .symbol(let symbol): tree.rates[symbol].map { field.latex($0) } ?? symbol
          case .number(let value): value.description
          default: ""
          }
        }
        return ("\\mathcal{D}_{\(system.baths[number].name)}^{\\mathrm{\(name)}}[\\rho]", text)
      }
    }
  }

  /// dρ_ij/dt for every element, and which elements decouple.
  private mutating func liouvillian(
    _ system: OpenSystem, _ given: [String]
  ) throws(EvaluationError) -> Stages.Section {
    let state = try genericState()
    let equations = try equations()
    guard let rate = system.generator(on: state.matrix, field: field).canonical(in: field) else {
      throw .divisionByZero
    }
    let unknowns = equations.populations.unknowns
    let statements = unknowns.map { unknown in
      let entry = rate[unknown.row, unknown.column]
      return Stages.Statement(
        left: "\\frac{d}{dt} \(field.generators[unknown.generator].latex)",
        right: linear(unknown.isImaginary ? entry.imaginary : entry.real, unknowns))
    }
    let gone = equations.decoupled.flatMap(\.unknowns).map {
      "$\(field.generators[$0.generator].latex)$"
    }
    return Stages.Section(
      title: "Master equation, element by element", given: given,
      comment: "The populations and what couples to them."
        + (gone.isEmpty
          ? ""
          : " These decouple, their equations are homogeneous and of full rank, so they vanish in "
            + "the steady state: " + gone.joined(separator: ", ") + "."),
      statements: statements)
  }

  /// A linear combination of unknowns, factor by factor.
  private func linear(_ value: Fraction, _ unknowns: [GenericState.Unknown]) -> String {
    var parts: [String] = []
    for unknown in unknowns {
      let coefficients = value.numerator.coefficients(in: unknown.generator)
      guard coefficients.count == 2 else { continue }
      let factor = Fraction(coefficients[1], value.denominator)
      parts.append(term(Scalar(factor), field.generators[unknown.generator].latex))
    }
    return parts.isEmpty ? "0" : Self.joined(parts)
  }

  /// Terms as a sum, with minus signs where terms begin with one.
  private static func joined(_ terms: [String]) -> String {
    terms.reduce("") { sum, term in
      if sum.isEmpty { return term }
      return term.hasPrefix("-") ? "\(sum) - \(term.dropFirst())" : "\(sum) + \(term)"
    }
  }

  /// A factor before a symbol, in parentheses where it is a sum.
  private func term(_ factor: Scalar, _ symbol: String) -> String {
    let text = field.latex(factor)
    if text == "1" { return symbol }
    if text == "-1" { return "-" + symbol }
    let terms = factor.real.numerator.termCount + factor.imaginary.numerator.termCount
    if terms > 1, factor.real.denominator == .one, factor.imaginary.denominator == .one {
      return text.hasPrefix("-")
        ? "-\\left(\(field.latex(-factor))\\right) \(symbol)" : "\\left(\(text)\\right) \(symbol)"
    }
    return "\(text) \(symbol)"
  }

  private func term(_ factor: String, _ symbol: String) -> String {
    factor == "1" ? symbol : factor == "-1" ? "-" + symbol : "\(factor) \(symbol)"
  }

  /// The nonzero entries of a matrix, as LaTeX.
  private func nonzero(_ matrix: OperatorMatrix) -> [(Int, Int, String)] {
    (0..<matrix.dimension).flatMap { i in
      (0..<matrix.dimension).compactMap { j in
        matrix[i, j].isLiterallyZero ? nil : (i, j, brief(matrix[i, j]))
      }
    }
  }

  /// The steady state's elements in closed form, written with the file's abbreviations.
  mutating func closedForms(
    in lines: [PrintedLine], of derivation: Derivation, _ searches: inout ShortFormSearches
  ) throws(EvaluationError) -> Stages.Section {
    let equations = try equations()
    var statements: [Stages.Statement] = []
    var hidden = 0
    let solution = try solution()
    var printed = lines.filter { line in
      let here = derivation.restrictions(at: line.position, in: line.section).map(\.phrase.text)
      return here.filter { Statistics(rawValue: $0) != nil || $0.contains("=") } == given
    }.compactMap(\.right)
    if printed.isEmpty { printed = lines.compactMap(\.right) }
    let short = try shortState(namesInForce(for: printed), isNaming: true, &searches)
    let shortSize = short?.size ?? .max
    var size = 0
    for unknown in equations.populations.unknowns {
      // However short the others are: the short state is taken.
      if short != nil, hidden > 0 || shortSize < size { break }
      guard let value = solution[unknown.generator] else { continue }
      let name = field.generators[unknown.generator].latex
      if let text = shown([Scalar(value)], [""], printed: printed), text.utf8.count <= 3000 {
        statements.append(Stages.Statement(left: name, right: text))
        size += text.utf8.count
      } else {
        hidden += 1
      }
    }
    if let short, hidden > 0 || shortSize < size {
      hidden = 0
      statements = short.definitions.map { .init(left: $0.name, right: $0.value.latex ?? "") }
      for element in short.elements {
        statements.append(
          .init(
            left: try elementName(element.row, element.column), right: element.value.latex ?? ""))
      }
    }
    return Stages.Section(
      title: "Steady state in closed form", given: given,
      comment: "From \(equations.populations.unknowns.count) linear equations with "
        + "$\\mathrm{tr}\\,\\rho = 1$; $L\\rho = 0$ was verified by substitution, uniqueness by rank."
        + (hidden == 0
          ? "" : " \(hidden) elements are too long to print; restrict the model with 'given'."),
      statements: statements)
  }

  /// LaTeX of an element of the state in the working basis.
  private mutating func elementName(_ row: Int, _ column: Int) throws(EvaluationError) -> String {
    let state = try genericState()
    guard let unknown = state.unknowns.first(where: { $0.row == row && $0.column == column }) else {
      return ""
    }
    let name = field.generators[unknown.generator].latex
    return name.hasPrefix("\\operatorname{Re}") ? String(name.dropFirst(17)) : name
  }

  // MARK: Names

  /// The file's names of eigenvalues and eigenvectors, or ε_i.
  private func eigenNames() -> EigenNames {
    var names = EigenNames()
    for declaration in base.notation.declarations {
      switch declaration.kind {
      case .meaning(.eigenvalue(let i), _): names.values[i - 1] = declaration.key
      case .meaning(.eigenvector(let i), _): names.kets[i - 1] = declaration.key
      default: break
      }
    }
    return names
  }

  /// The file's name of a bath's component at a frequency, or X_bath(ω).
  private func componentName(_ bath: Int, _ frequency: Fraction) -> String {
    var copy = self
    for declaration in base.notation.declarations {
      guard case .meaning(.component(let of, let wanted), _) = declaration.kind,
        let value = try? copy.real(wanted, at: declaration),
        let form = try? copy.linear(of, at: declaration), let matrix = form.matrix,
        field.isZero(value - frequency),
        let coupling = systemCache?.baths[bath].coupling, field.isZero(matrix - coupling)
      else { continue }
      return declaration.key
    }
    let name = systemCache?.baths[bath].name ?? ""
    if let parts = systemCache?.components[bath], parts.count == 1 { return "X_{\(name)}" }
    return "X_{\(name)}(\(field.latex(frequency)))"
  }
}

private struct EigenNames {
  var values: [Int: String] = [:]
  var kets: [Int: String] = [:]

  func value(_ i: Int) -> String { values[i] ?? "\\varepsilon_{\(i + 1)}" }
  func ket(_ i: Int) -> String { kets[i] ?? "|\\varepsilon_{\(i + 1)}\\rangle" }
  func bra(_ i: Int) -> String {
    "\\langle " + ket(i).dropFirst().dropLast("\\rangle".count) + "|"
  }
}
