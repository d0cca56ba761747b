#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Plain data as JSON text: keys sorted, the same bytes on every run.
package enum JSONText {
  /// `value` as JSON with a newline at the end. Values must hold finite numbers only.
  package static func render(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

/// A JSON object whose keys are data, such as symbols. A key given twice keeps its last value.
struct JSONObject<Value: Encodable & Sendable>: Encodable, Sendable {
  var members: [(key: String, value: Value)]

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for member in members { try container.encode(member.value, forKey: Key(member.key)) }
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

/// An optional that is written as `null` instead of being left out.
struct Nullable<Value: Encodable & Sendable>: Encodable, Sendable {
  var value: Value?

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

/// A floating-point number; `null` if it is infinite or not a number, which JSON cannot write.
struct JSONNumber: Encodable, Sendable {
  var value: Double

  init(_ value: Double) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if value.isFinite { try container.encode(value) } else { try container.encodeNil() }
  }
}
