import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import OpenSystems

@Suite struct EigenbasisTests {
  /// H v = E v and ⟨v_i|v_j⟩ = δ_ij, computed here.
  private func check(_ basis: Eigenbasis, _ h: OperatorMatrix, _ field: Field) {
    for (i, v) in basis.vectors.enumerated() {
      let image = h * v
      for k in v.indices {
        #expect(field.isZero(image[k] - v[k] * Scalar(basis.energies[i])))
      }
      for (j, w) in basis.vectors.enumerated() {
        let product = zip(v, w).reduce(Scalar.zero) { $0 + $1.0.conjugate * $1.1 }
        #expect(field.isZero(product - (i == j ? .one : .zero)))
      }
    }
    // Σ |v⟩⟨v| = 1
    let sum = basis.vectors.reduce(OperatorMatrix.zero(h.dimension)) { $0 + .outer($1, $1) }
    #expect(field.isZero(sum - .identity(h.dimension)))
  }

  private func matrix(_ entries: [Scalar]) -> OperatorMatrix {
    OperatorMatrix(dimension: entries.count == 4 ? 2 : 3, entries: entries)
  }

  // Eq. 2: 0, (δ ∓ Ω)/2, δ; |ε₂⟩ = −s|eg⟩ + c|ge⟩, |ε₃⟩ = c|eg⟩ + s|ge⟩ in the order ee, eg, ge, gg.
  @Test func twoQubits() throws {
    var model = try TwoQubits()
    let basis = try Eigenbasis(of: model.hamiltonian, field: &model.field)
    let expected = [0, model.low, model.high, model.delta]
    for (energy, value) in zip(basis.energies, expected) {
      #expect(model.field.isZero(energy - value))
    }
    let (c, s) = (Scalar(model.halfCosine), Scalar(model.halfSine))
    #expect(basis.vectors[0] == [.zero, .zero, .zero, .one])
    #expect(basis.vectors[1] == [.zero, -s, c, .zero])
    #expect(basis.vectors[2] == [.zero, c, s, .zero])
    #expect(basis.vectors[3] == [.one, .zero, .zero, .zero])
    #expect(basis.unprovedGaps.isEmpty)
    check(basis, model.hamiltonian, model.field)
  }

  // Without δ > Ω the first and last gap, (δ − Ω)/2, are only assumed.
  @Test func gapsThatAreNotProved() throws {
    var model = try TwoQubits()
    model.field.assumptions = []
    let basis = try Eigenbasis(of: model.hamiltonian, field: &model.field)
    #expect(basis.unprovedGaps.count == 2)
    for gap in basis.unprovedGaps { #expect(model.field.isZero(gap - model.low)) }
  }

  // Δ = 0: (|eg⟩ ± |ge⟩)/√2 at ω ± λ/2.
  @Test func symmetricQubits() throws {
    var model = try TwoQubits()
    try model.field.determine(try #require(model.cosine.variables.first), as: 0)
    let basis = try Eigenbasis(of: model.hamiltonian, field: &model.field)
    let root = try model.field.squareRoot(2)
    #expect(basis.vectors[1] == [.zero, Scalar(-root / 2), Scalar(root / 2), .zero])
    #expect(basis.vectors[2] == [.zero, Scalar(root / 2), Scalar(root / 2), .zero])
    #expect(model.field.isZero(basis.energies[1] - model.omega2 + model.rabi / 2))
    check(basis, model.hamiltonian, model.field)
  }

  // [[a, b], [b*, d]]: energies add up to a + d and multiply to ad − |b|².
  static let blocks: [(a: Int, d: Int, real: Int, imaginary: Int)] = [
    (0, 0, 1, 0), (0, 0, -1, 0), (0, 0, 0, 1), (1, 0, 1, 0), (3, -3, 4, 0), (3, -3, -4, 0),
    (-3, 3, 4, 0), (1, 2, 3, 4), (0, 0, -3, 4), (5, 5, 0, -2), (1, 1, 1, 1),
  ]

  @Test(arguments: blocks)
  func numericBlocks(a: Int, d: Int, real: Int, imaginary: Int) throws {
    var field = Field()
    let b = Scalar(Fraction(real), Fraction(imaginary))
    let h = matrix([Scalar(a), b, b.conjugate, Scalar(d)])
    let basis = try Eigenbasis(of: h, field: &field)
    check(basis, h, field)
    let (low, high) = (basis.energies[0], basis.energies[1])
    #expect(field.isZero(low + high - Fraction(a + d)))
    #expect(field.isZero(low * high - Fraction(a * d - real * real - imaginary * imaginary)))
    #expect(field.isPositive(high - low, at: [:]))
    #expect(basis.unprovedGaps.isEmpty)
  }

  // A block whose coupling is a symbol: positive, negative, of either sign, complex.
  @Test(arguments: 0..<6) func symbolicBlocks(kind: Int) throws {
    var field = Field()
    let w = Fraction.variable(field.addFree("w", domain: .positive))
    let p = Fraction.variable(field.addFree("p", domain: .positive))
    let x = Fraction.variable(field.addFree("x", domain: .real))
    let cases: [(Fraction, Scalar)] = [
      (w, Scalar(p)), (w, Scalar(-p)), (0, Scalar(-p)), (0, Scalar(x)), (w, Scalar(x, p)),
      (0, Scalar(0, p)),
    ]
    let (gap, b) = cases[kind]
    let h = matrix([Scalar(gap), b, b.conjugate, .zero])
    let basis = try Eigenbasis(of: h, field: &field)
    check(basis, h, field)
    #expect(field.isZero(basis.energies[0] + basis.energies[1] - gap))
  }

  // √5 is not rational: −(√5 − 1)/2 < 0 < 1 < (1 + √5)/2 all the same.
  @Test func irrationalEnergiesAreOrdered() throws {
    var field = Field()
    var h = OperatorMatrix.zero(4)
    h[0, 0] = .one
    h[0, 3] = .one
    h[3, 0] = .one
    h[1, 1] = .one
    let basis = try Eigenbasis(of: h, field: &field)
    let root = try field.squareRoot(5)
    #expect(basis.energies == [(1 - root) / 2, 0, 1, (1 + root) / 2])
    check(basis, h, field)
  }

  // Equal energies keep the order of the product basis; a gap of zero is no condition.
  @Test func degenerateEnergies() throws {
    var field = Field()
    let h = OperatorMatrix.identity(3)
    let basis = try Eigenbasis(of: h, field: &field)
    #expect(basis.vectors == (0..<3).map { i in (0..<3).map { $0 == i ? .one : .zero } })
    #expect(basis.unprovedGaps.isEmpty)
    let zero = try Eigenbasis(of: .zero(2), field: &field)
    #expect(zero.energies == [0, 0])
  }

  @Test func refusals() throws {
    var field = Field()
    let chain = matrix([
      .zero, .one, .zero, .one, .zero, .one, .zero, .one, .zero,
    ])
    #expect(throws: OpenSystemError.largeBlock(size: 3)) {
      try Eigenbasis(of: chain, field: &field)
    }
    #expect(throws: OpenSystemError.notHermitian(row: 0, column: 1)) {
      try Eigenbasis(of: Atom.lowering, field: &field)
    }
    #expect(throws: OpenSystemError.notHermitian(row: 1, column: 1)) {
      try Eigenbasis(of: self.matrix([.one, .zero, .zero, .imaginaryUnit]), field: &field)
    }
    var model = try TwoQubits()
    let zero = model.cosine * model.cosine + model.sine * model.sine - 1
    #expect(throws: OpenSystemError.divisionByZero) {
      try Eigenbasis(
        of: OperatorMatrix.identity(2).scaled(by: Scalar(zero.inverse)), field: &model.field)
    }
  }

  // An element that is zero by the relations does not make a block.
  @Test func hiddenZeros() throws {
    var model = try TwoQubits()
    let zero = model.cosine * model.cosine + model.sine * model.sine - 1
    let h = matrix([.one, Scalar(zero), Scalar(zero), Scalar(2)])
    let basis = try Eigenbasis(of: h, field: &model.field)
    #expect(basis.energies == [1, 2])
    #expect(basis.vectors == [[.one, .zero], [.zero, .one]])
  }
}
