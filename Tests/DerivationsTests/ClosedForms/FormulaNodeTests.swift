import ExactAlgebra
import NumericEvaluation
import Testing

@testable import Derivations

/// Steps keep the shape of what is written, apart from zeros, ones and equals.
@Suite struct FormulaNodeTests {
  let builder = FormulaBuilder()

  private func positive() -> FormulaNode { builder.parameter(isReal: true, isPositive: true) }
  private func real() -> FormulaNode { builder.parameter(isReal: true, isPositive: false) }

  @Test func equalStepsAreOne() {
    let (x, y) = (positive(), positive())
    #expect((x + y).isIdentical(to: x + y))
    #expect(!(x + y).isIdentical(to: y + x))
  }

  // 0 + x = x, 1·x = x, x − x = 0, x + x = 2x, x·x = x², x²·x = x³
  @Test func neutralElementsVanish() {
    let x = positive()
    let (zero, one) = (x.constant(0), x.constant(1))
    #expect((zero + x).isIdentical(to: x))
    #expect((x - zero).isIdentical(to: x))
    #expect((one * x).isIdentical(to: x))
    #expect((x - x).isIdentical(to: zero))
    #expect((zero * x).isIdentical(to: zero))
    #expect((x + x).step == .product(x.constant(2).position, x.position))
    #expect((x * x).step == .power(x.position, 2))
    #expect((x * x * x).step == .power(x.position, 3))
  }

  // x/x is 1 where x cannot be zero.
  @Test func quotientsOfEqualsAreOneWherePositive() {
    let (x, y) = (positive(), real())
    #expect((x / x).isIdentical(to: x.constant(1)))
    #expect((y / y).step == .quotient(y.position, y.position))
  }

  // (3/2)·x is 3x/2, twice a half of x is x.
  @Test func rationalFactorsStandInFront() {
    let x = real()
    let scaled = x.constant(Rational(3, 2)) * x
    guard case .quotient(let top, let below) = scaled.step else {
      Issue.record("\(scaled.step) is no quotient")
      return
    }
    #expect(builder.steps[top] == .product(x.constant(3).position, x.position))
    #expect(below == x.constant(2).position)
    #expect((x.constant(2) * (x.constant(Rational(1, 2)) * x)).isIdentical(to: x))
    #expect((x.constant(-1) * x).step == .negative(x.position))
  }

  // −(−x) = x, a + (−b) = a − b, a − (−b) = a + b, −(a − b) = b − a
  @Test func signsAreMovedOut() {
    let (a, b) = (real(), real())
    #expect((-(-a)).isIdentical(to: a))
    #expect((a + -b).isIdentical(to: a - b))
    #expect((a - -b).isIdentical(to: a + b))
    #expect((-(a - b)).isIdentical(to: b - a))
    #expect((-a * b).isIdentical(to: -(a * b)))
    #expect((a / -b).isIdentical(to: -(a / b)))
  }

  // i² = −1, i* = −i, x* = x for real x
  @Test func theImaginaryUnitIsKnown() {
    let x = real()
    let i = x.imaginaryUnit
    #expect((i * i).isIdentical(to: x.constant(-1)))
    #expect(i.conjugate.isIdentical(to: -i))
    #expect(x.conjugate.isIdentical(to: x))
    #expect((x + i).conjugate.conjugate.isIdentical(to: x + i))
  }

  // √(x²) = x for x > 0, |x| for a real x; √(4/9) = 2/3.
  @Test func rootsOfSquaresAreTaken() throws {
    let (x, y) = (positive(), real())
    let (root, size) = (try (x * x).squareRoot(), try (y * y).squareRoot())
    #expect(root.isIdentical(to: x))
    #expect(size.step == .absolute(y.position))
    let fraction = try x.constant(Rational(4, 9)).squareRoot()
    #expect(fraction.isIdentical(to: x.constant(Rational(2, 3))))
    #expect(throws: NumericNameError.self) { try x.constant(-1).squareRoot() }
    #expect(throws: NumericNameError.self) { try x.imaginaryUnit.squareRoot() }
  }

  // cos(π/2) = 0, sin(π/2) = 1, cos π = −1, sin(3π/2) = −1; cos(π/3) stays.
  @Test func quarterTurnsAreKnown() {
    let x = real()
    let quarter = x.pi / x.constant(2)
    #expect(quarter.cosine().isIdentical(to: x.constant(0)))
    #expect(quarter.sine().isIdentical(to: x.constant(1)))
    #expect(x.pi.cosine().isIdentical(to: x.constant(-1)))
    #expect((x.constant(3) * quarter).sine().isIdentical(to: x.constant(-1)))
    let third = x.pi / x.constant(3)
    #expect(third.cosine().step == .cosine(third.position))
  }

  // What the names are is kept for steps, not for what needs no computing.
  @Test func namesAreKept() {
    let x = real()
    _ = (x + x.pi).named("s", declaration: 3)
    _ = (x + x.pi).named("t", declaration: 4)
    _ = x.named("x", declaration: 5)
    #expect(builder.names.count == 1)
    #expect(builder.names[(x + x.pi).position]?.latex == "s")
  }

  /// Steps and complex numbers, folded and plain, agree on random formulas.
  @Test(arguments: UInt64(1)...40) func foldingKeepsTheValue(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let builder = FormulaBuilder()
    let values = [Complex(0.75), Complex(1.5), Complex(0.5)]
    var nodes: [(FormulaNode, Complex)] = values.map {
      (builder.parameter(isReal: true, isPositive: true), $0)
    }
    nodes.append((nodes[0].0.imaginaryUnit, .i))
    for number in [Rational(0), 1, -1, Rational(2, 3)] {
      nodes.append((builder.constant(number), Complex(number.doubleValue)))
    }
    for _ in 0..<30 {
      let (a, x) = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      let (b, y) = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      let next: (FormulaNode, Complex)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: next = (a + b, x + y)
      case 1: next = (a - b, x - y)
      case 2: next = (a * b, x * y)
      case 3: next = (-a, -x)
      case 4: next = (a.conjugate, x.conjugate)
      default:
        guard y.magnitude > 0.01 else { continue }
        next = (a / b, x / y)
      }
      guard next.1.magnitude < 1e6 else { continue }
      nodes.append(next)
    }
    let computed = FormulaValues.evaluate(builder.steps, values)
    for (node, value) in nodes {
      let difference = (computed[node.position] - value).magnitude
      #expect(difference <= 1e-9 * max(1, value.magnitude), "seed \(seed)")
    }
  }
}
