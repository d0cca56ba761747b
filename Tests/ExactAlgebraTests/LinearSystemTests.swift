import Testing

@testable import ExactAlgebra

@Suite struct LinearSystemTests {
  // a x + b y = 1, c x + d y = 0: x = d/(ad − bc), y = −c/(ad − bc).
  @Test func cramersRuleForTwo() {
    let system = LinearSystem(matrix: [[x, y], [z, w]], rightHandSide: [1, 0])
    let determinant = x * w - y * z
    #expect(system.solve() == .unique([Fraction(w, determinant), Fraction(-z, determinant)]))
    #expect(system.determinant() == determinant)
    #expect(system.rank() == 2)
    #expect(system.unknownCount == 2)
  }

  // p₁ = down/(up + down), p₂ = up/(up + down) with up = x, down = y.
  @Test func twoLevelRates() {
    let system = LinearSystem(matrix: [[-x, y], [1, 1]], rightHandSide: [0, 1])
    #expect(system.solve() == .unique([Fraction(y, x + y), Fraction(x, x + y)]))
  }

  // Kirchhoff on a line of three: weights y·w, x·w, x·z for rates x, z up and y, w down.
  @Test func lineOfThree() {
    let system = LinearSystem(
      matrix: [[-x, y, 0], [0, z, -w], [1, 1, 1]], rightHandSide: [0, 0, 1])
    let total = y * w + x * w + x * z
    #expect(
      system.solve()
        == .unique([Fraction(y * w, total), Fraction(x * w, total), Fraction(x * z, total)]))
  }

  // A driven qubit with gain g, loss l, k = g + l, detuning d and drive v, as linear equations for
  // the population and both parts of the coherence (up to factors). By pen the determinant is
  // k (k² + 4d² + 2v²), so the denominators divide it.
  @Test func drivenQubit() {
    let (gain, loss, detuning, drive) = (x, y, z, w)
    let total = gain + loss
    // k p − v m = g; k r − 2d m = 0; 2v p + 2d r + k m = v.
    let system = LinearSystem(
      matrix: [
        [total, 0, -drive], [0, total, -2 * detuning], [2 * drive, 2 * detuning, total],
      ], rightHandSide: [gain, 0, drive])
    guard case .unique(let values) = system.solve() else {
      Issue.record("no unique solution")
      return
    }
    #expect(system.isSolved(by: values))
    // det = k·(k² + 4d²) + v·(0 + 2v k) = k (k² + 4d² + 2v²)
    let determinant = total * (total * total + 4 * detuning * detuning + 2 * drive * drive)
    #expect(system.determinant() == determinant)
    #expect(determinant.divided(exactlyBy: values[0].denominator) != nil)
  }

  @Test func singularSystems() {
    let singular = [[x, y], [2 * x, 2 * y]]
    #expect(
      LinearSystem(matrix: singular, rightHandSide: [1, 2]).solve()
        == .underdetermined(rank: 1))
    #expect(LinearSystem(matrix: singular, rightHandSide: [1, 3]).solve() == .inconsistent)
    #expect(LinearSystem(matrix: singular, rightHandSide: [0, 0]).determinant().isZero)
    #expect(LinearSystem(matrix: singular, rightHandSide: [0, 0]).rank() == 1)
  }

  @Test func zeroMatrices() {
    let zero: [[Polynomial]] = [[0, 0], [0, 0]]
    #expect(LinearSystem(matrix: zero, rightHandSide: [0, 0]).solve() == .underdetermined(rank: 0))
    #expect(LinearSystem(matrix: zero, rightHandSide: [0, x]).solve() == .inconsistent)
    #expect(LinearSystem(matrix: zero, rightHandSide: [0, 0]).rank() == 0)
    #expect(LinearSystem(matrix: zero, rightHandSide: [0, 0]).determinant().isZero)
  }

  @Test func noEquations() {
    let none = LinearSystem(matrix: [[Polynomial]](), rightHandSide: [])
    #expect(none.solve() == .unique([]))
    #expect(none.rank() == 0)
    #expect(none.determinant() == 1)
  }

  @Test func fewerEquationsThanUnknowns() {
    let system = LinearSystem(matrix: [[x, y, z]], rightHandSide: [1])
    #expect(system.solve() == .underdetermined(rank: 1))
    #expect(system.rank() == 1)
  }

  // One equation too many: consistent when it repeats the others, otherwise not.
  @Test func redundantEquations() {
    let rows = [[-x, y], [x, -y], [1, 1]]
    let solution = [Fraction(y, x + y), Fraction(x, x + y)]
    #expect(
      LinearSystem(matrix: rows, rightHandSide: [0, 0, 1]).solve() == .unique(solution))
    #expect(LinearSystem(matrix: rows, rightHandSide: [0, 1, 1]).solve() == .inconsistent)
    #expect(LinearSystem(matrix: rows, rightHandSide: [0, 0, 1]).rank() == 2)
    #expect(
      LinearSystem(matrix: rows + [[2, 2]], rightHandSide: [0, 0, 1, 2]).solve()
        == .unique(solution))
    #expect(
      LinearSystem(matrix: rows + [[2, 2]], rightHandSide: [0, 0, 1, 3]).solve()
        == .inconsistent)
  }

  // A row without unknowns but with a right-hand side contradicts itself.
  @Test func contradictoryRows() {
    #expect(
      LinearSystem(matrix: [[x], [0]], rightHandSide: [1, y]).solve() == .inconsistent)
    #expect(
      LinearSystem(matrix: [[x], [0]], rightHandSide: [1, 0]).solve()
        == .unique([Fraction(1, x)]))
  }

  @Test func homogeneousSystems() {
    let system = LinearSystem(matrix: [[x, y], [y, x]], rightHandSide: [0, 0])
    #expect(system.solve() == .unique([0, 0]))
  }

  // u/x + v/y = 1, u − v = 0: u = v = xy/(x + y).
  @Test func rowsOfFractions() {
    let system = LinearSystem(
      matrix: [[Fraction(1, x), Fraction(1, y)], [1, -1]], rightHandSide: [1, 0])
    #expect(system.matrix == [[y, x], [1, -1]])
    #expect(system.rightHandSide == [x * y, 0])
    let value = Fraction(x * y, x + y)
    #expect(system.solve() == .unique([value, value]))
  }

  @Test func residualsSayWhatIsLeft() {
    let system = LinearSystem(matrix: [[x, y], [1, 1]], rightHandSide: [0, 1])
    // At (1, 0): x − 0 and 1 − 1. At (1/x, 0): 1 and 1/x − 1.
    #expect(LinearSystem.residuals(of: [1, 0], in: system) == [Fraction(x), 0])
    #expect(
      LinearSystem.residuals(of: [Fraction(1, x), 0], in: system) == [1, Fraction(1 - x, x)])
    #expect(!system.isSolved(by: [1, 0]))
    #expect(system.isSolved(by: [Fraction(-y, x - y), Fraction(x, x - y)]))
  }

  // Variables far apart do not make the work longer or the answer different.
  @Test func distantVariables() {
    let (a, b) = (Polynomial.variable(50), Polynomial.variable(20))
    let system = LinearSystem(matrix: [[-a, b], [1, 1]], rightHandSide: [0, 1])
    #expect(system.solve() == .unique([Fraction(b, a + b), Fraction(a, a + b)]))
    #expect(system.determinant() == -a - b)
  }

  // Vandermonde: det = Π (xⱼ − xᵢ) over i < j.
  @Test func vandermondeDeterminant() {
    let points = [x, y, z, w]
    let rows = points.map { point in (0..<4).map { point.power($0) } }
    var product = Polynomial.one
    for j in 0..<4 { for i in 0..<j { product *= points[j] - points[i] } }
    let system = LinearSystem(matrix: rows, rightHandSide: [0, 0, 0, 0])
    #expect(system.determinant() == product)
  }

  @Test(arguments: 1...40)
  func solutionsSolve(seed: Int) {
    var random = RandomValues(seed: seed)
    let size = random.word(in: 1...5)
    let matrix = (0..<size).map { _ in
      (0..<size).map { _ in random.polynomial(terms: random.word(in: 0...2), degree: 1) }
    }
    let right = (0..<size).map { _ in random.polynomial(terms: 2, degree: 1) }
    let system = LinearSystem(matrix: matrix, rightHandSide: right)
    switch system.solve() {
    case .unique(let values):
      #expect(system.isSolved(by: values))
      #expect(!system.determinant().isZero)
      #expect(system.rank() == size)
      for value in values {
        #expect(Polynomial.gcd(value.numerator, value.denominator).isOne)
        #expect(value.denominator.leadingCoefficient > 0)
      }
    case .underdetermined(let rank):
      #expect(rank == system.rank())
      #expect(rank < size)
    case .inconsistent:
      #expect(system.determinant().isZero)
    }
  }

  // A planted solution is found again.
  @Test(arguments: 1...25)
  func plantedSolutionsAreFound(seed: Int) {
    var random = RandomValues(seed: seed)
    let size = random.word(in: 2...4)
    let planted = (0..<size).map { _ in random.fraction(variables: 2, terms: 2, degree: 1) }
    let matrix = (0..<size + 1).map { _ in
      (0..<size).map { _ in Fraction(random.polynomial(variables: 2, terms: 2, degree: 1)) }
    }
    let right = matrix.map { row in
      zip(row, planted).reduce(Fraction.zero) { $0 + $1.0 * $1.1 }
    }
    let system = LinearSystem(matrix: matrix, rightHandSide: right)
    switch system.solve() {
    case .unique(let values): #expect(values == planted)
    case .underdetermined(let rank): #expect(rank < size)
    case .inconsistent: Issue.record("a system with a solution is called inconsistent")
    }
  }
}
