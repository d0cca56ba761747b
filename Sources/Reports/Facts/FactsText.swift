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
    var text = style.paint(head, fact.verdict.ink) + title.dropFirst(head.count)
    func add(_ name: String, _ content: String) {
      if !content.isEmpty { text += field(name, content, style) }
    }
    add("given", fact.given.map(style.mathOrProse).joined(separator: ", "))
    add("at", fact.point.isEmpty ? "" : Wording.point(fact.point, style: style))
    add("there", fact.values.isEmpty ? "" : Wording.point(fact.values, style: style))
    add("by", style.prose(fact.how))
    add("where", fact.conditions.map(style.prose).joined(separator: "; "))
    add("except", fact.exceptions.map(style.prose).joined(separator: "; "))
    return text
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
  fileprivate var code: String {
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
