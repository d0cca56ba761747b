import Foundation
import NumericEvaluation

/// A reservoir and its coupling to the system, with ħ = k_B = 1.
///
/// A Hermitian coupling X interacts as X ⊗ (b + b†); any other as X ⊗ b† + X† ⊗ b, in which X must
/// lower the energy of the system.
package struct NumericBath: Sendable {
  package enum Statistics: Hashable, Sendable {
    case boson, fermion
  }

  /// How many quanta a mode holds on average.
  package enum Occupation: Hashable, Sendable {
    /// 1 / (e^{(ω−μ)/T} ∓ 1), minus for bosons, plus for fermions.
    case thermal(temperature: Double, chemicalPotential: Double)
    /// The same at every frequency.
    case fixed(Double)
  }

  /// How strongly the bath couples; the same at every frequency.
  package enum Strength: Hashable, Sendable {
    /// J(ω) = π Σ_k g_k² δ(ω − ω_k).
    case spectralDensity(Double)
    /// κ = 2J: at zero occupation the population of an excitation decays as e^{−κt}.
    case decayRate(Double)

    /// J.
    var spectralDensity: Double {
      switch self {
      case .spectralDensity(let density): density
      case .decayRate(let rate): rate / 2
      }
    }
  }

  package let coupling: ComplexMatrix
  package let statistics: Statistics
  package let occupation: Occupation
  package let strength: Strength

  package init(
    coupling: ComplexMatrix, statistics: Statistics, occupation: Occupation, strength: Strength
  ) {
    self.coupling = coupling
    self.statistics = statistics
    self.occupation = occupation
    self.strength = strength
  }
}

/// The rates of one frequency, half the probabilities of a quantum per time.
package struct NumericRates: Hashable, Sendable {
  /// Γ = J (1 ± n), plus for bosons, minus for fermions.
  package let emission: Double
  /// γ = J n.
  package let absorption: Double
}

extension NumericBath {
  /// The rates at the frequency ω > 0; `bath` is the index an error names.
  package func rates(
    at frequency: Double, bath: Int
  ) throws(NumericOpenSystemError) -> NumericRates {
    let density = strength.spectralDensity
    guard density >= 0, density.isFinite else { throw .strength(density, bath: bath) }
    let (empty, filled) = try occupations(at: frequency, bath: bath)
    return NumericRates(emission: density * empty, absorption: density * filled)
  }

  /// 1 ± n and n, each to full relative accuracy.
  private func occupations(
    at frequency: Double, bath: Int
  ) throws(NumericOpenSystemError) -> (empty: Double, filled: Double) {
    switch occupation {
    case .fixed(let n):
      switch statistics {
      case .boson:
        guard n >= 0, n.isFinite else { throw .occupation(n, bath: bath) }
        return (1 + n, n)
      case .fermion:
        guard n >= 0, n <= 1 else { throw .occupation(n, bath: bath) }
        return (1 - n, n)
      }
    case .thermal(let temperature, let chemicalPotential):
      guard temperature > 0, temperature.isFinite else {
        throw .temperature(temperature, bath: bath)
      }
      guard chemicalPotential.isFinite else {
        throw .chemicalPotential(chemicalPotential, bath: bath)
      }
      let x = (frequency - chemicalPotential) / temperature
      switch statistics {
      case .boson:
        // e^x − 1 would lose the digits of a small x.
        let filled = 1 / expm1(x)
        guard x > 0, filled.isFinite else {
          throw .divergentOccupation(
            frequency: frequency, chemicalPotential: chemicalPotential, bath: bath)
        }
        return (1 + filled, filled)
      case .fermion:
        // 1 − n = 1/(e^{−x} + 1), without subtracting an n near 1.
        return (1 / (exp(-x) + 1), 1 / (exp(x) + 1))
      }
    }
  }
}
