import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import OpenSystems

/// p/q as a fraction without generators.
func ratio(_ p: Int, _ q: Int) -> Fraction { Fraction(Rational(p, q)) }

/// The paper's two qubits (Eq. 1): ω₁, ω₂, λ with Δ = Ω cos θ, λ = Ω sin θ, one bath for each.
struct TwoQubits {
  static let space = HilbertSpace([
    HilbertSpace.Subsystem(name: "1", levels: ["e", "g"]),
    HilbertSpace.Subsystem(name: "2", levels: ["e", "g"]),
  ])

  var field = Field()
  var reservoirs = Reservoirs()
  let omega1: Fraction
  let omega2: Fraction
  let lambda: Fraction
  /// Ω, cos θ, sin θ.
  let rabi: Fraction
  let cosine: Fraction
  let sine: Fraction
  let halfCosine: Fraction
  let halfSine: Fraction
  let density: Fraction
  let temperatures: [Fraction]
  let potentials: [Fraction]

  /// - Parameter isThermal: both baths at one temperature and chemical potential.
  init(isThermal: Bool = false) throws {
    let first = field.addFree("\\omega_1", domain: .positive)
    let second = field.addFree("\\omega_2", domain: .positive)
    let coupling = field.addFree("\\lambda", domain: .positive)
    (omega1, omega2, lambda) = (.variable(first), .variable(second), .variable(coupling))
    rabi = .variable(field.addFree("\\Omega", domain: .positive))
    let theta = field.addFree("\\theta", domain: .real)
    let pair = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    (cosine, sine) = (.variable(pair.cosine), .variable(pair.sine))
    (halfCosine, halfSine) = try field.cosineAndSine(.variable(theta) * ratio(1, 2))
    try field.determine(coupling, as: rabi * sine)
    try field.determine(first, as: omega2 + rabi * cosine)
    density = .variable(field.addFree("J", domain: .positive))
    var (t, m): ([Fraction], [Fraction]) = ([], [])
    for name in isThermal ? [""] : ["_1", "_2"] {
      t.append(.variable(field.addFree("T" + name, domain: .positive)))
      m.append(.variable(field.addFree("\\mu" + name, domain: .real)))
    }
    (temperatures, potentials) = isThermal ? (t + t, m + m) : (t, m)
    field.assumptions = [
      Assumption(positive: omega1 + omega2 - rabi, latex: "\\delta > \\Omega")
    ]
  }

  var delta: Fraction { omega1 + omega2 }
  var low: Fraction { (delta - rabi) / 2 }
  var high: Fraction { (delta + rabi) / 2 }

  static func lowering(_ site: String) -> OperatorMatrix {
    space.siteOuter(site, "g", "e") ?? .zero(4)
  }

  var hamiltonian: OperatorMatrix {
    let (one, two) = (Self.lowering("1"), Self.lowering("2"))
    let hop = one.adjoint * two + two.adjoint * one
    return (one.adjoint * one).scaled(by: Scalar(omega1))
      + (two.adjoint * two).scaled(by: Scalar(omega2)) + hop.scaled(by: Scalar(lambda / 2))
  }

  func bath(_ number: Int, _ statistics: Statistics?, strength: Bath.Strength? = nil) -> Bath {
    Bath(
      name: "\(number + 1)", coupling: Self.lowering("\(number + 1)"),
      temperature: temperatures[number], chemicalPotential: potentials[number],
      strength: strength ?? .spectralDensity(density), statistics: statistics)
  }

  mutating func system(
    _ statistics: Statistics?, isSecular: Bool = false, strength: Bath.Strength? = nil
  ) throws -> OpenSystem {
    let eigenbasis = try Eigenbasis(of: hamiltonian, field: &field)
    return try OpenSystem(
      hamiltonian: hamiltonian,
      baths: [bath(0, statistics, strength: strength), bath(1, statistics, strength: strength)],
      jumps: [], isSecular: isSecular, eigenbasis: eigenbasis, reservoirs: &reservoirs,
      field: &field)
  }

  /// N_i(ω±).
  mutating func occupation(_ number: Int, _ statistics: Statistics, high: Bool) -> Fraction {
    let frequency = field.canonical(high ? self.high : low) ?? 0
    return reservoirs.occupation(bath(number, statistics), frequency, field: &field)
  }

  mutating func state() -> GenericState {
    GenericState(dimension: 4, field: &field) { "\\rho_{\($0)\($1)}" }
  }

  /// |ε_i⟩⟨ε_j|, counted from 1 as in the paper.
  static func transition(_ i: Int, _ j: Int) -> OperatorMatrix {
    .outer(space.unitVector(i - 1), space.unitVector(j - 1))
  }

  /// A_i and B_i of Eq. 5.
  func printedComponents(_ number: Int) -> (a: OperatorMatrix, b: OperatorMatrix) {
    let t = Self.transition
    let (c, s) = (Scalar(halfCosine), Scalar(halfSine))
    if number == 0 {
      return ((t(3, 4) - t(1, 2)).scaled(by: s), (t(2, 4) + t(1, 3)).scaled(by: c))
    }
    return ((t(3, 4) + t(1, 2)).scaled(by: c), (t(1, 3) - t(2, 4)).scaled(by: s))
  }
}

/// One two-level atom with levels e, g.
struct Atom {
  static let lowering = OperatorMatrix(dimension: 2, entries: [.zero, .zero, .one, .zero])
  static let excited = lowering.adjoint * lowering
  static let flip = lowering + lowering.adjoint
}

func isZero(_ matrix: OperatorMatrix, _ field: Field) -> Bool { field.isZero(matrix) }
