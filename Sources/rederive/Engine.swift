import Derivations

/// What runs a derivation file; tests put a stand-in here.
package struct Engine: Sendable {
  package var open: @Sendable (SourceFile) throws(FileError) -> Session

  package init(open: @escaping @Sendable (SourceFile) throws(FileError) -> Session) {
    self.open = open
  }

  /// One derivation file, read.
  package struct Session: Sendable {
    package var check: @Sendable (_ progress: (String) -> Void) throws(FileError) -> Outcome
    package var checkWithoutModel:
      @Sendable (_ progress: (String) -> Void) throws(FileError) -> Outcome
    package var correct: @Sendable (_ progress: (String) -> Void) throws(FileError) -> Correction
    package var stages:
      @Sendable (_ given: [String], _ progress: (String) -> Void) throws(FileError) -> Stages
    package var evaluate:
      @Sendable (_ at: [(symbol: String, value: String)], _ given: [String]) throws(FileError) ->
        Evaluation
    package var facts: @Sendable () throws(FileError) -> [Fact]
    package var figures: @Sendable (_ named: String?) throws(FileError) -> [FigureData]
    package var sweep: @Sendable (SweepRequest) throws(FileError) -> Sweep
    /// Checks the lines first if no outcome is there, for what is exported as printed.
    package var closedForms:
      @Sendable (_ outcome: Outcome?, _ given: [String], _ progress: (String) -> Void)
        throws(FileError) ->
        ClosedForms
    package var score:
      @Sendable (_ every: Int, _ equations: [String], _ progress: (String) -> Void)
        throws(FileError) -> Score

    package init(
      check: @escaping @Sendable ((String) -> Void) throws(FileError) -> Outcome,
      checkWithoutModel: @escaping @Sendable ((String) -> Void) throws(FileError) -> Outcome,
      correct: @escaping @Sendable ((String) -> Void) throws(FileError) -> Correction,
      stages: @escaping @Sendable ([String], (String) -> Void) throws(FileError) -> Stages,
      evaluate:
        @escaping @Sendable ([(symbol: String, value: String)], [String]) throws(FileError)
        -> Evaluation,
      facts: @escaping @Sendable () throws(FileError) -> [Fact],
      figures: @escaping @Sendable (String?) throws(FileError) -> [FigureData],
      sweep: @escaping @Sendable (SweepRequest) throws(FileError) -> Sweep,
      closedForms:
        @escaping @Sendable (Outcome?, [String], (String) -> Void) throws(FileError)
        -> ClosedForms,
      score: @escaping @Sendable (Int, [String], (String) -> Void) throws(FileError) -> Score
    ) {
      self.check = check
      self.checkWithoutModel = checkWithoutModel
      self.correct = correct
      self.stages = stages
      self.evaluate = evaluate
      self.facts = facts
      self.figures = figures
      self.sweep = sweep
      self.closedForms = closedForms
      self.score = score
    }
  }

  /// The derivation itself.
  package static let derivation = Engine { (file) throws(FileError) in
    let derivation = try Derivation(bytes: file.bytes, file: file.path)
    return Session(
      check: { (progress) throws(FileError) in try derivation.check(progress: progress) },
      checkWithoutModel: { (progress) throws(FileError) in
        try derivation.checkWithoutModel(progress: progress)
      },
      correct: { (progress) throws(FileError) in try derivation.correct(progress: progress) },
      stages: { (given, progress) throws(FileError) in
        try derivation.stages(given: given, progress: progress)
      },
      evaluate: { (at, given) throws(FileError) in
        try derivation.evaluate(at: at, given: given)
      },
      facts: { () throws(FileError) in try derivation.facts() },
      figures: { (named) throws(FileError) in try derivation.figures(named: named) },
      sweep: { (request) throws(FileError) in try derivation.sweep(request) },
      closedForms: { (outcome, given, progress) throws(FileError) in
        let known =
          if let outcome { outcome } else { try derivation.checkLines(progress: progress) }
        return try derivation.closedForms(known, given: given, progress: progress)
      },
      score: { (step, equations, progress) throws(FileError) in
        try derivation.score(every: step, equations: equations, progress: progress)
      })
  }
}
