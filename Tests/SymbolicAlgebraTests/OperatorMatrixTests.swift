import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

/// The Pauli matrices and the two steps, in the basis e, g.
enum Pauli {
  static let x = OperatorMatrix(dimension: 2, entries: [.zero, .one, .one, .zero])
  static let y = OperatorMatrix(
    dimension: 2, entries: [.zero, -.imaginaryUnit, .imaginaryUnit, .zero])
  static let z = OperatorMatrix(dimension: 2, entries: [.one, .zero, .zero, Scalar(-1)])
  static let lowering = OperatorMatrix(dimension: 2, entries: [.zero, .zero, .one, .zero])
}

@Suite struct OperatorMatrixTests {
  static let plain: Field = ScalarTests.plain

  @Test func elements() {
    var m = OperatorMatrix.zero(2)
    #expect(m.isLiterallyZero)
    m[0, 1] = .imaginaryUnit
    #expect(!m.isLiterallyZero)
    #expect(m.entries == [.zero, .imaginaryUnit, .zero, .zero])
    #expect(m[0, 1] == .imaginaryUnit)
    #expect(OperatorMatrix.identity(2).entries == [.one, .zero, .zero, .one])
    #expect(OperatorMatrix.identity(3).trace == Scalar(3))
  }

  // σxσy = iσz, {σx, σz} = 0, σx² = 1, σ₊σ₋ = |e⟩⟨e|
  @Test func pauliAlgebra() {
    #expect(Pauli.x * Pauli.y == Pauli.z.scaled(by: .imaginaryUnit))
    #expect((Pauli.x * Pauli.z + Pauli.z * Pauli.x).isLiterallyZero)
    for pauli in [Pauli.x, Pauli.y, Pauli.z] {
      #expect(pauli * pauli == .identity(2))
      #expect(pauli.adjoint == pauli)
      #expect(pauli.trace == .zero)
    }
    let number = Pauli.lowering.adjoint * Pauli.lowering
    #expect(number == .outer([.one, .zero], [.one, .zero]))
  }

  // |a⟩⟨b| conjugates the second vector: (|g⟩⟨v|)_{ge} = v_e*
  @Test func outerProducts() {
    let v: [Scalar] = [.imaginaryUnit, .one]
    let m = OperatorMatrix.outer([.zero, .one], v)
    #expect(m[1, 0] == -.imaginaryUnit)
    #expect(m[1, 1] == .one)
    #expect(m[0, 0] == .zero)
    // |a⟩⟨v|v⟩ = 2|a⟩
    #expect(m * v == [.zero, Scalar(2)])
  }

  // (A ⊗ B)(C ⊗ D) = AC ⊗ BD; σz ⊗ 1 = diag(1, 1, −1, −1), 1 ⊗ σz = diag(1, −1, 1, −1)
  @Test func tensorProducts() {
    let first = Pauli.z.kronecker(.identity(2))
    let second = OperatorMatrix.identity(2).kronecker(Pauli.z)
    #expect((0..<4).map { first[$0, $0] } == [1, 1, -1, -1].map { Scalar($0) })
    #expect((0..<4).map { second[$0, $0] } == [1, -1, 1, -1].map { Scalar($0) })
    #expect(first * second == Pauli.z.kronecker(Pauli.z))
  }

  @Test(arguments: 1...12) func algebraLaws(seed: Int) {
    var random = RandomScalars(seed: seed)
    let (a, b, c) = (
      random.matrix(Self.plain, dimension: 2), random.matrix(Self.plain, dimension: 2),
      random.matrix(Self.plain, dimension: 2)
    )
    #expect((a * b) * c == a * (b * c), "seed \(seed)")
    #expect((a * b).adjoint == b.adjoint * a.adjoint, "seed \(seed)")
    #expect((a * b).trace == (b * a).trace, "seed \(seed)")
    #expect(a.adjoint.adjoint == a, "seed \(seed)")
    #expect(a * (b + c) == a * b + a * c, "seed \(seed)")
    #expect((a - b) + b == a, "seed \(seed)")
    #expect(
      a.kronecker(b) * b.kronecker(c) == (a * b).kronecker(b * c), "seed \(seed)")
    #expect(a.kronecker(b).trace == a.trace * b.trace, "seed \(seed)")
    #expect(a.kronecker(b).adjoint == a.adjoint.kronecker(b.adjoint), "seed \(seed)")
    let v = [random.scalar(Self.plain), random.scalar(Self.plain)]
    #expect((a * b) * v == a * (b * v), "seed \(seed)")
    let z = random.scalar(Self.plain)
    #expect(a.scaled(by: z).adjoint == a.adjoint.scaled(by: z.conjugate), "seed \(seed)")
    #expect(a.scaled(by: .one) == a)
  }

  @Test func canonicalEntries() throws {
    let rich = try RichField()
    let one = rich.cosine.power(2) + rich.sine.power(2)
    let matrix = OperatorMatrix.identity(2).scaled(by: Scalar(one))
    #expect(matrix.canonical(in: rich.field) == .identity(2))
    let zero = OperatorMatrix.identity(2).scaled(by: Scalar(one - 1))
    #expect(!zero.isLiterallyZero)
    #expect(zero.canonical(in: rich.field)?.isLiterallyZero == true)
    let undefined = OperatorMatrix.identity(2).scaled(by: Scalar((one - 1).inverse))
    #expect(undefined.canonical(in: rich.field) == nil)
  }

  // The basis (c, s), (−s, c) with c = cos(θ/2): σz becomes [[C, −S], [−S, −C]].
  @Test func turnedBasis() throws {
    let rich = try RichField()
    let (c, s) = (Scalar(rich.halfCosine), Scalar(rich.halfSine))
    let turned = try #require(Pauli.z.inBasis([[c, s], [-s, c]], field: rich.field))
    let (C, S) = (Scalar(rich.cosine), Scalar(rich.sine))
    #expect(turned.entries == [C, -S, -S, -C])
    #expect(
      OperatorMatrix.identity(2).inBasis([[c, s], [-s, c]], field: rich.field) == .identity(2))
    let undefined = Scalar((rich.cosine.power(2) + rich.sine.power(2) - 1).inverse)
    #expect(Pauli.z.inBasis([[undefined, s], [-s, c]], field: rich.field) == nil)
  }
}
