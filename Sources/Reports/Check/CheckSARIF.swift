import Derivations

/// The outcome of a check as SARIF 2.1.0, the Static Analysis Results Interchange Format: one run over
/// all files.
package enum CheckSARIF {
  /// `version` is the program's; `folder` the one it runs in: paths are relative to it. `isComplete`
  /// says that every file could be checked.
  package static func render(
    _ files: [CheckedFile], version: String, folder: String, isComplete: Bool = true
  ) throws -> String {
    var fingerprints = Fingerprints()
    var results: [SARIFLog.Result] = []
    for file in files {
      var maker = ResultMaker(file, folder: folder)
      for line in file.outcome.lines { results += maker.result(line, &fingerprints) }
      for finding in file.outcome.findings { results.append(maker.result(finding, &fingerprints)) }
    }
    let rules = Explanation.all.map(SARIFLog.Rule.init)
    return try JSONText.render(
      SARIFLog(runs: [
        .init(version: version, rules: rules, isComplete: isComplete, results: results)
      ]))
  }
}

/// Makes the results of one file.
private struct ResultMaker {
  let derivation: String
  /// `nil` for standard input, which no tool can open.
  let uri: String?
  let source: SourceLines
  let style = TextStyle()

  init(_ file: CheckedFile, folder: String) {
    derivation = file.outcome.derivation
    uri =
      file.isStandardInput ? nil : ArtifactPath.uri(ArtifactPath.relative(file.path, to: folder))
    source = SourceLines(file.source)
  }

  /// None for a line that simply follows.
  mutating func result(
    _ line: LineOutcome, _ fingerprints: inout Fingerprints
  ) -> [SARIFLog.Result] {
    guard let message = Message(line, style: style) else { return [] }
    var result = result(
      message, at: [line.place],
      fingerprint: fingerprints.next(
        derivation: derivation, equations: [line.equation], subject: line.subject))
    let fixes = line.repairs.filter { $0.verdict == .proved && !$0.changes.isEmpty }
    if let uri, !fixes.isEmpty {
      result.fixes = fixes.map { fix($0, among: line.repairs, uri) }
    }
    return [result]
  }

  mutating func result(
    _ finding: Finding, _ fingerprints: inout Fingerprints
  ) -> SARIFLog.Result {
    let message = Message(finding, style: style)
    return result(
      message, at: finding.locations,
      fingerprint: fingerprints.next(
        derivation: derivation, equations: finding.equations, subject: "", code: message.code))
  }

  private func result(
    _ message: Message, at places: [Location], fingerprint: String
  ) -> SARIFLog.Result {
    let text = (["\(message.title)."] + message.details).joined(separator: " ")
    let locations = uri.map { uri in
      places.map { SARIFLog.Place(uri: uri, region: region($0)) }
    }
    let others = locations.map { Array($0.dropFirst()) } ?? []
    return SARIFLog.Result(
      ruleId: message.code.rawValue,
      ruleIndex: Code.allCases.firstIndex(of: message.code) ?? 0,
      level: message.code.severity.word,
      message: .init(text: plain(text)),
      locations: locations.map { Array($0.prefix(1)) } ?? [],
      relatedLocations: others.isEmpty ? nil : others,
      partialFingerprints: ["rederiveResult/v1": fingerprint])
  }

  private func fix(_ repair: Repair, among repairs: [Repair], _ uri: String) -> SARIFLog.Fix {
    SARIFLog.Fix(
      description: .init(text: plain(Wording.help(repair, among: repairs, style: style))),
      artifactChanges: [
        .init(
          artifactLocation: .init(uri: uri),
          replacements: repair.changes.map {
            .init(
              deletedRegion: region($0.location), insertedContent: .init(text: $0.replacement))
          })
      ])
  }

  private func region(_ place: Location) -> SARIFLog.Region {
    SARIFLog.Region(
      startLine: place.line,
      startColumn: source.codePointColumn(line: place.line, column: place.column),
      endLine: place.endLine,
      endColumn: source.codePointColumn(line: place.endLine, column: place.endColumn))
  }

  /// In messages braces are placeholders and `[…](…)` is a link: other brackets and a space say the
  /// same.
  private func plain(_ text: String) -> String {
    text.replacing("{", with: "(").replacing("}", with: ")").replacing("](", with: "] (")
  }
}
