import Testing

@testable import ExactAlgebra

@Suite struct IntegerArithmeticTests {
  // The borders of the word, where inline sums must move to limbs and back.
  @Test func sumsLeaveAndReenterTheWord() {
    let top = Integer(Int.max)
    let bottom = Integer(Int.min)
    #expect(top + 1 == decimal("9223372036854775808"))
    #expect((top + 1) - 1 == top)
    #expect(((top + 1) - 1).asInt == Int.max)
    #expect(bottom - 1 == decimal("-9223372036854775809"))
    #expect((bottom - 1) + 1 == bottom)
    #expect(top + bottom == -1)
    #expect(bottom + bottom == decimal("-18446744073709551616"))
    #expect(bottom - bottom == 0)
  }

  @Test func negationAtTheBorder() {
    #expect(-Integer(Int.min) == decimal("9223372036854775808"))
    #expect(-(-Integer(Int.min)) == Integer(Int.min))
    #expect(-Integer.zero == 0)
    #expect(-Integer(7) == -7)
    #expect(-Integer(10).power(25) == decimal("-10000000000000000000000000"))
  }

  @Test func productsLeaveTheWord() {
    let top = Integer(Int.max)
    // (2⁶³ − 1)² = 2¹²⁶ − 2⁶⁴ + 1
    #expect(top * top == Integer(2).power(126) - Integer(2).power(64) + 1)
    #expect(Integer(Int.min) * -1 == decimal("9223372036854775808"))
    #expect(Integer(Int.min) * Integer(Int.min) == Integer(2).power(126))
    #expect(top * 0 == 0)
    #expect(Integer(10).power(30) * 0 == 0)
    #expect(Integer(-3) * 4 == -12)
  }

  @Test func inPlaceOperators() {
    var value: Integer = 10
    value += 5
    #expect(value == 15)
    value -= 20
    #expect(value == -5)
    value *= -6
    #expect(value == 30)
  }

  @Test func factorials() {
    var product = Integer.one
    for n in 1...50 {
      product *= Integer(n)
      if n == 20 { #expect(product == 2_432_902_008_176_640_000) }
      if n == 30 { #expect(product == decimal("265252859812191058636308480000000")) }
    }
    #expect(
      product
        == decimal("30414093201713378043612608166064768844377641568960512000000000000"))
  }

  @Test func powers() {
    #expect(
      Integer(2).power(200)
        == decimal("1606938044258990275541962092341162602522202993782792835301376"))
    #expect(
      Integer(3).power(100) == decimal("515377520732011331036461129765621272702107522001"))
    #expect(Integer(-2).power(63) == Integer(Int.min))
    #expect(Integer(-2).power(3) == -8)
    #expect(Integer(0).power(0) == 1)
    #expect(Integer(0).power(5) == 0)
    #expect(Integer(10).power(1) == 10)
  }

  // (2⁶⁴ − 1)(2⁶⁴ + 1) = 2¹²⁸ − 1
  @Test func differenceOfSquares() {
    let power = Integer(2).power(64)
    #expect((power - 1) * (power + 1) == decimal("340282366920938463463374607431768211455"))
  }

  private func fibonacci(through count: Int) -> [Integer] {
    var numbers: [Integer] = [0, 1]
    while numbers.count <= count {
      numbers.append(numbers[numbers.count - 1] + numbers[numbers.count - 2])
    }
    return numbers
  }

  @Test func fibonacciNumbers() {
    let f = fibonacci(through: 300)
    #expect(f[100] == decimal("354224848179261915075"))
    #expect(
      f[300] == decimal("222232244629420445529739893461909967206666939096499764990979600"))
    // Cassini: F(n−1) F(n+1) − F(n)² = (−1)ⁿ
    for n in 1..<300 {
      #expect(f[n - 1] * f[n + 1] - f[n] * f[n] == (n % 2 == 0 ? 1 : -1))
    }
    // F(2n) = F(n) (2 F(n+1) − F(n))
    for n in 0...149 { #expect(f[2 * n] == f[n] * (2 * f[n + 1] - f[n])) }
    // gcd(F(m), F(n)) = F(gcd(m, n)): gcd(210, 280) = 70.
    #expect(Integer.gcd(f[210], f[280]) == f[70])
  }

  @Test(arguments: 1...40)
  func ringLaws(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.integer(limbs: 6)
    let b = random.integer(limbs: 5)
    let c = random.integer(limbs: 4)
    #expect(a + b == b + a)
    #expect(a * b == b * a)
    #expect((a + b) + c == a + (b + c))
    #expect((a * b) * c == a * (b * c))
    #expect(a * (b + c) == a * b + a * c)
    #expect(a - b == -(b - a))
    #expect(a - b + b == a)
    #expect((a + b) * (a - b) == a * a - b * b)
    #expect(a.power(3) == a * a * a)
  }

  // Above 40 limbs products are split; residues modulo two primes check them another way.
  @Test(arguments: [(39, 41), (40, 40), (41, 41), (80, 80), (45, 130), (200, 63)])
  func longProductsAgreeModuloPrimes(_ m: Int, _ n: Int) {
    var random = RandomValues(seed: m * 1000 + n)
    let a = Integer(negative: false, limbs: (0..<m).map { _ in UInt(random.bits()) | 1 })
    let b = Integer(negative: true, limbs: (0..<n).map { _ in UInt(random.bits()) | 1 })
    let product = a * b
    for field in PrimeField.descending(count: 3) {
      #expect(field.reduce(product) == field.multiply(field.reduce(a), field.reduce(b)))
    }
    #expect(product.isNegative)
    // An m-limb times an n-limb number has m + n − 1 or m + n limbs.
    #expect((m + n - 1...m + n).contains(product.magnitudeLimbs.count))
  }

  @Test(arguments: [45, 90, 150])
  func longProductsOfAllOnes(_ n: Int) {
    // (βⁿ − 1)² = β²ⁿ − 2βⁿ + 1 makes every carry happen.
    let power = Integer(2).power(64 * n)
    let ones = Integer(negative: false, limbs: [UInt](repeating: .max, count: n))
    #expect(ones == power - 1)
    #expect(ones * ones == power * power - 2 * power + 1)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 130])
  func shiftsMultiplyByPowersOfTwo(_ count: Int) {
    for value: Integer in [0, 1, -5, Integer(Int.max), Integer(3).power(80)] {
      #expect(value.shiftedLeft(by: count) == value * Integer(2).power(count))
    }
  }
}
