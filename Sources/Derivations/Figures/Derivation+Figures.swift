extension Derivation {
  /// The numbers of a figure, or of all of them in the order of the file.
  ///
  /// - Throws: ``FileError`` for a figure that is not declared or cannot be computed.
  public func figures(named name: String?) throws(FileError) -> [FigureData] {
    var contexts = try Contexts(self)
    try contexts.validateModel()
    if let name, !figures.contains(where: { $0.name == name }) {
      let near = Suggestion.nearest(to: name, among: figures.map(\.name))
      throw FileError([
        base.document.source.diagnostic(
          "unknown-figure", "no figure \(name) is declared",
          help: near.map { "did you mean \($0)?" }
            ?? (figures.isEmpty
              ? "declare it with 'figure \(name): plot … against …'"
              : "declared: \(figures.map(\.name).joined(separator: ", "))"), at: 0..<0)
      ])
    }
    var result: [FigureData] = []
    for figure in figures where name == nil || figure.name == name {
      let plan = try FigurePlan(self, figure, &contexts, readings: [.derived, .printed])
      result.append(plan.data())
    }
    return result
  }
}
