import Derivations

/// The derivation from model to closed forms for machines, schema `rederive.derive/1`.
package enum StagesJSON {
  package static let schema = "rederive.derive/1"

  package static func render(_ stages: Stages) throws -> String {
    try JSONText.render(Document(stages))
  }

  private struct Document: Encodable {
    var schema = StagesJSON.schema
    var derivation: String
    var title: String
    var sections: [Stages.Section]

    init(_ stages: Stages) {
      derivation = stages.derivation
      title = stages.title
      sections = stages.sections
    }
  }
}
