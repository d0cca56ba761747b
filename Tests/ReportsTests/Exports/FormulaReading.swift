/// Reads what a dialect wrote, with the precedence that all of the languages share: a power binds closer
/// than a minus in front, that closer than a product, that closer than a sum.
struct FormulaReading {
  private let tokens: [String]
  private var place = 0
  private let variables: [String: Double]

  /// The value of a formula; `nil` where it is not one.
  static func value(_ text: String, _ variables: [String: Double]) -> Double? {
    var reading = FormulaReading(text, variables)
    guard let value = reading.sum(), reading.place == reading.tokens.count else { return nil }
    return value
  }

  private init(_ text: String, _ variables: [String: Double]) {
    self.variables = variables
    var tokens: [String] = []
    var rest = Substring(text.replacing("_wp", with: ""))
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first.isLetter || first.isNumber {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
        tokens.append(String(word))
        rest.removeFirst(word.count)
      } else if rest.hasPrefix("**") {
        tokens.append("^")
        rest.removeFirst(2)
      } else {
        tokens.append(String(first))
        rest.removeFirst()
      }
    }
    self.tokens = tokens
  }

  private mutating func take(_ token: String) -> Bool {
    guard place < tokens.count, tokens[place] == token else { return false }
    place += 1
    return true
  }

  private mutating func sum() -> Double? {
    guard var total = product() else { return nil }
    while true {
      if take("+") {
        guard place < tokens.count, tokens[place] != "-", let next = product() else { return nil }
        total += next
      } else if take("-") {
        guard place < tokens.count, tokens[place] != "-", let next = product() else { return nil }
        total -= next
      } else {
        return total
      }
    }
  }

  private mutating func product() -> Double? {
    guard var total = signed() else { return nil }
    while true {
      if take("*") {
        guard let next = power() else { return nil }
        total *= next
      } else if take("/") {
        guard let next = power() else { return nil }
        total /= next
      } else {
        return total
      }
    }
  }

  /// A minus may only begin a term: Fortran wants no two operators side by side.
  private mutating func signed() -> Double? {
    if take("-") { return power().map { -$0 } }
    return power()
  }

  private mutating func power() -> Double? {
    guard let base = atom() else { return nil }
    guard take("^") else { return base }
    guard place < tokens.count, let exponent = Int(tokens[place]) else { return nil }
    place += 1
    return (0..<exponent).reduce(1) { total, _ in total * base }
  }

  private mutating func atom() -> Double? {
    if take("(") {
      guard let value = sum(), take(")") else { return nil }
      return value
    }
    guard place < tokens.count else { return nil }
    let token = tokens[place]
    place += 1
    if place < tokens.count, tokens[place] == "(" || tokens[place] == "[" {
      let close = tokens[place] == "(" ? ")" : "]"
      place += 1
      guard let first = sum() else { return nil }
      var second: Double?
      if take(",") { second = sum() }
      guard take(close) else { return nil }
      switch (token.lowercased().replacing("np.", with: ""), second) {
      case ("sqrt", nil): return first.squareRoot()
      case ("rational", let below?): return first / below
      case ("integer_power", let exponent?):
        return (0..<Int(exponent)).reduce(1) { total, _ in total * first }
      default: return nil
      }
    }
    return variables[token] ?? Double(token)
  }
}
