import Checking
import LaTeXMath

/// The least slips that, undone, give a printed formula a wanted value.
///
/// Sets of values grow from the leaves of the printed tree to its root: no pair of edits is tried by
/// reading a formula again. What is found is a proposal, to be proved by the exact check.
struct RepairSearch<Values: LeafValues> {
  private let catalogue: SlipCatalogue
  private var residues: Values
  /// Every slip met, by number.
  private var edits: [SlipEdit] = []
  private var numbers: [EditKey: Int] = [:]
  private var known: [SlotKey: ChoiceSet] = [:]
  /// Sets of products: an edit of one term leaves the others as they are.
  private var products: [ProductKey: ChoiceSet] = [:]
  private var leaves: [Place: [SlipEdit]] = [:]
  private(set) var isCut = false

  /// How many slips in one line are looked for; three only where the line is short.
  private static var mostSlips: Int { 3 }
  private static var mostSingles: Int { 160 }

  private struct EditKey: Hashable {
    var slip: Slip
    var changes: [TextEdit]
  }

  /// A formula and where it stands, as far as a search needs to tell them apart.
  private struct Place: Hashable {
    let fingerprint: UInt64
    let range: Range<Int>

    init(_ formula: Formula) {
      fingerprint = formula.fingerprint
      range = formula.range
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(fingerprint &+ UInt64(range.lowerBound) &* 0x9E37_79B9_7F4A_7C15)
    }
  }

  private struct SlotKey: Hashable {
    let place: Place
    let kind: SlotKind
    let most: Int
  }

  /// Factors where they stand, by a word.
  private struct ProductKey: Hashable {
    let mark: UInt64
    let most: Int

    init(_ units: [Formula], most: Int) {
      mark = units.reduce(UInt64(units.count)) { mark, unit in
        let place = UInt64(unit.range.lowerBound) << 32 | UInt64(unit.range.upperBound)
        return (mark ^ unit.fingerprint) &* 0x9E37_79B9_7F4A_7C15 &+ place
      }
      self.most = most
    }
  }

  init(_ catalogue: SlipCatalogue, _ residues: Values) {
    self.catalogue = catalogue
    self.residues = residues
  }

  /// The cheapest ways to the wanted value, the likeliest first; empty if there is none within reach,
  /// together with how many slips were looked for.
  ///
  /// - Parameter least: only ways with fewer slips are looked for.
  mutating func proposals(
    for formula: Formula, wanted: ResidueValue, below least: Int = .max
  ) -> (found: [RepairProposal], reach: Int) {
    var reach = 0
    for most in 1..<max(1, min(least, Self.mostSlips + 1)) {
      let set = choices(slot: formula, .side, most: most)
      if most == 1, set.choices[0].isEmpty { return ([], 0) }
      reach = most
      isCut = isCut || set.isCut
      for cost in 1...most {
        let hits = set.choices[cost].filter {
          $0.value.matches(wanted, dimension: residues.dimension)
        }
        let found = hits.map { hit in
          RepairProposal(edits: hit.edits.numbers.map { edits[$0] }, cost: cost)
        }.filter(\.isConsistent)
        if !found.isEmpty { return (ranked(found), reach) }
      }
      let singles = set.choices.count > 1 ? set.choices[1].count : 0
      if most == 2, singles > Self.mostSingles { break }
    }
    return ([], reach)
  }

  private func ranked(_ proposals: [RepairProposal]) -> [RepairProposal] {
    proposals.enumerated().sorted { a, b in
      func place(_ proposal: RepairProposal) -> Int {
        proposal.changes.first?.range.lowerBound ?? 0
      }
      return (a.element.weight, place(a.element), a.offset)
        < (b.element.weight, place(b.element), b.offset)
    }.map(\.element)
  }

  /// The value of a formula as it stands.
  mutating func value(of formula: Formula) -> ResidueValue? {
    choices(slot: formula, .side, most: 0).choices[0].first?.value
  }

  // MARK: Sets

  private mutating func number(of edit: SlipEdit) -> Int {
    let key = EditKey(slip: edit.slip, changes: edit.changes)
    if let known = numbers[key] { return known }
    numbers[key] = edits.count
    edits.append(edit)
    return edits.count - 1
  }

  private mutating func choices(
    slot: Formula, _ kind: SlotKind, most: Int
  ) -> ChoiceSet {
    let key = SlotKey(place: Place(slot), kind: kind, most: most)
    if let set = known[key] { return set }
    var result: ChoiceSet
    if case .matrix(let rows) = slot.kind {
      result = matrix(rows, most)
    } else {
      let terms = catalogue.terms(of: slot)
      result = sum(terms, most)
      if most > 0 {
        for edit in catalogue.slips(of: terms, in: kind)
        where edit.cost <= most {
          let inner = choices(
            slot: edit.result, kind, most: most - edit.cost)
          result.insert(inner, adding: edit.cost, number(of: edit))
        }
      }
    }
    known[key] = result
    return result
  }

  private mutating func sum(_ terms: Terms, _ most: Int) -> ChoiceSet {
    let n = residues.dimension
    var total: ChoiceSet?
    for term in terms.terms {
      if term.units.first?.kind == .hermitianConjugate {
        let isNegative = term.sign == .minus
        total = total?.map { value in
          value.adjoint(dimension: n).flatMap {
            value.adding(isNegative ? $0.negated : $0, dimension: n)
          }
        }
        continue
      }
      var set = product(term.units, most)
      switch term.sign {
      case .plus: break
      case .minus: set = set.map { $0.negated }
      case .plusMinus, .minusPlus: return ChoiceSet(most: most)
      }
      total =
        total.map { $0.combined(with: set) { $0.adding($1, dimension: n) } } ?? set
    }
    return total ?? ChoiceSet(most: most)
  }

  private mutating func product(_ units: [Formula], _ most: Int) -> ChoiceSet {
    let key = ProductKey(units, most: most)
    if let set = products[key] { return set }
    let n = residues.dimension
    var total: ChoiceSet?
    for unit in units {
      let set = choices(unit: unit, most: most)
      total = total.map { $0.combined(with: set) { $0.multiplied(by: $1, dimension: n) } } ?? set
    }
    let result = total ?? ChoiceSet(most: most)
    products[key] = result
    return result
  }

  private mutating func matrix(_ rows: [[Formula]], _ most: Int) -> ChoiceSet {
    var total = ChoiceSet(.tuple([]), most: most)
    for entry in rows.flatMap({ $0 }) {
      let set = choices(slot: entry, .side, most: most)
      total = total.combined(with: set) { before, value in
        guard case .tuple(let values) = before, case .scalar(let next) = value else { return nil }
        return .tuple(values + [next])
      }
    }
    return total
  }

  private mutating func choices(unit: Formula, most: Int) -> ChoiceSet {
    let n = residues.dimension
    switch unit.kind {
    case .group(_, let contents) where contents.count == 1:
      return choices(slot: contents[0], .group, most: most)
    case .group(let delimiter, let contents) where contents.count == 2:
      let first = choices(slot: contents[0], .group, most: most)
      let second = choices(slot: contents[1], .group, most: most)
      return first.combined(with: second) { a, b in
        guard let ab = a.multiplied(by: b, dimension: n), let ba = b.multiplied(by: a, dimension: n)
        else { return nil }
        return ab.adding(delimiter == .braces ? ba : ba.negated, dimension: n)
      }
    case .quotient(let above, let below) where !Self.isDerivative(below):
      let kinds = catalogue.slots(above, below)
      let numerator = choices(slot: above, kinds.above, most: most)
      let denominator = choices(slot: below, kinds.below, most: most).map { $0.inverse }
      return numerator.combined(with: denominator) { $0.multiplied(by: $1, dimension: n) }
    case .scripted(let base, _, let upper?) where !catalogue.isName(unit):
      return raised(unit, base, upper, most)
    default: return leaf(unit, most)
    }
  }

  /// A whole power or an adjoint of what may itself have slips; else a leaf.
  private mutating func raised(
    _ unit: Formula, _ base: Formula, _ upper: Formula.Script, _ most: Int
  ) -> ChoiceSet {
    let n = residues.dimension
    let inner = unit.raised ?? base
    let isExponential = base.kind == .symbol("e") && !catalogue.isDeclared("e")
    if upper.text == "\\dagger" || upper.text == "*" {
      var result = choices(unit: inner, most: most).map { $0.adjoint(dimension: n) }
      if most > 0 { addSlips(leafSlips(of: unit), to: &result, most) }
      return result
    }
    if !isExponential, let exponent = Int(upper.text), abs(exponent) <= 12 {
      if case .absolute = base.kind { return leaf(unit, most) }
      return choices(unit: inner, most: most).map { $0.power(exponent, dimension: n) }
    }
    return leaf(unit, most)
  }

  /// A factor by its value, and by that of everything that one slip makes of it.
  private mutating func leaf(_ unit: Formula, _ most: Int) -> ChoiceSet {
    guard let value = residues.value(of: unit) else { return ChoiceSet(most: most) }
    var result = ChoiceSet(value, most: most)
    if most > 0 { addSlips(leafSlips(of: unit), to: &result, most) }
    return result
  }

  private mutating func leafSlips(of unit: Formula) -> [SlipEdit] {
    let place = Place(unit)
    if let known = leaves[place] { return known }
    let slips = catalogue.leafSlips(of: unit)
    leaves[place] = slips
    return slips
  }

  private mutating func addSlips(_ slips: [SlipEdit], to set: inout ChoiceSet, _ most: Int) {
    for edit in slips where edit.cost <= most {
      guard let value = residues.value(of: edit.result),
        let list = EditList.none.adding(number(of: edit))
      else { continue }
      set.insert(.init(value, list), cost: edit.cost)
    }
  }

  /// dt or ∂t below a line: no quotient of numbers.
  private static func isDerivative(_ below: Formula) -> Bool {
    guard case .product(let factors) = below.kind, let first = factors.first else { return false }
    return first.kind == .symbol("d") || first.kind == .symbol("\\partial")
  }
}
