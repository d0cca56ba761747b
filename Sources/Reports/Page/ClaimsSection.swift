import Derivations

/// What the paper says of its figures, in its own words, with what is true of it.
struct ClaimsSection {
  private let report: ReportPage
  private let style = TextStyle.framed

  init(_ report: ReportPage) { self.report = report }

  private var outcome: Outcome { report.outcome }

  var content: String {
    let groups = ClaimsText.grouped(outcome.claims)
    guard !groups.isEmpty else { return "" }
    var text =
      HTML.element(
        "p", [],
        "A claim is judged by the derived formulas, by the printed ones, and under each permutation"
          + " of labels that was found.") + "\n"
    text += conflicts
    for (number, claims) in groups.enumerated() { text += block(claims, number) }
    return text
  }

  private var conflicts: String {
    guard !outcome.conflicts.isEmpty else { return "" }
    return HTML.block(
      "ul", [("class", "said")],
      outcome.conflicts.map { conflict in
        HTML.element(
          "li", [],
          VerdictSign.markup(.error, "conflict")
            + " Fig. \(HTML.text(conflict.figure)): \(HTML.prose(conflict.statement))") + "\n"
      }.joined())
  }

  private func block(_ claims: [Claim], _ number: Int) -> String {
    let claim = claims[0]
    let identifier = Identifiers.claim(number)
    var figure = "Fig. \(HTML.text(claim.figure))"
    if let data = report.figures.first(where: { $0.name == claim.figure }) {
      figure = HTML.link(to: Identifiers.figure(data), figure)
    }
    var text =
      HTML.element(
        "h3", [("id", "\(identifier)-h")],
        VerdictSign.markup(claim.verdict) + " \(figure): \(HTML.prose(claim.statement))") + "\n"
    text += sentences(claims)
    text += HTML.list(
      claim.judgements.map { judgement in
        (
          HTML.words(style.prose(judgement.reading)),
          HTML.words(ClaimsText(style: style).words(judgement))
        )
      })
    return HTML.block(
      "article", [("id", identifier), ("aria-labelledby", "\(identifier)-h"), ("class", "claim")],
      text)
  }

  /// The paper's own words, each once, with all places that they stand at.
  private func sentences(_ claims: [Claim]) -> String {
    var order: [String] = []
    var places: [String: [String]] = [:]
    for claim in claims {
      let sentence = TextLayout.oneLine(claim.sentence)
      if places[sentence] == nil { order.append(sentence) }
      places[sentence, default: []].append(
        "\(TextLayout.oneLine(claim.section)), line \(claim.location.line)")
    }
    return order.map { sentence in
      HTML.block(
        "blockquote", [],
        HTML.element("p", [], "“\(HTML.words(FramedText.sentence(sentence)))”") + "\n"
          + HTML.element(
            "p", [("class", "source")],
            HTML.prose((places[sentence] ?? []).joined(separator: "; "))) + "\n")
    }.joined()
  }
}
