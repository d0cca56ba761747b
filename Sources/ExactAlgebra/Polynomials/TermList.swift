/// Descending terms with word coefficients.
struct TermList {
  var monomials: [UInt64]
  var coefficients: [Int]

  /// The sum or difference when monomials have at most two words and no coefficient leaves one.
  static func sum(
    _ left: TermList, _ right: TermList, negatingRight: Bool, stride: Int
  ) -> TermList? {
    switch stride {
    case 1: TermMerge<UInt64>.sum(left, right, negatingRight: negatingRight)
    case 2: TermMerge<UInt128>.sum(left, right, negatingRight: negatingRight)
    default: nil
    }
  }
}
