import Derivations

/// A verdict as a sign and its word: neither colour nor the sign alone tells it.
enum VerdictSign {
  static func markup(_ verdict: Verdict) -> String {
    switch verdict {
    case .proved: markup("✓", verdict.rawValue, "good")
    case .defined: markup("≔", verdict.rawValue, "plain")
    case .convention: markup("≈", verdict.rawValue, "open")
    case .refuted: markup("✗", verdict.rawValue, "bad")
    case .undefined: markup("∅", verdict.rawValue, "bad")
    case .undecided: markup("?", verdict.rawValue, "open")
    case .unreadable: markup("…", verdict.rawValue, "open")
    }
  }

  static func markup(_ verdict: Claim.Verdict, ofSeveral isPlural: Bool = false) -> String {
    let word = isPlural ? verdict.plural : verdict.rawValue
    return switch verdict {
    case .holds: markup("✓", word, "good")
    case .fails: markup("✗", word, "bad")
    case .undecided: markup("?", word, "open")
    }
  }

  static func markup(_ verdict: Fact.Verdict) -> String {
    switch verdict {
    case .proved: markup("✓", verdict.rawValue, "good")
    case .fails: markup("✗", verdict.rawValue, "bad")
    case .undecided: markup("?", verdict.rawValue, "open")
    }
  }

  static func markup(_ severity: Severity, _ word: String) -> String {
    switch severity {
    case .error: markup("✗", word, "bad")
    case .warning: markup("≈", word, "open")
    }
  }

  private static func markup(_ sign: String, _ word: String, _ name: String) -> String {
    HTML.element(
      "span", [("class", "verdict \(name)")],
      HTML.element("span", [("aria-hidden", "true")], sign) + " " + HTML.text(word))
  }
}
