import LaTeXMath
import OpenSystems

extension Derivation {
  /// Whether a line says that two things are equal, and can be read.
  static func isEquality(_ line: PrintedLine) -> Bool {
    switch line.relation {
    case .equal, .equivalent, .defined: line.problem == nil && line.right != nil
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual, .approximately, .proportional,
      .element, .maps:
      false
    }
  }

  /// The declaration that a line makes by being printed.
  func definition(by line: PrintedLine) -> Int? {
    guard line.problem == nil, let (key, _) = line.left.declarationKey,
      let index = base.notation.lookup(key, at: line.position, in: line.section)
    else { return nil }
    let declaration = base.notation.declarations[index]
    let isOwn = declaration.range == line.range && declaration.position == line.position
    return declaration.isPrinted && isOwn ? index : nil
  }

  /// What the left side of a line means, aliases followed.
  func meaning(of formula: Formula, at position: Int, in section: Document.Section) -> Meaning? {
    var formula = formula
    var (position, section) = (position, section)
    for _ in 0..<8 {
      guard let (key, _) = formula.declarationKey,
        let index = base.notation.lookup(key, at: position, in: section),
        case .meaning(let meaning, _) = base.notation.declarations[index].kind
      else { return nil }
      guard case .alias(let target) = meaning else { return meaning }
      formula = target
      position = base.notation.declarations[index].position
      section = base.notation.declarations[index].section
    }
    return nil
  }

  func meaning(of line: PrintedLine) -> Meaning? {
    meaning(of: line.left, at: line.position, in: line.section)
  }

  /// Every reading of every line, in the order of the document.
  func readings() -> [Reading] {
    lines.indices.flatMap { readings(of: lines[$0], number: $0) }
  }

  private func readings(of line: PrintedLine, number: Int) -> [Reading] {
    guard Self.isEquality(line), !line.hasAmbiguousSign, let right = line.right else { return [] }
    func reading(_ quantity: Quantity) -> Reading {
      Reading(line: number, quantity: quantity, name: line.subject)
    }
    if let own = definition(by: line) { return [reading(.abbreviation(own))] }
    guard let meaning = meaning(of: line) else {
      return repetition(line).map { [reading(.abbreviation($0))] } ?? []
    }
    switch meaning {
    case .steadyElement:
      guard let (quantity, isConjugate) = element(meaning) else { return [] }
      var result = reading(quantity)
      result.isConjugate = isConjugate
      return [result]
    case .steadyState(let basis): return entries(right, basis, line, number)
    case .rate, .spectralDensity:
      guard let argument = line.left.declarationKey?.argument else {
        return [reading(.meaning(meaning, argument: nil))]
      }
      return argument.name
        .flatMap { base.notation.lookup($0, at: line.position, in: line.section) }
        .map { [reading(.meaning(meaning, argument: $0))] } ?? []
    case .eigenvalue, .stateEigenvalue, .heatCurrent, .particleCurrent:
      return [reading(.meaning(meaning, argument: nil))]
    case .eigenvector, .stateEigenvector, .component, .densityOperator, .changeOfBasis,
      .dissipator, .interactionPicture, .internalEnergy, .passiveEnergy, .passiveState, .ergotropy,
      .alias:
      return []
    }
  }

  /// The definition that a line of the same section prints again: elsewhere a name may be a new one.
  private func repetition(_ line: PrintedLine) -> Int? {
    guard let (key, argument) = line.left.declarationKey, argument == nil,
      let index = base.notation.lookup(key, at: line.position, in: line.section)
    else { return nil }
    let declaration = base.notation.declarations[index]
    guard declaration.isPrinted, line.section == declaration.section else { return nil }
    return index
  }

  /// The quantity of an element of the state, its indices in the order of the space and ascending.
  private func element(_ meaning: Meaning) -> (quantity: Quantity, isConjugate: Bool)? {
    guard case .steadyElement(let basis, let i, let j) = meaning else { return nil }
    let n = base.space.labels.count
    guard (1...n).contains(i), (1...n).contains(j) else { return nil }
    var (row, column) = (i - 1, j - 1)
    var isEigen = true
    if case .product(let labels) = basis {
      guard let places = base.space.places(of: labels) else { return nil }
      (row, column) = (places[row], places[column])
      isEigen = false
    }
    return (
      .element(isEigen: isEigen, row: min(row, column), column: max(row, column)), row > column
    )
  }

  /// The entries of a printed matrix, but for those that only name the element that they stand for.
  private func entries(
    _ right: Formula, _ basis: Meaning.Basis, _ line: PrintedLine, _ number: Int
  ) -> [Reading] {
    let n = base.space.labels.count
    guard case .matrix(let rows) = right.kind, rows.count == n,
      rows.allSatisfy({ $0.count == n })
    else { return [] }
    var result: [Reading] = []
    for (i, row) in rows.enumerated() {
      for (j, formula) in row.enumerated() {
        guard let (quantity, isConjugate) = element(.steadyElement(basis, i + 1, j + 1)) else {
          continue
        }
        let named = meaning(of: formula, at: line.position, in: line.section).flatMap(element)
        if let named, named.quantity == quantity, named.isConjugate == isConjugate { continue }
        result.append(
          Reading(
            line: number, quantity: quantity,
            name: "(\(line.subject))_{\(i + 1)\(j + 1)}",
            entry: Reading.Entry(row: i, column: j), isConjugate: isConjugate))
      }
    }
    return result
  }
}

extension PrintedLine {
  /// One name was given two values by a ± on the right.
  var hasAmbiguousSign: Bool { notes.contains { $0.hasPrefix("read with the ") } }
}
