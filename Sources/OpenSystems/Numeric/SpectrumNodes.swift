import NumericEvaluation

/// The eigenvalues of a Hermitian matrix inside a program, in ascending order.
///
/// Only the lower triangle is read. The matrix falls into blocks that structural zeros separate; a
/// block of order one is its entry, one of order two has a closed form, larger ones take rotations.
///
/// - Precondition: `matrix` is square and not empty.
package func eigenvalues(of matrix: [[ComplexNode]]) -> [RealNode] {
  precondition(!matrix.isEmpty, "eigenvalues of a matrix that is not empty")
  let spectra = blocks(of: matrix).map { spectrum(of: matrix, block: $0) }
  // The shortest first: merging two of length one costs one comparison.
  return spectra.sorted { $0.count < $1.count }.reduce([]) { merged($0, $1) }
}

/// The same numbers in order, by comparisons whose sequence is fixed (Batcher's merging network).
package func sorted(_ nodes: [RealNode], descending: Bool = false) -> [RealNode] {
  let ascending = ascendingSort(nodes)
  return descending ? ascending.reversed() : ascending
}

private func ascendingSort(_ nodes: [RealNode]) -> [RealNode] {
  guard nodes.count > 1 else { return nodes }
  let middle = nodes.count / 2
  return merged(ascendingSort(Array(nodes[..<middle])), ascendingSort(Array(nodes[middle...])))
}

/// The indices of each set of coupled rows, in ascending order.
private func blocks(of matrix: [[ComplexNode]]) -> [[Int]] {
  var blocks: [[Int]] = []
  for row in matrix.indices {
    let coupled = blocks.filter { $0.contains { !matrix[row][$0].isZero } }
    blocks.removeAll { block in coupled.contains(block) }
    blocks.append((coupled.flatMap { $0 } + [row]).sorted())
  }
  return blocks
}

private func spectrum(of matrix: [[ComplexNode]], block: [Int]) -> [RealNode] {
  switch block.count {
  case 1: return [matrix[block[0]][block[0]].re]
  case 2:
    // m ± h with m = (a + d)/2, h² = ((a − d)/2)² + |b|²: no difference of large squares.
    let a = matrix[block[0]][block[0]].re
    let d = matrix[block[1]][block[1]].re
    let middle = (a + d) * 0.5
    let half = (a - d) * 0.5
    let spread = (half * half + matrix[block[1]][block[0]].magnitudeSquared).squareRoot()
    return [middle - spread, middle + spread]
  default:
    let entries = block.map { row in block.map { matrix[row][$0] } }
    return entries[0][0].re.hermitianEigenvalues(of: entries)
  }
}

/// Two ascending lists as one (Knuth, *The Art of Computer Programming* 3, §5.3.4).
private func merged(_ a: [RealNode], _ b: [RealNode]) -> [RealNode] {
  guard let first = a.first, let second = b.first else { return a + b }
  if a.count == 1, b.count == 1 { return [.minimum(first, second), .maximum(first, second)] }
  func every(_ nodes: [RealNode], from start: Int) -> [RealNode] {
    stride(from: start, to: nodes.count, by: 2).map { nodes[$0] }
  }
  let even = merged(every(a, from: 0), every(b, from: 0))
  let odd = merged(every(a, from: 1), every(b, from: 1))
  var result = [even[0]]
  for index in 0..<max(odd.count, even.count - 1) {
    switch (index < odd.count, index + 1 < even.count) {
    case (true, true):
      result.append(.minimum(odd[index], even[index + 1]))
      result.append(.maximum(odd[index], even[index + 1]))
    case (true, false): result.append(odd[index])
    case (false, _): result.append(even[index + 1])
    }
  }
  return result
}
