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

  /// A formula by its fingerprint, and where it stands.
  private struct Place: Hashable {
    var formula: UInt64
    var position: Int
  }

  let members: [Member]
  private let catalogue: ConventionCatalogue
  private let statistics: Statistics?
  private let makeContext: @Sendable (Statistics) -> Context?
  private var others: [Statistics: Context] = [:]
  private let declared: Context
  private var shared: FormulaResidues?
  /// The names in the lines, and in the printed definitions that they use, directly or through others.
  private let names: (lines: Set<String>, definitions: Set<String>)
  /// What was asked of the catalogue already.
  private var renamings: [Convention: Renaming?] = [:]
  /// The names in formulas that were asked for already.
  private var namesInside: [Place: Set<String>] = [:]
  private var affecting: [Convention]?

  /// - Parameters:
  ///   - context: the model at the equation's place.
  ///   - statistics: of all its baths, if there is one.
  ///   - makeContext: the same under another statistics.
  init?(
    _ members: [Member], _ context: Context, statistics: Statistics?,
    makeContext: @escaping @Sendable (Statistics) -> Context?
  ) {
    guard !members.isEmpty else { return nil }
    self.members = members
    self.statistics = statistics
    self.makeContext = makeContext
    declared = context
    catalogue = ConventionCatalogue(context.base, members.map(\.line))
    let place = members[0].line
    let base = context.base
    let sides = members.flatMap { [$0.line.left, $0.right] }
    let used = base.definitions(usedBy: sides, at: place.position, in: place.section)
    names = (
      Self.keys(
        sides.reduce(into: []) {
          $0.formUnion(base.declarations(namedIn: $1, at: place.position, in: place.section))
        }, base),
      Self.keys(used.reduce(into: []) { $0.formUnion(base.declarations(namedBy: $1)) }, base)
    )
  }

  /// Values in the declared model, at one point for all lines.
  private mutating func declaredResidues() -> FormulaResidues? {
    if shared == nil, let first = members.first {
      shared = Self.residues(members, first.line, declared)
    }
    return shared
  }

  /// A point where every line has a value.
  private static func residues(
    _ members: [Member], _ line: PrintedLine, _ context: Context
  ) -> FormulaResidues? {
    for seed in UInt64(1)...16 {
      var residues = FormulaResidues(
        context, at: line.position, in: line.section, seed: seed)
      let haveValues = members.allSatisfy { member in
        residues.value(of: member.right) != nil && residues.value(of: member.line.left) != nil
      }
      if haveValues { return residues }
    }
    return nil
  }

  /// Every single convention that changes one of the lines.
  var conventions: [Convention] {
    mutating get {
      if let affecting { return affecting }
      var result: [Convention] = []
      for convention in catalogue.conventions(statistics: statistics)
      where isAffected(by: [convention]) {
        result.append(convention)
      }
      affecting = result
      return result
    }
  }

  private mutating func isAffected(by set: [Convention]) -> Bool {
    if set.contains(where: \.isStatistics) { return dependsOnBaths }
    guard let renaming = renaming(set) else { return false }
    return renaming.affects(names.lines) || renaming.affects(names.definitions)
  }

  /// Whether a name with a meaning that the baths have a part in occurs, in a definition at least.
  private var dependsOnBaths: Bool {
    guard let place = members.first?.line else { return false }
    let base = declared.base
    let sides = members.flatMap { [$0.line.left, $0.right] }
    return base.declarations(usedBy: sides, at: place.position, in: place.section).contains {
      base.notation.declarations[$0].meaning?.dependsOnBaths ?? false
    }
  }

  /// The smallest sets of conventions under which most lines hold; empty if none helps.
  mutating func solutions() -> [Solution] {
    let wrong = members.filter { !$0.holds }.map(\.number)
    guard !wrong.isEmpty else { return [] }
    let singles = conventions
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
    for convention in singles {
      consider([convention], held(under: [convention], atLeast: best.held))
    }
    if best.held < members.count {
      let plain = singles.filter(\.isCombined)
      for (number, first) in plain.enumerated() {
        for second in plain[(number + 1)...] {
          let set = [first, second]
          let found = held(under: set, atLeast: best.held)
          if found.count > best.held {
            consider(set, found)
          } else if found.count == best.held, best.solutions.first?.conventions.count == 2 {
            consider(set, found)
          }
        }
      }
    }
    return best.held > members.count { $0.holds } ? best.solutions : []
  }

  /// The lines that hold, and would not under some conventions; none if these leave all of them alone.
  mutating func broken(by set: [Convention]) -> [Int] {
    guard isAffected(by: set) else { return [] }
    let held = held(under: set)
    // A whole matrix stands for the same state in whatever way its elements are called.
    return members.filter { member in
      if case .matrix = member.right.kind { return false }
      return member.holds && !held.contains(member.number)
    }.map(\.number)
  }

  /// The lines that hold under some conventions together, by their values at a point.
  ///
  /// - Parameter least: where fewer lines hold, or no wrong one, the lines are not told.
  private mutating func held(under set: [Convention], atLeast least: Int? = nil) -> [Int] {
    guard let renaming = renaming(set), var residues = declaredResidues() else { return [] }
    let (context, isOther) = context(set, renaming)
    guard let context, let first = members.first else { return [] }
    if isOther {
      if let least {
        // Where names alone stand for something else, the point need not be another.
        let point =
          set.contains(where: \.isStatistics)
          ? FormulaResidues(context, at: first.line.position, in: first.line.section, seed: 1)
          : residues.redefined(as: context)
        if isHopeless(renaming, point, least) { return [] }
      }
      guard let other = Self.residues(members, first.line, context) else { return [] }
      residues = other
    }
    var held: [Int] = []
    for member in members {
      let sides = sides(of: member, renaming)
      guard let a = residues.value(of: sides.left), let b = residues.value(of: sides.right),
        a.matches(b, dimension: residues.dimension)
      else { continue }
      held.append(member.number)
    }
    if !isOther { shared = residues }
    return held
  }

  /// Whether so many lines, among them a wrong one, do not hold at a point of a model: wrong ones are asked
  /// first, and no more than it takes.
  private mutating func isHopeless(
    _ renaming: Renaming, _ point: FormulaResidues, _ least: Int
  ) -> Bool {
    var residues = point
    var isOneMended = false
    var rest = members.count
    for member in members.filter({ !$0.holds }) + members.filter(\.holds) {
      // Every wrong line was asked.
      if member.holds, !isOneMended { return true }
      let sides = sides(of: member, renaming)
      guard let a = residues.value(of: sides.left), let b = residues.value(of: sides.right) else {
        return false
      }
      if a.matches(b, dimension: residues.dimension) {
        isOneMended = isOneMended || !member.holds
      } else {
        rest -= 1
        if rest < least { return true }
      }
    }
    return !isOneMended
  }

  private mutating func sides(
    of member: Member, _ renaming: Renaming
  ) -> (left: Formula, right: Formula) {
    let reader = declared.base.elaborator(at: member.line.position, in: member.line.section)
    return (
      renamed(member.line.left, renaming, reader), renamed(member.right, renaming, reader)
    )
  }

  /// A formula with its names replaced: as it is where it has none of them.
  private mutating func renamed(
    _ formula: Formula, _ renaming: Renaming, _ reader: Elaborator
  ) -> Formula {
    let key = Place(formula: formula.fingerprint, position: reader.position)
    let names = namesInside[key] ?? Self.keys(reader.declarations(namedIn: formula), declared.base)
    namesInside[key] = names
    return renaming.affects(names) ? renaming(formula, read: reader) : formula
  }

  private static func keys(_ declarations: Set<Int>, _ base: Context.Base) -> Set<String> {
    Set(declarations.map { base.notation.declarations[$0].key })
  }

  /// What names stand for under some conventions together.
  mutating func renaming(_ set: [Convention]) -> Renaming? {
    var result: Renaming?
    for convention in set {
      let known = renamings[convention] ?? catalogue.renaming(convention)
      renamings[convention] = .some(known)
      guard let known else { return nil }
      result = result?.followed(by: known) ?? known
    }
    return result ?? Renaming([:])
  }

  /// The model under some conventions, and whether it is another than the declared one.
  mutating func context(_ set: [Convention], _ renaming: Renaming) -> (Context?, Bool) {
    var context = shared?.context ?? declared
    var isOther = false
    for case .otherStatistics(let kind) in set {
      if others[kind] == nil, var made = makeContext(kind) {
        // The equations are derived once.
        if shared?.context.equationsCache != nil { _ = try? made.equations() }
        _ = try? made.thermalValues()
        others[kind] = made
      }
      guard let made = others[kind] else { return (nil, true) }
      context = made
      isOther = true
    }
    if renaming.affects(names.definitions) {
      // Names stand for multiples of what is of their own type.
      let base = declared.base
      context.base.notation = context.base.notation
        .rewritingDefinitions(keepsTypes: true) { index, formula in
          guard renaming.affects(Self.keys(base.declarations(namedBy: index), base)) else {
            return formula
          }
          let declaration = base.notation.declarations[index]
          return renaming(
            formula, read: base.elaborator(at: declaration.position, in: declaration.section))
        }
      context.forgetNames()
      isOther = true
    }
    return (context, isOther)
  }
}
