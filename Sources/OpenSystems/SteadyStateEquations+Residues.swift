import ExactAlgebra

extension SteadyStateEquations {
  /// The steady state modulo a prime; `nil` where it is not unique there.
  ///
  /// - Parameter residues: the values of all generators that the equations depend on.
  package func solve(modulo prime: PrimeField, at residues: [UInt64]) -> [Int: UInt64]? {
    let size = populations.unknowns.count
    let (rows, right) = closedRows(populations.matrix)
    var table = zip(rows, right).map { row, value in
      (row + [value]).map { $0.evaluated(modulo: prime, at: residues) }
    }
    for column in 0..<size {
      guard let pivot = (column..<size).first(where: { table[$0][column] != 0 }),
        let scale = prime.inverse(table[pivot][column])
      else { return nil }
      table.swapAt(column, pivot)
      for index in column...size {
        table[column][index] = prime.multiply(table[column][index], scale)
      }
      for row in 0..<size where row != column && table[row][column] != 0 {
        let factor = table[row][column]
        for index in column...size {
          table[row][index] = prime.subtract(
            table[row][index], prime.multiply(factor, table[column][index]))
        }
      }
    }
    var values: [Int: UInt64] = [:]
    for (unknown, row) in zip(populations.unknowns, table) { values[unknown.generator] = row[size] }
    for block in decoupled {
      for unknown in block.unknowns { values[unknown.generator] = 0 }
    }
    return values
  }
}
