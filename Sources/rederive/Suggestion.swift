/// The nearest of a few known words, for a word that is not one of them.
package enum Suggestion {
  /// The candidate with the fewest slips, if they are few for its length; the first one on a tie.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let word = word.lowercased()
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = candidate.lowercased()
      // A beginning, such as `eval`, is meant for the whole.
      let isBeginning = word.count >= 2 && other.hasPrefix(word)
      let distance = isBeginning ? 1 : editDistance(word, other)
      let allowed = max(1, min(word.count, other.count) / 3)
      guard distance <= allowed, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// Insertions, deletions, replacements and exchanges of neighbours that lead from one word to the
  /// other (optimal string alignment); O(mn).
  package static func editDistance(_ first: String, _ second: String) -> Int {
    let first = Array(first.prefix(200))
    let second = Array(second.prefix(200))
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for i in 0..<first.count {
      var row = [i + 1]
      for j in 0..<second.count {
        var cost = min(
          previous[j + 1] + 1, row[j] + 1, previous[j] + (first[i] == second[j] ? 0 : 1))
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          cost = min(cost, beforePrevious[j - 1] + 1)
        }
        row.append(cost)
      }
      beforePrevious = previous
      previous = row
    }
    return previous[second.count]
  }
}
