import Checking
import Dispatch
import LaTeXMath
import Synchronization

extension Derivation {
  /// Plants every single slip of the catalogue in every proved line and rewrites each line in other ways,
  /// and counts what is refuted, repaired and proved.
  ///
  /// - Parameters:
  ///   - step: 1 for everything, n for every n-th, always the same ones.
  ///   - equations: the printed numbers to look at; all if empty.
  ///   - progress: called with a few words as lines are done, from one thread at a time.
  /// - Throws: ``FileError`` if the model cannot be built as it is declared.
  public func score(
    every step: Int = 1, equations: [String] = [], progress: (String) -> Void
  ) throws(FileError) -> Score {
    var contexts = try Contexts(self)
    try contexts.validateModel()
    var checker = LineChecker(derivation: self, contexts: contexts)
    var numbers: [Int] = []
    for (number, line) in lines.enumerated() {
      guard let right = line.right, line.problem == nil, line.relation == .equal,
        equations.isEmpty || equations.contains(line.equation), !checker.isDefinition(line)
      else { continue }
      progress("checking (\(line.equation))")
      let verdict = try checker.verdict(of: line, right, seeksWitness: false).verdict
      if verdict == .proved { numbers.append(number) }
    }
    let results = Mutex<[Int: Result<Score, FileError>]>([:])
    let warm = checker
    withoutActuallyEscaping(progress) { progress in
      nonisolated(unsafe) let progress = progress
      let total = numbers.count
      let chosen = numbers
      DispatchQueue.concurrentPerform(iterations: total) { index in
        let result = self.score(of: chosen[index], warm, step)
        results.withLock { known in
          known[index] = result
          progress("\(known.count) of \(total) lines")
        }
      }
    }
    var total = Score(
      derivation: name, planted: Slip.allCases.map { Score.Tally($0) },
      rewritten: Rewriting.Kind.allCases.map { Score.Rewritten($0.rawValue) })
    let found = results.withLock { $0 }
    for index in numbers.indices {
      switch found[index] {
      case .success(let score): total.add(score)
      case .failure(let error): throw error
      case nil: continue
      }
    }
    return total
  }

  private func score(
    of number: Int, _ checker: LineChecker, _ step: Int
  ) -> Result<Score, FileError> {
    guard var line = LineScore(number, checker) else {
      var nothing = Score(derivation: name)
      nothing.leftOut.lines = 1
      return .success(nothing)
    }
    do {
      try line.plant(every: step, from: number)
      let rewriter = self.rewriter(line, checker)
      try line.rewrite(rewriter, every: max(1, step / 4), from: number)
      return .success(line.score)
    } catch {
      return .failure(error)
    }
  }

  private func rewriter(_ line: LineScore, _ checker: LineChecker) -> Rewriter {
    let notation = base.notation
    let (position, section) = (line.line.position, line.line.section)
    return Rewriter(
      catalogue: line.catalogue,
      definition: { name in
        guard let index = notation.lookup(name, at: position, in: section),
          notation.declarations[index].isPrinted
        else { return nil }
        let declaration = notation.declarations[index]
        return lines.first {
          $0.position == declaration.position && $0.left.declarationKey?.key == name
            && $0.range == declaration.range
        }?.printed
      },
      isScalar: { formula in
        var elaborator = base.elaborator(at: position, in: section)
        if case .scalar? = try? elaborator.elaborate(formula) { return true }
        return false
      })
  }
}
