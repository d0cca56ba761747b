import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

/// Rational functions written short.
@Suite struct ShortFormsTests {
  private static let a = Polynomial.variable(0)
  private static let b = Polynomial.variable(1)
  private static let m = Polynomial.variable(2)
  private static let n = Polynomial.variable(3)
  private static let w = Polynomial.variable(4)
  private static let names = ["a", "b", "m", "n", "w"]

  private func forms(
    _ values: [(Fraction, Fraction)], known: [ShortForms.Known] = []
  ) -> [String] {
    var forms = ShortForms(known: known)
    let names = Dictionary(
      uniqueKeysWithValues: Self.names.enumerated().map {
        (ShortForms.leaf($0), ScalarExpression.symbol($1))
      })
    return forms.forms(of: values.map { (real: $0.0, imaginary: $0.1) })
      .map { $0.substituting(names).latex ?? "?" }
  }

  private func form(_ value: Fraction, known: [ShortForms.Known] = []) -> String {
    forms([(value, 0)], known: known)[0]
  }

  @Test func numbersAndNames() {
    let (a, b) = (Self.a, Self.b)
    #expect(form(0) == "0")
    #expect(form(Fraction(Rational(-3, 2))) == #"-\frac{3}{2}"#)
    #expect(form(Fraction(-a)) == "-a")
    #expect(form(Fraction(3 * a, 2 * b)) == #"\frac{3 a}{2 b}"#)
    #expect(form(Fraction(a * a * b)) == "a^{2} b")
  }

  // (1 + a)(1 + 2b) comes multiplied out and goes factored; a number stands in front, or first in a sum.
  @Test func productsAreFound() {
    let (a, b) = (Self.a, Self.b)
    #expect(form(Fraction(2 * (1 + a) * (1 + 2 * b))) == "2 (1 + a) (1 + 2 b)")
    #expect(form(Fraction((a + b).power(2), 1 + a)) == #"\frac{(a + b)^{2}}{1 + a}"#)
  }

  // −(1 − a − b) reads better as a + b − 1.
  @Test func signsAreDrawnIn() {
    let (a, b) = (Self.a, Self.b)
    #expect(form(Fraction(a + b - 1)) == "a + b - 1")
    #expect(form(Fraction(-a - b, 1 + a)) == #"-\frac{a + b}{1 + a}"#)
  }

  // d(1 + a)(1 + b) − mn(1 + a + b)² with d = 4(1 + a + b)² + w²: the square and d are found again.
  @Test func nestedSumsAreFound() {
    let (a, b, m, n, w) = (Self.a, Self.b, Self.m, Self.n, Self.w)
    let d = 4 * (1 + a + b).power(2) + w * w
    let g = d * (1 + a) * (1 + b) - 16 * m * n * (1 + a + b).power(2)
    let texts = forms([
      (Fraction(d * a * b - m * n, g), 0), (Fraction(d * (1 + a) * b + n * n, g), 0),
    ])
    for text in texts {
      #expect(text.contains("(1 + a + b)^{2}") || text.contains("(1 + b + a)^{2}"), "\(text)")
      // Multiplied out it would have more than forty terms.
      #expect(text.utf8.count < 170, "\(text)")
    }
  }

  // g(x + iy)/q: what both parts have in common stands in front.
  @Test func complexValuesShareAFactor() {
    let (a, w) = (Self.a, Self.w)
    let q = 4 + w * w
    #expect(
      forms([(Fraction(2 * a, q), Fraction(-(a * w), q))])[0]
        == #"\frac{a (2 - w i)}{4 + w^{2}}"#)
    #expect(forms([(0, Fraction(a))])[0] == "a i")
  }

  // R = 1/(4 + w²) and S = (m + n)²/(4 + w²) are put back where they occur.
  @Test func namesArePutBack() {
    let (a, b, m, n, w) = (Self.a, Self.b, Self.m, Self.n, Self.w)
    let q = 4 + w * w
    let reciprocal = ShortForms.Known(name: "R", value: Fraction(1, q))
    let ratio = ShortForms.Known(name: "S", value: Fraction((m + n).power(2), q))
    #expect(form(Fraction(a * b * q - m * n, q), known: [reciprocal]) == "a b - m n R")
    #expect(form(Fraction(a * b * q - (m + n).power(2), q), known: [ratio]) == "a b - S")
    let sum = ShortForms.Known(name: "s", value: Fraction(m - n * (3 + 2 * a)))
    #expect(form(Fraction(b * (m - n * (3 + 2 * a))), known: [sum]) == "b s")
  }

  /// Whatever the search does, what comes out is what went in.
  @Test func formsAreEqualToTheirValues() throws {
    var random = SplitMix64(seed: 11)
    func polynomial() -> Polynomial {
      (0..<4).reduce(Polynomial(Int(random.next() % 5) + 1)) { sum, _ in
        sum
          + Polynomial(Int(random.next() % 9) - 4) * .variable(Int(random.next() % 5))
          * .variable(Int(random.next() % 5))
      }
    }
    for _ in 0..<25 {
      let shared = polynomial()
      let values = (0..<3).map { _ in
        (
          real: Fraction(polynomial() * polynomial(), shared * polynomial()),
          imaginary: Fraction(polynomial(), shared)
        )
      }
      var forms = ShortForms()
      let names = Dictionary(
        uniqueKeysWithValues: (0..<5).map { number -> (String, Fraction) in
          guard case .symbol(let name) = ShortForms.leaf(number) else { return ("", 0) }
          return (name, .variable(number))
        })
      for (form, value) in zip(forms.forms(of: values), values) {
        let found = try #require(form.rationalValue(names))
        #expect(found == Scalar(value.real, value.imaginary))
      }
    }
  }

  /// What the search takes for the cost is the cost of what is written, with and without sums to divide by.
  @Test func costsAreThoseOfTheForms() {
    var random = SplitMix64(seed: 5)
    func polynomial(_ terms: Int) -> Polynomial {
      (0..<terms).reduce(Polynomial(Int(random.next() % 5) - 2)) { sum, _ in
        sum
          + Polynomial(Int(random.next() % 9) - 4) * .variable(Int(random.next() % 5))
          * .variable(Int(random.next() % 5)).power(Int(random.next() % 2))
      }
    }
    for _ in 0..<40 {
      var forms = ShortForms(known: [.init(name: "s", value: Fraction(Self.a + Self.b))])
      forms.pool = [polynomial(2), polynomial(3)].map { forms.table.number(of: $0) }
        .filter { forms.table.extent($0).termCount > 1 }
      let (p, q) = (polynomial(3), polynomial(2))
      for value in [p, p * q, p * q + p, p.power(2) * (Self.a + Self.b) - 7, 4 * p * p] {
        if value.isZero { continue }
        let number = forms.table.number(of: value)
        #expect(forms.cost(ofPolynomial: number) == forms.form(ofPolynomial: number).cost)
      }
    }
  }

  /// The same values are searched for once, whatever the names are called.
  @Test func searchesAreSharedUnderOtherNames() {
    let (a, b, m) = (Self.a, Self.b, Self.m)
    let value = (real: Fraction((a + b) * m + 1, a + b), imaginary: Fraction(0))
    var searches = ShortFormSearches()
    for name in ["s", "t", "s"] {
      let known = [ShortForms.Known(name: name, value: Fraction(a + b))]
      var alone = ShortForms(known: known)
      let found = searches.forms(of: [value], known: known)
      #expect(found == alone.forms(of: [value]))
      #expect(found[0].latex?.contains(name) == true)
    }
    // Other values of the name, other values, no name: each is another question.
    let other = [ShortForms.Known(name: "s", value: Fraction(b + m))]
    var alone = ShortForms(known: other)
    #expect(searches.forms(of: [value], known: other) == alone.forms(of: [value]))
    var bare = ShortForms()
    #expect(searches.forms(of: [value], known: []) == bare.forms(of: [value]))
    let imaginary = (real: value.imaginary, imaginary: value.real)
    #expect(searches.forms(of: [imaginary], known: []) == bare.forms(of: [imaginary]))
  }
}
