import Checking
import LaTeXMath
import Testing

@testable import Derivations

/// What the catalogue says a formula becomes is what its edits of the source make of it.
@Suite struct SlipCataloguePropertyTests {
  #if DEBUG
    private static let coarseness = 17
  #else
    private static let coarseness = 1
  #endif

  /// Every `step`-th slip in every line of a file that has a value.
  private func check(_ name: String, step: Int) throws {
    let derivation = try Derivation(bytes: try Sample.shipped(name), file: "\(name).md")
    var tried = 0
    var valued = 0
    for (number, line) in derivation.lines.enumerated() {
      guard line.problem == nil, line.right != nil, line.place != nil else { continue }
      let bench = try SlipBench(derivation, line)
      guard var residues = try bench.residues() else { continue }
      for (place, edit) in bench.variants.enumerated() where (place + number) % step == 0 {
        tried += 1
        let text = bench.text(edit.changes)
        let what = "(\(line.equation)) \(line.subject), \(edit.slip): \(text)"
        guard let changed = try bench.reread(edit.changes) else {
          Issue.record("cannot be read: \(what)")
          continue
        }
        let (said, found) = (residues.value(of: edit.result), residues.value(of: changed.formula))
        guard let said, let found else {
          #expect(said == nil && found == nil, "only one has a value: \(what)")
          continue
        }
        valued += 1
        #expect(said.matches(found, dimension: residues.dimension), "other value: \(what)")
      }
    }
    #expect(tried > 20)
    #expect(valued > tried / 2)
  }

  @Test(arguments: ["qubit-two-baths", "driven-atom", "absorption-refrigerator"])
  func smallFiles(_ name: String) throws {
    try check(name, step: Self.coarseness)
  }

  @Test func thePaper() throws {
    try check("hadipour-haseli-2024", step: 3 * Self.coarseness)
  }
}
