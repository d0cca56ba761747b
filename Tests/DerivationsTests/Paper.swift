import Testing

@testable import Derivations

/// The shipped paper, checked once for all tests.
enum Paper {
  static let text = Result {
    String(decoding: try Sample.shipped("hadipour-haseli-2024"), as: UTF8.self)
  }

  static let outcome = Result { try check(try text.get()) }

  static func check(_ text: String) throws -> Outcome {
    try Derivation(
      bytes: Array(text.utf8), file: "derivations/hadipour-haseli-2024.md"
    ).check { _ in }
  }

  static func line(_ equation: String, _ subject: String) throws -> LineOutcome {
    try #require(
      try outcome.get().lines.first { $0.equation == equation && $0.subject == subject })
  }
}
