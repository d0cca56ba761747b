/// The coefficients of a polynomial: machine words when all fit.
///
/// **Invariant.** `large` holds at least one integer that does not fit a word.
enum Coefficients: Hashable, Sendable {
  case small(StoredWords<Int>)
  case large([Integer])

  var integers: [Integer] {
    switch self {
    case .small(let words): words.map { Integer($0) }
    case .large(let integers): integers
    }
  }

  @inline(__always)
  subscript(index: Int) -> Integer {
    switch self {
    case .small(let words): Integer(words[index])
    case .large(let integers): integers[index]
    }
  }
}
