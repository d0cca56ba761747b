import LaTeXMath
import Testing

@testable import Derivations

/// Slips planted in the right lines of the shipped files are found again.
@Suite struct PlantedSlipsTests {
  #if DEBUG
    private static let coarseness = 29
  #else
    private static let coarseness = 3
  #endif

  /// Every `step`-th slip of every line, made in the file, and the line checked as it is printed then.
  private func check(_ name: String, step: Int) throws {
    let bytes = try Sample.shipped(name)
    let text = String(decoding: bytes, as: UTF8.self)
    let derivation = try Derivation(bytes: bytes, file: "\(name).md")
    var tried = 0
    var missed: [String] = []
    for (number, line) in derivation.lines.enumerated() {
      guard line.problem == nil, line.right != nil, line.relation == .equal else { continue }
      let bench = try SlipBench(derivation, line)
      let variants = bench.variants.filter { $0.cost == 1 }
      for (place, edit) in variants.enumerated() where (place + 5 * number) % step == 0 {
        let planted = try Derivation(
          bytes: Array(TextEdit.apply(edit.changes, to: text).utf8), file: "\(name).md")
        guard planted.lines.count == derivation.lines.count else { continue }
        var checker = LineChecker(derivation: planted, contexts: try Contexts(planted))
        let outcome = try checker.check(planted.lines[number])
        guard outcome.verdict == .refuted else { continue }
        tried += 1
        guard let repair = outcome.repairs.first, repair.edits == 1 else {
          missed.append("(\(line.equation)) \(edit.slip): \(outcome.printed)")
          continue
        }
        #expect(repair.verdict == .proved)
      }
    }
    #expect(tried > 10)
    // ⟨e|ρ ρ|e⟩, where a + was lost, reads as one element and is not taken apart.
    #expect(missed.count * 50 <= tried, "\(missed)")
  }

  @Test(arguments: ["qubit-two-baths", "driven-atom", "absorption-refrigerator"])
  func smallFiles(_ name: String) throws {
    try check(name, step: Self.coarseness)
  }
}
