import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import OpenSystems

@Suite struct OccupationRelationsTests {
  /// ω, ν, T and λ positive, μ₁ and μ₂ real, Δ real.
  private struct Bench {
    var field = Field()
    var reservoirs = Reservoirs()
    let omega: Fraction
    let nu: Fraction
    let lambda: Fraction
    let temperature: Fraction
    let potentials: [Fraction]
    let detuning: Fraction

    init() {
      omega = .variable(field.addFree("\\omega", domain: .positive))
      nu = .variable(field.addFree("\\nu", domain: .positive))
      lambda = .variable(field.addFree("\\lambda", domain: .positive))
      temperature = .variable(field.addFree("T", domain: .positive))
      let first = Fraction.variable(field.addFree("\\mu_1", domain: .real))
      potentials = [first, .variable(field.addFree("\\mu_2", domain: .real))]
      detuning = .variable(field.addFree("\\Delta", domain: .real))
    }

    mutating func add(
      _ statistics: Statistics?, _ frequency: Fraction, potential: Fraction = 0,
      temperature: Fraction? = nil
    ) -> Int {
      let bath = Bath(
        name: "b", coupling: Atom.lowering, temperature: temperature ?? self.temperature,
        chemicalPotential: potential, strength: .spectralDensity(1), statistics: statistics)
      return reservoirs.occupation(bath, frequency, field: &field).variables[0]
    }

    var relations: OccupationRelations? {
      reservoirs.relations(among: reservoirs.occupations, field)
    }
  }

  /// The paper's section IV.B: fermions at one temperature, ω ± λ/2 in two baths.
  private func pair(_ statistics: Statistics) -> (Bench, plus: [Int], minus: [Int]) {
    var t = Bench()
    let isFermion = statistics == .fermion
    var (plus, minus): ([Int], [Int]) = ([], [])
    for potential in isFermion ? t.potentials : [0] {
      plus.append(t.add(statistics, t.omega + t.lambda / 2, potential: potential))
      minus.append(t.add(statistics, t.omega - t.lambda / 2, potential: potential))
    }
    return (t, plus, minus)
  }

  // r = e^{(ω−μ)/T}: r₁⁺/r₁⁻ = e^{λ/T} = r₂⁺/r₂⁻ > 1, and r is 1/N − 1.
  @Test func fermionsAtOneTemperature() throws {
    let (t, plus, minus) = pair(.fermion)
    let relations = try #require(t.relations)
    #expect(relations.chosen.count == 3)
    #expect(relations.dependent == [minus[1]])
    #expect(!relations.isTrivial)
    // N₁⁺ = 1/3, N₁⁻ = 1/2 make e^{λ/T} = 2, so that N₂⁺ = 1/5 needs r₂⁻ = 4/2 and N₂⁻ = 1/3.
    let full = try #require(
      relations.completed([plus[0]: ratio(1, 3), minus[0]: ratio(1, 2), plus[1]: ratio(1, 5)]))
    #expect(full[minus[1]] == ratio(1, 3))
    // N₁⁺ ≥ N₁⁻ would be λ ≤ 0; nothing lies outside its range.
    for (a, b, c) in [(1, 2, 1), (2, 1, 1)] {
      let point = [plus[0]: ratio(a, 3), minus[0]: ratio(b, 3), plus[1]: ratio(c, 3)]
      #expect((relations.completed(point) == nil) == (a >= b))
    }
    for value in [ratio(0, 1), ratio(1, 1), ratio(-1, 2), ratio(3, 2)] {
      #expect(
        relations.completed([plus[0]: ratio(1, 3), minus[0]: ratio(1, 2), plus[1]: value]) == nil)
    }
    #expect(relations.completed([:]) == nil)
  }

  // n_h = n_c n_w/(n_c + n_w + 1): 1/n + 1 multiplies, and every product of numbers above 1 is above 1.
  @Test func bosonsAtOneTemperature() throws {
    var t = Bench()
    let n = [t.add(.boson, t.omega), t.add(.boson, t.nu), t.add(.boson, t.omega + t.nu)]
    let relations = try #require(t.relations)
    #expect(relations.chosen == [n[0], n[1]])
    for (a, b) in [(1, 1), (2, 1), (3, 5)] {
      let full = try #require(relations.completed([n[0]: Fraction(a), n[1]: Fraction(b)]))
      #expect(full[n[2]] == ratio(a * b, a + b + 1))
    }
    #expect(relations.completed([n[0]: 0, n[1]: 1]) == nil)
  }

  // Of λ, Δ and a bath's occupation what an exponent is made of counts; Δ is in none.
  @Test func whatRelationsDependOn() {
    let (t, plus, _) = pair(.fermion)
    let lambda = t.lambda.variables[0]
    let detuning = t.detuning.variables[0]
    #expect(t.reservoirs.related([plus[0], lambda, detuning, 900], t.field) == [plus[0], lambda])
    #expect(Reservoirs().related([lambda], t.field).isEmpty)
  }

  // Without a third frequency they are independent, but for N(ω + λ/2) < N(ω − λ/2).
  @Test func boundsOfIndependentOccupations() throws {
    let (t, plus, minus) = pair(.boson)
    let relations = try #require(t.relations)
    #expect(relations.dependent.isEmpty)
    #expect(!relations.isTrivial)
    #expect(relations.completed([plus[0]: 1, minus[0]: 2]) != nil)
    #expect(relations.completed([plus[0]: 2, minus[0]: 1]) == nil)
    #expect(relations.completed([plus[0]: 1, minus[0]: 1]) == nil)
  }

  // λ < 2ω makes r⁻ = e^{(ω−λ/2)/T} > 1 for fermions too, where it is not known by itself.
  @Test func assumptionsBound() throws {
    var t = Bench()
    let plus = t.add(.fermion, t.omega + t.lambda / 2)
    let minus = t.add(.fermion, t.omega - t.lambda / 2)
    let point = [plus: ratio(1, 4), minus: ratio(2, 3)]
    // r⁺ = 3, r⁻ = 1/2: e^{λ/T} = 6 and e^{2ω/T} = 3/2, so that λ > 2ω.
    #expect(try #require(t.relations).completed(point) != nil)
    t.field.assumptions.append(
      Assumption(positive: 2 * t.omega - t.lambda, latex: "\\lambda < 2\\omega"))
    #expect(try #require(t.relations).completed(point) == nil)
    #expect(
      try #require(t.relations).completed([plus: ratio(1, 4), minus: ratio(1, 3)]) != nil)
  }

  // T₁ > T₂ says ω/T₁ < ω/T₂: the hotter bath holds more.
  @Test func ordersOfTemperatures() throws {
    var t = Bench()
    let cold = Fraction.variable(t.field.addFree("T_2", domain: .positive))
    let n = [t.add(.boson, t.omega), t.add(.boson, t.omega, temperature: cold)]
    t.field.assumptions.append(Assumption(positive: t.temperature - cold, latex: "T > T_2"))
    let relations = try #require(t.relations)
    #expect(relations.completed([n[0]: 2, n[1]: 1]) != nil)
    #expect(relations.completed([n[0]: 1, n[1]: 2]) == nil)
  }

  // N(2ω) first: the exponent of ω is half of it, so that ω's occupation is the one to choose.
  @Test func integersWherePossible() throws {
    var t = Bench()
    let double = t.add(.boson, 2 * t.omega)
    let single = t.add(.boson, t.omega)
    let relations = try #require(t.relations)
    #expect(relations.chosen == [single])
    // 1/N + 1 = 3 squared is 9 = 1/N(2ω) + 1.
    #expect(relations.completed([single: ratio(1, 2)])?[double] == ratio(1, 8))
  }

  // ω + ν first: it is the sum of the others, not one of them its difference.
  @Test func sumsFollowTheirParts() throws {
    var t = Bench()
    let n = [t.add(.boson, t.omega + t.nu), t.add(.boson, t.omega), t.add(.boson, t.nu)]
    let relations = try #require(t.relations)
    #expect(relations.chosen == [n[1], n[2]])
    #expect(relations.completed([n[1]: 1, n[2]: 1])?[n[0]] == ratio(1, 3))
  }

  // 2ω and 3ω: neither is a multiple of the other. r₃ = r₂^{3/2} is rational for r₂ = 4.
  @Test func rootsWhereTheyAreExact() throws {
    var t = Bench()
    let two = t.add(.fermion, 2 * t.omega)
    let three = t.add(.fermion, 3 * t.omega)
    let relations = try #require(t.relations)
    #expect(relations.chosen == [two])
    #expect(relations.completed([two: ratio(1, 5)])?[three] == ratio(1, 9))
    #expect(relations.completed([two: ratio(1, 4)]) == nil)
    // Cube roots are not taken.
    var other = Bench()
    _ = (other.add(.fermion, 3 * other.omega), other.add(.fermion, 4 * other.omega))
    #expect(other.relations == nil)
  }

  // At ω = μ a fermion's occupation is 1/2, whatever the others are; a boson has none.
  @Test func atTheChemicalPotential() throws {
    var t = Bench()
    let n = t.add(.fermion, t.potentials[0], potential: t.potentials[0])
    #expect(try #require(t.relations).completed([:])?[n] == ratio(1, 2))
    var boson = Bench()
    _ = boson.add(.boson, boson.potentials[0], potential: boson.potentials[0])
    #expect(try #require(boson.relations).completed([:]) == nil)
  }

  // Δ = 0 would make N(ω + Δ) and N(ω) equal.
  @Test func factorsDoNotVanish() throws {
    var t = Bench()
    let n = [t.add(.boson, t.omega), t.add(.boson, t.omega + t.detuning)]
    let relations = try #require(t.relations)
    let point = [n[0]: Fraction(1), n[1]: Fraction(2)]
    let detuning = t.detuning.variables[0]
    #expect(relations.completed(point) != nil)
    #expect(relations.completed(point.merging([detuning: 1]) { $1 }) != nil)
    #expect(relations.completed(point.merging([detuning: 0]) { $1 }) == nil)
  }

  // Where ω and ν have values too, r(ν) = r(ω)^{ν/ω}: at one frequency there is one occupation.
  @Test func frequenciesWithValues() throws {
    var t = Bench()
    let n = [t.add(.boson, t.omega), t.add(.boson, t.nu)]
    let frequencies = (t.omega.variables + t.nu.variables)
    #expect(try #require(t.relations).completed([n[0]: 1, n[1]: 2]) != nil)
    let relations = try #require(t.reservoirs.relations(among: Set(n + frequencies), t.field))
    #expect(!relations.isTrivial)
    func passes(_ omega: Fraction, _ nu: Fraction, _ first: Fraction, _ second: Fraction) -> Bool {
      relations.completed([frequencies[0]: omega, frequencies[1]: nu, n[0]: first, n[1]: second])
        != nil
    }
    #expect(passes(1, 1, 1, 1) && !passes(1, 1, 1, 2))
    // r = 2 and 4 at ν = 2ω; r = 9 and 27 at 2ν = 3ω.
    #expect(passes(1, 2, 1, ratio(1, 3)) && !passes(2, 1, 1, ratio(1, 3)))
    #expect(passes(1, ratio(3, 2), ratio(1, 8), ratio(1, 26)))
    // One of the two alone leaves the other open.
    let one = try #require(t.reservoirs.relations(among: Set(n + [frequencies[0]]), t.field))
    #expect(one.completed([frequencies[0]: 1, n[0]: 1, n[1]: 2]) != nil)
  }

  // No relations: without occupations, without statistics, with e itself; under a contradiction there
  // is no value.
  @Test func withoutRelations() throws {
    var t = Bench()
    #expect(t.relations == nil)
    let n = t.add(.boson, t.omega)
    #expect(t.reservoirs.relations(among: [], t.field) == nil)
    #expect(t.reservoirs.relations(among: [n], t.field)?.dependent == [])
    t.field.assumptions.append(Assumption(positive: -t.omega, latex: "\\omega < 0"))
    #expect(try #require(t.relations).completed([n: 1]) == nil)
    var free = Bench()
    _ = free.add(nil, free.omega)
    #expect(free.relations == nil)
    var number = Bench()
    _ = number.add(.boson, 2, temperature: 1)
    #expect(number.relations == nil)
  }

  // Whatever x = e^{λ/2T} > 1, y = e^{ω/T} and e^{μ/T} are, the occupations that they make pass, and
  // those that depend on others are found from them.
  @Test(arguments: Statistics.allCases, 0..<20)
  func physicalOccupationsPass(statistics: Statistics, seed: Int) throws {
    let (t, plus, minus) = pair(statistics)
    let relations = try #require(t.relations)
    var random = SplitMix64(seed: UInt64(seed))
    func above(_ low: Int) -> Rational {
      Rational(low) + Rational(1 + Int(random.next() % 9), 1 + Int(random.next() % 9))
    }
    let x = above(1)
    let y = statistics == .boson ? x * above(1) : above(0)
    var values: SamplePoints.Point = [:]
    for index in plus.indices {
      let m = statistics == .boson ? Rational(1) : above(0)
      let sign: Rational = statistics == .boson ? -1 : 1
      values[plus[index]] = Fraction((y * x / m + sign).inverse)
      values[minus[index]] = Fraction((y / x / m + sign).inverse)
    }
    let chosen = values.filter { relations.chosen.contains($0.key) }
    #expect(relations.completed(chosen) == values, "seed \(seed)")
  }

  // The other way round: what passes obeys r₁⁺ r₂⁻ = r₁⁻ r₂⁺ exactly, in the right order and range.
  @Test(arguments: 0..<40) func whatPassesIsConsistent(seed: Int) throws {
    let (t, plus, minus) = pair(.fermion)
    let relations = try #require(t.relations)
    var random = SplitMix64(seed: UInt64(seed))
    var point: SamplePoints.Point = [:]
    for generator in relations.chosen {
      let q = 2 + Int(random.next() % 8)
      point[generator] = ratio(1 + Int(random.next() % UInt64(q - 1)), q)
    }
    guard let full = relations.completed(point) else { return }
    func r(_ generator: Int) throws -> Rational {
      let n = try #require(full[generator]?.constantValue)
      #expect(n > 0 && n < 1)
      return n.inverse - 1
    }
    #expect(try r(plus[0]) * r(minus[1]) == r(minus[0]) * r(plus[1]), "seed \(seed)")
    #expect(try r(plus[0]) > r(minus[0]))
    #expect(try r(plus[1]) > r(minus[1]))
  }
}
