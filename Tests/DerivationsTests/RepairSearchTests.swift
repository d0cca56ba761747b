import Checking
import LaTeXMath
import Testing

@testable import Derivations

@Suite struct RepairSearchTests {
  /// The texts of what is found to turn one formula into the value of another, with the cost, and how
  /// far was looked.
  private static func search(
    _ printed: String, for meant: String, after preamble: String = Sample.qubit
  ) throws -> (texts: [String], cost: Int?, reach: Int) {
    let bench = try SlipBench.right(printed, after: preamble)
    var residues = try #require(try bench.residues())
    let target = residues.value(of: try Sample.formula(meant))
    let wanted = try #require(target)
    var search = RepairSearch(bench.catalogue, residues)
    let (found, reach) = search.proposals(for: bench.right, wanted: wanted)
    #expect(!search.isCut)
    for proposal in found {
      #expect(proposal.isConsistent)
      #expect(proposal.cost == found[0].cost)
      let changed = try #require(try bench.reread(proposal.changes))
      let value = residues.value(of: changed.formula)
      #expect(value?.matches(wanted, dimension: residues.dimension) == true, "\(changed.latex)")
    }
    return (found.map { bench.text($0.changes) }, found.first?.cost, reach)
  }

  @Test(arguments: [
    ("b - c", "b + c"), (#"\frac{n}{2n - 1}"#, #"\frac{n}{2n + 1}"#), ("b c", "-b c"),
    ("b c x", "b c - x"), ("2 b + c", "3 b + c"), (#"\frac{x}{b}"#, #"\frac{y}{b}"#),
    ("b (x + y)", "b x + y"), (#"\sin x \cos y"#, #"\sin x \sin y"#), ("p_e", "p_g"),
    ("e^{x}", "e^{-x}"), ("(x + y)^2", "(x - y)^2"), ("x + i y", "x - i y"), ("x/b", "x/(2 b)"),
    (#"\frac x b"#, #"\frac{2 x}{b}"#), ("z^*", "z"),
  ])
  func oneSlip(_ printed: String, _ meant: String) throws {
    let (texts, cost, reach) = try Self.search(printed, for: meant)
    #expect(cost == 1)
    #expect(reach == 1)
    let spelled = try texts.map { PlainText.render(try Sample.formula($0)) }
    #expect(spelled.contains(PlainText.render(try Sample.formula(meant))), "\(texts)")
  }

  @Test(arguments: [
    ("b - c + x", "b + c - x", 2), ("2 b - 3 c", "3 b + 3 c", 2),
    (#"\frac{b - x}{c + y}"#, #"\frac{b + x}{c - y}"#, 2),
    (#"\sin x - \sin y"#, #"\cos x + \sin y"#, 2), (#"\sin x - \sin y"#, #"\cos x + \cos y"#, 3),
    ("b - c + x - y", "-b + c + x + y", 3),
  ])
  func severalSlips(_ printed: String, _ meant: String, _ edits: Int) throws {
    let (texts, cost, reach) = try Self.search(printed, for: meant)
    #expect(cost == edits)
    #expect(reach == edits)
    #expect(texts.contains(meant), "\(texts)")
  }

  // What is put in at one place comes in the order in which it is read: −2b, and the script before the
  // bracket.
  @Test(arguments: [
    ("b", "-2 b"), ("2 x + y", "-2 (x + y)"), ("x/b", "-x/(2 b)"),
    ("x b c", "-x - b c"), (#"\sigma b"#, #"-\sigma_- b"#),
    (#"\frac{x}{p}"#, #"\frac{x}{2 p_e}"#),
  ])
  func twoSlipsAtOnePlace(_ printed: String, _ meant: String) throws {
    let (texts, cost, _) = try Self.search(printed, for: meant)
    #expect(cost == 2)
    let spelled = try texts.map { PlainText.render(try Sample.formula($0)) }
    #expect(spelled.contains(PlainText.render(try Sample.formula(meant))), "\(texts)")
  }

  @Test func whatIsTooFarIsNotFound() throws {
    let (texts, cost, reach) = try Self.search("b - c", for: "x^5 + 7 y")
    #expect(texts == [])
    #expect(cost == nil)
    #expect(reach == 3)
  }

  // A lost minus is likelier than a factor of a family, and comes first.
  @Test func theLikeliestComesFirst() throws {
    let (texts, _, _) = try Self.search("x b", for: "-x b")
    #expect(texts.first == "-x b")
    // σ₊ for σ₋ or |e⟩⟨g| for its adjoint: one dagger.
    let (operators, cost, _) = try Self.search(#"\sigma_- b"#, for: #"\sigma_+ b"#)
    #expect(cost == 1)
    #expect(Set(operators) == [#"\sigma_-^\dagger b"#, #"\sigma_+ b"#])
  }

  // Operators in their order; kets with one sign wrong.
  @Test(arguments: [
    (#"|e\rangle - |g\rangle"#, #"|e\rangle + |g\rangle"#),
    (#"|g\rangle\langle e|"#, #"|e\rangle\langle e|"#),
    (#"\sigma_+ \sigma_- - \sigma_- \sigma_+"#, #"\sigma_+ \sigma_- + \sigma_- \sigma_+"#),
    (#"[\sigma_+, \sigma_-]"#, #"[\sigma_+, \sigma_+]"#),
    (#"\{\sigma_+, \sigma_-\}"#, #"-\{\sigma_+, \sigma_-\}"#),
    (#"\sigma_- |g\rangle"#, #"\sigma_- |e\rangle"#),
    (
      #"\sigma_+ \sigma_- + \sigma_- + \text{H.c.}"#, #"\sigma_+ \sigma_- - \sigma_- + \text{H.c.}"#
    ),
  ])
  func vectorsAndOperators(_ printed: String, _ meant: String) throws {
    let (texts, cost, _) = try Self.search(printed, for: meant)
    #expect(cost == 1)
    #expect(texts.contains(meant), "\(texts)")
  }

  // Entry by entry: one sign, or one in each of two entries.
  @Test(arguments: [
    (#"\begin{pmatrix} x & 0 \\ b - c & 1 \end{pmatrix}"#, 1),
    (#"\begin{pmatrix} -x & 0 \\ b - c & 1 \end{pmatrix}"#, 2),
    (#"\begin{pmatrix} -x & 0 \\ b - c & 2 \end{pmatrix}"#, 3),
  ])
  func matrices(_ printed: String, _ edits: Int) throws {
    let meant = #"\begin{pmatrix} x & 0 \\ b + c & 1 \end{pmatrix}"#
    let (texts, cost, _) = try Self.search(printed, for: meant)
    #expect(cost == edits)
    let spelled = try texts.map { PlainText.render(try Sample.formula($0)) }
    #expect(spelled.contains(PlainText.render(try Sample.formula(meant))), "\(texts)")
  }

  // The whole of Eq. 33's slip: L + 𝓛₋𝓡 for 𝓛₊𝓛₋ − 𝓡 is typeface, stray sign, lost minus.
  @Test func aStraySignAndALostMinus() throws {
    let (texts, cost, _) = try Self.search(
      #"L + \mathcal{L}_- \mathcal{R}"#, for: #"\mathcal{L}_+ \mathcal{L}_- - \mathcal{R}"#,
      after: NameCatalogueTests.preamble)
    #expect(cost == 3)
    #expect(
      Set(texts.map { $0.replacing(" ", with: "") }) == [#"\mathcal{L}_+\mathcal{L}_--\mathcal{R}"#]
    )
  }

  // A formula's value by its parts is what the reader says of the whole.
  @Test(arguments: [
    "b - c x", #"\frac{n}{2n + 1}"#, "(x + y)^2", "z^*", #"\sigma_-^\dagger \sigma_-"#, "e^{x - y}",
    #"\sqrt{b^2}"#, #"[\sigma_+, \sigma_-]"#, #"\langle e|\sigma_+|g\rangle"#, "p_e/p_g",
    #"N(2\omega)"#, #"\sum_{m=1}^{3} m x"#, "b^{-2}", "|z|^2", #"\sin^2 x"#,
    #"\sigma_- + \text{H.c.}"#, #"\begin{pmatrix} x & 0 \\ 0 & 1 \end{pmatrix}"#, "2", "-i",
  ])
  func valuesByParts(_ text: String) throws {
    let bench = try SlipBench.right(text)
    var residues = try #require(try bench.residues())
    var search = RepairSearch(bench.catalogue, residues)
    let value = search.value(of: bench.right)
    guard let whole = residues.value(of: bench.right) else {
      Issue.record("no value")
      return
    }
    #expect(value?.matches(whole, dimension: residues.dimension) == true)
  }
}
