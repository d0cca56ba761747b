/// Loops of one to three steps of arithmetic, compiled for the commonest ways to read operands.
extension LaneLoops {
  @inline(__always)
  static func binary<Operation: LaneOperation>(
    _ operation: Operation.Type, _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress,
    _ b: LaneAddress, _ count: Int
  ) {
    let (a, b) = Operation.commutes && b.stride == 0 ? (b, a) : (a, b)
    switch (a.stride, b.stride) {
    case (0, 1): loop(operation, target, UniformOperand(a), StreamOperand(b), count)
    case (1, 1): loop(operation, target, StreamOperand(a), StreamOperand(b), count)
    default: loop(operation, target, StridedOperand(a), StridedOperand(b), count)
    }
  }

  @inline(__always)
  private static func loop<Operation: LaneOperation, A: LaneOperand, B: LaneOperand>(
    _: Operation.Type, _ target: UnsafeMutablePointer<Lanes>, _ a: A, _ b: B, _ count: Int
  ) {
    for index in 0..<count { target[index] = Operation.apply(a.at(index), b.at(index)) }
  }

  /// outer(inner(a, b), c).
  @inline(__always)
  static func nested<Inner: LaneOperation, Outer: LaneOperation>(
    _ inner: Inner.Type, _ outer: Outer.Type, _ target: UnsafeMutablePointer<Lanes>,
    _ a: LaneAddress, _ b: LaneAddress, _ c: LaneAddress, _ count: Int
  ) {
    let (a, b) = Inner.commutes && b.stride == 0 ? (b, a) : (a, b)
    switch (a.stride, b.stride, c.stride) {
    case (0, 1, 0):
      loop(inner, outer, target, UniformOperand(a), StreamOperand(b), UniformOperand(c), count)
    case (0, 1, 1):
      loop(inner, outer, target, UniformOperand(a), StreamOperand(b), StreamOperand(c), count)
    case (1, 1, 0):
      loop(inner, outer, target, StreamOperand(a), StreamOperand(b), UniformOperand(c), count)
    case (1, 1, 1):
      loop(inner, outer, target, StreamOperand(a), StreamOperand(b), StreamOperand(c), count)
    default:
      loop(inner, outer, target, StridedOperand(a), StridedOperand(b), StridedOperand(c), count)
    }
  }

  @inline(__always)
  private static func loop<
    Inner: LaneOperation, Outer: LaneOperation, A: LaneOperand, B: LaneOperand, C: LaneOperand
  >(
    _: Inner.Type, _: Outer.Type, _ target: UnsafeMutablePointer<Lanes>, _ a: A, _ b: B, _ c: C,
    _ count: Int
  ) {
    for index in 0..<count {
      target[index] = Outer.apply(Inner.apply(a.at(index), b.at(index)), c.at(index))
    }
  }

  /// outer(left(a, b), right(c, d)).
  @inline(__always)
  static func balanced<Left: LaneOperation, Right: LaneOperation, Outer: LaneOperation>(
    _ left: Left.Type, _ right: Right.Type, _ outer: Outer.Type,
    _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress, _ b: LaneAddress, _ c: LaneAddress,
    _ d: LaneAddress, _ count: Int
  ) {
    let (a, b) = Left.commutes && b.stride == 0 ? (b, a) : (a, b)
    let (c, d) = Right.commutes && d.stride == 0 ? (d, c) : (c, d)
    guard b.stride == 1, d.stride == 1 else {
      loop(
        left, right, outer, target, StridedOperand(a), StridedOperand(b), StridedOperand(c),
        StridedOperand(d), count)
      return
    }
    let (second, fourth) = (StreamOperand(b), StreamOperand(d))
    switch (a.stride, c.stride) {
    case (0, 0):
      loop(
        left, right, outer, target, UniformOperand(a), second, UniformOperand(c), fourth, count)
    case (0, _):
      loop(left, right, outer, target, UniformOperand(a), second, StreamOperand(c), fourth, count)
    case (_, 0):
      loop(left, right, outer, target, StreamOperand(a), second, UniformOperand(c), fourth, count)
    case (_, _):
      loop(left, right, outer, target, StreamOperand(a), second, StreamOperand(c), fourth, count)
    }
  }

  @inline(__always)
  private static func loop<
    Left: LaneOperation, Right: LaneOperation, Outer: LaneOperation, A: LaneOperand,
    B: LaneOperand, C: LaneOperand, D: LaneOperand
  >(
    _: Left.Type, _: Right.Type, _: Outer.Type, _ target: UnsafeMutablePointer<Lanes>, _ a: A,
    _ b: B, _ c: C, _ d: D, _ count: Int
  ) {
    for index in 0..<count {
      target[index] = Outer.apply(
        Left.apply(a.at(index), b.at(index)), Right.apply(c.at(index), d.at(index)))
    }
  }
}
