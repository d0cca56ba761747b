import Derivations
import Dispatch
import Synchronization

extension Engine {
  /// All that golden files are made of.
  struct Account: Sendable {
    var outcome: Outcome
    var stages: Stages
    var facts: [Fact]
    var figures: [FigureData]
    /// Why there is none, where a file has no steady state.
    var forms: Result<ClosedForms, FileError>
  }

  /// What can be computed apart from the rest, the longest first.
  private enum Part: CaseIterable {
    /// The closed forms need to know which lines are proved.
    case outcomeAndForms
    case stages
    case facts
    case figures
  }

  /// What was computed of one file.
  private struct Parts: Sendable {
    var outcome: Result<(outcome: Outcome, forms: Result<ClosedForms, FileError>), FileError>?
    var stages: Result<Stages, FileError>?
    var facts: Result<[Fact], FileError>?
    var figures: Result<[FigureData], FileError>?

    /// The whole; of several errors that of the first part. `nil` if a part is missing.
    var account: Result<Account, FileError>? {
      guard let outcome, let stages, let facts, let figures else { return nil }
      return outcome.flatMap { outcome in
        stages.flatMap { stages in
          facts.flatMap { facts in
            figures.map { figures in
              Account(
                outcome: outcome.outcome, stages: stages, facts: facts, figures: figures,
                forms: outcome.forms)
            }
          }
        }
      }
    }

    mutating func add(_ other: Self) {
      outcome = outcome ?? other.outcome
      stages = stages ?? other.stages
      facts = facts ?? other.facts
      figures = figures ?? other.figures
    }
  }

  /// Everything about these files, computed on all cores, in the order of the files.
  ///
  /// - Parameter progress: called with a file's path and a few words, from one thread at a time.
  func accounts(
    of sources: [SourceFile], progress: (String) -> Void
  ) -> [Result<Account, FileError>?] {
    let sessions = sources.map { source in
      Result { () throws(FileError) in try open(source) }
    }
    var work: [(file: Int, part: Part)] = []
    // A long file takes long: what is left at the end is short.
    for file in sources.indices.sorted(by: { sources[$0].bytes.count > sources[$1].bytes.count }) {
      work += Part.allCases.map { (file, $0) }
    }
    let order = work
    let found = Mutex([Parts](repeating: Parts(), count: sources.count))
    withoutActuallyEscaping(progress) { progress in
      // It is called under the lock alone, and not after this block.
      nonisolated(unsafe) let progress = progress
      DispatchQueue.concurrentPerform(iterations: order.count) { number in
        let (file, part) = order[number]
        guard case .success(let session) = sessions[file] else { return }
        let parts = Self.parts(part, session) { text in
          found.withLock { _ in progress("\(sources[file].path): \(text)") }
        }
        found.withLock { $0[file].add(parts) }
      }
    }
    return zip(sessions, found.withLock { $0 }).map { session, parts in
      if case .failure(let error) = session { return .failure(error) }
      return parts.account
    }
  }

  private static func parts(
    _ part: Part, _ session: Session, progress: (String) -> Void
  ) -> Parts {
    var parts = Parts()
    switch part {
    case .outcomeAndForms:
      parts.outcome = Result { () throws(FileError) in
        let outcome = try session.check(progress)
        let forms = Result { () throws(FileError) in
          try session.closedForms(outcome, [], progress)
        }
        return (outcome, forms)
      }
    case .stages:
      parts.stages = Result { () throws(FileError) in try session.stages([], progress) }
    case .facts: parts.facts = Result { () throws(FileError) in try session.facts() }
    case .figures: parts.figures = Result { () throws(FileError) in try session.figures(nil) }
    }
    return parts
  }
}
