import LaTeXMath

/// A printed formula written in another way that means the same, as edits of its source.
struct Rewriting: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case expanded, factored, reordered
    case halfAngle = "half angle"
    case conjugatedDenominator = "conjugated denominator"
    case otherAbbreviations = "other abbreviations"
    case doubled = "over two"
    case negatedTwice = "negated twice"
  }

  var kind: Kind
  var changes: [TextEdit]
}

/// Makes rewritings of a right-hand side.
struct Rewriter {
  let catalogue: SlipCatalogue
  /// The text that a name was printed to be, if it is an abbreviation.
  let definition: (String) -> String?
  /// Whether a formula is a number, so that its factors commute.
  let isScalar: (Formula) -> Bool

  func rewritings(of right: Formula) -> [Rewriting] {
    if case .matrix = right.kind { return [] }
    let place = catalogue.inside(right.range)
    let whole = text(place)
    var result = [
      Rewriting(
        kind: .doubled, changes: [edit(place, "\\frac{1}{2} (2 (\(whole)))")]),
      Rewriting(kind: .negatedTwice, changes: [edit(place, "-(-(\(whole)))")]),
    ]
    result += parts(right)
    right.visit { node in result += below(node) }
    return result
  }

  private func text(_ range: Range<Int>) -> String {
    LineReader.cleaned(catalogue.source.text(catalogue.inside(range)))
  }

  private func edit(_ range: Range<Int>, _ text: String) -> TextEdit {
    TextEdit(range: range, replacement: text)
  }

  // MARK: Sums and products

  /// Rewritings of a whole side's terms.
  private func parts(_ side: Formula) -> [Rewriting] {
    let terms = catalogue.terms(of: side)
    let list = terms.terms
    guard list.allSatisfy({ $0.sign == .plus || $0.sign == .minus }),
      list.allSatisfy({ $0.units.first?.kind != .hermitianConjugate })
    else { return [] }
    var result: [Rewriting] = []
    if list.count > 1 {
      let reversed = list.reversed().map { "\($0.sign.rawValue) \(text($0.range))" }
      result.append(
        Rewriting(
          kind: .reordered, changes: [edit(terms.range, reversed.joined(separator: " "))]))
    }
    for term in list where term.units.count > 1 && term.units.allSatisfy(isScalar) {
      let reversed = term.units.reversed().map { "{\(text($0.range))}" }
      result.append(
        Rewriting(kind: .reordered, changes: [edit(term.range, reversed.joined(separator: " "))]))
    }
    result += list.flatMap(expanded)
    for (first, second) in zip(list, list.dropFirst()) {
      if let change = factored(first, second) { result.append(change) }
    }
    return result
  }

  /// a (b + c) d as a b d + a c d.
  private func expanded(_ term: Terms.Term) -> [Rewriting] {
    term.units.indices.compactMap { place in
      guard case .group(let delimiter, let contents) = term.units[place].kind,
        delimiter != .braces, contents.count == 1
      else { return nil }
      let inner = catalogue.terms(of: contents[0]).terms
      guard inner.count > 1, inner.allSatisfy({ $0.sign == .plus || $0.sign == .minus }),
        inner.allSatisfy({ $0.units.first?.kind != .hermitianConjugate })
      else { return nil }
      let head = term.units[..<place].map { "{\(text($0.range))}" }.joined(separator: " ")
      let tail = term.units[(place + 1)...].map { "{\(text($0.range))}" }.joined(separator: " ")
      let sum = inner.map { "\($0.sign.rawValue) \(head) {\(text($0.range))} \(tail)" }
      return Rewriting(
        kind: .expanded, changes: [edit(term.range, "(\(sum.joined(separator: " ")))")])
    }
  }

  /// a b + a c as a (b + c).
  private func factored(_ first: Terms.Term, _ second: Terms.Term) -> Rewriting? {
    guard first.units.count > 1, second.units.count > 1,
      text(first.units[0].range) == text(second.units[0].range)
    else { return nil }
    func rest(_ term: Terms.Term) -> String {
      term.units.dropFirst().map { "{\(text($0.range))}" }.joined(separator: " ")
    }
    let sum =
      "\(first.sign.rawValue) \(rest(first)) \(second.sign.rawValue) \(rest(second))"
    let start = first.signRange.isEmpty ? first.range.lowerBound : first.signRange.lowerBound
    return Rewriting(
      kind: .factored,
      changes: [
        edit(start..<second.range.upperBound, "+ {\(text(first.units[0].range))} (\(sum))")
      ])
  }

  // MARK: Parts below

  private func below(_ node: Formula) -> [Rewriting] {
    let place = catalogue.inside(node.range)
    switch node.kind {
    case .function(let name, let power, let argument) where name == "cos" || name == "sin":
      return halfAngle(name, power: power, argument).map {
        Rewriting(kind: .halfAngle, changes: [edit(place, $0)])
      }
    case .quotient(let above, let below):
      guard catalogue.source.text(node.range).hasPrefix("\\frac"), isScalar(below),
        !below.isNumber
      else { return [] }
      let (a, b) = (text(above.range), text(below.range))
      return [
        Rewriting(
          kind: .conjugatedDenominator,
          changes: [edit(node.range, "\\frac{(\(a)) (\(b))^*}{(\(b)) (\(b))^*}")])
      ]
    case .symbol, .scripted:
      guard let name = node.name, let definition = definition(name) else { return [] }
      return [
        Rewriting(kind: .otherAbbreviations, changes: [edit(place, "\\left(\(definition)\\right)")])
      ]
    default: return []
    }
  }

  /// A cosine or sine, or the square of one of a half, by the formulas for half of an angle.
  private func halfAngle(_ name: String, power: Formula?, _ argument: Formula) -> [String] {
    let angle = text(argument.range)
    let isCosine = name == "cos"
    var whole: String?
    if case .quotient(let above, let below) = argument.kind, below.kind == .number("2") {
      whole = text(above.range)
    }
    guard let power else {
      let other = isCosine ? "sin" : "cos"
      if let whole { return ["\\frac{\\sin{(\(whole))}}{2 \\\(other) \(half(of: whole))}"] }
      let half = half(of: angle)
      return [isCosine ? "(2 \\cos^2 \(half) - 1)" : "(2 \\sin \(half) \\cos \(half))"]
    }
    guard power.kind == .number("2"), let whole else { return [] }
    return ["\\frac{1 \(isCosine ? "+" : "-") \\cos{(\(whole))}}{2}"]
  }

  private func half(of angle: String) -> String { "\\frac{\(angle)}{2}" }
}
