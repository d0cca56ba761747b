import Testing

@testable import ExactAlgebra

/// The object that holds the terms of a polynomial, and what looks into it.
@Suite struct TermStorageTests {
  private let layout = MonomialLayout(variableCount: 4, exponent: 7)

  private func polynomial(_ terms: [(UInt64, Int)], capacity: Int) -> Polynomial? {
    Polynomial(layout: layout, capacity: capacity) { room in
      #expect(room.coefficients.count == capacity)
      #expect(room.monomials.count == capacity * layout.stride)
      for (index, term) in terms.enumerated() {
        (room.monomials[index], room.coefficients[index]) = term
      }
      return terms.count
    }
  }

  @Test func onePointerWide() {
    #expect(MemoryLayout<Polynomial>.size == MemoryLayout<Int>.size)
    #expect(MemoryLayout<Polynomial?>.size == MemoryLayout<Int>.size)
    #expect(MemoryLayout<Fraction>.size == 2 * MemoryLayout<Int>.size)
  }

  @Test(arguments: [2, 3, 10])
  func roomThatIsLeft(capacity: Int) throws {
    let made = try #require(polynomial([(5, -3), (2, 7)], capacity: capacity))
    #expect(made.termCount == 2)
    #expect(Array(made.monomials) == [5, 2])
    #expect(made.coefficients.integers == [-3, 7])
    #expect(made == polynomial([(5, -3), (2, 7)], capacity: 2))
    #expect(made.hashValue == polynomial([(5, -3), (2, 7)], capacity: 2)?.hashValue)
    #expect(made != polynomial([(5, -3), (1, 7)], capacity: 2))
    #expect(made != polynomial([(5, -3), (2, 8)], capacity: 2))
    #expect(made != polynomial([(5, -3)], capacity: 2))
  }

  @Test(arguments: [0, 4])
  func nothingInIt(capacity: Int) throws {
    let empty = try #require(polynomial([], capacity: capacity))
    #expect(empty.isZero)
    #expect(empty.monomials.isEmpty)
    #expect(empty.coefficients.integers.isEmpty)
    #expect(empty == .zero)
    #expect(empty.hashValue == Polynomial.zero.hashValue)
    #expect(empty.layout == layout)
  }

  @Test func noPolynomialWhereNoneIsGiven() {
    #expect(Polynomial(layout: layout, capacity: 3) { _ in nil } == nil)
    #expect((x + 1).withCoefficients { _ in false } == nil)
  }

  @Test func integersLieApart() {
    let huge = Integer(2).power(64)
    let large = Polynomial(layout: layout, integers: [huge, 3]) { words in
      #expect(words.count == 2)
      (words[0], words[1]) = (9, 4)
    }
    #expect(Array(large.monomials) == [9, 4])
    #expect(large.coefficients == .large([huge, 3]))
    let small = large.withCoefficients([2, 3])
    #expect(Array(small.monomials) == [9, 4])
    guard case .small(let words) = small.coefficients else {
      Issue.record("words are kept as integers")
      return
    }
    #expect(Array(words) == [2, 3])
    #expect(small.withCoefficients([huge, 3]) == large)
  }

  // Numbers of terms in the order of the result, with changed words.
  @Test(arguments: [Integer(5), Integer(2).power(80)])
  func selections(lead: Integer) {
    let value = Polynomial(layout: layout, monomials: [40, 30, 20], coefficients: [lead, 7, 8])
    let part = value.selecting([0, 2]) { $0 == 0 ? $1 + 1 : $1 }
    #expect(Array(part.monomials) == [41, 21])
    #expect(part.coefficients.integers == [lead, 8])
    #expect(value.selecting([1]) { $1 }.coefficients.integers == [7])
    if case .large = value.selecting([1, 2], word: { $1 }).coefficients {
      Issue.record("words are kept as integers")
    }
    #expect(value.selecting([]) { $1 }.isZero)
  }

  // What looks into an object keeps it.
  @Test func viewsOutliveThePolynomial() throws {
    func views(_ count: Int) -> (StoredWords<UInt64>, StoredWords<Int>?) {
      let value = Polynomial(
        layout: layout, monomials: (1...UInt64(count)).reversed(),
        coefficients: [Int](1...count))
      if case .small(let words) = value.coefficients { return (value.monomials, words) }
      return (value.monomials, nil)
    }
    let kept = (1...50).map(views)
    for (count, (monomials, words)) in zip(1..., kept) {
      #expect(Array(monomials) == (1...UInt64(count)).reversed())
      let words = try #require(words)
      #expect(Array(words) == Array(1...count))
      #expect(words.reduce(0, +) == count * (count + 1) / 2)
      #expect(words.withUnsafeBufferPointer { $0.count } == count)
      #expect(words[count - 1] == count)
    }
    #expect(kept[3].0 == kept[3].0)
    #expect(kept[3].0 != kept[4].0)
    #expect(Set(kept.map(\.0)).count == 50)
  }

  @Test func sharedByThreads() async {
    let value = (x + y + z).power(6)
    let sums = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<200).reduce(0) { sum, _ in sum + (value - value + value).termCount }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(sums == 8 * 200 * 28)
  }

  @Test(arguments: [-17, -16, -1, 0, 1, 2, 32, 33, Int.max, Int.min])
  func constants(value: Int) {
    let constant = Polynomial(value)
    #expect(constant.constantValue == Integer(value))
    #expect(constant == Polynomial(Integer(value)))
    #expect(constant.termCount == (value == 0 ? 0 : 1))
    #expect(constant.isOne == (value == 1))
    #expect((constant + 1).constantValue == Integer(value) + 1)
  }

  @Test(arguments: [0, 127, 128, 500])
  func boundsOfVariables(index: Int) {
    let value = Polynomial.variable(index)
    #expect(value.variableBound == index + 1)
    #expect((value * x + 3).variableBound == index + 1)
    #expect(value.contains(anyOf: [index, 7]))
    #expect(!value.contains(anyOf: [index + 1, 1000]))
    #expect(Polynomial(5).variableBound == 0)
  }
}
