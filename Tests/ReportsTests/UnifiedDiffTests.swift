import Reports
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, context: Int = 3) -> String {
    UnifiedDiff.render(old: old, new: new, oldName: "a", newName: "b", context: context)
  }

  @Test(arguments: ["", "a\n", "a", "a\nb\n\nc"])
  func equalTextsDoNotDiffer(text: String) {
    #expect(diff(text, text).isEmpty)
  }

  @Test func oneChange() {
    let old = (1...9).map { "\($0)\n" }.joined()
    #expect(
      diff(old, old.replacing("5", with: "five")) == """
        --- a
        +++ b
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func farChangesAreTwoHunks() {
    let old = (1...30).map { "\($0)\n" }.joined()
    let new = old.replacing("\n3\n", with: "\n").replacing("\n28\n", with: "\n28\nx\n")
    let text = diff(old, new, context: 1)
    #expect(text.contains("@@ -2,3 +2,2 @@\n 2\n-3\n 4\n@@ -28,2 +27,3 @@\n 28\n+x\n 29\n"))
  }

  @Test func fromNothingAndToNothing() {
    #expect(diff("", "a\nb\n") == "--- a\n+++ b\n@@ -0,0 +1,2 @@\n+a\n+b\n")
    #expect(diff("a\n", "") == "--- a\n+++ b\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test func theLastNewlineCounts() {
    #expect(
      diff("a\n", "a")
        == "--- a\n+++ b\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n")
  }

  /// To Swift, é and é are the same `String`; to a golden file they are not.
  @Test func bytesAreCompared() {
    #expect(diff("\u{E9}\n", "e\u{301}\n").contains("\n-"))
    #expect(diff("a\r\n", "a\n").contains("\n-"))
  }

  /// Applying the patch to the old text gives the new one.
  @Test(arguments: 0..<300)
  func aPatchLeadsFromOldToNew(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let old = text(&random)
    let new = Bool.random(using: &random) ? text(&random) : mutated(old, &random)
    let patch = diff(old, new, context: Int.random(in: 0...4, using: &random))
    #expect(apply(patch, to: old) == Array(new.utf8), "seed \(seed)")
    #expect(apply(diff(new, old), to: new) == Array(old.utf8), "seed \(seed)")
  }

  private func text(_ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...25, using: &random)
    let lines = (0..<count).map { _ in ["a", "b", "c", "", "é"].randomElement(using: &random) ?? ""
    }
    return lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
  }

  private func mutated(_ text: String, _ random: inout SeededGenerator) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...lines.count, using: &random)
      if place < lines.count, Bool.random(using: &random) {
        lines.remove(at: place)
      } else {
        lines.insert("x", at: place)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// An independent reading of the unified format.
  private func apply(_ patch: String, to old: String) -> [UInt8] {
    let oldLines = lines(Array(old.utf8))
    var result: [[UInt8]] = []
    var next = 0
    var lastWasKept = false
    for line in lines(Array(patch.utf8)) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("---") || text.hasPrefix("+++") { continue }
      if text.hasPrefix("@@") {
        let numbers = text.split(separator: " ")[1].dropFirst().split(separator: ",")
        let isEmpty = numbers.count == 2 && numbers[1] == "0"
        let start = (Int(numbers[0]) ?? 0) - (isEmpty ? 0 : 1)
        result += oldLines[next..<start]
        next = start
      } else if text.hasPrefix("\\") {
        // The newline belongs to the patch, not to the line; a deleted line is not in the result.
        if lastWasKept { result[result.count - 1].removeLast() }
      } else if text.hasPrefix("-") {
        next += 1
        lastWasKept = false
      } else {
        if text.hasPrefix(" ") { next += 1 }
        result.append(Array(line.dropFirst()))
        lastWasKept = true
      }
    }
    return (result + oldLines[next...]).flatMap(\.self)
  }

  private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    for byte in bytes {
      lines[lines.count - 1].append(byte)
      if byte == 0x0A { lines.append([]) }
    }
    return lines.filter { !$0.isEmpty }
  }
}

@Suite struct LineEditsTests {
  /// Length of a longest common subsequence, by the quadratic table.
  private func longestCommon(_ old: [Int], _ new: [Int]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for a in old {
      var diagonal = 0
      for (j, b) in new.enumerated() {
        let above = row[j + 1]
        row[j + 1] = a == b ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[new.count]
  }

  @Test(arguments: 0..<300)
  func editsAreShortestAndInOrder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let old = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      Int.random(in: 0...3, using: &random)
    }
    let new = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      Int.random(in: 0...3, using: &random)
    }
    let edits = LineEdits(from: (old, new)).edits
    #expect(edits.count(where: \.isKept) == longestCommon(old, new), "seed \(seed)")
    var oldOrder: [Int] = []
    var newOrder: [Int] = []
    for edit in edits {
      switch edit {
      case .keep(let i, let j):
        #expect(old[i] == new[j])
        oldOrder.append(i)
        newOrder.append(j)
      case .delete(let i): oldOrder.append(i)
      case .insert(let j): newOrder.append(j)
      }
    }
    #expect(oldOrder == Array(old.indices) && newOrder == Array(new.indices), "seed \(seed)")
  }

  @Test func tooManyDifferencesReplaceTheMiddle() {
    let count = 2 * LineEdits.mostDifferences
    let edits = LineEdits(from: ([0] + (1...count), [0] + (count + 1...2 * count))).edits
    #expect(edits.first == .keep(old: 0, new: 0))
    #expect(edits.count == 1 + 2 * count)
  }
}
