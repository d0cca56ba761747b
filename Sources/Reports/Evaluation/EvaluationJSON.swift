import Derivations

/// The state at one point for machines, schema `rederive.evaluate/1`.
package enum EvaluationJSON {
  package static let schema = "rederive.evaluate/1"

  package static func render(_ evaluation: Evaluation) throws -> String {
    try JSONText.render(Document(evaluation))
  }

  private struct Document: Encodable {
    var schema = EvaluationJSON.schema
    var derivation: String
    var given: [String]
    var at: JSONObject<Parameter>
    var roads: [Road]
    var disagreement: JSONNumber

    init(_ evaluation: Evaluation) {
      derivation = evaluation.derivation
      given = evaluation.given
      at = JSONObject(members: evaluation.at.map { ($0.symbol, Parameter($0.value)) })
      roads = evaluation.roads.map(Road.init)
      disagreement = JSONNumber(evaluation.disagreement)
    }
  }

  private struct Road: Encodable {
    var name: String
    var basis: [String]
    var rho: [[[JSONNumber]]]
    var eigenvalues: [JSONNumber]
    var internalEnergy: JSONNumber
    var passiveEnergy: JSONNumber
    var ergotropy: JSONNumber
    var notes: [String]

    init(_ road: Evaluation.Road) {
      name = road.name
      basis = road.basis
      rho = road.rho.map { $0.map { $0.map { JSONNumber($0) } } }
      eigenvalues = road.eigenvalues.map { JSONNumber($0) }
      internalEnergy = JSONNumber(road.internalEnergy)
      passiveEnergy = JSONNumber(road.passiveEnergy)
      ergotropy = JSONNumber(road.ergotropy)
      notes = road.notes
    }
  }

  /// A value as the user gave it: a number where it is one, text such as `\pi/2` where not.
  private enum Parameter: Encodable {
    case number(Double)
    case text(String)

    init(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { part in
        Double(part.filter { $0 != " " })
      }
      let value: Double? =
        switch (parts.count, numbers.count) {
        case (1, 1): numbers[0]
        case (2, 2): numbers[0] / numbers[1]
        case (_, _): nil
        }
      if let value, value.isFinite { self = .number(value) } else { self = .text(text) }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let value): try container.encode(value)
      case .text(let text): try container.encode(text)
      }
    }
  }
}
