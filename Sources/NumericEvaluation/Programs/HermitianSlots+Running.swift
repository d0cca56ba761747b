extension HermitianSlots {
  /// The eigenvalues in ascending order, NaN where an entry is not finite.
  func run(_ addresses: UnsafeMutablePointer<LaneAddress>, _ count: Int) {
    let rotations = LaneRotations(order: order)
    for index in 0..<count {
      var entry = 0
      for row in 0..<order {
        for column in 0...row {
          rotations.set(
            row, column, addresses[real[entry]][index], addresses[imaginary[entry]][index])
          entry += 1
        }
      }
      rotations.diagonalize()
      for k in 0..<order { addresses[values[k]].start[index] = rotations.values[k] }
    }
  }
}

extension LaneAddress {
  subscript(index: Int) -> Lanes { start[index * stride] }
}

/// Eight Hermitian matrices on their way to diagonal form by cyclic Jacobi rotations.
///
/// A lane whose entry is negligible takes the identity as its rotation, which changes no bit, so a
/// lane's result does not depend on how long its neighbours go on.
private final class LaneRotations {
  static let sweepLimit = 64

  let order: Int
  /// The diagonal, after `diagonalize()` the eigenvalues in ascending order.
  let values: UnsafeMutablePointer<Lanes>
  /// Entry (row, column) at row·order + column.
  private let real: UnsafeMutablePointer<Lanes>
  private let imaginary: UnsafeMutablePointer<Lanes>

  init(order: Int) {
    self.order = order
    let size = order * order
    values = .allocate(capacity: order + 2 * size)
    values.initialize(repeating: Lanes(), count: order + 2 * size)
    real = values + order
    imaginary = real + size
  }

  deinit { values.deallocate() }

  func set(_ row: Int, _ column: Int, _ re: Lanes, _ im: Lanes) {
    if row == column {
      values[row] = re
    } else {
      store(row, column, re, im)
    }
  }

  func diagonalize() {
    // The largest part goes to [1, 2), so that no square overflows.
    let (largest, defect) = survey()
    let exponent = largest.bitPattern & SIMD8(repeating: 0x7FF << 52)
    let inverse = Lanes(bitPattern: SIMD8(repeating: 2046 << 52) &- exponent)
    scale(by: inverse)
    let negligible = Double.ulpOfOne / 16
    for _ in 0..<Self.sweepLimit {
      var rotated = false
      for p in 0..<order {
        for q in (p + 1)..<order {
          let size = squaredMagnitude(p, q)
          let rotates = size .> Lanes(repeating: negligible * negligible)
          guard any(rotates) else { continue }
          rotate(p, q, size: size, where: rotates)
          rotated = true
        }
      }
      if !rotated { break }
    }
    sort()
    let factor = Lanes(bitPattern: exponent)
    for k in 0..<order { values[k] = values[k] * factor + defect }
  }

  /// The largest part of each matrix, and 0, or NaN where a part is not finite.
  private func survey() -> (largest: Lanes, defect: Lanes) {
    var largest = Lanes()
    var defect = Lanes()
    func look(_ part: Lanes) {
      largest.replace(with: part.magnitudes, where: part.magnitudes .> largest)
      defect += part * 0
    }
    for row in 0..<order {
      look(values[row])
      for column in 0..<row {
        look(real[row * order + column])
        look(imaginary[row * order + column])
      }
    }
    return (largest, defect)
  }

  private func scale(by factor: Lanes) {
    for k in 0..<order { values[k] *= factor }
    for k in 0..<order * order {
      real[k] *= factor
      imaginary[k] *= factor
    }
  }

  private func store(_ row: Int, _ column: Int, _ re: Lanes, _ im: Lanes) {
    real[row * order + column] = re
    imaginary[row * order + column] = im
    real[column * order + row] = re
    imaginary[column * order + row] = -im
  }

  private func squaredMagnitude(_ p: Int, _ q: Int) -> Lanes {
    let re = real[p * order + q]
    let im = imaginary[p * order + q]
    return re * re + im * im
  }

  /// The rotation of rows and columns p and q that makes entry (p, q) vanish.
  ///
  /// With a(p, q) = r e^{iφ}, column q times e^{−iφ} makes the 2 × 2 block real; then
  /// tan 2α = 2r / (a(q, q) − a(p, p)), and the smaller of the two angles converges.
  private func rotate(_ p: Int, _ q: Int, size: Lanes, where rotates: SIMDMask<SIMD8<Int64>>) {
    let one = Lanes(repeating: 1)
    let still = .!rotates
    let r = size.replacing(with: one, where: still).squareRoot()
    let phaseRe = (real[p * order + q] / r).replacing(with: one, where: still)
    let phaseIm = (-imaginary[p * order + q] / r).replacing(with: 0, where: still)
    let cotangent = (values[q] - values[p]) / (2 * r)
    let root = (cotangent * cotangent + 1).squareRoot()
    let positive = 1 / (cotangent.magnitudes + root)
    let tangent = positive.replacing(with: -positive, where: cotangent .< Lanes())
      .replacing(with: 0, where: still)
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for k in 0..<order where k != p && k != q {
      let (aRe, aIm) = (real[k * order + p], imaginary[k * order + p])
      let (cRe, cIm) = (real[k * order + q], imaginary[k * order + q])
      let bRe = cRe * phaseRe - cIm * phaseIm
      let bIm = cRe * phaseIm + cIm * phaseRe
      store(k, p, aRe * cosine - bRe * sine, aIm * cosine - bIm * sine)
      store(k, q, aRe * sine + bRe * cosine, aIm * sine + bIm * cosine)
    }
    let shift = (tangent * r).replacing(with: 0, where: still)
    values[p] -= shift
    values[q] += shift
    store(
      p, q, real[p * order + q].replacing(with: 0, where: rotates),
      imaginary[p * order + q].replacing(with: 0, where: rotates))
  }

  private func sort() {
    for end in (1..<order).reversed() {
      for k in 0..<end {
        let (a, b) = (values[k], values[k + 1])
        values[k] = LaneMinimum.apply(a, b)
        values[k + 1] = LaneMaximum.apply(a, b)
      }
    }
  }
}
