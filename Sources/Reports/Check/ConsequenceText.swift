import Derivations

/// What a wrong line does to a paper's figures and claims, in words.
struct ConsequenceText {
  let consequence: Consequence
  private let outcome: Outcome
  /// The line that the block is about is not the first one that is wrong together with others.
  private let isFollower: Bool

  fileprivate init(_ consequence: Consequence, _ outcome: Outcome, line: Int) {
    self.consequence = consequence
    self.outcome = outcome
    isFollower = consequence.lines.first != line
  }

  /// Rows of a block: a name and what stands behind it.
  func rows(_ style: TextStyle) -> [(name: String, content: String)] {
    parts(style).map { ($0.name, $0.contents.joined(separator: "; ")) }
  }

  /// The same with what a name has several of apart.
  func parts(_ style: TextStyle) -> [(name: String, contents: [String])] {
    var severity = words
    if consequence.lines.count > 1 {
      let names = consequence.lines.map { Wording.name(of: outcome.lines[$0], style: style) }
      severity += ", together: \(names.joined(separator: ", "))"
    }
    var rows = [("severity", [severity])]
    // What lines do together is said once.
    if isFollower { return rows }
    if !consequence.turns.isEmpty {
      rows.append(("claims", turns(style)))
    }
    if !consequence.changes.isEmpty {
      rows.append(("changes", consequence.changes.map { change($0, style) }))
    }
    if !consequence.usedBy.isEmpty {
      let users = consequence.usedBy.map { "(\(TextLayout.oneLine($0)))" }
      rows.append(("used by", [users.joined(separator: ", ")]))
    }
    if !consequence.unchanged.isEmpty {
      rows.append(("keeps", consequence.unchanged.map(style.prose)))
    }
    return rows
  }

  /// How far the mistake reaches. That nothing changes is said only of what was computed with it.
  var words: String {
    switch consequence.severity {
    case .slip:
      consequence.unchanged.isEmpty
        ? "not followed into figures and claims"
        : "slip: no figure and no claim changes"
    case .number: "changes a number"
    case .conclusion: "changes a conclusion"
    }
  }

  /// Each claim once, however often the paper makes it.
  func turns(_ style: TextStyle) -> [String] {
    var seen = Set<String>()
    return consequence.turns.compactMap { turn in
      let claim = outcome.claims[turn.claim]
      let words = "Fig. \(claim.figure), “\(style.prose(claim.statement))”"
      guard seen.insert(words).inserted else { return nil }
      return "\(words): \(turn.right.rawValue), with what is printed it \(turn.wrong.rawValue)"
    }
  }

  func change(_ change: Consequence.Change, _ style: TextStyle) -> String {
    guard let wrong = change.wrong.map({ NumberText.rounded($0, digits: 4) }) else {
      return "\(style.prose(change.quantity)) gets no number"
    }
    return "\(style.prose(change.quantity)) \(NumberText.rounded(change.right, digits: 4)) → "
      + "\(wrong) at \(ClaimsText.place(change.at, style))"
  }
}

extension Outcome {
  /// What a line does to figures and claims; `nil` for one that is not refuted, or where there is nothing
  /// to do something to.
  func effect(ofLine number: Int) -> ConsequenceText? {
    guard let consequence = consequences.first(where: { $0.lines.contains(number) }) else {
      return nil
    }
    return ConsequenceText(consequence, self, line: number)
  }
}
