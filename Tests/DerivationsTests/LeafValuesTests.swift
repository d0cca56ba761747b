import Checking
import LaTeXMath
import Testing

@testable import Derivations

/// Values by spelling: whether two formulas are the same function of what is printed.
@Suite struct LeafValuesTests {
  private static func areOne(_ a: String, _ b: String) throws -> Bool {
    let bench = try SlipBench.right("b + c")
    let residues = try #require(try bench.residues())
    var spelled = RepairSearch(bench.catalogue, SpelledValues(like: residues, bench.catalogue))
    let first = spelled.value(of: try Sample.formula(a))
    let second = spelled.value(of: try Sample.formula(b))
    #expect(first != nil && second != nil)
    return first == second
  }

  @Test(arguments: [
    ("b c - x", "-x + c b"), ("2 b", "b + b"), ("(b + c)^2", "b^2 + 2 b c + c^2"),
    (#"\frac{b}{c}"#, "b c^{-1}"), ("-i b", "-b i"), (#"\frac{2}{4}"#, #"\frac{1}{2}"#),
    (#"b \sin x"#, #"\sin(x) b"#),
  ])
  func oneFormulaInTwoSpellings(_ a: String, _ b: String) throws {
    #expect(try Self.areOne(a, b))
  }

  // What the model makes equal is still printed in two ways: p_e + p_g = 1, N(ω) = n.
  @Test(arguments: [
    ("p_e + p_g", "1"), (#"N(\omega)"#, "n"), ("b", "c"), ("e^{x}", "e^{-x}"),
    (#"\sin(x + y)"#, #"\sin(x - y)"#), (#"\rho_{eg}"#, "0"), (#"\sigma_+"#, #"\sigma_-^\dagger"#),
    (#"\sqrt{b^2}"#, "b"),
  ])
  func twoFormulasOfOneValue(_ a: String, _ b: String) throws {
    #expect(try !Self.areOne(a, b))
  }

  // A minus that was put in counts, though it has no place in the source.
  @Test func signsWithoutAPlace() throws {
    let bench = try SlipBench.right("e^{x}")
    let residues = try #require(try bench.residues())
    let edit = try #require(bench.variants.first { bench.text($0.changes) == "e^{-x}" })
    var spelled = SpelledValues(like: residues, bench.catalogue)
    #expect(spelled.value(of: edit.result) != spelled.value(of: bench.right))
  }

  // Kinds are kept: a spelled operator is an operator, a spelled ket a ket.
  @Test func kindsAreKept() throws {
    let bench = try SlipBench.right("b")
    var spelled = SpelledValues(
      like: try #require(try bench.residues()), bench.catalogue)
    guard case .linear = spelled.value(of: try Sample.formula(#"\sigma_-"#)) else {
      Issue.record("no operator")
      return
    }
    guard case .ket(let values) = spelled.value(of: try Sample.formula(#"|e\rangle"#)) else {
      Issue.record("no ket")
      return
    }
    #expect(values.count == 2)
    #expect(spelled.value(of: try Sample.formula("2")) == .scalar(ComplexResidue(2)))
    #expect(spelled.value(of: try Sample.formula("i")) == .scalar(.imaginaryUnit))
  }
}
