/// How the exponents of a monomial are packed into words.
///
/// Each exponent has a field of `bits` bits whose highest bit, the guard, is zero. Variable 0 lies
/// in the highest field of the first word, so comparing words compares lexicographically.
struct MonomialLayout: Hashable, Sendable {
  let variableCount: Int
  let bits: Int
  let fieldsPerWord: Int
  /// The number of words of one monomial; at least 1.
  let stride: Int
  /// The highest bit of every field.
  let guardMask: UInt64

  // All else follows.
  static func == (left: MonomialLayout, right: MonomialLayout) -> Bool {
    left.variableCount == right.variableCount && left.bits == right.bits
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(variableCount)
    hasher.combine(bits)
  }

  private static let fieldWidths = [2, 3, 4, 5, 6, 8, 10, 12, 16, 21, 32]

  /// The narrowest monomials for so many variables and exponents up to `exponent`.
  ///
  /// Fields are as wide as the words so needed allow, up to 16 bits.
  init(variableCount: Int, exponent: Int) {
    precondition(exponent < 1 << 31, "exponent out of range")
    var chosen = 32
    if let narrowest = MonomialLayout.fieldWidths.first(where: { exponent < 1 << ($0 - 1) }) {
      chosen = narrowest
      let words = MonomialLayout.words(variableCount, bits: narrowest)
      for width in MonomialLayout.fieldWidths
      where width > narrowest && width <= 16
        && MonomialLayout.words(variableCount, bits: width) == words
      {
        chosen = width
      }
    }
    self.variableCount = variableCount
    bits = chosen
    fieldsPerWord = 64 / chosen
    stride = MonomialLayout.words(variableCount, bits: chosen)
    var mask: UInt64 = 0
    for field in 1...fieldsPerWord {
      mask |= 1 << UInt64(64 - (field - 1) * chosen - 1)
    }
    guardMask = mask
  }

  /// A layout of one of few shapes, with room for so many variables or more and exponents up to `exponent`:
  /// polynomials that were made far from each other mostly have the same one.
  static func common(variableCount: Int, exponent: Int) -> MonomialLayout {
    precondition(exponent < 1 << 31, "exponent out of range")
    let bits = exponent < 8 ? 4 : exponent < 128 ? 8 : exponent < 1 << 15 ? 16 : 32
    return MonomialLayout(bits: bits, stride: words(variableCount, bits: bits))
  }

  /// Words full of fields whose width divides that of a word.
  private init(bits: Int, stride: Int) {
    self.bits = bits
    self.stride = stride
    fieldsPerWord = 64 / bits
    variableCount = fieldsPerWord * stride
    let lowestBits = UInt64.max / ((1 << UInt64(bits)) - 1)
    guardMask = lowestBits << UInt64(bits - 1)
  }

  private static func words(_ variableCount: Int, bits: Int) -> Int {
    let fields = 64 / bits
    return max(1, (variableCount + fields - 1) / fields)
  }

  var fieldMask: UInt64 { (1 << UInt64(bits)) - 1 }

  @inline(__always)
  func word(of variable: Int) -> Int { variable / fieldsPerWord }

  @inline(__always)
  func shift(of variable: Int) -> UInt64 {
    UInt64(64 - bits * (variable % fieldsPerWord + 1))
  }

  /// Calls `body` with each variable that occurs in the word of that number, ascending, and its
  /// exponent.
  @inline(__always)
  func forEachExponent(of word: UInt64, _ number: Int, _ body: (Int, Int) -> Void) {
    var word = word
    while word != 0 {
      let field = word.leadingZeroBitCount / bits
      let shift = UInt64(64 &- bits &* (field &+ 1))
      body(number &* fieldsPerWord &+ field, Int(word >> shift))
      word &= (1 &<< shift) &- 1
    }
  }

  /// The larger exponent in every field.
  @inline(__always)
  func fieldwiseMaximum(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let keep = valueMask(whereNotLess: a, b)
    return a & keep | b & ~keep
  }

  /// The smaller exponent in every field.
  @inline(__always)
  func fieldwiseMinimum(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let keep = valueMask(whereNotLess: a, b)
    return b & keep | a & ~keep
  }

  /// Whether every field of `a` is at least that of `b`.
  @inline(__always)
  func isMultiple(_ a: UInt64, of b: UInt64) -> Bool {
    ((a | guardMask) &- b) & guardMask == guardMask
  }

  // The guard survives (a | guard) − b exactly in the fields where a ≥ b.
  @inline(__always)
  private func valueMask(whereNotLess a: UInt64, _ b: UInt64) -> UInt64 {
    let survivors = ((a | guardMask) &- b) & guardMask
    return survivors &- (survivors >> UInt64(bits - 1))
  }
}
