import LaTeXMath
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

extension Derivation {
  /// The steady states in closed form: for each set of restrictions under which the file prints one, and
  /// where it prints none, as derived.
  ///
  /// A printed line is taken only if the outcome says that it is proved, or proved with a repair; what is
  /// left is derived.
  ///
  /// - Parameters:
  ///   - outcome: what checking this derivation said.
  ///   - given: further restrictions, as in a `given` directive.
  ///   - progress: called with a few words before each form.
  /// - Throws: ``FileError`` if the model cannot be built, a restriction cannot be used, or there is no
  ///   form at all.
  public func closedForms(
    _ outcome: Outcome, given: [String], progress: (String) -> Void
  ) throws(FileError) -> ClosedForms {
    var contexts = try Contexts(self)
    try contexts.validateModel()
    let last = base.document.items.count - 1
    let extra = given.map { scoped($0, at: last) }
    let (_, whole) = try contexts.context(at: last, in: [], adding: extra)
    guard !base.model.baths.isEmpty || !base.model.jumps.isEmpty else {
      throw whole.error(
        "no-steady-state", "the file declares neither bath nor jump, so there is no steady state",
        help: "declare what the system is open to: a bath or a jump",
        at: base.model.hamiltonian?.range ?? 0..<0)
    }
    var result = ClosedForms(
      derivation: name, title: title, assumptions: outcome.assumptions, forms: [], omissions: [])
    var searches = ShortFormSearches()
    let states: [PrintedState?] = printedStates.filter(\.isWhole)
    for state in states.isEmpty ? [nil] : states {
      let first = state?.sortedLines.map(\.line).min { $0.range.lowerBound < $1.range.lowerBound }
      let place: (position: Int, section: Document.Section) =
        (first?.position ?? last, first?.section ?? [])
      for kind in try statistics(place, extra, &contexts, &result) {
        let added = extra + kind.map { scoped($0.rawValue, at: last) }
        var key: [String] = []
        do {
          let (_, context) = try contexts.context(
            at: place.position, in: place.section, adding: added)
          key = context.given
          progress("closed forms, \(key.joined(separator: ", "))")
          var builder = try ClosedFormBuilder(
            self, outcome, state, place, restrictions: added, context, searches)
          defer { searches = builder.searches }
          result.forms.append(try builder.form())
        } catch let error as FileError {
          result.omissions.append(.init(given: key, reason: error.reason))
        } catch let error as EvaluationError {
          result.omissions.append(.init(given: key, reason: error.message))
        } catch {
          let reason = (error as? NumericNameError)?.message ?? "it has no closed form"
          result.omissions.append(.init(given: key, reason: reason))
        }
      }
    }
    if result.forms.isEmpty {
      let reasons = result.omissions.map(\.reason)
      throw whole.error(
        "no-closed-form",
        "no steady state has a closed form to export: \(reasons.first ?? "nothing was derived")",
        help: "restrict the model with --given, for example to equal temperatures",
        at: base.model.hamiltonian?.range ?? 0..<0)
    }
    return result
  }

  private func scoped(_ text: String, at position: Int) -> Scoped {
    Scoped(
      phrase: Phrase(text: text, offset: 0), section: [], position: position, isAssumption: false)
  }

  /// The statistics to add at a place: none where all baths have one, else one after the other.
  private func statistics(
    _ place: (position: Int, section: Document.Section), _ extra: [Scoped],
    _ contexts: inout Contexts, _ result: inout ClosedForms
  ) throws(FileError) -> [[Statistics]] {
    do {
      let (_, context) = try contexts.context(
        at: place.position, in: place.section, adding: extra)
      let isOpen = base.model.baths.contains { $0.statistics == nil && context.statistics == nil }
      return isOpen ? Statistics.allCases.map { [$0] } : [[]]
    } catch {
      let own = restrictions(at: place.position, in: place.section).filter { !$0.isAssumption }
      // A state that the further restrictions exclude.
      result.omissions.append(.init(given: own.map(\.phrase.text), reason: error.reason))
      return []
    }
  }

  /// Every line that prints an element of a state, with its place in the outcome, in printed order.
  func lines(of state: PrintedState) -> [(place: [Int], number: Int)] {
    lines.enumerated().compactMap { number, line in
      guard line.problem == nil, line.right != nil, line.relation == .equal,
        let (key, _) = line.left.declarationKey,
        let index = base.notation.lookup(key, at: line.position, in: line.section),
        case .meaning(.steadyElement(let basis, let i, let j), _) =
          base.notation.declarations[index].kind,
        basis == state.basis,
        restrictions(at: line.position, in: line.section).map(\.phrase)
          == state.restrictions.map(\.phrase),
        line.section.starts(with: state.section) || state.section.starts(with: line.section)
      else { return nil }
      return ([i - 1, j - 1], number)
    }
  }
}

extension FileError {
  /// The first message.
  fileprivate var reason: String { diagnostics.first?.message ?? "the file cannot be run" }
}
