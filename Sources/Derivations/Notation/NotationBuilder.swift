import LaTeXMath
import OpenSystems

/// The model as declared, its formulas read but not yet evaluated.
struct ModelDeclaration: Sendable {
  struct BathFormulas: Sendable {
    var name: String
    var coupling: Formula
    var temperature: Formula
    var chemicalPotential: Formula?
    var strength: Formula
    var isDecayRate: Bool
    var statistics: Statistics?
    var position: Int
    var range: Range<Int>
  }

  struct JumpFormulas: Sendable {
    var name: String
    var jumpOperator: Formula
    var rate: Formula
    var position: Int
    var range: Range<Int>
  }

  var subsystems: [HilbertSpace.Subsystem] = []
  var hamiltonian: (formula: Formula, position: Int, section: Document.Section, range: Range<Int>)?
  var baths: [BathFormulas] = []
  var jumps: [JumpFormulas] = []
  var approximations: [Phrase] = []

  /// Every formula of it, and where it stands.
  func formulas(
    in document: Document
  ) -> [(formula: Formula, position: Int, section: Document.Section)] {
    var result: [(formula: Formula, position: Int, section: Document.Section)] = []
    if let hamiltonian {
      result.append((hamiltonian.formula, hamiltonian.position, hamiltonian.section))
    }
    for bath in baths {
      let formulas = [bath.coupling, bath.temperature, bath.strength] + [bath.chemicalPotential]
      let section = document.items[bath.position].section
      result += formulas.compactMap { $0 }.map { ($0, bath.position, section) }
    }
    for jump in jumps {
      let section = document.items[jump.position].section
      result += [jump.jumpOperator, jump.rate].map { ($0, jump.position, section) }
    }
    return result
  }
}

/// A restriction or assumption and the section that it holds in.
struct Scoped: Sendable {
  var phrase: Phrase
  var section: Document.Section
  var position: Int
  var isAssumption: Bool

  /// The statistics that it gives every bath; `nil` where it is about symbols.
  var statistics: Statistics? {
    isAssumption ? nil : Statistics(rawValue: phrase.text)
  }
}

extension [Scoped] {
  /// Those that stand before a place, in a section around it.
  func inForce(at position: Int, in section: Document.Section) -> [Scoped] {
    filter { $0.position <= position && section.starts(with: $0.section) }
  }
}

/// Reads a document's directives in order into its notation and model, and sets its displays aside.
struct NotationBuilder {
  let document: Document
  private(set) var notation = Notation()
  private(set) var model = ModelDeclaration()
  private(set) var restrictions: [Scoped] = []
  private(set) var displays: [(phrase: Phrase, position: Int, section: Document.Section)] = []
  /// What is printed in the displays, read while the directives are.
  let readings: () -> [DisplayReading]
  private(set) var figures: [FigureDeclaration] = []
  private(set) var claims: [ClaimDeclaration] = []
  let reader: DirectiveReader

  init(_ document: Document) throws(FileError) {
    self.document = document
    reader = DirectiveReader(source: document.source)
    let texts = document.items.compactMap { item -> String? in
      if case .display(let phrase) = item.element { phrase.text } else { nil }
    }
    readings = Crew().start(texts.count) { LaTeXReader.statements(in: texts[$0]) }
    var diagnostics: [FileDiagnostic] = []
    for (position, item) in document.items.enumerated() {
      switch item.element {
      case .display(let phrase):
        displays.append((phrase, position, item.section))
      case .directive(let line):
        do {
          try add(try reader.read(line), line, position, item.section)
        } catch {
          // What is too many once is so every time.
          let isSaid =
            error.diagnostics.first.map { found in
              found.code.hasPrefix("too-many") && diagnostics.last?.code == found.code
            } ?? false
          if !isSaid { diagnostics += error.diagnostics }
        }
      }
    }
    // A figure with a mistake in it is not missing.
    let isSound = diagnostics.isEmpty
    for claim in claims
    where isSound && !figures.contains(where: { $0.name == claim.figure }) {
      let near = Suggestion.nearest(to: claim.figure, among: figures.map(\.name))
      diagnostics.append(
        document.source.diagnostic(
          "unknown-figure", "no figure \(claim.figure) is declared",
          help: near.map { "did you mean \($0)?" } ?? "declare it with 'figure \(claim.figure): …'",
          at: claim.range))
    }
    if !diagnostics.isEmpty { throw FileError(diagnostics) }
  }

  private mutating func add(
    _ directive: Directive, _ line: Phrase, _ position: Int, _ section: Document.Section
  ) throws(FileError) {
    switch directive {
    case .levels(let name, let levels):
      if model.subsystems.contains(where: { $0.name == name }) {
        throw reader.error("declared-twice", "subsystem \(name) is declared twice", "", line)
      }
      model.subsystems.append(.init(name: name, levels: levels))
    case .symbols(let phrases, let domain, let families):
      for phrase in phrases {
        for (instance, _) in instances(of: try formula(phrase), families, position) {
          guard let name = instance.name else { throw notASymbol(phrase) }
          declare(name, .symbol(domain), line, position, section)
        }
      }
    case .modes(let phrases):
      for phrase in phrases {
        guard let name = try formula(phrase).name else { throw notASymbol(phrase) }
        declare(name, .mode, line, position, section)
      }
    case .define(let symbol, let value, let families):
      let right = try formula(value)
      for (instance, filling) in instances(of: try formula(symbol), families, position) {
        guard let key = instance.declarationKey?.key ?? instance.compoundName else {
          throw notASymbol(symbol)
        }
        declare(key, .define(filling(right)), line, position, section)
      }
    case .angle(let symbol, let cosine, let sine):
      guard let name = try formula(symbol).name else { throw notASymbol(symbol) }
      declare(
        name, .angle(cosine: try formula(cosine), sine: try formula(sine)), line, position, section)
    case .hamiltonian(let phrase):
      if model.hamiltonian != nil {
        throw reader.error(
          "declared-twice", "the Hamiltonian is declared twice", "keep one", line)
      }
      model.hamiltonian = (try formula(phrase), position, section, phrase.range)
    case .bath(let bath):
      if model.baths.contains(where: { $0.name == bath.name.text }) {
        throw reader.error("declared-twice", "bath \(bath.name.text) is declared twice", "", line)
      }
      var potential: Formula?
      if let phrase = bath.chemicalPotential { potential = try formula(phrase) }
      model.baths.append(
        .init(
          name: bath.name.text, coupling: try formula(bath.coupling),
          temperature: try formula(bath.temperature), chemicalPotential: potential,
          strength: try formula(bath.strength), isDecayRate: bath.isDecayRate,
          statistics: bath.statistics, position: position, range: line.range))
    case .jump(let name, let rate):
      model.jumps.append(
        .init(
          name: name.text, jumpOperator: try formula(name), rate: try formula(rate),
          position: position, range: line.range))
    case .approximations(let list):
      model.approximations += list
    case .given(let list):
      for phrase in list {
        restrictions.append(
          Scoped(phrase: phrase, section: section, position: position, isAssumption: false))
      }
    case .assume(let list):
      for phrase in list {
        restrictions.append(
          Scoped(phrase: phrase, section: section, position: position, isAssumption: true))
      }
    case .figure(let directive):
      figures.append(try figure(directive, line, position, section))
    case .claim(let directive):
      claims.append(try claim(directive, line, position, section))
    case .means(let symbol, let phrase, let families):
      let left = try formula(symbol)
      for (instance, filling) in instances(of: left, families, position) {
        guard let (key, argument) = instance.declarationKey else { throw notASymbol(symbol) }
        let meaning = try meaning(phrase, filling)
        declare(key, .meaning(meaning, parameter: argument?.name), line, position, section)
      }
    }
  }

  private mutating func declare(
    _ key: String, _ kind: Declaration.Kind, _ line: Phrase, _ position: Int,
    _ section: Document.Section
  ) {
    notation.add(
      Declaration(key: key, kind: kind, position: position, section: section, range: line.range))
  }

  private func notASymbol(_ phrase: Phrase) -> FileError {
    reader.error(
      "not-a-symbol", "expected a symbol, not '\(phrase.text)'",
      "one letter or command with scripts, a ket, or a function such as N_i(\\omega)", phrase)
  }

  /// Every value of the index letters and both signs, and the key's template for later lines.
  private mutating func instances(
    of formula: Formula, _ families: Families, _ position: Int
  ) -> [(Formula, Instantiation)] {
    var result: [(Formula, Instantiation)] = []
    var fillings = [Instantiation.identity]
    for family in families {
      fillings = fillings.flatMap { filling in
        family.values.map { value in
          var next = filling
          next.letters[family.letter] = value
          return next
        }
      }
    }
    let signs: [Bool?] = formula.hasAlternatingSign ? [true, false] : [nil]
    for sign in signs {
      if !families.isEmpty,
        let key = Instantiation(letters: [:], upper: sign)(formula).declarationKey
      {
        let open = Dictionary(
          uniqueKeysWithValues: families.map { ($0.letter, "\u{1}" + $0.letter) })
        notation.add(
          .init(
            tokens: Self.templateTokens(key.key, open), families: families, position: position))
      }
      for filling in fillings {
        var filling = filling
        filling.upper = sign
        result.append((filling(formula), filling))
      }
    }
    return result
  }

  /// The key's tokens with index letters in scripts marked as open.
  private static func templateTokens(_ key: String, _ open: [String: String]) -> [String] {
    var result: [String] = []
    var depth: Int?
    var next = false
    var level = 0
    for token in LaTeXTokens.split(key) {
      if token == "{" { level += 1 }
      let inScript = next || depth != nil
      if next, token == "{" { depth = level }
      next = token == "_" || token == "^"
      result.append(inScript ? open[token] ?? token : token)
      if token == "}" {
        if depth == level { depth = nil }
        level -= 1
      }
    }
    return result
  }

  /// A formula of a directive, with ranges in the file.
  func formula(_ phrase: Phrase) throws(FileError) -> Formula {
    do {
      return try LaTeXReader.formula(in: phrase.text).shifted(by: phrase.offset)
    } catch {
      let diagnostic = error.diagnostic
      let range = diagnostic.range.lowerBound + phrase.offset
      throw FileError([
        document.source.diagnostic(
          diagnostic.code.rawValue, "cannot read '\(diagnostic.token)': \(diagnostic.message)",
          at: range..<diagnostic.range.upperBound + phrase.offset)
      ])
    }
  }

  // MARK: Meanings

  private func meaning(
    _ phrase: MeaningPhrase, _ filling: Instantiation
  ) throws(FileError) -> Meaning {
    func filled(_ phrase: Phrase) throws(FileError) -> Formula { filling(try formula(phrase)) }
    func index(_ phrase: Phrase) throws(FileError) -> Int {
      guard let value = Int(filling.script(phrase.text)), value > 0 else {
        throw reader.error(
          "bad-index", "'\(phrase.text)' is not an index", "give its values with ', for i = 1, 2'",
          phrase)
      }
      return value
    }
    func bath(_ phrase: Phrase) -> String { filling.script(phrase.text) }
    func basis(_ basis: StateBasis) -> Meaning.Basis {
      switch basis {
      case .eigenbasis: .eigenbasis
      case .product(let labels): .product(labels.map(\.text))
      }
    }
    switch phrase {
    case .eigenvalue(let i): return .eigenvalue(try index(i))
    case .eigenvector(let i): return .eigenvector(try index(i))
    case .component(let of, let frequency):
      return .component(of: try filled(of), frequency: try filled(frequency))
    case .densityOperator: return .densityOperator
    case .steadyState(let form): return .steadyState(basis(form))
    case .steadyElement(let form, let i, let j):
      return .steadyElement(basis(form), try index(i), try index(j))
    case .changeOfBasis(let labels): return .changeOfBasis(labels.map(\.text))
    case .rate(let quantity, let name, let frequency):
      return .rate(quantity, bath: bath(name), frequency: try filled(frequency))
    case .spectralDensity(let name): return .spectralDensity(bath: bath(name))
    case .dissipator(let part, let name): return .dissipator(part, bath: name.map(bath))
    case .interactionPicture(let of, let hamiltonian):
      return .interactionPicture(of: try filled(of), hamiltonian: try filled(hamiltonian))
    case .stateEigenvalue(let n): return .stateEigenvalue(try index(n))
    case .stateEigenvector(let n): return .stateEigenvector(try index(n))
    case .internalEnergy: return .internalEnergy
    case .passiveEnergy: return .passiveEnergy
    case .passiveState: return .passiveState
    case .ergotropy: return .ergotropy
    case .heatCurrent(let name): return .heatCurrent(bath: bath(name))
    case .particleCurrent(let name): return .particleCurrent(bath: bath(name))
    case .alias(let target):
      let formula = try filled(target)
      guard formula.declarationKey != nil else {
        throw reader.error(
          "unknown-meaning", "unknown meaning '\(target.text)'",
          "expected a phrase such as 'steady state, eigenbasis', or another symbol", target)
      }
      return .alias(formula)
    }
  }
}

extension Formula {
  /// ± or ∓ occurs, as a sign or in a script.
  var hasAlternatingSign: Bool {
    func isAlternating(_ text: String) -> Bool {
      text.utf8.contains(UInt8(ascii: "\\")) && (text.contains("\\pm") || text.contains("\\mp"))
    }
    var found = false
    visit { node in
      switch node.kind {
      case .sum(let terms):
        found = found || terms.contains { $0.sign == .plusMinus || $0.sign == .minusPlus }
      case .scripted(_, let lower, let upper):
        found = found || isAlternating(lower?.text ?? "") || isAlternating(upper?.text ?? "")
      case .ket(let label), .bra(let label): found = found || isAlternating(label)
      default: break
      }
    }
    return found
  }

  /// The same with every range moved.
  func shifted(by offset: Int) -> Formula {
    if offset == 0 { return self }
    func move(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound + offset..<range.upperBound + offset
    }
    func script(_ script: Script?) -> Script? {
      script.map {
        Script(
          text: $0.text, formula: $0.formula?.shifted(by: offset), range: move($0.range))
      }
    }
    func all(_ formulas: [Formula]) -> [Formula] { formulas.map { $0.shifted(by: offset) } }
    let kind: Kind
    switch self.kind {
    case .number, .symbol, .ket, .bra, .inner, .hermitianConjugate, .text: kind = self.kind
    case .scripted(let base, let lower, let upper):
      kind = .scripted(
        base.shifted(by: offset), subscript: script(lower), superscript: script(upper))
    case .sum(let terms):
      kind = .sum(
        terms.map {
          Term(
            sign: $0.sign, signRange: move($0.signRange), formula: $0.formula.shifted(by: offset))
        })
    case .product(let factors): kind = .product(all(factors))
    case .tensor(let factors): kind = .tensor(all(factors))
    case .quotient(let a, let b):
      kind = .quotient(a.shifted(by: offset), b.shifted(by: offset))
    case .ambiguousQuotient(let a, let b, let trailing):
      kind = .ambiguousQuotient(
        a.shifted(by: offset), b.shifted(by: offset), trailing: all(trailing))
    case .function(let name, let power, let argument):
      kind = .function(
        name, power: power?.shifted(by: offset), argument: argument.shifted(by: offset))
    case .root(let radicand, let index):
      kind = .root(radicand.shifted(by: offset), index: index?.shifted(by: offset))
    case .group(let delimiter, let contents): kind = .group(delimiter, all(contents))
    case .matrixElement(let bra, let middle, let ket):
      kind = .matrixElement(bra: bra, middle.shifted(by: offset), ket: ket)
    case .absolute(let inside): kind = .absolute(inside.shifted(by: offset))
    case .expectation(let inside): kind = .expectation(inside.shifted(by: offset))
    case .big(let name, let lower, let upper, let body):
      kind = .big(
        name, lower: script(lower), upper: script(upper), body: body.shifted(by: offset))
    case .matrix(let rows): kind = .matrix(rows.map(all))
    }
    return Formula(kind, move(range))
  }
}
