/// Polynomials from terms that keep the invariant: distinct, descending, without a zero.
extension Polynomial {
  /// Terms with word coefficients, written straight into the object.
  ///
  /// - Parameter write: fills the room from its beginning and gives the number of terms; nil where there
  ///   is no such polynomial.
  @inline(__always)
  init?(layout: MonomialLayout, capacity: Int, writing write: (TermStorage.Room) -> Int?) {
    var isMade = true
    self.init(
      storage: TermStorage(layout: layout, capacity: capacity) { room in
        if let count = write(room) { return count }
        isMade = false
        return 0
      })
    if !isMade { return nil }
  }

  /// Terms with word coefficients, written straight into the object.
  ///
  /// - Parameter write: fills the whole room.
  @inline(__always)
  init(layout: MonomialLayout, termCount: Int, writing write: (TermStorage.Room) -> Void) {
    self.init(
      storage: TermStorage(layout: layout, capacity: termCount) { room in
        write(room)
        return termCount
      })
  }

  /// Terms with these coefficients.
  ///
  /// - Parameter write: fills all of the monomials.
  @inline(__always)
  init(
    layout: MonomialLayout, integers: [Integer],
    writing write: (UnsafeMutableBufferPointer<UInt64>) -> Void
  ) {
    if integers.contains(where: { $0.asInt == nil }) {
      self.init(storage: TermStorage(layout: layout, integers: integers, write))
    } else {
      self.init(layout: layout, termCount: integers.count) { room in
        for index in integers.indices { room.coefficients[index] = integers[index].asInt ?? 0 }
        write(room.monomials)
      }
    }
  }

  /// Terms with the coefficients of another polynomial.
  ///
  /// - Parameter write: fills all of the monomials.
  @inline(__always)
  init(
    layout: MonomialLayout, coefficientsOf other: Polynomial,
    writing write: (UnsafeMutableBufferPointer<UInt64>) -> Void
  ) {
    switch other.coefficients {
    case .small(let words):
      self.init(layout: layout, termCount: words.count) { room in
        room.coefficients.fill(from: words)
        write(room.monomials)
      }
    case .large(let integers):
      self.init(storage: TermStorage(layout: layout, integers: integers, write))
    }
  }

  /// Terms in arrays.
  init(layout: MonomialLayout, monomials: [UInt64], coefficients: [Int]) {
    precondition(
      monomials.count == coefficients.count * layout.stride, "monomials of another layout")
    self.init(layout: layout, termCount: coefficients.count) { room in
      for index in coefficients.indices { room.coefficients[index] = coefficients[index] }
      for index in monomials.indices { room.monomials[index] = monomials[index] }
    }
  }

  /// Terms in arrays.
  init(layout: MonomialLayout, monomials: [UInt64], coefficients: [Integer]) {
    precondition(
      monomials.count == coefficients.count * layout.stride, "monomials of another layout")
    self.init(layout: layout, integers: coefficients) { words in
      for index in monomials.indices { words[index] = monomials[index] }
    }
  }

  /// The same monomials with other word coefficients, none of them zero.
  ///
  /// - Parameter write: fills all coefficients; false where there is no such polynomial.
  @inline(__always)
  func withCoefficients(
    writing write: (UnsafeMutableBufferPointer<Int>) -> Bool
  ) -> Polynomial? {
    let count = termCount
    return Polynomial(layout: layout, capacity: count) { room in
      room.monomials.fill(from: monomials)
      return write(room.coefficients) ? count : nil
    }
  }

  /// The same monomials with other coefficients, none of them zero.
  ///
  /// - Precondition: there are as many.
  func withCoefficients(_ integers: [Integer]) -> Polynomial {
    precondition(integers.count == termCount, "coefficients of another polynomial")
    return Polynomial(layout: layout, integers: integers) { $0.fill(from: monomials) }
  }

  /// Some of the terms, by their numbers.
  ///
  /// - Parameter word: what takes the place of a word of a monomial, given its number in the monomial.
  ///
  /// - Precondition: in the order of the numbers the changed monomials descend.
  @inline(__always)
  func selecting(
    _ terms: some RandomAccessCollection<Int>, word: (Int, UInt64) -> UInt64
  ) -> Polynomial {
    let stride = layout.stride
    func write(_ room: UnsafeMutableBufferPointer<UInt64>) {
      monomials.withUnsafeBufferPointer { words in
        var place = 0
        for term in terms {
          for offset in 0..<stride {
            room[place] = word(offset, words[term &* stride &+ offset])
            place &+= 1
          }
        }
      }
    }
    switch coefficients {
    case .small(let words):
      return Polynomial(layout: layout, termCount: terms.count) { room in
        for (place, term) in terms.enumerated() { room.coefficients[place] = words[term] }
        write(room.monomials)
      }
    case .large(let integers):
      return Polynomial(layout: layout, integers: terms.map { integers[$0] }, writing: write)
    }
  }
}

extension UnsafeMutableBufferPointer where Element: FixedWidthInteger & Sendable {
  /// Copies as many words.
  @inline(__always)
  fileprivate func fill(from words: StoredWords<Element>) {
    words.withUnsafeBufferPointer { words in
      for index in words.indices { self[index] = words[index] }
    }
  }
}
