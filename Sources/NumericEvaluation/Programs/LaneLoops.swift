import Foundation

/// Where the lanes of one operand lie: one after the other, or the same for all (stride 0).
struct LaneAddress {
  var start: UnsafeMutablePointer<Lanes>
  var stride: Int
}

/// Loops over the lanes of a block. A target may be one of the operands except where it says not.
enum LaneLoops {
  @inline(__always)
  static func unary(
    _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress, _ count: Int,
    _ apply: (Lanes) -> Lanes
  ) {
    var first = a.start
    for index in 0..<count {
      target[index] = apply(first.pointee)
      first += a.stride
    }
  }

  /// One lane at a time, for what has no vector form.
  @inline(__always)
  static func scalars(
    _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress, _ count: Int,
    _ apply: (Double) -> Double
  ) {
    if a.stride == 0 {
      var result = a.start.pointee
      for lane in 0..<Lanes.scalarCount { result[lane] = apply(result[lane]) }
      for index in 0..<count { target[index] = result }
      return
    }
    let size = count * Lanes.scalarCount
    UnsafeMutableRawPointer(a.start).withMemoryRebound(to: Double.self, capacity: size) { from in
      UnsafeMutableRawPointer(target).withMemoryRebound(to: Double.self, capacity: size) { to in
        for index in 0..<size { to[index] = apply(from[index]) }
      }
    }
  }

  /// The plain form for all; where an argument is too large for it, the general form for all.
  ///
  /// - Precondition: the target is not the operand.
  @inline(__always)
  static func exponential<Form: LaneExponentialForm>(
    _: Form.Type, _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress, _ count: Int
  ) {
    var first = a.start
    var largest = Lanes()
    for index in 0..<count {
      let x = first.pointee
      let size = x.magnitudes
      largest.replace(with: size, where: size .> largest)
      let reduction = LaneExponential.reduce(x, keepsRemainder: Form.keepsRemainder)
      target[index] = Form.plain(reduction.p, LaneExponential.powerOfTwo(reduction.shifted))
      first += a.stride
    }
    guard largest.max() > LaneExponential.plainLimit else { return }
    unary(target, a, count) { Form.general($0) }
  }

  /// The plain root for all; where a number is out of its range, the general form for all.
  ///
  /// - Precondition: the target is not the operand.
  @inline(__always)
  static func squareRoot(_ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress, _ count: Int) {
    let range = LaneSquareRoot.plainRange
    var first = a.start
    var least = Lanes(repeating: range.upperBound)
    var largest = Lanes(repeating: range.lowerBound)
    for index in 0..<count {
      let x = first.pointee
      least.replace(with: x, where: x .< least)
      largest.replace(with: x, where: x .> largest)
      target[index] = LaneSquareRoot.plain(x)
      first += a.stride
    }
    if least.min() >= range.lowerBound && largest.max() <= range.upperBound { return }
    unary(target, a, count) { LaneSquareRoot.general($0) }
  }
}
