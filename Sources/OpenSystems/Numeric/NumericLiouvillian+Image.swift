import NumericEvaluation

extension NumericLiouvillian {
  /// L ρ in the energy eigenbasis, for any ρ = A + iB with Hermitian A and B.
  func image(of state: ComplexMatrix) -> ComplexMatrix {
    let difference = (state - state.adjoint).scaled(by: 0.5)
    return imageOfHermitian(state.hermitianPart)
      + .i * imageOfHermitian(-.i * difference)
  }

  private func imageOfHermitian(_ state: ComplexMatrix) -> ComplexMatrix {
    let n = dimension
    let unknowns = (0..<order).map { k in
      k / n <= k % n ? state[k / n, k % n].re : state[k % n, k / n].im
    }
    let image = (0..<order).map { row in
      (0..<order).reduce(0) { $0 + matrix[row * order + $1] * unknowns[$1] }
    }
    var result = ComplexMatrix.zero(rows: n, columns: n)
    for row in 0..<n {
      result[row, row] = Complex(image[row * (n + 1)])
      for column in (row + 1)..<n {
        let value = Complex(image[row * n + column], image[column * n + row])
        result[row, column] = value
        result[column, row] = value.conjugate
      }
    }
    return result
  }
}
