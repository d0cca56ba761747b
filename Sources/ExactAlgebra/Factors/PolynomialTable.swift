/// Distinct polynomials by number, with what was found out about each: factors, coefficients, divisions.
///
/// Everything is found out once, when it is asked for.
package struct PolynomialTable: Sendable {
  /// A power of a primitive polynomial.
  package struct Factor: Sendable {
    package let base: Int
    package let exponent: Int
  }

  /// What stands to be written where the terms are written out.
  package struct Extent: Sendable {
    package private(set) var termCount = 0
    /// Variables, counted in every term.
    package private(set) var occurrences = 0
    /// Those with an exponent above one.
    package private(set) var powers = 0
    /// Coefficients other than 1 and −1.
    package private(set) var factors = 0
    /// Terms without a variable: none or one.
    package private(set) var constants = 0

    init(_ polynomial: Polynomial) {
      termCount = polynomial.termCount
      for term in 0..<polynomial.termCount {
        var count = 0
        polynomial.forEachExponent(of: term) { _, exponent in
          count += 1
          if exponent > 1 { powers += 1 }
        }
        occurrences += count
        if count == 0 { constants += 1 }
        if !polynomial.coefficients.isUnit(term) { factors += 1 }
      }
    }
  }

  /// A polynomial by the powers of one variable: entry k belongs to the power k, nil for zero.
  package struct Collection: Sendable {
    package let variable: Int
    package let coefficients: [Int?]
  }

  /// The dividend is the quotient times the divisor plus the remainder, which is nil for zero.
  package struct Division: Sendable {
    package let quotient: Int
    package let remainder: Int?
  }

  private struct Entry {
    let polynomial: Polynomial
    let variables: [Int]
    let extent: Extent
    /// The next with the same hash.
    let next: Int?
    var factors: (content: Integer, factors: [Factor])?
    var collections: [Collection]?
    var divisors: [MonicDivision]?
  }

  private struct Pair: Hashable {
    let dividend: Int
    let divisor: Int
  }

  private var entries: [Entry] = []
  private var first: [UInt64: Int] = [:]
  private var divisions: [Pair: [Division]] = [:]

  package init() {}

  /// How many there are.
  package var count: Int { entries.count }

  /// The number of a polynomial; a new one if it was not there.
  package mutating func number(of polynomial: Polynomial) -> Int {
    let hash = polynomial.mixedTerms
    let head = first[hash]
    var place = head
    while let known = place {
      if entries[known].polynomial == polynomial { return known }
      place = entries[known].next
    }
    let number = entries.count
    entries.append(
      Entry(
        polynomial: polynomial, variables: polynomial.variables, extent: Extent(polynomial),
        next: head))
    first[hash] = number
    return number
  }

  /// The polynomial of that number.
  package func polynomial(_ number: Int) -> Polynomial { entries[number].polynomial }

  /// The variables that occur, ascending.
  package func variables(_ number: Int) -> [Int] { entries[number].variables }

  /// What stands to be written.
  package func extent(_ number: Int) -> Extent { entries[number].extent }

  /// The value of a polynomial without variables.
  package func constant(_ number: Int) -> Integer? {
    entries[number].variables.isEmpty ? entries[number].polynomial.leadingCoefficient : nil
  }

  /// An integer and powers of primitive polynomials, as ``Factorization`` finds them.
  package mutating func factors(_ number: Int) -> (content: Integer, factors: [Factor]) {
    if let known = entries[number].factors { return known }
    let found = Factorization(entries[number].polynomial)
    var factors: [Factor] = []
    for factor in found.factors {
      factors.append(Factor(base: self.number(of: factor.base), exponent: factor.exponent))
    }
    let result = (content: found.content, factors: factors)
    entries[number].factors = result
    return result
  }

  /// The coefficients in each variable where one of them has two terms or more, what is shortest to write
  /// first.
  package mutating func collections(_ number: Int) -> [Collection] {
    if let known = entries[number].collections { return known }
    var found: [(weight: Int, collection: Collection)] = []
    for variable in entries[number].variables {
      let parts = entries[number].polynomial.coefficients(in: variable)
      guard parts.contains(where: { $0.termCount > 1 }) else { continue }
      var weight = parts.count
      var numbers: [Int?] = []
      for part in parts {
        if part.isZero {
          numbers.append(nil)
          continue
        }
        let own = self.number(of: part)
        numbers.append(own)
        weight += part.termCount * (entries[own].variables.count + 1)
      }
      found.append((weight, Collection(variable: variable, coefficients: numbers)))
    }
    found.sort { a, b in (a.weight, a.collection.variable) < (b.weight, b.collection.variable) }
    let result = found.map(\.collection)
    entries[number].collections = result
    return result
  }

  /// Quotients that are not zero, with their remainders, in each variable where divisor, quotient and
  /// remainder all have fewer terms than the dividend.
  package mutating func divisions(of dividend: Int, by divisor: Int) -> [Division] {
    let terms = entries[dividend].extent.termCount
    if entries[divisor].extent.termCount >= terms { return [] }
    let pair = Pair(dividend: dividend, divisor: divisor)
    if let known = divisions[pair] { return known }
    var result: [Division] = []
    for division in monicDivisions(divisor) {
      let polynomial = entries[dividend].polynomial
      guard let found = division.divide(polynomial, below: terms), !found.quotient.isZero else {
        continue
      }
      let quotient = number(of: found.quotient)
      result.append(
        Division(
          quotient: quotient,
          remainder: found.remainder.isZero ? nil : number(of: found.remainder)))
    }
    divisions[pair] = result
    return result
  }

  private mutating func monicDivisions(_ divisor: Int) -> [MonicDivision] {
    if let known = entries[divisor].divisors { return known }
    let polynomial = entries[divisor].polynomial
    let result = entries[divisor].variables.compactMap { MonicDivision(polynomial, in: $0) }
    entries[divisor].divisors = result
    return result
  }
}

extension Polynomial {
  /// A number that equal polynomials share, however they are packed.
  fileprivate var mixedTerms: UInt64 {
    var mixed: UInt64 = 0x9E37_79B9_7F4A_7C15
    func mix(_ word: UInt64) {
      mixed = (mixed ^ word) &* 0xFF51_AFD7_ED55_8CCD
      mixed ^= mixed >> 32
    }
    for term in 0..<termCount {
      forEachExponent(of: term) { variable, exponent in
        mix(UInt64(truncatingIfNeeded: variable << 32 | exponent))
      }
      switch coefficients {
      case .small(let words): mix(~UInt64(bitPattern: Int64(words[term])))
      case .large(let integers): mix(~UInt64(bitPattern: Int64(integers[term].hashValue)))
      }
    }
    return mixed
  }
}

extension Coefficients {
  /// Whether the coefficient of that number is 1 or −1.
  fileprivate func isUnit(_ place: Int) -> Bool {
    switch self {
    case .small(let words): words[place].magnitude == 1
    case .large(let integers): integers[place].magnitude.isOne
    }
  }
}
