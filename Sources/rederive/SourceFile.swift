import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file given by the user: its path as given, and its bytes.
package struct SourceFile: Hashable, Sendable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// No paper is longer; a file that is would only use up the memory.
  package static let limit = 64 * 1024 * 1024

  /// Why a file could not be read.
  package enum Failure: Error, Hashable, Sendable {
    case system(path: String, code: Int32)
    case isFolder(path: String)
    case isTooLarge(path: String)

    package var message: String {
      switch self {
      case .system(let path, ENOENT): "no such file: \(TextLayout.oneLine(path))"
      case .system(let path, let code):
        "cannot read \(TextLayout.oneLine(path)): \(String(cString: strerror(code)))"
      case .isFolder(let path): "\(TextLayout.oneLine(path)) is a folder, not a derivation file"
      case .isTooLarge(let path):
        "\(TextLayout.oneLine(path)) is larger than \(SourceFile.limit / 1_048_576) MiB"
      }
    }

    /// Whether there simply is no such file.
    package var isAbsence: Bool {
      switch self {
      case .system(_, let code): code == ENOENT || code == ENOTDIR
      case .isFolder, .isTooLarge: false
      }
    }

    package var status: ExitCode {
      switch self {
      case .system, .isFolder: .noFile
      case .isTooLarge: .badFile
      }
    }
  }

  /// The file at `path`; `-` is standard input.
  package init(readingFrom path: String, console: Console) throws(Failure) {
    guard path != "-" else {
      self.init(path: CheckedFile.standardInput, bytes: try console.readInput())
      return
    }
    let descriptor = open(console.locate(path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.system(path: path, code: errno) }
    defer { close(descriptor) }
    self.init(path: path, bytes: try Self.readAll(from: descriptor, path: path))
  }

  package static func readAll(from descriptor: Int32, path: String) throws(Failure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path: path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder(path: path) }
    guard status.st_size <= limit else { throw .isTooLarge(path: path) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .system(path: path, code: errno)
      }
      bytes += chunk[..<count]
      // A pipe or device tells no size beforehand.
      guard bytes.count <= limit else { throw .isTooLarge(path: path) }
    }
  }

  /// Whether both paths lead to one file that exists.
  package static func isSame(_ a: String, _ b: String, console: Console) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(console.locate(a), &first) == 0, stat(console.locate(b), &second) == 0 else {
      return false
    }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Names in a folder, sorted by their bytes; `nil` if there is no such folder.
  package static func names(in folder: String, console: Console) -> [String]? {
    guard let stream = opendir(console.locate(folder)) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)
        ) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The derivation files of a folder, by name without extension; `nil` if there is no such folder.
  package static func derivations(in folder: String, console: Console) -> [String]? {
    names(in: folder, console: console)?
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }
      .map { String($0.dropLast(3)) }
  }
}
