import Derivations

/// The score of a derivation for machines, schema `rederive.score/1`.
package enum ScoreJSON {
  package static let schema = "rederive.score/1"

  package static func render(_ scores: [Score]) throws -> String {
    if scores.count == 1 { return try JSONText.render(Document(scores[0])) }
    return try JSONText.render(Documents(derivations: scores.map(Document.init)))
  }

  private struct Documents: Encodable {
    var schema = ScoreJSON.schema
    var derivations: [Document]
  }

  private struct Document: Encodable {
    var schema = ScoreJSON.schema
    var derivation: String
    var lines: Int
    var planted: Int
    var refuted: Int
    var repairedFirst: Int
    var rewritten: Int
    var harmless: Int
    var wronglyRefuted: Int
    var bySlip: [Score.Tally]
    var byRewriting: [Score.Rewritten]
    var leftOut: Score.LeftOut
    var misses: [Score.Miss]

    init(_ score: Score) {
      derivation = score.derivation
      lines = score.lines
      planted = score.plantedInAll
      refuted = score.refutedInAll
      repairedFirst = score.repairedFirstInAll
      rewritten = score.rewrittenInAll
      harmless = score.harmless.written
      wronglyRefuted = score.wronglyRefuted
      bySlip = score.planted
      byRewriting = score.rewritten
      leftOut = score.leftOut
      misses = score.misses
    }
  }
}
