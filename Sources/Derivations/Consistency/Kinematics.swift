import OpenSystems
import SymbolicAlgebra

/// The elements of states where the model is not asked: those of a Hermitian matrix, independent of each
/// other, in the eigenbasis and in the product basis.
struct Kinematics: Sendable {
  fileprivate(set) var eigenbasis: GenericState?
  fileprivate(set) var product: GenericState?

  /// The state in one of the bases, if an element of it was met.
  func state(isEigen: Bool) -> GenericState? { isEigen ? eigenbasis : product }

  /// The generators that are elements in one of the bases.
  func generators(isEigen: Bool) -> Set<Int> {
    Set(state(isEigen: isEigen)?.unknowns.map(\.generator) ?? [])
  }

  var generators: Set<Int> { generators(isEigen: true).union(generators(isEigen: false)) }
}

extension Context {
  /// The state's matrix in a basis, its elements generators whatever the model makes of them.
  mutating func kinematicMatrix(
    in basis: Meaning.Basis
  ) throws(EvaluationError) -> OperatorMatrix {
    switch basis {
    case .eigenbasis: return kinematicState(isEigen: true).matrix
    case .product(let labels):
      guard let places = base.space.places(of: labels) else {
        throw .unsupported("a basis of \(labels.count) kets where \(dimension) are needed")
      }
      let matrix = kinematicState(isEigen: false).matrix
      return OperatorMatrix(
        dimension: dimension, entries: places.flatMap { i in places.map { matrix[i, $0] } })
    }
  }

  private mutating func kinematicState(isEigen: Bool) -> GenericState {
    if let known = kinematics?.state(isEigen: isEigen) { return known }
    let names = elementNames(isEigen: isEigen)
    let labels = base.space.labels
    let state = GenericState(dimension: dimension, field: &field) { i, j in
      names[[i, j]]
        ?? (isEigen ? "\\rho_{\(i)\(j)}" : "\\rho_{\(labels[i - 1]),\(labels[j - 1])}")
    }
    if isEigen { kinematics?.eigenbasis = state } else { kinematics?.product = state }
    return state
  }
}

extension HilbertSpace {
  /// Where the labels of a whole product basis stand in the space's own order; `nil` if they are not one.
  func places(of basis: [String]) -> [Int]? {
    let places = basis.compactMap { labels.firstIndex(of: $0) }
    guard places.count == labels.count, Set(places).count == labels.count else { return nil }
    return places
  }
}
