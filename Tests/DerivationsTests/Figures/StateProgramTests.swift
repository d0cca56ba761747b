import Foundation
import Testing

@testable import Derivations

private func exponential(_ x: Double) -> Double { exp(x) }

/// Steady states at a place of a file, drawn and swept.
@Suite struct StateProgramTests {
  private func swept(
    _ text: String, vary: [(String, String, String, Int)], at: [(String, String)] = [],
    given: [String] = [], _ quantities: String...
  ) throws -> (columns: [String], values: [[Double]]) {
    let sweep = try Sample.derivation(text).sweep(
      SweepRequest(
        vary: vary.map { .init(symbol: $0.0, from: $0.1, to: $0.2, count: $0.3) },
        at: at.map { .init(symbol: $0.0, value: $0.1) }, given: given, quantities: quantities))
    return (sweep.columns, try sweep.values(0..<sweep.count))
  }

  private static let two = #"""
    # Two baths

    ```rederive
    qubit 1: e g
    symbol \omega, \kappa, \lambda, T_1, T_2: positive
    symbol \mu: real
    let \sigma_- = |g\rangle\langle e|
    let H = \omega |e\rangle\langle e|
    hamiltonian H
    bath 1: couples \sigma_-, temperature T_1, chemical potential \mu, decay rate \kappa
    bath 2: couples \sigma_-, temperature T_2, chemical potential \mu, decay rate \lambda
    approximations: born, markov, no Lamb shift
    p_e means steady state, basis |e\rangle |g\rangle, element (1, 1)
    j_1 means heat current from bath 1
    j_2 means heat current from bath 2
    ```

    """#

  // n/(2n + 1) with n = 1/(e^{ω/T} − 1) is 1/(e^{ω/T} + 1).
  @Test func oneQubitInOneBath() throws {
    let figure = try FigureSample.figure(
      #"figure 1: plot p_e against T from 0.1 to 10, for \omega = 1, 2, at \kappa = 3"#)
    for (number, omega) in [1.0, 2].enumerated() {
      for (t, value) in zip(figure.axes[0].values, figure.series[number].derived) {
        #expect(abs(value - 1 / (exponential(omega / t) + 1)) <= 1e-12)
      }
    }
    #expect(figure.axes[0].values.count == 401)
    #expect(figure.axes[0].values.first == 0.1)
    #expect(figure.axes[0].values.last == 10)
    #expect(figure.series.map(\.printed) == [nil, nil])
  }

  // Bosons: rates κ n₁ + λ n₂ up and κ (n₁ + 1) + λ (n₂ + 1) down. The current from bath 1 is
  // ω κ (n₁ p_g − (n₁ + 1) p_e), and what comes from one goes to the other.
  @Test func oneQubitInTwoBaths() throws {
    let (columns, values) = try swept(
      Self.two, vary: [("T_1", "0.5", "4", 8), (#"\mu"#, "-1", "1/2", 4)],
      at: [(#"\omega"#, "2"), (#"\kappa"#, "1"), (#"\lambda"#, "3"), ("T_2", "1")],
      given: ["boson"], "p_e", "j_1", "j_2")
    #expect(columns == ["T_1", #"\mu"#, "p_e", "j_1", "j_2"])
    #expect(values.map(\.count) == [32, 32, 32, 32, 32])
    for place in 0..<32 {
      let (t, mu) = (values[0][place], values[1][place])
      #expect(t == 0.5 + 0.5 * Double(place / 4))
      let (a, b) = (1 / (exponential((2 - mu) / t) - 1), 1 / (exponential(2 - mu) - 1))
      let (up, down) = (a + 3 * b, a + 1 + 3 * (b + 1))
      let excited = up / (up + down)
      #expect(abs(values[2][place] - excited) < 1e-12)
      #expect(abs(values[3][place] - 2 * (a * (1 - excited) - (a + 1) * excited)) < 1e-12)
      #expect(abs(values[3][place] + values[4][place]) < 1e-12)
    }
  }

  /// Bosons have no state at ω ≤ μ, fermions one everywhere.
  @Test func bosonsBelowTheirChemicalPotential() throws {
    let at = [(#"\omega"#, "2"), (#"\kappa"#, "1"), (#"\lambda"#, "1"), ("T_2", "1"), ("T_1", "1")]
    let bosons = try swept(
      Self.two, vary: [(#"\mu"#, "0", "4", 5)], at: at, given: ["boson"], "p_e", "j_1"
    ).values
    #expect(bosons[1].map(\.isFinite) == [true, true, false, false, false])
    #expect(bosons[2].map(\.isFinite) == [true, true, false, false, false])
    let fermions = try swept(
      Self.two, vary: [(#"\mu"#, "0", "4", 5)], at: at, given: ["fermion"], "p_e"
    ).values
    // p_e = 1/(e^{ω−μ} + 1).
    for (mu, value) in zip(fermions[0], fermions[1]) {
      #expect(abs(value - 1 / (exponential(2 - mu) + 1)) < 1e-12)
    }
  }

  /// Bosons whose chemical potential nobody gives have none.
  @Test func bosonsWithoutAChemicalPotential() throws {
    let at = [(#"\omega"#, "2"), (#"\kappa"#, "1"), (#"\lambda"#, "1"), ("T_2", "1")]
    let values = try swept(Self.two, vary: [("T_1", "1", "2", 2)], at: at, given: ["boson"], "p_e")
      .values
    #expect(abs(values[1][0] - 1 / (exponential(2) + 1)) < 1e-12)
    let found = FigureSample.messages {
      _ = try swept(Self.two, vary: [("T_1", "1", "2", 2)], at: at, given: ["fermion"], "p_e")
    }
    #expect(found == [#"no-value no value was given for '\mu' | add it: --at '\mu=1'"#])
  }

  /// A symbol outside its domain has no state: T ≤ 0, and the approach to T = 0 is smooth.
  @Test func outsideADomain() throws {
    let values = try swept(
      Sample.qubit, vary: [("T", "-1", "1", 5)], at: [(#"\omega"#, "2"), (#"\kappa"#, "1")], "p_e"
    ).values
    #expect(values[1].map(\.isFinite) == [false, false, false, true, true])
    let cold = try swept(
      Sample.qubit, vary: [("T", "0.001", "0.002", 2)],
      at: [(#"\omega"#, "2"), (#"\kappa"#, "1")], "p_e"
    ).values
    // e^{−2000}: zero in floating point, and no NaN.
    #expect(cold[1] == [0, 0])
  }

  /// What is assumed of the symbols holds in no figure where it does not: T < 2 at T = 1 + 3k/400 is
  /// k < 134.
  @Test func outsideAnAssumption() throws {
    let figure = try FigureSample.figure(
      #"figure 1: plot p_e against T from 1 to 4, at \omega = 2, \kappa = 1, a = 1"#,
      after: Sample.qubit + "\n```rederive\nassume T < 2 a\n```\n")
    #expect(figure.series[0].derived.map(\.isFinite) == (0...400).map { $0 < 134 })
  }

  /// The passive state pairs populations with energies whose order the paper assumes.
  @Test func outsideTheOrderOfTheEnergies() throws {
    let text = String(decoding: try Sample.shipped("hadipour-haseli-2024"), as: UTF8.self)
    let curves = #"for \lambda = 1, 2, 4 (chosen), at \omega = 10, J = 1"#
    let first = try #require(text.range(of: curves))
    let changed = text.replacingCharacters(
      in: first, with: #"for \lambda = 1, 30, at \omega = 10, J = 1"#)
    let figure = try Sample.derivation(changed).figures(named: "3a")[0]
    #expect(!figure.series[0].derived.contains { !$0.isFinite })
    #expect(!figure.series[1].derived.contains { $0.isFinite })
  }

  /// ρ_ee = Ω²/(4Δ² + γ² + 2Ω²) for jumps without any bath; 0 is met at −0.3 + 1.2/4 = 5·10⁻¹⁷, where
  /// an order of elimination that divides by Δ must not go wrong unseen.
  @Test func jumpsOnly() throws {
    let text = String(decoding: try Sample.shipped("driven-atom"), as: UTF8.self)
    for (from, to) in [("-0.3", "0.9"), ("-3", "9"), ("-300", "900"), ("0.000000001", "4")] {
      let (columns, values) = try swept(
        text, vary: [(#"\Delta"#, from, to, 5), (#"\Omega"#, "0.001", "3", 4)],
        at: [(#"\gamma"#, "0.7")], #"\rho_{ee}"#)
      #expect(columns == [#"\Delta"#, #"\Omega"#, #"\rho_{ee}"#, #"\rho_{ee} (printed)"#])
      for place in values[0].indices {
        let (d, w) = (values[0][place], values[1][place])
        let right = w * w / (4 * d * d + 0.49 + 2 * w * w)
        for column in [2, 3] {
          #expect(
            !values[column][place].isFinite
              || abs(values[column][place] - right) <= 1e-9 * right, "Δ = \(d), Ω = \(w)")
        }
        #expect(values[2][place].isFinite, "Δ = \(d), Ω = \(w)")
      }
    }
  }

  /// Heat currents of the refrigerator: J_c ω_w = J_w ω_c, and they add up to nothing.
  @Test func heatCurrents() throws {
    let text = String(decoding: try Sample.shipped("absorption-refrigerator"), as: UTF8.self)
    let at = [
      (#"\omega_c"#, "1"), (#"\omega_w"#, "2"), (#"\kappa_h"#, "1"), (#"\kappa_c"#, "1"),
      (#"\kappa_w"#, "1"), ("T_h", "2"), ("T_c", "1"),
    ]
    let (columns, values) = try swept(
      text, vary: [("T_w", "1", "9", 9)], at: at, "J_h", "J_c", "J_w")
    #expect(
      columns == ["T_w"] + ["J_h", "J_c", "J_w"].flatMap { [$0, "\($0) (printed)"] })
    for place in 0..<9 {
      let (h, c, w) = (values[1][place], values[3][place], values[5][place])
      #expect(abs(values[2][place] - h) + abs(values[4][place] - c) < 1e-13)
      #expect(abs(h + c + w) < 1e-14)
      #expect(abs(2 * c - w) < 1e-14)
      // It cools when e^{−ω_h/T_h} < e^{−ω_c/T_c − ω_w/T_w}: 2/T_w < 3/2 − 1, T_w > 4.
      #expect(place == 3 ? abs(c) < 1e-14 : (c > 0) == (values[0][place] > 4))
    }
  }

  // MARK: Which printed state

  private static let printed = #"""
    ## A

    ### Cold

    ```rederive
    given T = 1
    ```

    $$ p_e = \frac{n}{2n + 1}, \quad p_g = \frac{n + 1}{2n + 1} \tag{1} $$

    ### Hot

    ```rederive
    given T = 2
    ```

    $$ p_e = \frac{n}{3n + 1}, \quad p_g = \frac{n + 1}{2n + 1} \tag{2} $$

    ```rederive
    figure 1: plot p_e against \omega from 1 to 2, at \kappa = 1
    ```

    """#

  /// A figure is drawn from what its own section prints; elsewhere, from what holds there.
  @Test func thePrintedStateOfItsSection() throws {
    let text = Sample.qubit + Self.printed
    let figure = try Sample.derivation(text).figures(named: "1")[0]
    #expect(figure.equations == ["2"])
    let n = 1 / (exponential(0.5) - 1)
    #expect(abs(try #require(figure.series[0].printed)[0] - n / (3 * n + 1)) < 1e-12)
    #expect(abs(figure.series[0].derived[0] - n / (2 * n + 1)) < 1e-12)
    // At the end of the file no restriction is in force: T says which state it is.
    for (t, factor) in [("1", 2.0), ("2", 3)] {
      let (columns, values) = try swept(
        text, vary: [(#"\omega"#, "1", "2", 2)], at: [("T", t), (#"\kappa"#, "1")], "p_e")
      #expect(columns == [#"\omega"#, "p_e", "p_e (printed)"])
      let n = 1 / (exponential(1 / (Double(t) ?? 0)) - 1)
      #expect(abs(values[2][0] - n / (factor * n + 1)) < 1e-12)
    }
    #expect(
      try swept(
        text, vary: [(#"\omega"#, "1", "2", 2)], at: [("T", "3"), (#"\kappa"#, "1")], "p_e"
      ).columns == [#"\omega"#, "p_e"])
    #expect(
      try swept(
        text, vary: [("T", "1", "2", 2)], at: [(#"\omega"#, "1"), (#"\kappa"#, "1")], "p_e"
      ).columns == ["T", "p_e"])
  }

  /// Two sections beside each other, neither of them restricted.
  @Test func thePrintedStatesOfSections() throws {
    let section = { (name: String, factor: Int) in
      #"""
      ## \#(name)

      $$ p_e = \frac{n}{\#(factor)n + 1}, \quad p_g = \frac{n + 1}{2n + 1} \tag{\#(factor)} $$

      ```rederive
      figure \#(name): plot p_e against T from 1 to 2, at \kappa = 1, \omega = 1
      ```

      """#
    }
    let derivation = try Sample.derivation(Sample.qubit + section("A", 2) + section("B", 5))
    let figures = try derivation.figures(named: nil)
    #expect(figures.map(\.equations) == [["2"], ["5"]])
    let n = 1 / (exponential(1) - 1)
    for (figure, factor) in zip(figures, [2.0, 5]) {
      #expect(abs(try #require(figure.series[0].printed)[0] - n / (factor * n + 1)) < 1e-12)
    }
  }

  /// A restriction in force that the figure's own values break: nothing is drawn from it.
  @Test func aRestrictionThatDoesNotHold() throws {
    let text =
      Sample.qubit + #"""
        ## A

        ```rederive
        given a^2 = b
        figure 1: plot p_e + a + b against T from 1 to 2, at \kappa = 1, \omega = 1, a = 3, b = 8
        figure 2: plot p_e + a + b against T from 1 to 2, at \kappa = 1, \omega = 1, a = 3, b = 9
        ```

        """#
    let figures = try Sample.derivation(text).figures(named: nil)
    #expect(figures.map { $0.series[0].derived.count(where: \.isNaN) } == [401, 0])
  }

  // MARK: Two names as one

  /// `\Delta T` is one symbol where it was declared, and a product where it was not.
  @Test func compoundNames() throws {
    let names = Sample.qubit.replacing(
      "symbol x, y, t: real", with: #"symbol x, y, t, \Delta: real"#)
    let product = FigureSample.text(
      [
        #"figure 1: plot \Delta T against x from 0 to 1, at \Delta = 3, T = 2, \omega = 1, \kappa = 1"#
      ],
      after: names)
    let figure = try Sample.derivation(product).figures(named: nil)[0]
    #expect(Set(figure.series[0].derived) == [6])
    let declared = FigureSample.text(
      [
        #"let \Delta T = x - T"#,
        #"figure 1: plot x against \Delta T from 0 to 1, at T = 2, \omega = 1, \kappa = 1"#,
      ], after: names)
    let sum = try Sample.derivation(declared).figures(named: nil)[0]
    #expect(sum.axes.map(\.symbol) == [#"\Delta T"#])
    for (difference, x) in zip(sum.axes[0].values, sum.series[0].derived) {
      #expect(abs(x - difference - 2) < 1e-15)
    }
  }
}
