import SymbolicAlgebra

/// What a formula is at one point modulo a prime: a number, vector or operator of residues.
///
/// Two formulas with different values at a point are different; with equal ones they are, but for a
/// chance of 10⁻¹⁸ or so, the same. So a value proposes, and never decides.
package enum ResidueValue: Hashable, Sendable {
  case scalar(ComplexResidue)
  case ket([ComplexResidue])
  case bra([ComplexResidue])
  /// A matrix, row by row, for each word of mode operators; no part is zero.
  case linear([OperatorForm.Word: [ComplexResidue]])
  /// The entries of a printed matrix.
  case tuple([ComplexResidue])

  /// A word that equal values share, and different ones hardly ever: residues are as good as random, and
  /// mixed together they tell values apart.
  var mark: UInt64 {
    func mixed(_ values: [ComplexResidue]) -> UInt64 {
      values.reduce(0) { ($0 &+ $1.real) &* 0x9E37_79B9_7F4A_7C15 ^ $1.imaginary }
    }
    return switch self {
    case .scalar(let value): value.real &* 0x9E37_79B9_7F4A_7C15 ^ value.imaginary
    case .ket(let values): mixed(values) &+ 1
    case .bra(let values): mixed(values) &+ 2
    case .tuple(let values): mixed(values) &+ 3
    case .linear(let parts):
      parts.reduce(4) { $0 &+ mixed($1.value) &* (UInt64(bitPattern: Int64($1.key.hashValue)) | 1) }
    }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(mark)
  }

  /// Zero, whatever it is.
  package var isZero: Bool {
    switch self {
    case .scalar(let value): value.isZero
    case .ket(let values), .bra(let values), .tuple(let values): values.allSatisfy(\.isZero)
    case .linear(let parts): parts.isEmpty
    }
  }

  package static func operation(
    _ parts: [OperatorForm.Word: [ComplexResidue]]
  ) -> ResidueValue {
    .linear(parts.filter { !$0.value.allSatisfy(\.isZero) })
  }

  /// A multiple of the identity as an operator.
  static func identity(_ factor: ComplexResidue, dimension: Int) -> ResidueValue {
    var entries = Array(repeating: ComplexResidue.zero, count: dimension * dimension)
    for index in 0..<dimension { entries[index * (dimension + 1)] = factor }
    return operation([.empty: entries])
  }

  package var negated: ResidueValue {
    switch self {
    case .scalar(let value): .scalar(-value)
    case .ket(let values): .ket(values.map { -$0 })
    case .bra(let values): .bra(values.map { -$0 })
    case .tuple(let values): .tuple(values.map { -$0 })
    case .linear(let parts): .linear(parts.mapValues { $0.map { -$0 } })
    }
  }

  /// `nil` where no sum is defined.
  package func adding(_ other: ResidueValue, dimension: Int) -> ResidueValue? {
    switch (self, other) {
    case (.scalar(let a), .scalar(let b)): return .scalar(a + b)
    case (.ket(let a), .ket(let b)): return .ket(zip(a, b).map { $0 + $1 })
    case (.bra(let a), .bra(let b)): return .bra(zip(a, b).map { $0 + $1 })
    case (.linear(let a), .linear(let b)):
      return .operation(a.merging(b) { zip($0, $1).map { $0 + $1 } })
    // A number added to an operator is that multiple of the identity.
    case (.linear, .scalar(let b)):
      return adding(.identity(b, dimension: dimension), dimension: dimension)
    case (.scalar(let a), .linear):
      return ResidueValue.identity(a, dimension: dimension).adding(other, dimension: dimension)
    default: return nil
    }
  }

  /// `nil` where no product is defined.
  package func multiplied(by other: ResidueValue, dimension n: Int) -> ResidueValue? {
    switch (self, other) {
    case (.scalar(let a), .scalar(let b)): return .scalar(a * b)
    case (.scalar(let a), _): return other.scaled(by: a)
    case (_, .scalar(let b)): return scaled(by: b)
    case (.linear(let a), .linear(let b)):
      var result: [OperatorForm.Word: [ComplexResidue]] = [:]
      for (left, x) in a {
        for (right, y) in b {
          let word = OperatorForm.Word(
            summed: (left.summed + right.summed).sorted(), factors: left.factors + right.factors)
          let product = Self.product(x, y, n)
          result[word] = result[word].map { zip($0, product).map { $0 + $1 } } ?? product
        }
      }
      return .operation(result)
    case (.linear(let a), .ket(let b)):
      guard let matrix = Self.matrix(a, n) else { return nil }
      return .ket((0..<n).map { i in Self.sum(0..<n) { matrix[i * n + $0] * b[$0] } })
    case (.bra(let a), .linear(let b)):
      guard let matrix = Self.matrix(b, n) else { return nil }
      return .bra((0..<n).map { j in Self.sum(0..<n) { a[$0] * matrix[$0 * n + j] } })
    case (.ket(let a), .bra(let b)):
      return .operation([.empty: a.flatMap { x in b.map { x * $0 } }])
    case (.bra(let a), .ket(let b)): return .scalar(Self.sum(a.indices) { a[$0] * b[$0] })
    default: return nil
    }
  }

  package func scaled(by factor: ComplexResidue) -> ResidueValue {
    switch self {
    case .scalar(let value): .scalar(value * factor)
    case .ket(let values): .ket(values.map { $0 * factor })
    case .bra(let values): .bra(values.map { $0 * factor })
    case .tuple(let values): .tuple(values.map { $0 * factor })
    case .linear(let parts): .operation(parts.mapValues { $0.map { $0 * factor } })
    }
  }

  /// 1/z; `nil` for zero and for what is no number.
  package var inverse: ResidueValue? {
    guard case .scalar(let value) = self else { return nil }
    return value.inverse.map { .scalar($0) }
  }

  package func power(_ exponent: Int, dimension: Int) -> ResidueValue? {
    if case .scalar(let value) = self { return value.power(exponent).map { .scalar($0) } }
    guard exponent > 0 else { return nil }
    var result = self
    for _ in 1..<exponent {
      guard let next = result.multiplied(by: self, dimension: dimension) else { return nil }
      result = next
    }
    return result
  }

  /// The complex conjugate, the dual vector or the adjoint.
  package func adjoint(dimension n: Int) -> ResidueValue? {
    switch self {
    case .scalar(let value): return .scalar(value.conjugate)
    case .ket(let values): return .bra(values.map(\.conjugate))
    case .bra(let values): return .ket(values.map(\.conjugate))
    case .tuple: return nil
    case .linear(let parts):
      var result: [OperatorForm.Word: [ComplexResidue]] = [:]
      for (word, matrix) in parts {
        let factors = word.factors.reversed().map {
          OperatorForm.Mode(name: $0.name, isCreation: !$0.isCreation)
        }
        result[OperatorForm.Word(summed: word.summed, factors: factors)] =
          (0..<n * n).map { matrix[($0 % n) * n + $0 / n].conjugate }
      }
      return .linear(result)
    }
  }

  /// Whether both are the same thing; a number counts as that multiple of the identity.
  package func matches(_ other: ResidueValue, dimension: Int) -> Bool {
    switch (self, other) {
    case (.scalar(let a), .linear): Self.identity(a, dimension: dimension) == other
    case (.linear, .scalar(let b)): self == Self.identity(b, dimension: dimension)
    default: self == other
    }
  }

  // MARK: Arithmetic

  private static func sum(
    _ indices: Range<Int>, _ term: (Int) -> ComplexResidue
  ) -> ComplexResidue {
    indices.reduce(.zero) { $0 + term($1) }
  }

  private static func matrix(
    _ parts: [OperatorForm.Word: [ComplexResidue]], _ n: Int
  ) -> [ComplexResidue]? {
    if parts.isEmpty { return Array(repeating: .zero, count: n * n) }
    return parts.count == 1 ? parts[.empty] : nil
  }

  private static func product(
    _ x: [ComplexResidue], _ y: [ComplexResidue], _ n: Int
  ) -> [ComplexResidue] {
    var result = Array(repeating: ComplexResidue.zero, count: n * n)
    for i in 0..<n {
      for k in 0..<n where !x[i * n + k].isZero {
        for j in 0..<n where !y[k * n + j].isZero {
          result[i * n + j] = result[i * n + j] + x[i * n + k] * y[k * n + j]
        }
      }
    }
    return result
  }
}
