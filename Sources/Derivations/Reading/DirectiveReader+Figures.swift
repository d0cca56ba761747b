extension DirectiveReader {
  /// `7a: plot Q in U against X in U from A to B and Y from C to D, for Z = 1, 2, at W = 3`
  func figure(_ rest: Phrase) throws(FileError) -> Directive {
    let example =
      "write 'figure 2a: plot X against T from 0.1 to 10, for \\lambda = 1, 2, at \\omega = 5'"
    guard let (name, text) = rest.cut(at: ":"), !name.isEmpty else {
      throw error("incomplete-directive", "expected the figure's number and a colon", example, rest)
    }
    var chosen: [String] = []
    let clauses = Clauses(text)
    guard let body = clauses.head.dropping(prefix: "plot"),
      let (first, second) = body.cut(at: " against ")
    else {
      throw error(
        "incomplete-directive", "expected 'plot QUANTITY against SYMBOL from A to B'", example,
        clauses.head)
    }
    if let extra = clauses.rest.first {
      throw error(
        "incomplete-directive", "expected 'for …' or 'at …' after the comma, not '\(extra.text)'",
        example, extra)
    }
    let (quantity, unit) = withUnit(first)
    var axes: [FigureDirective.Axis] = []
    for part in second.pieces(between: " and ") {
      let (text, isChosen) = part.withoutChosen
      guard let (symbol, range) = text.cut(at: " from "),
        let (from, to) = range.cut(at: " to "), !from.isEmpty, !to.isEmpty
      else {
        throw error("incomplete-directive", "expected 'SYMBOL from A to B'", example, part)
      }
      let (name, unit) = withUnit(symbol)
      if isChosen { chosen.append("\(name.text) \\in [\(from.text), \(to.text)]") }
      axes.append(.init(symbol: name, unit: unit, from: from, to: to))
    }
    guard axes.count <= 2 else {
      throw error(
        "too-many-axes", "a figure has one axis or two", "keep the others fixed with ', at …'",
        second)
    }
    var curves: (Phrase, [Phrase])?
    if let first = clauses.curves.first {
      var parts = clauses.curves
      let (last, isChosen) = parts[parts.count - 1].withoutChosen
      parts[parts.count - 1] = last
      if isChosen { chosen.append(parts.map(\.text).joined(separator: ", ")) }
      curves = try values(parts, first, example)
      if axes.count == 2 {
        throw error(
          "too-many-axes", "a map has no curves", "keep the symbol fixed with ', at …'", first)
      }
    }
    var parameters: [(Phrase, Phrase)] = []
    for part in clauses.parameters {
      let (text, isChosen) = part.withoutChosen
      guard let pair = text.cut(at: "="), !pair.0.isEmpty, !pair.1.isEmpty else {
        throw error("incomplete-directive", "expected 'SYMBOL = VALUE'", example, part)
      }
      if isChosen { chosen.append(text.text) }
      parameters.append(pair)
    }
    return .figure(
      FigureDirective(
        name: name, quantity: quantity, unit: unit, axes: axes, curves: curves,
        parameters: parameters, chosen: chosen))
  }

  /// `7a: decreases with T from 0 to 5, for \lambda = 1, 2 "as the paper says it"`
  func claim(_ rest: Phrase) throws(FileError) -> Directive {
    let example = "write 'claim 2a: increases with T \"what the paper says\"'"
    guard let (figure, text) = rest.cut(at: ":"), !figure.isEmpty else {
      throw error("incomplete-directive", "expected a figure's number and a colon", example, rest)
    }
    guard let (statement, quoted) = text.cut(at: "\""), quoted.text.hasSuffix("\""),
      quoted.text.count > 1
    else {
      throw error(
        "incomplete-directive", "expected the paper's sentence in quotation marks", example, text)
    }
    let clauses = Clauses(statement)
    let words = quoted.text.dropLast().split(whereSeparator: \.isWhitespace)
    var curves: (Phrase, [Phrase])?
    if let first = clauses.curves.first { curves = try values(clauses.curves, first, example) }
    if let extra = clauses.parameters.first {
      throw error(
        "incomplete-directive", "a claim is made at the figure's own parameters",
        "say which curves with ', for …'", extra)
    }
    return .claim(
      ClaimDirective(
        figure: figure, predicate: try predicate([clauses.head] + clauses.rest, statement),
        curves: curves, sentence: words.joined(separator: " ")))
  }

  private static let courses: [(String, Claim.Course)] = [
    ("decreases then increases with", .fallsThenRises),
    ("increases then decreases with", .risesThenFalls), ("decreases with", .falls),
    ("increases with", .rises), ("saturates with", .saturates),
  ]

  private func predicate(
    _ parts: [Phrase], _ place: Phrase
  ) throws(FileError) -> ClaimDirective.Predicate {
    for (words, course) in Self.courses {
      guard let tail = parts[0].dropping(prefix: words), !tail.isEmpty, parts.count == 1 else {
        continue
      }
      guard let (symbol, range) = tail.cut(at: " from ") else {
        return .course(course, symbol: tail, from: nil, to: nil)
      }
      guard let (from, to) = range.cut(at: " to ") else {
        throw error("incomplete-directive", "expected 'from A to B'", "", range)
      }
      return .course(course, symbol: symbol, from: from, to: to)
    }
    for (words, kind) in [("maximum at", Claim.Extremum.maximum), ("minimum at", .minimum)] {
      guard let first = parts[0].dropping(prefix: words) else { continue }
      var place: [(symbol: Phrase, value: Phrase)] = []
      for part in [first] + parts.dropFirst() {
        guard let (symbol, value) = part.cut(at: "="), !symbol.isEmpty, !value.isEmpty else {
          throw error("incomplete-directive", "expected 'SYMBOL = VALUE'", "", part)
        }
        place.append((symbol, value))
      }
      return .extremum(kind, place)
    }
    if parts.count == 1 {
      if parts[0].text == "is zero" { return .sign(.zero) }
      if parts[0].text == "is positive" { return .sign(.positive) }
    }
    let known =
      Self.courses.map { $0.0 } + ["maximum at", "minimum at", "is zero", "is positive"]
    let near = Suggestion.nearestPrefix(of: parts[0].text, among: known)
    throw error(
      "unknown-claim", "'\(parts[0].text)' is no claim that can be judged",
      near.map { "did you mean '\($0)'?" } ?? "known: \(known.joined(separator: ", "))", place)
  }

  /// `\lambda = 1`, `2`, `4`: the first part names the symbol.
  private func values(
    _ parts: [Phrase], _ place: Phrase, _ example: String
  ) throws(FileError) -> (Phrase, [Phrase]) {
    guard let (symbol, first) = parts[0].cut(at: "="), !symbol.isEmpty else {
      throw error("incomplete-directive", "expected 'for SYMBOL = VALUES'", example, place)
    }
    let values = [first] + parts.dropFirst()
    guard !values.contains(where: \.isEmpty) else {
      throw error("incomplete-directive", "expected a value", example, place)
    }
    return (symbol, values)
  }

  /// `X in U`, the unit being what stands behind the last ` in `.
  private func withUnit(_ phrase: Phrase) -> (Phrase, Phrase?) {
    guard let (symbol, unit) = phrase.cut(at: " in "), !unit.isEmpty else { return (phrase, nil) }
    return (symbol, unit)
  }
}

/// The parts of a directive between commas, by the word that they begin with.
private struct Clauses {
  let head: Phrase
  /// Between the head and the first `for` or `at`.
  var rest: [Phrase] = []
  var curves: [Phrase] = []
  var parameters: [Phrase] = []

  init(_ phrase: Phrase) {
    let parts = phrase.split(on: ",")
    head = parts[0]
    var open = \Clauses.rest
    for part in parts.dropFirst() {
      var part = part
      if let tail = part.dropping(prefix: "for") {
        open = \.curves
        part = tail
      } else if let tail = part.dropping(prefix: "at") {
        open = \.parameters
        part = tail
      }
      self[keyPath: open].append(part)
    }
  }
}

extension Phrase {
  /// Without `(chosen)` at the end, and whether it stood there.
  fileprivate var withoutChosen: (Phrase, Bool) {
    guard text.hasSuffix("(chosen)") else { return (self, false) }
    return (Phrase(text: String(text.dropLast(8)), offset: offset).trimmed, true)
  }

  /// The pieces between every occurrence of a separator, trimmed.
  fileprivate func pieces(between separator: String) -> [Phrase] {
    var result: [Phrase] = []
    var rest = self
    while let (piece, next) = rest.cut(at: separator) {
      result.append(piece)
      rest = next
    }
    return result + [rest]
  }
}
