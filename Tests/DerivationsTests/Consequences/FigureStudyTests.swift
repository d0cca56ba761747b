import Testing

@testable import Derivations

/// Consequences in a file whose mistakes are known: p_e = n/(2n + 1) in the eigenbasis.
@Suite struct FigureStudyTests {
  private func outcome(_ excited: String, _ directives: String...) throws -> Outcome {
    let text = #"""
      ```rederive
      \rho_{22} means steady state, eigenbasis, element (2, 2)
      \rho_{11} means steady state, eigenbasis, element (1, 1)
      ```

      $$ \rho_{22} = \#(excited), \quad \rho_{11} = \frac{n + 1}{2n + 1} \tag{1} $$

      ```rederive
      \#(directives.joined(separator: "\n"))
      ```

      """#
    return try Sample.outcome(Sample.qubit + text)
  }

  private static let figure =
    #"figure 1: plot \rho_{22} against T from 1 to 9, at \omega = 1, \kappa = 1"#

  // n/(4n + 1) also rises with n; its limit is 1/4, not 1/2.
  @Test func aNumber() throws {
    let found = try outcome(
      #"\frac{n}{4n + 1}"#, Self.figure, #"claim 1: increases with T "s""#
    ).consequences
    #expect(found.map(\.severity) == [.number])
    #expect(found.map(\.equations) == [["1"]])
    #expect(found[0].changes.map(\.quantity) == [#"$\rho_{22}$ of Fig. 1"#])
    #expect(found[0].changes[0].at.map(\.value) == [9])
  }

  // n/(n² + 1) rises up to n = 1 only.
  @Test func aConclusion() throws {
    let outcome = try outcome(
      #"\frac{n}{n^2 + 1}"#, Self.figure, #"claim 1: increases with T "s""#,
      #"claim 1: is positive "s""#)
    #expect(outcome.consequences.map(\.severity) == [.conclusion])
    let turns = outcome.consequences[0].turns
    #expect(turns.map(\.claim) == [0])
    #expect(turns.map(\.right) == [.holds])
    #expect(turns.map(\.wrong) == [.fails])
  }

  /// Nothing drawn, nothing claimed: no number can change.
  @Test func withoutFigures() throws {
    let found = try outcome(#"\frac{n}{4n + 1}"#).consequences
    #expect(found.map(\.severity) == [.slip])
  }

  @Test func aRightFileHasNone() throws {
    let outcome = try outcome(
      #"\frac{n}{2n + 1}"#, Self.figure, #"claim 1: increases with T "s""#)
    #expect(outcome.consequences.isEmpty)
    #expect(outcome.claims[0].judgement("printed")?.verdict == .holds)
    #expect(outcome.claims[0].judgement("derived")?.verdict == .holds)
  }

  // 1/(n − 1/2) has no number where n = 1/2, at T = 1/ln 3 = 0.91…: the first point here.
  @Test func aMistakeWithoutANumberAtTheFirstPoint() throws {
    let found = try outcome(
      #"\frac{n}{2n + 1} + \frac{0}{T - 1}"#, Self.figure, #"claim 1: increases with T "s""#)
    for consequence in found.consequences {
      #expect(consequence.unchanged.isEmpty)
      #expect(consequence.changes.first?.wrong == nil)
      #expect(consequence.turns.isEmpty)
    }
    let wrong = try outcome(
      #"\frac{n}{2n + 1} + \frac{T}{T - 1}"#, Self.figure, #"claim 1: increases with T "s""#)
    #expect(wrong.consequences.map(\.severity) == [.number])
    #expect(wrong.consequences[0].changes.map(\.wrong) == [nil])
    #expect(wrong.consequences[0].changes[0].at.map(\.value) == [1])
    #expect(wrong.claims[0].judgement("printed")?.verdict == .undecided)
  }

  /// A mistake of one figure's section is none of another's.
  @Test func aMistakeOfAnotherSection() throws {
    let text = #"""
      ```rederive
      \rho_{22} means steady state, eigenbasis, element (2, 2)
      ```

      ## A

      $$ \rho_{22} = \frac{n}{4n + 1} \tag{1} $$

      ```rederive
      figure 1: plot \rho_{22} against T from 1 to 9, at \omega = 1, \kappa = 1
      ```

      ## B

      $$ \rho_{22} = \frac{n}{2n + 1} \tag{2} $$

      ```rederive
      figure 2: plot \rho_{22} against T from 1 to 9, at \omega = 1, \kappa = 1
      ```

      """#
    let outcome = try Sample.outcome(Sample.qubit + text)
    #expect(
      outcome.consequences.flatMap(\.changes).map(\.quantity) == [#"$\rho_{22}$ of Fig. 1"#])
    #expect(outcome.consequences.map(\.equations) == [["1"]])
  }
}
