import ExactAlgebra
import OpenSystems
import Testing

@testable import Derivations

@Suite struct ConventionTests {
  @Test(arguments: [
    (Convention.transposed, "an element $(i, j)$ is printed for $(j, i)$"),
    (.negatedKet(#"|\varepsilon_2\rangle"#), #"$|\varepsilon_2\rangle$ has the other sign"#),
    (.negatedSymbol(#"\Delta"#), #"$\Delta$ has the other sign"#),
    (
      .scaledRate(#"\gamma"#, Rational(2)),
      #"$\gamma$ stands for $2 \, \gamma$ of the file"#
    ),
    (
      .scaledRate(#"\gamma"#, Rational(1, 2)),
      #"$\gamma$ stands for $1 / 2 \, \gamma$ of the file"#
    ),
    (.otherStatistics(.fermion), "the reservoirs hold fermions"),
    (.otherStatistics(.boson), "the reservoirs hold bosons"),
  ])
  func wording(_ convention: Convention, _ statement: String) {
    #expect(convention.statement == statement)
    #expect(!convention.isPermutation)
  }

  // (1 2), (1 2 3), (1 2)(3 4): two rings are no ring.
  @Test(arguments: [
    ([1, 2, 0], "a 3-cycle"), ([1, 3, 2, 0], "a 3-cycle"),
    ([1, 0, 3, 2], "a permutation"), ([3, 2, 1, 0], "a permutation"), ([1, 2, 3, 0], "a 4-cycle"),
  ])
  func permutations(_ order: [Int], _ name: String) {
    let convention = Convention.permutedLevels(.eigenbasis, order: order)
    #expect(convention.statement == "the labels of the levels are \(name) of the right ones")
    #expect(convention.isPermutation)
    #expect(!convention.isCombined)
  }

  @Test(arguments: [([1, 0], "1 and 2"), ([0, 2, 1], "2 and 3"), ([2, 1, 0], "1 and 3")])
  func exchanges(_ order: [Int], _ levels: String) {
    let convention = Convention.permutedLevels(.eigenbasis, order: order)
    #expect(convention.statement == "the labels of levels \(levels) are exchanged")
    #expect(convention.isPermutation)
  }

  @Test func whatIsTriedTogether() {
    #expect(Convention.transposed.isCombined)
    #expect(Convention.negatedSymbol("x").isCombined)
    #expect(Convention.scaledRate("x", 2).isCombined)
    #expect(Convention.negatedKet("x").isCombined)
    #expect(!Convention.otherStatistics(.boson).isCombined)
  }
}
