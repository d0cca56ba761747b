import LaTeXMath

/// Edits that give a printed formula the wanted value at a point; still to be proved.
struct RepairProposal {
  var edits: [SlipEdit]
  var cost: Int

  var changes: [TextEdit] {
    edits.flatMap(\.changes).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  /// Whether the edits can all be made in one text.
  var isConsistent: Bool {
    zip(changes, changes.dropFirst()).allSatisfy { first, second in
      first.range.upperBound <= second.range.lowerBound
    }
  }

  var weight: Int { edits.reduce(0) { $0 + $1.weight } }
}
