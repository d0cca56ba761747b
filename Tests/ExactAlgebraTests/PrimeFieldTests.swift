import Testing

@testable import ExactAlgebra

@Suite struct PrimeFieldTests {
  let field = PrimeField()
  let prime: UInt64 = 2_305_843_009_213_693_951

  @Test func theModulusIsTheMersennePrime() {
    #expect(field.modulus == prime)
    #expect(PrimeField.isPrime(prime))
  }

  @Test func sumsWrapAround() {
    #expect(field.add(prime - 1, 1) == 0)
    #expect(field.add(prime - 1, prime - 1) == prime - 2)
    #expect(field.subtract(0, 1) == prime - 1)
    #expect(field.subtract(5, 3) == 2)
    #expect(field.negate(0) == 0)
    #expect(field.negate(1) == prime - 1)
  }

  @Test func productsAtTheBorder() {
    // (−1)² = 1, (−1)·2 = −2
    #expect(field.multiply(prime - 1, prime - 1) == 1)
    #expect(field.multiply(prime - 1, 2) == prime - 2)
    #expect(field.multiply(0, prime - 1) == 0)
    // 2³¹ · 2³⁰ = 2⁶¹ ≡ 1
    #expect(field.multiply(1 << 31, 1 << 30) == 1)
  }

  @Test(arguments: 1...50)
  func productsAgreeWithLongDivision(seed: Int) {
    var random = RandomValues(seed: seed)
    for field in PrimeField.descending(count: 3) {
      let a = random.bits() % field.modulus
      let b = random.bits() % field.modulus
      let c = random.bits() % field.modulus
      let product = a.multipliedFullWidth(by: b)
      #expect(
        field.multiply(a, b) == field.modulus.dividingFullWidth(product).remainder)
      #expect(
        field.multiply(a, field.add(b, c))
          == field.add(field.multiply(a, b), field.multiply(a, c)))
      #expect(field.subtract(field.add(a, b), b) == a)
      #expect(field.add(a, field.negate(a)) == 0)
    }
  }

  @Test func powersOfThree() {
    #expect(field.power(3, 0) == 1)
    #expect(field.power(3, 5) == 243)
    // Fermat: a^(p−1) = 1
    #expect(field.power(3, Int(prime - 1)) == 1)
    #expect(field.power(0, 0) == 1)
    #expect(field.power(0, 3) == 0)
    #expect(field.powers(of: 3, through: 4) == [1, 3, 9, 27, 81])
  }

  @Test(arguments: 1...30)
  func inverses(seed: Int) throws {
    var random = RandomValues(seed: seed)
    for field in PrimeField.descending(count: 2) {
      let a = random.bits() % (field.modulus - 1) + 1
      let inverse = try #require(field.inverse(a))
      #expect(field.multiply(a, inverse) == 1)
      #expect(inverse == field.power(a, Int(field.modulus - 2)))
    }
  }

  @Test func zeroHasNoInverse() {
    #expect(field.inverse(0) == nil)
    #expect(field.inverse(1) == 1)
    #expect(field.inverse(prime - 1) == prime - 1)
  }

  @Test func reductions() {
    #expect(field.reduce(Integer(-1)) == prime - 1)
    #expect(field.reduce(-1) == prime - 1)
    #expect(field.reduce(Int.min) == field.reduce(Integer(Int.min)))
    #expect(field.reduce(Integer(2).power(61)) == 1)
    #expect(field.reduce(Integer(2).power(122)) == 1)
    // 1/2 ≡ 2⁶⁰, since 2 · 2⁶⁰ = 2⁶¹ ≡ 1.
    #expect(field.reduce(Rational(1, 2)) == 1 << 60)
    #expect(field.reduce(Rational(-1, 2)) == prime - (1 << 60))
    #expect(field.reduce(Rational(1, Integer(2).power(61) - 1)) == nil)
  }

  @Test(arguments: 1...30)
  func rootsOfSquares(seed: Int) throws {
    var random = RandomValues(seed: seed)
    let a = random.bits() % prime
    let square = field.multiply(a, a)
    let root = try #require(field.squareRoot(square))
    #expect(root == a || root == field.negate(a))
    // −1 is no square when p ≡ 3 (mod 4), so −a² is none either.
    if a != 0 { #expect(field.squareRoot(field.negate(square)) == nil) }
  }

  @Test func smallRoots() {
    #expect(field.squareRoot(0) == 0)
    let root = field.squareRoot(4)
    #expect(root == 2 || root == prime - 2)
  }

  @Test(arguments: [41, 43, 97, 7919, 1_000_003, 2_147_483_647] as [UInt64])
  func primesAreRecognised(_ value: UInt64) {
    #expect(PrimeField.isPrime(value))
  }

  // 561 and 41041 are Carmichael numbers; 3215031751 is a strong pseudoprime to 2, 3, 5 and 7.
  @Test(arguments: [49, 561, 1001, 41041, 3_215_031_751, (1 << 61) - 3] as [UInt64])
  func compositesAreRecognised(_ value: UInt64) {
    #expect(!PrimeField.isPrime(value))
  }

  @Test func fieldsDescendAndDiffer() {
    let moduli = PrimeField.descending(count: 6).map(\.modulus)
    #expect(moduli.first == prime)
    #expect(moduli == moduli.sorted(by: >))
    #expect(Set(moduli).count == 6)
  }

  // The reference output of the published generator for seed 1234567.
  @Test func theGeneratorIsTheReferenceOne() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }

  @Test func unitsAreNeverZero() {
    var generator = SplitMix64(seed: 5)
    let small = PrimeField(prime: 3)
    for _ in 0..<50 {
      let unit = generator.nextUnit(modulo: small)
      #expect(unit == 1 || unit == 2)
    }
  }
}
