import ExactAlgebra

/// What is kept in a context is found again by these.
extension Context {
  /// A quantity and the declarations that it may be written with.
  struct WrittenQuantity: Hashable {
    var value: Fraction
    var abbreviations: [Int]
  }

  /// What occupations among some generators have to fulfil follows from the assumptions so far.
  struct RelationsKey: Hashable {
    var generators: Set<Int>
    var assumptions: Int
  }
}
