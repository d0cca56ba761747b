import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import Checking

@Suite struct ResidueValueTests {
  private static func linear(_ entries: [Int], _ key: OperatorForm.Word = .empty) -> ResidueValue {
    .linear([key: numbers(entries)])
  }

  // (1 2; 3 4)(0 1; 5 −1) = (10 −1; 20 −1); the other order gives (3 4; 2 6).
  @Test func matricesByHand() {
    let x = Self.linear([1, 2, 3, 4])
    let y = Self.linear([0, 1, 5, -1])
    #expect(x.multiplied(by: y, dimension: 2) == Self.linear([10, -1, 20, -1]))
    #expect(y.multiplied(by: x, dimension: 2) == Self.linear([3, 4, 2, 6]))
    #expect(x.adding(y, dimension: 2) == Self.linear([1, 3, 8, 3]))
    #expect(x.negated == Self.linear([-1, -2, -3, -4]))
    #expect(x.scaled(by: number(3)) == Self.linear([3, 6, 9, 12]))
    // (1 2; 3 4)² = (7 10; 15 22).
    #expect(x.power(2, dimension: 2) == Self.linear([7, 10, 15, 22]))
    #expect(x.power(1, dimension: 2) == x)
  }

  // The same matrix with b, b†, another mode, both in another order or a sum over another index.
  @Test func marksTellOperatorsApart() {
    func word(_ factors: [(String, Bool)], summed: [String] = []) -> OperatorForm.Word {
      OperatorForm.Word(
        summed: summed,
        factors: factors.map { OperatorForm.Mode(name: $0.0, isCreation: $0.1) })
    }
    let words = [
      word([]), word([("b", false)]), word([("b", true)]), word([("c", false)]),
      word([("b", false), ("c", false)]), word([("c", false), ("b", false)]),
      word([("b", false)], summed: ["k"]), word([("b", false)], summed: ["j"]),
    ]
    let marks = words.map { Self.linear([1, 2, 3, 4], $0).mark }
    #expect(Set(marks).count == words.count)
    #expect(marks == words.map { Self.linear([1, 2, 3, 4], $0).mark })
  }

  // (1 2; 3 4)(5, 6) = (17, 39), (5, 6)(1 2; 3 4) = (23, 34), ⟨(5, 6)|(7, 8)⟩ = 83 and the outer
  // product is (35 40; 42 48).
  @Test func vectorsByHand() {
    let x = Self.linear([1, 2, 3, 4])
    let ket = ResidueValue.ket(numbers([5, 6]))
    let bra = ResidueValue.bra(numbers([5, 6]))
    #expect(x.multiplied(by: ket, dimension: 2) == .ket(numbers([17, 39])))
    #expect(bra.multiplied(by: x, dimension: 2) == .bra(numbers([23, 34])))
    #expect(bra.multiplied(by: .ket(numbers([7, 8])), dimension: 2) == .scalar(number(83)))
    #expect(
      ket.multiplied(by: .bra(numbers([7, 8])), dimension: 2) == Self.linear([35, 40, 42, 48]))
    #expect(ket.adding(.ket(numbers([1, -6])), dimension: 2) == .ket(numbers([6, 0])))
    #expect(bra.adding(.bra(numbers([1, -6])), dimension: 2) == .bra(numbers([6, 0])))
  }

  // A number beside a vector or an operator is a factor; added to an operator it is a multiple of 1.
  @Test func numbersBesideOperators() {
    let x = Self.linear([1, 2, 3, 4])
    let two = ResidueValue.scalar(number(2))
    #expect(two.multiplied(by: x, dimension: 2) == Self.linear([2, 4, 6, 8]))
    #expect(x.multiplied(by: two, dimension: 2) == Self.linear([2, 4, 6, 8]))
    #expect(two.multiplied(by: .ket(numbers([1, 3])), dimension: 2) == .ket(numbers([2, 6])))
    #expect(two.multiplied(by: .tuple(numbers([1, 3])), dimension: 2) == .tuple(numbers([2, 6])))
    #expect(x.adding(two, dimension: 2) == Self.linear([3, 2, 3, 6]))
    #expect(two.adding(x, dimension: 2) == Self.linear([3, 2, 3, 6]))
    #expect(two.adding(two, dimension: 2) == .scalar(number(4)))
    #expect(two.multiplied(by: two, dimension: 2) == .scalar(number(4)))
    #expect(two.power(-1, dimension: 2) == two.inverse)
    #expect(two.power(5, dimension: 2) == .scalar(number(32)))
  }

  // (1 2i; 3 4 + i)† = (1 3; −2i 4 − i); |v⟩† = ⟨v|.
  @Test func adjointsByHand() {
    let x = ResidueValue.linear([.empty: [number(1), number(0, 2), number(3), number(4, 1)]])
    let adjoint = ResidueValue.linear([
      .empty: [number(1), number(3), number(0, -2), number(4, -1)]
    ])
    #expect(x.adjoint(dimension: 2) == adjoint)
    let ket = ResidueValue.ket([number(1, 2), number(0, -3)])
    let bra = ResidueValue.bra([number(1, -2), number(0, 3)])
    #expect(ket.adjoint(dimension: 2) == bra)
    #expect(bra.adjoint(dimension: 2) == ket)
    #expect(ResidueValue.scalar(number(1, 2)).adjoint(dimension: 2) == .scalar(number(1, -2)))
    #expect(ResidueValue.tuple([number(1)]).adjoint(dimension: 2) == nil)
  }

  // Modes stay in their written order: (X b)(Y b†) = XY b b†, and (X b c)† = X† c† b†.
  @Test func wordsOfModes() {
    let x = Self.linear([1, 2, 3, 4], word("b", summed: ["k"]))
    let y = Self.linear([0, 1, 5, -1], word("c†", summed: ["j"]))
    #expect(
      x.multiplied(by: y, dimension: 2)
        == Self.linear([10, -1, 20, -1], word("b", "c†", summed: ["j", "k"])))
    #expect(
      y.multiplied(by: x, dimension: 2)
        == Self.linear([3, 4, 2, 6], word("c†", "b", summed: ["j", "k"])))
    #expect(
      Self.linear([1, 2, 3, 4], word("b", "c")).adjoint(dimension: 2)
        == Self.linear([1, 3, 2, 4], word("c†", "b†")))
    let sum = x.adding(Self.linear([1, 0, 0, 1]), dimension: 2)
    #expect(
      sum
        == .linear([
          word("b", summed: ["k"]): numbers([1, 2, 3, 4]), .empty: numbers([1, 0, 0, 1]),
        ])
    )
    // What acts on a reservoir makes no vector of the system.
    #expect(x.multiplied(by: .ket(numbers([1, 1])), dimension: 2) == nil)
    #expect(ResidueValue.bra(numbers([1, 1])).multiplied(by: x, dimension: 2) == nil)
  }

  // Parts that cancel are gone, so that equal operators are equal values.
  @Test func nothingIsStoredOfZero() {
    let x = Self.linear([1, 2, 3, 4], word("b"))
    #expect(x.adding(x.negated, dimension: 2) == .linear([:]))
    #expect(x.scaled(by: .zero) == .linear([:]))
    #expect(x.scaled(by: .zero).isZero)
    #expect(!x.isZero)
    // (0 1; 0 0)² = 0.
    let nilpotent = Self.linear([0, 1, 0, 0])
    #expect(nilpotent.multiplied(by: nilpotent, dimension: 2) == .linear([:]))
    #expect(ResidueValue.operation([.empty: numbers([0, 0, 0, 0])]) == .linear([:]))
    #expect(
      ResidueValue.linear([:]).multiplied(by: .ket(numbers([1, 2])), dimension: 2)
        == .ket(numbers([0, 0])))
    #expect(ResidueValue.ket(numbers([0, 0])).isZero)
    #expect(!ResidueValue.bra(numbers([0, 1])).isZero)
    #expect(ResidueValue.tuple(numbers([0])).isZero)
    #expect(ResidueValue.scalar(.zero).isZero)
  }

  @Test func whatIsNotDefinedHasNoValue() {
    let ket = ResidueValue.ket(numbers([1, 2]))
    let bra = ResidueValue.bra(numbers([1, 2]))
    let x = Self.linear([1, 2, 3, 4])
    #expect(ket.adding(bra, dimension: 2) == nil)
    #expect(ket.adding(.scalar(.one), dimension: 2) == nil)
    #expect(ket.multiplied(by: ket, dimension: 2) == nil)
    #expect(ket.multiplied(by: x, dimension: 2) == nil)
    #expect(x.multiplied(by: bra, dimension: 2) == nil)
    #expect(x.inverse == nil)
    #expect(x.power(0, dimension: 2) == nil)
    #expect(x.power(-1, dimension: 2) == nil)
    #expect(ket.power(2, dimension: 2) == nil)
    #expect(ResidueValue.scalar(.zero).inverse == nil)
  }

  // 3 is 3·1 as an operator; a zero operator is 0; a ket is no number.
  @Test func numbersMatchMultiplesOfOne() {
    let three = ResidueValue.scalar(number(3))
    #expect(three.matches(Self.linear([3, 0, 0, 3]), dimension: 2))
    #expect(Self.linear([3, 0, 0, 3]).matches(three, dimension: 2))
    #expect(!Self.linear([3, 0, 0, 4]).matches(three, dimension: 2))
    #expect(!Self.linear([3, 0, 0, 3], word("b")).matches(three, dimension: 2))
    #expect(ResidueValue.scalar(.zero).matches(.linear([:]), dimension: 2))
    #expect(three.matches(three, dimension: 2))
    #expect(!three.matches(.ket(numbers([3, 3])), dimension: 2))
  }

  private static let words: [OperatorForm.Word] = [.empty, word("b"), word("b†", summed: ["k"])]

  @Test(arguments: 1...10) func lawsOfOperators(seed: Int) throws {
    var random = RandomResidues(seed: seed)
    func product(_ a: ResidueValue, _ b: ResidueValue) throws -> ResidueValue {
      try #require(a.multiplied(by: b, dimension: 3))
    }
    func adjoint(_ a: ResidueValue) throws -> ResidueValue {
      try #require(a.adjoint(dimension: 3))
    }
    let x = random.linear(dimension: 3, words: Self.words)
    let y = random.linear(dimension: 3, words: Self.words)
    let z = random.linear(dimension: 3, words: Self.words)
    #expect(try adjoint(product(x, y)) == product(adjoint(y), adjoint(x)))
    #expect(try adjoint(adjoint(x)) == x)
    #expect(try product(product(x, y), z) == product(x, product(y, z)))
    let sum = try #require(y.adding(z, dimension: 3))
    #expect(try product(x, sum) == product(x, y).adding(product(x, z), dimension: 3))
    let factor = random.next()
    #expect(try adjoint(x.scaled(by: factor)) == adjoint(x).scaled(by: factor.conjugate))
  }

  // ⟨u|X|v⟩* = ⟨v|X†|u⟩, and (|u⟩⟨v|)|w⟩ = |u⟩⟨v|w⟩.
  @Test(arguments: 1...10) func lawsOfVectors(seed: Int) throws {
    var random = RandomResidues(seed: seed)
    let (u, v) = (ResidueValue.ket(random.list(3)), ResidueValue.ket(random.list(3)))
    let w = ResidueValue.ket(random.list(3))
    let x = random.linear(dimension: 3)
    func product(_ factors: ResidueValue...) throws -> ResidueValue {
      try factors.dropFirst().reduce(factors[0]) {
        try #require($0.multiplied(by: $1, dimension: 3))
      }
    }
    func adjoint(_ a: ResidueValue) throws -> ResidueValue {
      try #require(a.adjoint(dimension: 3))
    }
    let element = try product(adjoint(u), x, v)
    #expect(try adjoint(element) == product(adjoint(v), adjoint(x), u))
    let inner = try product(adjoint(v), w)
    #expect(try product(u, adjoint(v), w) == product(u, inner))
  }
}
