import Derivations

/// What a paper says of its figures, with what is true of it, for people.
struct ClaimsText {
  let style: TextStyle

  func render(_ outcome: Outcome) -> String {
    guard !outcome.claims.isEmpty else { return "" }
    var text = style.paint("Claims", .bold) + "\n\n"
    for claims in Self.grouped(outcome.claims) { text += block(claims) + "\n" }
    for conflict in outcome.conflicts {
      text += paragraph("conflict: Fig. \(conflict.figure): \(conflict.statement)", indent: 2)
    }
    if !outcome.conflicts.isEmpty { text += "\n" }
    return text
  }

  /// `25 claims: 8 hold, 17 fail`, as the derived formulas have it.
  func summary(of outcome: Outcome) -> String {
    let verdicts = outcome.claims.map(\.verdict)
    let parts = Claim.Verdict.allCases.compactMap { verdict -> String? in
      let count = verdicts.filter { $0 == verdict }.count
      let word = count == 1 ? verdict.rawValue : verdict.plural
      return count == 0 ? nil : style.paint("\(count) \(word)", verdict.ink)
    }
    return "\(TextLayout.count(outcome.claims.count, "claim")): \(parts.joined(separator: ", "))"
  }

  /// Claims of one figure in the same words, which the abstract and the summary repeat, together.
  static func grouped(_ claims: [Claim]) -> [[Claim]] {
    var order: [String] = []
    var groups: [String: [Claim]] = [:]
    for claim in claims {
      let key = claim.figure + "\n" + claim.statement
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(claim)
    }
    return order.compactMap { groups[$0] }
  }

  private func block(_ claims: [Claim]) -> String {
    let claim = claims[0]
    let word = claim.verdict.rawValue
    let head = "\(word): Fig. \(claim.figure): \(style.prose(claim.statement))"
    var lines = TextLayout.wrapped(head, width: style.width - 2)
    lines[0] = style.paint(word, claim.verdict.ink) + lines[0].dropFirst(word.count)
    var text = lines.map { "  \($0)\n" }.joined()
    let places = claims.map { "\(TextLayout.oneLine($0.section)), line \($0.location.line)" }
    text += row("said in", places.joined(separator: "; "))
    for judgement in claim.judgements { text += row(judgement.reading, words(judgement)) }
    return text
  }

  /// `fails, by enclosure: it rises: 0 at T = 1, 0.194 at T = 10`
  func words(_ judgement: Claim.Judgement) -> String {
    var text = "\(judgement.verdict.rawValue), \(judgement.basisInWords)"
    if !judgement.reason.isEmpty { text += ": \(style.prose(judgement.reason))" }
    if judgement.verdict == .fails, !judgement.witness.isEmpty {
      text +=
        ": "
        + judgement.witness.map { point in
          "\(NumberText.rounded(point.value, digits: 4)) at \(Self.place(point.at, style))"
        }.joined(separator: ", ")
    }
    return text
  }

  /// `T = 1, λ = 2`
  static func place(_ at: [Claim.Point.Coordinate], _ style: TextStyle) -> String {
    at.map { "\(style.math($0.symbol)) = \(NumberText.rounded($0.value, digits: 6))" }
      .joined(separator: ", ")
  }

  private func row(_ name: String, _ content: String) -> String {
    let label = style.prose(name) + ":"
    var lines = TextLayout.wrapped("\(label) \(content)", width: style.width - 8)
    guard let first = lines.first else { return "" }
    // The label is painted where it stands whole in the first line.
    if first.hasPrefix(label) {
      lines[0] = style.paint(label, .faint) + first.dropFirst(label.count)
    }
    return lines.enumerated().map { number, line in
      String(repeating: " ", count: number == 0 ? 4 : 8) + line + "\n"
    }.joined()
  }

  private func paragraph(_ content: String, indent: Int) -> String {
    TextLayout.wrapped(style.prose(content), width: style.width - indent)
      .map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
  }
}

extension Claim {
  /// Whether it is so by the derived formulas.
  package var verdict: Verdict { judgement("derived")?.verdict ?? .undecided }
}

extension Claim.Judgement {
  var basisInWords: String {
    switch basis {
    case .proof: "proved"
    case .enclosure: "by enclosure"
    case .points: "on \(TextLayout.count(points, "point"))"
    }
  }
}

extension Claim.Verdict {
  /// As it is said of several.
  var plural: String {
    switch self {
    case .holds: "hold"
    case .fails: "fail"
    case .undecided: "undecided"
    }
  }

  var ink: TextStyle.Ink {
    switch self {
    case .holds: .green
    case .fails: .red
    case .undecided: .yellow
    }
  }
}
