/// What is said of one line, in the order in which it was found.
struct Remarks {
  private(set) var applied: [String] = []
  /// What it could not be compared with, and why: said where nothing else is.
  private(set) var open: [String] = []

  mutating func apply(_ remark: String) {
    if !applied.contains(remark) { applied.append(remark) }
  }

  mutating func leave(_ remark: String) {
    if !open.contains(remark) { open.append(remark) }
  }

  /// The notes of the line.
  var notes: [String] {
    if !applied.isEmpty { return applied }
    return open.isEmpty ? ["no law of consistency applies to it"] : open
  }
}
