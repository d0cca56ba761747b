import NumericEvaluation

/// The matrix of one generator after another on Hermitian operators, in the energy eigenbasis.
///
/// A Hermitian ρ of dimension n is n² real numbers, in the shape of a square: Re ρ(r, c) stands at
/// (r, c) for r ≤ c and Im ρ(r, c) at (c, r) for r < c.
struct NumericLiouvillian: ~Copyable {
  let dimension: Int
  /// n².
  let order: Int
  /// Row by row.
  let matrix: UnsafeMutablePointer<Double>
  /// max |a| of the matrix.
  private(set) var largest = 0.0
  /// The steady state of trace 1 after `solve()`.
  let state: UnsafeMutablePointer<Double>
  /// −Σ X†K, which acts from the left; its adjoint acts from the right.
  private let effective: UnsafeMutablePointer<Complex>
  /// Unknowns of one number form a block; the number is the least of them.
  private let blocks: UnsafeMutablePointer<Int>
  /// The unknowns of the block at hand.
  private let members: UnsafeMutablePointer<Int>
  private var elimination = NullSpaceWorkspace()

  init(dimension: Int) {
    self.dimension = dimension
    order = dimension * dimension
    matrix = .allocate(capacity: order * order)
    state = .allocate(capacity: order)
    effective = .allocate(capacity: order)
    blocks = .allocate(capacity: order)
    members = .allocate(capacity: order)
    matrix.initialize(repeating: 0, count: order * order)
    state.initialize(repeating: 0, count: order)
    effective.initialize(repeating: .zero, count: order)
    blocks.initialize(repeating: 0, count: order)
    members.initialize(repeating: 0, count: order)
  }

  deinit {
    matrix.deallocate()
    state.deallocate()
    effective.deallocate()
    blocks.deallocate()
    members.deallocate()
  }

  /// Takes the place of the last matrix.
  mutating func assemble(_ generator: borrowing NumericGenerator) {
    let n = dimension
    matrix.update(repeating: 0, count: order * order)
    effective.update(repeating: .zero, count: order)
    generator.elements.withUnsafeBufferPointer { elements in
      for term in generator.terms {
        for k in term {
          for x in term { addPair(elements[k], elements[x]) }
        }
      }
    }
    let energies = generator.levels.values
    for a in 0..<n {
      for b in (a + 1)..<n {
        // −i[H, ρ] turns ρ(a, b) with −i(E_a − E_b).
        add(Complex(0, energies[b] - energies[a]), a, b, from: a, b)
      }
      for c in 0..<n where effective[a * n + c] != .zero {
        let factor = effective[a * n + c]
        for b in a..<n { add(factor, a, b, from: c, b) }
        for b in 0...a { add(factor.conjugate, b, a, from: b, c) }
      }
    }
  }

  /// What K takes from element k and X from element x adds to K ρ X† + X ρ K† and to −X†K.
  @inline(__always)
  private func addPair(_ k: NumericGenerator.Element, _ x: NumericGenerator.Element) {
    let product = k.value * x.value.conjugate
    if k.row == x.row {
      effective[x.column * dimension + k.column] -= product.scaled(by: k.rate)
    }
    // The pair the other way round is the adjoint of this one and adds below the diagonal.
    guard k.row <= x.row else { return }
    add(product.scaled(by: k.rate + x.rate), k.row, x.row, from: k.column, x.column)
  }

  /// Adds the map ρ(c, d) ↦ w ρ(c, d) at (a, b), a ≤ b.
  @inline(__always)
  private func add(_ w: Complex, _ a: Int, _ b: Int, from c: Int, _ d: Int) {
    let n = dimension
    let (real, imaginary) = (matrix + (a * n + b) * order, matrix + (b * n + a) * order)
    // ρ(c, d) = x ± iy, + above the diagonal.
    let x = c <= d ? c * n + d : d * n + c
    let y = c <= d ? d * n + c : c * n + d
    let sine = c < d ? w.im : -w.im
    let cosine = c < d ? w.re : -w.re
    real[x] += w.re
    if c != d { real[y] -= sine }
    guard a != b else { return }
    imaginary[x] += w.im
    if c != d { imaginary[y] += cosine }
  }

  /// Finds the state of trace 1 that the generator sends to zero.
  ///
  /// The matrix falls apart into blocks of unknowns that it connects. A block with populations has
  /// a null vector, since tr L ρ = 0; any other is to be regular, and its unknowns vanish.
  ///
  /// - Returns: The last pivot that counts, relative to the largest entry (1 for order 1).
  mutating func solve() throws(NumericOpenSystemError) -> Double {
    try split()
    let negligible = NullSpaceWorkspace.rounding(order) * largest
    var nullity = 0
    var leastPivot = Double.infinity
    for first in 0..<order where blocks[first] == first {
      let count = gather(first)
      let (rank, least) = elimination.eliminate(negligible: negligible)
      leastPivot = min(leastPivot, least)
      nullity += count - rank
      guard nullity == 1, rank == count - 1 else { continue }
      elimination.solve()
      state.update(repeating: 0, count: order)
      for k in 0..<count { state[members[k]] = elimination.vector[k] }
    }
    switch nullity {
    case 0: throw .numeric(.nullSpace(dimension: 0))
    case 1: try normalize()
    default: throw .steadyStateNotUnique(dimension: nullity)
    }
    return order == 1 ? 1 : leastPivot / largest
  }

  /// max |L ρ| over max |L| at `state`.
  func residual() -> Double {
    guard largest > 0 else { return 0 }
    var defect = 0.0
    for row in 0..<order {
      let entries = matrix + row * order
      var sum = 0.0
      for column in 0..<order { sum += entries[column] * state[column] }
      defect = max(defect, abs(sum))
    }
    return defect / largest
  }

  /// Finds the blocks, and the largest entry.
  private mutating func split() throws(NumericOpenSystemError) {
    for k in 0..<order { blocks[k] = k }
    var largest = 0.0
    for row in 0..<order {
      let entries = matrix + row * order
      for column in 0..<order where entries[column] != 0 {
        guard entries[column].isFinite else { throw .numeric(.notFinite) }
        largest = max(largest, abs(entries[column]))
        let (a, b) = (root(row), root(column))
        if a != b { blocks[max(a, b)] = min(a, b) }
      }
    }
    for k in 0..<order { blocks[k] = root(k) }
    self.largest = largest
  }

  private func root(_ unknown: Int) -> Int {
    var k = unknown
    while blocks[k] != k {
      blocks[k] = blocks[blocks[k]]
      k = blocks[k]
    }
    return k
  }

  /// Copies a block to the place of elimination; the number of its unknowns.
  private mutating func gather(_ first: Int) -> Int {
    var count = 0
    for k in first..<order where blocks[k] == first {
      members[count] = k
      count += 1
    }
    elimination.prepare(order: count)
    for row in 0..<count {
      let (source, target) = (matrix + members[row] * order, elimination.matrix + row * count)
      for column in 0..<count { target[column] = source[members[column]] }
    }
    return count
  }

  /// Brings the null vector to trace 1.
  private func normalize() throws(NumericOpenSystemError) {
    var (largest, square, trace) = (0.0, 0.0, 0.0)
    for k in 0..<order { largest = max(largest, abs(state[k])) }
    guard largest.isFinite else { throw .numeric(.notFinite) }
    for row in 0..<dimension {
      trace += state[row * (dimension + 1)]
      for column in 0..<dimension {
        let value = state[row * dimension + column] / largest
        square += (row == column ? 1 : 2) * value * value
      }
    }
    // |tr ρ| ≥ the length of ρ for a state; 10⁻⁸ of it is rounding.
    guard abs(trace) > 1e-8 * largest * square.squareRoot() else {
      throw .steadyStateWithoutTrace
    }
    for k in 0..<order { state[k] /= trace }
  }
}
