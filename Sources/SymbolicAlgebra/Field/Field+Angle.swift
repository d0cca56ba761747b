import ExactAlgebra

extension Field {
  /// An angle whose cosine and sine are generators.
  struct Angle: Hashable, Sendable {
    var latex: String
    /// The monomial that is the angle: θ, or ω₁t.
    var key: Fraction
    var cosine: Int
    var sine: Int
    /// The half angle's cosine and sine, once needed.
    var half: (cosine: Int, sine: Int)? {
      halfCosine < 0 ? nil : (halfCosine, halfSine)
    }
    var halfCosine = -1
    var halfSine = -1
    /// The sine and the half angle's functions are positive: the angle lies in (0, π).
    var upper: Bool
    /// Known by its cosine and sine, which are chosen like symbols.
    var isDeclared: Bool
    /// cⁱ sʲ Sᵏ for exponents up to two, the last one fastest: products of two normal forms have no others.
    private var smallProducts: [HalfProduct] = []

    init(latex: String, key: Fraction, cosine: Int, sine: Int, upper: Bool, isDeclared: Bool) {
      self.latex = latex
      self.key = key
      self.cosine = cosine
      self.sine = sine
      self.upper = upper
      self.isDeclared = isDeclared
    }

    /// Fills the table of products: the half angle's functions are generators by now.
    mutating func makeSmallProducts() {
      smallProducts = (0..<27).map { makeProduct($0 / 9, $0 / 3 % 3, $0 % 3) }
    }

    /// cⁱ sʲ Sᵏ of the half angle's functions and the sine in normal form.
    func halfProduct(_ i: Int, _ j: Int, _ k: Int) -> HalfProduct {
      max(i, j, k) < 3 ? smallProducts[9 * i + 3 * j + k] : makeProduct(i, j, k)
    }

    private func makeProduct(_ i: Int, _ j: Int, _ k: Int) -> HalfProduct {
      let (C, S) = (Polynomial.variable(cosine), Polynomial.variable(sine))
      let (c, s) = (Polynomial.variable(halfCosine), Polynomial.variable(halfSine))
      let (plus, minus) = (i / 2 + k / 2, j / 2 + k / 2)
      let squares =
        (plus == 0 ? .one : (1 + C).power(plus)) * (minus == 0 ? .one : (1 - C).power(minus))
      let halvings = i / 2 + j / 2
      switch (i % 2, j % 2, k % 2) {
      case (0, 0, 0): return HalfProduct(squares, halvings)
      case (0, 0, _): return HalfProduct(squares * S, halvings)
      case (_, 0, 0): return HalfProduct(squares * c, halvings)
      case (_, 0, _): return HalfProduct(squares * (1 + C) * s, halvings)
      case (0, _, 0): return HalfProduct(squares * s, halvings)
      case (0, _, _): return HalfProduct(squares * (1 - C) * c, halvings)
      case (_, _, 0): return HalfProduct(squares * S, halvings + 1)
      default: return HalfProduct(squares * (1 - C * C), halvings + 1)
      }
    }
  }

  /// A polynomial, and how often it is still to be halved.
  struct HalfProduct: Hashable, Sendable {
    let polynomial: Polynomial
    let halvings: Int

    init(_ polynomial: Polynomial, _ halvings: Int) {
      self.polynomial = polynomial
      self.halvings = halvings
    }
  }
}
