import Foundation
import NumericEvaluation
import OpenSystems
import Testing

struct NumericBathTests {
  private func rates(
    _ statistics: NumericBath.Statistics, _ occupation: NumericBath.Occupation,
    _ strength: NumericBath.Strength = .spectralDensity(1), at frequency: Double = 1
  ) throws -> NumericRates {
    let bath = NumericBath(
      coupling: NumericQubit.lowering, statistics: statistics, occupation: occupation,
      strength: strength)
    return try bath.rates(at: frequency, bath: 0)
  }

  // ω/T = ln 2: n = 1/(2 − 1) = 1 for bosons and 1/(2 + 1) = 1/3 for fermions.
  @Test func occupationsAtLogTwo() throws {
    let thermal = NumericBath.Occupation.thermal(temperature: 1 / log(2), chemicalPotential: 0)
    let boson = try rates(.boson, thermal)
    #expect(abs(boson.emission - 2) < 1e-15)
    #expect(abs(boson.absorption - 1) < 1e-15)
    let fermion = try rates(.fermion, thermal)
    #expect(abs(fermion.emission - 2.0 / 3) < 1e-15)
    #expect(abs(fermion.absorption - 1.0 / 3) < 1e-15)
  }

  // At ω = μ a fermion mode is half full; at ω − μ = T ln 3 it holds 1/4.
  @Test func chemicalPotentialShiftsTheFrequency() throws {
    let half = try rates(.fermion, .thermal(temperature: 2, chemicalPotential: 1))
    #expect(half == (try rates(.fermion, .fixed(0.5))))
    let shifted = NumericBath.Occupation.thermal(temperature: 1 / log(3), chemicalPotential: 4)
    let quarter = try rates(.fermion, shifted, at: 5)
    #expect(abs(quarter.absorption - 0.25) < 1e-15)
    #expect(abs(quarter.emission - 0.75) < 1e-15)
  }

  // κ = 2J, so the half rate Γ = J (1 + n) is κ (1 + n)/2.
  @Test func strengthIsDensityOrHalfTheDecayRate() throws {
    let density = try rates(.boson, .fixed(2), .spectralDensity(3))
    #expect(density.emission == 9)
    #expect(density.absorption == 6)
    #expect(try rates(.boson, .fixed(2), .decayRate(6)) == density)
    #expect(try rates(.fermion, .fixed(0.25), .decayRate(8)).emission == 3)
  }

  // γ/Γ = e^{−(ω−μ)/T} for both statistics, also where n or 1 − n is far below 2^−53.
  @Test(
    arguments: [NumericBath.Statistics.boson, .fermion], [1e-12, 1e-3, 1.0, 36.0, 300.0])
  func detailedBalance(statistics: NumericBath.Statistics, x: Double) throws {
    let found = try rates(statistics, .thermal(temperature: 1, chemicalPotential: 0), at: x)
    #expect(abs(found.absorption / found.emission / exp(-x) - 1) < 1e-14)
    if statistics == .fermion {
      let mirror = try rates(statistics, .thermal(temperature: 1, chemicalPotential: 2 * x), at: x)
      #expect(mirror.emission == found.absorption)
      #expect(mirror.absorption == found.emission)
    }
  }

  // 1/(e^x − 1) = 1/x − 1/2 + x/12 − …; subtracting 1 from e^x would leave 4 digits at 10⁻¹².
  @Test func smallFrequencyKeepsAllDigits() throws {
    let found = try rates(.boson, .thermal(temperature: 1, chemicalPotential: 0), at: 1e-12)
    #expect(abs(found.absorption / (1e12 - 0.5) - 1) < 1e-15)
  }

  // A cold bath is empty, and e^{10⁴} overflows harmlessly.
  @Test func coldBathIsEmpty() throws {
    let cold = NumericBath.Occupation.thermal(temperature: 1e-4, chemicalPotential: 0)
    for statistics in [NumericBath.Statistics.boson, .fermion] {
      let found = try rates(statistics, cold)
      #expect(found.emission == 1)
      #expect(found.absorption == 0)
    }
  }

  @Test(arguments: [1.0, 1.5])
  func bosonsUpToTheChemicalPotentialAreAnError(chemicalPotential: Double) {
    let expected = NumericOpenSystemError.divergentOccupation(
      frequency: 1, chemicalPotential: chemicalPotential, bath: 0)
    #expect(throws: expected) {
      try rates(.boson, .thermal(temperature: 1, chemicalPotential: chemicalPotential))
    }
  }

  // (ω − μ)/T = 10⁻³²⁰: n = 10³²⁰ is no Double.
  @Test func uncountableBosonsAreAnError() {
    #expect(
      throws: NumericOpenSystemError.divergentOccupation(
        frequency: 1e-300, chemicalPotential: 0, bath: 0)
    ) {
      try rates(.boson, .thermal(temperature: 1e20, chemicalPotential: 0), at: 1e-300)
    }
  }

  @Test(arguments: [0.0, -1, .infinity])
  func temperatureMustBePositive(value: Double) {
    #expect(throws: NumericOpenSystemError.temperature(value, bath: 0)) {
      try rates(.fermion, .thermal(temperature: value, chemicalPotential: 0))
    }
  }

  @Test func chemicalPotentialMustBeFinite() {
    #expect(throws: NumericOpenSystemError.chemicalPotential(-.infinity, bath: 0)) {
      try rates(.boson, .thermal(temperature: 1, chemicalPotential: -.infinity))
    }
  }

  @Test func fixedOccupationMustSuitTheStatistics() throws {
    #expect(throws: NumericOpenSystemError.occupation(1.5, bath: 0)) {
      try rates(.fermion, .fixed(1.5))
    }
    #expect(throws: NumericOpenSystemError.occupation(-0.5, bath: 0)) {
      try rates(.boson, .fixed(-0.5))
    }
    #expect(throws: (any Error).self) { try rates(.fermion, .fixed(.nan)) }
    #expect(throws: (any Error).self) { try rates(.boson, .fixed(.infinity)) }
    #expect(try rates(.boson, .fixed(1.5)).emission == 2.5)
  }

  @Test func strengthMustNotBeNegative() {
    #expect(throws: NumericOpenSystemError.strength(-1, bath: 0)) {
      try rates(.boson, .fixed(0), .spectralDensity(-1))
    }
    #expect(throws: NumericOpenSystemError.strength(.infinity, bath: 0)) {
      try rates(.boson, .fixed(0), .decayRate(.infinity))
    }
  }
}
