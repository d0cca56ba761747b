import ExactAlgebra
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra
import Testing

@testable import Derivations

@Suite struct FactsOfThePaperTests {
  private static let derivation = Result {
    try Derivation(
      bytes: try Sample.shipped("hadipour-haseli-2024"), file: "hadipour-haseli-2024.md")
  }
  private static let facts = Result { try derivation.get().facts() }

  private func facts(_ kind: Fact.Kind, _ given: [String]) throws -> [Fact] {
    try Self.facts.get().filter { $0.kind == kind && $0.given == given }
  }

  // ρ ∝ e^{−(H − μN)/T} with N = 0, 1, 1, 2; the populations fall where μ < (δ − Ω)/2, as it is for bosons.
  @Test(arguments: ["boson", "fermion"])
  func equilibrium(_ statistics: String) throws {
    let given = [statistics, "T_1 = T_2", #"\mu_1 = \mu_2"#]
    let gibbs = try facts(.equilibrium, given)
    #expect(gibbs.map(\.verdict) == [.proved])
    #expect(gibbs.first?.statement.contains("$0, 1, 1, 2$") == true)
    #expect(try facts(.detailedBalance, given).map(\.verdict) == [.proved])
    #expect(try facts(.detailedBalance, [statistics]).map(\.verdict) == [.fails])
    #expect(
      try facts(.passivity, given).map(\.verdict) == [statistics == "boson" ? .proved : .fails])
    let without = try facts(
      .passivity, [statistics, "T_1 = T_2", #"\mu_1 = \mu_2 = 0"#])
    #expect(without.map(\.verdict) == (statistics == "boson" ? [] : [.proved]))
  }

  // Rank 16 − 1, but for J = 0, where nothing relaxes; energy and number are conserved, as H and N commute
  // with what the baths exchange.
  @Test(arguments: ["boson", "fermion"])
  func general(_ statistics: String) throws {
    let unique = try #require(try facts(.uniqueness, [statistics]).first)
    #expect(unique.verdict == .proved)
    #expect(unique.statement.contains("$15$"))
    #expect(unique.exceptions == ["$J = 0$"])
    #expect(try facts(.firstLaw, [statistics]).map(\.verdict) == [.proved])
    #expect(try facts(.bathDetailedBalance, [statistics]).map(\.verdict) == [.proved])
    #expect(try facts(.secondLaw, [statistics]).map(\.verdict) == [.fails])
    #expect(try facts(.positivity, [statistics]).map(\.verdict) == [.fails])
    #expect(
      try facts(.heatFlow, [statistics, #"\mu_1 = \mu_2"#]).map(\.verdict) == [.fails])
  }

  // One temperature: −Σ Q̇/T = (μ₁ − μ₂)İ₁/T, and the current runs down the potential.
  @Test func currentDownThePotential() throws {
    let law = try #require(
      try Self.facts.get().first {
        $0.kind == .secondLaw && $0.given.contains("T_1 = T_2 = T")
      })
    #expect(law.verdict == .proved)
    #expect(law.given.contains("fermion"))
  }

  // The null space of the numeric Liouvillian, which shares nothing with the closed form, has the least
  // eigenvalue that was certified.
  @Test func negativeEigenvaluesAreThere() throws {
    let points = try Self.facts.get().filter { $0.kind == .positivity && $0.verdict == .fails }
    #expect(points.count == 5)
    for fact in points {
      let value = try #require(fact.values.first?.value)
      #expect(value.hasPrefix("-"))
      let evaluation = try Self.derivation.get().evaluate(
        at: fact.point.filter { $0.symbol != #"\Omega"# }.map { ($0.symbol, $0.value) }
          + Self.missing(fact.point),
        given: [fact.given.contains("fermion") ? "fermion" : "boson"])
      let numeric = try #require(evaluation.roads.last)
      #expect(numeric.name == "numeric")
      let least = try #require(numeric.eigenvalues.last)
      #expect(abs(least - Self.number(value)) < 1e-3 * abs(least) + 1e-12)
    }
  }

  /// What a section's restrictions say of symbols that a point leaves out.
  private static func missing(
    _ point: [Witness.Assignment]
  ) -> [(symbol: String, value: String)] {
    let known = Dictionary(uniqueKeysWithValues: point.map { ($0.symbol, $0.value) })
    var result: [(String, String)] = []
    for (symbol, others) in [
      (#"\omega_1"#, #"\omega"#), (#"\omega_2"#, #"\omega"#), ("T_1", "T"), ("T_2", "T"),
    ] where known[symbol] == nil {
      if let value = known[others] { result.append((symbol, value)) }
    }
    for symbol in [#"\mu_1"#, #"\mu_2"#] where known[symbol] == nil { result.append((symbol, "0")) }
    return result
  }

  /// `-6.574 \times 10^{-4}` as a number.
  private static func number(_ latex: String) -> Double {
    let parts = latex.split(separator: "{")
    let mantissa = latex.prefix { $0 != " " }
    let exponent = parts.count > 1 ? String(parts[1].dropLast()) : "0"
    return Double("\(mantissa)e\(exponent)") ?? .nan
  }

  private static let alike = [#"\theta = \pi/2"#, #"\omega_1 = \omega_2 = \omega"#]

  /// The model where a line stands under exactly these restrictions.
  private static func setting(_ wanted: [String]) throws -> FactSetting {
    let derivation = try derivation.get()
    let places = derivation.lines.map {
      derivation.restrictions(at: $0.position, in: $0.section)
    }
    let own = try #require(
      places.first { place in
        Set(place.filter { !$0.isAssumption }.map(\.phrase.text)) == Set(wanted)
      })
    return try #require(try derivation.setting(own, nil, .none))
  }

  private static func point(
    _ setting: FactSetting, _ values: [String: Rational]
  ) -> [Int: Rational] {
    var point: [Int: Rational] = [:]
    for (index, generator) in setting.field.generators.enumerated()
    where setting.field.determined[index] == nil {
      point[index] = values[generator.latex]
    }
    return point
  }

  // Least eigenvalue −7.0e−4 at μ₁ = 13, Δμ = 20, T = 1, λ = 2, ω = 10, J = 1, from two independent programs.
  @Test func aKnownNegativeEigenvalue() throws {
    let setting = try Self.setting(Self.alike + ["fermion", "T_1 = T_2 = T"])
    let search = FactSearch(setting, covering: [])
    let point = Self.point(
      setting,
      [#"\mu_1"#: 13, #"\mu_2"#: 33, "T": 1, #"\Omega"#: 2, #"\omega"#: 10, "J": 1])
    let sample = try #require(search.sample(at: point))
    var enclosed = try #require(search.enclosed(sample))
    let value = try #require(search.leastEigenvalue(sample, in: &enclosed))
    #expect(value.isNegative)
    #expect(abs(value.middle.doubleValue + 0.0006998645380337969) < 1e-9)
    #expect(value.latex == #"-6.999 \times 10^{-4}"#)
  }

  // ω = 3, λ = 1/5, J = 1, T₁ = 10, T₂ = 2: a null space in NumPy gives a current −4.587178702e−4 out of the
  // hotter reservoir's side, against the difference of temperatures.
  @Test func aKnownCurrentAgainstTheDifference() throws {
    let setting = try Self.setting(Self.alike + ["boson", #"\mu_1 = \mu_2 = 0"#])
    let search = FactSearch(setting, covering: setting.flows.map(\.heat))
    let values: [String: Rational] = [
      #"\Omega"#: Rational(1, 5), #"\omega"#: 3, "J": 1, "T_1": 10, "T_2": 2,
    ]
    let sample = try #require(search.sample(at: Self.point(setting, values)))
    var enclosed = try #require(search.enclosed(sample))
    let heats = setting.flows.map { enclosed.value($0.heat)?.middle.doubleValue ?? .nan }
    #expect(abs(heats[0] + 4.587178701652844e-4) < 1e-14)
    #expect(abs(heats[1] - 4.587178701652844e-4) < 1e-14)
  }

  // Heat is energy less the chemical potential's work. ω = 20, λ = J = 2, T = 1/2, μ₁ = 20, μ₂ = 0: a null
  // space in NumPy gives Q̇ = (−0.76159415595576, −3.23840584404424), and (μ₁ − μ₂)İ₁ = 4 makes up for both.
  @Test func aKnownHeatBesideWork() throws {
    let setting = try Self.setting(Self.alike + ["fermion", "T_1 = T_2 = T"])
    let search = FactSearch(setting, covering: setting.flows.map(\.heat))
    let values: [String: Rational] = [
      #"\Omega"#: 2, #"\omega"#: 20, "J": 2, "T": Rational(1, 2), #"\mu_1"#: 20, #"\mu_2"#: 0,
    ]
    let sample = try #require(search.sample(at: Self.point(setting, values)))
    var enclosed = try #require(search.enclosed(sample))
    let heats = setting.flows.map { enclosed.value($0.heat)?.middle.doubleValue ?? .nan }
    #expect(abs(heats[0] + 0.7615941559557633) < 1e-12)
    #expect(abs(heats[1] + 3.2384058440442427) < 1e-12)
    let number = enclosed.value(setting.flows[0].number)?.middle.doubleValue ?? .nan
    #expect(abs(20 * number + heats[0] + heats[1]) < 1e-12)
  }

  // λ < 2√(ω₁ω₂) bounds the domain: a point beyond it is none.
  @Test func pointsLieInTheDomain() throws {
    let setting = try Self.setting(Self.alike + ["boson", #"\mu_1 = \mu_2 = 0"#])
    let search = FactSearch(setting, covering: [])
    let values: [String: Rational] = [
      #"\Omega"#: 7, #"\omega"#: 3, "J": 1, "T_1": 10, "T_2": 2,
    ]
    #expect(search.sample(at: Self.point(setting, values)) == nil)
  }

  @Test func theSameFactsAgain() throws {
    #expect(try Self.derivation.get().facts() == Self.facts.get())
  }

  // Four digits: 1.2346e−4 is 1.235e−4, −12.346 is −12.35.
  @Test func roundedValues() {
    #expect(Enclosure(Rational(12346, 100_000_000)).latex == #"1.235 \times 10^{-4}"#)
    #expect(Enclosure(Rational(-12346, 1000)).latex == "-12.35")
    #expect(Enclosure(Rational(1, 2)).latex == "0.5000")
    #expect(Enclosure(0).latex == "0")
    #expect(Enclosure(Rational(200_000)).latex == #"2.000 \times 10^{5}"#)
  }
}
