import LaTeXMath

extension Derivation {
  /// A printed line whose right side uses elements of the steady state in the eigenbasis.
  struct ElementUser {
    /// The right side as printed, or as its repair has it.
    var formula: PlacedFormula
    /// In words: the left side and the equation.
    var words: String
    /// The elements and their conjugates.
    var elements: Set<[Int]>
  }

  /// The printed scalars that are computed from elements of the steady state. A line that is itself wrong
  /// counts as it should read.
  func elementUsers(_ outcome: Outcome) -> [ElementUser] {
    var users: [ElementUser] = []
    for (line, judged) in zip(lines, outcome.lines)
    where line.problem == nil && line.relation == .equal {
      guard var right = line.right else { continue }
      if judged.verdict == .refuted {
        guard let repair = judged.repairs.first,
          let repaired = try? LaTeXReader.formula(in: repair.latex)
        else { continue }
        right = repaired
      }
      if case .matrix = right.kind { continue }
      let elements = elements(in: right, at: line)
      guard !elements.isEmpty else { continue }
      users.append(
        ElementUser(
          formula: PlacedFormula(
            formula: right, latex: line.subject, position: line.position, section: line.section),
          words: "$\(line.subject)$ of (\(line.equation))", elements: elements))
    }
    return users
  }

  /// The elements of the steady state that a formula names, and their conjugates.
  private func elements(in formula: Formula, at line: PrintedLine) -> Set<[Int]> {
    var found = Set<[Int]>()
    for index in base.declarations(namedIn: formula, at: line.position, in: line.section) {
      guard
        case .meaning(.steadyElement(.eigenbasis, let i, let j), _) =
          base.notation.declarations[index].kind
      else { continue }
      found.formUnion([[i - 1, j - 1], [j - 1, i - 1]])
    }
    return found
  }

  /// For each line the declarations that its right side names.
  var declarationsUsed: [Set<Int>] {
    lines.map { line in
      line.right.map {
        base.declarations(namedIn: $0, at: line.position, in: line.section)
      } ?? []
    }
  }

  /// The printed numbers of other equations whose lines name what some lines print.
  ///
  /// - Parameter used: ``declarationsUsed``.
  func equations(using numbers: [Int], _ used: [Set<Int>]) -> [String] {
    var declared = Set<Int>()
    for number in numbers {
      let line = lines[number]
      guard let (key, _) = line.left.declarationKey,
        let index = base.notation.lookup(key, at: line.position, in: line.section)
      else { continue }
      declared.insert(index)
    }
    let own = Set(numbers.map { lines[$0].equation })
    var result: [String] = []
    for (line, used) in zip(lines, used)
    where !own.contains(line.equation) && result.last != line.equation {
      if !used.isDisjoint(with: declared) { result.append(line.equation) }
    }
    return result
  }

  /// A claim in words with its quantity.
  func statement(of claim: ClaimDeclaration) -> String {
    let quantity = figures.first { $0.name == claim.figure }?.quantity.latex ?? ""
    return "$\(quantity)$ \(claim.statement)"
  }

  /// The heading of the innermost section.
  func heading(of section: Document.Section) -> String {
    section.last.flatMap { base.document.headings[$0] } ?? title
  }
}
