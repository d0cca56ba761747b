import Testing

@testable import Derivations

/// Whether a line is proved, asked by itself, against the whole verdict.
@Suite struct QuickVerdictTests {
  @Test(arguments: [
    "driven-atom", "qubit-two-baths", "absorption-refrigerator", "hadipour-haseli-2024",
  ])
  func whatIsProvedIsProvedWithoutAWitness(_ name: String) throws {
    let derivation = try Derivation(bytes: try Sample.shipped(name), file: "\(name).md")
    let outcome =
      name == "hadipour-haseli-2024" ? try Paper.outcome.get() : try derivation.check { _ in }
    var contexts = try Contexts(derivation)
    try contexts.validateModel()
    var checker = LineChecker(derivation: derivation, contexts: contexts)
    for (line, whole) in zip(derivation.lines, outcome.lines) where line.problem == nil {
      guard let right = line.right, !checker.isDefinition(line) else { continue }
      let quick = try checker.verdict(of: line, right, seeksWitness: false)
      switch whole.verdict {
      case .refuted:
        // With an undeclared symbol both sides are compared whole all the same.
        #expect(
          quick.verdict == (whole.hasUndeclared ? .refuted : .undecided),
          "(\(whole.equation)) \(whole.subject)")
      default:
        #expect(quick.verdict == whole.verdict, "(\(whole.equation)) \(whole.subject)")
        #expect((quick.need == .reversedBasis) == whole.needsReversedBasis)
      }
    }
  }

  // More slips than are wanted are not looked for.
  @Test(arguments: [(1, 0), (2, 1), (3, 2), (.max, 2)])
  func fewerSlips(_ least: Int, _ wantedReach: Int) throws {
    let bench = try SlipBench.right("2 b - 3 c", after: Sample.qubit)
    var residues = try #require(try bench.residues())
    let target = residues.value(of: try Sample.formula("3 b + 3 c"))
    let wanted = try #require(target)
    var search = RepairSearch(bench.catalogue, residues)
    let (found, reach) = search.proposals(for: bench.right, wanted: wanted, below: least)
    #expect(reach == wantedReach)
    #expect(found.isEmpty == (least <= 2))
    #expect(found.allSatisfy { $0.cost < least })
  }
}
