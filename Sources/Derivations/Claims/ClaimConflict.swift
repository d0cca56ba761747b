import ExactAlgebra

/// Two claims of one paper that cannot both be so.
public struct ClaimConflict: Codable, Hashable, Sendable {
  /// The number of the figure that both are about.
  public var figure: String
  /// Places in the outcome's claims.
  public var first: Int
  /// The place of the other one.
  public var second: Int
  /// In words and `$…$`.
  public var statement: String

  package init(figure: String, first: Int, second: Int, statement: String) {
    self.figure = figure
    self.first = first
    self.second = second
    self.statement = statement
  }
}

extension ClaimDeclaration {
  /// Whether both cannot be so, by their words alone. That something rises says that it falls nowhere, and
  /// rises somewhere on one of the curves that are meant; that it turns is said of each curve.
  func contradicts(_ other: ClaimDeclaration) -> Bool {
    guard figure == other.figure, sharesCurves(with: other) else { return false }
    switch (predicate, other.predicate) {
    case (.sign(let a), .sign(let b)): return a != b
    case (.sign(.zero), .course), (.sign(.zero), .extremum): return other.isWithin(self)
    case (.course, .sign(.zero)), (.extremum, .sign(.zero)): return isWithin(other)
    case (.sign(.positive), .course), (.course, .sign(.positive)), (.sign(.positive), .extremum),
      (.extremum, .sign(.positive)), (.course, .extremum), (.extremum, .course):
      return false
    case (.extremum(let a, let x), .extremum(let b, let y)):
      // A quantity whose greatest and least values stand at one place is constant.
      return a != b && Set(x.map(\.latex)) == Set(y.map(\.latex))
    case (.course(let a, let x, let range), .course(let b, let y, let otherRange)):
      guard x.formula.parameterName == y.formula.parameterName else { return false }
      switch (a, b) {
      case (.rises, .falls), (.falls, .rises):
        return isWithin(other) && Self.covers(otherRange, range)
          || other.isWithin(self) && Self.covers(range, otherRange)
      case (.fallsThenRises, .risesThenFalls), (.risesThenFalls, .fallsThenRises):
        return Self.same(range, otherRange)
      // Monotonic over all of a range in which the other turns.
      case (.rises, .fallsThenRises), (.rises, .risesThenFalls), (.falls, .fallsThenRises),
        (.falls, .risesThenFalls):
        return Self.covers(range, otherRange)
      case (.fallsThenRises, .rises), (.risesThenFalls, .rises), (.fallsThenRises, .falls),
        (.risesThenFalls, .falls):
        return Self.covers(otherRange, range)
      case (.rises, .rises), (.falls, .falls), (.fallsThenRises, .fallsThenRises),
        (.risesThenFalls, .risesThenFalls), (.saturates, _), (_, .saturates):
        return false
      }
    }
  }

  /// `nil` for all curves.
  private var curveValues: Set<Rational>? { curves.map { Set($0.values.map(\.value)) } }

  private func sharesCurves(with other: ClaimDeclaration) -> Bool {
    guard let mine = curveValues, let theirs = other.curveValues else { return true }
    return !mine.isDisjoint(with: theirs)
  }

  /// Every curve that is meant is one of the other's.
  private func isWithin(_ other: ClaimDeclaration) -> Bool {
    guard let theirs = other.curveValues else { return true }
    return curveValues.map { $0.isSubset(of: theirs) } ?? false
  }

  private typealias Range = (from: Rational, to: Rational)?

  private static func same(_ a: Range, _ b: Range) -> Bool {
    a?.from == b?.from && a?.to == b?.to
  }

  private static func covers(_ a: Range, _ b: Range) -> Bool {
    guard let a else { return true }
    guard let b else { return false }
    return a.from <= b.from && b.to <= a.to
  }
}
