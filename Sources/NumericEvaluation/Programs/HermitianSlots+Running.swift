extension HermitianSlots {
  /// The eigenvalues in ascending order, lane by lane: each lane takes the rotations it needs by
  /// itself, so its result does not depend on its neighbours. NaN where an entry is not finite.
  func run(_ addresses: UnsafeMutablePointer<LaneAddress>, _ count: Int) {
    var matrix = ComplexMatrix.zero(rows: order, columns: order)
    for index in 0..<count {
      for lane in 0..<Lanes.scalarCount {
        var entry = 0
        for row in 0..<order {
          for column in 0...row {
            let value = Complex(
              addresses[real[entry]][index, lane], addresses[imaginary[entry]][index, lane])
            matrix[row, column] = value
            matrix[column, row] = value.conjugate
            entry += 1
          }
          matrix[row, row].im = 0
        }
        let found = try? HermitianEigensystem(of: matrix).values
        for k in 0..<order {
          addresses[values[k]].start[index][lane] = found?[k] ?? .nan
        }
      }
    }
  }
}

extension LaneAddress {
  subscript(index: Int, lane: Int) -> Double { start[index * stride][lane] }
}
