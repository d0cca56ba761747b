/// Formulas are looked up by what they are: each carries a number mixed from those of its parts, so that
/// hashing one takes no walk through it, and different ones are mostly told apart by that number.
extension Formula: Hashable {
  public static func == (left: Formula, right: Formula) -> Bool {
    left.fingerprint == right.fingerprint && left.range == right.range && left.kind == right.kind
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(fingerprint)
    hasher.combine(range.lowerBound)
  }
}

/// A number mixed from a formula's kind, its words and the fingerprints of its parts.
///
/// **Invariant.** Equal kinds have equal fingerprints; nothing else is promised. Searches that only propose
/// may take it for the kind; no verdict rests on it alone.
struct Fingerprint {
  private(set) var value: UInt64

  init(of kind: Formula.Kind) {
    value = 0
    switch kind {
    case .number(let text): add(1, text)
    case .symbol(let text): add(2, text)
    case .scripted(let base, let lower, let upper):
      add(3, base)
      add(lower)
      add(upper)
    case .sum(let terms):
      add(4)
      for term in terms {
        add(term.sign.number)
        add(term.formula)
      }
    case .product(let factors): add(5, factors)
    case .tensor(let factors): add(6, factors)
    case .quotient(let above, let below): add(7, [above, below])
    case .ambiguousQuotient(let above, let below, let trailing):
      add(8, [above, below])
      add(0, trailing)
    case .function(let name, let power, let argument):
      add(9, name)
      add(power?.fingerprint ?? 0)
      add(argument)
    case .root(let radicand, let index):
      add(10, radicand)
      add(index?.fingerprint ?? 0)
    case .group(let delimiter, let contents):
      add(delimiter.number)
      add(11, contents)
    case .ket(let label): add(12, label)
    case .bra(let label): add(13, label)
    case .inner(let bra, let ket):
      add(14, bra)
      add(0, ket)
    case .matrixElement(let bra, let middle, let ket):
      add(15, bra)
      add(0, ket)
      add(middle)
    case .absolute(let inside): add(16, inside)
    case .expectation(let inside): add(17, inside)
    case .big(let name, let lower, let upper, let body):
      add(18, name)
      add(lower)
      add(upper)
      add(body)
    case .matrix(let rows):
      add(19)
      for row in rows { add(0, row) }
    case .hermitianConjugate: add(20)
    case .text(let text): add(21, text)
    }
  }

  private mutating func add(_ number: UInt64) {
    value = (value ^ number) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }

  private mutating func add(_ tag: UInt64, _ text: String) {
    add(tag)
    // FNV-1a.
    add(text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  private mutating func add(_ formula: Formula) {
    add(formula.fingerprint)
  }

  private mutating func add(_ tag: UInt64, _ formula: Formula) {
    add(tag)
    add(formula)
  }

  private mutating func add(_ tag: UInt64, _ formulas: [Formula]) {
    add(tag &+ UInt64(formulas.count) << 8)
    for formula in formulas { add(formula) }
  }

  private mutating func add(_ script: Formula.Script?) {
    guard let script else { return add(0) }
    add(1, script.text)
    add(script.formula?.fingerprint ?? 0)
  }
}

extension Formula.Sign {
  fileprivate var number: UInt64 {
    switch self {
    case .plus: 1
    case .minus: 2
    case .plusMinus: 3
    case .minusPlus: 4
    }
  }
}

extension Formula.Delimiter {
  fileprivate var number: UInt64 {
    switch self {
    case .parentheses: 1
    case .brackets: 2
    case .braces: 3
    }
  }
}
