import Derivations

/// One file that was checked, for reports that point into it.
package struct CheckedFile: Hashable, Sendable {
  /// The file as the user named it.
  package var path: String
  package var source: [UInt8]
  package var outcome: Outcome

  package init(path: String, source: [UInt8], outcome: Outcome) {
    self.path = path
    self.source = source
    self.outcome = outcome
  }
}
