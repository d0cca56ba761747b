import LaTeXMath

/// Edits that give a printed formula the wanted value at a point; still to be proved.
struct RepairProposal {
  var edits: [SlipEdit]
  var cost: Int

  /// In the order of the source; what is put in at one place keeps the order of the edits, but for a
  /// sign and a number, which reads `-2 x`.
  var changes: [TextEdit] {
    var result = edits.flatMap(\.changes).enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }.map(\.element)
    for place in result.indices.dropFirst() where result[place].isSign {
      guard result[place - 1].isNumber, result[place - 1].range == result[place].range else {
        continue
      }
      result.swapAt(place - 1, place)
    }
    return result
  }

  /// Whether the edits can all be made in one text.
  var isConsistent: Bool {
    zip(changes, changes.dropFirst()).allSatisfy { first, second in
      first.range.upperBound <= second.range.lowerBound
    }
  }

  /// The repair of a right side that reads as `latex` with these changes, as proved.
  ///
  /// - Parameter changes: those of the proposal, or what stands for them; `nil` if there are none.
  func repair(
    _ changes: [TextEdit], latex: String, under: [String] = [], in source: SourceText
  ) -> Repair? {
    guard let first = changes.first, let last = changes.last else { return nil }
    let slips = edits.sorted {
      ($0.changes.first?.range.lowerBound ?? 0) < ($1.changes.first?.range.lowerBound ?? 0)
    }
    return Repair(
      edits: cost, slips: slips.map(\.slip), latex: latex, unique: true, verdict: .proved,
      under: under, range: source.location(first.range.lowerBound..<last.range.upperBound),
      changes: changes.map {
        Repair.Change(
          location: source.location($0.range), printed: source.text($0.range),
          replacement: $0.replacement)
      })
  }

  var weight: Int { edits.reduce(0) { $0 + $1.weight } }
}

extension TextEdit {
  /// A sign that is put in.
  fileprivate var isSign: Bool { range.isEmpty && ["-", "- ", "+ "].contains(replacement) }

  /// A factor of two that is put in.
  fileprivate var isNumber: Bool {
    range.isEmpty && ["2 ", "\\frac{1}{2} "].contains(replacement)
  }
}
