#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file being written that takes its place all at once, or not at all.
///
/// The bytes go to a temporary file in the same folder; ``commit()`` saves it to disk and renames it.
/// Where the system can, the temporary file has no name until then, so that even a killed process
/// leaves nothing. Permissions of an existing file are kept, symbolic links followed, missing folders
/// made. A device or a pipe cannot be replaced and is written to as it is.
package struct ReplacementFile: ~Copyable {
  /// The path behind symbolic links.
  private let path: String
  private let descriptor: Int32
  /// What is removed if nothing comes of it; `nil` for a file without a name and for a device.
  private var temporary: String?
  private let isDevice: Bool
  private var isOpen = true
  /// The number of bytes written one after the other.
  package private(set) var count = 0

  package init(replacing path: String) throws(WriteError) {
    let path = Self.resolved(path)
    let opened = try Self.open(path)
    self.path = path
    descriptor = opened.descriptor
    temporary = opened.temporary
    isDevice = opened.isDevice
  }

  package mutating func write(_ bytes: [UInt8]) throws(WriteError) {
    try CheckedWriter.write(bytes, to: descriptor, named: path)
    count += bytes.count
  }

  /// Writes at a place, which may lie behind what was written so far; a pipe refuses.
  package mutating func write(_ bytes: [UInt8], at place: Int) throws(WriteError) {
    try CheckedWriter.write(bytes, to: descriptor, at: place, named: path)
  }

  /// Puts the file in its place, or in an empty place only.
  package consuming func commit(replaces: Bool = true) throws(WriteError) {
    if isDevice { return }
    guard fsync(descriptor) == 0 else {
      throw WriteError(step: .synchronise, target: path, code: errno)
    }
    if temporary == nil { temporary = try Self.name(descriptor, beside: path) }
    isOpen = false
    guard close(descriptor) == 0 else {
      throw WriteError(step: .synchronise, target: path, code: errno)
    }
    if !replaces, let temporary {
      // A second name for the file, which the system gives to nobody else at once.
      if link(temporary, path) == 0 { return }
      guard errno != EEXIST else { throw WriteError(step: .create, target: path, code: EEXIST) }
      try Self.reserve(path)
    }
    guard let temporary, rename(temporary, path) == 0 else {
      throw WriteError(step: .replace, target: path, code: errno)
    }
    self.temporary = nil
  }

  deinit {
    if isOpen { close(descriptor) }
    if let temporary { unlink(temporary) }
  }

  /// Takes an empty place where the system knows no second names: with an empty file.
  private static func reserve(_ path: String) throws(WriteError) {
    let descriptor = systemOpen(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw WriteError(step: .create, target: path, code: errno) }
    close(descriptor)
  }

  // MARK: The file system

  private static func open(
    _ path: String
  ) throws(WriteError) -> (descriptor: Int32, temporary: String?, isDevice: Bool) {
    try makeFolder(of: path)
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = systemOpen(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw WriteError(step: .create, target: path, code: errno) }
      return (descriptor, nil, true)
    }
    let (descriptor, temporary) = try create(beside: path)
    if exists { fchmod(descriptor, status.st_mode & 0o7777) }
    return (descriptor, temporary, false)
  }

  private static func resolved(_ path: String) -> String {
    guard let buffer = realpath(path, nil) else { return path }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  private static func folder(of path: String) -> String? {
    path.utf8.lastIndex(of: 0x2F).map { String(path[..<$0]) }
  }

  private static func makeFolder(of path: String) throws(WriteError) {
    guard let folder = folder(of: path), !folder.isEmpty else { return }
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

  /// An empty file, with its path if it has one.
  private static func create(beside path: String) throws(WriteError) -> (Int32, String?) {
    if let descriptor = openUnnamed(beside: path) { return (descriptor, nil) }
    return try createTemporary(beside: path)
  }

  /// A file without a name in the folder of `path`; `nil` where the system has none.
  private static func openUnnamed(beside path: String) -> Int32? {
    #if os(Linux)
      let folder = folder(of: path).map { $0.isEmpty ? "/" : $0 } ?? "."
      // O_TMPFILE of fcntl.h, a macro that is not imported.
      let flags = 0o20000000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC
      let descriptor = systemOpen(folder, flags, 0o666)
      // It gets its name through /proc.
      if descriptor >= 0, access(procPath(descriptor), F_OK) == 0 { return descriptor }
      if descriptor >= 0 { close(descriptor) }
    #endif
    return nil
  }

  private static func procPath(_ descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  /// Gives a file without a name one beside `path`.
  private static func name(
    _ descriptor: Int32, beside path: String
  ) throws(WriteError) -> String {
    for attempt in 0..<100 {
      let temporary = temporaryPath(path, attempt)
      if linkat(AT_FDCWD, procPath(descriptor), AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0 {
        return temporary
      }
      guard errno == EEXIST else { break }
    }
    throw WriteError(step: .replace, target: path, code: errno)
  }

  private static func createTemporary(
    beside path: String
  ) throws(WriteError) -> (Int32, String?) {
    for attempt in 0..<100 {
      let temporary = temporaryPath(path, attempt)
      let descriptor = systemOpen(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST else { break }
    }
    throw WriteError(step: .create, target: path, code: errno)
  }

  private static func temporaryPath(_ path: String, _ attempt: Int) -> String {
    "\(path).\(getpid()).\(attempt).tmp"
  }
}

/// The system's `open`, whose name the type above uses itself.
private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
  open(path, flags, mode)
}
