/// A complex number inside a program under construction.
///
/// A part that is the literal zero is a structural zero: arithmetic skips it altogether, so a real
/// number costs no more than a `RealNode`.
package struct ComplexNode {
  package let re: RealNode
  package let im: RealNode

  package init(_ re: RealNode, _ im: RealNode) {
    precondition(re.builder === im.builder, "nodes of two builders")
    self.re = re
    self.im = im
  }

  package init(_ re: RealNode) { self.init(re, re.literal(0)) }

  package var isReal: Bool { im.isZero }
  package var isZero: Bool { re.isZero && im.isZero }

  package var conjugate: ComplexNode { ComplexNode(re, -im) }

  /// re² + im².
  package var magnitudeSquared: RealNode {
    RealNode.skippingZero(re, re) + RealNode.skippingZero(im, im)
  }

  package func scaled(by factor: RealNode) -> ComplexNode {
    ComplexNode(.skippingZero(re, factor), .skippingZero(im, factor))
  }

  package func scaled(by factor: Double) -> ComplexNode { scaled(by: re.literal(factor)) }

  /// e^z.
  package func exponential() -> ComplexNode {
    if isReal { return ComplexNode(re.exponential()) }
    let size = re.isZero ? re.literal(1) : re.exponential()
    return ComplexNode(size * im.cosine(), size * im.sine())
  }
}

extension ComplexNode {
  package static prefix func - (z: ComplexNode) -> ComplexNode { ComplexNode(-z.re, -z.im) }

  package static func + (a: ComplexNode, b: ComplexNode) -> ComplexNode {
    ComplexNode(a.re + b.re, a.im + b.im)
  }

  package static func - (a: ComplexNode, b: ComplexNode) -> ComplexNode {
    ComplexNode(a.re - b.re, a.im - b.im)
  }

  package static func * (a: ComplexNode, b: ComplexNode) -> ComplexNode {
    ComplexNode(
      RealNode.skippingZero(a.re, b.re) - RealNode.skippingZero(a.im, b.im),
      RealNode.skippingZero(a.re, b.im) + RealNode.skippingZero(a.im, b.re))
  }

  /// The quotient a b* / |b|², which overflows where |b|² does.
  package static func / (a: ComplexNode, b: ComplexNode) -> ComplexNode {
    if b.isReal {
      return ComplexNode(.skippingZero(a.re, over: b.re), .skippingZero(a.im, over: b.re))
    }
    return (a * b.conjugate).scaled(by: 1 / b.magnitudeSquared)
  }
}

extension RealNode {
  /// The product, zero where a factor is structurally zero.
  static func skippingZero(_ a: RealNode, _ b: RealNode) -> RealNode {
    if a.isZero || b.isZero { return a.literal(0) }
    return a * b
  }

  /// The quotient, zero where the numerator is structurally zero.
  static func skippingZero(_ a: RealNode, over b: RealNode) -> RealNode {
    a.isZero && !b.isZero ? a.literal(0) : a / b
  }
}
