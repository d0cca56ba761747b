import ExactAlgebra
import Testing

@testable import OpenSystems

@Suite struct ExponentBasisTests {
  private func rows(_ values: [[Int]]) -> [[Rational]] { values.map { $0.map { Rational($0) } } }

  // (1, 1, 0) and (1, −1, 0): x = (l₁ + l₂)/2, y = (l₁ − l₂)/2, z is open.
  @Test func formsByHand() throws {
    let basis = try #require(ExponentBasis(rows([[1, 1, 0], [1, -1, 0]]), rows: [0, 1]))
    let half = Rational(1, 2)
    let x = basis.form(of: [1, 0, 0])
    #expect(x.known == [half, half] && x.unknown == [0])
    let y = basis.form(of: [0, 1, 0])
    #expect(y.known == [half, -half] && y.unknown == [0])
    let both = basis.form(of: [3, 1, 5])
    #expect(both.known == [2, 1] && both.unknown == [5])
  }

  @Test func dependentRowsAreNoBasis() {
    let all = rows([[1, 2], [2, 4], [0, 1]])
    #expect(ExponentBasis(all, rows: [0, 1]) == nil)
    #expect(ExponentBasis(all, rows: [0, 2]) != nil)
    #expect(ExponentBasis.rank(all) == 2)
    #expect(ExponentBasis.rank(rows([[0, 0]])) == 0)
    #expect(ExponentBasis.rank([]) == 0)
  }

  // The value of a form is that of the combination: with x given, l = a x and the open ones are x's own.
  @Test(arguments: 0..<30) func formsAgreeWithValues(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    func number() -> Rational {
      Rational(Int(random.next() % 7) - 3, 1 + Int(random.next() % 3))
    }
    let (count, width) = (3, 4)
    let all = (0..<count).map { _ in (0..<width).map { _ in number() } }
    let x = (0..<width).map { _ in number() }
    func dot(_ a: [Rational], _ b: [Rational]) -> Rational {
      zip(a, b).reduce(Rational(0)) { $0 + $1.0 * $1.1 }
    }
    guard let basis = ExponentBasis(all, rows: [0, 1, 2]) else {
      #expect(ExponentBasis.rank(all) < count, "seed \(seed)")
      return
    }
    let combination = (0..<width).map { _ in number() }
    let form = basis.form(of: combination)
    // One quantity of four is open: which, its own form says.
    let open = (0..<width).filter { index in
      let unit = (0..<width).map { Rational($0 == index ? 1 : 0) }
      return basis.form(of: unit).known.allSatisfy(\.isZero) && basis.form(of: unit).unknown == [1]
    }
    let free = try #require(open.first, "seed \(seed)")
    let value = dot(form.known, all.map { dot($0, x) }) + form.unknown[0] * x[free]
    #expect(value == dot(combination, x), "seed \(seed)")
  }
}
