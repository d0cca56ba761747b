/// Operations on constants whose result is a double: others are left to the program, where an enclosure
/// sees them.
enum ExactFolding {
  /// x + y if nothing is rounded; `nil` else. What is not finite is folded.
  static func sum(_ x: Double, _ y: Double) -> Double? {
    let sum = x + y
    guard sum.isFinite else { return sum }
    // The error of a sum (Knuth, The Art of Computer Programming, vol. 2, §4.2.2).
    let part = sum - x
    return (x - (sum - part)) + (y - part) == 0 ? sum : nil
  }

  static func product(_ x: Double, _ y: Double) -> Double? {
    let product = x * y
    guard product.isFinite, product != 0 else {
      return x == 0 || y == 0 || !product.isFinite ? product : nil
    }
    return isExact(product, x, y) ? product : nil
  }

  static func quotient(_ x: Double, _ y: Double) -> Double? {
    let quotient = x / y
    guard quotient.isFinite, quotient != 0 else {
      return x == 0 || !quotient.isFinite ? quotient : nil
    }
    return isExact(x, quotient, y) ? quotient : nil
  }

  static func squareRoot(_ x: Double) -> Double? {
    let root = x.squareRoot()
    guard root.isFinite, root != 0 else { return root }
    return isExact(x, root, root) ? root : nil
  }

  /// z = x y, decided by one rounding, which far from underflow says whether the error is zero.
  private static func isExact(_ z: Double, _ x: Double, _ y: Double) -> Bool {
    z.magnitude > 0x1p-900 && (-z).addingProduct(x, y) == 0
  }
}
