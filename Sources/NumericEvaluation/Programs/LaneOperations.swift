/// A step on lanes that takes two numbers, as a type so that loops are compiled for each.
protocol LaneOperation {
  static func apply(_ a: Lanes, _ b: Lanes) -> Lanes
}

enum LaneSum: LaneOperation {
  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a + b }
}

enum LaneDifference: LaneOperation {
  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a - b }
}

enum LaneReversedDifference: LaneOperation {
  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { b - a }
}

enum LaneProduct: LaneOperation {
  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a * b }
}

enum LaneQuotient: LaneOperation {
  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { a / b }
}

enum LaneReversedQuotient: LaneOperation {
  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes { b / a }
}

/// The lesser, NaN where either is.
enum LaneMinimum: LaneOperation {
  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes {
    let lesser = b.replacing(with: a, where: a .< b)
    return lesser.replacing(with: a, where: a .!= a)
  }
}

/// The greater, NaN where either is.
enum LaneMaximum: LaneOperation {
  @inline(__always) static func apply(_ a: Lanes, _ b: Lanes) -> Lanes {
    let greater = b.replacing(with: a, where: a .> b)
    return greater.replacing(with: a, where: a .!= a)
  }
}

/// What is made of p and 2^k: the plain form where |x| ≤ `LaneExponential.plainLimit`, and the
/// form for every x. Both give the same bits where both apply.
protocol LaneExponentialForm {
  static func plain(_ p: Lanes, _ scale: Lanes) -> Lanes
  static func general(_ x: Lanes) -> Lanes
}

enum LanePlainExponential: LaneExponentialForm {
  @inline(__always) static func plain(_ p: Lanes, _ scale: Lanes) -> Lanes { (1 + p) * scale }
  @inline(__always) static func general(_ x: Lanes) -> Lanes { LaneExponential.exponential(x) }
}

enum LaneExponentialLessOne: LaneExponentialForm {
  @inline(__always) static func plain(_ p: Lanes, _ scale: Lanes) -> Lanes {
    scale * p + (scale - 1)
  }
  @inline(__always) static func general(_ x: Lanes) -> Lanes {
    LaneExponential.exponentialLessOne(x)
  }
}

/// 1/(e^x − 1).
enum LaneInverseLessOne: LaneExponentialForm {
  @inline(__always) static func plain(_ p: Lanes, _ scale: Lanes) -> Lanes {
    1 / LaneExponentialLessOne.plain(p, scale)
  }
  @inline(__always) static func general(_ x: Lanes) -> Lanes {
    1 / LaneExponentialLessOne.general(x)
  }
}

/// 1/(e^x + 1).
enum LaneInversePlusOne: LaneExponentialForm {
  @inline(__always) static func plain(_ p: Lanes, _ scale: Lanes) -> Lanes {
    1 / (LanePlainExponential.plain(p, scale) + 1)
  }
  @inline(__always) static func general(_ x: Lanes) -> Lanes {
    1 / (LanePlainExponential.general(x) + 1)
  }
}
