/// A polynomial over the integers in any number of variables, which are numbered from 0.
///
/// Terms descend lexicographically with variable 0 highest: x₀ before x₁ before constants.
///
/// **Invariant.** No coefficient is zero; monomials are distinct and descending. How wide the
/// monomials are packed is not part of the value. Coefficients are words unless one does not fit.
public struct Polynomial: Sendable {
  /// One term of a polynomial.
  public struct Term: Sendable {
    /// The variables that occur, ascending, with their positive exponents.
    public let exponents: [(variable: Int, exponent: Int)]
    /// The number in front of the monomial; not zero.
    public let coefficient: Integer
  }

  let storage: TermStorage

  init(storage: TermStorage) {
    self.storage = storage
  }

  @inline(__always)
  var layout: MonomialLayout { storage.layout }
  /// `layout.stride` words for each term.
  @inline(__always)
  var monomials: StoredWords<UInt64> { storage.monomials }
  @inline(__always)
  var coefficients: Coefficients { storage.coefficients }

  /// The constant polynomial; without terms for zero.
  public init(_ value: Integer) {
    if let word = value.asInt {
      self.init(word)
    } else {
      self.init(layout: Polynomial.constantLayout, monomials: [0], coefficients: [value])
    }
  }

  /// The constant polynomial of a machine word; without terms for zero.
  public init(_ value: Int) {
    self =
      Polynomial.sharedRange.contains(value)
      ? Polynomial.sharedConstants[value - Polynomial.sharedRange.lowerBound]
      : Polynomial(unshared: value)
  }

  private init(unshared value: Int) {
    self.init(layout: Polynomial.constantLayout, termCount: value == 0 ? 0 : 1) { room in
      if value == 0 { return }
      room.coefficients[0] = value
      room.monomials[0] = 0
    }
  }

  // What is met everywhere is made once.
  private static let sharedRange = -16...32
  private static let sharedConstants = sharedRange.map { Polynomial(unshared: $0) }
  private static let sharedVariables = (0..<128).map { unsharedVariable($0) }

  /// The variable of that number.
  ///
  /// - Precondition: `index` is not negative.
  public static func variable(_ index: Int) -> Polynomial {
    precondition(index >= 0, "negative variable")
    return index < sharedVariables.count ? sharedVariables[index] : unsharedVariable(index)
  }

  private static func unsharedVariable(_ index: Int) -> Polynomial {
    let layout = MonomialLayout.common(variableCount: index + 1, exponent: 1)
    return Polynomial(layout: layout, termCount: 1) { room in
      room.coefficients[0] = 1
      room.monomials.initialize(repeating: 0)
      room.monomials[layout.word(of: index)] = 1 << layout.shift(of: index)
    }
  }

  /// The sum of these terms, which may repeat monomials and come in any order.
  ///
  /// - Precondition: variables and exponents are not negative; exponents are below 2³¹.
  public init(terms: [(exponents: [Int: Int], coefficient: Integer)]) {
    var variableCount = 0
    var highest = 0
    for term in terms {
      for (variable, exponent) in term.exponents where exponent != 0 {
        precondition(variable >= 0 && exponent > 0, "negative variable or exponent")
        variableCount = max(variableCount, variable + 1)
        highest = max(highest, exponent)
      }
    }
    let layout = MonomialLayout.common(variableCount: variableCount, exponent: highest)
    var builder = PolynomialBuilder(layout: layout)
    for term in terms {
      builder.append(exponents: term.exponents, coefficient: term.coefficient)
    }
    self = builder.polynomial()
  }

  private static let constantLayout = MonomialLayout.common(variableCount: 0, exponent: 0)

  /// The polynomial without terms.
  public static let zero = Polynomial(0)
  /// The constant polynomial 1.
  public static let one = Polynomial(1)

  /// The number of terms; 0 for zero.
  public var termCount: Int { storage.termCount }
  /// Whether there is no term.
  public var isZero: Bool { termCount == 0 }

  /// Whether it is the constant 1.
  public var isOne: Bool {
    guard termCount == 1, case .small(let words) = coefficients else { return false }
    return words[0] == 1 && isConstant
  }

  /// Whether no variable occurs.
  public var isConstant: Bool {
    // Monomials descend, so that of a constant comes last.
    termCount <= 1 && monomials.withUnsafeBufferPointer { $0.allSatisfy { $0 == 0 } }
  }

  /// The value when no variable occurs.
  public var constantValue: Integer? {
    if isZero { return .zero }
    return isConstant ? coefficients[0] : nil
  }

  /// The coefficient of the first term; 0 for zero.
  public var leadingCoefficient: Integer { isZero ? .zero : coefficients[0] }

  /// The terms, descending lexicographically with variable 0 highest.
  public var terms: [Term] {
    (0..<termCount).map { index in
      var exponents: [(variable: Int, exponent: Int)] = []
      exponents.reserveCapacity(4)
      forEachExponent(of: index) { exponents.append(($0, $1)) }
      return Term(exponents: exponents, coefficient: coefficients[index])
    }
  }

  /// How many monomials are left of the terms where some variables are not looked at.
  package func monomialCount(without isIgnored: (Int) -> Bool) -> Int {
    let stride = layout.stride
    var masks = Array(repeating: UInt64.max, count: stride)
    forEachVariable { variable in
      guard isIgnored(variable) else { return }
      masks[layout.word(of: variable)] &= ~(layout.fieldMask << layout.shift(of: variable))
    }
    let words = monomials
    var found: Set<[UInt64]> = []
    found.reserveCapacity(termCount)
    for term in 0..<termCount {
      found.insert((0..<stride).map { words[term &* stride &+ $0] & masks[$0] })
    }
    return found.count
  }

  /// The exponent of a variable below `layout.variableCount` in one term.
  @inline(__always)
  func exponent(of variable: Int, in term: Int) -> Int {
    let word = monomials[term * layout.stride + layout.word(of: variable)]
    return Int((word >> layout.shift(of: variable)) & layout.fieldMask)
  }

  /// Calls `body` with each variable that occurs in a term, ascending, and its exponent.
  @inline(__always)
  func forEachExponent(of term: Int, _ body: (Int, Int) -> Void) {
    let (layout, words) = (layout, monomials)
    for offset in 0..<layout.stride {
      layout.forEachExponent(of: words[term &* layout.stride &+ offset], offset, body)
    }
  }

  /// The highest exponent of every field, packed.
  var packedDegrees: [UInt64] {
    (0..<layout.stride).map { highestExponents(inWord: $0) }
  }

  /// The highest exponent of every field in one word of the monomials.
  @inline(__always)
  func highestExponents(inWord offset: Int) -> UInt64 {
    let layout = layout
    return monomials.withUnsafeBufferPointer { words in
      var highest: UInt64 = 0
      var index = offset
      while index < words.count {
        highest = layout.fieldwiseMaximum(highest, words[index])
        index &+= layout.stride
      }
      return highest
    }
  }

  /// The bits that are set in some term, in one word of the monomials.
  @inline(__always)
  func usedBits(inWord offset: Int) -> UInt64 {
    let stride = layout.stride
    return monomials.withUnsafeBufferPointer { words in
      var used: UInt64 = 0
      var index = offset
      while index < words.count {
        used |= words[index]
        index &+= stride
      }
      return used
    }
  }

  /// Calls `body` with each variable that occurs, ascending.
  @inline(__always)
  func forEachVariable(_ body: (Int) -> Void) {
    let layout = layout
    for offset in 0..<layout.stride {
      layout.forEachExponent(of: usedBits(inWord: offset), offset) { variable, _ in body(variable) }
    }
  }

  /// One more than the highest variable that occurs; 0 for constants.
  var variableBound: Int {
    let layout = layout
    for offset in (0..<layout.stride).reversed() {
      var bound = 0
      layout.forEachExponent(of: usedBits(inWord: offset), offset) { variable, _ in
        bound = variable + 1
      }
      if bound > 0 { return bound }
    }
    return 0
  }

  /// The highest exponent of any variable in any term.
  private var highestExponent: Int {
    var highest = 0
    for offset in 0..<layout.stride {
      layout.forEachExponent(of: highestExponents(inWord: offset), offset) { _, exponent in
        highest = max(highest, exponent)
      }
    }
    return highest
  }

  /// Raises bounds, one for each variable and more where needed, to the degrees in the variables.
  func raise(_ bounds: inout [Int]) {
    let layout = layout
    for offset in 0..<layout.stride {
      layout.forEachExponent(of: highestExponents(inWord: offset), offset) { variable, exponent in
        while bounds.count <= variable { bounds.append(0) }
        if exponent > bounds[variable] { bounds[variable] = exponent }
      }
    }
  }

  /// The degree in each variable below `layout.variableCount`.
  var degrees: [Int] {
    let layout = layout
    var degrees: [Int] = []
    degrees.reserveCapacity(layout.variableCount)
    for offset in 0..<layout.stride {
      let highest = highestExponents(inWord: offset)
      let first = offset * layout.fieldsPerWord
      for variable in first..<min(first + layout.fieldsPerWord, layout.variableCount) {
        degrees.append(Int((highest >> layout.shift(of: variable)) & layout.fieldMask))
      }
    }
    return degrees
  }

  /// The highest exponent of the variable; 0 where it does not occur.
  public func degree(in variable: Int) -> Int {
    if variable < 0 || variable >= layout.variableCount { return 0 }
    let highest = highestExponents(inWord: layout.word(of: variable))
    return Int((highest >> layout.shift(of: variable)) & layout.fieldMask)
  }

  /// The highest sum of exponents of a term; 0 for constants.
  public var totalDegree: Int {
    var highest = 0
    for term in 0..<termCount {
      var sum = 0
      forEachExponent(of: term) { _, exponent in sum &+= exponent }
      highest = max(highest, sum)
    }
    return highest
  }

  /// The variables that occur, ascending.
  public var variables: [Int] {
    var found: [Int] = []
    if !isConstant { found.reserveCapacity(min(layout.variableCount, 16)) }
    forEachVariable { found.append($0) }
    return found
  }

  /// The same value packed in another layout.
  ///
  /// - Precondition: the layout has room for every exponent.
  func repacked(_ target: MonomialLayout) -> Polynomial {
    let layout = layout
    if target == layout { return self }
    return Polynomial(layout: target, coefficientsOf: self) { room in
      monomials.withUnsafeBufferPointer { words in
        if target.bits == layout.bits {
          // Fields of the same width lie in the same places.
          for term in 0..<termCount {
            for offset in 0..<target.stride {
              room[term &* target.stride &+ offset] =
                offset < layout.stride ? words[term &* layout.stride &+ offset] : 0
            }
          }
          return
        }
        room.initialize(repeating: 0)
        for variable in 0..<min(layout.variableCount, target.variableCount) {
          let (from, to) = (layout.word(of: variable), target.word(of: variable))
          let (fromShift, toShift) = (layout.shift(of: variable), target.shift(of: variable))
          for term in 0..<termCount {
            let exponent = (words[term &* layout.stride &+ from] >> fromShift) & layout.fieldMask
            room[term &* target.stride &+ to] |= exponent << toShift
          }
        }
      }
    }
  }

  /// The layout both polynomials fit.
  static func commonLayout(_ left: Polynomial, _ right: Polynomial) -> MonomialLayout {
    if left.layout.bits == right.layout.bits {
      return left.layout.variableCount < right.layout.variableCount ? right.layout : left.layout
    }
    return .common(
      variableCount: max(left.layout.variableCount, right.layout.variableCount),
      exponent: max(left.highestExponent, right.highestExponent))
  }
}

extension Polynomial: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Polynomial: Hashable {
  public static func == (left: Polynomial, right: Polynomial) -> Bool {
    if left.storage === right.storage { return true }
    if left.termCount != right.termCount || left.coefficients != right.coefficients {
      return false
    }
    if left.isZero { return true }
    if left.layout == right.layout { return left.monomials == right.monomials }
    let layout = commonLayout(left, right)
    return left.repacked(layout).monomials == right.repacked(layout).monomials
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(coefficients)
    for term in 0..<termCount {
      forEachExponent(of: term) { variable, exponent in
        hasher.combine(UInt64(truncatingIfNeeded: variable) << 32 | UInt64(exponent))
      }
      hasher.combine(term)
    }
  }
}

extension Polynomial: CustomStringConvertible {
  /// The terms with the variables written x0, x1, …
  public var description: String {
    if isZero { return "0" }
    var text = ""
    for term in terms {
      let size = term.coefficient.magnitude
      if text.isEmpty {
        text = term.coefficient.isNegative ? "-" : ""
      } else {
        text += term.coefficient.isNegative ? " - " : " + "
      }
      var factors = term.exponents.map { entry in
        entry.exponent == 1 ? "x\(entry.variable)" : "x\(entry.variable)^\(entry.exponent)"
      }
      if factors.isEmpty || !size.isOne { factors.insert(size.description, at: 0) }
      text += factors.joined(separator: "*")
    }
    return text
  }
}
