import ExactAlgebra

/// Reads sums of products: `-2*c**2*g + 3`, powers also with `^`, no brackets.
struct PolynomialReader {
  private let variables: [String: Int]

  init(symbols: [String]) {
    variables = Dictionary(
      symbols.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The polynomial with the symbols as variables in their order; `nil` where the text is none.
  func polynomial(_ text: String) -> Polynomial? {
    var rest = Substring(text).utf8[...]
    var terms: [(exponents: [Int: Int], coefficient: Integer)] = []
    skipSpace(&rest)
    repeat {
      var isNegative = false
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        isNegative = sign == UInt8(ascii: "-")
        rest.removeFirst()
      } else if !terms.isEmpty {
        return nil
      }
      guard var term = term(&rest) else { return nil }
      if isNegative { term.coefficient = -term.coefficient }
      terms.append(term)
      skipSpace(&rest)
    } while !rest.isEmpty
    return Polynomial(terms: terms)
  }

  private func term(
    _ rest: inout Substring.UTF8View
  ) -> (exponents: [Int: Int], coefficient: Integer)? {
    var exponents: [Int: Int] = [:]
    var coefficient = Integer(1)
    repeat {
      skipSpace(&rest)
      let word = word(&rest)
      var exponent = 1
      if take("**", &rest) || take("^", &rest) {
        // Below 2³¹, which is what a polynomial takes.
        guard let power = Int(self.word(&rest)), power >= 0, power < 1 << 31 else { return nil }
        exponent = power
      }
      if let variable = variables[word] {
        let (sum, overflow) = exponents[variable, default: 0].addingReportingOverflow(exponent)
        guard !overflow, sum < 1 << 31 else { return nil }
        exponents[variable] = sum
      } else if let number = Integer(word), exponent == 1 {
        coefficient *= number
      } else {
        return nil
      }
      skipSpace(&rest)
    } while !rest.starts(with: "**".utf8) && take("*", &rest)
    return (exponents, coefficient)
  }

  private func skipSpace(_ rest: inout Substring.UTF8View) {
    rest = rest.drop { $0 == UInt8(ascii: " ") }
  }

  private func word(_ rest: inout Substring.UTF8View) -> String {
    let word = rest.prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    rest = rest.dropFirst(word.count)
    return String(decoding: word, as: UTF8.self)
  }

  private func take(_ sign: String, _ rest: inout Substring.UTF8View) -> Bool {
    guard rest.starts(with: sign.utf8) else { return false }
    rest = rest.dropFirst(sign.utf8.count)
    return true
  }
}
