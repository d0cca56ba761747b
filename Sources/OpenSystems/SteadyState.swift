import ExactAlgebra
import SymbolicAlgebra

/// A Hermitian matrix of independent real generators: any state, in the working basis.
public struct GenericState: Hashable, Sendable {
  /// The state with generators in its elements: the lower triangle is the conjugate of the upper.
  public let matrix: OperatorMatrix
  /// Every generator, with the element it is a part of.
  public let unknowns: [Unknown]

  /// A generator, and the part of an element it stands for; indices count from 0.
  public struct Unknown: Hashable, Sendable {
    /// The generator's index in the field.
    public var generator: Int
    /// The element's row.
    public var row: Int
    /// The element's column, not left of the diagonal.
    public var column: Int
    /// Whether it is the element's imaginary part.
    public var isImaginary: Bool
  }

  /// The state of n levels, with n² new generators of the field.
  ///
  /// - Parameters:
  ///   - n: the number of levels.
  ///   - field: where the generators are added.
  ///   - name: LaTeX of the element (i, j), counted from 1.
  public init(dimension n: Int, field: inout Field, name: (Int, Int) -> String) {
    var matrix = OperatorMatrix.zero(n)
    var unknowns: [Unknown] = []
    for i in 0..<n {
      let generator = field.addFree(name(i + 1, i + 1), domain: .real, isTied: true)
      unknowns.append(Unknown(generator: generator, row: i, column: i, isImaginary: false))
      matrix[i, i] = Scalar(.variable(generator))
    }
    for i in 0..<n {
      for j in (i + 1)..<max(n, i + 1) {
        let element = name(i + 1, j + 1)
        let real = field.addFree(
          "\\operatorname{Re}\(element)", domain: .real, isTied: true)
        let imaginary = field.addFree(
          "\\operatorname{Im}\(element)", domain: .real, isTied: true)
        unknowns.append(Unknown(generator: real, row: i, column: j, isImaginary: false))
        unknowns.append(Unknown(generator: imaginary, row: i, column: j, isImaginary: true))
        matrix[i, j] = Scalar(.variable(real), .variable(imaginary))
        matrix[j, i] = matrix[i, j].conjugate
      }
    }
    self.matrix = matrix
    self.unknowns = unknowns
  }
}

/// The equations of the steady state: L ρ = 0, element by element, split into what decouples.
public struct SteadyStateEquations: Sendable {
  /// Unknowns that decouple from the populations, so that their equations are homogeneous.
  public struct Block: Sendable {
    /// The generators that occur in these equations only.
    public var unknowns: [GenericState.Unknown]
    /// One row for each unknown.
    public var matrix: [[Polynomial]]
  }

  /// The state that the equations are for.
  public let state: GenericState
  /// The block of the populations.
  public let populations: Block
  /// The blocks without a population; their only solution is zero.
  public let decoupled: [Block]
  /// The generators that the equations depend on, other than the unknowns.
  public let parameters: [Int]
  let field: Field

  /// The equations of a system for a generic state of its dimension.
  ///
  /// - Throws: ``OpenSystemError/notUnique(rank:unknowns:)`` if a decoupled block is singular.
  public init(
    _ system: OpenSystem, state: GenericState, field: Field
  ) throws(OpenSystemError) {
    self.state = state
    self.field = field
    guard let rate = system.generator(on: state.matrix, field: field).canonical(in: field) else {
      throw .divisionByZero
    }
    let count = state.unknowns.count
    let position = Dictionary(
      uniqueKeysWithValues: state.unknowns.enumerated().map { ($1.generator, $0) })
    // ρ̇_ij is linear in the unknowns: its row of coefficients, over a common denominator.
    var rows: [[Polynomial]] = []
    for unknown in state.unknowns {
      let entry = rate[unknown.row, unknown.column]
      var row = Array(repeating: Polynomial.zero, count: count)
      let numerator = (unknown.isImaginary ? entry.imaginary : entry.real).numerator
      for variable in numerator.variables {
        guard let column = position[variable] else { continue }
        row[column] = numerator.coefficients(in: variable)[1]
      }
      rows.append(row)
    }
    let groups = Self.connected(rows)
    let diagonal = Set(
      state.unknowns.indices.filter {
        state.unknowns[$0].row == state.unknowns[$0].column
      })
    var main: [Int] = []
    var others: [[Int]] = []
    for group in groups {
      if group.contains(where: diagonal.contains) { main += group } else { others.append(group) }
    }
    main.sort()
    func block(_ indices: [Int]) -> Block {
      Block(
        unknowns: indices.map { state.unknowns[$0] },
        matrix: indices.map { i in indices.map { rows[i][$0] } })
    }
    populations = block(main)
    parameters = Set(populations.matrix.flatMap { $0.flatMap(\.variables) }).sorted()
    decoupled = others.map(block)
    for other in decoupled where !Self.isRegular(other, field) {
      throw .notUnique(rank: 0, unknowns: other.unknowns.count)
    }
  }

  private static func connected(_ rows: [[Polynomial]]) -> [[Int]] {
    var result: [[Int]] = []
    var seen = Set<Int>()
    for start in rows.indices where !seen.contains(start) {
      var group: [Int] = []
      var pending = [start]
      while let i = pending.popLast() {
        guard seen.insert(i).inserted else { continue }
        group.append(i)
        pending += rows.indices.filter { !rows[i][$0].isZero || !rows[$0][i].isZero }
      }
      result.append(group.sorted())
    }
    return result
  }

  /// Whether the determinant is not identically zero: by full rank at one exact point of the domain,
  /// or by the determinant itself where no such point is found.
  private static func isRegular(_ block: Block, _ field: Field) -> Bool {
    let variables = Set(block.matrix.flatMap { $0.flatMap(\.variables) }).sorted()
    let zeros = Array(repeating: Polynomial.zero, count: block.unknowns.count)
    for point in SamplePoints(field, covering: variables, limit: 40, scattered: true) {
      guard let system = numbers(block.matrix, at: point) else { continue }
      if LinearSystem(matrix: system, rightHandSide: zeros).rank() == block.unknowns.count {
        return true
      }
    }
    let system = LinearSystem(matrix: block.matrix, rightHandSide: zeros)
    return !field.isZero(Fraction(system.determinant()))
  }

  private static func numbers(
    _ matrix: [[Polynomial]], at point: SamplePoints.Point
  ) -> [[Polynomial]]? {
    let constants = point.compactMapValues(\.constantValue)
    var result: [[Polynomial]] = []
    for row in matrix {
      let rationals = row.compactMap { $0.partiallyEvaluated(at: constants).constantValue }
      if constants.count == point.count, rationals.count == row.count {
        let common = rationals.reduce(Rational(1)) { scale, value in
          scale * Rational((value * scale).denominator)
        }
        result.append(rationals.map { Polynomial(($0 * common).numerator) })
        continue
      }
      // A constant without an exact value is left, such as a root.
      let values = row.compactMap { Fraction($0).substituting(point) }
      guard values.count == row.count else { return nil }
      let denominator = values.reduce(Polynomial.one) { $0 * $1.denominator }
      result.append(values.map { ($0 * Fraction(denominator)).numerator })
    }
    return result
  }

  /// L ρ = 0 has rank n² − 1 with the populations' equations adding up to zero: tr ρ = 1 takes the place
  /// of the last population's.
  func closedRows(
    _ matrix: [[Polynomial]]
  ) -> (rows: [[Polynomial]], right: [Polynomial]) {
    let isPopulation = populations.unknowns.map { $0.row == $0.column }
    let last = isPopulation.lastIndex(of: true) ?? 0
    var rows = matrix
    var right = Array(repeating: Polynomial.zero, count: matrix.count)
    rows[last] = isPopulation.map { $0 ? .one : .zero }
    right[last] = .one
    return (rows, right)
  }

  /// L ρ = 0 with tr ρ = 1, for the unknowns of ``populations``.
  package func closedSystem() -> (rows: [[Polynomial]], right: [Polynomial]) {
    closedRows(populations.matrix)
  }

  /// The steady state in closed form: a value for every generator of the generic state.
  ///
  /// Accepted by substitution: every equation and the trace, exactly, under the field's relations.
  /// - Throws: ``OpenSystemError/notUnique(rank:unknowns:)``, ``OpenSystemError/inconsistent``.
  public func solve() throws(OpenSystemError) -> [Int: Fraction] {
    let (rows, right) = closedRows(populations.matrix)
    switch LinearSystem(matrix: rows, rightHandSide: right).solve() {
    case .inconsistent: throw .inconsistent
    case .underdetermined(let rank):
      throw .notUnique(rank: rank, unknowns: populations.unknowns.count)
    case .unique(let raw):
      var solution: [Fraction] = []
      for value in raw {
        guard let canonical = field.canonical(value) else {
          throw .notUnique(rank: raw.count - 1, unknowns: raw.count)
        }
        solution.append(canonical)
      }
      try verify(solution)
      var values: [Int: Fraction] = [:]
      for (unknown, value) in zip(populations.unknowns, solution) {
        values[unknown.generator] = value
      }
      for block in decoupled {
        for unknown in block.unknowns { values[unknown.generator] = Fraction(0) }
      }
      return values
    }
  }

  private func verify(_ solution: [Fraction]) throws(OpenSystemError) {
    var common = Polynomial.one
    for value in solution where common.divided(exactlyBy: value.denominator) == nil {
      let shared = Polynomial.gcd(common, value.denominator)
      common = common * (value.denominator.divided(exactlyBy: shared) ?? value.denominator)
    }
    let numerators = solution.map { value in
      value.numerator * (common.divided(exactlyBy: value.denominator) ?? .one)
    }
    for row in populations.matrix {
      let residual = zip(row, numerators).reduce(Polynomial.zero) { $0 + $1.0 * $1.1 }
      guard field.isZero(Fraction(residual)) else { throw .notVerified("L ρ = 0") }
    }
    let trace = zip(populations.unknowns, numerators).filter { $0.0.row == $0.0.column }
      .reduce(Polynomial.zero) { $0 + $1.1 }
    guard field.isZero(Fraction(trace - common)) else { throw .notVerified("tr ρ = 1") }
  }

  /// The steady state at an exact point, without the closed form; `nil` where it is not unique.
  public func solve(at point: SamplePoints.Point) -> [Int: Fraction]? {
    guard let numbers = Self.numbers(populations.matrix, at: point) else { return nil }
    let (rows, right) = closedRows(numbers)
    guard case .unique(let solution) = LinearSystem(matrix: rows, rightHandSide: right).solve()
    else { return nil }
    var values: [Int: Fraction] = [:]
    for (unknown, value) in zip(populations.unknowns, solution) {
      guard let canonical = field.canonical(value) else { return nil }
      values[unknown.generator] = canonical
    }
    for block in decoupled {
      for unknown in block.unknowns { values[unknown.generator] = Fraction(0) }
    }
    return values
  }
}
