#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Output could not be written: what was tried, where, and what the system said.
package struct WriteError: Error, Hashable, Sendable {
  package enum Step: String, Hashable, Sendable {
    case makeFolder = "make the folder"
    case create = "create"
    case write = "write"
    case synchronise = "save"
    case replace = "replace"
  }

  package var step: Step
  /// A path, or `standard output`.
  package var target: String
  /// The system's `errno`.
  package var code: Int32

  package init(step: Step, target: String, code: Int32) {
    self.step = step
    self.target = target
    self.code = code
  }

  package var message: String {
    "could not \(step.rawValue) \(target): \(String(cString: strerror(code)))"
  }
}

/// Writes every byte or says why not.
///
/// `print` on a full disk succeeds silently, and a file half written is worse than none: so output
/// goes through `write` loops, and files through a temporary one that takes the old one's place.
package enum CheckedWriter {
  /// A pipe closed by its reader is an error to report, not a signal to die of.
  package static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes `text` to an open descriptor, such as standard output.
  package static func write(
    _ text: String, to descriptor: Int32, named target: String
  ) throws(WriteError) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        systemWrite(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        written += count
        continue
      }
      let code = count == 0 ? EIO : errno
      switch code {
      case EINTR: continue
      case EAGAIN: waitUntilWritable(descriptor)
      default: throw WriteError(step: .write, target: target, code: code)
      }
    }
  }

  /// Puts `text` in place of the file at `path`, all or nothing: a temporary file in the same
  /// folder, saved to disk, then renamed. Permissions of an existing file are kept, symbolic links
  /// followed, missing folders made.
  package static func replaceFile(at path: String, with text: String) throws(WriteError) {
    let path = resolved(path)
    try makeFolder(of: path)
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      return try writeInPlace(path, text)
    }
    let (descriptor, temporary) = try createTemporary(beside: path)
    var isOpen = true
    do throws(WriteError) {
      if exists { fchmod(descriptor, status.st_mode & 0o7777) }
      try write(text, to: descriptor, named: path)
      guard fsync(descriptor) == 0 else {
        throw WriteError(step: .synchronise, target: path, code: errno)
      }
      isOpen = false
      guard close(descriptor) == 0 else {
        throw WriteError(step: .synchronise, target: path, code: errno)
      }
      guard rename(temporary, path) == 0 else {
        throw WriteError(step: .replace, target: path, code: errno)
      }
    } catch {
      if isOpen { close(descriptor) }
      unlink(temporary)
      throw error
    }
  }

  /// The path behind symbolic links.
  private static func resolved(_ path: String) -> String {
    guard let buffer = realpath(path, nil) else { return path }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// A device or pipe cannot be replaced.
  private static func writeInPlace(_ path: String, _ text: String) throws(WriteError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WriteError(step: .create, target: path, code: errno) }
    defer { close(descriptor) }
    try write(text, to: descriptor, named: path)
  }

  private static func makeFolder(of path: String) throws(WriteError) {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return }
    let folder = String(path[..<slash])
    guard !folder.isEmpty else { return }
    var status = stat()
    if stat(folder, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw WriteError(step: .makeFolder, target: folder, code: ENOTDIR)
      }
      return
    }
    try makeFolder(of: folder)
    // Somebody else may have made it meanwhile.
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw WriteError(step: .makeFolder, target: folder, code: errno)
    }
  }

  private static func createTemporary(
    beside path: String
  ) throws(WriteError) -> (descriptor: Int32, path: String) {
    for attempt in 0..<100 {
      let temporary = "\(path).\(getpid()).\(attempt).tmp"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST else { break }
    }
    throw WriteError(step: .create, target: path, code: errno)
  }

  private static func waitUntilWritable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&request, 1, -1)
  }
}

/// The system's `write`, whose name the type above uses itself.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
