import Derivations

/// What fails and what it changes, in a few sentences.
struct HeadlineSection {
  private let outcome: Outcome
  private let style = TextStyle.framed

  /// More lines than these are counted, not told.
  private static let most = 6
  /// Of what a line changes so much is told here.
  private static let mostChanges = 2

  init(_ report: ReportPage) { outcome = report.outcome }

  var content: String {
    var text = HTML.block("div", [("class", "counts")], lineCounts + claimCounts)
    text += HTML.element("p", [("class", "lead")], verdict) + "\n"
    text += changes
    return text
  }

  // MARK: Counts

  private var lineCounts: String {
    let rows = Verdict.allCases.compactMap { verdict -> String? in
      guard let count = outcome.summary[verdict], count > 0 else { return nil }
      return item(count, VerdictSign.markup(verdict))
    }
    return counts(TextLayout.count(outcome.lines.count, "line"), rows)
  }

  private var claimCounts: String {
    let rows = Claim.Verdict.allCases.compactMap { verdict -> String? in
      let count = outcome.claims.count { $0.verdict == verdict }
      return count == 0
        ? nil : item(count, VerdictSign.markup(verdict, ofSeveral: count > 1))
    }
    return outcome.claims.isEmpty
      ? "" : counts(TextLayout.count(outcome.claims.count, "claim"), rows)
  }

  private func counts(_ title: String, _ rows: [String]) -> String {
    HTML.block(
      "div", [], HTML.element("p", [], title) + "\n" + HTML.block("ul", [], rows.joined()))
  }

  private func item(_ count: Int, _ sign: String) -> String {
    HTML.element("li", [], HTML.element("strong", [], "\(count)") + " " + sign) + "\n"
  }

  // MARK: Sentences

  private var verdict: String {
    let wrong = outcome.lines.indices.filter {
      outcome.lines[$0].verdict == .refuted || outcome.lines[$0].verdict == .undefined
    }
    if outcome.lines.isEmpty { return "Nothing was checked: the file prints no equations." }
    guard !wrong.isEmpty else {
      let open = outcome.lines.count { $0.verdict.gravity != nil }
      return open == 0
        ? "Every printed line follows from the model that the file states."
        : "No printed line is refuted; \(open) of \(outcome.lines.count) are not proved either."
    }
    let names = wrong.map { number in
      HTML.link(to: Identifiers.line(number), name(of: number))
    }
    let said = wrong.count == 1 ? "One line does" : "\(wrong.count) lines do"
    return "\(said) not follow from the model that the file states: "
      + TextLayout.list(names) + "."
  }

  private func name(of number: Int) -> String {
    HTML.words(Wording.name(of: outcome.lines[number], style: style))
  }

  /// The gravest lines with what they change.
  private var changes: String {
    let grave = outcome.gravestFirst.compactMap { outcome.effect(ofLine: $0) }
      .filter { $0.consequence.severity > .slip }
    var told: [Consequence] = []
    var items: [String] = []
    for effect in grave where !told.contains(effect.consequence) {
      told.append(effect.consequence)
      if items.count < Self.most { items.append(item(effect)) }
    }
    guard !items.isEmpty else { return "" }
    let more = told.count - items.count
    var text = HTML.element("h3", [], "What it changes") + "\n"
    text += HTML.block("ul", [("class", "changes")], items.joined())
    if more > 0 {
      text +=
        HTML.element(
          "p", [],
          "\(TextLayout.count(more, "further mistake")) change\(more == 1 ? "s" : "") a number; "
            + HTML.link(to: "attention", "each line") + " tells which.") + "\n"
    }
    return text
  }

  private func item(_ effect: ConsequenceText) -> String {
    let consequence = effect.consequence
    let names = consequence.lines.map { HTML.link(to: Identifiers.line($0), name(of: $0)) }
    var slips = ""
    if consequence.lines.count == 1, let line = consequence.lines.first,
      let repair = outcome.lines[line].repairs.first
    {
      slips = ", where \(HTML.text(Wording.slips(of: repair))),"
    }
    let together = consequence.lines.count > 1 ? " together" : ""
    var sentence = HTML.element("strong", [], TextLayout.list(names))
    let verb = consequence.lines.count > 1 ? words(effect.words, plural: true) : effect.words
    sentence += "\(slips)\(together) \(HTML.text(verb))"
    let turns = effect.turns(style)
    let told =
      turns.isEmpty
      ? consequence.changes.map { effect.change($0, style) } : turns
    guard !told.isEmpty else { return HTML.element("li", [], sentence + ".") + "\n" }
    sentence += ": " + told.prefix(Self.mostChanges).map(HTML.words).joined(separator: "; ")
    let more = told.count - Self.mostChanges
    if more > 0 { sentence += "; and \(more) more" }
    return HTML.element("li", [], sentence + ".") + "\n"
  }

  /// `changes a number` of one, `change a number` of several.
  private func words(_ words: String, plural: Bool) -> String {
    plural && words.hasPrefix("changes ") ? "change " + words.dropFirst("changes ".count) : words
  }
}
