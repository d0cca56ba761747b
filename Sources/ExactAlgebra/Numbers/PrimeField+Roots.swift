extension PrimeField {
  /// A root in the field of a polynomial with lowest power first; nil when there is none.
  func root(of polynomial: [UInt64], _ generator: inout SplitMix64) -> UInt64? {
    var polynomial = polynomial
    trim(&polynomial)
    // x − xᵖ has every element of the field as a root, once.
    var image = power(ofShift: 0, modulus, modulo: polynomial)
    while image.count < 2 { image.append(0) }
    image[1] = subtract(image[1], 1)
    var product = gcd(polynomial, image)
    // Halving a product of distinct linear factors (Cantor and Zassenhaus 1981).
    for _ in 0..<64 where product.count > 2 {
      let shift = generator.nextUnit(modulo: self)
      // Half of all elements a have (a + shift)^((p − 1)/2) = 1.
      var image = power(ofShift: shift, (modulus - 1) / 2, modulo: product)
      if image.isEmpty { image = [0] }
      image[0] = subtract(image[0], 1)
      let part = gcd(product, image)
      if part.count > 1 && part.count < product.count { product = part }
    }
    return product.count == 2 ? negate(product[0]) : nil
  }

  /// The remainder of (x + shift)^exponent by a polynomial.
  private func power(
    ofShift shift: UInt64, _ exponent: UInt64, modulo polynomial: [UInt64]
  ) -> [UInt64] {
    guard polynomial.count > 1, let lead = polynomial.last, let scale = inverse(lead) else {
      return []
    }
    let degree = polynomial.count - 1
    let monic = polynomial.map { multiply($0, scale) }
    var result = [UInt64](repeating: 0, count: degree)
    var square = [UInt64](repeating: 0, count: 2 * degree)
    result[0] = 1
    monic.withUnsafeBufferPointer { monic in
      result.withUnsafeMutableBufferPointer { result in
        square.withUnsafeMutableBufferPointer { square in
          for bit in (0..<64 - exponent.leadingZeroBitCount).reversed() {
            let isOdd = exponent >> UInt64(bit) & 1 == 1
            squareStep(result, monic, square, shift: isOdd ? shift : nil)
          }
        }
      }
    }
    trim(&result)
    return result
  }

  /// Replaces the result by its square, times x + shift if there is one, modulo the monic polynomial.
  private func squareStep(
    _ result: UnsafeMutableBufferPointer<UInt64>, _ monic: UnsafeBufferPointer<UInt64>,
    _ square: UnsafeMutableBufferPointer<UInt64>, shift: UInt64?
  ) {
    let degree = result.count
    square.update(repeating: 0)
    // The square stands one power too high, where x times it belongs.
    for i in 0..<degree where result[i] != 0 {
      let own = result[i]
      square[2 &* i &+ 1] = add(square[2 &* i &+ 1], multiply(own, own))
      let double = add(own, own)
      for j in i &+ 1..<max(degree, i &+ 1) {
        square[i &+ j &+ 1] = add(square[i &+ j &+ 1], multiply(double, result[j]))
      }
    }
    for index in 0..<2 &* degree &- 1 {
      square[index] =
        shift.map { add(square[index], multiply($0, square[index &+ 1])) } ?? square[index &+ 1]
    }
    if shift == nil { square[2 &* degree &- 1] = 0 }
    for top in (degree..<2 &* degree).reversed() where square[top] != 0 {
      let (factor, base) = (square[top], top &- degree)
      for index in 0..<degree {
        square[base &+ index] = subtract(square[base &+ index], multiply(factor, monic[index]))
      }
    }
    for index in 0..<degree { result[index] = square[index] }
  }
}
