import Foundation
import Reports

/// Why nothing more can be measured.
enum Failure: Error, Hashable, Sendable {
  case noFile(String)
  case badFile(String, String)
  case write(WriteError)

  var status: Status {
    switch self {
    case .noFile: .noFile
    case .badFile: .badFile
    case .write: .outputFailed
    }
  }

  var text: String {
    switch self {
    case .noFile(let path):
      return "error: cannot read \(TextLayout.oneLine(path))\n"
        + " = help: run measure in the package's folder\n"
    case .badFile(let path, let why):
      return "error: \(TextLayout.oneLine(path)): \(TextLayout.oneLine(why))\n"
    case .write(let error): return "error: \(TextLayout.oneLine(error.message))\n"
    }
  }
}

/// Reads a whole file.
func contents(of path: String) throws(Failure) -> Data {
  do { return try Data(contentsOf: URL(fileURLWithPath: path)) } catch { throw .noFile(path) }
}
