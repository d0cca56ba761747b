import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// What is said of a form in words.
extension ClosedFormBuilder {
  /// What the restrictions and the order of the energies ask beyond the domains.
  func conditions() -> [String] {
    var result: [String] = []
    var point = point
    for restriction in restrictions {
      guard let statement = restriction.statement, restriction.statistics == nil else { continue }
      if restriction.isAssumption || !holds(statement, restriction, &point) {
        result.append("$\(restriction.phrase.text)$")
      }
    }
    for gap in context.eigenbasisCache?.unprovedGaps ?? [] {
      result.append("$\(context.brief(gap)) > 0$")
    }
    if let system = context.systemCache {
      for frequency in system.positiveFrequencies
      where !context.field.isProvablyPositive(frequency) {
        result.append("$\(context.brief(frequency)) > 0$")
      }
    }
    var seen = Set<String>()
    return result.filter { seen.insert($0).inserted }
  }

  /// All sides are one step, an angle by its cosine and sine.
  private func holds(
    _ statement: LaTeXMath.Statement, _ restriction: Scoped,
    _ point: inout PointEnvironment<FormulaNode>
  ) -> Bool {
    let (place, section) = (restriction.position, restriction.section)
    var sides: [(cosine: FormulaNode, sine: FormulaNode)] = []
    var values: [FormulaNode] = []
    for side in statement.sides {
      if let name = side.name, let angle = point.angle(name, at: place, in: section) {
        sides.append(angle)
      } else if let value = try? point.number(side, at: place, in: section) {
        values.append(value)
      } else {
        return false
      }
    }
    guard !sides.isEmpty else {
      return values.dropFirst().allSatisfy { $0.isIdentical(to: values[0]) }
    }
    sides += values.map { ($0.cosine(), $0.sine()) }
    return sides.dropFirst().allSatisfy {
      $0.cosine.isIdentical(to: sides[0].cosine) && $0.sine.isIdentical(to: sides[0].sine)
    }
  }

  func parameters(_ model: ClosedForm.Model) -> [ClosedForm.Parameter] {
    symbols.enumerated().map { number, name in
      ClosedForm.Parameter(
        latex: name, meaning: meaning(of: number, model),
        domain: context.base.notation.domain(of: name))
    }
  }

  /// What the model takes a parameter for.
  private func meaning(of number: Int, _ model: ClosedForm.Model) -> String {
    func isIt(_ step: Int) -> Bool { builder.steps[step] == .parameter(number) }
    func list(_ names: [String]) -> String {
      names.count == 1
        ? "bath \(names[0])"
        : "baths \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
    }
    var parts: [String] = []
    func add(_ what: String, _ baths: [ClosedForm.Bath]) {
      if !baths.isEmpty { parts.append("\(what) of \(list(baths.map(\.name)))") }
    }
    add("temperature", model.baths.filter { isIt($0.temperature) })
    add("chemical potential", model.baths.filter { isIt($0.chemicalPotential) })
    add("decay rate", model.baths.filter { $0.isDecayRate && isIt($0.strength) })
    add("spectral density", model.baths.filter { !$0.isDecayRate && isIt($0.strength) })
    for jump in model.jumps where isIt(jump.rate) {
      parts.append("rate of the jump $\(jump.name)$")
    }
    if model.hamiltonian.joined().contains(where: { depends($0, on: number) }) {
      parts.append("parameter of the Hamiltonian")
    }
    return parts.isEmpty ? "symbol of the file" : parts.joined(separator: "; ")
  }

  private func depends(_ step: Int, on parameter: Int) -> Bool {
    var pending = [step]
    var seen = Set(pending)
    while let next = pending.popLast() {
      if builder.steps[next] == .parameter(parameter) { return true }
      pending += builder.steps[next].operands.filter { seen.insert($0).inserted }
    }
    return false
  }

  /// The names of steps, with where they come from.
  func names() -> [ClosedForm.NamedStep] {
    let notation = context.base.notation
    return builder.names.sorted { $0.key < $1.key }.map { step, name in
      var meaning = "from the model"
      if let index = name.declaration {
        let declaration = notation.declarations[index]
        switch declaration.kind {
        case .printed: meaning = equation(of: declaration).map { "Eq. (\($0))" } ?? "printed"
        case .define, .angle: meaning = "declared in the file"
        case .meaning(.rate(let quantity, let bath, _), _):
          meaning = "\(quantity.words) of bath \(bath)"
        case .symbol, .mode, .meaning: break
        }
      }
      return .init(step: step, latex: name.latex, meaning: meaning)
    }
  }

  private func equation(of declaration: Declaration) -> String? {
    derivation.lines.first {
      $0.position == declaration.position && $0.range == declaration.range
        && $0.left.declarationKey?.key == declaration.key
    }?.equation
  }
}

extension Reservoirs.Quantity {
  fileprivate var words: String {
    switch self {
    case .occupation: "occupation"
    case .absorption: "absorption rate"
    case .emission: "emission rate"
    }
  }
}

extension Notation {
  /// Where a symbol takes its values: by its last declaration.
  func domain(of name: String) -> ClosedForm.Domain {
    for declaration in declarations.reversed() where declaration.key == name {
      guard case .symbol(let domain) = declaration.kind else { continue }
      switch domain {
      case .complex: return .complex
      case .real(.positive): return .positive
      case .real(.nonnegative): return .nonnegative
      case .real(.real): return .real
      case .real(.interval(let low, let high)):
        return .interval(low.description, high.description)
      }
    }
    return .real
  }
}
