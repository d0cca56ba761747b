import NumericEvaluation

/// A node that is at least zero wherever a state's numbers mean something: inside the domains that the
/// file declares, at positive energies of bosons, and where the steps of the elimination were sound.
struct StateGuard {
  var node: RealNode
  /// What holds there, in words and `$…$`.
  var words: String

  init(_ node: RealNode, _ words: String) {
    self.node = node
    self.words = words
  }

  /// x > 0.
  init(positive x: RealNode, _ words: String) {
    // The least number that is not zero: x − 5·10⁻³²⁴ ≥ 0 ⟺ x > 0 in floating point.
    self.init(x - Double.leastNonzeroMagnitude, words)
  }

  /// x = y to rounding.
  init(_ x: RealNode, equals y: RealNode, _ words: String) {
    self.init(1e-9 * (x.absolute() + y.absolute() + 1) - (x - y).absolute(), words)
  }

  /// The columns before the guards, NaN where a guard is negative or NaN itself.
  static func masked(_ columns: [[Double]], guards: Int) -> [[Double]] {
    var result = Array(columns.dropLast(guards))
    guard let first = columns.first else { return result }
    for place in first.indices
    where columns.suffix(guards).contains(where: { !($0[place] >= 0) }) {
      for number in result.indices { result[number][place] = .nan }
    }
    return result
  }
}
