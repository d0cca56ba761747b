import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// A printed eigenvector: which one it is meant to be, and what is printed for it.
struct PrintedEigenvector: Sendable {
  /// From 0.
  var number: Int
  var formula: Formula
  var position: Int
  var section: Document.Section
}

extension Context {
  /// The Hamiltonian's eigenvalues and eigenvectors, the latter as printed where that is possible.
  mutating func eigenbasis() throws(EvaluationError) -> Eigenbasis {
    if let eigenbasisCache { return eigenbasisCache }
    let h = try hamiltonian()
    var basis = try opened { field throws(OpenSystemError) in try Eigenbasis(of: h, field: &field) }
    eigenbasisCache = basis
    adoptPrinted(&basis, of: h)
    eigenbasisCache = basis
    for gap in basis.unprovedGaps
    where !field.assumptions.contains(where: { $0.positive == gap }) {
      field.assumptions.append(Assumption(positive: gap, latex: "\(brief(gap)) > 0"))
    }
    return basis
  }

  /// Eigenvectors are defined up to a phase, and within equal energies up to a rotation: what is printed
  /// is taken where it is an eigenvector. Of a printed vector that is none, the phase of the first
  /// component that agrees up to one is taken.
  private mutating func adoptPrinted(_ basis: inout Eigenbasis, of h: OperatorMatrix) {
    var printed: [Int: [Scalar]] = [:]
    for vector in base.printedEigenvectors where printed[vector.number] == nil {
      printed[vector.number] = value(of: vector)
    }
    for i in basis.energies.indices {
      let equal = basis.energies.indices.filter {
        field.isZero(basis.energies[$0] - basis.energies[i])
      }
      if equal.count > 1 {
        guard equal.first == i else { continue }
        let vectors = equal.compactMap { printed[$0] }
        if vectors.count == equal.count,
          vectors.allSatisfy({ isEigenvector($0, of: h, energy: basis.energies[i]) }),
          areOrthogonal(vectors)
        {
          for (number, vector) in zip(equal, vectors) { basis.vectors[number] = vector }
        } else {
          openLevels.formUnion(equal)
        }
      } else if let vector = printed[i] {
        if isEigenvector(vector, of: h, energy: basis.energies[i]) {
          basis.vectors[i] = vector
        } else if let phase = phase(of: vector, against: basis.vectors[i]) {
          basis.vectors[i] = basis.vectors[i].map { $0 * phase }
        }
      }
    }
  }

  private mutating func value(of vector: PrintedEigenvector) -> [Scalar]? {
    let before = (position, section)
    (position, section) = (vector.position, vector.section)
    defer { (position, section) = before }
    var elaborator = elaborator(at: vector.position, in: vector.section)
    guard case .ket(let expression)? = try? elaborator.elaborate(vector.formula) else { return nil }
    return try? canonical(expression)
  }

  /// H v = E v and ⟨v|v⟩ = 1, exactly.
  func isEigenvector(_ v: [Scalar], of h: OperatorMatrix, energy: Fraction) -> Bool {
    let image = h * v
    return v.indices.allSatisfy { field.isZero(image[$0] - Scalar(energy) * v[$0]) }
      && field.isZero(v.reduce(Scalar.zero) { $0 + $1.conjugate * $1 } - .one)
  }

  private func areOrthogonal(_ vectors: [[Scalar]]) -> Bool {
    vectors.indices.allSatisfy { i in
      vectors.indices.allSatisfy { j in
        i >= j
          || field.isZero(
            zip(vectors[i], vectors[j]).reduce(Scalar.zero) { $0 + $1.0.conjugate * $1.1 })
      }
    }
  }

  private func phase(of printed: [Scalar], against derived: [Scalar]) -> Scalar? {
    for (a, b) in zip(printed, derived) where !field.isZero(b) {
      if let ratio = field.canonical(a / b), ratio.variables.isEmpty,
        field.isZero(ratio * ratio.conjugate - .one)
      {
        return ratio
      }
    }
    return nil
  }

  /// Whether a printed vector is an eigenvector of the number that it is meant to be.
  mutating func isEigenvector(_ v: [Scalar], number i: Int) -> Bool {
    guard let basis = try? eigenbasis(), basis.energies.indices.contains(i),
      let h = try? hamiltonian()
    else { return false }
    return isEigenvector(v, of: h, energy: basis.energies[i])
  }
}
