extension Program {
  /// Intervals that hold the outputs' exact values on a box of inputs; `nil` where no finite one is
  /// found, as behind a division by an interval with zero or an eigenvalue by rotations.
  package func enclosures(of box: [Interval]) -> [Interval?] {
    precondition(box.count == inputCount, "an interval for each input")
    var memory = [Interval](repeating: IntervalColumn.nothing, count: operations.count)
    return memory.withUnsafeMutableBufferPointer { memory in
      guard let values = IntervalColumn(memory) else { return [] }
      for position in operations.indices {
        values[position] = operations[position].enclosure(box, values)
      }
      return outputs.map { values[$0] }
    }
  }

  /// Enclosures of the outputs' derivatives with respect to one input.
  package func slopes(withRespectTo input: Int) -> SlopeEnclosures {
    SlopeEnclosures(self, withRespectTo: input)
  }
}

extension Operation {
  /// The values it takes where its operands take theirs; `nil` where no finite interval is known.
  @inline(__always)
  func enclosure(_ box: [Interval], _ values: IntervalColumn) -> Interval? {
    switch self {
    case .input(let k): return box[k]
    case .literal(let bits):
      let number = Double(bitPattern: bits)
      // The double next to π stands for π.
      if number == Double.pi { return Interval(number, number.nextUp) }
      return number.isFinite ? Interval(number) : nil
    case .eigenvalue: return nil
    case .negative(let a): return values[a].map { -$0 }
    case .squareRoot(let a): return values[a]?.squareRoot()
    case .exponential(let a): return values[a]?.exponential()
    case .exponentialLessOne(let a): return values[a]?.exponentialLessOne()
    case .sine(let a): return values[a]?.sine()
    case .cosine(let a): return values[a]?.cosine()
    case .absolute(let a): return values[a]?.magnitudes
    case .sum(let a, let b): return both(values[a], values[b]) { $0.plus($1) }
    case .difference(let a, let b):
      if a == b { return values[a].map { _ in .zero } }
      return both(values[a], values[b]) { $0.minus($1) }
    case .product(let a, let b):
      return a == b ? values[a]?.squared() : both(values[a], values[b]) { $0.times($1) }
    case .quotient(let a, let b): return both(values[a], values[b]) { $0.over($1) }
    case .minimum(let a, let b):
      return both(values[a], values[b]) {
        Interval(min($0.lower, $1.lower), min($0.upper, $1.upper))
      }
    case .maximum(let a, let b):
      return both(values[a], values[b]) {
        Interval(max($0.lower, $1.lower), max($0.upper, $1.upper))
      }
    }
  }

  /// The slopes it takes where its operands take their values and slopes.
  ///
  /// - Parameters:
  ///   - value: its own on the box; a slope stands only where the value does.
  ///   - input: what the slope is with respect to.
  @inline(__always)
  func slope(
    withRespectTo input: Int, _ value: Interval, _ values: IntervalColumn, _ slopes: IntervalColumn
  ) -> Interval? {
    switch self {
    case .input(let k): return Interval(k == input ? 1 : 0)
    case .literal: return .zero
    case .eigenvalue: return nil
    case .negative(let a): return slopes[a].map { -$0 }
    case .squareRoot(let a):
      if slopes[a]?.isOnly(0) == true { return .zero }
      return both(slopes[a], value.plus(value)) { $0.over($1) }
    case .exponential(let a): return slopes[a]?.times(value)
    case .exponentialLessOne(let a):
      return both(slopes[a], values[a]?.exponential()) { $0.times($1) }
    case .sine(let a): return both(slopes[a], values[a]?.cosine()) { $0.times($1) }
    case .cosine(let a): return both(slopes[a], values[a]?.sine()) { (-$0).times($1) }
    case .absolute(let a):
      guard let inner = values[a], let rise = slopes[a] else { return nil }
      if inner.lower >= 0 { return rise }
      return inner.upper <= 0 ? -rise : rise.hull(-rise)
    case .sum(let a, let b): return both(slopes[a], slopes[b]) { $0.plus($1) }
    case .difference(let a, let b): return both(slopes[a], slopes[b]) { $0.minus($1) }
    case .product(let a, let b):
      let left = both(slopes[a], values[b]) { $0.times($1) }
      if a == b { return left?.times(Interval(2)) }
      return both(left, both(values[a], slopes[b]) { $0.times($1) }) { $0.plus($1) }
    case .quotient(let a, let b):
      // (a/b)′ = (a′ − (a/b) b′)/b.
      let rest = both(slopes[a], slopes[b].flatMap { value.times($0) }) { $0.minus($1) }
      return both(rest, values[b]) { $0.over($1) }
    case .minimum(let a, let b):
      guard let x = values[a], let y = values[b] else { return nil }
      if x.upper < y.lower { return slopes[a] }
      return y.upper < x.lower ? slopes[b] : both(slopes[a], slopes[b]) { $0.hull($1) }
    case .maximum(let a, let b):
      guard let x = values[a], let y = values[b] else { return nil }
      if x.lower > y.upper { return slopes[a] }
      return y.lower > x.upper ? slopes[b] : both(slopes[a], slopes[b]) { $0.hull($1) }
    }
  }
}

@inline(__always)
private func both(
  _ a: Interval?, _ b: Interval?, _ combine: (Interval, Interval) -> Interval?
) -> Interval? {
  guard let a, let b else { return nil }
  return combine(a, b)
}
