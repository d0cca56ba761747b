import Checking
import LaTeXMath
import OpenSystems

/// The lines of one printed number, and which conventions make more of them true.
struct ConventionSearch {
  /// A line of the equation, by its place among all, with its verdict.
  struct Member {
    var number: Int
    var line: PrintedLine
    var right: Formula
    var holds: Bool
  }

  /// Conventions that together make the most lines true, and the lines that only they make so.
  struct Solution: Hashable {
    var conventions: [Convention]
    var explained: [Int]
  }

  let members: [Member]
  private let catalogue: ConventionCatalogue
  private let base: Context
  private let makeContext: (Statistics) -> Context?
  private var shared: FormulaResidues

  /// - Parameters:
  ///   - context: the model at the equation's place.
  ///   - makeContext: the same under another statistics.
  init?(
    _ members: [Member], _ context: Context, makeContext: @escaping (Statistics) -> Context?
  ) {
    guard let first = members.first else { return nil }
    self.members = members
    base = context
    self.makeContext = makeContext
    catalogue = ConventionCatalogue(context.base, members.map(\.line))
    guard let shared = Self.residues(members, first.line, context) else { return nil }
    self.shared = shared
  }

  /// A point where every line has a value.
  private static func residues(
    _ members: [Member], _ line: PrintedLine, _ context: Context
  ) -> FormulaResidues? {
    for seed in UInt64(1)...16 {
      var residues = FormulaResidues(
        context, at: line.position, in: line.section, seed: seed)
      if members.allSatisfy({ residues.value(of: $0.right) != nil }) { return residues }
    }
    return nil
  }

  /// The smallest sets of conventions under which most lines hold; empty if none helps.
  mutating func solutions() -> [Solution] {
    let wrong = members.filter { !$0.holds }.map(\.number)
    guard !wrong.isEmpty else { return [] }
    let singles = catalogue.conventions(statistics: base.statistics)
    var best: (held: Int, solutions: [Solution]) = (members.count { $0.holds }, [])
    func isWorthIt(_ set: [Convention], _ explained: [Int]) -> Bool {
      // Of one line alone every order of the levels says something.
      explained.count >= (set.contains(where: \.isPermutation) ? 2 : 1)
    }
    func consider(_ set: [Convention], _ held: [Int]) {
      let explained = wrong.filter(held.contains)
      guard isWorthIt(set, explained), held.count >= best.held else { return }
      if held.count > best.held { best = (held.count, []) }
      if best.solutions.isEmpty || best.solutions[0].conventions.count == set.count {
        best.solutions.append(Solution(conventions: set, explained: explained))
      }
    }
    for convention in singles { consider([convention], held(under: [convention])) }
    if best.held < members.count {
      let plain = singles.filter { !$0.isPermutation }
      for (number, first) in plain.enumerated() {
        for second in plain[(number + 1)...] {
          let set = [first, second]
          let found = held(under: set)
          if found.count > best.held { consider(set, found) }
          else if found.count == best.held, best.solutions.first?.conventions.count == 2 {
            consider(set, found)
          }
        }
      }
    }
    return best.held > members.count { $0.holds } ? best.solutions : []
  }

  /// The lines that hold under some conventions together, by their values at a point.
  private mutating func held(under set: [Convention]) -> [Int] {
    members.compactMap { member in
      guard let renaming = renaming(set, member.line) else { return nil }
      let (context, isOther) = context(set, renaming)
      guard let context else { return nil }
      let left = renaming(member.line.left)
      let right = renaming(member.right)
      if isOther {
        guard var other = Self.residues([member], member.line, context) else { return nil }
        return agree(left, right, &other) ? member.number : nil
      }
      return agree(left, right, &shared) ? member.number : nil
    }
  }

  private func agree(
    _ left: Formula, _ right: Formula, _ residues: inout FormulaResidues
  ) -> Bool {
    guard let a = residues.value(of: left), let b = residues.value(of: right) else { return false }
    return a.matches(b, dimension: residues.dimension)
  }

  func renaming(_ set: [Convention], _ line: PrintedLine) -> Renaming? {
    var result = Renaming([:])
    for convention in set {
      guard let next = catalogue.renaming(convention, for: line) else { return nil }
      result = result.followed(by: next)
    }
    return result
  }

  /// The model under some conventions, and whether it is another than the declared one.
  func context(_ set: [Convention], _ renaming: Renaming) -> (Context?, Bool) {
    var context = base
    var isOther = false
    for case .otherStatistics(let kind) in set {
      guard let made = makeContext(kind) else { return (nil, true) }
      context = made
      isOther = true
    }
    let isUsed = base.base.notation.declarations.contains { declaration in
      guard case .printed(let formula) = declaration.kind else { return false }
      return renaming.affects(formula)
    }
    if isUsed {
      context.base.notation = context.base.notation.rewritingDefinitions { renaming($0) }
      context.clearCaches()
      isOther = true
    }
    return (context, isOther)
  }
}
