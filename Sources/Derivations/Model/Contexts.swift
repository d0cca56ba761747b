import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// The model under every set of restrictions that was needed so far.
struct Contexts {
  let derivation: Derivation
  private var known: [Key: Context] = [:]
  /// What contexts begin with, by the restrictions of symbols that hold in them already.
  private var foundations: [[Restriction]: Context?] = [:]

  struct Key: Hashable {
    var restrictions: [Restriction]
    var statistics: Statistics?

    fileprivate var words: [String] {
      restrictions.map(\.text) + [statistics?.rawValue ?? ""]
    }
  }

  /// A restriction's text, and what any name in it can mean where it stands.
  struct Restriction: Hashable {
    var text: String
    var isAssumption: Bool
    var statistics: Statistics?
    var meanings: [Int?]
  }

  private var read: [Phrase: Restriction] = [:]

  init(_ derivation: Derivation) throws(FileError) {
    self.derivation = derivation
  }

  /// The context of a place, optionally with the statistics that the file leaves open.
  mutating func context(
    at position: Int, in section: Document.Section, statistics: Statistics? = nil,
    adding extra: [Scoped] = []
  ) throws(FileError) -> (Key, Context) {
    let restrictions = derivation.restrictions(at: position, in: section) + extra
    let key = Key(restrictions: restrictions.map { meaning(of: $0) }, statistics: statistics)
    if let context = known[key] { return (key, context) }
    let context = try Context(
      derivation.base, restrictions: restrictions, statistics: statistics,
      from: foundation(under: restrictions))
    known[key] = context
    return (key, context)
  }

  /// The model under restrictions but for the statistics they give; `nil` where that has a part in what they
  /// mean, or where they cannot be imposed.
  mutating func foundation(under restrictions: [Scoped]) -> Context? {
    let symbolic = restrictions.filter { $0.statistics == nil }
    let key = symbolic.map { meaning(of: $0) }
    if let known = foundations[key] { return known }
    var made: Context?
    if let last = symbolic.last {
      made = foundation(under: symbolic.dropLast())
      do { try made?.impose(last) } catch { made = nil }
    } else {
      made = try? Context(derivation.base, restrictions: [])
    }
    // The statistics has a part in occupations and rates alone.
    if let context = made, context.reservoirs.count > 0 || context.systemCache != nil { made = nil }
    foundations[key] = .some(made)
    return made
  }

  /// What was computed of the model of a place under a statistics instead of the one given there, where
  /// other places gave that.
  mutating func known(
    at position: Int, in section: Document.Section, under statistics: Statistics
  ) -> Context? {
    func others(_ restrictions: [Restriction]) -> [Restriction] {
      restrictions.filter { $0.statistics == nil }
    }
    let wanted = others(restrictions(at: position, in: section))
    let found = known.keys.filter {
      others($0.restrictions) == wanted && known[$0]?.statistics == statistics
    }
    // The same one every time.
    return found.min { $0.words.lexicographicallyPrecedes($1.words) }.flatMap { known[$0] }
  }

  /// The restrictions in force at a place, by what they mean.
  mutating func restrictions(at position: Int, in section: Document.Section) -> [Restriction] {
    derivation.restrictions(at: position, in: section).map { meaning(of: $0) }
  }

  /// Takes over what contexts became elsewhere: under these restrictions, and what is not known yet.
  mutating func adopt(_ other: Contexts, under restrictions: [Restriction]) {
    known.merge(other.known.filter { $0.key.restrictions == restrictions }) { $1 }
    known.merge(other.known) { own, _ in own }
    foundations.merge(other.foundations) { own, _ in own }
    read.merge(other.read) { own, _ in own }
  }

  /// What a restriction means where it stands.
  mutating func meaning(of restriction: Scoped) -> Restriction {
    if let known = read[restriction.phrase] { return known }
    let text = restriction.phrase.text
    let meanings =
      restriction.statistics == nil
      ? derivation.base.notation.meanings(
        ofNamesIn: text, at: restriction.position, in: restriction.section) : []
    let result = Restriction(
      text: text, isAssumption: restriction.isAssumption, statistics: restriction.statistics,
      meanings: meanings)
    read[restriction.phrase] = result
    return result
  }

  /// Keeps what a context has computed.
  mutating func store(_ context: Context, _ key: Key) {
    var context = context
    context.strays = [:]
    known[key] = context
  }

  /// Keeps what the context of a place has computed.
  mutating func store(_ context: Context, _ place: StateProgram.Place) throws(FileError) {
    let (key, _) = try self.context(at: place.position, in: place.section, adding: place.extra)
    store(context, key)
  }

  /// Builds the model once, so that what is wrong with it is said at its place.
  mutating func validateModel() throws(FileError) {
    let base = derivation.base
    guard let declared = base.model.hamiltonian else {
      if base.model.baths.isEmpty, base.model.jumps.isEmpty { return }
      throw FileError([
        base.document.source.diagnostic(
          "no-hamiltonian", "no Hamiltonian is declared",
          help: "name it with 'hamiltonian H'", at: 0..<0)
      ])
    }
    let end = base.document.items.count - 1
    var (key, context) = try self.context(at: declared.position, in: [])
    do {
      let h = try context.hamiltonian()
      for i in 0..<h.dimension {
        for j in i..<h.dimension where !context.field.isZero(h[i, j] - h[j, i].conjugate) {
          let labels = base.space.labels
          throw context.error(
            "not-hermitian",
            "the Hamiltonian is not Hermitian: ⟨\(labels[i])|H|\(labels[j])⟩ is "
              + "$\(context.field.latex(h[i, j]))$, ⟨\(labels[j])|H|\(labels[i])⟩ is "
              + "$\(context.field.latex(h[j, i]))$",
            help: "each must be the other's complex conjugate", at: declared.range)
        }
      }
      for bath in base.model.baths {
        let coupling = try context.bath(bath).coupling
        if context.field.isZero(coupling) {
          throw context.error(
            "bath-without-coupling", "the operator that bath \(bath.name) couples to is zero",
            at: bath.range)
        }
      }
    } catch let error as FileError {
      throw error
    } catch let error as EvaluationError {
      // A Hamiltonian that was printed but not read is undeclared for that reason.
      let name = base.document.source.text(declared.range)
      if let line = derivation.lines.first(where: { $0.problem != nil && $0.subject == name }),
        let problem = line.problem
      {
        throw context.error(
          "unreadable-hamiltonian", "the Hamiltonian cannot be read: \(problem.message)",
          at: problem.range)
      }
      throw context.error(
        error.code, "the model cannot be built: \(error.message)", at: declared.range)
    } catch {
      throw context.error("model", "the model cannot be built", at: declared.range)
    }
    try checkApproximations(context)
    store(context, key)
    (key, context) = try self.context(at: end, in: [])
    do {
      if !(base.model.baths.isEmpty && base.model.jumps.isEmpty) { _ = try context.system() }
    } catch {
      let place = base.model.baths.first?.range ?? declared.range
      throw context.error(
        error.code, "the master equation cannot be derived: \(error.message)", at: place)
    }
    store(context, key)
  }

  /// `approximations` names exactly what the derivation uses.
  private func checkApproximations(_ context: Context) throws(FileError) {
    let model = derivation.base.model
    var used: [String] = []
    if !model.baths.isEmpty { used = ["born", "markov", "no Lamb shift"] }
    if model.baths.contains(where: { !$0.isDecayRate }) { used.append("flat spectral density") }
    let declared = model.approximations
    let place = model.baths.first?.range ?? 0..<0
    let optional = model.baths.isEmpty ? [] : ["secular"]
    for phrase in declared where !used.contains(phrase.text) && !optional.contains(phrase.text) {
      let known = ["born", "markov", "no Lamb shift", "flat spectral density", "secular"]
      let near = Suggestion.nearest(to: phrase.text, among: known)
      throw context.error(
        known.contains(phrase.text) ? "unused-approximation" : "unknown-approximation",
        known.contains(phrase.text)
          ? "the derivation does not use '\(phrase.text)'"
          : "unknown approximation '\(phrase.text)'",
        help: known.contains(phrase.text)
          ? "take it out"
          : near.map { "did you mean '\($0)'?" }
            ?? "known: \(known.joined(separator: ", "))", at: phrase.range)
    }
    for name in used where !declared.contains(where: { $0.text == name }) {
      throw context.error(
        "undeclared-approximation", "the derivation uses '\(name)', which is not declared",
        help: "add it to a line 'approximations: \(used.joined(separator: ", "))'", at: place)
    }
    if declared.contains(where: { $0.text == "secular" }) {
      var context = context
      let single = (try? context.system()).map { system in
        system.components.allSatisfy { $0.count < 2 }
      }
      if single == true, let phrase = declared.first(where: { $0.text == "secular" }) {
        throw context.error(
          "unused-approximation", "every coupling has one frequency: 'secular' drops nothing",
          help: "take it out", at: phrase.range)
      }
    }
  }

  /// What the outcome rests on, in words and LaTeX.
  mutating func assumptions() throws(FileError) -> [String] {
    let base = derivation.base
    var result = base.model.approximations.map(\.text)
    guard base.model.hamiltonian != nil, let last = base.document.items.indices.last else {
      return result
    }
    var (_, context) = try self.context(at: last, in: [])
    if !base.model.baths.isEmpty, let system = try? context.system() {
      result += system.positiveFrequencies.filter { !context.field.isProvablyPositive($0) }
        .map { "$\(context.brief($0)) > 0$" }
    }
    result += context.field.assumptions.map(\.latex).filter { !$0.isEmpty }.map { "$\($0)$" }
    var seen = Set<String>()
    result = result.filter { seen.insert($0).inserted }
    return result
  }
}
