import NumericEvaluation

/// SplitMix64: the same numbers from the same seed, everywhere.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Both parts in −1...1.
  mutating func complex() -> Complex {
    let re = Double.random(in: -1...1, using: &self)
    return Complex(re, Double.random(in: -1...1, using: &self))
  }

  mutating func vector(_ count: Int) -> [Complex] { (0..<count).map { _ in complex() } }

  mutating func matrix(_ rows: Int, _ columns: Int) -> ComplexMatrix {
    ComplexMatrix(rows: rows, columns: columns, entries: vector(rows * columns))
  }

  mutating func hermitian(_ order: Int) -> ComplexMatrix {
    let matrix = matrix(order, order)
    return matrix + matrix.adjoint
  }
}

/// max |a − b|.
func distance(_ a: ComplexMatrix, _ b: ComplexMatrix) -> Double { (a - b).largestMagnitude }

func distance(_ a: [Complex], _ b: [Complex]) -> Double {
  zip(a, b).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
}
