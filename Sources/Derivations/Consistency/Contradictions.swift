/// What contradicts what, gathered by pairs of equations.
struct Contradictions {
  /// Laws that a paper has to obey whatever its model is.
  enum Law: Hashable, Sendable {
    case orthogonality, norm, unitarity, trace, conjugation, reality, repetition, diluteLimit
  }

  /// One law broken by one equation or two.
  private struct Entry {
    var law: Law
    var equations: [String]
    /// Numbers of lines.
    var lines: [Int]
    /// In the words of a sentence: `$\rho_{11}$`.
    var quantities: [String]
    /// Where both equations hold, if that is less than where each does.
    var restrictions: [String]
    var witness: Finding.Contradiction
    var isOfAnyState: Bool
  }

  private var entries: [Entry] = []

  /// - Parameters:
  ///   - lines: numbers of the lines in question, in the order of the document.
  ///   - quantity: what they contradict each other about, in words.
  mutating func add(
    _ law: Law, _ lines: [Int], of all: [PrintedLine], quantity: String,
    restrictions: [String] = [], witness: Finding.Contradiction, isOfAnyState: Bool = false
  ) {
    var equations: [String] = []
    for line in lines where !equations.contains(all[line].equation) {
      equations.append(all[line].equation)
    }
    let known = entries.firstIndex {
      $0.law == law && $0.equations == equations && $0.restrictions == restrictions
    }
    // A sum or a norm is a sentence by itself.
    if let known, law != .trace {
      if !entries[known].quantities.contains(quantity) {
        entries[known].quantities.append(quantity)
      }
      entries[known].lines = Set(entries[known].lines + lines).sorted()
      return
    }
    entries.append(
      Entry(
        law: law, equations: equations, lines: lines, quantities: [quantity],
        restrictions: restrictions, witness: witness, isOfAnyState: isOfAnyState))
  }

  /// In the order of the document.
  func findings(_ location: (Int) -> Location) -> [Finding] {
    let order = entries.indices.sorted {
      let (a, b) = (entries[$0].lines, entries[$1].lines)
      let (first, second) = ([a.first ?? 0, a.last ?? 0], [b.first ?? 0, b.last ?? 0])
      return first == second ? $0 < $1 : first.lexicographicallyPrecedes(second)
    }
    return order.map { index in
      let entry = entries[index]
      return Finding(
        kind: .inconsistency, equations: entry.equations, statement: statement(entry),
        witness: entry.witness, locations: entry.lines.map(location))
    }
  }

  // MARK: Wording

  private func statement(_ entry: Entry) -> String {
    let equations = Self.list(entry.equations.map { "(\($0))" })
    let quantities = Self.list(entry.quantities)
    let isOne = entry.quantities.count == 1
    switch entry.law {
    case .orthogonality:
      return "\(quantities) of \(equations) are not orthogonal, as eigenvectors are: they cannot "
        + (isOne ? "both" : "all") + " be right."
    case .norm:
      return "\(quantities) of \(equations) \(isOne ? "does" : "do") not have the norm 1 of an "
        + "eigenvector."
    case .unitarity:
      return "\(quantities) of \(equations) is not unitary, as the matrix between two orthonormal "
        + "bases is: its entries cannot all be right."
    case .trace:
      return "\(quantities), the diagonal elements of the state in \(equations), "
        + (entry.isOfAnyState
          ? "do not add up to 1 for every state: as a change of basis they cannot all be right."
          : "do not add up to 1: they cannot all be right.")
    case .conjugation:
      return "\(quantities) of \(equations) are not complex conjugates, as elements of a state are"
        + "\(Self.place(entry.restrictions)): they cannot \(isOne ? "both" : "all") be right."
    case .reality:
      return
        "\(quantities) of \(equations) \(isOne ? "is a diagonal element" : "are diagonal elements") "
        + "of a state, but not real."
    case .repetition:
      let both = entry.equations.count == 1 ? "The lines of \(equations)" : equations
      return "\(both) cannot \(entry.equations.count == 1 ? "all" : "both") be right about "
        + "\(quantities)\(Self.place(entry.restrictions))."
    case .diluteLimit:
      return "Where occupations are small, bosons and fermions are alike; to lowest order in them "
        + "\(equations) differ in \(quantities)\(Self.place(entry.restrictions)): they cannot both be "
        + "right."
    }
  }

  /// `, where $\theta = \pi/2$ for bosons`
  private static func place(_ restrictions: [String]) -> String {
    let formulas = restrictions.filter { $0 != "boson" && $0 != "fermion" }.map { "$\($0)$" }
    let kinds = restrictions.filter { $0 == "boson" || $0 == "fermion" }.map { "\($0)s" }
    var parts: [String] = []
    if !formulas.isEmpty { parts.append("where \(list(formulas))") }
    if !kinds.isEmpty { parts.append("for \(list(kinds))") }
    return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
  }

  static func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
