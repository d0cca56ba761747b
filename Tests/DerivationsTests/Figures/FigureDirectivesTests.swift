import Testing

@testable import Derivations

/// What is wrong with a figure or a claim, in words.
@Suite struct FigureDirectivesTests {
  private static let example =
    #"write 'figure 2a: plot X against T from 0.1 to 10, for \lambda = 1, 2, at \omega = 5'"#
  private static let claimExample = #"write 'claim 2a: increases with T "what the paper says"'"#

  @Test(arguments: [
    (
      "figure plot x", "incomplete-directive expected the figure's number and a colon | \(example)"
    ),
    (
      "figure 1: x against T from 1 to 2",
      "incomplete-directive expected 'plot QUANTITY against SYMBOL from A to B' | \(example)"
    ),
    (
      "figure 1: plot x",
      "incomplete-directive expected 'plot QUANTITY against SYMBOL from A to B' | \(example)"
    ),
    (
      "figure 1: plot x against T",
      "incomplete-directive expected 'SYMBOL from A to B' | \(example)"
    ),
    (
      "figure 1: plot x against T from 1 to",
      "incomplete-directive expected 'SYMBOL from A to B' | \(example)"
    ),
    (
      "figure 1: plot x against T from 1 to 2, with a = 1",
      "incomplete-directive expected 'for …' or 'at …' after the comma, not 'with a = 1' | \(example)"
    ),
    (
      "figure 1: plot x against a from 1 to 2 and b from 1 to 2 and c from 1 to 2",
      "too-many-axes a figure has one axis or two | keep the others fixed with ', at …'"
    ),
    (
      "figure 1: plot x against a from 1 to 2 and b from 1 to 2, for c = 1",
      "too-many-axes a map has no curves | keep the symbol fixed with ', at …'"
    ),
    (
      "figure 1: plot x against T from 1 to 2, for a",
      "incomplete-directive expected 'for SYMBOL = VALUES' | \(example)"
    ),
    (
      "figure 1: plot x against T from 1 to 2, for a = ",
      "incomplete-directive expected a value | \(example)"
    ),
    (
      "figure 1: plot x against T from 1 to 2, at a",
      "incomplete-directive expected 'SYMBOL = VALUE' | \(example)"
    ),
    (
      "figure 1: plot x against T from one to 2",
      "not-a-number 'one' is not a number | write 2, 0.5 or -3/2"
    ),
    (
      "figure 1: plot x against T from 1 to 2, for a = 1, b",
      "not-a-number 'b' is not a number | write 2, 0.5 or -3/2"
    ),
    (
      "figure 1: plot x against T from 2 to 2",
      "empty-range the range from 2 to 2 is empty | write the smaller end first"
    ),
    (
      "figure 1: plot x against T from 1 to 2, for a = 1, 2, 1.0",
      "declared-twice a = 1.0 stands there twice | name every curve once"
    ),
  ])
  func ofAFigure(directive: String, message: String) {
    #expect(FigureSample.fault(directive) == [message])
  }

  @Test(arguments: [
    ("claim", "incomplete-directive expected a figure's number and a colon | \(claimExample)"),
    (
      "claim 1: increases with x",
      "incomplete-directive expected the paper's sentence in quotation marks | \(claimExample)"
    ),
    (
      #"claim 1: increases with x "unfinished"#,
      "incomplete-directive expected the paper's sentence in quotation marks | \(claimExample)"
    ),
    (
      #"claim 1: increases with x, at T = 1 "s""#,
      "incomplete-directive a claim is made at the figure's own parameters | say which curves with ', for …'"
    ),
    (
      #"claim 1: increases with x from 1 "s""#, "incomplete-directive expected 'from A to B'"
    ),
    (#"claim 1: maximum at x "s""#, "incomplete-directive expected 'SYMBOL = VALUE'"),
    (
      #"claim 1: incraeses with x "s""#,
      "unknown-claim 'incraeses with x' is no claim that can be judged | did you mean 'increases with'?"
    ),
    (
      #"claim 1: increases with x from 1 to 0 "s""#,
      "empty-range the range from 1 to 0 is empty | write the smaller end first"
    ),
    (
      #"claim 2: is zero "s""#,
      "unknown-figure no figure 2 is declared | declare it with 'figure 2: …'"
    ),
    (
      #"claim 1: increases with T "s""#,
      "unknown-axis figure 1 is not drawn over 'T' | it is drawn over x"
    ),
    (
      #"claim 1: is zero, for a = 1 "s""#,
      "unknown-axis figure 1 is not drawn over 'a' | it is drawn over x"
    ),
    (
      #"claim 1: increases with x from 0 to 3 "s""#,
      "outside-axis figure 1 is not drawn at x = 3 | it is drawn from -2 to 2"
    ),
    (
      #"claim 1: maximum at x = -5/2 "s""#,
      "outside-axis figure 1 is not drawn at x = -5/2 | it is drawn from -2 to 2"
    ),
  ])
  func ofAClaim(directive: String, message: String) {
    #expect(FigureSample.fault(FigureSample.plot("x"), directive) == [message])
  }

  @Test func ofCurves() {
    let figure =
      #"figure 1: plot a + x against x from 0 to 1, for a = 1, 2, at \omega = 2, \kappa = 1, T = 1"#
    #expect(
      FigureSample.fault(figure, #"claim 1: increases with x, for a = 2, 3 "s""#) == [
        "unknown-curve figure 1 has no curve a = 3 | add it to the figure's ', for a = …'"
      ])
    #expect(
      FigureSample.fault(figure, #"claim 1: maximum at a = 1.5, x = 1 "s""#) == [
        "unknown-curve figure 1 has no curve a = 1.5 | add it to the figure's ', for a = …'"
      ])
    #expect(FigureSample.fault(figure, figure) == ["declared-twice figure 1 is declared twice"])
  }

  /// Values that cannot be set are said when the figure is computed.
  @Test(arguments: [
    (
      "figure 1: plot x^2 against x from 0 to 1",
      #"no-value no value was given for '\omega' | add it: ', at \omega = 1'"#
    ),
    (
      #"figure 1: plot a against x from 0 to 1, at \omega = 1, \kappa = 1, T = 1"#,
      "no-value no value was given for 'a' | add it: ', at a = 1'"
    ),
    (
      #"figure 1: plot x against x^2 from 0 to 1, at \omega = 1, \kappa = 1, T = 1"#,
      "not-linear 'x^2' is not linear in the file's symbols | give values to symbols, or to sums and differences of them"
    ),
    (
      #"figure 1: plot x against x from 0 to 1, at x + y = 1, y = 1, x - y = 3, \omega = 1, \kappa = 1, T = 1"#,
      "contradictory-values 'x' and 'x + y' and 'x - y' cannot be set here: the others and the restrictions in force fix them | leave one out"
    ),
    (
      #"figure 1: plot x against q from 0 to 1, \#(FigureSample.point)"#,
      "undeclared-symbol 'q' cannot be given a value: no number can be given for undeclared symbol 'q' | declare it with symbol or let"
    ),
    (
      #"figure 1: plot z + i x against x from 0 to 1, at z = 1, \omega = 1, \kappa = 1, T = 1"#,
      "not-real 'z + i x' is complex | plot its absolute value, or its real part as (z + z^*)/2"
    ),
  ])
  func ofValues(directive: String, message: String) throws {
    let derivation = try Sample.derivation(FigureSample.text([directive]))
    let found = FigureSample.messages { _ = try derivation.figures(named: nil) }
    #expect(found == [message])
  }

  @Test func anUnknownNumberIsSuggested() throws {
    let derivation = try Sample.derivation(
      FigureSample.text([FigureSample.plot("x").replacing("figure 1", with: "figure left")]))
    func fault(_ name: String) -> [String] {
      FigureSample.messages { _ = try derivation.figures(named: name) }
    }
    #expect(fault("quite") == ["unknown-figure no figure quite is declared | declared: left"])
    #expect(fault("lift") == ["unknown-figure no figure lift is declared | did you mean left?"])
    let left = FigureSample.plot("x").replacing("figure 1", with: "figure left")
    #expect(
      FigureSample.fault(left, #"claim lift: is zero "s""#) == [
        "unknown-figure no figure lift is declared | did you mean left?"
      ])
  }

  /// What nobody needs is refused before it takes all memory or all day.
  @Test func tooMany() {
    let curves = (1...51).map(String.init).joined(separator: ", ")
    #expect(
      FigureSample.fault("figure 1: plot x against x from 0 to 1, for a = \(curves)")
        .first == "too-many-curves a figure has at most 50 curves | make the symbol a second axis")
    let claims = Array(repeating: #"claim 1: is zero "s""#, count: 1500)
    #expect(
      Sample.fault(FigureSample.text([FigureSample.plot("x")] + claims)).map(\.messageAndHelp)
        == ["too-many-claims more than 1000 claims are made | split the file"])
    let figures = (0...250).map { "figure \($0): plot x against x from 0 to 1" }
    #expect(
      Sample.fault(FigureSample.text(figures)).map(\.messageAndHelp)
        == ["too-many-figures more than 200 figures are declared | split the file"])
  }

  /// 'forks' and 'attacks' begin no clause.
  @Test func namesThatBeginLikeAWord() {
    #expect(
      FigureSample.fault("figure 1: plot x against x from 0 to 1, attack = 1").first?
        .hasPrefix("incomplete-directive expected 'for …' or 'at …' after the comma") == true)
  }
}
