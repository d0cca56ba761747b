import LaTeXMath

/// Every declaration of a derivation file, and which one a name means at a place.
struct Notation: Sendable {
  /// A key with index letters left open, and the values of each.
  struct Template: Sendable {
    let tokens: [String]
    let families: Families
    let position: Int
    /// What a key begins and ends with; `nil` where that is an open letter.
    fileprivate let start: String?
    private let end: String?

    init(tokens: [String], families: Families, position: Int) {
      self.tokens = tokens
      self.families = families
      self.position = position
      start = tokens.first.flatMap { $0.hasPrefix("\u{1}") ? nil : $0 }
      end = tokens.last.flatMap { $0.hasPrefix("\u{1}") ? nil : $0 }
    }

    /// False where the beginning or the end shows already that a key is another one.
    func mayMatch(_ key: String) -> Bool {
      if let start, let first = key.utf8.first, first != UInt8(ascii: "{"),
        first != UInt8(ascii: " "), !key.hasPrefix(start)
      {
        return false
      }
      // The braces of a shifted index are dropped.
      if let end, let last = key.utf8.last, last != UInt8(ascii: "}"), last != UInt8(ascii: " ") {
        return key.hasSuffix(end)
      }
      return true
    }
  }

  /// What the first bytes of a key tell of a template.
  private struct TemplateHead: Sendable {
    let position: Int
    /// The first two bytes of its beginning, as far as it has so many; none where it is open.
    let bytes: UInt16
    let mask: UInt16

    init(_ template: Template) {
      position = template.position
      let start = Array((template.start ?? "").utf8.prefix(2))
      // Letters with accents can be written in several ways.
      let isASCII = start.allSatisfy { $0 < 0x80 }
      mask = !isASCII || start.isEmpty ? 0 : start.count == 1 ? 0xFF00 : 0xFFFF
      bytes = Self.bytes(of: start)
    }

    static func bytes(of key: some Collection<UInt8>) -> UInt16 {
      var bytes = key.makeIterator()
      return UInt16(bytes.next() ?? 0) << 8 | UInt16(bytes.next() ?? 0)
    }
  }

  private(set) var declarations: [Declaration] = []
  private var byKey: [String: [Int]] = [:]
  /// Names by the token that they begin with.
  private var keysByHead: [String: [String]] = [:]
  /// The first of two names that are declared as one.
  private(set) var headsOfTwo = Set<String>()
  private(set) var templates: [Template] = []
  /// The first bytes that a key must have to match each template.
  private var templateHeads: [TemplateHead] = []
  /// What declarations stand for, as far as that was looked up.
  private(set) var types: [Int: SymbolType] = [:]
  /// What the formulas name by which declarations are given, as far as that was looked up.
  private(set) var named: [Int: Set<Int>] = [:]
  /// Names as formulas, as far as they were read.
  private var formulas: [String: Formula] = [:]

  /// Looks up once what every declaration stands for and names, and reads its own name.
  mutating func learnTypes(sites: [String], labels: Set<String>) {
    for (index, declaration) in declarations.enumerated() {
      let name = declaration.name
      if formulas[name] == nil { formulas[name] = try? LaTeXReader.formula(in: name) }
      var reader = Elaborator(
        notation: self, position: declaration.position, section: declaration.section, sites: sites,
        labels: labels)
      types[index] = reader.type(of: declaration)
      named[index] = reader.declarations(namedBy: declaration)
    }
  }

  /// A name as a formula; `nil` where it does not read as one.
  func formula(of name: String) -> Formula? {
    formulas[name] ?? (try? LaTeXReader.formula(in: name))
  }

  mutating func add(_ declaration: Declaration) {
    types = [:]
    named = [:]
    if byKey[declaration.key] == nil, let head = LaTeXTokens.split(declaration.key).first {
      keysByHead[head, default: []].append(declaration.key)
    }
    if let space = declaration.key.firstIndex(of: " ") {
      headsOfTwo.insert(String(declaration.key[..<space]))
    }
    byKey[declaration.key, default: []].append(declarations.count)
    declarations.append(declaration)
  }

  /// The same with a basis of product kets read in the opposite order, wherever one is named.
  func withReversedBases() -> Notation {
    var result = self
    for index in declarations.indices {
      guard case .meaning(let meaning, let parameter) = declarations[index].kind,
        let reversed = meaning.withReversedBasis
      else { continue }
      result.declarations[index].kind = .meaning(reversed, parameter: parameter)
    }
    return result
  }

  /// The same with one printed definition replaced.
  func replacingDefinition(_ index: Int, by formula: Formula) -> Notation {
    var result = self
    result.declarations[index].kind = .printed(formula)
    result.types = [:]
    result.named[index] = nil
    return result
  }

  /// The same with every printed definition rewritten.
  ///
  /// - Parameter keepsTypes: whether each stands for what it stood for before, a scalar or an operator.
  func rewritingDefinitions(
    keepsTypes: Bool = false, _ rewrite: (Int, Formula) -> Formula
  ) -> Notation {
    var result = self
    if !keepsTypes { result.types = [:] }
    result.named = [:]
    for index in declarations.indices {
      guard case .printed(let formula) = declarations[index].kind else { continue }
      result.declarations[index].kind = .printed(rewrite(index, formula))
    }
    return result
  }

  mutating func add(_ template: Template) {
    templates.append(template)
    templateHeads.append(TemplateHead(template))
  }

  /// The declaration in force: the latest directive before the place; else a printed definition of the
  /// same section, of the sections around it, or the latest before; else the first directive after.
  func lookup(_ key: String, at position: Int, in section: Document.Section) -> Int? {
    guard let candidates = byKey[key] else { return nil }
    let directive = candidates.last {
      !declarations[$0].isPrinted && declarations[$0].position <= position
    }
    if let directive { return directive }
    for depth in stride(from: section.count, through: 0, by: -1) {
      let around = section.prefix(depth)
      var after: Int?
      for index in candidates.reversed()
      where declarations[index].isPrinted && declarations[index].section.elementsEqual(around) {
        if declarations[index].position <= position { return index }
        after = index
      }
      if let after { return after }
    }
    let before = candidates.last {
      declarations[$0].isPrinted && declarations[$0].position <= position
    }
    if let before { return before }
    // Said only later: the first directive after the place.
    return candidates.first { !declarations[$0].isPrinted }
  }

  /// What each declared name that a text can hold stands for at a place, in the order of the names; `nil` for
  /// nothing yet. Whatever a reader makes of the text, a name in it begins with one of its tokens, or is that
  /// of a ket, which can be written in several ways.
  func meanings(
    ofNamesIn text: String, at position: Int, in section: Document.Section
  ) -> [Int?] {
    Set(LaTeXTokens.split(text) + ["|"]).flatMap { keysByHead[$0] ?? [] }.sorted()
      .map { lookup($0, at: position, in: section) }
  }

  /// The range of values for each open index letter of a key that is not declared as it stands.
  func letters(of key: String, at position: Int) -> [String: [String]]? {
    var tokens: [String]?
    let head = TemplateHead.bytes(of: key.utf8)
    let isOpen =
      head >> 8 == UInt8(ascii: "{") || head >> 8 == UInt8(ascii: " ") || head >> 8 >= 0x80
    for number in templates.indices.reversed()
    where templateHeads[number].position <= position
      && (isOpen || (head ^ templateHeads[number].bytes) & templateHeads[number].mask == 0)
      && templates[number].mayMatch(key)
    {
      // `n+1` in a script counts as its letter.
      let split = tokens ?? Self.withoutShifts(LaTeXTokens.split(key))
      if let match = Self.match(split, templates[number]) { return match }
      tokens = split
    }
    return nil
  }

  private static func match(_ tokens: [String], _ template: Template) -> [String: [String]]? {
    guard tokens.count == template.tokens.count else { return nil }
    var result: [String: [String]] = [:]
    for (token, pattern) in zip(tokens, template.tokens) {
      if let family = template.families.first(where: { "\u{1}" + $0.letter == pattern }) {
        guard token.count == 1, let character = token.first, character.isLetter else {
          guard family.values.contains(token) else { return nil }
          continue
        }
        let known = result[token]
        result[token] =
          known.map { values in values.filter(family.values.contains) }
          ?? family.values
      } else if token != pattern {
        return nil
      }
    }
    return result
  }

  /// Drops `+1` and braces around what is left of it: `r_{n+1}` is matched like `r_n`.
  private static func withoutShifts(_ tokens: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < tokens.count {
      if tokens[index] == "{", index + 4 < tokens.count, tokens[index + 4] == "}",
        tokens[index + 2] == "+" || tokens[index + 2] == "-", Int(tokens[index + 3]) != nil
      {
        result.append(tokens[index + 1])
        index += 5
      } else {
        result.append(tokens[index])
        index += 1
      }
    }
    return result
  }

  /// Keys known at a place, for suggestions.
  func keys(at position: Int) -> [String] {
    var seen = Set<String>()
    return declarations.filter { $0.position <= position || $0.isPrinted }
      .map { $0.key.replacing("()", with: "") }
      .filter { seen.insert($0).inserted }
  }

  /// Open index letters of a formula with their ranges, those bound by a sum inside left out.
  func openLetters(
    in formula: Formula, at position: Int, section: Document.Section
  ) -> [String: [String]] {
    var result: [String: [String]] = [:]
    func collect(_ key: String, _ bound: Set<String>) {
      if lookup(key, at: position, in: section) != nil { return }
      guard let letters = letters(of: key, at: position) else { return }
      for (letter, values) in letters where !bound.contains(letter) {
        result[letter] = result[letter].map { known in known.filter(values.contains) } ?? values
      }
    }
    func walk(_ formula: Formula, _ bound: Set<String>) {
      var bound = bound
      if case .big(_, let lower, _, _) = formula.kind {
        bound.formUnion(SumIndices(lower).letters)
      }
      formula.visitOwnKeys { collect($0, bound) }
      formula.forEachChild { walk($0, bound) }
    }
    walk(formula, [])
    return result
  }
}
