import SymbolicAlgebra

/// Orthonormality of printed eigenvectors, unitarity of printed changes of basis.
extension ConsistencyChecker {
  /// Eigenvectors of one operator that are printed in one place.
  private struct Basis: Hashable {
    var conditions: Conditions
    /// The section for eigenvectors of the density operator, which is another one elsewhere.
    var section: Document.Section?
  }

  mutating func checkEigenvectors() {
    var order: [Basis] = []
    var groups: [Basis: [(line: Int, number: Int)]] = [:]
    for (line, printed) in lines.enumerated()
    where Derivation.isEquality(printed) && !printed.hasAmbiguousSign {
      let (number, section): (Int, Document.Section?)
      switch derivation.meaning(of: printed) {
      case .eigenvector(let i)?: (number, section) = (i, nil)
      case .stateEigenvector(let n)?: (number, section) = (n, printed.section)
      default: continue
      }
      let basis = Basis(conditions: conditions(line), section: section)
      if groups[basis] == nil { order.append(basis) }
      groups[basis, default: []].append((line, number))
    }
    for basis in order {
      let vectors = groups[basis] ?? []
      for (place, vector) in vectors.enumerated() {
        checkNorm(vector.line, basis.conditions)
        for other in vectors[(place + 1)...] where other.number != vector.number {
          checkOverlap(vector.line, other.line, basis.conditions)
        }
      }
    }
  }

  private mutating func checkNorm(_ line: Int, _ conditions: Conditions) {
    let printed = lines[line]
    let agreement = decide(conditions) { place throws(EvaluationError) in
      let vector = try place.ket(printed)
      return ([try place.overlap(vector, vector)], [.one])
    }
    switch agreement {
    case .equal: remarks[line].apply("its norm is 1")
    case .unknown(let reason): remarks[line].leave("its norm is open: \(reason)")
    case .different(let witness, _):
      remarks[line].apply("its norm is not 1")
      contradictions.add(
        .norm, [line], of: lines, quantity: "$\(printed.subject)$",
        witness: .init(
          at: witness.at, first: "the square of the norm in \(equation(line))",
          firstValue: witness.printed, second: "that of an eigenvector",
          secondValue: witness.derived))
    }
  }

  private mutating func checkOverlap(_ first: Int, _ second: Int, _ conditions: Conditions) {
    let (a, b) = (lines[first], lines[second])
    let agreement = decide(conditions) { place throws(EvaluationError) in
      let vectors = (try place.ket(a), try place.ket(b))
      return ([try place.overlap(vectors.0, vectors.1)], [.zero])
    }
    switch agreement {
    case .equal:
      remarks[first].apply("orthogonal to $\(b.subject)$")
      remarks[second].apply("orthogonal to $\(a.subject)$")
    case .unknown(let reason):
      remarks[first].leave("orthogonality to $\(b.subject)$ is open: \(reason)")
      remarks[second].leave("orthogonality to $\(a.subject)$ is open: \(reason)")
    case .different(let witness, _):
      remarks[first].apply("not orthogonal to $\(b.subject)$")
      remarks[second].apply("not orthogonal to $\(a.subject)$")
      contradictions.add(
        .orthogonality, [first, second], of: lines, quantity: "$\(a.subject)$ and $\(b.subject)$",
        witness: .init(
          at: witness.at, first: "the overlap of $\(a.subject)$ and $\(b.subject)$",
          firstValue: witness.printed, second: "that of two eigenvectors",
          secondValue: witness.derived))
    }
  }

  /// U U† = 1 for a matrix between two orthonormal bases.
  mutating func checkUnitarity() {
    for (line, printed) in lines.enumerated()
    where Derivation.isEquality(printed) && !printed.hasAmbiguousSign {
      guard case .changeOfBasis? = derivation.meaning(of: printed) else { continue }
      let n = derivation.base.space.labels.count
      let agreement = decide(conditions(line)) { place throws(EvaluationError) in
        let rows = try place.matrix(printed)
        guard rows.count == n, rows.allSatisfy({ $0.count == n }) else {
          throw .unsupported("a matrix of \(n) rows and columns is expected")
        }
        var products: [Scalar] = []
        for i in 0..<n { for j in i..<n { products.append(try place.overlap(rows[j], rows[i])) } }
        return (products, (0..<n).flatMap { i in (i..<n).map { i == $0 ? .one : .zero } })
      }
      switch agreement {
      case .equal: remarks[line].apply("the matrix is unitary")
      case .unknown(let reason): remarks[line].leave("whether it is unitary is open: \(reason)")
      case .different(let witness, let entry):
        let pairs = (0..<n).flatMap { i in (i..<n).map { (i + 1, $0 + 1) } }
        let (row, column) = pairs.indices.contains(entry) ? pairs[entry] : (0, 0)
        remarks[line].apply("the matrix is not unitary")
        contradictions.add(
          .unitarity, [line], of: lines, quantity: "$\(printed.subject)$",
          witness: .init(
            at: witness.at,
            first: "element (\(row), \(column)) of $\(printed.subject)"
              + " \(printed.subject)^\\dagger$ by \(equation(line))", firstValue: witness.printed,
            second: "that of a unitary matrix", secondValue: witness.derived))
      }
    }
  }
}
