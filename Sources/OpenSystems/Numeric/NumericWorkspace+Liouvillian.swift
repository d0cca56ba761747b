import NumericEvaluation

extension NumericWorkspace {
  /// The matrix of a model's generator on ρ stacked column by column, in the basis of the caller.
  mutating func liouvillian(
    of model: NumericModel
  ) throws(NumericOpenSystemError) -> ComplexMatrix {
    try generator.load(model)
    liouvillian.assemble(generator)
    let vectors = HermitianEigensystem(generator.levels).vectors
    let n = dimension
    var result = ComplexMatrix.zero(rows: n * n, columns: n * n)
    for row in 0..<n {
      for column in 0..<n {
        var unit = ComplexMatrix.zero(rows: n, columns: n)
        unit[row, column] = .one
        let image =
          vectors * liouvillian.image(of: vectors.adjoint * unit * vectors) * vectors.adjoint
        for (k, value) in image.transpose.entries.enumerated() {
          result[k, row + column * n] = value
        }
      }
    }
    return result
  }
}
