import Derivations

/// One file that was checked, for reports that point into it.
package struct CheckedFile: Hashable, Sendable {
  /// What standard input is called.
  package static let standardInput = "<stdin>"

  /// The file as the user named it.
  package var path: String
  package var source: [UInt8]
  package var outcome: Outcome

  package init(path: String, source: [UInt8], outcome: Outcome) {
    self.path = path
    self.source = source
    self.outcome = outcome
  }

  package var isStandardInput: Bool { path == Self.standardInput }
}
