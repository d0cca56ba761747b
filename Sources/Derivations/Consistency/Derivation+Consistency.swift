import Checking
import LaTeXMath
import SymbolicAlgebra

extension Derivation {
  /// Checks the printed lines against each other, without the model.
  ///
  /// Nothing is derived from the Hamiltonian. Used are notation, restrictions, and what a meaning says by
  /// itself: eigenvectors are orthonormal, a state is Hermitian and has trace 1, a quantity has one value
  /// wherever it is printed, and bosons and fermions are alike where occupations are small.
  ///
  /// Lines that are read are never called right: they are `undecided`, with notes on what was asked of
  /// them, or `defined`. What contradicts each other is in the findings.
  ///
  /// - Parameter progress: called with a few words before each law.
  /// - Throws: ``FileError`` if restrictions or definitions cannot be used as they are declared.
  public func checkWithoutModel(progress: (String) -> Void) throws(FileError) -> Outcome {
    var diagnostics: [FileDiagnostic] = []
    var outcomes: [LineOutcome] = []
    for line in lines { outcomes.append(try outcome(of: line, &diagnostics)) }
    var checker = try ConsistencyChecker(self)
    for (index, line) in lines.enumerated() where line.hasAmbiguousSign {
      checker.remarks[index].leave("not compared: ± gives one quantity two values")
    }
    progress("orthonormality")
    checker.checkEigenvectors()
    checker.checkUnitarity()
    progress("states")
    checker.checkDiagonals()
    progress("repeated quantities")
    checker.checkRepetitions()
    progress("small occupations")
    checker.checkDiluteLimits()
    for (index, remarks) in checker.remarks.enumerated()
    where outcomes[index].verdict == .undecided {
      outcomes[index].notes += remarks.notes
    }
    let source = base.document.source
    var assumptions: [String] = []
    for restriction in restrictions where restriction.isAssumption {
      let text = "$\(restriction.phrase.text)$"
      if !assumptions.contains(text) { assumptions.append(text) }
    }
    return Outcome(
      derivation: name, title: title, lines: outcomes, assumptions: assumptions,
      diagnostics: diagnostics,
      findings: checker.contradictions.findings { source.location(lines[$0].range) },
      usesModel: false)
  }

  /// A line as it is known before any law was asked: unreadable, defined or undecided.
  private func outcome(
    of line: PrintedLine, _ diagnostics: inout [FileDiagnostic]
  ) throws(FileError) -> LineOutcome {
    let source = base.document.source
    let given = restrictions(at: line.position, in: line.section)
      .filter { !$0.isAssumption }.map(\.phrase.text)
    var outcome = LineOutcome(
      equation: line.equation, subject: line.subject, verdict: .unreadable, printed: line.printed,
      given: given, notes: line.notes, location: source.location(line.range))
    if let problem = line.problem {
      outcome.notes.append(note(problem.message, at: problem.range))
      return outcome
    }
    guard let right = line.right else { return outcome }
    let isDefinition = definition(by: line) != nil
    var reader = elaborator(of: line)
    reader.allowsUndeclared = !isDefinition
    do {
      let value = try reader.elaborate(right)
      var isMatrix = false
      if case .matrix = value { isMatrix = true }
      if !isDefinition, !isMatrix {
        var leftReader = elaborator(of: line)
        _ = try leftReader.elaborate(line.left)
      }
    } catch {
      if isDefinition, error.code == "undeclared-symbol" {
        throw FileError([
          source.diagnostic(error.code, error.message, help: error.help, at: error.range)
        ])
      }
      let help = error.help.isEmpty ? "" : "; \(error.help)"
      outcome.notes.append(note(error.message + help, at: error.range))
      return outcome
    }
    outcome.verdict = isDefinition ? .defined : .undecided
    for (name, range) in reader.undeclared {
      let near = Suggestion.nearest(to: name, among: base.notation.keys(at: line.position))
      outcome.hasUndeclared = true
      outcome.notes.append(
        "undeclared symbol $\(name)$, taken as a free number"
          + (near.map { "; did you mean $\($0)$?" } ?? ""))
      let diagnostic = source.diagnostic(
        "undeclared-symbol", "undeclared symbol '\(name)'",
        help: (near.map { "did you mean '\($0)'? Else declare" } ?? "declare")
          + " it with symbol, let or means", at: range)
      if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }
    return outcome
  }

  private func note(_ message: String, at range: Range<Int>) -> String {
    let place = base.document.source.location(range)
    return "line \(place.line), column \(place.column): \(message)"
  }

  private func elaborator(of line: PrintedLine) -> Elaborator {
    base.elaborator(at: line.position, in: line.section)
  }
}
