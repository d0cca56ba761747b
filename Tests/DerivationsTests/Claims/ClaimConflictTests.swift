import Testing

@testable import Derivations

@Suite struct ClaimConflictTests {
  private static let figure =
    #"figure 1: plot x^2 against x from -2 to 2, for a = 1, 2, \#(FigureSample.point)"#

  private func conflict(_ first: String, _ second: String) throws -> Bool {
    let text = FigureSample.text(
      [Self.figure] + [first, second].map { #"claim 1: \#($0) "s""# })
    let claims = try Sample.derivation(text).claims
    let (a, b) = (claims[0].contradicts(claims[1]), claims[1].contradicts(claims[0]))
    #expect(a == b, "of two claims both or none")
    return a
  }

  @Test(arguments: [
    ("increases with x", "decreases with x", true),
    ("increases with x", "increases with x", false),
    ("increases with x from -2 to 0", "decreases with x from 0 to 2", false),
    // It may rise from −2 to 0 and fall from 1 to 2.
    ("increases with x from -2 to 1", "decreases with x from 0 to 2", false),
    // It may rise at a = 1 and fall at a = 3.
    ("increases with x, for a = 1, 2", "decreases with x, for a = 2, 3", false),
    ("maximum at x = 0", "minimum at x = 0", true), ("maximum at x = 0", "minimum at x = 1", false),
    ("is zero", "maximum at x = 0", true),
    ("increases with x from -1 to 0", "decreases with x", true),
    ("increases with x", "decreases with a", false),
    ("increases with x, for a = 1", "decreases with x, for a = 2", false),
    ("increases with x, for a = 1, 2", "decreases with x, for a = 2", true),
    ("increases with x, for a = 1", "decreases with x", true),
    ("decreases then increases with x", "increases then decreases with x", true),
    ("decreases then increases with x", "increases with x", true),
    ("decreases then increases with x", "decreases with x from -2 to 0", false),
    ("decreases then increases with x from -1 to 1", "increases with x", true),
    ("decreases then increases with x", "saturates with x", false),
    ("is zero", "is positive", true), ("is zero", "is zero", false),
    ("is zero", "increases with x", true), ("is positive", "increases with x", false),
    ("maximum at x = 0", "increases with x", false),
  ])
  func ofTwo(first: String, second: String, isConflict: Bool) throws {
    #expect(try conflict(first, second) == isConflict)
  }

  @Test func areNamed() throws {
    let text = FigureSample.text([
      Self.figure, #"claim 1: increases with x, for a = 1 "s""#, #"claim 1: decreases with x "s""#,
    ])
    let conflicts = try Sample.outcome(text).conflicts
    #expect(
      conflicts.map(\.statement) == [
        "'$x^2$ increases with $x$, for $a = 1$' (A qubit) and '$x^2$ decreases with $x$' (A qubit) "
          + "cannot both be so"
      ])
    #expect(conflicts.map { [$0.first, $0.second] } == [[0, 1]])
    #expect(conflicts.map(\.figure) == ["1"])
  }

  @Test func ofTwoFiguresThereIsNone() throws {
    let text = FigureSample.text([
      Self.figure, FigureSample.plot("x").replacing("figure 1", with: "figure 2"),
      #"claim 1: increases with x "s""#, #"claim 2: decreases with x "s""#,
    ])
    #expect(try Sample.outcome(text).conflicts.isEmpty)
  }
}
