/// Eight numbers worked on at once. Every lane is computed by itself, with the same steps.
typealias Lanes = SIMD8<Double>

/// e^x and what is made of it, on lanes.
///
/// x = k ln 2 + r with |r| ≤ ln 2 / 2, then e^r − 1 = p by a polynomial of degree 12 whose relative
/// error is below 5 · 10^−18, and e^x = 2^k (1 + p), e^x − 1 = 2^k p + (2^k − 1).
/// The error of e^x stays below one unit in the last place, that of e^x − 1 below two.
enum LaneExponential {
  /// Up to this |x| neither 2^k nor a result leaves the normal numbers.
  static let plainLimit = 700.0

  /// k and p of x = k ln 2 + r, p = e^r − 1; k also in the low bits of `shifted`.
  struct Reduction {
    let shifted: Lanes
    let k: Lanes
    let p: Lanes
  }

  /// Adding it rounds a small number to the nearest integer, kept in the low bits: 1.5 · 2^52.
  private static let shifter = 6755399441055744.0
  private static let inverseOfLogarithmOfTwo = 1.4426950408889634
  /// ln 2 in two parts. The upper one has 21 trailing zeros, so k times it is exact.
  private static let upperLogarithmOfTwo = 6.93147180369123816490e-01
  private static let lowerLogarithmOfTwo = 1.90821492927058770002e-10

  /// - Parameter keepsRemainder: whether p makes up for the rounding of r, which matters where
  ///   2^k − 1 cancels most of it.
  @inline(__always)
  static func reduce(_ x: Lanes, keepsRemainder: Bool) -> Reduction {
    let shifted = x * inverseOfLogarithmOfTwo + shifter
    let k = shifted - shifter
    let upper = x - k * upperLogarithmOfTwo
    let lower = k * lowerLogarithmOfTwo
    let r = upper - lower
    // (e^r − 1 − r)/r², minimax for the relative error of e^r − 1.
    let r2 = r * r
    let r4 = r2 * r2
    let a = (0.5 + r * 0.16666666666666669) + r2 * (0.041666666666665825 + r * 0.00833333333332964)
    let b =
      (0.001388888888943831 + r * 0.00019841269862863037)
      + r2 * (2.48015859864225e-05 + r * 2.755727023737865e-06)
    let c =
      (2.755861325418765e-07 + r * 2.5099165854930972e-08) + r2 * 2.044395838058271e-09
    let q = a + r4 * (b + r4 * c)
    let p = keepsRemainder ? r + (r2 * q + ((upper - r) - lower)) : r + r2 * q
    return Reduction(shifted: shifted, k: k, p: p)
  }

  /// 2^k for −1022 ≤ k ≤ 1023, from a number that holds k in its low bits.
  @inline(__always)
  static func powerOfTwo(_ shifted: Lanes) -> Lanes {
    Lanes(bitPattern: (shifted.bitPattern &<< 52) &+ SIMD8(repeating: 1023 << 52))
  }

  /// e^x for every x: 0 and infinity beyond the range, denormal numbers rounded.
  @inline(__always)
  static func exponential(_ x: Lanes) -> Lanes {
    let clamped = x.clamped(from: -746, to: 710.5)
    let reduction = reduce(clamped, keepsRemainder: false)
    // 2^k in two factors, each of them in range.
    let firstShifted = reduction.k * 0.5 + shifter
    let secondShifted = (reduction.k - (firstShifted - shifter)) + shifter
    return (1 + reduction.p) * powerOfTwo(firstShifted) * powerOfTwo(secondShifted)
  }

  /// e^x − 1 for every x.
  @inline(__always)
  static func exponentialLessOne(_ x: Lanes) -> Lanes {
    let reduction = reduce(x.clamped(from: -700, to: 710.5), keepsRemainder: true)
    let half = powerOfTwo((reduction.k - 1) + shifter)
    return (half * reduction.p + (half - 0.5)) * 2
  }
}

extension SIMD8 where Scalar == Double {
  /// The numbers brought into an interval; NaN stays.
  @inline(__always)
  func clamped(from low: Double, to high: Double) -> Self {
    let bottom = Self(repeating: low)
    let top = Self(repeating: high)
    let raised = replacing(with: bottom, where: self .< bottom)
    return raised.replacing(with: top, where: raised .> top)
  }

  @inline(__always)
  var magnitudes: Self {
    Self(bitPattern: bitPattern & SIMD8<UInt64>(repeating: .max >> 1))
  }
}
