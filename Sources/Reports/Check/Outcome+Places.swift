import Derivations

extension Outcome {
  /// The same outcome with every place in the file `file`.
  package func placed(in file: String) -> Outcome {
    var outcome = self
    for index in outcome.lines.indices { outcome.lines[index].place(in: file) }
    for index in outcome.diagnostics.indices { outcome.diagnostics[index].location.file = file }
    for index in outcome.findings.indices {
      for place in outcome.findings[index].locations.indices {
        outcome.findings[index].locations[place].file = file
      }
    }
    for index in outcome.claims.indices { outcome.claims[index].location.file = file }
    return outcome
  }
}

extension LineOutcome {
  fileprivate mutating func place(in file: String) {
    location.file = file
    mark?.file = file
    for index in repairs.indices {
      repairs[index].range.file = file
      for change in repairs[index].changes.indices {
        repairs[index].changes[change].location.file = file
      }
    }
  }
}
