import Foundation

extension FlatCode {
  /// Runs all instructions on `count` lanes at the given addresses.
  ///
  /// - Precondition: there is an address for each slot.
  func run(_ addresses: UnsafeMutablePointer<LaneAddress>, count: Int) {
    instructions.withUnsafeBufferPointer { instructions in
      for instruction in instructions {
        let target = addresses[instruction.target].start
        let a = addresses[instruction.a]
        switch instruction.kernel {
        case .unary(let kind): Self.run(kind, target, a, count)
        case .binary(let kind): Self.run(kind, target, a, addresses[instruction.b], count)
        case .nested(let inner, let outer):
          Self.run(
            inner, outer, target, a, addresses[instruction.b], addresses[instruction.c], count)
        case .balanced(let left, let right, let outer):
          Self.run(
            left, right, outer, target, a, addresses[instruction.b], addresses[instruction.c],
            addresses[instruction.d], count)
        case .eigenvalues(let index): matrices[index].run(addresses, count)
        }
      }
    }
  }

  private static func run(
    _ kind: Kernel.Unary, _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress, _ count: Int
  ) {
    switch kind {
    case .negative: LaneLoops.unary(target, a, count) { -$0 }
    case .squareRoot: LaneLoops.scalars(target, a, count) { $0.squareRoot() }
    case .exponential: LaneLoops.exponential(LanePlainExponential.self, target, a, count)
    case .exponentialLessOne: LaneLoops.exponential(LaneExponentialLessOne.self, target, a, count)
    case .inverseLessOne: LaneLoops.exponential(LaneInverseLessOne.self, target, a, count)
    case .inversePlusOne: LaneLoops.exponential(LaneInversePlusOne.self, target, a, count)
    case .sine: LaneLoops.scalars(target, a, count) { sin($0) }
    case .cosine: LaneLoops.scalars(target, a, count) { cos($0) }
    case .absolute: LaneLoops.unary(target, a, count) { $0.magnitudes }
    }
  }

  private static func run(
    _ kind: Kernel.Binary, _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress,
    _ b: LaneAddress, _ count: Int
  ) {
    switch kind {
    case .sum: LaneLoops.binary(LaneSum.self, target, a, b, count)
    case .difference: LaneLoops.binary(LaneDifference.self, target, a, b, count)
    case .product: LaneLoops.binary(LaneProduct.self, target, a, b, count)
    case .quotient: LaneLoops.binary(LaneQuotient.self, target, a, b, count)
    case .minimum: LaneLoops.binary(LaneMinimum.self, target, a, b, count)
    case .maximum: LaneLoops.binary(LaneMaximum.self, target, a, b, count)
    }
  }

  private static func run(
    _ inner: Kernel.Inner, _ outer: Kernel.Outer, _ target: UnsafeMutablePointer<Lanes>,
    _ a: LaneAddress, _ b: LaneAddress, _ c: LaneAddress, _ count: Int
  ) {
    switch inner {
    case .sum: run(LaneSum.self, outer, target, a, b, c, count)
    case .difference: run(LaneDifference.self, outer, target, a, b, c, count)
    case .product: run(LaneProduct.self, outer, target, a, b, c, count)
    }
  }

  private static func run<Inner: LaneOperation>(
    _ inner: Inner.Type, _ outer: Kernel.Outer, _ target: UnsafeMutablePointer<Lanes>,
    _ a: LaneAddress, _ b: LaneAddress, _ c: LaneAddress, _ count: Int
  ) {
    switch outer {
    case .sum: LaneLoops.nested(inner, LaneSum.self, target, a, b, c, count)
    case .difference: LaneLoops.nested(inner, LaneDifference.self, target, a, b, c, count)
    case .reversedDifference:
      LaneLoops.nested(inner, LaneReversedDifference.self, target, a, b, c, count)
    case .product: LaneLoops.nested(inner, LaneProduct.self, target, a, b, c, count)
    case .quotient: LaneLoops.nested(inner, LaneQuotient.self, target, a, b, c, count)
    case .reversedQuotient:
      LaneLoops.nested(inner, LaneReversedQuotient.self, target, a, b, c, count)
    }
  }

  private static func run(
    _ left: Kernel.Inner, _ right: Kernel.Inner, _ outer: Kernel.Outer,
    _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress, _ b: LaneAddress, _ c: LaneAddress,
    _ d: LaneAddress, _ count: Int
  ) {
    switch left {
    case .sum: run(LaneSum.self, right, outer, target, a, b, c, d, count)
    case .difference: run(LaneDifference.self, right, outer, target, a, b, c, d, count)
    case .product: run(LaneProduct.self, right, outer, target, a, b, c, d, count)
    }
  }

  private static func run<Left: LaneOperation>(
    _ left: Left.Type, _ right: Kernel.Inner, _ outer: Kernel.Outer,
    _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress, _ b: LaneAddress, _ c: LaneAddress,
    _ d: LaneAddress, _ count: Int
  ) {
    switch right {
    case .sum: run(left, LaneSum.self, outer, target, a, b, c, d, count)
    case .difference: run(left, LaneDifference.self, outer, target, a, b, c, d, count)
    case .product: run(left, LaneProduct.self, outer, target, a, b, c, d, count)
    }
  }

  private static func run<Left: LaneOperation, Right: LaneOperation>(
    _ left: Left.Type, _ right: Right.Type, _ outer: Kernel.Outer,
    _ target: UnsafeMutablePointer<Lanes>, _ a: LaneAddress, _ b: LaneAddress, _ c: LaneAddress,
    _ d: LaneAddress, _ count: Int
  ) {
    switch outer {
    case .sum: LaneLoops.balanced(left, right, LaneSum.self, target, a, b, c, d, count)
    case .difference:
      LaneLoops.balanced(left, right, LaneDifference.self, target, a, b, c, d, count)
    case .reversedDifference:
      LaneLoops.balanced(left, right, LaneReversedDifference.self, target, a, b, c, d, count)
    case .product: LaneLoops.balanced(left, right, LaneProduct.self, target, a, b, c, d, count)
    case .quotient: LaneLoops.balanced(left, right, LaneQuotient.self, target, a, b, c, d, count)
    case .reversedQuotient:
      LaneLoops.balanced(left, right, LaneReversedQuotient.self, target, a, b, c, d, count)
    }
  }
}
