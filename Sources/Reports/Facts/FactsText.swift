import Derivations

/// The facts of a derivation for people: one block each, those that fail first.
package enum FactsText {
  package static func render(
    _ facts: [Fact], derivation: String, style: TextStyle
  ) -> String {
    var text = style.paint(TextLayout.oneLine(derivation), .bold) + ": " + summary(facts, style)
    text += "\n"
    for verdict in [Fact.Verdict.fails, .undecided, .proved] {
      for fact in facts where fact.verdict == verdict { text += "\n" + block(fact, style) }
    }
    return text
  }

  /// `8 facts: 6 proved, 2 failing`.
  package static func summary(_ facts: [Fact], _ style: TextStyle) -> String {
    guard !facts.isEmpty else { return "no facts: the model has neither baths nor jumps" }
    let parts = Fact.Verdict.allCases.compactMap { verdict -> String? in
      let count = facts.filter { $0.verdict == verdict }.count
      return count == 0 ? nil : style.paint("\(count) \(verdict.count)", verdict.ink)
    }
    return "\(TextLayout.count(facts.count, "fact")): " + parts.joined(separator: ", ")
  }

  private static func block(_ fact: Fact, _ style: TextStyle) -> String {
    let head = "\(fact.verdict.rawValue)[\(fact.kind.code)]"
    let lines = TextLayout.wrapped("\(head): \(style.prose(fact.statement))", width: style.width)
    let title = lines.map { $0 + "\n" }.joined()
    let text = style.paint(head, fact.verdict.ink) + title.dropFirst(head.count)
    return rows(of: fact, style).reduce(text) { $0 + field($1.name, $1.content, style) }
  }

  /// What there is to say of a fact besides its statement: a name and words.
  static func rows(of fact: Fact, _ style: TextStyle) -> [(name: String, content: String)] {
    let rows = [
      ("given", fact.given.map(style.mathOrProse).joined(separator: ", ")),
      ("at", fact.point.isEmpty ? "" : Wording.point(fact.point, style: style)),
      ("there", fact.values.isEmpty ? "" : Wording.point(fact.values, style: style)),
      ("by", style.prose(fact.how)),
      ("where", fact.conditions.map(style.prose).joined(separator: "; ")),
      ("except", fact.exceptions.map(style.prose).joined(separator: "; ")),
    ]
    return rows.filter { !$0.1.isEmpty }
  }

  private static func field(_ name: String, _ content: String, _ style: TextStyle) -> String {
    let indent = name.count + 5
    let lines = TextLayout.wrapped(content, width: style.width - indent)
    let blanks = String(repeating: " ", count: indent)
    return " = \(style.paint(name + ":", .faint)) \(lines.first ?? "")\n"
      + lines.dropFirst().map { blanks + $0 + "\n" }.joined()
  }
}

extension Fact.Verdict {
  fileprivate var ink: TextStyle.Ink {
    switch self {
    case .proved: .green
    case .fails: .red
    case .undecided: .yellow
    }
  }

  /// As it is said of several.
  fileprivate var count: String {
    switch self {
    case .proved: "proved"
    case .fails: "failing"
    case .undecided: "undecided"
    }
  }
}

extension Fact.Kind {
  /// As it stands in a report.
  var code: String {
    switch self {
    case .uniqueness: "uniqueness"
    case .equilibrium: "equilibrium"
    case .passivity: "passivity"
    case .positivity: "positivity"
    case .bathDetailedBalance: "bath-detailed-balance"
    case .detailedBalance: "detailed-balance"
    case .firstLaw: "first-law"
    case .heatFlow: "heat-flow"
    case .secondLaw: "second-law"
    }
  }
}
