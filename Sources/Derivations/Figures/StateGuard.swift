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

  /// The nodes where every guard holds, NaN elsewhere: √min(g, 0) is zero or no number.
  static func applied(_ guards: [StateGuard], to nodes: [RealNode]) -> [RealNode] {
    guard let first = guards.first?.node else { return nodes }
    let least = guards.dropFirst().reduce(first) { RealNode.minimum($0, $1.node) }
    let mask = RealNode.minimum(least, least.literal(0.0)).squareRoot()
    return nodes.map { $0 + mask }
  }

  /// The points at which every guard holds; all of them if it holds at none.
  static func samples(
    _ samples: [[Double]], inside guards: [StateGuard], _ builder: ProgramBuilder
  ) -> [[Double]] {
    let program = builder.finish(outputs: guards.map(\.node))
    let inside = samples.filter { sample in
      program.evaluate(at: Array(sample.prefix(program.inputCount))).allSatisfy { $0 >= 0 }
    }
    return inside.isEmpty ? samples : inside
  }
}
