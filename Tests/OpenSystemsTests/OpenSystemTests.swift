import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import OpenSystems

@Suite struct OpenSystemTests {
  /// The dissipators of Eq. 9 and 10 by direct products of A_i and B_i with the given rates.
  private func printed(
    _ a: OperatorMatrix, _ b: OperatorMatrix, on rho: OperatorMatrix,
    low: (up: Fraction, down: Fraction), high: (up: Fraction, down: Fraction)
  ) -> (same: OperatorMatrix, cross: OperatorMatrix) {
    let (ad, bd) = (a.adjoint, b.adjoint)
    let two = Scalar(2)
    let up = (high: Scalar(high.up), low: Scalar(low.up))
    let down = (high: Scalar(high.down), low: Scalar(low.down))
    var same = ((bd * rho * b).scaled(by: two) - b * bd * rho - rho * b * bd).scaled(by: up.high)
    same =
      same + ((ad * rho * a).scaled(by: two) - a * ad * rho - rho * a * ad).scaled(by: up.low)
    same =
      same + ((b * rho * bd).scaled(by: two) - bd * b * rho - rho * bd * b).scaled(by: down.high)
    same =
      same + ((a * rho * ad).scaled(by: two) - ad * a * rho - rho * ad * a).scaled(by: down.low)
    let absorbed = ad * rho * b + bd * rho * a
    let emitted = a * rho * bd + b * rho * ad
    var cross = (absorbed - a * bd * rho - rho * b * ad).scaled(by: up.high)
    cross = cross + (absorbed - b * ad * rho - rho * a * bd).scaled(by: up.low)
    cross = cross + (emitted - ad * b * rho - rho * bd * a).scaled(by: down.high)
    cross = cross + (emitted - bd * a * rho - rho * ad * b).scaled(by: down.low)
    return (same, cross)
  }

  // Eq. 4 and 5: σ₋⁽ⁱ⁾ = A_i + B_i, A_i at (δ − Ω)/2 and B_i at (δ + Ω)/2.
  @Test(arguments: [0, 1]) func components(number: Int) throws {
    var model = try TwoQubits()
    let system = try model.system(.fermion)
    let parts = system.components[number]
    try #require(parts.count == 2)
    let (a, b) = model.printedComponents(number)
    #expect(isZero(parts[0].matrix - a, model.field))
    #expect(isZero(parts[1].matrix - b, model.field))
    #expect(model.field.isZero(parts[0].frequency - model.low))
    #expect(model.field.isZero(parts[1].frequency - model.high))
    #expect(system.positiveFrequencies == parts.map(\.frequency))
    // [H, X(ω)] = −ω X(ω)
    for part in parts {
      let h = system.workingHamiltonian
      let commutator = h * part.matrix - part.matrix * h
      let sum = commutator + part.matrix.scaled(by: Scalar(part.frequency))
      #expect(isZero(sum, model.field))
    }
  }

  // Eq. 9 is the same-frequency part, Eq. 10 the cross-frequency part, for every θ.
  @Test(arguments: [Statistics.boson, .fermion], [0, 1])
  func printedDissipators(statistics: Statistics, number: Int) throws {
    var model = try TwoQubits()
    let system = try model.system(statistics)
    let rho = model.state().matrix
    let sign: Fraction = statistics == .boson ? 1 : -1
    let high = model.occupation(number, statistics, high: true)
    let low = model.occupation(number, statistics, high: false)
    let j = model.density
    let (a, b) = model.printedComponents(number)
    let expected = printed(
      a, b, on: rho, low: (j * low, j * (1 + sign * low)), high: (j * high, j * (1 + sign * high)))
    let same = system.dissipator(.sameFrequency, bath: number, on: rho, field: model.field)
    let cross = system.dissipator(.crossFrequency, bath: number, on: rho, field: model.field)
    #expect(isZero(same - expected.same, model.field))
    #expect(isZero(cross - expected.cross, model.field))
    let all = system.dissipator(bath: number, on: rho, field: model.field)
    #expect(isZero(all - same - cross, model.field))
    #expect(!isZero(cross, model.field))
  }

  // Without statistics the four rates of a bath are symbols.
  @Test func printedDissipatorsWithFreeRates() throws {
    var model = try TwoQubits()
    let system = try model.system(nil)
    let rho = model.state().matrix
    let bath = model.bath(0, nil)
    let frequencies = system.components[0].map(\.frequency)
    let rates = frequencies.map { frequency in
      (
        model.reservoirs.absorption(bath, frequency, field: &model.field),
        model.reservoirs.emission(bath, frequency, field: &model.field)
      )
    }
    let (a, b) = model.printedComponents(0)
    let expected = printed(a, b, on: rho, low: rates[0], high: rates[1])
    let all = system.dissipator(bath: 0, on: rho, field: model.field)
    #expect(isZero(all - expected.same - expected.cross, model.field))
  }

  // tr L(ρ) = 0 and L(ρ)† = L(ρ†) for every matrix ρ, by the general and the secular equation.
  @Test(arguments: [false, true]) func traceAndHermiticity(isSecular: Bool) throws {
    var model = try TwoQubits()
    let system = try model.system(.boson, isSecular: isSecular)
    let rho = model.state().matrix
    let rate = system.generator(on: rho, field: model.field)
    #expect(model.field.isZero(rate.trace))
    #expect(isZero(rate - rate.adjoint, model.field))
    // Any matrix, not only a Hermitian one: ρ + iρ′.
    let other = model.state().matrix
    let any = rho + other.scaled(by: .imaginaryUnit)
    let image = system.generator(on: any, field: model.field)
    #expect(model.field.isZero(image.trace))
    let conjugate = system.generator(on: any.adjoint, field: model.field)
    #expect(isZero(image.adjoint - conjugate, model.field))
    // Of a Hermitian matrix half is computed: L(iρ) = iL(ρ), where iρ is none.
    let turned = system.generator(on: rho.scaled(by: .imaginaryUnit), field: model.field)
    #expect(isZero(turned - rate.scaled(by: .imaginaryUnit), model.field))
  }

  @Test func secularEquationHasNoCrossPart() throws {
    var model = try TwoQubits()
    let system = try model.system(.fermion, isSecular: true)
    let rho = model.state().matrix
    let cross = system.dissipator(.crossFrequency, on: rho, field: model.field)
    #expect(isZero(cross, model.field))
    let same = system.dissipator(.sameFrequency, on: rho, field: model.field)
    #expect(isZero(same - system.dissipator(on: rho, field: model.field), model.field))
    #expect(!isZero(same, model.field))
  }

  // κ = 2J is the same equation.
  @Test func decayRatesAreTwiceTheSpectralDensity() throws {
    var model = try TwoQubits()
    let system = try model.system(.boson)
    let other = try model.system(.boson, strength: .decayRate(2 * model.density))
    let rho = model.state().matrix
    let difference =
      system.generator(on: rho, field: model.field) - other.generator(on: rho, field: model.field)
    #expect(isZero(difference, model.field))
  }

  // |eg⟩ = −s|ε₂⟩ + c|ε₃⟩ and |ge⟩ = c|ε₂⟩ + s|ε₃⟩, so with cs = S/2:
  // η_ge = ½(ρ₂₂(1 + C) + ρ₃₃(1 − C) + (ρ₂₃ + ρ₃₂)S), η_eg with C, S → −C, −S.
  @Test func productBasis() throws {
    var model = try TwoQubits()
    let system = try model.system(.boson)
    let rho = model.state().matrix
    let eta = try #require(system.inProductBasis(rho, field: model.field))
    let (C, S) = (Scalar(model.cosine), Scalar(model.sine))
    let two = Scalar(2)
    let exchanged = (rho[1, 2] + rho[2, 1]) * S
    let ge = rho[1, 1] * (.one + C) + rho[2, 2] * (.one - C) + exchanged
    let eg = rho[1, 1] * (.one - C) + rho[2, 2] * (.one + C) - exchanged
    #expect(model.field.isZero(two * eta[2, 2] - ge))
    #expect(model.field.isZero(two * eta[1, 1] - eg))
    #expect(model.field.isZero(eta[0, 0] - rho[3, 3]))
    #expect(model.field.isZero(eta[3, 3] - rho[0, 0]))
    // There and back.
    let lowering = TwoQubits.lowering("1")
    let inside = try #require(lowering.inBasis(system.basis, field: model.field))
    let outside = try #require(system.inProductBasis(inside, field: model.field))
    #expect(isZero(outside - lowering, model.field))
  }

  // X = σ + σ† splits into σ at ω and σ† at −ω.
  @Test func hermitianCoupling() throws {
    var field = Field()
    var reservoirs = Reservoirs()
    let omega = Fraction.variable(field.addFree("\\omega", domain: .positive))
    let system = try atom(
      Atom.excited.scaled(by: Scalar(omega)), Atom.flip, .boson, &reservoirs, &field)
    #expect(system.positiveFrequencies == [omega])
    #expect(Set(system.components[0].map(\.frequency)) == [omega, -omega])
    let other = try atom(
      Atom.excited.scaled(by: Scalar(omega)), Atom.lowering, .boson, &reservoirs, &field)
    let rho = GenericState(dimension: 2, field: &field) { "r_{\($0)\($1)}" }.matrix
    // The same-frequency part is that of the rotating-wave coupling.
    let difference =
      system.dissipator(.sameFrequency, on: rho, field: field)
      - other.dissipator(
        on: rho, field: field)
    #expect(isZero(difference, field))
    let rate = system.generator(on: rho, field: field)
    #expect(field.isZero(rate.trace))
    #expect(isZero(rate - rate.adjoint, field))
  }

  // H = [[1, 1], [1, 0]]: the only frequency is √5, and its sign is known without a decimal.
  @Test func irrationalFrequencies() throws {
    var field = Field()
    var reservoirs = Reservoirs()
    let h = OperatorMatrix(dimension: 2, entries: [.one, .one, .one, .zero])
    let flip = OperatorMatrix(
      dimension: 2, entries: [.zero, -.imaginaryUnit, .imaginaryUnit, .zero])
    let system = try atom(h, flip, .boson, &reservoirs, &field)
    let root = try field.squareRoot(5)
    #expect(system.positiveFrequencies == [root])
    #expect(reservoirs.entries.count == 1)
  }

  /// One two-level system in a bath.
  private func atom(
    _ h: OperatorMatrix, _ coupling: OperatorMatrix, _ statistics: Statistics?,
    _ reservoirs: inout Reservoirs, _ field: inout Field
  ) throws -> OpenSystem {
    let bath = Bath(
      name: "b", coupling: coupling, temperature: 1, chemicalPotential: 0,
      strength: .spectralDensity(1), statistics: statistics)
    let eigenbasis = try Eigenbasis(of: h, field: &field)
    return try OpenSystem(
      hamiltonian: h, baths: [bath], jumps: [], isSecular: false, eigenbasis: eigenbasis,
      reservoirs: &reservoirs, field: &field)
  }

  // σz does not change the energy; a coupling of zero does nothing.
  @Test func refusals() {
    var field = Field()
    var reservoirs = Reservoirs()
    let h = Atom.excited
    #expect(throws: OpenSystemError.zeroFrequency(bath: "b")) {
      try atom(h, Atom.excited, .boson, &reservoirs, &field)
    }
    #expect(throws: OpenSystemError.zeroFrequency(bath: "b")) {
      try atom(h, Atom.excited + Atom.flip, .boson, &reservoirs, &field)
    }
    #expect(throws: OpenSystemError.withoutCoupling(bath: "b")) {
      try atom(h, .zero(2), .boson, &reservoirs, &field)
    }
  }

  // Baths need the eigenbasis.
  @Test func bathsNeedTheEigenbasis() throws {
    var field = Field()
    var reservoirs = Reservoirs()
    let bath = Bath(
      name: "b", coupling: Atom.lowering, temperature: 1, chemicalPotential: 0,
      strength: .spectralDensity(1), statistics: .boson)
    #expect(throws: OpenSystemError.divisionByZero) {
      try OpenSystem(
        hamiltonian: Atom.excited, baths: [bath], jumps: [], isSecular: false, eigenbasis: nil,
        reservoirs: &reservoirs, field: &field)
    }
  }

  // A jump σ at rate 2J(n + 1) with σ† at 2Jn is the boson bath of an atom.
  @Test func jumpsAreRates() throws {
    var field = Field()
    var reservoirs = Reservoirs()
    let omega = Fraction.variable(field.addFree("\\omega", domain: .positive))
    let h = Atom.excited.scaled(by: Scalar(omega))
    let bathed = try atom(h, Atom.lowering, .boson, &reservoirs, &field)
    let n = Fraction.variable(reservoirs.entries[0].generator)
    let jumps = [
      Jump(name: "down", jumpOperator: Atom.lowering, rate: 2 * (1 + n)),
      Jump(name: "up", jumpOperator: Atom.lowering.adjoint, rate: 2 * n),
    ]
    let jumping = try OpenSystem(
      hamiltonian: h, baths: [], jumps: jumps, isSecular: false,
      eigenbasis: bathed.eigenbasis, reservoirs: &reservoirs, field: &field)
    let rho = GenericState(dimension: 2, field: &field) { "r_{\($0)\($1)}" }.matrix
    let difference =
      bathed.generator(on: rho, field: field) - jumping.generator(on: rho, field: field)
    #expect(isZero(difference, field))
    #expect(
      isZero(jumping.jumpDissipator(on: rho) - bathed.dissipator(on: rho, field: field), field))
    #expect(field.isZero(jumping.jumpDissipator(on: rho).trace))
  }
}
