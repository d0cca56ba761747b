import Testing

@testable import Derivations

/// Where lines of a right paper are changed, what is found contradictory has a line that is wrong.
@Suite struct ConsistencySoundnessTests {
  /// The text with one sign of a term or one digit changed, for each in a display.
  private static func mutants(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    var result: [String] = []
    var isDisplay = false
    for index in bytes.indices.dropFirst() {
      let (before, byte) = (bytes[index - 1], bytes[index])
      if byte == UInt8(ascii: "$"), before == byte { isDisplay.toggle() }
      // Signs and digits in scripts belong to names.
      guard isDisplay, before != UInt8(ascii: "_"), before != UInt8(ascii: "^") else { continue }
      var changed = bytes
      switch byte {
      case UInt8(ascii: "+"): changed[index] = UInt8(ascii: "-")
      case UInt8(ascii: "-"): changed[index] = UInt8(ascii: "+")
      case UInt8(ascii: "1")...UInt8(ascii: "4"): changed[index] = byte + 1
      default: continue
      }
      result.append(String(decoding: changed, as: UTF8.self))
    }
    return result
  }

  @Test(arguments: zip(["qubit-two-baths", "driven-atom"], [5, 4]))
  func everyContradictionHasAWrongLine(_ name: String, _ step: Int) throws {
    let text = String(decoding: try Sample.shipped(name), as: UTF8.self)
    var found = 0
    for (number, mutant) in Self.mutants(of: text).enumerated() where number.isMultiple(of: step) {
      let derivation = try Derivation(bytes: Array(mutant.utf8), file: "\(name).md")
      guard let consistency = try? derivation.checkWithoutModel(progress: { _ in }) else {
        continue
      }
      if consistency.findings.isEmpty { continue }
      found += 1
      let model = try derivation.check { _ in }
      for finding in consistency.findings {
        let lines = model.lines.filter { finding.locations.contains($0.location) }
        #expect(
          lines.contains { $0.verdict == .refuted || $0.verdict == .undefined },
          "\(number): \(finding.statement)")
      }
    }
    #expect(found >= 5)
  }
}
