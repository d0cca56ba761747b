import NumericEvaluation
import OpenSystems
import Testing

/// The meaning of states inside programs, beside the same by dense matrices.
struct PassiveStateNodesTests {
  // 0 and 1 decide for comparisons alone (the zero-one principle): all of them are sorted.
  @Test(arguments: 1...9)
  func networksSort(count: Int) {
    let builder = ProgramBuilder()
    let inputs = (0..<count).map { builder.input($0) }
    let up = builder.finish(outputs: sorted(inputs))
    let down = builder.finish(outputs: sorted(inputs, descending: true))
    for pattern in 0..<(1 << count) {
      let point = (0..<count).map { Double(pattern >> $0 & 1) }
      #expect(up.evaluate(at: point) == point.sorted())
      #expect(down.evaluate(at: point) == point.sorted(by: >))
    }
  }

  // {|0⟩⟨0| 2, 2×2 block [[1, 2i], [−2i, 1]]}: eigenvalues −1, 2, 3.
  @Test func blocksAreFoundFromStructuralZeros() {
    let builder = ProgramBuilder()
    let x = builder.input(0)
    let zero = ComplexNode(builder.literal(0))
    let matrix = [
      [ComplexNode(x), zero, ComplexNode(builder.literal(0), x * 2)],
      [zero, ComplexNode(x * 2), zero],
      [ComplexNode(builder.literal(0), x * -2), zero, ComplexNode(x)],
    ]
    #expect(builder.finish(outputs: eigenvalues(of: matrix)).evaluate(at: [1]) == [-1, 2, 3])
  }

  /// A state of order four: entries that couple levels are structural zeros where not listed.
  private func check(seed: UInt64, couplings: [(Int, Int)]) throws {
    var random = Numbers(state: seed)
    let builder = ProgramBuilder()
    let zero = ComplexNode(builder.literal(0))
    var nodes = [[ComplexNode]](repeating: [ComplexNode](repeating: zero, count: 4), count: 4)
    var state = ComplexMatrix.zero(rows: 4, columns: 4)
    var point: [Double] = []
    func input(_ value: Double) -> RealNode {
      point.append(value)
      return builder.input(point.count - 1)
    }
    for k in 0..<4 {
      let population = random.next()
      nodes[k][k] = ComplexNode(input(population))
      state[k, k] = Complex(population)
    }
    for (a, b) in couplings {
      let value = Complex(random.next(), random.next())
      nodes[a][b] = ComplexNode(input(value.re), input(value.im))
      nodes[b][a] = nodes[a][b].conjugate
      state[a, b] = value
      state[b, a] = value.conjugate
    }
    let energies = [0, random.next() + 1, random.next() + 3, random.next() + 5]
    let shuffled = [energies[2], energies[0], energies[3], energies[1]]
    for (levels, ascend) in [(energies, true), (energies, false), (shuffled, false)] {
      let inputs = levels.map { $0 == 0 ? builder.literal(0) : builder.literal($0) }
      let hamiltonian = ComplexMatrix.diagonal(levels)
      let program = builder.finish(outputs: [
        internalEnergy(state: nodes, energies: inputs),
        passiveEnergy(state: nodes, energies: inputs, energiesAscend: ascend),
        ergotropy(state: nodes, energies: inputs, energiesAscend: ascend),
      ])
      let found = program.evaluate(at: point)
      let expected = [
        internalEnergy(state: state, hamiltonian: hamiltonian),
        try passiveEnergy(state: state, hamiltonian: hamiltonian),
        try ergotropy(state: state, hamiltonian: hamiltonian),
      ]
      for (value, exact) in zip(found, expected) {
        #expect(abs(value - exact) < 1e-12, "seed \(seed)")
      }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func agreesWithDenseMatrices(seed: UInt64) throws {
    try check(seed: seed, couplings: [])
    try check(seed: seed, couplings: [(1, 2)])
    try check(seed: seed, couplings: [(0, 3), (1, 2)])
    try check(seed: seed, couplings: [(0, 1), (1, 3)])
    try check(seed: seed, couplings: [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])
  }

  /// Numbers in −1...1 from a linear congruence.
  private struct Numbers {
    var state: UInt64

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 52) - 1
    }
  }
}
