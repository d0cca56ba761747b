import Testing

@testable import ExactAlgebra

/// Systems of the kind the product solves: steady states of rate and master equations.
@Suite struct SteadyStateSystemTests {
  /// The rate from one state to another; nil when there is none.
  private typealias Rates = (_ from: Int, _ to: Int) -> Polynomial?

  /// Σ over `from` of rates into each state minus those out of it; the last row is Σ p = 1.
  private func masterEquation(_ count: Int, _ rates: Rates) -> LinearSystem {
    var rows = [[Polynomial]](
      repeating: [Polynomial](repeating: .zero, count: count), count: count)
    for from in 0..<count {
      for to in 0..<count where to != from {
        guard let rate = rates(from, to) else { continue }
        rows[to][from] += rate
        rows[from][from] -= rate
      }
    }
    rows[count - 1] = [Polynomial](repeating: .one, count: count)
    var right = [Polynomial](repeating: .zero, count: count)
    right[count - 1] = .one
    return LinearSystem(matrix: rows, rightHandSide: right)
  }

  /// Kirchhoff's weight of each state: the sum over spanning trees directed to it, by trying every
  /// choice of one way out of each other state.
  private func treeWeights(_ count: Int, _ rates: Rates) -> [Polynomial] {
    (0..<count).map { root in
      var sum = Polynomial.zero
      let others = (0..<count).filter { $0 != root }
      var choice = [Int](repeating: 0, count: count)
      func extend(_ depth: Int, _ product: Polynomial) {
        if depth == others.count {
          for start in others {
            var state = start
            var steps = 0
            while state != root && steps <= count {
              state = choice[state]
              steps += 1
            }
            if state != root { return }
          }
          sum += product
          return
        }
        let from = others[depth]
        for to in 0..<count where to != from {
          guard let rate = rates(from, to) else { continue }
          choice[from] = to
          extend(depth + 1, product * rate)
        }
      }
      extend(0, .one)
      return sum
    }
  }

  private func expectTrees(_ count: Int, _ rates: Rates) {
    let weights = treeWeights(count, rates)
    let total = weights.reduce(Polynomial.zero) { $0 + $1 }
    let expected = weights.map { Fraction($0, total) }
    let system = masterEquation(count, rates)
    #expect(system.solve() == .unique(expected))
    #expect(system.isSolved(by: expected))
  }

  // Cayley: a complete graph of n states has nⁿ⁻² trees to each state.
  @Test(arguments: [2, 3, 4, 5])
  func completeGraphs(_ count: Int) {
    let rates: Rates = { .variable($0 * count + $1) }
    let weights = treeWeights(count, rates)
    let trees = (0..<max(count - 2, 0)).reduce(1) { product, _ in product * count }
    #expect(weights.map(\.termCount) == [Int](repeating: trees, count: count))
    expectTrees(count, rates)
  }

  @Test(arguments: [3, 4, 5, 6])
  func rings(_ count: Int) {
    expectTrees(count) { from, to in
      if to == (from + 1) % count { return .variable(2 * from) }
      if from == (to + 1) % count { return .variable(2 * from + 1) }
      return nil
    }
  }

  @Test(arguments: [2, 4, 7])
  func lines(_ count: Int) {
    expectTrees(count) { from, to in
      if to == from + 1 { return .variable(2 * from) }
      if from == to + 1 { return .variable(2 * from + 1) }
      return nil
    }
  }

  // Rates that are sums, as those of two baths, so that numerators share factors with the total.
  @Test func ratesOfTwoBaths() {
    expectTrees(4) { from, to in
      // States 00, 01, 10, 11: bit 0 flips with x up, y down; bit 1 with z + w up, y down.
      switch from ^ to {
      case 1: return from & 1 == 0 ? x : y
      case 2: return from & 2 == 0 ? z + w : y
      default: return nil
      }
    }
  }

  // Two independent qubits: the populations are products, and the total has the factors
  // (x + y)(z + w + y).
  @Test func independentQubitsFactorise() {
    let system = masterEquation(4) { from, to in
      switch from ^ to {
      case 1: from & 1 == 0 ? x : y
      case 2: from & 2 == 0 ? z + w : y
      default: nil
      }
    }
    let (a, b) = (Fraction(x, x + y), Fraction(z + w, z + w + y))
    let (na, nb) = (Fraction(y, x + y), Fraction(y, z + w + y))
    #expect(system.solve() == .unique([na * nb, a * nb, na * b, a * b]))
  }

  /// The two-qubit Bloch–Redfield system with fermionic baths; unknowns ρ₁₁ … ρ₄₄, Re ρ₂₃, Im ρ₂₃.
  private func fermionSystem() -> LinearSystem {
    let (lm, lp, mm, mp) = (x, y, z, w)
    let omega = Polynomial.variable(4)
    let (c, s) = (Polynomial.variable(5), Polynomial.variable(6))
    let sum = (mm + mp) * s
    return LinearSystem(
      matrix: [
        [
          2 * (mm * c - lm - lp - mp * c), 2 * (1 - lm + mm * c), 2 * (1 - lp - mp * c), 0,
          2 * sum, 0,
        ],
        [
          2 * (lm - mm * c), 2 * (lm - lp - mm * c - mp * c - 1), 0, 2 * (1 - lp - mp * c),
          -2 * sum, 0,
        ],
        [
          2 * (lp + mp * c), 0, 2 * (lp - lm + mm * c + mp * c - 1), 2 * (1 - lm + mm * c),
          -2 * sum, 0,
        ],
        [-sum, -sum, -sum, -sum, -2, -omega],
        [0, 0, 0, 0, omega, -2],
        [1, 1, 1, 1, 0, 0],
      ], rightHandSide: [0, 0, 0, 0, 0, 1])
  }

  // The trace turns row 4 into −(M₋ + M₊)s = 2 re + Ω im, and row 5 says im = Ω re/2, so
  // re = −2 (M₋ + M₊) s/(4 + Ω²) and im = −Ω (M₋ + M₊) s/(4 + Ω²).
  @Test func fermionicCoherences() {
    let system = fermionSystem()
    guard case .unique(let values) = system.solve() else {
      Issue.record("no unique steady state")
      return
    }
    let omega = Polynomial.variable(4)
    let drive = (z + w) * Polynomial.variable(6)
    let bottom = 4 + omega * omega
    #expect(values[4] == Fraction(-2 * drive, bottom))
    #expect(values[5] == Fraction(-omega * drive, bottom))
    #expect(values[0] + values[1] + values[2] + values[3] == 1)
    #expect(system.isSolved(by: values))
    // Of the determinant, a number times (4 + Ω²) is all that is left under the populations.
    for value in values[..<4] {
      #expect((8 * bottom).divided(exactlyBy: value.denominator) != nil)
    }
  }

  @Test func aWrongSignIsNotASolution() {
    let system = fermionSystem()
    guard case .unique(var values) = system.solve() else {
      Issue.record("no unique steady state")
      return
    }
    values[4] = -values[4]
    #expect(!system.isSolved(by: values))
    let residuals = LinearSystem.residuals(of: values, in: system)
    #expect(residuals[5].isZero)
    #expect(!residuals[4].isZero)
  }

  // With the columns in another order the unknowns come in that order.
  @Test(arguments: [[1, 0, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [2, 4, 0, 5, 1, 3]])
  func theOrderOfUnknownsDoesNotMatter(_ order: [Int]) {
    let system = fermionSystem()
    let permuted = LinearSystem(
      matrix: system.matrix.map { row in order.map { row[$0] } },
      rightHandSide: system.rightHandSide)
    guard case .unique(let values) = system.solve() else {
      Issue.record("no unique steady state")
      return
    }
    #expect(permuted.solve() == .unique(order.map { values[$0] }))
    let reversed = LinearSystem(
      matrix: system.matrix.reversed(), rightHandSide: system.rightHandSide.reversed())
    #expect(reversed.solve() == .unique(values))
  }

  // Defect: entries that kept the width of a longer polynomial broke the numbering of variables.
  @Test func entriesMayBePackedWiderThanTheirVariables() {
    let far = Polynomial.variable(30)
    let wide = (x + far) - far
    let system = LinearSystem(matrix: [[wide, y], [1, 1]], rightHandSide: [0, 1])
    #expect(system.solve() == .unique([Fraction(-y, x - y), Fraction(x, x - y)]))
    #expect(system.determinant() == x - y)
    #expect(Polynomial.gcd((wide + 1) * (y + 2) * (wide - y), (wide + 1) * (wide + y)) == x + 1)
  }
}
