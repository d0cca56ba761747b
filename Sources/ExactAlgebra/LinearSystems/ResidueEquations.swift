/// Linear equations prepared for solutions modulo the prime at many points.
struct ResidueEquations {
  let field: PrimeField
  let variableCount: Int
  private let order: Int
  /// The highest power of each variable that is needed.
  private let degrees: [Int]
  /// The place of the first power of each variable in the table of powers.
  private let offsets: [Int]
  private var entries: [Entry] = []
  private var coefficients: [UInt64] = []
  private var factorEnds: [Int] = []
  /// Places in the table of powers.
  private var factors: [Int] = []

  private struct Entry {
    let place: Int
    let terms: Range<Int>
  }

  /// What `solve` writes to.
  struct Workspace {
    /// Up to the denominator, the values of the unknowns.
    fileprivate(set) var numerators: [UInt64]
    /// Not zero.
    fileprivate(set) var denominator: UInt64 = 1
    fileprivate var powers: [UInt64]
    fileprivate var matrix: [UInt64]
    fileprivate var order: [Int]
  }

  /// - Parameter rows: as many equations as unknowns, each with its right-hand side last, in one
  ///   layout.
  init(rows: [[Polynomial]], field: PrimeField) {
    self.field = field
    order = rows.count
    var degrees: [Int] = []
    for row in rows {
      for entry in row where !entry.isConstant {
        for (variable, degree) in entry.degrees.enumerated() {
          while degrees.count <= variable { degrees.append(0) }
          degrees[variable] = max(degrees[variable], degree)
        }
      }
    }
    self.degrees = degrees
    variableCount = degrees.count
    var offsets: [Int] = []
    var size = 0
    for degree in degrees {
      offsets.append(size - 1)
      size += degree
    }
    self.offsets = offsets
    for (i, row) in rows.enumerated() {
      for (j, entry) in row.enumerated() where !entry.isZero {
        let start = coefficients.count
        for term in 0..<entry.termCount {
          coefficients.append(entry.residue(ofCoefficient: term, field))
          for variable in 0..<min(variableCount, entry.layout.variableCount) {
            let exponent = entry.exponent(of: variable, in: term)
            if exponent > 0 { factors.append(offsets[variable] + exponent) }
          }
          factorEnds.append(factors.count)
        }
        entries.append(Entry(place: i * row.count + j, terms: start..<coefficients.count))
      }
    }
  }

  var workspace: Workspace {
    Workspace(
      numerators: [UInt64](repeating: 0, count: order),
      powers: [UInt64](repeating: 0, count: degrees.reduce(0, +)),
      matrix: [UInt64](repeating: 0, count: order * (order + 1)), order: Array(0..<order))
  }

  /// Solves at a point; false when there is not exactly one solution there.
  func solve(at point: [UInt64], _ workspace: inout Workspace) -> Bool {
    evaluate(at: point, &workspace)
    return eliminate(&workspace)
  }

  private func evaluate(at point: [UInt64], _ workspace: inout Workspace) {
    for (variable, degree) in degrees.enumerated() {
      var power: UInt64 = 1
      for exponent in 0..<degree {
        power = field.multiply(power, point[variable])
        workspace.powers[offsets[variable] + exponent + 1] = power
      }
    }
    for index in workspace.matrix.indices { workspace.matrix[index] = 0 }
    workspace.powers.withUnsafeBufferPointer { powers in
      for entry in entries {
        var sum: UInt64 = 0
        for term in entry.terms {
          var value = coefficients[term]
          for factor in (term == 0 ? 0 : factorEnds[term - 1])..<factorEnds[term] {
            value = field.multiply(value, powers[factors[factor]])
          }
          sum = field.add(sum, value)
        }
        workspace.matrix[entry.place] = sum
      }
    }
  }

  /// Elimination without divisions: rows are multiplied crosswise.
  private func eliminate(_ workspace: inout Workspace) -> Bool {
    let (field, n, width) = (field, order, order + 1)
    workspace.order.withUnsafeMutableBufferPointer { order in
      for index in order.indices { order[index] = index }
    }
    let isRegular = workspace.matrix.withUnsafeMutableBufferPointer { a in
      workspace.order.withUnsafeMutableBufferPointer { order in
        for column in 0..<n {
          guard
            let found = (column..<n).first(where: { a[order[$0] &* width &+ column] != 0 })
          else { return false }
          order.swapAt(column, found)
          let pivotRow = order[column] &* width
          let pivot = a[pivotRow &+ column]
          for index in column + 1..<max(n, column + 1) {
            let row = order[index] &* width
            let factor = a[row &+ column]
            if factor == 0 { continue }
            for position in column + 1...n {
              a[row &+ position] = field.subtract(
                field.multiply(a[row &+ position], pivot),
                field.multiply(factor, a[pivotRow &+ position]))
            }
          }
        }
        return true
      }
    }
    if isRegular { substituteBack(&workspace) }
    return isRegular
  }

  /// From the last unknown to the first, over one denominator.
  private func substituteBack(_ workspace: inout Workspace) {
    let (n, width) = (order, order + 1)
    var denominator: UInt64 = 1
    for column in (0..<n).reversed() {
      let row = workspace.order[column] * width
      let pivot = workspace.matrix[row + column]
      var sum = field.multiply(workspace.matrix[row + n], denominator)
      for other in column + 1..<max(n, column + 1) where workspace.matrix[row + other] != 0 {
        sum = field.subtract(
          sum, field.multiply(workspace.matrix[row + other], workspace.numerators[other]))
      }
      for other in column + 1..<max(n, column + 1) {
        workspace.numerators[other] = field.multiply(workspace.numerators[other], pivot)
      }
      workspace.numerators[column] = sum
      denominator = field.multiply(denominator, pivot)
    }
    workspace.denominator = denominator
  }
}
