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
  var findings: [FoundTogether]
  var claims: [Claim]
  var conflicts: [ClaimConflict]
  var consequences: [Consequence]
  var assumptions: [String]
  var summary: JSONObject<Int>

  init(_ outcome: Outcome) {
    derivation = outcome.derivation
    title = outcome.title
    lines = outcome.lines.map(Line.init)
    findings = outcome.findings.map(FoundTogether.init)
    claims = outcome.claims
    conflicts = outcome.conflicts
    consequences = outcome.consequences
    assumptions = outcome.assumptions
    summary = CheckJSON.counts(outcome.summary)
  }
}

private struct Line: Encodable {
  var equation: String
  var subject: String
  var verdict: String
  var code: Nullable<String>
  var printed: String
  var derived: Nullable<String>
  var witness: Nullable<Counterexample>
  var conditions: [String]
  var given: [String]
  var notes: [String]
  var repairs: [Mending]
  var origin: Nullable<String>
  var mark: Nullable<Location>
  var location: Location

  init(_ line: LineOutcome) {
    equation = line.equation
    subject = line.subject
    verdict = line.verdict.rawValue
    code = Nullable(value: line.code?.rawValue)
    printed = line.printed
    derived = Nullable(value: line.derived)
    witness = Nullable(value: line.witness.map(Counterexample.init))
    conditions = line.conditions
    given = line.given
    notes = line.notes
    repairs = line.repairs.map(Mending.init)
    origin = Nullable(value: line.origin?.rawValue)
    mark = Nullable(value: line.mark)
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

/// A repair; every key is always there.
private struct Mending: Encodable {
  var edits: Int
  var slips: [String]
  var latex: String
  var unique: Bool
  var verdict: String
  var under: [String]
  var range: Location
  var changes: [Repair.Change]

  init(_ repair: Repair) {
    edits = repair.edits
    slips = repair.slips.map(\.rawValue)
    latex = repair.latex
    unique = repair.unique
    verdict = repair.verdict.rawValue
    under = repair.under
    range = repair.range
    changes = repair.changes
  }
}

/// A finding: what several lines have in common.
private struct FoundTogether: Encodable {
  var kind: String
  var code: String
  var equations: [String]
  var statement: String
  var mapping: JSONObject<String>
  var witness: Nullable<Contradiction>
  var locations: [Location]

  init(_ finding: Finding) {
    kind = finding.kind.rawValue
    code = Code(finding.kind).rawValue
    equations = finding.equations
    statement = finding.statement
    mapping = JSONObject(members: finding.mapping.map { ($0.printed, $0.meant) })
    witness = Nullable(value: finding.witness.map(Contradiction.init))
    locations = finding.locations
  }
}

/// Two readings of one quantity and what they are at the same point.
private struct Contradiction: Encodable {
  struct Reading: Encodable {
    var reading: String
    var value: String
  }

  var at: JSONObject<String>
  var first: Reading
  var second: Reading

  init(_ witness: Finding.Contradiction) {
    at = JSONObject(members: witness.at.map { ($0.symbol, $0.value) })
    first = Reading(reading: witness.first, value: witness.firstValue)
    second = Reading(reading: witness.second, value: witness.secondValue)
  }
}
