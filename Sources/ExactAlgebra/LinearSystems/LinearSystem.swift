/// Linear equations with polynomial coefficients.
///
/// Ranks and solutions are those over the field of fractions, that is for generic values of the
/// variables.
public struct LinearSystem: Hashable, Sendable {
  /// The coefficients, a row for each equation and a column for each unknown.
  public let matrix: [[Polynomial]]
  /// The right sides, one for each row.
  public let rightHandSide: [Polynomial]

  /// The equations `matrix` · x = `rightHandSide`.
  ///
  /// - Precondition: all rows have one length, and there is one right-hand side for each.
  public init(matrix: [[Polynomial]], rightHandSide: [Polynomial]) {
    precondition(matrix.count == rightHandSide.count, "one right-hand side for each row")
    precondition(
      matrix.allSatisfy { $0.count == matrix.first?.count }, "rows of different length")
    self.matrix = matrix
    self.rightHandSide = rightHandSide
  }

  /// The equations with the denominators of each row multiplied away.
  ///
  /// - Precondition: all rows have one length, and there is one right-hand side for each.
  public init(matrix: [[Fraction]], rightHandSide: [Fraction]) {
    precondition(matrix.count == rightHandSide.count, "one right-hand side for each row")
    var rows: [[Polynomial]] = []
    var right: [Polynomial] = []
    for (row, value) in zip(matrix, rightHandSide) {
      let cleared = LinearSystem.cleared(row + [value])
      rows.append(Array(cleared.dropLast()))
      right.append(cleared[row.count])
    }
    self.init(matrix: rows, rightHandSide: right)
  }

  /// The number of columns; 0 for a system without equations.
  public var unknownCount: Int { matrix.first?.count ?? 0 }

  /// The fractions times the least common multiple of their denominators.
  static func cleared(_ row: [Fraction]) -> [Polynomial] {
    var multiple = Polynomial.one
    for entry in row where !entry.denominator.isOne && entry.denominator != multiple {
      multiple *= Polynomial.commonFactor(multiple, entry.denominator).right
    }
    return row.map { entry in
      if entry.denominator == multiple { return entry.numerator }
      guard let rest = multiple.divided(exactlyBy: entry.denominator) else {
        preconditionFailure("a common multiple that is not one")
      }
      return entry.numerator * rest
    }
  }

  /// The solution, its absence, or the rank where there are more than one.
  public func solve() -> LinearSolution {
    let compact = CompactSystem(matrix: matrix, rightHandSide: rightHandSide)
    switch compact.solve() {
    case .unique(let values): return .unique(compact.named(values))
    case .underdetermined(let rank): return .underdetermined(rank: rank)
    case .inconsistent: return .inconsistent
    }
  }

  /// The rank of the matrix.
  public func rank() -> Int {
    CompactSystem(matrix: matrix, rightHandSide: rightHandSide).rank()
  }

  /// The determinant of the matrix.
  ///
  /// - Precondition: the matrix is square.
  public func determinant() -> Polynomial {
    precondition(matrix.count == unknownCount, "determinant of a matrix that is not square")
    let compact = CompactSystem(
      matrix: matrix, rightHandSide: rightHandSide, dividingRows: false)
    return compact.named(compact.determinant())
  }
}
