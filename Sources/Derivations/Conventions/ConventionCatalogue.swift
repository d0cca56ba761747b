import ExactAlgebra
import LaTeXMath
import OpenSystems

/// The conventions that can be tried on some lines: a small group, made from what the file declares.
struct ConventionCatalogue {
  private let notation: Notation
  private let model: ModelDeclaration
  /// The names in each line.
  private let lines: [Set<String>]
  /// Where the lines stand.
  private let place: (position: Int, section: Document.Section)?
  /// The names with a meaning where the lines stand.
  private let named: [(key: String, meaning: Meaning)]
  private let byMeaning: [Meaning: Renaming.Target]
  /// A state's elements by their names, or by those of their complex conjugates.
  private let elements: [Meaning: Renaming.Target]
  /// Permutations of more levels are too many to try.
  private static let mostLevels = 5

  init(_ base: Context.Base, _ lines: [PrintedLine]) {
    notation = base.notation
    model = base.model
    self.lines = lines.map { line in
      [line.left, line.right].compactMap { $0 }.reduce(into: []) { keys, formula in
        for index in base.declarations(namedIn: formula, at: line.position, in: line.section) {
          keys.insert(base.notation.declarations[index].key)
        }
      }
    }
    place = lines.first.map { ($0.position, $0.section) }
    var named: [(key: String, meaning: Meaning)] = []
    var byMeaning: [Meaning: Renaming.Target] = [:]
    var seen = Set<String>()
    if let place {
      for declaration in notation.declarations where seen.insert(declaration.key).inserted {
        guard
          let index = notation.lookup(declaration.key, at: place.position, in: place.section),
          case .meaning(let meaning, nil) = notation.declarations[index].kind
        else { continue }
        named.append((declaration.key, meaning))
        guard byMeaning[meaning] == nil else { continue }
        byMeaning[meaning] = Renaming.Target(
          factor: 1, name: declaration.key, formula: notation.formula(of: declaration.key))
      }
    }
    self.named = named
    self.byMeaning = byMeaning
    var elements = byMeaning
    for (meaning, target) in byMeaning {
      guard case .steadyElement(let basis, let i, let j) = meaning, i != j,
        byMeaning[.steadyElement(basis, j, i)] == nil
      else { continue }
      let name = target.name.contains("^") ? "{\(target.name)}^*" : "\(target.name)^*"
      elements[.steadyElement(basis, j, i)] = Renaming.Target(factor: 1, name: name)
    }
    self.elements = elements
  }

  /// Every single convention that changes one of the lines, permutations last.
  func conventions(statistics: Statistics?) -> [Convention] {
    var result: [Convention] = []
    let elements = meanings.compactMap { meaning -> Meaning? in
      if case .steadyElement = meaning { return meaning }
      return nil
    }
    if elements.contains(where: \.isCoherence) { result.append(.transposed) }
    if elements.contains(where: { $0.isCoherence && $0.productBasis == nil }) {
      result += kets.map { .negatedKet($0) }
    }
    result += signedSymbols.map { .negatedSymbol($0) }
    for name in rateSymbols {
      result += [Rational(2), Rational(1, 2)].map { .scaledRate(name, $0) }
    }
    if let statistics {
      result.append(.otherStatistics(statistics == .boson ? .fermion : .boson))
    }
    return result + permutations(elements)
  }

  /// What a convention does to names where the lines stand; `nil` where a name that it needs is not declared.
  func renaming(_ convention: Convention) -> Renaming? {
    var targets: [String: Renaming.Target] = [:]
    var isComplete = true
    func renameElements(
      of wanted: Meaning.Basis? = nil,
      _ change: (Meaning.Basis, Int, Int) -> Renaming.Target?
    ) {
      for (key, meaning) in named {
        guard case .steadyElement(let basis, let i, let j) = meaning,
          wanted == nil || basis == wanted
        else { continue }
        guard let target = change(basis, i, j) else {
          isComplete = isComplete && !lines.contains { $0.contains(key) }
          continue
        }
        targets[key] = target
      }
    }
    switch convention {
    case .permutedLevels(let wanted, let order):
      renameElements(of: wanted) { basis, i, j in
        guard order.indices.contains(i - 1), order.indices.contains(j - 1) else { return nil }
        return elements[.steadyElement(basis, order[i - 1] + 1, order[j - 1] + 1)]
      }
    case .transposed: renameElements { basis, i, j in byMeaning[.steadyElement(basis, j, i)] }
    case .negatedKet(let ket):
      guard let place,
        let index = notation.lookup(ket, at: place.position, in: place.section),
        case .meaning(.eigenvector(let number), _) = notation.declarations[index].kind
      else { return nil }
      targets[ket] = negative(ket)
      for (key, meaning) in named {
        guard case .steadyElement(.eigenbasis, let i, let j) = meaning,
          (i == number) != (j == number)
        else { continue }
        targets[key] = negative(key)
      }
    case .negatedSymbol(let name): targets[name] = negative(name)
    case .scaledRate(let name, let factor):
      targets[name] = .init(factor: factor, name: name, formula: notation.formula(of: name))
    case .otherStatistics: break
    }
    return isComplete ? Renaming(targets) : nil
  }

  // MARK: What the lines speak of

  private var meanings: [Meaning] {
    lines.flatMap { line in
      named.filter { line.contains($0.key) }.map(\.meaning)
    }
  }

  private func negative(_ name: String) -> Renaming.Target {
    Renaming.Target(factor: -1, name: name, formula: notation.formula(of: name))
  }

  /// Printed eigenvectors' names.
  private var kets: [String] {
    notation.declarations.compactMap { declaration in
      if case .meaning(.eigenvector, _) = declaration.kind { return declaration.key }
      return nil
    }
  }

  /// Symbols and differences that may have either sign, and occur in a line or a definition.
  private var signedSymbols: [String] {
    notation.declarations.compactMap { declaration in
      switch declaration.kind {
      case .symbol(.real(.real)):
        return lines.contains { $0.contains(declaration.key) } ? declaration.key : nil
      case .define(let formula):
        guard case .sum(let terms) = formula.kind, terms.count == 2, terms[1].sign == .minus,
          lines.contains(where: { $0.contains(declaration.key) })
        else { return nil }
        return declaration.key
      case .symbol, .angle, .mode, .printed, .meaning: return nil
      }
    }
  }

  /// Names of rates and spectral densities in the model.
  private var rateSymbols: [String] {
    var seen = Set<String>()
    return (model.baths.map(\.strength) + model.jumps.map(\.rate)).compactMap(\.name)
      .filter { seen.insert($0).inserted }
  }

  private func permutations(_ elements: [Meaning]) -> [Convention] {
    var result: [Convention] = []
    var seen = Set<Meaning.Basis>()
    for case .steadyElement(let basis, let i, let j) in elements where i == j {
      guard seen.insert(basis).inserted else { continue }
      let levels = model.subsystems.reduce(1) { min($0 * $1.levels.count, 1 << 20) }
      guard levels <= Self.mostLevels else { continue }
      result += Self.orders(levels).dropFirst().map { .permutedLevels(basis, order: $0) }
    }
    return result
  }

  /// All permutations, the identity first.
  private static func orders(_ count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    func extended(_ head: [Int]) -> [[Int]] {
      if head.count == count { return [head] }
      return (0..<count).filter { !head.contains($0) }.flatMap { extended(head + [$0]) }
    }
    return extended([])
  }
}

extension Meaning {
  fileprivate var isCoherence: Bool {
    if case .steadyElement(_, let i, let j) = self { return i != j }
    return false
  }
}
