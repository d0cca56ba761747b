import Testing

@testable import Derivations

/// A document with its wrong lines put right, and what is left to its author.
@Suite struct CorrectionTests {
  private func correction(_ displays: String, after preamble: String = Sample.qubit) throws
    -> Correction
  {
    try Sample.derivation(preamble + displays).correct { _ in }
  }

  /// The new document must say the same of itself when it is read from its bytes.
  private func check(_ correction: Correction) throws {
    let again = try Sample.outcome(correction.text)
    #expect(again.lines.map(\.verdict) == correction.after.lines.map(\.verdict))
  }

  // p_e = n/(2n + 1): one sign differs, and only that sign is replaced.
  @Test func aRepairChangesNothingElse() throws {
    let text = "Prose with $$ p_e = \\frac{n}{2 n - 1}, \\tag{3} $$ behind it.  \n\nλ\r\n"
    let result = try correction(text)
    #expect(
      result.text == Sample.qubit
        + "Prose with $$ p_e = \\frac{n}{2 n + 1}, \\tag{3} $$ behind it.  \n\nλ\r\n")
    let entry = try #require(result.entries.first)
    #expect(result.entries.count == 1)
    #expect(entry.source == .repair)
    #expect(entry.equations == ["3"])
    #expect(entry.subjects == ["p_e"])
    #expect(entry.printed == #"\frac{n}{2 n - 1}"#)
    #expect(entry.corrected == #"\frac{n}{2 n + 1}"#)
    #expect(entry.lines == [0])
    #expect(result.before.lines.map(\.verdict) == [.refuted])
    #expect(result.after.lines.map(\.verdict) == [.proved])
    #expect(result.openLines.isEmpty)
    try check(result)
  }

  @Test func whatIsRightKeepsItsBytes() throws {
    let result = try correction("$$ p_e = \\frac{n}{2n+1} \\tag{1} $$\n")
    #expect(result.text == Sample.qubit + "$$ p_e = \\frac{n}{2n+1} \\tag{1} $$\n")
    #expect(result.entries.isEmpty)
  }

  // The population p_g = (n + 1)/(2n + 1) is printed as 1/7, which no three slips make of it; the line for
  // ab, in the same display, prints the right form.
  @Test func anotherLineOfTheDisplayMayHaveTheForm() throws {
    let result = try correction(
      #"$$ p_g = \frac{x}{7}, \quad p_g = \frac{1 + n}{1 + 2n} \tag{1} $$"#)
    let entry = try #require(result.entries.first)
    #expect(result.entries.count == 1)
    #expect(entry.source == .otherLine || entry.source == .derived)
    #expect(result.after.lines.map(\.verdict) == [.proved, .proved])
    try check(result)
  }

  // Two populations printed for each other: p_e = (n + 1)/… and p_g = n/….
  @Test func linesMayBePrintedForEachOther() throws {
    let result = try correction(
      #"$$ p_e = \frac{3x + 1 + n^2}{y}, \quad p_g = \frac{n + 1}{2n + 1} \tag{1} $$"#)
    #expect(result.entries.map(\.source) == [.derived])
    #expect(result.entries.map(\.subjects) == [["p_e"]])
    #expect(result.after.lines.map(\.verdict) == [.proved, .proved])
    try check(result)
  }

  // With s = 2n − 1 both lines are wrong; the slip is in s, and the lines stay as they are.
  @Test func aDefinitionComesBeforeItsUsers() throws {
    let result = try correction(
      #"$$ p_e = \frac{n}{s}, \quad p_g = \frac{n + 1}{s} \tag{1} $$"#
        + "\n\n$$ s = 2 n - 1 \\tag{2} $$\n")
    #expect(result.entries.map(\.subjects) == [["s"]])
    #expect(result.entries.map(\.corrected) == ["2 n + 1"])
    #expect(result.after.lines.map(\.verdict) == [.proved, .proved, .defined])
    try check(result)
  }

  // Bosons: 1/(e^{ω/T} − 1) is right for the lower sign only. The ± that becomes a − leaves one reading of
  // two.
  @Test func aSignOfTwoBecomesOne() throws {
    let result = try correction(#"$$ n = (e^{\omega/T} \pm 1)^{-1} \tag{1} $$"#)
    #expect(result.before.lines.map(\.verdict) == [.refuted, .proved])
    #expect(result.text.hasSuffix(#"$$ n = (e^{\omega/T} - 1)^{-1} \tag{1} $$"#))
    #expect(result.entries.map(\.lines) == [[0, 1]])
    #expect(result.after.lines.map(\.verdict) == [.proved])
    try check(result)
  }

  // Basis e, g: element (1, 1) is p_e. Both lines are right for the order g, e.
  @Test func aBasisIsTurnedRoundInItsDirectives() throws {
    let preamble = Sample.qubit.replacing(
      "j means",
      with: #"""
        R_{ij} means steady state, basis |e\rangle |g\rangle, element (i, j), for i = 1, 2, for j = 1, 2
        j means
        """#
    ).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("p_") && !$0.hasPrefix(#"\rho_"#) }.joined(separator: "\n")
    let result = try correction(
      #"""
      $$ R_{11} = \frac{n + 1}{2n + 1}, \quad R_{22} = \frac{n}{2n + 1} \tag{1} $$

      """#, after: preamble)
    #expect(result.before.lines.map(\.verdict) == [.convention, .convention])
    #expect(result.text.contains(#"R_{ij} means steady state, basis |g\rangle |e\rangle, element"#))
    let entry = try #require(result.entries.first)
    #expect(entry.source == .order)
    #expect(entry.equations == ["1"])
    #expect(entry.printed == #"|e\rangle, |g\rangle"#)
    #expect(entry.corrected == #"|g\rangle, |e\rangle"#)
    #expect(result.after.lines.map(\.verdict) == [.proved, .proved])
    try check(result)
  }

  // What cannot be read stays, and is listed; so does a line under a statistics that nobody declares.
  @Test func whatIsNotUnderstoodIsLeft() throws {
    let text = #"$$ p_e = \min_U n, \quad p_g = \frac{n - 1}{2n + 1} \tag{1} $$"#
    let result = try correction(text)
    #expect(result.after.lines.map(\.verdict) == [.unreadable, .proved])
    #expect(result.openLines == [0])
    #expect(result.text.contains(#"p_e = \min_U n"#))
  }

  // In a chain any side may be the wrong one: the repair of the middle mends both links, and the right end is
  // left alone.
  @Test func theMiddleOfAChainIsMended() throws {
    let result = try correction(#"$$ p_e = 1 + p_g = \frac{n}{2n + 1} \tag{1} $$"#)
    #expect(result.before.lines.map(\.verdict) == [.refuted, .refuted])
    #expect(result.text.hasSuffix(#"$$ p_e = 1 - p_g = \frac{n}{2n + 1} \tag{1} $$"#))
    #expect(result.after.lines.map(\.verdict) == [.proved, .proved])
  }

  // Nothing is mended by saying the left side again.
  @Test(arguments: [
    #"$$ p_e = 7x = 8y \tag{1} $$"#,
    #"$$ \frac{1}{p_e} = x^2, \quad p_e = \frac{n}{2n + 1} \tag{1} $$"#,
  ])
  func noTautologyIsACorrection(_ display: String) throws {
    let result = try correction(display)
    #expect(result.entries.isEmpty)
    #expect(result.text == Sample.qubit + display)
  }

  // G_± = (2n + 1 ∓ 1)/2 is n above and n + 1 below. The slip makes both wrong, each asks for the same edit, and
  // it is made once.
  @Test func anEditThatTwoReadingsShareIsMadeOnce() throws {
    let displays = #"""
      $$ p_e = \frac{G_+}{2n + 1}, \quad p_g = \frac{G_-}{2n + 1}, \quad p_e - 1 = -\frac{G_-}{2n + 1},
      \quad p_g - 1 = -\frac{G_+}{2n + 1} \tag{1} $$

      $$ G_\pm = \frac{2n - 1 \mp 1}{2} \tag{2} $$

      """#
    let result = try correction(displays)
    #expect(result.text == Sample.qubit + displays.replacing("2n - 1", with: "2n + 1"))
    #expect(result.entries.map(\.lines) == [[4, 5]])
    #expect(result.openLines.isEmpty)
    try check(result)
  }

  // p_e + x needs one edit, p_e − x the same one and another: both are never made together.
  @Test func editsOfOnePlaceAreProposedOnce() throws {
    let displays = #"$$ p_e \pm x = \frac{n}{2n - 1} + x \tag{1} $$"#
    let derivation = try Sample.derivation(Sample.qubit + displays)
    var corrector = try Corrector(derivation, try derivation.checkLines { _ in })
    let edits = try corrector.lines().flatMap(\.edits)
    #expect(!edits.isEmpty)
    #expect(Set(edits.map(\.range)).count == edits.count)
    let result = try correction(displays)
    #expect(result.text.hasSuffix(#"$$ p_e \pm x = \frac{n}{2n + 1} \pm x \tag{1} $$"#))
    #expect(result.openLines.isEmpty)
  }

  // Two users are wrong because of s, which no single slip mends: they are not rewritten, and s stays.
  @Test func usersOfADoubtfulDefinitionAreLeft() throws {
    let displays =
      #"$$ p_e = \frac{n}{s}, \quad p_g = \frac{n + 1}{s} \tag{1} $$"#
      + "\n\n$$ s = 7 n^3 x - 11 \\tag{2} $$\n"
    let result = try correction(displays)
    #expect(result.entries.isEmpty)
    #expect(result.text == Sample.qubit + displays)
    #expect(result.openLines == [0, 1])
  }

  // One line may as well be printed for another: the basis stays.
  @Test func oneLineTurnsNoBasis() throws {
    let result = try correction(#"$$ p_e = \frac{n + 1}{2n + 1} \tag{1} $$"#)
    #expect(!result.entries.contains { $0.source == .order })
  }

  // Checking the new document again takes its time: Tests/Oracles/check_corrections.py does it.
  @Test func ofThePaperEveryRefutedLineHasAProposal() throws {
    let outcome = try Paper.outcome.get()
    let derivation = try Derivation(
      bytes: try Sample.shipped("hadipour-haseli-2024"),
      file: "derivations/hadipour-haseli-2024.md")
    var corrector = try Corrector(derivation, outcome)
    let proposals = try corrector.lines()
    let about = Set(proposals.flatMap(\.lines))
    for (number, line) in outcome.lines.enumerated() {
      let isWrong = line.verdict == .refuted || line.needsReversedBasis
      #expect(about.contains(number) == isWrong, "(\(line.equation)) \(line.subject)")
    }
    // The populations of (18) are printed for each other: one has what is printed for another.
    let others = proposals.filter { $0.source == .otherLine }.flatMap(\.lines)
    #expect(others.map { outcome.lines[$0].subject } == [#"\rho_{44}"#])
    #expect(proposals.count { $0.source == .order } == 1)
  }
}
