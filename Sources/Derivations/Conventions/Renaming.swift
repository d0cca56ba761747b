import ExactAlgebra
import LaTeXMath

/// What printed names stand for in another convention: another name, times a number.
struct Renaming: Hashable, Sendable {
  struct Target: Hashable, Sendable {
    let factor: Rational
    let name: String
    /// The name as a formula.
    let formula: Formula

    /// - Parameter formula: the name as a formula, where it has been read already.
    init(factor: Rational, name: String, formula: Formula? = nil) {
      self.factor = factor
      self.name = name
      self.formula =
        formula ?? (try? LaTeXReader.formula(in: name)) ?? Formula(.symbol(name), 0..<0)
    }

    /// The same name, so many times.
    func times(_ other: Rational) -> Target {
      Target(factor: factor * other, name: name, formula: formula)
    }
  }

  /// Names that stand for something else than they say, by their declared keys.
  private(set) var targets: [String: Target] = [:]

  init(_ targets: [String: Target]) {
    self.targets = targets.filter { $0.value.factor != 1 || $0.value.name != $0.key }
  }

  /// One renaming after the other: what the first one's targets stand for in the second.
  func followed(by other: Renaming) -> Renaming {
    var result = other.targets
    for (name, target) in targets {
      result[name] = other.targets[target.name]?.times(target.factor) ?? target
    }
    return Renaming(result)
  }

  /// Whether it changes one of these names.
  func affects(_ names: Set<String>) -> Bool {
    names.count < targets.count
      ? names.contains { targets[$0] != nil } : targets.keys.contains(where: names.contains)
  }

  /// The formula with every name replaced by what it stands for.
  ///
  /// - Parameter reader: of the place where the formula stands.
  func callAsFunction(_ formula: Formula, read reader: Elaborator) -> Formula {
    reader.replacingNames(in: formula) { key, range in
      targets[key].map { Self.formula($0, range) }
    }
  }

  /// In parentheses where a factor stands before the name.
  private static func formula(_ target: Target, _ range: Range<Int>) -> Formula {
    let placed = Formula(target.formula.kind, range)
    if target.factor == 1 { return placed }
    func number(_ value: Integer) -> Formula {
      Formula(.number(value.magnitude.description), range)
    }
    let magnitude = Formula(
      .quotient(number(target.factor.numerator), number(target.factor.denominator)), range)
    let product = Formula(.product([magnitude, placed]), range)
    let sign: Formula.Sign = target.factor < 0 ? .minus : .plus
    return Formula(
      .group(
        .parentheses,
        [Formula(.sum([.init(sign: sign, signRange: range, formula: product)]), range)]), range)
  }
}
