import ExactAlgebra
import OpenSystems
import Testing

@testable import Derivations

/// Conventions for the driven atom: ρ_ee = Ω²/D, ρ_eg = Ω(2Δ − iγ)/D with D = 4Δ² + γ² + 2Ω².
@Suite struct ConventionSearchTests {
  /// The solutions for the lines of one display, some of which are said to hold.
  private static func solutions(
    _ display: String, holds: [Bool]
  ) throws -> [(conventions: [Convention], explained: [Int])] {
    let derivation = try Sample.derivation(
      ConventionCatalogueTests.atom + "$$ \(display) $$")
    var contexts = try Contexts(derivation)
    let members = try derivation.lines.indices.map { number in
      ConventionSearch.Member(
        number: number, line: derivation.lines[number],
        right: try #require(derivation.lines[number].right), holds: holds[number])
    }
    let line = try #require(derivation.lines.first)
    let (_, context) = try contexts.context(at: line.position, in: line.section)
    let made = ConventionSearch(
      members, context, statistics: context.statistics, makeContext: { _ in nil })
    var search = try #require(made)
    return search.solutions().map { ($0.conventions, $0.explained) }
  }

  private static let denominator = #"{4\Delta^2 + \gamma^2 + 2\Omega^2}"#

  @Test func nothingIsWrong() throws {
    #expect(
      try Self.solutions(#"\rho_{ee} = \frac{\Omega^2}"# + Self.denominator, holds: [true]).isEmpty)
  }

  @Test func oneConvention() throws {
    let found = try Self.solutions(
      #"\rho_{eg} = \frac{\Omega (2\Delta + i\gamma)}"# + Self.denominator, holds: [false])
    #expect(found.map(\.conventions) == [[.transposed]])
    #expect(found.map(\.explained) == [[0]])
  }

  // −Ω(2Δ − iγ)/D is ρ_ge with the other sign of Δ: two conventions, no single one.
  @Test func twoConventions() throws {
    let found = try Self.solutions(
      #"\rho_{eg} = -\frac{\Omega (2\Delta - i\gamma)}"# + Self.denominator, holds: [false])
    #expect(found.map { Set($0.conventions) } == [[.transposed, .negatedSymbol(#"\Delta"#)]])
  }

  // What holds as printed must not be lost for what a convention would gain.
  @Test func whatHoldsCounts() throws {
    let right = #"\rho_{eg} = \frac{\Omega (2\Delta - i\gamma)}"# + Self.denominator
    let wrong = #"\rho_{ge} = \frac{\Omega (2\Delta - i\gamma)}"# + Self.denominator
    #expect(try Self.solutions("\(right), \(wrong)", holds: [true, false]).isEmpty)
    let transposed = #"\rho_{eg} = \frac{\Omega (2\Delta + i\gamma)}"# + Self.denominator
    let found = try Self.solutions("\(transposed), \(wrong)", holds: [false, false])
    #expect(found.map(\.conventions).contains([.transposed]))
    #expect(found.first { $0.conventions == [.transposed] }?.explained == [0, 1])
  }

  // Δ with the other sign mends the coherence, half of γ the population; both change a printed definition,
  // and neither explains more than the other.
  @Test func conventionsThatExplainEquallyMuch() throws {
    let found = try Self.solutions(
      #"""
      D = 4\Delta^2 + \gamma^2 + 2\Omega^2, \quad G = 4\Delta^2 + 4\gamma^2 + 2\Omega^2, \quad
      \rho_{eg} = -\frac{\Omega (2\Delta + i\gamma)}{D}, \quad \rho_{ee} = \frac{\Omega^2}{G}
      """#, holds: [true, true, false, false])
    #expect(
      Set(found.map(\.conventions)) == [
        [.negatedSymbol(#"\Delta"#)], [.scaledRate(#"\gamma"#, Rational(1, 2))],
      ])
    #expect(Set(found.map(\.explained)) == [[2], [3]])
  }

  // N e^{ω/T} = 1 − N holds for fermions; the function stands among other factors only.
  @Test func functionsAmongFactors() throws {
    let line = try Sample.line(#"2 e^{\omega/T} N(\omega) = 2 - 2 N(\omega)"#)
    #expect(line.verdict == .refuted)
    #expect(line.notes.contains("true if the reservoirs hold fermions"), "\(line.notes)")
  }

  // r₁₂⟨v₁|e⟩ is the same whatever the sign of |v₁⟩, so that only that of |v₂⟩ mends it.
  // ρ_ee − ρ_gg = −γ²/D, ρ_eg = −iγΩ/D with D = γ² + 2Ω²: r₁₂ = −γ(γ + 2iΩ)/(2D).
  @Test func signsOfKetsAndBras() throws {
    let preamble = #"""
      # Signs

      ```rederive
      qubit 1: e g
      symbol \Omega, \gamma: positive
      let \sigma_- = |g\rangle\langle e|
      let H = \frac{\Omega}{2} (|e\rangle\langle g| + |g\rangle\langle e|)
      hamiltonian H
      jump \sigma_-: rate \gamma
      |v_i\rangle means eigenvector i of H, for i = 1, 2
      r_{ij} means steady state, eigenbasis, element (i, j), for i = 1, 2, for j = 1, 2
      ```

      $$ |v_1\rangle = \frac{1}{\sqrt{2}} (|e\rangle - |g\rangle) $$
      $$ |v_2\rangle = \frac{1}{\sqrt{2}} (|e\rangle + |g\rangle) $$

      """#
    let value = #"\frac{\gamma(\gamma + 2 i \Omega)}{2 (\gamma^2 + 2 \Omega^2)}"#
    func line(_ left: String, _ right: String) throws -> LineOutcome? {
      try Sample.lines("$$ \(left) = \(right) $$", after: preamble).last
    }
    #expect(try line("r_{12}", "-" + value)?.verdict == .proved)
    let other = try #require(try line("r_{12}", value))
    #expect(other.verdict == .refuted)
    #expect(other.notes.contains(#"true if $|v_1\rangle$ has the other sign"#), "\(other.notes)")
    let product = #"r_{12} \langle v_1|e\rangle"#
    #expect(try line(product, #"-\frac{1}{\sqrt{2}}"# + value)?.verdict == .proved)
    let wrong = try #require(try line(product, #"\frac{1}{\sqrt{2}}"# + value))
    #expect(wrong.verdict == .refuted)
    #expect(wrong.notes.contains(#"true if $|v_2\rangle$ has the other sign"#), "\(wrong.notes)")
  }

  @Test func nothingHelps() throws {
    let found = try Self.solutions(
      #"\rho_{eg} = \frac{\Omega (3\Delta + i\gamma)}"# + Self.denominator, holds: [false])
    #expect(found.isEmpty)
  }
}
