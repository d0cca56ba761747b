import ExactAlgebra

/// Two claims of one paper that cannot both be so.
public struct ClaimConflict: Codable, Hashable, Sendable {
  /// The number of the figure that both are about.
  public var figure: String
  /// Places in the outcome's claims.
  public var first: Int
  public var second: Int
  /// In words and `$…$`.
  public var statement: String

  public init(figure: String, first: Int, second: Int, statement: String) {
    self.figure = figure
    self.first = first
    self.second = second
    self.statement = statement
  }
}

extension ClaimDeclaration {
  /// Whether both cannot be so, by their words alone.
  func contradicts(_ other: ClaimDeclaration) -> Bool {
    guard figure == other.figure, shareCurves(other) else { return false }
    switch (predicate, other.predicate) {
    case (.sign(let a), .sign(let b)): return a != b
    case (.sign(.zero), .course), (.course, .sign(.zero)): return true
    case (.course(let a, let x, let range), .course(let b, let y, let otherRange)):
      guard x.formula.parameterName == y.formula.parameterName,
        Self.overlap(range, otherRange)
      else { return false }
      switch (a, b) {
      case (.rises, .falls), (.falls, .rises): return true
      case (.fallsThenRises, .risesThenFalls), (.risesThenFalls, .fallsThenRises):
        return Self.same(range, otherRange)
      // Monotonic over all of a range in which the other turns.
      case (.rises, .fallsThenRises), (.rises, .risesThenFalls), (.falls, .fallsThenRises),
        (.falls, .risesThenFalls):
        return Self.covers(range, otherRange)
      case (.fallsThenRises, .rises), (.risesThenFalls, .rises), (.fallsThenRises, .falls),
        (.risesThenFalls, .falls):
        return Self.covers(otherRange, range)
      default: return false
      }
    default: return false
    }
  }

  private func shareCurves(_ other: ClaimDeclaration) -> Bool {
    guard let mine = curves, let theirs = other.curves else { return true }
    return mine.values.contains { value in
      theirs.values.contains { $0.value == value.value }
    }
  }

  private typealias Range = (from: Rational, to: Rational)?

  private static func overlap(_ a: Range, _ b: Range) -> Bool {
    guard let a, let b else { return true }
    return max(a.from, b.from) < min(a.to, b.to)
  }

  private static func same(_ a: Range, _ b: Range) -> Bool {
    a?.from == b?.from && a?.to == b?.to
  }

  private static func covers(_ a: Range, _ b: Range) -> Bool {
    guard let a else { return true }
    guard let b else { return false }
    return a.from <= b.from && b.to <= a.to
  }
}
