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

  @Test func nothingHelps() throws {
    let found = try Self.solutions(
      #"\rho_{eg} = \frac{\Omega (3\Delta + i\gamma)}"# + Self.denominator, holds: [false])
    #expect(found.isEmpty)
  }
}
