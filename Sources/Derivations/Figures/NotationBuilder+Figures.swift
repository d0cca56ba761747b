import ExactAlgebra
import LaTeXMath

extension NotationBuilder {
  /// More than any paper has: every claim is compared with every other, every curve is computed.
  static let largestCounts = (figures: 200, curves: 50, claims: 1000)

  func figure(
    _ directive: FigureDirective, _ line: Phrase, _ position: Int, _ section: Document.Section
  ) throws(FileError) -> FigureDeclaration {
    let placed = PlacedReader(builder: self, position: position, section: section)
    let name = directive.name
    guard figures.count < Self.largestCounts.figures else {
      throw reader.error(
        "too-many-figures", "more than \(Self.largestCounts.figures) figures are declared",
        "split the file", name)
    }
    if let curves = directive.curves, curves.values.count > Self.largestCounts.curves {
      throw reader.error(
        "too-many-curves", "a figure has at most \(Self.largestCounts.curves) curves",
        "make the symbol a second axis", curves.symbol)
    }
    if figures.contains(where: { $0.name == name.text }) {
      throw reader.error("declared-twice", "figure \(name.text) is declared twice", "", name)
    }
    var axes: [FigureDeclaration.Axis] = []
    for axis in directive.axes {
      let (from, to) = try placed.range(axis.from, axis.to)
      axes.append(
        .init(
          subject: try placed.formula(axis.symbol), unit: axis.unit?.text, from: from, to: to))
    }
    var parameters: [Assignment] = []
    for (symbol, value) in directive.parameters {
      parameters.append(try placed.assignment(symbol, value))
    }
    return FigureDeclaration(
      name: name.text, quantity: try placed.formula(directive.quantity),
      unit: directive.unit?.text, axes: axes, curves: try placed.curves(directive.curves),
      parameters: parameters, chosen: directive.chosen, position: position,
      section: section, range: line.range)
  }

  func claim(
    _ directive: ClaimDirective, _ line: Phrase, _ position: Int, _ section: Document.Section
  ) throws(FileError) -> ClaimDeclaration {
    let placed = PlacedReader(builder: self, position: position, section: section)
    guard claims.count < Self.largestCounts.claims else {
      throw reader.error(
        "too-many-claims", "more than \(Self.largestCounts.claims) claims are made",
        "split the file", line)
    }
    let predicate: ClaimDeclaration.Predicate
    var words: String
    switch directive.predicate {
    case .course(let course, let symbol, let from, let to):
      let subject = try placed.formula(symbol)
      words = "\(course.words) with $\(subject.latex)$"
      if let from, let to {
        predicate = .course(course, subject, range: try placed.range(from, to))
        words += " from \(from.text) to \(to.text)"
      } else {
        predicate = .course(course, subject, range: nil)
      }
    case .extremum(let kind, let place):
      var assignments: [Assignment] = []
      for (symbol, value) in place { assignments.append(try placed.assignment(symbol, value)) }
      predicate = .extremum(kind, assignments)
      words =
        "has its \(kind.rawValue) at "
        + assignments.map { "$\($0.latex)$" }.joined(separator: ", ")
    case .sign(let sign):
      predicate = .sign(sign)
      words = "is \(sign.rawValue)"
    }
    let curves = try placed.curves(directive.curves)
    if let curves {
      words +=
        ", for $\(curves.subject.latex) = \(curves.values.map(\.text).joined(separator: ", "))$"
    }
    return ClaimDeclaration(
      figure: directive.figure.text, predicate: predicate, statement: words, curves: curves,
      sentence: directive.sentence, position: position, section: section, range: line.range)
  }
}

extension Claim.Course {
  /// As a file says it.
  var words: String {
    switch self {
    case .rises: "increases"
    case .falls: "decreases"
    case .fallsThenRises: "decreases then increases"
    case .risesThenFalls: "increases then decreases"
    case .saturates: "saturates"
    }
  }
}

/// Reads the formulas and numbers of one directive.
private struct PlacedReader {
  let builder: NotationBuilder
  let position: Int
  let section: Document.Section

  func formula(_ phrase: Phrase) throws(FileError) -> PlacedFormula {
    guard !phrase.isEmpty else {
      throw builder.reader.error("incomplete-directive", "expected a symbol", "", phrase)
    }
    return PlacedFormula(
      formula: try builder.formula(phrase), latex: phrase.text, position: position,
      section: section)
  }

  func number(_ phrase: Phrase) throws(FileError) -> Rational {
    guard let value = Rational(phrase.text) else {
      throw builder.reader.error(
        "not-a-number", "'\(phrase.text)' is not a number", "write 2, 0.5 or -3/2", phrase)
    }
    return value
  }

  func range(
    _ from: Phrase, _ to: Phrase
  ) throws(FileError) -> (from: Rational, to: Rational) {
    let (low, high) = (try number(from), try number(to))
    guard low < high else {
      throw builder.reader.error(
        "empty-range", "the range from \(from.text) to \(to.text) is empty",
        "write the smaller end first", from)
    }
    return (low, high)
  }

  func assignment(_ symbol: Phrase, _ value: Phrase) throws(FileError) -> Assignment {
    Assignment(subject: try formula(symbol), value: try number(value), text: value.text)
  }

  func curves(
    _ curves: (symbol: Phrase, values: [Phrase])?
  ) throws(FileError) -> FigureDeclaration.Curves? {
    guard let curves else { return nil }
    var values: [(value: Rational, text: String)] = []
    for phrase in curves.values {
      let value = try number(phrase)
      if values.contains(where: { $0.value.doubleValue == value.doubleValue }) {
        throw builder.reader.error(
          "declared-twice", "\(curves.symbol.text) = \(phrase.text) stands there twice",
          "name every curve once", phrase)
      }
      values.append((value, phrase.text))
    }
    return FigureDeclaration.Curves(subject: try formula(curves.symbol), values: values)
  }
}
