import ExactAlgebra
import OpenSystems
import SymbolicAlgebra

/// Reads directive lines; every error names the place, what was expected and the nearest word.
struct DirectiveReader {
  let source: SourceText

  static let keywords = [
    "qubit", "levels", "symbol", "mode", "let", "hamiltonian", "bath", "jump", "approximations",
    "given", "assume", "figure", "claim",
  ]

  func read(_ line: Phrase) throws(FileError) -> Directive {
    if let (symbol, phrase) = line.cut(at: " means ") {
      let (body, families) = try splitFamilies(phrase)
      return .means(symbol, try meaning(body), families)
    }
    let keyword = String(line.text.prefix { $0.isLetter })
    let rest = Phrase(
      text: String(line.text.dropFirst(keyword.count)), offset: line.offset + keyword.utf8.count
    ).trimmed
    switch keyword {
    case "qubit", "levels": return try levels(rest)
    case "symbol", "symbols": return try symbols(rest)
    case "mode", "modes": return .modes(try nonempty(rest.split(on: ","), rest, "a symbol"))
    case "let": return try define(rest)
    case "hamiltonian": return .hamiltonian(try nonempty(rest, line, "an operator's name"))
    case "bath": return try bath(rest)
    case "jump": return try jump(rest)
    case "approximations", "approximation":
      let text =
        rest.text.hasPrefix(":")
        ? Phrase(
          text: String(rest.text.dropFirst()), offset: rest.offset + 1
        ).trimmed : rest
      return .approximations(try nonempty(text.split(on: ","), line, "approximations"))
    case "given": return .given(try nonempty(rest.split(on: ","), line, "an assumption"))
    case "assume": return .assume(try nonempty(rest.split(on: ","), line, "an inequality"))
    case "figure": return try figure(rest)
    case "claim": return try claim(rest)
    default:
      let word = String(line.text.prefix(40).prefix { !$0.isWhitespace })
      var help =
        "a directive is SYMBOL means …, or begins with \(Self.keywords.joined(separator: ", "))"
      if let near = Suggestion.nearest(to: word, among: Self.keywords) {
        help = "did you mean '\(near)'?"
      }
      throw error(
        "unknown-directive", "unknown directive '\(word)'", help,
        Phrase(text: word, offset: line.offset))
    }
  }

  func error(_ code: String, _ message: String, _ help: String, _ place: Phrase) -> FileError {
    FileError([source.diagnostic(code, message, help: help, at: place.range)])
  }

  private func nonempty(
    _ phrase: Phrase, _ place: Phrase, _ expected: String
  ) throws(FileError) -> Phrase {
    guard phrase.isEmpty else { return phrase }
    throw error("incomplete-directive", "expected \(expected)", "", place)
  }

  private func nonempty(
    _ phrases: [Phrase], _ place: Phrase, _ expected: String
  ) throws(FileError) -> [Phrase] {
    guard phrases.contains(where: \.isEmpty) else { return phrases }
    throw error("incomplete-directive", "expected \(expected)", "", place)
  }

  /// `1: e g`
  private func levels(_ rest: Phrase) throws(FileError) -> Directive {
    guard let (name, list) = rest.cut(at: ":"), !name.isEmpty else {
      throw error(
        "incomplete-directive", "expected a name, a colon and levels", "write 'qubit 1: e g'", rest)
    }
    let labels = list.text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard labels.count >= 2, Set(labels).count == labels.count else {
      throw error(
        "too-few-levels", "expected two or more different levels", "write 'qubit 1: e g'", list)
    }
    return .levels(name: name.text, labels)
  }

  /// `\omega, J: positive, for i = 1, 2`
  private func symbols(_ rest: Phrase) throws(FileError) -> Directive {
    guard let (names, domain) = rest.cut(at: ":") else {
      throw error(
        "incomplete-directive", "expected a colon and a domain after the symbols",
        "write 'symbol \\omega, J: positive'", rest)
    }
    let (word, families) = try splitFamilies(domain)
    return .symbols(
      try nonempty(names.split(on: ","), rest, "a symbol"), try self.domain(word), families)
  }

  private func domain(_ phrase: Phrase) throws(FileError) -> SymbolDomain {
    switch phrase.text {
    case "positive": return .real(.positive)
    case "nonnegative": return .real(.nonnegative)
    case "real": return .real(.real)
    case "complex": return .complex
    default: break
    }
    if let interval = phrase.dropping(prefix: "in"), interval.text.hasPrefix("["),
      interval.text.hasSuffix("]")
    {
      let inside = Phrase(
        text: String(interval.text.dropFirst().dropLast()), offset: interval.offset + 1)
      let bounds = inside.split(on: ",").map { Rational($0.text) }
      if bounds.count == 2, let low = bounds[0], let high = bounds[1], low < high {
        return .real(.interval(low, high))
      }
    }
    let known = ["positive", "nonnegative", "real", "complex"]
    let near = Suggestion.nearest(to: phrase.text, among: known)
    throw error(
      "unknown-domain", "unknown domain '\(phrase.text)'",
      near.map { "did you mean '\($0)'?" }
        ?? "expected positive, nonnegative, real, complex or in [0, 1]", phrase)
  }

  /// `X = Y`, or `\theta: \cos\theta = A, \sin\theta = B`
  private func define(_ rest: Phrase) throws(FileError) -> Directive {
    if let (symbol, equations) = rest.cut(at: ":"), !symbol.text.contains("=") {
      let parts = equations.split(on: ",")
      let sides = parts.compactMap { $0.cut(at: "=") }
      if sides.count == 2, let cosine = sides.first(where: { $0.0.text.hasPrefix("\\cos") }),
        let sine = sides.first(where: { $0.0.text.hasPrefix("\\sin") })
      {
        return .angle(symbol, cosine: cosine.1, sine: sine.1)
      }
      throw error(
        "incomplete-directive", "expected the angle's cosine and sine",
        "write 'let \\theta: \\cos\\theta = …, \\sin\\theta = …'", equations)
    }
    let (body, families) = try splitFamilies(rest)
    guard let (name, value) = body.cut(at: "="), !name.isEmpty, !value.isEmpty else {
      throw error(
        "incomplete-directive", "expected 'let SYMBOL = EXPRESSION'", "", rest)
    }
    return .define(name, value, families)
  }

  private func bath(_ rest: Phrase) throws(FileError) -> Directive {
    guard let (name, list) = rest.cut(at: ":"), !name.isEmpty else {
      throw error(
        "incomplete-directive", "expected a name, a colon and what the bath couples to",
        "write 'bath 1: couples \\sigma_-, temperature T, spectral density J'", rest)
    }
    var coupling: Phrase?
    var temperature: Phrase?
    var potential: Phrase?
    var strength: (Phrase, Bool)?
    var statistics: Statistics?
    for part in list.split(on: ",") {
      if let value = part.dropping(prefix: "couples") {
        coupling = try nonempty(value, part, "an operator after 'couples'")
      } else if let value = part.dropping(prefix: "temperature") {
        temperature = try nonempty(value, part, "a symbol after 'temperature'")
      } else if let value = part.dropping(prefix: "chemical potential") {
        potential = try nonempty(value, part, "a symbol after 'chemical potential'")
      } else if let value = part.dropping(prefix: "spectral density") {
        strength = (try nonempty(value, part, "a symbol after 'spectral density'"), false)
      } else if let value = part.dropping(prefix: "decay rate") {
        strength = (try nonempty(value, part, "a symbol after 'decay rate'"), true)
      } else if let value = Statistics(rawValue: part.text) {
        statistics = value
      } else {
        let known = [
          "couples", "temperature", "chemical potential", "spectral density", "decay rate", "boson",
          "fermion",
        ]
        let near = Suggestion.nearestPrefix(of: part.text, among: known)
        throw error(
          "unknown-attribute", "a bath has no '\(part.text)'",
          near.map { "did you mean '\($0)'?" } ?? "expected \(known.joined(separator: ", "))", part)
      }
    }
    guard let coupling else {
      throw error(
        "bath-without-coupling", "bath \(name.text) couples to nothing",
        "add 'couples OPERATOR'", rest)
    }
    guard let temperature else {
      throw error(
        "incomplete-directive", "bath \(name.text) has no temperature", "add 'temperature T'", rest)
    }
    guard let strength else {
      throw error(
        "incomplete-directive", "bath \(name.text) has no strength",
        "add 'spectral density J' or 'decay rate \\kappa'", rest)
    }
    return .bath(
      BathDirective(
        name: name, coupling: coupling, temperature: temperature, chemicalPotential: potential,
        strength: strength.0, isDecayRate: strength.1, statistics: statistics))
  }

  /// `\sigma_-: rate \gamma`
  private func jump(_ rest: Phrase) throws(FileError) -> Directive {
    guard let (name, tail) = rest.cut(at: ":"), let rate = tail.dropping(prefix: "rate"),
      !rate.isEmpty
    else {
      throw error(
        "incomplete-directive", "expected an operator, a colon and a rate",
        "write 'jump \\sigma_-: rate \\gamma'", rest)
    }
    return .jump(name, rate: rate)
  }

  /// Takes `, for i = 1, 2` off the end, as often as it stands there.
  func splitFamilies(_ phrase: Phrase) throws(FileError) -> (Phrase, Families) {
    let parts = phrase.split(on: ",")
    guard let first = parts.firstIndex(where: { $0.text.hasPrefix("for ") }), first > 0 else {
      return (phrase, [])
    }
    let end = parts[first].offset - phrase.offset
    let before = String(decoding: Array(phrase.text.utf8).prefix(end), as: UTF8.self).trimmed
    let body = Phrase(text: String(before.dropLast()), offset: phrase.offset).trimmed
    let tail = parts[first]
    // `for i = 1, 2, for j = 3, 4`: the commas of one family are those up to the next `for`.
    var groups: [String] = []
    for part in parts[first...] {
      if let text = part.dropping(prefix: "for") {
        groups.append(text.text)
      } else {
        groups[groups.count - 1] += "," + part.text
      }
    }
    var families: Families = []
    for part in groups {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else {
        throw error(
          "incomplete-directive", "expected 'for i = 1, 2'", "", tail)
      }
      let values = sides[1].split(whereSeparator: { $0 == "," || $0.isWhitespace })
      let letter = sides[0].trimmed
      guard letter.count == 1, !values.isEmpty else {
        throw error(
          "incomplete-directive", "expected one index letter and its values",
          "write 'for i = 1, 2'", tail)
      }
      families.append(Family(letter: letter, values: values.map(String.init)))
    }
    return (body, families)
  }
}
