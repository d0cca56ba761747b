import ExactAlgebra
import LaTeXMath

/// Slips within one factor: names, numbers, functions, kets, daggers.
extension SlipCatalogue {
  /// What one such slip undone makes of a factor that is not taken apart further.
  func leafSlips(of unit: Formula) -> [SlipEdit] {
    let unit = Formula(unit.kind, inside(unit.range))
    return braced(bareLeafSlips(of: unit), unit.range)
  }

  private func bareLeafSlips(of unit: Formula) -> [SlipEdit] {
    switch unit.kind {
    case .number(let text): return numbers(text, unit.range)
    case .symbol, .scripted: return symbolSlips(unit)
    case .function(let name, let power, let argument):
      return functions(name, power, argument, unit)
    case .ket(let label):
      return kets(label, unit, opening: "|", closing: "\\rangle") { .ket($0) }
    case .bra(let label):
      return kets(label, unit, opening: "\\langle ", closing: "|") { .bra($0) }
    case .root(let radicand, let index):
      return variants(of: radicand, in: .argument).map { edit in
        edit.inside { Formula(.root($0, index: index), unit.range) }
      }
    case .absolute(let inside):
      return variants(of: inside, in: .group).map { edit in
        edit.inside { Formula(.absolute($0), unit.range) }
      }
    case .big(let name, let lower, let upper, let body):
      return under(lower).variants(of: body, in: .product).map { edit in
        edit.inside { Formula(.big(name, lower: lower, upper: upper, body: $0), unit.range) }
      }
    case .product(let factors) where factors.count == 2: return applications(factors, unit)
    case .product, .sum, .tensor, .quotient, .ambiguousQuotient, .group, .inner, .matrixElement,
      .expectation, .matrix, .hermitianConjugate, .text:
      return []
    }
  }

  // MARK: Numbers

  /// One off, twice, half.
  private func numbers(_ text: String, _ range: Range<Int>) -> [SlipEdit] {
    guard let value = Int(text), value > 0, value <= 1000, source.text(range) == text else {
      return []
    }
    var others = [value - 1, value + 1, 2 * value]
    if value.isMultiple(of: 2) { others.append(value / 2) }
    var seen = Set([value, 0])
    return others.filter { seen.insert($0).inserted }.map { other in
      SlipEdit(
        slip: .number, cost: 1, result: Formula(.number(String(other)), range),
        changes: [replacement(range, String(other))],
        // A factor 1 is left out rather than printed.
        weight: other == 1 && value == 2 ? 5 : nil)
    }
  }

  // MARK: Names

  private func symbolSlips(_ unit: Formula) -> [SlipEdit] {
    if isName(unit) { return nameSlips(unit) + daggers(unit) }
    guard case .scripted(let base, let lower, let upper?) = unit.kind else { return [] }
    if base.kind == .symbol("e"), !isDeclared("e"), let exponent = upper.formula {
      return variants(of: exponent, in: .exponent).map { edit in
        edit.inside { inner in
          var changed = upper
          changed.formula = inner
          return Formula(.scripted(base, subscript: lower, superscript: changed), unit.range)
        }
      }
    }
    guard upper.text == "\\dagger" || upper.text == "*",
      let stretch = scriptStretch(unit, isLower: false), let bare = unit.raised
    else { return [] }
    return [
      SlipEdit(
        slip: .conjugation, cost: 1, result: bare, changes: [replacement(stretch, "")])
    ]
  }

  private func nameSlips(_ unit: Formula) -> [SlipEdit] {
    guard let printed = NameCatalogue.Parts(unit) else { return [] }
    func edit(_ parts: NameCatalogue.Parts, _ slips: [Slip]) -> SlipEdit? {
      guard let changes = changes(of: unit, from: printed, to: parts) else { return nil }
      return SlipEdit(
        slip: slips[0], cost: slips.count, result: parts.formula(over: unit, script: nil),
        changes: changes)
    }
    return names.candidates(for: printed).compactMap { edit($0.parts, $0.slips) }
      + withLetters(printed).compactMap { edit($0, [.label]) }
  }

  private func withLetters(_ printed: NameCatalogue.Parts) -> [NameCatalogue.Parts] {
    (printed.lower.map(withLetters) ?? []).map {
      NameCatalogue.Parts(base: printed.base, lower: $0, upper: printed.upper)
    }
  }

  /// A label with the index of a sum around it in place of one of its numbers or letters.
  private func withLetters(_ label: String) -> [String] {
    let tokens = LaTeXTokens.split(label)
    return tokens.indices.flatMap { place -> [String] in
      guard tokens[place].count == 1, tokens[place].allSatisfy({ $0.isLetter || $0.isNumber })
      else { return [] }
      return letters.filter { $0 != tokens[place] }.map { letter in
        var changed = tokens
        changed[place] = letter
        return changed.joined()
      }
    }
  }

  /// A lost dagger, on what is an operator.
  private func daggers(_ unit: Formula) -> [SlipEdit] {
    guard let name = unit.name, let index = notation.lookup(name, at: position, in: section),
      isOperator(notation.declarations[index])
    else { return [] }
    let dagger = Formula.Script(
      text: "\\dagger", formula: nil, range: unit.range.upperBound..<unit.range.upperBound)
    let group = Formula(.group(.parentheses, [unit]), unit.range)
    let bare = NameCatalogue.Parts(unit)?.upper == nil
    let changes =
      bare
      ? [insertion("^\\dagger", at: unit.range.upperBound)]
      : [
        insertion("(", at: unit.range.lowerBound),
        insertion(")^\\dagger", at: unit.range.upperBound),
      ]
    return [
      SlipEdit(
        slip: .conjugation, cost: 1,
        result: Formula(.scripted(group, subscript: nil, superscript: dagger), unit.range),
        changes: changes, weight: 4)
    ]
  }

  private func isOperator(_ declaration: Declaration) -> Bool {
    switch declaration.kind {
    case .mode: return true
    case .meaning(.component, _): return true
    case .define(let formula):
      var hasKet = false
      formula.visit { node in
        if case .ket = node.kind { hasKet = true }
        if case .bra = node.kind { hasKet = true }
      }
      return hasKet
    case .symbol, .angle, .printed, .meaning: return false
    }
  }

  /// Edits that write one name over another; `nil` where a script was filled in from an index letter.
  private func changes(
    of unit: Formula, from printed: NameCatalogue.Parts, to meant: NameCatalogue.Parts
  ) -> [TextEdit]? {
    var base = unit
    var scripts: (Formula.Script?, Formula.Script?) = (nil, nil)
    if case .scripted(let inner, let lower, let upper) = unit.kind {
      base = inner
      scripts = (lower, upper)
    }
    var result: [TextEdit] = []
    if printed.base != meant.base {
      result.append(replacement(inside(base.range), separated(meant.base, base.range.upperBound)))
    }
    for (old, new, script, isLower) in [
      (printed.lower, meant.lower, scripts.0, true), (printed.upper, meant.upper, scripts.1, false),
    ] where old != new {
      let mark = isLower ? "_" : "^"
      guard let script else {
        guard let new else { continue }
        let end = isLower ? base.range.upperBound : unit.range.upperBound
        result.append(insertion(LaTeXTokens.scripted(mark, new), at: end))
        continue
      }
      guard let stretch = scriptStretch(unit, isLower: isLower), isLiteral(script) else {
        return nil
      }
      guard let new else {
        result.append(replacement(stretch, ""))
        continue
      }
      let isBraced = source.text(stretch).hasSuffix("}")
      result.append(
        replacement(
          script.range,
          isBraced || LaTeXTokens.split(new).count == 1 ? new : "{\(new)}"))
    }
    return result
  }

  /// A command with a space behind it where a letter follows.
  private func separated(_ name: String, _ end: Int) -> String {
    let endsInLetters = name.hasPrefix("\\") && name.last?.isLetter == true
    guard endsInLetters, end < source.bytes.count,
      Character(Unicode.Scalar(source.bytes[end])).isLetter
    else { return name }
    return name + " "
  }

  /// Whether the source prints the script as it is, without an index letter filled in.
  private func isLiteral(_ script: Formula.Script) -> Bool {
    LaTeXTokens.split(source.text(script.range)) == LaTeXTokens.split(script.text)
  }

  /// A script in the source with its mark and braces.
  func scriptStretch(_ unit: Formula, isLower: Bool) -> Range<Int>? {
    guard case .scripted(let base, let lower, let upper) = unit.kind,
      let script = isLower ? lower : upper
    else { return nil }
    let other = isLower ? upper : lower
    var start = base.range.upperBound
    if let other, other.range.upperBound <= script.range.lowerBound {
      start = other.range.upperBound
      if start < source.bytes.count, source.bytes[start] == UInt8(ascii: "}") { start += 1 }
    }
    var end = script.range.upperBound
    let opens =
      script.range.lowerBound > 0
      && source.bytes[script.range.lowerBound - 1] == UInt8(ascii: "{")
    if opens, end < source.bytes.count, source.bytes[end] == UInt8(ascii: "}") { end += 1 }
    guard start < end, end <= source.bytes.count,
      source.text(start..<end).contains(isLower ? "_" : "^")
    else { return nil }
    return start..<end
  }

  // MARK: Functions

  private static let partners: [String: String] = [
    "sin": "cos", "cos": "sin", "sinh": "cosh", "cosh": "sinh", "tanh": "coth", "coth": "tanh",
    "tan": "cot", "cot": "tan",
  ]

  private func functions(
    _ name: String, _ power: Formula?, _ argument: Formula, _ unit: Formula
  ) -> [SlipEdit] {
    var result = variants(of: argument, in: .factor).map { edit in
      edit.inside { Formula(.function(name, power: power, argument: $0), unit.range) }
    }
    // The half of an angle, or the whole.
    if case .quotient(let above, let below) = argument.kind, below.kind == .number("2") {
      let whole = source.text(inside(above.range))
      result.append(
        SlipEdit(
          slip: .number, cost: 1,
          result: Formula(.function(name, power: power, argument: above), unit.range),
          changes: [
            replacement(argument.range, whole.hasPrefix("\\") ? " " + whole : "{\(whole)}")
          ]))
    }
    let start = unit.range.lowerBound
    let printed = start..<start + name.utf8.count + 1
    if let partner = Self.partners[name], printed.upperBound <= source.bytes.count,
      source.text(printed) == "\\\(name)"
    {
      result.append(
        SlipEdit(
          slip: .function, cost: 1,
          result: Formula(.function(partner, power: power, argument: argument), unit.range),
          changes: [replacement(printed, "\\\(partner)")]))
    }
    return result
  }

  /// f(x) and 𝒟[ρ]: another function, or another argument.
  private func applications(_ factors: [Formula], _ unit: Formula) -> [SlipEdit] {
    let (head, argument) = (factors[0], factors[1])
    guard case .group(let delimiter, let contents) = argument.kind, contents.count == 1 else {
      return []
    }
    var result = variants(of: contents[0], in: .argument).map { edit in
      edit.inside { inner in
        Formula(
          .product([head, Formula(.group(delimiter, [inner]), argument.range)]), unit.range)
      }
    }
    guard let printed = NameCatalogue.Parts(head) else { return result }
    for candidate in names.candidates(for: printed, isFunction: true) {
      guard let changes = changes(of: head, from: printed, to: candidate.parts) else { continue }
      result.append(
        SlipEdit(
          slip: candidate.slips[0], cost: candidate.slips.count,
          result: Formula(
            .product([candidate.parts.formula(over: head, script: nil), argument]), unit.range),
          changes: changes))
    }
    return result
  }

  // MARK: Kets

  private func kets(
    _ label: String, _ unit: Formula, opening: String, closing: String,
    _ make: (String) -> Formula.Kind
  ) -> [SlipEdit] {
    (names.kets(near: label, productLabels: labels) + withLetters(label)).map { other in
      SlipEdit(
        slip: .label, cost: 1, result: Formula(make(other), unit.range),
        changes: [replacement(unit.range, opening + other + closing)])
    }
  }
}
