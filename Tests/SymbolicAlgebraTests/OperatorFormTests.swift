import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct OperatorFormTests {
  static let field: Field = ScalarTests.plain
  let b = OperatorForm(mode: "b_k", dimension: 2)
  let c = OperatorForm(mode: "c_k", dimension: 2)
  let sigma = OperatorForm(Pauli.lowering)

  /// A random form in 1, b, b† and c.
  private func form(_ random: inout RandomScalars) -> OperatorForm {
    let words = [OperatorForm(.identity(2)), b, b.adjoint, c * b]
    return words.reduce(OperatorForm(.zero(2))) { total, word in
      total + OperatorForm(random.matrix(Self.field, dimension: 2)) * word
    }
  }

  @Test func systemOperatorsAreMatrices() {
    #expect(sigma.matrix == Pauli.lowering)
    #expect(sigma.systemPart == Pauli.lowering)
    #expect(sigma.words == [.empty])
    #expect(OperatorForm(.zero(2)).matrix == .zero(2))
    #expect(OperatorForm(.zero(2)).words.isEmpty)
    #expect((sigma - sigma).words.isEmpty)
    #expect((sigma - sigma).systemPart == .zero(2))
  }

  @Test func modesAreWords() {
    let hop = sigma * b.adjoint
    #expect(hop.matrix == nil)
    #expect(hop.systemPart == .zero(2))
    #expect((hop + sigma).matrix == nil)
    #expect((hop + sigma).systemPart == Pauli.lowering)
    let word = OperatorForm.Word(
      summed: [], factors: [.init(name: "b_k", isCreation: true)])
    #expect(hop.words == [word])
    #expect(hop.parts[word] == Pauli.lowering)
    #expect(hop == OperatorForm(Pauli.lowering, word: word))
    #expect(OperatorForm(.zero(2), word: word).words.isEmpty)
  }

  // Mode operators commute with the system's, not among themselves.
  @Test func orderOfModes() {
    #expect(sigma * b == b * sigma)
    #expect(b * c != c * b)
    #expect(b * b.adjoint != b.adjoint * b)
    #expect(!b.commutator(b.adjoint).words.isEmpty)
    #expect(sigma.commutator(b).words.isEmpty)
  }

  // Σ_k g(σ b_k† + σ† b_k) is its own adjoint; (σ b†)† = σ† b
  @Test func hermitianConjugates() {
    let hop = (sigma * b.adjoint).summed(over: "k")
    let coupling = hop + hop.adjoint
    #expect(coupling.adjoint == coupling)
    #expect(hop.adjoint == (sigma.adjoint * b).summed(over: "k"))
    #expect((b * c.adjoint).adjoint == c * b.adjoint)
  }

  @Test func sums() {
    let sum = b.summed(over: "k")
    #expect(sum != b)
    #expect(sum != b.summed(over: "l"))
    #expect(sum.words.first?.summed == ["k"])
    // Σ_k b_k Σ_l c_k has the letters in order, whichever comes first.
    let product = b.summed(over: "l") * c.summed(over: "k")
    #expect(product.words.first?.summed == ["k", "l"])
  }

  @Test func wordsAreOrdered() {
    let empty = OperatorForm.Word.empty
    let one = OperatorForm.Word(summed: [], factors: [.init(name: "b", isCreation: false)])
    let dagger = OperatorForm.Word(summed: [], factors: [.init(name: "b", isCreation: true)])
    let two = OperatorForm.Word(
      summed: [],
      factors: [.init(name: "b", isCreation: false), .init(name: "k", isCreation: false)])
    let summed = OperatorForm.Word(
      summed: ["k"], factors: [.init(name: "b", isCreation: false)])
    let all = [empty, one, dagger, two, summed]
    for (i, x) in all.enumerated() {
      for (j, y) in all.enumerated() { #expect((x < y || y < x) == (i != j)) }
    }
    #expect(empty < one)
    #expect(one < dagger)
  }

  @Test(arguments: 1...8) func algebraLaws(seed: Int) {
    var random = RandomScalars(seed: seed)
    let (x, y, z) = (form(&random), form(&random), form(&random))
    #expect((x * y) * z == x * (y * z), "seed \(seed)")
    #expect((x * y).adjoint == y.adjoint * x.adjoint, "seed \(seed)")
    #expect(x * (y + z) == x * y + x * z, "seed \(seed)")
    #expect(x.adjoint.adjoint == x, "seed \(seed)")
    #expect((x - y) + y == x, "seed \(seed)")
    #expect(-(-x) == x, "seed \(seed)")
    // [x, [y, z]] + [y, [z, x]] + [z, [x, y]] = 0
    let jacobi =
      x.commutator(y.commutator(z)) + y.commutator(z.commutator(x))
      + z.commutator(x.commutator(y))
    #expect(jacobi.words.isEmpty, "seed \(seed)")
    // [x, yz] = [x, y]z + y[x, z]
    #expect(
      x.commutator(y * z) == x.commutator(y) * z + y * x.commutator(z), "seed \(seed)")
    let factor = random.scalar(Self.field)
    #expect(x.scaled(by: factor).adjoint == x.adjoint.scaled(by: factor.conjugate))
  }

  @Test func mapping() throws {
    let form = sigma * b + sigma
    let doubled = try form.map { (_, matrix) throws(EvaluationError) in
      matrix.scaled(by: Scalar(2))
    }
    #expect(doubled == form + form)
    let system = try form.map { (word, matrix) throws(EvaluationError) in
      word == .empty ? matrix : .zero(2)
    }
    #expect(system == sigma)
    #expect(throws: EvaluationError.divisionByZero) {
      try form.map { (_, _) throws(EvaluationError) in throw .divisionByZero }
    }
  }
}
