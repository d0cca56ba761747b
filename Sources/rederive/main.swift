import Reports

CrashGuard.install()
CheckedWriter.ignoreBrokenPipes()
let status = Program.run(Array(CommandLine.arguments.dropFirst()), console: .standard)
ExitCode.leave(with: status)
