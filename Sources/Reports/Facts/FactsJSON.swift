import Derivations

/// The facts of a derivation for machines, schema `rederive.facts/1`.
package enum FactsJSON {
  package static let schema = "rederive.facts/1"

  package static func render(_ facts: [Fact], derivation: String) throws -> String {
    try JSONText.render(Document(derivation: derivation, facts: facts))
  }

  private struct Document: Encodable {
    var schema = FactsJSON.schema
    var derivation: String
    var facts: [Fact]
  }
}
