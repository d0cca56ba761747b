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

  @inline(__always)
  static func binary<Operation: LaneOperation>(
    _: Operation.Type, _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress, _ b: LaneAddress,
    _ count: Int
  ) {
    var first = a.start
    var second = b.start
    for index in 0..<count {
      target[index] = Operation.apply(first.pointee, second.pointee)
      first += a.stride
      second += b.stride
    }
  }

  /// outer(inner(a, b), c).
  @inline(__always)
  static func nested<Inner: LaneOperation, Outer: LaneOperation>(
    _: Inner.Type, _: Outer.Type, _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress,
    _ b: LaneAddress, _ c: LaneAddress, _ count: Int
  ) {
    var first = a.start
    var second = b.start
    var third = c.start
    for index in 0..<count {
      target[index] = Outer.apply(Inner.apply(first.pointee, second.pointee), third.pointee)
      first += a.stride
      second += b.stride
      third += c.stride
    }
  }

  /// outer(left(a, b), right(c, d)).
  @inline(__always)
  static func balanced<Left: LaneOperation, Right: LaneOperation, Outer: LaneOperation>(
    _: Left.Type, _: Right.Type, _: Outer.Type, _ target: UnsafeMutablePointer<Lanes>,
    _ a: LaneAddress, _ b: LaneAddress, _ c: LaneAddress, _ d: LaneAddress, _ count: Int
  ) {
    var first = a.start
    var second = b.start
    var third = c.start
    var fourth = d.start
    for index in 0..<count {
      target[index] = Outer.apply(
        Left.apply(first.pointee, second.pointee), Right.apply(third.pointee, fourth.pointee))
      first += a.stride
      second += b.stride
      third += c.stride
      fourth += d.stride
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
      let reduction = LaneExponential.reduce(x)
      target[index] = Form.plain(reduction.p, LaneExponential.powerOfTwo(reduction.shifted))
      first += a.stride
    }
    guard largest.max() > LaneExponential.plainLimit else { return }
    unary(target, a, count) { Form.general($0) }
  }
}
