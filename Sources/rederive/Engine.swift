import Derivations

/// What runs a derivation file; tests put a stand-in here.
package struct Engine: Sendable {
  package var open: @Sendable (SourceFile) throws(FileError) -> Session

  package init(open: @escaping @Sendable (SourceFile) throws(FileError) -> Session) {
    self.open = open
  }

  /// One derivation file, read.
  package struct Session {
    package var check: (_ progress: (String) -> Void) throws(FileError) -> Outcome
    package var checkWithoutModel: (_ progress: (String) -> Void) throws(FileError) -> Outcome
    package var correct: (_ progress: (String) -> Void) throws(FileError) -> Correction
    package var stages:
      (_ given: [String], _ progress: (String) -> Void) throws(FileError) -> Stages
    package var evaluate:
      (_ at: [(symbol: String, value: String)], _ given: [String]) throws(FileError) -> Evaluation
    package var facts: () throws(FileError) -> [Fact]
    package var figures: (_ named: String?) throws(FileError) -> [FigureData]
    package var sweep: (SweepRequest) throws(FileError) -> Sweep
    /// Checks the lines first if no outcome is there, for what is exported as printed.
    package var closedForms:
      (_ outcome: Outcome?, _ given: [String], _ progress: (String) -> Void) throws(FileError) ->
        ClosedForms
    package var score:
      (_ every: Int, _ equations: [String], _ progress: (String) -> Void) throws(FileError) -> Score

    package init(
      check: @escaping ((String) -> Void) throws(FileError) -> Outcome,
      checkWithoutModel: @escaping ((String) -> Void) throws(FileError) -> Outcome,
      correct: @escaping ((String) -> Void) throws(FileError) -> Correction,
      stages: @escaping ([String], (String) -> Void) throws(FileError) -> Stages,
      evaluate:
        @escaping ([(symbol: String, value: String)], [String]) throws(FileError)
        -> Evaluation,
      facts: @escaping () throws(FileError) -> [Fact],
      figures: @escaping (String?) throws(FileError) -> [FigureData],
      sweep: @escaping (SweepRequest) throws(FileError) -> Sweep,
      closedForms:
        @escaping (Outcome?, [String], (String) -> Void) throws(FileError)
        -> ClosedForms,
      score: @escaping (Int, [String], (String) -> Void) throws(FileError) -> Score
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
