import Derivations

/// The figures, as printed and as derived beside each other, their difference, and what is claimed of them.
struct FiguresSection {
  private let report: ReportPage
  private let style = TextStyle.framed

  init(_ report: ReportPage) { self.report = report }

  var content: String { report.figures.map(block).joined() }

  private func block(_ figure: FigureData) -> String {
    let identifier = Identifiers.figure(figure)
    let pictures = FigurePicture.kinds(of: figure).map { FigurePicture(figure, $0) }
    var text =
      HTML.element(
        "h3", [("id", "\(identifier)-h")],
        "Figure \(HTML.text(figure.name)): \(HTML.inline(figure.quantity))") + "\n"
    text += claims(figure)
    text += HTML.block(
      "div", [("class", "pictures")], pictures.map(picture).joined() + words(pictures))
    return HTML.block(
      "article", [("id", identifier), ("aria-labelledby", "\(identifier)-h")], text)
  }

  /// What the pictures show, for readers that do not see them, and to check one's eyes by.
  private func words(_ pictures: [FigurePicture]) -> String {
    HTML.block(
      "div", [("class", "words")],
      pictures.map { picture in
        let description = FigureWords.description(of: picture)
        return HTML.element(
          "p", [],
          HTML.element("strong", [], HTML.text(picture.words.capitalizedFirst)) + ": "
            + HTML.text(description)) + "\n"
      }.joined())
  }

  private func picture(_ picture: FigurePicture) -> String {
    let box = HTML.element(
      "div", [("class", "picture")] + HTML.scrolling("picture"), FigureSVG.render(picture))
    return HTML.element(
      "figure", [("class", picture.kind.rawValue)],
      box
        + HTML.element(
          "figcaption", [],
          "Figure \(HTML.text(picture.figure.name)), \(HTML.text(picture.words))")) + "\n"
  }

  /// What the paper says of the figure, once each, with links to the judgements.
  private func claims(_ figure: FigureData) -> String {
    let groups = ClaimsText.grouped(report.outcome.claims).enumerated()
      .filter { $0.element[0].figure == figure.name }
    guard !groups.isEmpty else { return "" }
    return HTML.block(
      "ul", [("class", "said")],
      groups.map { number, claims in
        let claim = claims[0]
        let words = HTML.prose(claim.statement)
        var text =
          VerdictSign.markup(claim.verdict) + " "
          + HTML.link(to: Identifiers.claim(number), words)
        if let printed = claim.judgement("printed"), printed.verdict != claim.verdict {
          text += "; by the printed formulas it \(printed.verdict.rawValue)"
        }
        return HTML.element("li", [], text) + "\n"
      }.joined())
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
