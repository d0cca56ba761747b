/// What a piece of a formula can be if at most so many slips in it are undone: values at a point, by
/// their cost.
///
/// Combining the pieces' sets gives the set of the whole, so that every pair or triple of edits is looked
/// at without a formula being read again. Of choices with one value the cheapest are kept, a few of each.
package struct ChoiceSet: Sendable {
  package struct Choice: Sendable {
    package var value: ResidueValue
    package var edits: EditList

    package init(_ value: ResidueValue, _ edits: EditList) {
      self.value = value
      self.edits = edits
    }
  }

  /// Up to which cost choices are kept.
  package let most: Int
  /// Some were left out because there were too many.
  package private(set) var isCut = false
  /// The only choice so far, if that is a value as it stands, which most sets have alone: no table is made.
  private var plain: ResidueValue?
  /// Choices at cost 0, 1, …; empty where `plain` is all there is.
  private var lists: [[Choice]] = []
  /// At what cost each value is kept, by its mark, and how often; empty where `plain` is all there is.
  private var known: [UInt64: (cost: Int, count: Int)] = [:]

  /// Spellings kept of one value.
  private static let spellings = 4
  /// Choices kept at one cost.
  private static let mostChoices = 120_000

  package init(most cost: Int) {
    most = cost
  }

  package init(_ value: ResidueValue, most cost: Int) {
    most = cost
    plain = value
  }

  /// Choices at cost 0, 1, …
  package var choices: [[Choice]] {
    if !lists.isEmpty { return lists }
    var choices = Array(repeating: [Choice](), count: most + 1)
    if let plain { choices[0] = [Choice(plain, .none)] }
    return choices
  }

  package mutating func insert(_ choice: Choice, cost: Int) {
    guard cost <= most else { return }
    if lists.isEmpty {
      if plain == nil, cost == 0, choice.edits.count == 0 {
        plain = choice.value
        return
      }
      lists = choices
      if let plain { known[plain.mark] = (0, 1) }
    }
    // Mostly the value is new.
    let mark = choice.value.mark
    if let before = known.updateValue((cost, 1), forKey: mark) {
      guard before.cost == cost else {
        if before.cost < cost { known[mark] = before } else { lists[cost].append(choice) }
        return
      }
      known[mark] = (cost, min(before.count + 1, Self.spellings))
      guard before.count < Self.spellings else { return }
    }
    guard lists[cost].count < Self.mostChoices else {
      isCut = true
      return
    }
    lists[cost].append(choice)
  }

  /// Everything in the other set, dearer by a cost and with one more edit.
  package mutating func insert(_ other: ChoiceSet, adding cost: Int, _ edit: Int) {
    isCut = isCut || other.isCut
    if other.lists.isEmpty {
      if let value = other.plain, let edits = EditList.none.adding(edit) {
        insert(Choice(value, edits), cost: cost)
      }
      return
    }
    for (own, list) in other.lists.enumerated() where own + cost <= most {
      for choice in list {
        guard let edits = choice.edits.adding(edit) else { continue }
        insert(Choice(choice.value, edits), cost: own + cost)
      }
    }
  }

  /// The set with every value changed; what has no image is left out.
  package func map(_ transform: (ResidueValue) -> ResidueValue?) -> ChoiceSet {
    var result = ChoiceSet(most: most)
    result.isCut = isCut
    if lists.isEmpty {
      result.plain = plain.flatMap(transform)
      return result
    }
    for (cost, list) in lists.enumerated() {
      for choice in list {
        guard let value = transform(choice.value) else { continue }
        result.insert(Choice(value, choice.edits), cost: cost)
      }
    }
    return result
  }

  /// Every choice of one set with every one of the other, as far as the cost allows.
  package func combined(
    with other: ChoiceSet, _ combine: (ResidueValue, ResidueValue) -> ResidueValue?
  ) -> ChoiceSet {
    var result = ChoiceSet(most: most)
    result.isCut = isCut || other.isCut
    if lists.isEmpty, other.lists.isEmpty {
      if let plain, let right = other.plain { result.plain = combine(plain, right) }
      return result
    }
    result.known.reserveCapacity(known.count + other.known.count)
    let others = other.choices
    for (cost, list) in choices.enumerated() {
      for left in list {
        for (more, rest) in others.enumerated() where cost + more <= most {
          for right in rest {
            guard let edits = left.edits.joined(with: right.edits),
              let value = combine(left.value, right.value)
            else { continue }
            result.insert(Choice(value, edits), cost: cost + more)
          }
        }
      }
    }
    return result
  }
}

/// At most four different edits, by number, in ascending order.
package struct EditList: Hashable, Sendable {
  private var slots: SIMD4<Int32>
  package private(set) var count: Int

  package static let none = EditList(slots: SIMD4(repeating: -1), count: 0)

  private init(slots: SIMD4<Int32>, count: Int) {
    self.slots = slots
    self.count = count
  }

  package var numbers: [Int] { (0..<count).map { Int(slots[$0]) } }

  /// `nil` if it is there already, or if there is no room.
  package func adding(_ edit: Int) -> EditList? {
    let edit = Int32(truncatingIfNeeded: edit)
    guard count < 4 else { return nil }
    var result = self
    var place = count
    while place > 0, slots[place - 1] >= edit {
      if slots[place - 1] == edit { return nil }
      result.slots[place] = slots[place - 1]
      place -= 1
    }
    result.slots[place] = edit
    result.count += 1
    return result
  }

  package func joined(with other: EditList) -> EditList? {
    if other.count == 0 { return self }
    if count == 0 { return other }
    var result = self
    for index in 0..<other.count {
      guard let next = result.adding(Int(other.slots[index])) else { return nil }
      result = next
    }
    return result
  }
}
