import LaTeXMath

extension Derivation {
  /// A printed line whose right side uses elements of the steady state in the eigenbasis.
  struct ElementUser {
    /// The right side as printed, or as its repair has it.
    var formula: PlacedFormula
    /// In words: the left side and the equation.
    var words: String
    /// The sets of elements, of those asked for, of which it uses one.
    var places: [Set<[Int]>]
  }

  /// The printed scalars that are computed from some elements of the steady state, each given by the set
  /// that it belongs to. A line that is itself wrong counts as it should read.
  func users(of places: [Set<[Int]>], _ outcome: Outcome) -> [ElementUser] {
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
      let used = places.filter { mentions(right, at: line, any: $0) }
      guard !used.isEmpty else { continue }
      users.append(
        ElementUser(
          formula: PlacedFormula(
            formula: right, latex: line.subject, position: line.position, section: line.section),
          words: "$\(line.subject)$ of (\(line.equation))", places: used))
    }
    return users
  }

  private func mentions(_ formula: Formula, at line: PrintedLine, any places: Set<[Int]>) -> Bool {
    var found = false
    formula.visit { node in
      guard let name = node.name,
        let place = element(name, at: line.position, in: line.section)
      else { return }
      found = found || places.contains(place) || places.contains([place[1], place[0]])
    }
    return found
  }

  /// The printed numbers of other equations whose lines name what some lines print.
  func equations(using numbers: [Int]) -> [String] {
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
    for line in lines where !own.contains(line.equation) && result.last != line.equation {
      var uses = false
      line.right?.visit { node in
        guard let (key, _) = node.declarationKey,
          let index = base.notation.lookup(key, at: line.position, in: line.section)
        else { return }
        uses = uses || declared.contains(index)
      }
      if uses { result.append(line.equation) }
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
