import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A process that is run to its end or stopped at a limit.
struct Subprocess {
  /// A name that is looked up in the path, or a path with a slash, and the words behind it.
  var command: [String]
  /// What it reads.
  var input = ""
  /// Seconds after which it is killed.
  var limit = 60.0

  /// What became of it.
  struct Outcome {
    /// The exit status; `nil` for a process that a signal ended.
    var status: Int32?
    var isTimeout = false
    var output: Data
    var errors: Data
    /// Wall-clock seconds from start to end, to a fifth of a millisecond.
    var seconds: Double
    /// Seconds of processor time in the program itself.
    var userSeconds: Double
    /// The largest memory at any time, in bytes.
    ///
    /// Linux counts the memory of the process that started it too, as it was then.
    var peakMemory: Int

    /// The last line of what it said on standard error.
    var lastWords: String {
      String(decoding: errors, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
    }
  }

  /// `nil` if it cannot be started.
  func run() -> Outcome? {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("measure-\(UUID().uuidString)")
    let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      try Data(input.utf8).write(to: files[0])
    } catch { return nil }
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ContinuousClock()
    let start = clock.now
    guard let process = spawn(files.map(\.path)) else { return nil }
    var status: Int32 = 0
    var usage = rusage()
    var isTimeout = false
    // Not blocking, so that no second thread is needed to keep the limit.
    while true {
      let ended = wait4(process, &status, WNOHANG, &usage)
      if ended == process { break }
      if ended < 0, errno != EINTR { return nil }
      if !isTimeout, start.duration(to: clock.now) > .seconds(limit) {
        isTimeout = true
        kill(process, SIGKILL)
      }
      usleep(200)
    }
    let seconds = start.duration(to: clock.now) / .seconds(1)
    #if canImport(Darwin)
      let memoryUnit = 1
    #else
      let memoryUnit = 1024
    #endif
    return Outcome(
      status: status & 0x7F == 0 ? status >> 8 & 0xFF : nil, isTimeout: isTimeout,
      output: (try? Data(contentsOf: files[1])) ?? Data(),
      errors: (try? Data(contentsOf: files[2])) ?? Data(), seconds: seconds,
      userSeconds: Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) * 1e-6,
      peakMemory: Int(usage.ru_maxrss) * memoryUnit)
  }

  /// Starts it with its streams at files.
  private func spawn(_ paths: [String]) -> pid_t? {
    guard let program = command.first else { return nil }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, path) in paths.enumerated() {
      let flags = descriptor == 0 ? O_RDONLY : O_WRONLY | O_CREAT
      posix_spawn_file_actions_addopen(&actions, Int32(descriptor), path, flags, 0o600)
    }
    let arguments = command.map { strdup($0) }
    let environment = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") }
    defer { for word in arguments + environment { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawnp(
      &process, program, &actions, nil, arguments + [nil], environment + [nil])
    return failure == 0 ? process : nil
  }
}
