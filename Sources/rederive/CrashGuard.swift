#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns a trap of ours, such as an overflow of integers or of the stack, into a sentence and
/// status 70.
///
/// Only what POSIX allows inside a signal handler is called: `write` and `_exit`.
enum CrashGuard {
  /// Set `SWIFT_BACKTRACE` to see where it happened: then the runtime's own handler stays.
  static func install() {
    guard getenv("SWIFT_BACKTRACE") == nil else { return }
    // A full stack leaves the handler no room: it gets its own.
    let size = 64 * 1024
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
      var action = sigaction()
      #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = report
      #else
        action.__sigaction_handler.sa_handler = report
      #endif
      action.sa_flags = SA_ONSTACK
      sigaction(number, &action, nil)
    }
  }

  private static let report: @convention(c) (Int32) -> Void = { _ in
    let text: StaticString = """
      error[internal]: rederive stopped at a bug of its own; its output is not complete
       = help: please report it with the file and the command; SWIFT_BACKTRACE=enable=yes shows where

      """
    _ = write(2, text.utf8Start, text.utf8CodeUnitCount)
    _exit(70)
  }
}
