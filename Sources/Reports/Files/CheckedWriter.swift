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

  /// Whether a file was to be made where one is.
  package var isAlreadyThere: Bool { step == .create && code == EEXIST }

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
    try write(Array(text.utf8), to: descriptor, named: target)
  }

  /// Writes all bytes to an open descriptor, or at a place of a file if one is given.
  package static func write(
    _ bytes: [UInt8], to descriptor: Int32, at place: Int? = nil, named target: String
  ) throws(WriteError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { rest in
        if let place {
          pwrite(descriptor, rest.baseAddress, rest.count, off_t(place + written))
        } else {
          systemWrite(descriptor, rest.baseAddress, rest.count)
        }
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

  /// Puts `text` in place of the file at `path`, all or nothing; see ``ReplacementFile``.
  package static func replaceFile(at path: String, with text: String) throws(WriteError) {
    var file = try ReplacementFile(replacing: path)
    try file.write(Array(text.utf8))
    try file.commit()
  }

  /// Puts `text` in a file at `path` that was not there, all or nothing; a file that is there, a link
  /// to nowhere included, is left as it is, with the code `EEXIST`; a device or a pipe is written to.
  package static func createFile(at path: String, with text: String) throws(WriteError) {
    var status = stat()
    let isFree = lstat(path, &status) != 0
    let isDevice =
      stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    guard isFree || isDevice else {
      throw WriteError(step: .create, target: path, code: EEXIST)
    }
    var file = try ReplacementFile(replacing: path)
    try file.write(Array(text.utf8))
    try file.commit(replaces: false)
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
