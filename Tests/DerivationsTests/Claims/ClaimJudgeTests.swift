import Foundation
import Testing

@testable import Derivations

/// Claims about functions of x that everyone knows, from −2 to 2 unless said otherwise.
@Suite struct ClaimJudgeTests {
  private func judged(
    _ function: String, _ claim: String, from: String = "-2", to: String = "2"
  ) throws -> Claim.Judgement {
    try FigureSample.derived(FigureSample.plot(function, from: from, to: to), claim)
  }

  @Test(arguments: [
    ("x", "increases with x", "holds enclosure"),
    ("e^{-x}", "decreases with x", "holds enclosure"),
    ("e^{-x}", "increases with x", "fails enclosure: it falls"),
    // The slope is 3x² ≥ 0; bounds of x · x · x are a little below it at 0.
    ("x^3", "increases with x", "holds points"),
    ("x^3 + x", "increases with x", "holds enclosure"),
    ("x^2", "increases with x", "fails enclosure: it falls"),
    ("x^2", "decreases with x", "fails enclosure: it rises"),
    // 0 is an end of the slope's range.
    ("x^2", "decreases with x from -2 to 0", "holds points"),
    ("x^2", "decreases with x from -2 to -1/300", "holds enclosure"),
    // The points of the grid that lie inside begin at 0 and at 1/100; the slope at the end counts.
    ("(x + 1/1000)^2", "increases with x from -1/500 to 2", "holds points"),
    ("x^2", "increases with x from 1/300 to 2", "holds enclosure"),
    ("x^2", "decreases then increases with x", "holds points"),
    ("x^2", "increases then decreases with x", "fails enclosure: it does not rise first"),
    ("-x^2", "increases then decreases with x", "holds points"),
    ("-x^2", "decreases then increases with x", "fails enclosure: it does not fall first"),
    // A finite number of points never shows that it does not turn between them.
    ("x", "decreases then increases with x", "fails points: it does not fall first"),
    ("-x", "decreases then increases with x", "fails points: it does not rise in the end"),
    // x³ − x turns at ∓1/√3 = ∓0.577…
    ("x^3 - x", "increases with x", "fails enclosure: it falls"),
    ("x^3 - x", "decreases with x from -0.57 to 0.57", "holds enclosure"),
    ("x^3 - x", "increases then decreases with x from -2 to 1/2", "holds points"),
    ("x^4 - 2 x^2", "decreases then increases with x", "fails enclosure: it turns more than once"),
    ("-x^4 + 2 x^2", "increases then decreases with x", "fails enclosure: it turns more than once"),
    ("x^2", "maximum at x = 2", "holds points"),
    ("x^2", "maximum at x = -2", "holds points"),
    ("x^2", "maximum at x = 0", "fails enclosure: it is larger elsewhere"),
    ("x^2", "minimum at x = 0", "holds points"),
    ("x^2", "minimum at x = 1", "fails enclosure: it is smaller elsewhere"),
    // Not on the grid, whose step is 1/100; x² is 1/40000 there.
    ("x^2", "minimum at x = 1/200", "fails enclosure: it is smaller elsewhere"),
    ("(x - 1/300)^2", "minimum at x = 1/300", "holds points"),
    ("x - x", "is zero", "holds points"),
    ("x", "is zero", "fails enclosure: not here"),
    ("e^x", "is positive", "holds points"),
    ("x", "is positive", "fails enclosure: not here"),
    ("x^2", "is positive", "undecided points: it is zero to rounding here"),
    ("x^2 - 1/10", "is positive", "fails enclosure: not here"),
    ("x - x", "is positive", "fails enclosure: not here"),
    // Not monotonic, not even constant: never by enclosure.
    ("x - x", "increases with x", "fails points: it is constant"),
    ("x - x + 3", "decreases with x", "fails points: it is constant"),
    ("x - x + 3", "maximum at x = 0", "fails points: it is constant"),
    ("x - x + 3", "saturates with x", "fails points: it is constant"),
    ("x - x + 3", "decreases then increases with x", "fails points: it does not fall first"),
  ])
  func ofOneLine(function: String, claim: String, verdict: String) throws {
    #expect(try judged(function, claim).brief == verdict)
  }

  // e^{−x} on [0, 20] falls by e^{−18} of its whole range over the last tenth, x on [0, 20] by a tenth.
  @Test func saturation() throws {
    let late =
      "fails points: over the last tenth of the range it still changes by more than 1 % of the whole"
    #expect(try judged("e^{-x}", "saturates with x", from: "0", to: "20").brief == "holds points")
    #expect(try judged("x", "saturates with x", from: "0", to: "20").brief == late)
    // Equal at both ends of the last tenth, [18, 20], and 1 between them: sin² of π(x − 18)/2.
    let wave = #"\sin^2(\pi (x - 18)/2)"#
    #expect(try judged(wave, "saturates with x", from: "0", to: "20").brief == late)
    // 19 points of [0, 20] are no tenth's worth.
    #expect(
      try judged("e^{-x}", "saturates with x from 19.1 to 20", from: "0", to: "20").brief
        == "undecided points: too few points: 19")
  }

  @Test func rangesBetweenPoints() throws {
    // Steps of 1/100: one point in [0.001, 0.019], two in [0.001, 0.029].
    #expect(
      try judged("x", "increases with x from 0.001 to 0.019").brief
        == "undecided points: too few points: 1")
    #expect(
      try judged("x^2", "decreases then increases with x from 0.001 to 0.029").brief
        == "undecided points: too few points: 2")
    #expect(
      try judged("x", "increases with x from 0.001 to 0.009").brief
        == "undecided points: too few points: 0")
  }

  // e^{−50} is positive and small beside 1; 10⁻¹² of the whole is no fall.
  @Test func smallValues() throws {
    #expect(
      try judged("e^{-x}", "is positive", from: "0", to: "50").brief == "holds points")
    #expect(
      try judged("x - 10^{-12} x^2", "increases with x", from: "0", to: "2").brief
        == "holds enclosure")
  }

  // 1/x has no number at 0; √x none below.
  @Test(arguments: [#"1/x"#, #"\sqrt{x}"#, #"\frac{x}{x}"#])
  func noNumber(function: String) throws {
    for claim in ["increases with x", "is zero", "maximum at x = 0", "is positive"] {
      let brief = try judged(function, claim).brief
      #expect(brief.hasPrefix("undecided points: the formulas give no number at "))
      #expect(brief.contains("first at $x = "))
    }
  }

  /// A witness is one whoever computes it.
  @Test(arguments: [
    ("x^2", "increases with x"), ("x^3 - x", "decreases with x"),
    ("x^4 - 2 x^2", "decreases then increases with x"), ("-x^2", "minimum at x = 0"),
    ("x", "is zero"), ("x", "is positive"),
  ])
  func witnesses(function: String, claim: String) throws {
    let f: (Double) -> Double =
      switch function {
      case "x^2": { $0 * $0 }
      case "x^3 - x": { $0 * $0 * $0 - $0 }
      case "x^4 - 2 x^2": { pow($0, 4) - 2 * $0 * $0 }
      case "-x^2": { -$0 * $0 }
      default: { $0 }
      }
    let judgement = try judged(function, claim)
    #expect(judgement.verdict == .fails)
    let x = judgement.witness.map { $0.at[0].value }
    for spot in judgement.witness {
      #expect(spot.at.map(\.symbol) == ["x"])
      #expect(abs(f(spot.at[0].value) - spot.value) < 1e-9)
    }
    switch claim {
    case "increases with x": #expect(x[0] < x[1] && f(x[0]) > f(x[1]))
    case "decreases with x": #expect(x[0] < x[1] && f(x[0]) < f(x[1]))
    case "decreases then increases with x":
      #expect(x[0] < x[1] && x[1] < x[2] && f(x[0]) < f(x[1]) && f(x[1]) > f(x[2]))
    case "minimum at x = 0": #expect(x[0] == 0 && f(x[1]) < f(0))
    case "is zero": #expect(f(x[0]) != 0)
    default: #expect(f(x[0]) <= 0)
    }
  }

  // MARK: Curves and maps

  private static let curves =
    #"figure 1: plot a x^2 against x from -1 to 1, for a = 4, 1, 2, \#(FigureSample.point)"#

  @Test(arguments: [
    // 4, 1, 2 stand in no order: a rises all the same.
    ("increases with a", "holds points"), ("decreases with a", "fails enclosure: it rises"),
    ("maximum at x = 1", "holds points"), ("minimum at x = 0", "holds points"),
    ("maximum at x = 1, for a = 1", "holds points"),
    ("maximum at x = 1, a = 4", "holds points"),
    ("maximum at x = 1, a = 2", "fails enclosure: it is larger elsewhere"),
    ("maximum at x = 1, a = 2, for a = 1, 2", "holds points"),
    ("decreases then increases with x", "holds points"),
    ("saturates with a", "undecided points: too few points: 3"),
    ("increases with a, for a = 1", "undecided points: too few points: 1"),
  ])
  func ofCurves(claim: String, verdict: String) throws {
    #expect(try FigureSample.derived(Self.curves, claim).brief == verdict)
  }

  @Test(arguments: [
    // x² − y² has a saddle.
    ("maximum at y = 0", "holds points"), ("minimum at x = 0", "holds points"),
    ("minimum at x = 0, y = 0", "fails enclosure: it is smaller elsewhere"),
    ("minimum at x = 0, y = 1", "holds points"),
    ("maximum at x = 0", "fails enclosure: it is larger elsewhere"),
    ("decreases then increases with x", "holds points"),
    ("increases then decreases with y", "holds points"),
    ("increases with x from 0 to 1", "holds points"),
    ("increases with y", "fails enclosure: it falls"),
  ])
  func ofAMap(claim: String, verdict: String) throws {
    let map =
      #"figure 1: plot x^2 - y^2 against x from -1 to 1 and y from -1 to 1, \#(FigureSample.point)"#
    let judgement = try FigureSample.derived(map, claim)
    #expect(judgement.brief == verdict)
    for spot in judgement.witness {
      // The curves' symbol and the vertical axis come first.
      #expect(spot.at.map(\.symbol) == ["y", "x"])
      let (x, y) = (spot.at[1].value, spot.at[0].value)
      #expect(abs(x * x - y * y - spot.value) < 1e-9)
    }
  }

  /// p_e = 1/(e^{ω/T} + 1) rises with T and falls with ω.
  @Test func ofASteadyState() throws {
    let figure =
      #"figure 1: plot p_e against T from 0.1 to 10, for \omega = 1, 2, 4, at \kappa = 1"#
    let claims = [
      "increases with T", "decreases with T", #"decreases with \omega"#, "is positive", "is zero",
      #"maximum at T = 10, \omega = 1"#,
    ]
    let judged = try FigureSample.claims(figure, claims).map { $0.judgement("derived")?.brief }
    #expect(
      judged == [
        "holds enclosure", "fails enclosure: it rises", "holds points", "holds points",
        "fails enclosure: not here", "holds points",
      ])
  }
}

/// A quantity that the model proves to be zero.
@Suite struct ClaimsOfNothingTests {
  @Test(arguments: [
    ("is zero", "holds proof: it is identically zero"),
    ("is positive", "fails proof: it is identically zero"),
    ("increases with x", "fails proof: it is identically zero"),
    ("maximum at x = 0", "fails proof: it is identically zero"),
  ])
  func areDecidedByProof(claim: String, verdict: String) throws {
    let derivation = try Sample.derivation(
      FigureSample.text([FigureSample.plot("x - x"), #"claim 1: \#(claim) "s""#]))
    var contexts = try Contexts(derivation)
    let plan = try FigurePlan(
      derivation, derivation.figures[0], &contexts, readings: [.derived])
    var judge = ClaimJudge(plan, plan.programColumns())
    judge.isProvedZero = true
    let judgement = try #require(judge.judgement(derivation.claims[0], .derived, named: "derived"))
    #expect(judgement.brief == verdict)
    #expect(judgement.witness.map(\.value) == (claim == "is zero" ? [] : [0, 0]))
  }
}
