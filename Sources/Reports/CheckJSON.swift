import Derivations

/// The outcome of a check for machines, schema `rederive.check/1`.
package enum CheckJSON {
  package static let schema = "rederive.check/1"

  /// One derivation: the object itself. Several files: an object with `derivations`.
  package static func render(_ outcomes: [Outcome], severalFiles: Bool) throws -> String {
    if !severalFiles, let outcome = outcomes.first {
      return try JSONText.render(Check(outcome))
    }
    var total: [Verdict: Int] = [:]
    for outcome in outcomes { total.merge(outcome.summary, uniquingKeysWith: +) }
    return try JSONText.render(
      Checks(derivations: outcomes.map(Check.init), summary: counts(total)))
  }

  fileprivate static func counts(_ summary: [Verdict: Int]) -> JSONObject<Int> {
    JSONObject(members: Verdict.allCases.map { ($0.rawValue, summary[$0] ?? 0) })
  }
}

private struct Checks: Encodable {
  var schema = CheckJSON.schema
  var derivations: [Check]
  var summary: JSONObject<Int>
}

private struct Check: Encodable {
  var schema = CheckJSON.schema
  var derivation: String
  var title: String
  var lines: [Line]
  var assumptions: [String]
  var summary: JSONObject<Int>

  init(_ outcome: Outcome) {
    derivation = outcome.derivation
    title = outcome.title
    lines = outcome.lines.map(Line.init)
    assumptions = outcome.assumptions
    summary = CheckJSON.counts(outcome.summary)
  }
}

private struct Line: Encodable {
  var equation: String
  var subject: String
  var verdict: String
  var printed: String
  var derived: Nullable<String>
  var witness: Nullable<Counterexample>
  var conditions: [String]
  var given: [String]
  var notes: [String]
  var location: Location

  init(_ line: LineOutcome) {
    equation = line.equation
    subject = line.subject
    verdict = line.verdict.rawValue
    printed = line.printed
    derived = Nullable(value: line.derived)
    witness = Nullable(value: line.witness.map(Counterexample.init))
    conditions = line.conditions
    given = line.given
    notes = line.notes
    location = line.location
  }
}

private struct Counterexample: Encodable {
  var at: JSONObject<String>
  var printed: String
  var derived: String

  init(_ witness: Witness) {
    at = JSONObject(members: witness.at.map { ($0.symbol, $0.value) })
    printed = witness.printed
    derived = witness.derived
  }
}
