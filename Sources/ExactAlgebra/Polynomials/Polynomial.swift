/// A polynomial over the integers in any number of variables, which are numbered from 0.
///
/// Terms descend lexicographically with variable 0 highest: x₀ before x₁ before constants.
///
/// **Invariant.** No coefficient is zero; monomials are distinct and descending. How wide the
/// monomials are packed is not part of the value.
public struct Polynomial: Sendable {
  /// One term of a polynomial.
  public struct Term: Sendable {
    /// The variables that occur, ascending, with their positive exponents.
    public let exponents: [(variable: Int, exponent: Int)]
    /// The number in front of the monomial; not zero.
    public let coefficient: Integer
  }

  let layout: MonomialLayout
  /// `layout.stride` words for each term.
  let monomials: [UInt64]
  let coefficients: Coefficients

  init(layout: MonomialLayout, monomials: [UInt64], coefficients: Coefficients) {
    self.layout = layout
    self.monomials = monomials
    self.coefficients = coefficients
  }

  /// The constant polynomial; without terms for zero.
  public init(_ value: Integer) {
    layout = Polynomial.constantLayout
    monomials = value.isZero ? [] : [0]
    coefficients = Coefficients(value.isZero ? [] : [value])
  }

  /// The constant polynomial of a machine word; without terms for zero.
  public init(_ value: Int) {
    layout = Polynomial.constantLayout
    monomials = value == 0 ? [] : [0]
    coefficients = .small(value == 0 ? [] : [value])
  }

  /// The variable of that number.
  ///
  /// - Precondition: `index` is not negative.
  public static func variable(_ index: Int) -> Polynomial {
    precondition(index >= 0, "negative variable")
    let layout = MonomialLayout.common(variableCount: index + 1, exponent: 1)
    var words = [UInt64](repeating: 0, count: layout.stride)
    words[layout.word(of: index)] = 1 << layout.shift(of: index)
    return Polynomial(layout: layout, monomials: words, coefficients: .small([1]))
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
  public var termCount: Int { coefficients.count }
  /// Whether there is no term.
  public var isZero: Bool { coefficients.count == 0 }

  /// Whether it is the constant 1.
  public var isOne: Bool {
    if case .small(let words) = coefficients {
      return words.count == 1 && words[0] == 1 && isConstant
    }
    return false
  }

  /// Whether no variable occurs.
  public var isConstant: Bool {
    termCount == 0 || (termCount == 1 && monomials.allSatisfy { $0 == 0 })
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
      forEachExponent(of: index) { exponents.append(($0, $1)) }
      return Term(exponents: exponents, coefficient: coefficients[index])
    }
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
    for offset in 0..<layout.stride {
      layout.forEachExponent(of: monomials[term &* layout.stride &+ offset], offset, body)
    }
  }

  /// The highest exponent of every field, packed.
  var packedDegrees: [UInt64] {
    (0..<layout.stride).map { highestExponents(inWord: $0) }
  }

  /// The highest exponent of every field in one word of the monomials.
  @inline(__always)
  func highestExponents(inWord offset: Int) -> UInt64 {
    var highest: UInt64 = 0
    var index = offset
    while index < monomials.count {
      highest = layout.fieldwiseMaximum(highest, monomials[index])
      index &+= layout.stride
    }
    return highest
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
    for offset in 0..<layout.stride {
      layout.forEachExponent(of: highestExponents(inWord: offset), offset) { variable, exponent in
        while bounds.count <= variable { bounds.append(0) }
        if exponent > bounds[variable] { bounds[variable] = exponent }
      }
    }
  }

  /// The degree in each variable below `layout.variableCount`.
  var degrees: [Int] {
    let packed = packedDegrees
    return (0..<layout.variableCount).map { variable in
      Int((packed[layout.word(of: variable)] >> layout.shift(of: variable)) & layout.fieldMask)
    }
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
    for offset in 0..<layout.stride {
      var used: UInt64 = 0
      var index = offset
      while index < monomials.count {
        used |= monomials[index]
        index &+= layout.stride
      }
      layout.forEachExponent(of: used, offset) { variable, _ in found.append(variable) }
    }
    return found
  }

  /// The same value packed in another layout.
  ///
  /// - Precondition: the layout has room for every exponent.
  func repacked(_ target: MonomialLayout) -> Polynomial {
    if target == layout { return self }
    if target.bits == layout.bits { return padded(target) }
    let shared = min(layout.variableCount, target.variableCount)
    var words = [UInt64](repeating: 0, count: termCount * target.stride)
    for variable in 0..<shared {
      let from = layout.word(of: variable)
      let to = target.word(of: variable)
      let fromShift = layout.shift(of: variable)
      let toShift = target.shift(of: variable)
      for term in 0..<termCount {
        let exponent = (monomials[term * layout.stride + from] >> fromShift) & layout.fieldMask
        words[term * target.stride + to] |= exponent << toShift
      }
    }
    return Polynomial(layout: target, monomials: words, coefficients: coefficients)
  }

  /// The same value in a layout with fields of the same width, which lie in the same places.
  private func padded(_ target: MonomialLayout) -> Polynomial {
    if target.stride == layout.stride {
      return Polynomial(layout: target, monomials: monomials, coefficients: coefficients)
    }
    var words = [UInt64](repeating: 0, count: termCount * target.stride)
    for term in 0..<termCount {
      for offset in 0..<min(layout.stride, target.stride) {
        words[term * target.stride + offset] = monomials[term * layout.stride + offset]
      }
    }
    return Polynomial(layout: target, monomials: words, coefficients: coefficients)
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
    if left.termCount != right.termCount || left.coefficients != right.coefficients {
      return false
    }
    if left.layout == right.layout { return left.monomials == right.monomials }
    let layout = commonLayout(left, right)
    return left.repacked(layout).monomials == right.repacked(layout).monomials
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(coefficients)
    for term in 0..<termCount {
      forEachExponent(of: term) { variable, exponent in
        hasher.combine(term)
        hasher.combine(variable)
        hasher.combine(exponent)
      }
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
