extension LineChecker {
  /// Every printed line in its order, each decided with those before it under the same restrictions only:
  /// contexts of different restrictions share nothing, so threads may take one each.
  ///
  /// - Throws: the error of the first line that has one.
  mutating func checkLines(progress: (String) -> Void) throws(FileError) -> [LineOutcome] {
    let lines = derivation.lines
    let (groups, restrictions) = groupsOfLines()
    var last = ""
    let crew = Crew(threads: derivation.threads)
    let (results, checkers) = crew.gather(groups, state: self) { piece in
      if lines[piece].equation != last {
        last = lines[piece].equation
        progress("Eq. \(last)")
      }
    } _: { checker, piece in
      checker.result(of: lines[piece])
    }
    var outcomes: [LineOutcome] = []
    for result in results {
      let (outcome, found) = try result.get()
      outcomes.append(outcome)
      for diagnostic in found where !diagnostics.contains(diagnostic) {
        diagnostics.append(diagnostic)
      }
    }
    for (checker, restrictions) in zip(checkers, restrictions) {
      contexts.adopt(checker.contexts, under: restrictions)
      reversals.merge(checker.reversals) { own, _ in own }
      supported.merge(checker.supported) { own, _ in own }
    }
    return outcomes
  }

  /// The lines by the restrictions in force where they stand.
  private mutating func groupsOfLines() -> (
    groups: [[Int]], restrictions: [[Contexts.Restriction]]
  ) {
    var groups: [[Int]] = []
    var restrictions: [[Contexts.Restriction]] = []
    for (number, line) in derivation.lines.enumerated() {
      let own = contexts.restrictions(at: line.position, in: line.section)
      if let group = restrictions.firstIndex(of: own) {
        groups[group].append(number)
      } else {
        groups.append([number])
        restrictions.append(own)
      }
    }
    return (groups, restrictions)
  }

  /// A line's outcome with the diagnostics that it gave rise to.
  private mutating func result(
    of line: PrintedLine
  ) -> Result<(LineOutcome, [FileDiagnostic]), FileError> {
    diagnostics = []
    do {
      return .success((try check(line), diagnostics))
    } catch {
      return .failure(error)
    }
  }
}
