import LaTeXMath

/// The names that are declared at a place, and which of them may have been meant by a printed one.
struct NameCatalogue {
  /// A name taken apart.
  struct Parts: Hashable {
    var base: String
    var lower: String?
    var upper: String?

    var key: String {
      base + (lower.map { LaTeXTokens.scripted("_", $0) } ?? "")
        + (upper.map { LaTeXTokens.scripted("^", $0) } ?? "")
    }

    init(base: String, lower: String?, upper: String?) {
      self.base = base
      self.lower = lower
      self.upper = upper
    }

    /// `nil` for what is no plain name.
    init?(_ formula: Formula) {
      switch formula.kind {
      case .symbol(let base): self.init(base: base, lower: nil, upper: nil)
      case .scripted(let base, let lower, let upper):
        guard case .symbol(let name) = base.kind else { return nil }
        self.init(base: name, lower: lower?.text, upper: upper?.text)
      default: return nil
      }
    }
  }

  /// What is declared alike: in one directive, one display, or with the same kind of meaning.
  private enum Kin: Hashable {
    case symbol(Range<Int>, SymbolDomain, role: String?)
    case angle
    case mode(Range<Int>)
    case definition
    case display(Int)
    case meaning(MeaningKind)
  }

  private struct Entry {
    var parts: Parts
    var letter: String
    var family: Kin
    var isFunction: Bool
    /// Where it is known without reading definitions.
    var type: SymbolType?
  }

  private var entries: [Entry] = []
  private var families: [String: Kin] = [:]
  /// Of the declared kets.
  private(set) var kets: [String] = []
  /// The names that a repair must not bring in: the line's own left side.
  private let excluded: String?

  init(
    _ base: Context.Base, at position: Int, in section: Document.Section, excluding key: String?
  ) {
    let notation = base.notation
    let roles = base.model.roles
    excluded = key
    var seen = Set<String>()
    for declaration in notation.declarations
    where declaration.position <= position || declaration.isPrinted {
      guard seen.insert(declaration.key).inserted,
        let index = notation.lookup(declaration.key, at: position, in: section)
      else { continue }
      if declaration.key.hasPrefix("|"), declaration.key.hasSuffix("\\rangle") {
        kets.append(String(declaration.key.dropFirst().dropLast("\\rangle".count)))
        continue
      }
      guard let parts = notation.formula(of: declaration.name).flatMap({ Parts($0) }) else {
        continue
      }
      let family = Self.family(of: notation.declarations[index], roles)
      families[declaration.key] = family
      entries.append(
        Entry(
          parts: parts, letter: LaTeXTokens.plainLetter(parts.base), family: family,
          isFunction: declaration.isFunction,
          type: Self.type(of: notation.declarations[index])))
    }
  }

  private static func family(of declaration: Declaration, _ roles: [String: String]) -> Kin {
    switch declaration.kind {
    case .symbol(let domain):
      .symbol(declaration.range, domain, role: roles[declaration.key])
    case .angle: .angle
    case .mode: .mode(declaration.range)
    case .define: .definition
    case .printed: .display(declaration.position)
    case .meaning(let meaning, _): .meaning(meaning.ofKind)
    }
  }

  private static func type(of declaration: Declaration) -> SymbolType? {
    switch declaration.kind {
    case .symbol, .angle: .scalar
    case .mode: .linear
    case .define, .printed: nil
    case .meaning(let meaning, _): meaning.type
    }
  }

  /// A declared name that may have been meant, and how far from the printed one it is.
  struct Candidate {
    var parts: Parts
    var slips: [Slip]
  }

  func isDeclared(_ parts: Parts) -> Bool { families[parts.key] != nil }

  /// The declared names that differ from the printed one by a slip, or by two if it is not declared.
  func candidates(for printed: Parts, isFunction: Bool = false) -> [Candidate] {
    let family = families[printed.key + (isFunction ? "()" : "")]
    let most = family == nil ? 2 : 1
    let letter = LaTeXTokens.plainLetter(printed.base)
    let type = entries.first { $0.parts == printed && $0.isFunction == isFunction }?.type
    return entries.compactMap { entry in
      guard entry.isFunction == isFunction, entry.letter == letter || entry.family == family,
        entry.parts != printed, entry.parts.key != excluded,
        type == nil || entry.type == nil || type == entry.type,
        let slips = Self.slips(from: printed, to: entry.parts, family == entry.family),
        slips.count <= most
      else { return nil }
      return Candidate(parts: entry.parts, slips: slips)
    }
  }

  private static func slips(
    from printed: Parts, to meant: Parts, _ isOneFamily: Bool
  ) -> [Slip]? {
    var slips: [Slip] = []
    if printed.base != meant.base {
      if LaTeXTokens.plainLetter(printed.base) == LaTeXTokens.plainLetter(meant.base) {
        slips.append(.typeface)
      } else if isOneFamily, printed.lower == meant.lower, printed.upper == meant.upper {
        return [.symbol]
      } else {
        return nil
      }
    }
    for (old, new) in [(printed.lower, meant.lower), (printed.upper, meant.upper)]
    where old != new {
      guard isNear(old, new) else { return nil }
      slips.append(.label)
    }
    return slips
  }

  /// Scripts that differ in one token, or of which one is not there.
  private static func isNear(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return true }
    let (x, y) = (LaTeXTokens.split(a), LaTeXTokens.split(b))
    return x.count == y.count && zip(x, y).filter { $0 != $1 }.count == 1
  }

  /// The kets whose labels differ from the printed one's by one token or are in its family.
  func kets(near label: String, productLabels: [String]) -> [String] {
    if productLabels.contains(label) { return productLabels.filter { $0 != label } }
    let tokens = LaTeXTokens.split(label)
    return kets.filter { other in
      let others = LaTeXTokens.split(other)
      return other != label && others.count == tokens.count
        && zip(tokens, others).filter { $0 != $1 }.count == 1
    }
  }
}

extension ModelDeclaration {
  /// What plain symbols are for the reservoirs: a temperature is not taken for a rate.
  fileprivate var roles: [String: String] {
    var result: [String: String] = [:]
    for bath in baths {
      if let name = bath.temperature.name { result[name] = "temperature" }
      if let name = bath.chemicalPotential?.name { result[name] = "chemical potential" }
      if let name = bath.strength.name { result[name] = "rate" }
    }
    for jump in jumps {
      if let name = jump.rate.name { result[name] = "rate" }
    }
    return result
  }
}

/// The kind of meaning, whatever its indices.
private enum MeaningKind: Hashable {
  case eigenvalue
  case eigenvector
  case component
  case densityOperator
  case steadyState
  case element(Meaning.Basis)
  case changeOfBasis
  case occupation
  case rate
  case spectralDensity
  case dissipator
  case interactionPicture
  case stateEigenvalue
  case stateEigenvector
  case energy
  case passiveState
  case heatCurrent
  case particleCurrent
  case alias
}

extension Meaning {
  fileprivate var ofKind: MeaningKind {
    switch self {
    case .eigenvalue: .eigenvalue
    case .eigenvector: .eigenvector
    case .component: .component
    case .densityOperator: .densityOperator
    case .steadyState: .steadyState
    case .steadyElement(let basis, _, _): .element(basis)
    case .changeOfBasis: .changeOfBasis
    case .rate(let quantity, _, _): quantity == .occupation ? .occupation : .rate
    case .spectralDensity: .spectralDensity
    case .dissipator: .dissipator
    case .interactionPicture: .interactionPicture
    case .stateEigenvalue: .stateEigenvalue
    case .stateEigenvector: .stateEigenvector
    case .internalEnergy, .passiveEnergy, .ergotropy: .energy
    case .passiveState: .passiveState
    case .heatCurrent: .heatCurrent
    case .particleCurrent: .particleCurrent
    case .alias: .alias
    }
  }
}

extension LaTeXTokens {
  /// A script with its mark, in braces exactly where it is longer than one token.
  static func scripted(_ mark: String, _ text: String) -> String {
    mark + (split(text).count > 1 ? "{\(text)}" : text)
  }

  /// The letter of a symbol without typeface and accents: `L` for `\mathcal{L}`.
  static func plainLetter(_ symbol: String) -> String {
    var text = symbol[...]
    while let brace = text.firstIndex(of: "{"), text.hasSuffix("}") {
      text = text[text.index(after: brace)...].dropLast()
    }
    return String(text)
  }
}
