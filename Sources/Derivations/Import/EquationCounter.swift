/// The numbers that LaTeX gives to equations.
struct EquationCounter {
  /// A piece of a printed number.
  enum Part: Hashable {
    case text(String)
    case section
    case equation
  }

  /// The headings that count, the widest first.
  enum Level: Int, CaseIterable {
    case chapter, section, subsection
  }

  private(set) var form: [Part] = [.equation]
  /// The level whose headings set the equations back to 1.
  private(set) var within: Level?
  private var value = 0
  private var headings = [0, 0, 0]
  private var isAppendix = false
  private var parent: (number: String, letters: Int)?
  private let hasRomanSections: Bool
  private let hasChapters: Bool

  /// The counter of a class of documents.
  init(documentClass: String = "article") {
    hasRomanSections = documentClass.hasPrefix("revtex")
    hasChapters = ["book", "report", "scrbook", "scrreprt", "memoir"].contains(documentClass)
    if hasChapters { number(within: .chapter) }
  }

  /// The number of the next equation.
  mutating func next() -> String {
    if let parent {
      self.parent?.letters += 1
      return parent.number + Self.letters(parent.letters + 1)
    }
    value += 1
    return printed
  }

  mutating func beginSubequations() {
    guard parent == nil else { return }
    value += 1
    parent = (printed, 0)
  }

  mutating func endSubequations() { parent = nil }

  mutating func number(within level: Level) {
    within = level
    form = [.section, .text("."), .equation]
    value = 0
  }

  /// Counts anew in each section, without a change of what is printed.
  mutating func reset(within level: Level) { within = level }

  mutating func set(form: [Part]) { self.form = form }

  mutating func set(_ value: Int) { self.value = value }

  mutating func add(_ count: Int) { value = value.addingReportingOverflow(count).partialValue }

  mutating func begin(_ level: Level) {
    headings[level.rawValue] = headings[level.rawValue].addingReportingOverflow(1).partialValue
    for lower in level.rawValue + 1..<headings.count { headings[lower] = 0 }
    if let within, level.rawValue <= within.rawValue { value = 0 }
  }

  /// Sections are letters from here on, and in some classes the equations begin again in each.
  mutating func beginAppendix() {
    isAppendix = true
    headings = [0, 0, 0]
    guard hasRomanSections else { return }
    within = .section
    form = [.section, .equation]
    value = 0
  }

  private var printed: String {
    form.map { part in
      switch part {
      case .text(let text): text
      case .section: section
      case .equation: String(value)
      }
    }.joined()
  }

  /// `2`, `1.2`, `II`, `A`.
  private var section: String {
    let level = within ?? .section
    let first = hasChapters ? Level.chapter : .section
    guard first.rawValue <= level.rawValue else { return "" }
    return (first.rawValue...level.rawValue).map { index in
      let number = headings[index]
      guard index == first.rawValue else { return String(number) }
      if isAppendix { return Self.letters(max(number, 1)).uppercased() }
      return hasRomanSections ? Self.roman(number) : String(number)
    }.joined(separator: ".")
  }

  /// `a`, …, `z`, `aa`, ….
  static func letters(_ number: Int) -> String {
    var number = number
    var result = ""
    while number > 0 {
      let index = (number - 1) % 26
      result = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index))) + result
      number = (number - 1) / 26
    }
    return result
  }

  /// `IV`; digits for numbers that nobody writes so.
  static func roman(_ number: Int) -> String {
    guard (0...3999).contains(number) else { return String(number) }
    let signs: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var result = ""
    for (value, sign) in signs {
      while rest >= value {
        result += sign
        rest -= value
      }
    }
    return result
  }
}
