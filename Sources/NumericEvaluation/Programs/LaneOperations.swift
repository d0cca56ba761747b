/// A step on lanes that takes two numbers, as a type so that loops are compiled for each.
protocol LaneOperation {
  /// Whether exchanging the operands changes no bit.
  static var commutes: Bool { get }
  static func apply(_ a: Lanes, _ b: Lanes) -> Lanes
}

enum LaneSum: LaneOperation {
  static var commutes: Bool { true }

  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a + b }
}

enum LaneDifference: LaneOperation {
  static var commutes: Bool { false }

  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a - b }
}

enum LaneReversedDifference: LaneOperation {
  static var commutes: Bool { false }

  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { b - a }
}

enum LaneProduct: LaneOperation {
  static var commutes: Bool { true }

  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a * b }
}

enum LaneQuotient: LaneOperation {
  static var commutes: Bool { false }

  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a / b }
}

enum LaneReversedQuotient: LaneOperation {
  static var commutes: Bool { false }

  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { b / a }
}

/// The lesser, NaN where either is.
enum LaneMinimum: LaneOperation {
  static var commutes: Bool { false }

  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes {
    let lesser = b.replacing(with: a, where: a .< b)
    return lesser.replacing(with: a, where: a .!= a)
  }
}

/// The greater, NaN where either is.
enum LaneMaximum: LaneOperation {
  static var commutes: Bool { false }

  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes {
    let greater = b.replacing(with: a, where: a .> b)
    return greater.replacing(with: a, where: a .!= a)
  }
}

/// What is made of p and 2^k: the plain form where |x| ≤ `LaneExponential.plainLimit`, and the
/// form for every x. Both give the same bits where both apply.
protocol LaneExponentialForm {
  /// Whether the rounding of the reduced argument is made up for.
  static var keepsRemainder: Bool { get }
  static func plain(_ p: Lanes, _ scale: Lanes) -> Lanes
  static func general(_ x: Lanes) -> Lanes
}

enum LanePlainExponential: LaneExponentialForm {
  static var keepsRemainder: Bool { false }

  @inline(__always) static func plain(_ p: Lanes, _ scale: Lanes) -> Lanes { (1 + p) * scale }
  @inline(__always) static func general(_ x: Lanes) -> Lanes { LaneExponential.exponential(x) }
}

enum LaneExponentialLessOne: LaneExponentialForm {
  static var keepsRemainder: Bool { true }

  @inline(__always) static func plain(_ p: Lanes, _ scale: Lanes) -> Lanes {
    scale * p + (scale - 1)
  }
  @inline(__always) static func general(_ x: Lanes) -> Lanes {
    LaneExponential.exponentialLessOne(x)
  }
}

/// 1/(e^x − 1).
enum LaneInverseLessOne: LaneExponentialForm {
  static var keepsRemainder: Bool { true }

  @inline(__always) static func plain(_ p: Lanes, _ scale: Lanes) -> Lanes {
    1 / LaneExponentialLessOne.plain(p, scale)
  }
  @inline(__always) static func general(_ x: Lanes) -> Lanes {
    1 / LaneExponentialLessOne.general(x)
  }
}

/// 1/(e^x + 1).
enum LaneInversePlusOne: LaneExponentialForm {
  static var keepsRemainder: Bool { false }

  @inline(__always) static func plain(_ p: Lanes, _ scale: Lanes) -> Lanes {
    1 / (LanePlainExponential.plain(p, scale) + 1)
  }
  @inline(__always) static func general(_ x: Lanes) -> Lanes {
    1 / (LanePlainExponential.general(x) + 1)
  }
}
