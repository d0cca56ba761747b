import ExactAlgebra
import Testing

@testable import Checking

@Suite struct ChoiceSetTests {
  private static func scalar(_ value: Int) -> ResidueValue { .scalar(number(value)) }

  private static func list(_ numbers: Int...) throws -> EditList {
    try numbers.reduce(EditList.none) { try #require($0.adding($1)) }
  }

  /// A leaf: its value at no cost, and others by one edit each.
  private static func leaf(_ value: Int, _ others: [(Int, edit: Int)], most: Int) throws
    -> ChoiceSet
  {
    var set = ChoiceSet(scalar(value), most: most)
    for (other, edit) in others {
      set.insert(.init(scalar(other), try list(edit)), cost: 1)
    }
    return set
  }

  private static func sum(_ a: ChoiceSet, _ b: ChoiceSet) -> ChoiceSet {
    a.combined(with: b) { $0.adding($1, dimension: 1) }
  }

  private static func values(_ set: ChoiceSet, _ cost: Int) -> [ResidueValue] {
    set.choices[cost].map(\.value)
  }

  // 1 or, by edit 0, 2; plus 10 or, by edit 1, 20: 11; 12 and 21; 22.
  @Test func costsAddUp() throws {
    let first = try Self.leaf(1, [(2, edit: 0)], most: 2)
    let second = try Self.leaf(10, [(20, edit: 1)], most: 2)
    let sum = Self.sum(first, second)
    #expect(sum.most == 2)
    #expect(Self.values(sum, 0) == [Self.scalar(11)])
    #expect(Set(Self.values(sum, 1)) == [Self.scalar(12), Self.scalar(21)])
    #expect(Self.values(sum, 2) == [Self.scalar(22)])
    #expect(sum.choices[2].map(\.edits.numbers) == [[0, 1]])
    #expect(!sum.isCut)
  }

  @Test func nothingDearerIsKept() throws {
    let first = try Self.leaf(1, [(2, edit: 0)], most: 1)
    let second = try Self.leaf(10, [(20, edit: 1)], most: 1)
    let sum = Self.sum(first, second)
    #expect(sum.choices.count == 2)
    #expect(Self.values(sum, 1).count == 2)
    var set = ChoiceSet(Self.scalar(1), most: 0)
    set.insert(.init(Self.scalar(2), try Self.list(0)), cost: 1)
    #expect(set.choices.map(\.count) == [1])
  }

  // 1 + 2 + 3, each one more by an edit: 7 by three ways at cost 1, 9 by all three together.
  @Test func threeParts() throws {
    let parts = try (0..<3).map { try Self.leaf($0 + 1, [($0 + 2, edit: $0)], most: 3) }
    let sum = Self.sum(Self.sum(parts[0], parts[1]), parts[2])
    #expect(Self.values(sum, 0) == [Self.scalar(6)])
    #expect(Self.values(sum, 1) == Array(repeating: Self.scalar(7), count: 3))
    #expect(Set(sum.choices[1].map(\.edits.numbers)) == [[0], [1], [2]])
    #expect(Self.values(sum, 3) == [Self.scalar(9)])
    #expect(sum.choices[3].map(\.edits.numbers) == [[0, 1, 2]])
  }

  // One edit cannot be made twice: x + x with x read off one place.
  @Test func oneEditIsMadeOnce() throws {
    let leaf = try Self.leaf(1, [(2, edit: 0)], most: 2)
    let sum = Self.sum(leaf, leaf)
    #expect(Set(Self.values(sum, 1)) == [Self.scalar(3)])
    #expect(sum.choices[2].isEmpty)
  }

  // A value that costs nothing is not listed again as something dearer.
  @Test func theCheapestWayIsKept() throws {
    var set = ChoiceSet(Self.scalar(1), most: 2)
    set.insert(.init(Self.scalar(1), try Self.list(0)), cost: 1)
    #expect(set.choices.map(\.count) == [1, 0, 0])
    set.insert(.init(Self.scalar(5), try Self.list(1, 2)), cost: 2)
    set.insert(.init(Self.scalar(5), try Self.list(3)), cost: 1)
    set.insert(.init(Self.scalar(5), try Self.list(4, 5)), cost: 2)
    #expect(set.choices[1].map(\.edits.numbers) == [[3]])
    #expect(!set.choices[2].contains { $0.edits.numbers == [4, 5] })
  }

  @Test func fewSpellingsOfOneValueAreKept() throws {
    var set = ChoiceSet(Self.scalar(1), most: 1)
    for edit in 0..<10 { set.insert(.init(Self.scalar(2), try Self.list(edit)), cost: 1) }
    #expect(set.choices[1].map(\.edits.numbers) == [[0], [1], [2], [3]])
    #expect(!set.isCut)
  }

  @Test func mapChangesValuesAndKeepsEdits() throws {
    let set = try Self.leaf(2, [(0, edit: 7), (3, edit: 8)], most: 1).map(\.inverse)
    // 1/0 has no value.
    #expect(set.choices.map(\.count) == [1, 1])
    #expect(set.choices[0].first?.value == Self.scalar(2).inverse)
    #expect(set.choices[1].map(\.edits.numbers) == [[8]])
    // x² makes one of 2 and −2.
    let squares = try Self.leaf(2, [(-2, edit: 0), (3, edit: 1)], most: 1)
      .map { $0.power(2, dimension: 1) }
    #expect(squares.choices.map { $0.map(\.value) } == [[Self.scalar(4)], [Self.scalar(9)]])
  }

  // Another structure that costs one edit more, itself with its own edits.
  @Test func insertingASetAddsItsEdit() throws {
    var set = try Self.leaf(1, [(2, edit: 0)], most: 2)
    set.insert(try Self.leaf(30, [(40, edit: 1)], most: 2), adding: 1, 9)
    #expect(Set(set.choices[1].map(\.edits.numbers)) == [[0], [9]])
    #expect(set.choices[2].map(\.edits.numbers) == [[1, 9]])
    #expect(set.choices[2].map(\.value) == [Self.scalar(40)])
    var dear = try Self.leaf(1, [], most: 1)
    dear.insert(try Self.leaf(30, [(40, edit: 1)], most: 1), adding: 2, 9)
    #expect(dear.choices.map(\.count) == [1, 0])
  }

  // Products that have no value are left out.
  @Test func combinationsWithoutAValue() {
    let ket = ChoiceSet(.ket(numbers([1])), most: 1)
    #expect(ket.combined(with: ket) { $0.multiplied(by: $1, dimension: 1) }.choices[0].isEmpty)
  }
}

@Suite struct EditListTests {
  @Test(arguments: [
    ([], []), ([3], [3]), ([3, 1], [1, 3]), ([1, 2, 3, 4], [1, 2, 3, 4]),
    ([9, 0, 5, 2], [0, 2, 5, 9]),
  ])
  func numbersAscend(_ added: [Int], _ expected: [Int]) throws {
    let list = try added.reduce(EditList.none) { try #require($0.adding($1)) }
    #expect(list.numbers == expected)
    #expect(list.count == expected.count)
  }

  @Test func noEditTwiceAndNoFifth() throws {
    let two = try #require(EditList.none.adding(4)?.adding(1))
    #expect(two.adding(4) == nil)
    #expect(two.adding(1) == nil)
    let four = try #require(two.adding(2)?.adding(7))
    #expect(four.adding(3) == nil)
  }

  @Test func joined() throws {
    let a = try #require(EditList.none.adding(1)?.adding(5))
    let b = try #require(EditList.none.adding(3))
    #expect(a.joined(with: b)?.numbers == [1, 3, 5])
    #expect(b.joined(with: a) == a.joined(with: b))
    #expect(a.joined(with: .none) == a)
    #expect(EditList.none.joined(with: a) == a)
    #expect(a.joined(with: a) == nil)
    let more = try #require(b.adding(9)?.adding(8))
    #expect(a.joined(with: more) == nil)
  }

  // The same edits in another order are one list.
  @Test func orderDoesNotMatter() {
    #expect(EditList.none.adding(2)?.adding(6) == EditList.none.adding(6)?.adding(2))
  }
}
