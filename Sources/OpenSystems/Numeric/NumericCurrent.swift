/// What flows from one bath into the system per time.
package struct NumericCurrent: Hashable, Sendable {
  /// tr(H D[ρ]).
  package let energy: Double
  /// tr(N D[ρ]), where the model has a number operator.
  package let particles: Double?
  /// The heat tr((H − μN) D[ρ]), where the bath has a chemical potential and, unless that is zero,
  /// the model a number operator.
  package let heat: Double?
  /// The heat over the temperature, where both are there.
  package let entropy: Double?

  init(energy: Double, particles: Double?, bath: NumericBath) {
    self.energy = energy
    self.particles = particles
    switch bath.occupation {
    case .fixed:
      heat = nil
      entropy = nil
    case .thermal(let temperature, let chemicalPotential):
      if chemicalPotential == 0 {
        heat = energy
      } else {
        heat = particles.map { energy - chemicalPotential * $0 }
      }
      entropy = heat.map { $0 / temperature }
    }
  }
}

extension NumericModel {
  /// −Σ_i Q̇_i/T_i, what the entropy of baths and system grows by per time in a steady state; not
  /// negative where the generator is of Lindblad form, as the secular one is.
  ///
  /// `nil` where the heat of a bath has no value, and where there are jumps, which have no
  /// temperature.
  func entropyProduction(_ currents: [NumericCurrent]) -> Double? {
    guard jumps.isEmpty else { return nil }
    var sum = 0.0
    for current in currents {
      guard let entropy = current.entropy else { return nil }
      sum -= entropy
    }
    return sum
  }
}
