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

  /// Choices at cost 0, 1, …
  package private(set) var choices: [[Choice]]
  /// Some were left out because there were too many.
  package private(set) var isCut = false
  private var known: [ResidueValue: (cost: Int, count: Int)] = [:]

  /// Spellings kept of one value.
  private static let spellings = 4
  /// Choices kept at one cost.
  private static let most = 120_000

  package init(most cost: Int) {
    choices = Array(repeating: [], count: cost + 1)
  }

  package init(_ value: ResidueValue, most cost: Int) {
    self.init(most: cost)
    insert(Choice(value, .none), cost: 0)
  }

  package var most: Int { choices.count - 1 }

  package mutating func insert(_ choice: Choice, cost: Int) {
    guard cost < choices.count else { return }
    // Mostly the value is new.
    if let before = known.updateValue((cost, 1), forKey: choice.value) {
      guard before.cost == cost else {
        if before.cost < cost { known[choice.value] = before } else { choices[cost].append(choice) }
        return
      }
      known[choice.value] = (cost, min(before.count + 1, Self.spellings))
      guard before.count < Self.spellings else { return }
    }
    guard choices[cost].count < Self.most else {
      isCut = true
      return
    }
    choices[cost].append(choice)
  }

  /// Everything in the other set, dearer by a cost and with one more edit.
  package mutating func insert(_ other: ChoiceSet, adding cost: Int, _ edit: Int) {
    isCut = isCut || other.isCut
    for (own, list) in other.choices.enumerated() where own + cost < choices.count {
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
    for (cost, list) in choices.enumerated() {
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
    result.known.reserveCapacity(known.count + other.known.count)
    for (cost, list) in choices.enumerated() {
      for left in list {
        for (more, rest) in other.choices.enumerated() where cost + more <= most {
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
