import LaTeXMath
import Testing

@testable import Derivations

/// Lines that stand for several: index letters and ± are filled in, and repairs leave them alone.
@Suite struct RepairsOfFamiliesTests {
  /// Two baths with one coupling each; occupations carry the number of their bath.
  private static let preamble = #"""
    # T

    ```rederive
    qubit 1: e g
    symbol \omega, \kappa_1, \kappa_2, T_1, T_2: positive
    let \sigma_- = |g\rangle\langle e|
    let H = \omega |e\rangle\langle e|
    hamiltonian H
    bath 1: couples \sigma_-, temperature T_1, decay rate \kappa_1, boson
    bath 2: couples \sigma_-, temperature T_2, decay rate \kappa_2, boson
    approximations: born, markov, no Lamb shift
    n_i means occupation of bath i at frequency \omega, for i = 1, 2
    \gamma_i means absorption rate of bath i at frequency \omega, for i = 1, 2
    \Gamma_i means emission rate of bath i at frequency \omega, for i = 1, 2
    |v_i\rangle means eigenvector i of H, for i = 1, 2
    ```

    """#

  private static func outcome(_ display: String) throws -> (lines: [LineOutcome], text: String) {
    let text = preamble + "$$ \(display) $$\n"
    return (try Sample.outcome(text).lines, text)
  }

  // Γ_i = κ_i (n_i + 1) for each bath: the sign is printed once, and mended once for both.
  @Test func whatIsPrintedOnceIsMendedOnce() throws {
    let (lines, text) = try Self.outcome(#"\Gamma_i = \kappa_i (n_i - 1)"#)
    #expect(lines.map(\.verdict) == [.refuted, .refuted])
    #expect(lines.map(\.subject) == [#"\Gamma_1"#, #"\Gamma_2"#])
    let repairs = try lines.map { try #require($0.repairs.first) }
    #expect(repairs.map(\.latex) == [#"\kappa_1 (n_1 + 1)"#, #"\kappa_2 (n_2 + 1)"#])
    #expect(repairs[0].changes == repairs[1].changes)
    let mended = try Sample.outcome(Sample.applying([repairs[0]], to: text)).lines
    #expect(mended.map(\.verdict) == [.proved, .proved])
  }

  // Of Γ_i = κ_i (n_1 + 1) the second is wrong. With 2 for 1 the first would be: the letter is meant.
  @Test func scriptsThatWereFilledInStay() throws {
    let (lines, text) = try Self.outcome(#"\Gamma_i = \kappa_i (n_1 + 1)"#)
    #expect(lines.map(\.verdict) == [.proved, .refuted])
    for repair in lines[1].repairs {
      #expect(repair.changes.map(\.printed) == ["1"])
      #expect(repair.changes.map(\.replacement) == ["i"])
      let mended = try Sample.outcome(Sample.applying([repair], to: text)).lines
      #expect(mended.map(\.verdict) == [.proved, .proved])
    }
    #expect(lines[1].repairs.map(\.latex) == [#"\kappa_2 (n_2 + 1)"#])
  }

  // Where only the letter could change nothing is proposed.
  @Test func noVariantTouchesALetter() throws {
    let derivation = try Sample.derivation(
      Self.preamble + #"$$ \Gamma_i = \kappa_i (n_i + 1) |v_i\rangle\langle v_1| $$"#)
    #expect(derivation.lines.count == 2)
    for line in derivation.lines {
      let bench = try SlipBench(derivation, line)
      let texts = bench.texts(.label)
      #expect(!texts.isEmpty)
      let kept = #"\kappa_i (n_i + 1)"#
      for text in texts { #expect(text.hasPrefix(kept), "\(text)") }
    }
  }

  // The upper sign reads +, the lower −; each is found at its side of the statement.
  @Test func placesOfSides() throws {
    let derivation = try Sample.derivation(
      Self.preamble
        + #"$$ \gamma_1 = \kappa_1 n_1 = n_1 \kappa_1, \quad \gamma_i = \kappa_i n_i $$"#)
    let places = try derivation.lines.map { try #require($0.place) }
    #expect(places.map(\.piece) == [0, 0, 1, 1])
    #expect(places.map(\.side) == [1, 2, 1, 1])
    #expect(places.map(\.filling.letters) == [[:], [:], ["i": "1"], ["i": "2"]])
    let checker = LineChecker(derivation: derivation, contexts: try Contexts(derivation))
    for (line, place) in zip(derivation.lines, places) {
      let (formula, latex) = try #require(checker.read(line, place, []))
      #expect(formula == line.right)
      #expect(latex == line.printed)
    }
  }

  // Changes outside the display, or that leave nothing to read, give nothing.
  @Test func whatCannotBeRead() throws {
    let derivation = try Sample.derivation(Self.preamble + #"$$ \gamma_1 = \kappa_1 n_1 $$"#)
    let line = try #require(derivation.lines.first)
    let place = try #require(line.place)
    let right = try #require(line.right)
    let checker = LineChecker(derivation: derivation, contexts: try Contexts(derivation))
    #expect(checker.read(line, place, [.init(range: 0..<1, replacement: "x")]) == nil)
    #expect(checker.read(line, place, [.init(range: right.range, replacement: "")]) == nil)
    #expect(checker.read(line, place, [.init(range: right.range, replacement: "n_1 +")]) == nil)
    let other = checker.read(line, place, [.init(range: right.range, replacement: "n_1")])
    #expect(other?.latex == "n_1")
  }
}
