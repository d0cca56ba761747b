import Checking
import LaTeXMath
import Testing

@testable import Derivations

/// What the catalogue says a formula becomes is what its edits of the source make of it.
@Suite struct SlipCataloguePropertyTests {
  #if DEBUG
    private static let coarseness = 11
  #else
    private static let coarseness = 1
  #endif

  /// Every `step`-th slip in every line of a file that has a value.
  private func check(_ name: String, step: Int) throws {
    let derivation = try Derivation(bytes: try Sample.shipped(name), file: "\(name).md")
    var contexts = try Contexts(derivation)
    var tried = 0
    for (number, line) in derivation.lines.enumerated() {
      guard line.problem == nil, line.right != nil, line.place != nil else { continue }
      let bench = try SlipBench(derivation, line)
      guard var residues = try bench.residues(&contexts) else { continue }
      for (place, edit) in bench.variants.enumerated() where (place + number) % step == 0 {
        // What has no value is never proposed.
        guard let said = residues.value(of: edit.result) else { continue }
        tried += 1
        let text = bench.text(edit.changes)
        let what = "(\(line.equation)) \(line.subject), \(edit.slip): \(text)"
        guard let changed = try bench.reread(edit.changes) else {
          Issue.record("cannot be read: \(what)")
          continue
        }
        guard let found = residues.value(of: changed.formula) else {
          Issue.record("has no value: \(what)")
          continue
        }
        let isRight = said.matches(found, dimension: residues.dimension)
        #expect(isRight, "has another value: \(what)")
      }
    }
    #expect(tried > 20)
  }

  @Test(arguments: ["qubit-two-baths", "driven-atom", "absorption-refrigerator"])
  func smallFiles(_ name: String) throws {
    try check(name, step: Self.coarseness)
  }

  @Test func thePaper() throws {
    try check("hadipour-haseli-2024", step: 3 * Self.coarseness)
  }
}
