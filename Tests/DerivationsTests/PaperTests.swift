import ExactAlgebra
import Foundation
import Testing

@testable import Derivations

/// What is true of the paper, line by line, as established by pen, by an exact steady state and by two
/// independent numeric codes; see the comments for what is wrong where.
@Suite struct PaperTests {
  /// Equation, subject, verdict: every printed statement of the file, in order.
  private static let table = #"""
    0+1  H  defined
    1  H_S  defined
    1  H_R  defined
    1  V  defined
    2  \varepsilon_1  proved
    2  |\varepsilon_1\rangle  proved
    2  \varepsilon_2  proved
    2  |\varepsilon_2\rangle  proved
    2  \varepsilon_3  proved
    2  |\varepsilon_3\rangle  refuted
    2  \varepsilon_4  proved
    2  |\varepsilon_4\rangle  proved
    3  U  convention
    4  H_{int}  proved
    5  A_1  proved
    5  B_1  proved
    5  A_2  proved
    5  B_2  proved
    5+1  H_0  defined
    6  H_{int}(t)  proved
    7  \frac{d\rho_I(t)}{dt}  unreadable
    8  \frac{d\rho}{dt}  proved
    8+1  \mathcal{D}_1[\rho]  proved
    8+2  \mathcal{D}_2[\rho]  unreadable
    9  \mathcal{N}_1[\rho]  proved
    9  \mathcal{N}_2[\rho]  proved
    10  \mathcal{S}_1[\rho]  proved
    10  \mathcal{S}_2[\rho]  proved
    10+1  \gamma^+  unreadable
    10+1  \gamma^-  unreadable
    10+2  \Gamma^+  unreadable
    10+2  \Gamma^-  unreadable
    11  \gamma_1(\omega)  proved
    11  \gamma_2(\omega)  proved
    11  \Gamma_1(\omega)[N_1(\omega) + 1]  unreadable
    11  \Gamma_2(\omega)[N_2(\omega) + 1]  unreadable
    12  \gamma_1(\omega)  proved
    12  \gamma_2(\omega)  proved
    12  \Gamma_1(\omega)[1 - N_1(\omega)]  unreadable
    12  \Gamma_2(\omega)[1 - N_2(\omega)]  unreadable
    12+1  J_1(\omega)  unreadable
    12+1  J_2(\omega)  unreadable
    12+2  N_1(\omega)  convention
    12+2  N_2(\omega)  convention
    12+2  N_1(\omega)  convention
    12+2  N_2(\omega)  convention
    12+3  N_1(\omega)  refuted
    12+3  N_2(\omega)  refuted
    12+3  N_1(\omega)  proved
    12+3  N_2(\omega)  proved
    12+4  J_1(\delta/2 + \Omega/2)  proved
    12+4  J_2(\delta/2 + \Omega/2)  proved
    12+4  J_1(\delta/2 - \Omega/2)  proved
    12+4  J_2(\delta/2 - \Omega/2)  proved
    13  \rho_\varepsilon  proved
    14  \rho  proved
    15  \eta_{11}  convention
    15  \eta_{44}  convention
    15  \eta_{22}  convention
    15  \eta_{33}  refuted
    15  \eta_{23}  convention
    15+1  \mathcal{E}(\rho)  unreadable
    15+2  \mathcal{U}(\rho)  proved
    15+3  \mathcal{E}(\rho)  proved
    16  \rho  proved
    16  r_1  proved
    16  r_2  proved
    16  r_3  proved
    16  H_s  proved
    16  \varepsilon_1  proved
    16  \varepsilon_2  proved
    16  \varepsilon_3  proved
    16+1  \mathcal{P}_\rho  proved
    17  \mathcal{E}(\rho)  proved
    18  \rho_{11}  refuted
    18  \rho_{22}  refuted
    18  \rho_{33}  proved
    18  \rho_{44}  refuted
    19  \mathcal{Z}  defined
    20  \gamma_1^+  proved
    20  \gamma_2^+  proved
    20  \Gamma_1^+  proved
    20  \Gamma_2^+  proved
    20  \gamma_1^-  proved
    20  \gamma_2^-  proved
    20  \Gamma_1^-  proved
    20  \Gamma_2^-  proved
    20+1  \omega_+  defined
    20+1  \omega_-  defined
    21  \gamma_1^+  proved
    21  \gamma_2^+  proved
    21  \Gamma_1^+  proved
    21  \Gamma_2^+  proved
    21  \gamma_1^-  proved
    21  \gamma_2^-  proved
    21  \Gamma_1^-  proved
    21  \Gamma_2^-  proved
    21+1  \omega_{f+}  defined
    21+1  \omega_{f-}  defined
    21+2  \delta  proved
    21+3  \Omega  proved
    22  L_+  defined
    22  L_-  defined
    22  M_+  defined
    22  M_-  defined
    22+1  N_1^+  proved
    22+1  N_2^+  proved
    22+1  N_1^-  proved
    22+1  N_2^-  proved
    23  \rho_{11}  proved
    23  \rho_{22}  proved
    23  \rho_{33}  proved
    23  \rho_{44}  proved
    23  \rho_{23}  refuted
    24  s_1  defined
    24  s_2  defined
    24  z_1  defined
    24  z_2  defined
    24  R  defined
    26  \mathcal{N}  defined
    27  \rho_{11}  proved
    27  \rho_{22}  proved
    27  \rho_{33}  proved
    27  \rho_{44}  refuted
    27  \rho_{23}  refuted
    28  \mathcal{R}  defined
    29  \mathcal{L}_+  defined
    29  \mathcal{L}_-  defined
    29  \mathcal{M}_+  defined
    29  \mathcal{M}_-  defined
    30  \rho_{11}  proved
    30  \rho_{22}  proved
    30  \rho_{33}  proved
    30  \rho_{44}  proved
    30  \rho_{23}  refuted
    31  s_1  defined
    31  s_2  defined
    31  z_1  defined
    31  z_2  defined
    31  R  defined
    32  \mathcal{G}  defined
    33  \rho_{11}  proved
    33  \rho_{22}  proved
    33  \rho_{33}  proved
    33  \rho_{44}  refuted
    33  \rho_{23}  refuted
    34  \mathcal{R}  defined
    """#

  @Test func everyLineHasItsVerdict() throws {
    let outcome = try Paper.outcome.get()
    let found = outcome.lines.map { "\($0.equation)  \($0.subject)  \($0.verdict.rawValue)" }
    let expected = Self.table.split(separator: "\n").map(String.init)
    #expect(found.count == expected.count)
    for (line, wanted) in zip(found, expected) { #expect(line == wanted) }
  }

  @Test func everyRefutationHasAnExactWitness() throws {
    for line in try Paper.outcome.get().lines where line.verdict == .refuted {
      let witness = try #require(line.witness, "\(line.equation) \(line.subject)")
      #expect(witness.printed != witness.derived)
      #expect(!witness.printed.contains(".") && !witness.derived.contains("."))
    }
    for line in try Paper.outcome.get().lines where line.verdict != .refuted {
      #expect(line.witness == nil)
    }
  }

  // ε₃ has + where the paper prints −.
  @Test func secondEquation() throws {
    #expect(
      try Paper.line("2", #"|\varepsilon_3\rangle"#).derived
        == #"\cos\frac{\theta}{2} |eg\rangle + \sin\frac{\theta}{2} |ge\rangle"#)
  }

  // Fermions at θ = π/2, by hand: 𝓡 = (M₊ + M₋)²/(4 + (Ω/J)²), ρ₄₄ = L₊L₋ − 𝓡; printed L₊L₋𝓡.
  @Test func fermionWitnessRecomputed() throws {
    let line = try Paper.line("27", #"\rho_{44}"#)
    let witness = try #require(line.witness)
    func value(_ symbol: String) throws -> Rational {
      try #require(witness[symbol].flatMap { Rational($0) }, "\(symbol) in \(witness.at)")
    }
    let (a, b) = (try value("N_1^+"), try value("N_2^+"))
    let (c, d) = (try value("N_1^-"), try value("N_2^-"))
    let half = Rational(1, 2)
    let x = try value(#"\Omega"#) / value("J")
    let m = half * (a - b) + half * (c - d)
    let r = m * m / (Rational(4) + x * x)
    let product = half * (a + b) * half * (c + d)
    #expect(Rational(witness.derived) == product - r)
    #expect(Rational(witness.printed) == product * r)
  }

  // At equal temperatures r = 1/N − 1 = e^{(ω−μ)/T} obeys r₁⁺/r₁⁻ = e^{λ/T} = r₂⁺/r₂⁻ > 1.
  @Test(arguments: [#"\rho_{44}"#, #"\rho_{23}"#])
  func smallNumbersAtOneTemperature(subject: String) throws {
    let witness = try #require(try Paper.line("27", subject).witness)
    for assignment in witness.at {
      let value = try #require(Rational(assignment.value))
      #expect(value.height <= 4, "\(assignment)")
    }
    func r(_ symbol: String) throws -> Rational {
      let n = try #require(witness[symbol].flatMap { Rational($0) })
      #expect(n > 0 && n < 1)
      return n.inverse - 1
    }
    #expect(try r("N_1^+") * r("N_2^-") == r("N_1^-") * r("N_2^+"))
    #expect(try r("N_1^+") > r("N_1^-"))
  }

  // (δ + Ω)/2 > (δ − Ω)/2, and both statistics fall with the frequency; all values are small.
  @Test func occupationsFallWithTheFrequency() throws {
    var met = 0
    for line in try Paper.outcome.get().lines {
      for bath in ["1", "2"] {
        guard let plus = line.witness?["N_\(bath)^+"].flatMap({ Rational($0) }),
          let minus = line.witness?["N_\(bath)^-"].flatMap({ Rational($0) })
        else { continue }
        met += 1
        #expect(plus < minus, "(\(line.equation)) \(line.subject)")
        #expect(plus > 0 && max(plus.height, minus.height) <= 4)
      }
    }
    #expect(met > 10)
  }

  // L of Eq. 33 is declared nowhere.
  @Test func theUndeclaredSymbolIsNamed() throws {
    let notes = try Paper.line("33", #"\rho_{44}"#).notes
    #expect(notes.contains { $0.hasPrefix("undeclared symbol $L$, taken as a free number") })
  }

  @Test func theSumOverJIsNamed() throws {
    let notes = try Paper.line("8+2", #"\mathcal{D}_2[\rho]"#).notes
    #expect(
      notes.contains { $0.contains("the index i is not bound") && $0.contains("runs over j") })
  }
}

/// The other shipped files are right throughout.
@Suite struct ShippedFilesTests {
  @Test(arguments: ["qubit-two-baths", "driven-atom", "absorption-refrigerator"])
  func everythingIsProved(_ name: String) throws {
    let outcome = try Derivation(bytes: try Sample.shipped(name), file: "\(name).md").check { _ in }
    #expect(outcome.derivation == name)
    #expect(!outcome.lines.isEmpty)
    #expect(outcome.diagnostics.isEmpty)
    for line in outcome.lines {
      #expect(
        line.verdict == .proved || line.verdict == .defined,
        "(\(line.equation)) \(line.subject): \(line.verdict) \(line.notes)")
    }
  }
}
