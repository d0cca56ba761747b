import Derivations

/// The outcome of a check as workflow commands: annotations at the lines of a pull request, and the
/// summary of each file as a notice.
package enum CheckGitHub {
  /// `folder` is the one the command runs in: paths are relative to it.
  package static func render(_ files: [CheckedFile], folder: String) -> String {
    let style = TextStyle()
    var text = ""
    for file in files {
      let path =
        file.isStandardInput ? nil : ArtifactPath.relative(file.path, to: folder)
      for line in file.outcome.lines {
        guard let message = Message(line, style: style) else { continue }
        text += command(message, place: line.place, path: path)
      }
      for finding in file.outcome.findings {
        text += command(
          Message(finding, style: style), place: finding.locations.first, path: path)
      }
      let summary = CheckText.summary(of: file.outcome.summary, style: style)
      let title = property("rederive check \(path ?? file.path)")
      text += "::notice title=\(title)::\(data(summary))\n"
    }
    return text
  }

  /// `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message`
  private static func command(_ message: Message, place: Location?, path: String?) -> String {
    var properties: [String] = []
    // What no tool can open has no place.
    if let path { properties.append("file=\(property(path))") }
    if path != nil, let place {
      properties += ["line=\(place.line)", "col=\(place.column)", "endLine=\(place.endLine)"]
      // Columns of another line are not allowed.
      if place.endLine == place.line { properties.append("endColumn=\(place.endColumn)") }
    }
    properties.append("title=\(property("\(message.code.rawValue) \(message.title)"))")
    let says = message.details.isEmpty ? [message.title] : message.details
    return "::\(message.code.severity.word) \(properties.joined(separator: ","))"
      + "::\(data(says.joined(separator: "\n")))\n"
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}

extension LineOutcome {
  /// Where an annotation of the line points: at what the first repair changes, the sub-expression that
  /// differs, or the whole line.
  var place: Location { repairs.first?.range ?? mark ?? location }
}
