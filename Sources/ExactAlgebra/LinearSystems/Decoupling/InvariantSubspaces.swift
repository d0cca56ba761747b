/// A chain of subspaces of rows, each mapped into itself by matrices that act from the right.
///
/// Found as in the MeatAxe (Parker 1984; Holt and Rees 1994): an eigenvector of a random element of
/// the algebra is spun up, that is, closed under the matrices. It is a search: what it finds is
/// invariant up to the choice of the prime, and it may overlook a subspace.
struct InvariantSubspaces {
  /// Rows that span the quotients of the chain, one after the other; together a basis.
  private(set) var quotients: [[[UInt64]]] = []
  private let field: PrimeField
  private var generator = SplitMix64(seed: 0xB10C)

  /// - Precondition: the generators are square and of one order.
  init(of generators: [ResidueMatrix], field: PrimeField) {
    self.field = field
    let order = generators.first?.rowCount ?? 0
    let unit = ResidueMatrix.identity(order, field: field)
    split(generators, basis: (0..<order).map { unit.row($0) })
  }

  /// Splits the quotient on which these matrices act; `basis` are its rows in the whole space.
  private mutating func split(_ generators: [ResidueMatrix], basis: [[UInt64]]) {
    guard basis.count > 1, let inside = properSubspace(generators) else {
      quotients.append(basis)
      return
    }
    let rows = inside.rowsByPivot
    let pivots = inside.pivots.sorted()
    let rest = basis.indices.filter { !pivots.contains($0) }
    // In the basis of the rows and the units at `rest`, a row v has the coordinates v[pivots] and
    // v[rest] − Σ v[pivot] · row[rest].
    let above = generators.map { matrix in
      var part = ResidueMatrix(field: field, rows: rows.count, columns: rows.count)
      for (i, row) in rows.enumerated() {
        let image = row * matrix
        for (j, pivot) in pivots.enumerated() { part[i, j] = image[pivot] }
      }
      return part
    }
    let below = generators.map { matrix in
      var part = ResidueMatrix(field: field, rows: rest.count, columns: rest.count)
      for (i, index) in rest.enumerated() {
        let image = inside.reduced(matrix.row(index))
        for (j, other) in rest.enumerated() { part[i, j] = image[other] }
      }
      return part
    }
    let whole = matrix(basis)
    split(above, basis: rows.map { $0 * whole })
    split(below, basis: rest.map { basis[$0] })
  }

  private func matrix(_ rows: [[UInt64]]) -> ResidueMatrix {
    var result = ResidueMatrix(field: field, rows: rows.count, columns: rows.first?.count ?? 0)
    result.residues = rows.flatMap { $0 }
    return result
  }

  /// A subspace that is neither zero nor everything.
  ///
  /// When an eigenvalue has one eigenvector, and that as well as the one of the transpose generates
  /// everything, there is none (Norton's criterion).
  private mutating func properSubspace(_ generators: [ResidueMatrix]) -> EchelonBasis? {
    let columns = generators.map(\.transposed)
    for _ in 0..<4 {
      let element = randomElement(of: generators)
      guard let root = eigenvalue(of: element) else { continue }
      let rows = eigenrows(of: element, root)
      if rows.count > 1, let found = scalarSubspace(of: rows, generators) { return found }
      for row in rows.prefix(3) {
        if let found = spun(row, generators) { return found }
      }
      // What annihilates an invariant subspace of columns is one of rows.
      for column in eigenrows(of: element.transposed, root).prefix(3) {
        if let found = spun(column, columns) { return annihilator(of: found) }
      }
      if rows.count == 1 { return nil }
    }
    return nil
  }

  private mutating func randomElement(of generators: [ResidueMatrix]) -> ResidueMatrix {
    guard let first = generators.first, let last = generators.last else {
      return ResidueMatrix(field: field, rows: 0, columns: 0)
    }
    var result = first * last
    for matrix in generators {
      let factor = generator.nextUnit(modulo: field)
      for index in result.residues.indices {
        result.residues[index] = field.add(
          result.residues[index], field.multiply(factor, matrix.residues[index]))
      }
    }
    return result
  }

  /// An eigenvalue in the field, if one of the part of the space that a random row generates is.
  private mutating func eigenvalue(of matrix: ResidueMatrix) -> UInt64? {
    var row = (0..<matrix.rowCount).map { _ in generator.nextUnit(modulo: field) }
    // The first row in the span of those before gives the minimal polynomial.
    let order = matrix.rowCount
    var basis = EchelonBasis(width: 2 * order + 1, pivotsBelow: order, field: field)
    for power in 0...order {
      var marked = row + [UInt64](repeating: 0, count: order + 1)
      marked[order + power] = 1
      if !basis.insert(marked) {
        return field.root(of: Array(basis.reduced(marked)[order...]), &generator)
      }
      row = row * matrix
    }
    return nil
  }

  /// A basis of the rows v with v · matrix = value · v.
  private func eigenrows(of matrix: ResidueMatrix, _ value: UInt64) -> [[UInt64]] {
    let order = matrix.rowCount
    var basis = EchelonBasis(width: 2 * order, pivotsBelow: order, field: field)
    var found = EchelonBasis(width: order, field: field)
    for index in 0..<order {
      var row = matrix.row(index) + [UInt64](repeating: 0, count: order)
      row[index] = field.subtract(row[index], value)
      row[order + index] = 1
      if !basis.insert(row) { found.insert(Array(basis.reduced(row)[order...])) }
    }
    return found.rowsByPivot
  }

  /// The smallest invariant subspace with that row; nil when it is the whole space.
  private func spun(_ row: [UInt64], _ generators: [ResidueMatrix]) -> EchelonBasis? {
    var basis = EchelonBasis(width: row.count, field: field)
    var queue = [row]
    var next = 0
    while next < queue.count {
      if basis.insert(queue[next]) {
        if basis.count == row.count { return nil }
        let new = basis.row(basis.count - 1)
        for matrix in generators { queue.append(new * matrix) }
      }
      next += 1
    }
    return basis
  }

  /// The largest invariant subspace of a random element's eigenspace; nil when it is zero.
  ///
  /// There every matrix acts as a number, so each row of it is invariant by itself. Of several
  /// copies of one representation, an eigenvector would show some mixture without small integers.
  private func scalarSubspace(
    of eigenrows: [[UInt64]], _ generators: [ResidueMatrix]
  ) -> EchelonBasis? {
    var space = EchelonBasis(width: eigenrows[0].count, field: field)
    for row in eigenrows { space.insert(row) }
    var isInvariant = false
    while !isInvariant {
      isInvariant = true
      for matrix in generators {
        let kept = combinations(of: space, staying: matrix)
        isInvariant = isInvariant && kept.count == space.count
        space = kept
        if space.count == 0 { return nil }
      }
    }
    if space.count < space.width { return space }
    var line = EchelonBasis(width: space.width, field: field)
    line.insert(space.row(0))
    return line
  }

  /// The rows of the space that the matrix maps into it.
  private func combinations(of space: EchelonBasis, staying matrix: ResidueMatrix) -> EchelonBasis {
    let width = space.width
    var images = EchelonBasis(width: 2 * width, pivotsBelow: width, field: field)
    var kept = EchelonBasis(width: width, field: field)
    for row in space.rowsByPivot {
      let marked = space.reduced(row * matrix) + row
      if !images.insert(marked) { kept.insert(Array(images.reduced(marked)[width...])) }
    }
    return kept
  }

  private func annihilator(of columns: EchelonBasis) -> EchelonBasis {
    var result = EchelonBasis(width: columns.width, field: field)
    let rows = columns.rowsByPivot
    let pivots = columns.pivots.sorted()
    for free in 0..<columns.width where !pivots.contains(free) {
      var vector = [UInt64](repeating: 0, count: columns.width)
      vector[free] = 1
      for (row, pivot) in zip(rows, pivots) { vector[pivot] = field.negate(row[free]) }
      result.insert(vector)
    }
    return result
  }
}
