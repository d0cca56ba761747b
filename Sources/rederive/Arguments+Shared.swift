import Reports

/// What several commands take.
extension Arguments {
  var color: ColorChoice { choice("color", as: ColorChoice.self, default: .auto) }

  /// What `--given` restricts the model to.
  func restrictions() throws(Stop) -> [String] {
    do { return try ParameterList.restrictions(all("given")) } catch { throw .usage(error) }
  }
}
