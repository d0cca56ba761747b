/// The nearest known word, for messages.
package enum Suggestion {
  /// The candidate with the fewest slips, if they are few for its length; the first one on a tie.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let word = word.lowercased()
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = candidate.lowercased()
      // A beginning, such as `eval`, is meant for the whole.
      let isBeginning = word.count >= 2 && other.hasPrefix(word)
      let slips = isBeginning ? 1 : distance(word, other)
      guard slips <= max(1, min(word.count, other.count) / 3), slips < other.count,
        slips < best?.distance ?? .max
      else { continue }
      best = (candidate, slips)
    }
    return best?.candidate
  }

  /// The candidate nearest to as many words at the start of the text as it has itself.
  static func nearestPrefix(of text: String, among candidates: [String]) -> String? {
    let words = text.split(separator: " ")
    return candidates.map { candidate in
      let count = candidate.split(separator: " ").count
      return (candidate, distance(words.prefix(count).joined(separator: " "), candidate))
    }
    .filter { $0.1 <= max(1, $0.0.count / 3) }
    .min { $0.1 < $1.1 }?.0
  }

  /// Levenshtein's distance with adjacent transpositions counted once.
  package static func distance(_ a: String, _ b: String) -> Int {
    let x = Array(a.prefix(64))
    let y = Array(b.prefix(64))
    var before: [Int] = []
    var last = Array(0...y.count)
    for i in x.indices {
      var row = [i + 1]
      for j in y.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (x[i] == y[j] ? 0 : 1))
        if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      before = last
      last = row
    }
    return last[y.count]
  }
}
