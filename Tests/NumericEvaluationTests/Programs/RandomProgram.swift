import Foundation
import NumericEvaluation

/// A program made at random, and the same functions by plain arithmetic.
struct RandomProgram {
  let program: Program
  let reference: @Sendable ([Double]) -> [Double]

  private typealias Reference = @Sendable ([Double]) -> Double

  init(seed: UInt64, inputs: Int, steps: Int = 60, outputs: Int = 3) {
    var random = SeededRandom(seed: seed)
    let builder = ProgramBuilder()
    var pool: [(node: RealNode, value: Reference)] = (0..<inputs).map { k in
      (builder.input(k), { $0[k] })
    }
    pool.append((builder.literal(0.5), { _ in 0.5 }))
    pool.append((builder.literal(-3), { _ in -3 }))
    for _ in 0..<steps {
      let (x, f) = pool[Int.random(in: 0..<pool.count, using: &random)]
      let (y, g) = pool[Int.random(in: 0..<pool.count, using: &random)]
      switch Int.random(in: 0..<13, using: &random) {
      case 0: pool.append((x + y, { f($0) + g($0) }))
      case 1: pool.append((x - y, { f($0) - g($0) }))
      case 2, 3: pool.append((x * y, { f($0) * g($0) }))
      case 4: pool.append((x / (1 + y * y), { f($0) / (1 + g($0) * g($0)) }))
      case 5: pool.append((-x, { -f($0) }))
      case 6: pool.append((x.absolute().squareRoot(), { abs(f($0)).squareRoot() }))
      case 7: pool.append((x.sine().exponential(), { exp(sin(f($0))) }))
      case 8: pool.append((x.cosine(), { cos(f($0)) }))
      case 9: pool.append((.minimum(x, y), { min(f($0), g($0)) }))
      case 10: pool.append((.maximum(x, y), { max(f($0), g($0)) }))
      case 11:
        let bounded: Reference = { f($0) / (1 + f($0) * f($0)) - g($0) / (1 + g($0) * g($0)) }
        let node = x / (1 + x * x) - y / (1 + y * y)
        pool.append((1 / (node.exponential() + 1), { 1 / (exp(bounded($0)) + 1) }))
      default: pool.append(((1 + x) * (1 - y), { (1 + f($0)) * (1 - g($0)) }))
      }
    }
    let chosen = Array(pool.suffix(outputs))
    // All inputs count, used or not.
    program = builder.finish(outputs: chosen.map(\.node))
    let values = chosen.map(\.value)
    reference = { point in values.map { $0(point) } }
  }
}

/// Whether two numbers agree to rounding, or are both NaN, or equal infinities.
func agree(_ a: Double, _ b: Double, tolerance: Double) -> Bool {
  if a == b || (a.isNaN && b.isNaN) { return true }
  return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}
