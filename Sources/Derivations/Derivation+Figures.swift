extension Derivation {
  /// The figures that the file declares, or the one of that number.
  public func figures(named name: String?) throws(FileError) -> [FigureData] { [] }

  /// The table over a grid that a user asks for.
  public func sweep(_ request: SweepRequest) throws(FileError) -> Sweep {
    let place = Location(file: name, line: 1, column: 1, endLine: 1, endColumn: 1)
    throw FileError([
      FileDiagnostic(code: "sweep", message: "sweeps cannot be computed yet", location: place)
    ])
  }
}
