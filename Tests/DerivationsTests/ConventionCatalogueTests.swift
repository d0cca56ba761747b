import ExactAlgebra
import OpenSystems
import Testing

@testable import Derivations

@Suite struct ConventionCatalogueTests {
  /// A driven atom: one detuning, one rate, all elements of the state.
  static let atom = #"""
    # An atom

    ```rederive
    qubit 1: e g
    symbol \Omega, \gamma: positive
    symbol \Delta: real
    let \sigma_- = |g\rangle\langle e|
    let \sigma_+ = |e\rangle\langle g|
    let H = -\Delta |e\rangle\langle e| + \frac{\Omega}{2} (\sigma_+ + \sigma_-)
    hamiltonian H
    jump \sigma_-: rate \gamma
    \rho_{ee} means steady state, basis |e\rangle |g\rangle, element (1, 1)
    \rho_{eg} means steady state, basis |e\rangle |g\rangle, element (1, 2)
    \rho_{ge} means steady state, basis |e\rangle |g\rangle, element (2, 1)
    \rho_{gg} means steady state, basis |e\rangle |g\rangle, element (2, 2)
    ```

    """#

  private static func catalogue(
    _ display: String, after preamble: String = atom
  ) throws -> ConventionCatalogue {
    let derivation = try Sample.derivation(preamble + "$$ \(display) $$")
    return ConventionCatalogue(derivation.base, derivation.lines)
  }

  private static let basis = Meaning.Basis.product(["e", "g"])

  // Only what changes a line is tried: a population is no coherence, and Δ must occur.
  @Test(arguments: [
    (
      #"\rho_{ee} = \Omega"#,
      [
        #"$\gamma$ stands for $2 \, \gamma$ of the file"#,
        #"$\gamma$ stands for $1 / 2 \, \gamma$ of the file"#,
        "the labels of levels 1 and 2 are exchanged",
      ]
    ),
    (
      #"\rho_{eg} = \Delta"#,
      [
        "an element $(i, j)$ is printed for $(j, i)$", #"$\Delta$ has the other sign"#,
        #"$\gamma$ stands for $2 \, \gamma$ of the file"#,
        #"$\gamma$ stands for $1 / 2 \, \gamma$ of the file"#,
      ]
    ),
  ])
  func whatIsTried(_ display: String, _ statements: [String]) throws {
    let catalogue = try Self.catalogue(display)
    #expect(catalogue.conventions(statistics: nil).map(\.statement) == statements)
  }

  // With a statistics in force the other one is tried too; a first permutation would be none.
  @Test(arguments: Statistics.allCases) func theOtherStatistics(statistics: Statistics) throws {
    let conventions = try Self.catalogue(#"\rho_{ee} = 1"#).conventions(statistics: statistics)
    #expect(conventions.contains(.otherStatistics(statistics == .boson ? .fermion : .boson)))
    #expect(!conventions.contains(.otherStatistics(statistics)))
    #expect(try Self.catalogue("\\Omega = 1").renaming(.otherStatistics(.boson)) == Renaming([:]))
  }

  private static func text(_ renaming: Renaming?) -> [String] {
    (renaming?.targets ?? [:]).map { "\($0): \($1.factor) \($1.name)" }.sorted()
  }

  @Test func renamings() throws {
    let catalogue = try Self.catalogue(#"\rho_{eg} = \Delta, \rho_{ee} = \gamma"#)
    #expect(
      Self.text(catalogue.renaming(.transposed)) == [
        #"\rho_{eg}: 1 \rho_{ge}"#, #"\rho_{ge}: 1 \rho_{eg}"#,
      ])
    #expect(
      Self.text(catalogue.renaming(.negatedSymbol(#"\Delta"#))) == [#"\Delta: -1 \Delta"#])
    #expect(
      Self.text(catalogue.renaming(.scaledRate(#"\gamma"#, Rational(1, 2))))
        == [#"\gamma: 1/2 \gamma"#])
    #expect(
      Self.text(catalogue.renaming(.permutedLevels(Self.basis, order: [1, 0]))) == [
        #"\rho_{ee}: 1 \rho_{gg}"#, #"\rho_{eg}: 1 \rho_{ge}"#, #"\rho_{ge}: 1 \rho_{eg}"#,
        #"\rho_{gg}: 1 \rho_{ee}"#,
      ])
    // Elements in another basis than the one whose labels are permuted stay.
    #expect(
      catalogue.renaming(.permutedLevels(.eigenbasis, order: [1, 0])) == Renaming([:]))
  }

  // Without a name for the element (2, 1) nothing can stand for it.
  @Test func aNameThatIsMissing() throws {
    let preamble = Self.atom.replacing(
      #"\rho_{ge} means steady state, basis |e\rangle |g\rangle, element (2, 1)"#, with: "")
    let catalogue = try Self.catalogue(#"\rho_{eg} = \Delta"#, after: preamble)
    #expect(catalogue.renaming(.transposed) == nil)
    // A line that does not speak of it does not need it.
    let other = try Self.catalogue(#"\rho_{ee} = \Delta"#, after: preamble)
    #expect(other.renaming(.transposed) != nil)
  }

  // |v₂⟩ with the other sign turns the coherences with it, and no population.
  @Test func signsOfKets() throws {
    let preamble =
      Sample.qubit + #"""
        ```rederive
        |v_i\rangle means eigenvector i of H, for i = 1, 2
        r_{ij} means steady state, eigenbasis, element (i, j), for i = 1, 2, for j = 1, 2
        ```

        """#
    let catalogue = try Self.catalogue("r_{12} = x", after: preamble)
    let ket = #"|v_2\rangle"#
    #expect(catalogue.conventions(statistics: .boson).contains(.negatedKet(ket)))
    #expect(
      Self.text(catalogue.renaming(.negatedKet(ket))) == [
        "r_{12}: -1 r_{12}", "r_{21}: -1 r_{21}", #"|v_2\rangle: -1 |v_2\rangle"#,
      ])
    #expect(catalogue.renaming(.negatedKet(#"|w\rangle"#)) == nil)
    // A difference of two symbols may have either sign, where it occurs.
    let difference = preamble + "```rederive\nlet d = a - b\n```\n"
    #expect(
      try Self.catalogue("x = d", after: difference).conventions(statistics: nil)
        .contains(.negatedSymbol("d")))
    #expect(
      try !Self.catalogue("x = a", after: difference).conventions(statistics: nil)
        .contains(.negatedSymbol("d")))
  }

  // 3! − 1 orders of three levels.
  @Test func ordersOfThreeLevels() throws {
    let preamble = #"""
      # T

      ```rederive
      levels A: 1 2 3
      symbol \omega, \gamma: positive
      let H = \omega |3\rangle\langle 3|
      hamiltonian H
      jump |1\rangle\langle 3|: rate \gamma
      p_i means steady state, basis |1\rangle |2\rangle |3\rangle, element (i, i), for i = 1, 2, 3
      ```

      """#
    let orders = try Self.catalogue("p_1 = 1, p_2 = 0", after: preamble)
      .conventions(statistics: nil).filter(\.isPermutation)
    #expect(orders.count == 5)
    #expect(Set(orders).count == 5)
    let identity = Convention.permutedLevels(.product(["1", "2", "3"]), order: [0, 1, 2])
    #expect(!orders.contains(identity))
  }
}
