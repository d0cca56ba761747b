import Derivations

/// What is said of each correction, and of what is left to the author, in one style.
struct CorrectionWords {
  let correction: Correction
  let style: TextStyle

  /// `(27)`, `(3), (15)`.
  func numbers(_ entry: Correction.Entry) -> String {
    entry.equations.map { "(\(TextLayout.oneLine($0)))" }.joined(separator: ", ")
  }

  /// What was printed or should read, with its left side.
  func statement(_ entry: Correction.Entry, _ right: String) -> String {
    entry.subjects.isEmpty ? right : "\(entry.subjects.joined(separator: ", ")) = \(right)"
  }

  /// Why the line as printed is wrong, and where the right form comes from.
  func reasons(_ entry: Correction.Entry) -> [String] {
    guard let first = entry.lines.first else { return [] }
    let line = correction.before.lines[first]
    var reasons: [String] = []
    switch entry.source {
    case .repair:
      let slips = entry.repair.map(Wording.slips) ?? ""
      reasons.append(slips.isEmpty ? "does not follow from the model" : slips)
    case .otherLine:
      reasons.append(
        "does not follow from the model, and no small edit mends it; what another line of the "
          + "equation prints does follow")
    case .derived:
      reasons.append(
        "does not follow from the model, and no small edit mends it; this is what the model implies"
      )
    case .order:
      reasons.append("lines follow in this order of the basis, and none in the printed one")
    }
    if let witness = line.witness {
      reasons.append(
        "at \(Wording.point(witness.at, style: style)) what is printed is "
          + "\(style.math(witness.printed)), and the model gives \(style.math(witness.derived))")
    }
    if !line.given.isEmpty, entry.source != .order {
      reasons.append("given \(line.given.map(style.mathOrProse).joined(separator: ", "))")
    }
    return reasons
  }

  /// What the mistake does, as rows of a name and its content.
  func consequences(_ entry: Correction.Entry) -> [(name: String, content: String)] {
    guard let first = entry.lines.first else { return [] }
    return correction.before.effect(ofLine: first)?.rows(style) ?? []
  }

  /// What only an author can settle, and why: lines of one printed formula together, and claims that are made
  /// more than once.
  var left: [(name: String, reason: String)] {
    lines + claims
  }

  private var lines: [(name: String, reason: String)] {
    let outcome = correction.after
    var order: [[Int]] = []
    for number in correction.openLines {
      let line = outcome.lines[number]
      if let last = order.last?.last, outcome.lines[last].location == line.location,
        outcome.lines[last].verdict == line.verdict
      {
        order[order.count - 1].append(number)
      } else {
        order.append([number])
      }
    }
    return order.map { numbers in
      let first = outcome.lines[numbers[0]]
      let subjects = unique(numbers.map { style.math(outcome.lines[$0].subject) })
      let name =
        "(\(TextLayout.oneLine(first.equation))) \(subjects.joined(separator: ", ")), "
        + "line \(first.location.line): \(first.verdict.inWords)"
      let notes = unique(numbers.flatMap { outcome.lines[$0].notes.map(style.prose) })
      return (name, notes.joined(separator: "; "))
    }
  }

  private var claims: [(name: String, reason: String)] {
    let outcome = correction.after
    var order: [[Int]] = []
    for number in correction.openClaims {
      let claim = outcome.claims[number]
      let same = order.firstIndex { numbers in
        let other = outcome.claims[numbers[0]]
        return other.figure == claim.figure && other.statement == claim.statement
      }
      if let same { order[same].append(number) } else { order.append([number]) }
    }
    return order.map { numbers in
      let claim = outcome.claims[numbers[0]]
      let places = numbers.map { String(outcome.claims[$0].location.line) }
      let judgement = claim.judgement("derived")
      return (
        "Fig. \(claim.figure): “\(style.prose(claim.statement))”, "
          + "\(places.count == 1 ? "line" : "lines") \(places.joined(separator: ", "))",
        judgement.map { "\($0.verdict.rawValue): \(style.prose($0.reason))" } ?? ""
      )
    }
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
  }
}

extension Verdict {
  /// What a line is.
  fileprivate var inWords: String {
    switch self {
    case .proved: "proved"
    case .defined: "a definition"
    case .convention: "holds under another convention than the declared one"
    case .refuted: "does not follow, and nothing was found that does"
    case .undefined: "a side has no value"
    case .undecided: "neither proved nor refuted"
    case .unreadable: "not understood"
    }
  }
}
