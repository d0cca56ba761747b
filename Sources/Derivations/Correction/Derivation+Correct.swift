import Checking
import LaTeXMath

extension Derivation {
  /// After so many rounds what is still wrong stays wrong.
  private static let mostRounds = 4

  /// The document with its wrong lines put right: by their repairs, by the form of another line, or by what
  /// the model implies.
  ///
  /// Every change is read back and proved, and none is kept that makes another line worse.
  /// - Parameter progress: called with a few words now and then.
  /// - Throws: ``FileError`` if the file cannot be checked.
  public func correct(progress: (String) -> Void) throws(FileError) -> Correction {
    let before = try check(progress: progress)
    var attempt = Attempt(derivation: self, outcome: before)
    var changes: [Int: Corrector.Proposal] = [:]
    for round in 1...Self.mostRounds {
      progress("correcting, round \(round)")
      var corrector = try Corrector(attempt.derivation, attempt.outcome)
      // Slips in definitions first, one by one; lines only where these bring nothing.
      var (next, kept) = attempt.with(corrector.definitions(), oneByOne: true, progress)
      if kept.isEmpty {
        (next, kept) = attempt.with(try corrector.lines(), oneByOne: false, progress)
      }
      if kept.isEmpty { break }
      // In the numbers of the lines as given.
      let now = partners(in: attempt.derivation) ?? []
      for proposal in kept {
        for number in now.indices where proposal.lines.contains(now[number]) {
          changes[number] = proposal
        }
      }
      attempt = next
      // With repairs again, for the next round.
      attempt.outcome = try attempt.derivation.checkLines(progress: progress)
    }
    let after = try attempt.derivation.check { progress("the corrected document, \($0)") }
    return Correction(
      text: attempt.derivation.base.document.source.whole,
      entries: entries(attempt.derivation, before, changes), before: before, after: after)
  }

  /// What reads otherwise in another version of this document, each printed formula once.
  private func entries(
    _ other: Derivation, _ before: Outcome, _ changes: [Int: Corrector.Proposal]
  ) -> [Correction.Entry] {
    let source = base.document.source
    let after = other.base.document.source
    var result: [Correction.Entry] = []
    var places: [Range<Int>: Int] = [:]
    let partners = partners(in: other) ?? []
    for (number, partner) in partners.enumerated() {
      let (line, new) = (lines[number], other.lines[partner])
      guard let right = line.right, let corrected = new.right,
        source.text(right.range) != after.text(corrected.range)
      else { continue }
      if let known = places[right.range] {
        result[known].lines.append(number)
        continue
      }
      places[right.range] = result.count
      var origin = changes[number]?.source ?? .repair
      // What was put into another line before is not what that line prints.
      if origin == .otherLine,
        !lines.contains(where: { other in
          other.position == line.position && other.left != line.left
            && other.right.map { source.text($0.range) } == after.text(corrected.range)
        })
      {
        origin = .derived
      }
      result.append(
        Correction.Entry(
          source: origin, repair: changes[number]?.repair, equations: [line.equation],
          subjects: [LineReader.cleaned(source.text(line.left.range))],
          printed: LineReader.cleaned(source.text(right.range)),
          corrected: LineReader.cleaned(after.text(corrected.range)), lines: [number],
          location: before.lines[number].location))
    }
    return orders(other, before, changes) + result
  }

  /// One entry for bases that are named in another order.
  private func orders(
    _ other: Derivation, _ before: Outcome, _ changes: [Int: Corrector.Proposal]
  ) -> [Correction.Entry] {
    let about = changes.keys.filter { changes[$0]?.source == .order }.sorted()
    guard !about.isEmpty else { return [] }
    var result: [Correction.Entry] = []
    var seen = Set<[String]>()
    for (own, new) in zip(base.notation.declarations, other.base.notation.declarations) {
      guard case .meaning(let meaning, _) = own.kind, case .meaning(let turned, _) = new.kind,
        let labels = meaning.productBasis, let order = turned.productBasis, labels != order,
        seen.insert(labels).inserted
      else { continue }
      var equations: [String] = []
      for number in about where !equations.contains(before.lines[number].equation) {
        equations.append(before.lines[number].equation)
      }
      result.append(
        Correction.Entry(
          source: .order, equations: equations, subjects: [],
          printed: Self.kets(labels), corrected: Self.kets(order), lines: about,
          location: base.document.source.location(own.range)))
    }
    return result
  }

  /// For each line the place of the same one in another version of the document; `nil` if one is lost.
  ///
  /// Where a ± becomes one sign, the readings with either sign have one partner.
  fileprivate func partners(in other: Derivation) -> [Int]? {
    let new = Dictionary(grouping: other.lines.indices) { other.statements[$0] }
    let old = Dictionary(grouping: lines.indices) { statements[$0] }
    var result = Array(repeating: 0, count: lines.count)
    for (statement, numbers) in old {
      guard let candidates = new[statement] else { return nil }
      var used: [String: Int] = [:]
      for (place, number) in numbers.enumerated() {
        let subject = lines[number].subject
        // The left side of a link of a chain changes with the link before it.
        let same = candidates.filter { other.lines[$0].subject == subject }
        if same.isEmpty {
          guard candidates.count == numbers.count else { return nil }
          result[number] = candidates[place]
        } else {
          result[number] = same[min(used[subject, default: 0], same.count - 1)]
          used[subject, default: 0] += 1
        }
      }
    }
    return result
  }

  private struct Statement: Hashable {
    var position: Int
    var number: Int
  }

  /// For each line which statement of which display it is.
  private var statements: [Statement] {
    var result: [Statement] = []
    for (number, line) in lines.enumerated() {
      var place = 0
      if let last = result.last, last.position == line.position {
        place = last.number + (lines[number - 1].range == line.range ? 0 : 1)
      }
      result.append(Statement(position: line.position, number: place))
    }
    return result
  }

  private static func kets(_ labels: [String]) -> String {
    labels.map { "|\($0)\\rangle" }.joined(separator: ", ")
  }
}

/// A version of a document with what checking its lines said.
private struct Attempt {
  var derivation: Derivation
  var outcome: Outcome

  /// The version with those proposals that are good together: each proves its lines, fewer lines are wrong,
  /// and none is worse than before.
  func with(
    _ proposals: [Corrector.Proposal], oneByOne: Bool, _ progress: (String) -> Void
  ) -> (Attempt, kept: [Corrector.Proposal]) {
    guard !proposals.isEmpty else { return (self, []) }
    if !oneByOne {
      if let all = trying(proposals, progress) { return (all, proposals) }
      guard proposals.count > 1 else { return (self, []) }
    }
    // Each on top of those that were good.
    var kept: [Corrector.Proposal] = []
    var best = self
    for proposal in proposals {
      guard let next = trying(kept + [proposal], progress), next.wrong < best.wrong else {
        continue
      }
      best = next
      kept.append(proposal)
    }
    return (best, kept)
  }

  /// How far all lines together are from being right.
  private var wrong: Int { outcome.lines.reduce(0) { $0 + $1.verdict.rank } }

  private func trying(
    _ proposals: [Corrector.Proposal], _ progress: (String) -> Void
  ) -> Attempt? {
    let source = derivation.base.document.source
    let edits = proposals.flatMap(\.edits).sorted { $0.range.lowerBound < $1.range.lowerBound }
    // Edits of one proposal are made together; two proposals never meet.
    for (first, second) in zip(edits, edits.dropFirst())
    where first.range.upperBound > second.range.lowerBound {
      return nil
    }
    let text = TextEdit.apply(edits, to: source.whole)
    guard let changed = try? Derivation(bytes: Array(text.utf8), file: source.file),
      let partners = derivation.partners(in: changed),
      let now = try? changed.verdicts(progress: progress)
    else { return nil }
    let isNoWorse = zip(outcome.lines, partners).allSatisfy { line, partner in
      now.lines[partner].verdict.rank <= line.verdict.rank
    }
    let isRight = proposals.flatMap(\.lines).allSatisfy { number in
      now.lines[partners[number]].verdict.rank == 0
    }
    let next = Attempt(derivation: changed, outcome: now)
    guard isNoWorse, isRight, next.wrong < wrong else { return nil }
    return next
  }
}

extension Verdict {
  /// How far a line is from being right.
  fileprivate var rank: Int {
    switch self {
    case .proved, .defined: 0
    case .convention: 1
    case .undecided, .unreadable: 2
    case .undefined, .refuted: 3
    }
  }
}
