/// The coefficients of a polynomial: machine words when all fit.
///
/// **Invariant.** `large` holds at least one integer that does not fit a word.
enum Coefficients: Hashable, Sendable {
  case small([Int])
  case large([Integer])

  /// The cheapest case that holds these integers.
  init(_ integers: [Integer]) {
    var words: [Int] = []
    words.reserveCapacity(integers.count)
    for integer in integers {
      guard let word = integer.asInt else {
        self = .large(integers)
        return
      }
      words.append(word)
    }
    self = .small(words)
  }

  var count: Int {
    switch self {
    case .small(let words): words.count
    case .large(let integers): integers.count
    }
  }

  var integers: [Integer] {
    switch self {
    case .small(let words): words.map { Integer($0) }
    case .large(let integers): integers
    }
  }

  subscript(index: Int) -> Integer {
    switch self {
    case .small(let words): Integer(words[index])
    case .large(let integers): integers[index]
    }
  }

  var negated: Coefficients {
    if case .small(let words) = self, !words.contains(Int.min) {
      return .small(words.map { 0 &- $0 })
    }
    return Coefficients(integers.map { -$0 })
  }
}
