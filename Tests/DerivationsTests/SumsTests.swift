import LaTeXMath
import Testing

@testable import Derivations

/// Sums by what is printed below and above them, and nothing else.
@Suite struct SumsTests {
  private static let preamble = #"""
    # Sums

    ```rederive
    qubit 1: e g
    symbol x: real
    symbol a_i: real, for i = 1, 2, 3
    symbol b_{ij}: real, for i = 1, 2, for j = 1, 2
    symbol T_1, T_2, T, \Delta: real
    symbol n_L, n_R: real
    let \Delta T = T_2 - T_1
    ```

    """#

  private static func verdicts(_ display: String) throws -> Set<Verdict> {
    Set(try Sample.lines("$$ \(display) $$", after: preamble).map(\.verdict))
  }

  @Test(arguments: [
    (#"\sum_{i=1}^{3} a_i + 0 = a_1 + a_2 + a_3"#), (#"\sum_i a_i + 0 = a_1 + a_2 + a_3"#),
    (#"\sum_{i=1}^{3} \sum_{j=1}^{i} a_j + 0 = 3 a_1 + 2 a_2 + a_3"#),
    (#"\sum_{i=1}^{3} \sum_{j=i}^{3} a_j + 0 = a_1 + 2 a_2 + 3 a_3"#),
    (#"\sum_{i=2}^{3} \sum_{j=1}^{i-1} a_j + 0 = 2 a_1 + a_2"#),
    (#"\sum_{i=1,j=1}^{2} b_{ij} + 0 = b_{11} + b_{12} + b_{21} + b_{22}"#),
    (#"\sum_{i,j} b_{ij} + 0 = b_{11} + b_{12} + b_{21} + b_{22}"#),
    (#"\sum_{i=1}^{3-1} a_i + 0 = a_1 + a_2"#), (#"\sum_{i=1,3} a_i + 0 = a_1 + a_3"#),
    (#"\sum_{s=L,R} n_s + 0 = n_L + n_R"#),
    (#"\sum_{j=1}^{3} a_j \sum_{j=1}^{2} a_j + 0 = (a_1 + a_2 + a_3)(a_1 + a_2)"#),
    (#"\sum_{j=1}^{2} (a_j + \sum_{j=1}^{3} a_j) + 0 = 3 a_1 + 3 a_2 + 2 a_3"#),
    (#"a_i \sum_{i=1}^{3} a_i + 0 = a_i (a_1 + a_2 + a_3)"#),
  ])
  func proved(_ line: String) throws { #expect(try Self.verdicts(line) == [.proved]) }

  // The sum over i is over all of them, whatever i is outside.
  @Test(arguments: [
    #"\frac{a_i}{\sum_{i=1}^{3} a_i} + 0 = \frac{1}{3}"#, #"a_i = \frac13 \sum_{i=1}^3 a_i"#,
    #"\sum_{i=1}^{3} \sum_{j=1}^{i} a_j + 0 = 3 (a_1 + a_2 + a_3)"#,
    #"\sum_{i=1}^{3-1} a_i + 0 = a_1 + a_2 + a_3"#, #"\sum_{i=2,3} a_i + 0 = a_1 + a_2 + a_3"#,
  ])
  func refuted(_ line: String) throws { #expect(try Self.verdicts(line) == [.refuted]) }

  // What is printed and not understood is said, and no family runs in its place.
  @Test(arguments: [
    #"\sum_{i=1,i\neq 2}^{3} a_i + 0 = a_1 + a_2 + a_3"#,
    #"\sum_{i=2}^{M} a_i + 0 = a_1 + a_2 + a_3"#, #"\sum_{i=2} a_i + 0 = a_1 + a_2 + a_3"#,
    #"\sum_i^{2} a_i + 0 = a_1 + a_2 + a_3"#, #"\sum_{i<3} a_i + 0 = a_1 + a_2 + a_3"#,
    #"\sum_{i,j=1}^{2} b_{ij} + 0 = b_{11} + b_{12} + b_{21} + b_{22}"#,
    #"\sum_{i=1,2}^{3} a_i + 0 = a_1 + a_2 + a_3"#, #"\sum_{i=j} a_i + 0 = a_1"#,
  ])
  func unreadable(_ line: String) throws { #expect(try Self.verdicts(line) == [.unreadable]) }

  // A reservoir has as many modes as it has: no sum stops at the third.
  @Test(arguments: [#"\sum_{k=1}^{3}"#, #"\sum_{k=1}"#, #"\sum_{j,k}"#])
  func modesHaveNoBounds(_ sum: String) throws {
    let preamble = Self.preamble + "```rederive\nmode b_k\n```\n"
    let display = #"$$ \#(sum) b_k + 0 = \sum_k b_k $$"#
    #expect(try Sample.lines(display, after: preamble).map(\.verdict) == [.unreadable])
  }

  // One name of two letters stays one in a power.
  @Test(arguments: [
    (#"\Delta T^2 + 0 = (T_2 - T_1)^2"#, Verdict.proved),
    (#"2 x \Delta T^{-1} + 0 = \frac{2 x}{T_2 - T_1}"#, .proved),
    (#"\Delta T^2 + 0 = T^2 \Delta"#, .refuted), (#"T^2 \Delta + 0 = \Delta T T"#, .refuted),
  ])
  func powersOfNamesOfTwoParts(_ line: String, _ verdict: Verdict) throws {
    #expect(try Self.verdicts(line) == [verdict])
  }
}
