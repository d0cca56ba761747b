import Reports

extension Console {
  /// Writes a result to a file and says so, or to standard output where none is named.
  func deliver(_ text: String, to path: String?) throws(Stop) {
    guard let path else { return try print(text) }
    try replace(path, with: text)
    try print("\(TextLayout.oneLine(path)) written\n")
  }

  /// Writes a file, whether it was there or not.
  func replace(_ path: String, with text: String) throws(Stop) {
    do { try CheckedWriter.replaceFile(at: locate(path), with: text) } catch {
      throw .write(error)
    }
  }

  /// Writes a file that was not there.
  func create(_ path: String, with text: String) throws(Stop) {
    do {
      try CheckedWriter.createFile(at: locate(path), with: text)
    } catch {
      if error.isAlreadyThere { throw .fileExists(path) }
      throw .write(error)
    }
  }
}
