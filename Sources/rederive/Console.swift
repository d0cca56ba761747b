import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a command's words go and what it knows of its surroundings.
package struct Console {
  /// Standard output; every failure is reported.
  package var write: (String) throws(WriteError) -> Void
  /// Standard error, for errors and progress; failures are ignored, there is nobody left to tell.
  package var complain: (String) -> Void
  package var environment: (String) -> String?
  package var outputIsTerminal: Bool
  package var errorIsTerminal: Bool
  /// Columns of the terminal.
  package var width: Int
  /// Reads standard input, for the file `-`.
  package var readInput: () throws(SourceFile.Failure) -> [UInt8]
  /// The folder that relative paths start from; empty for the process's own.
  package var folder: String

  package init(
    write: @escaping (String) throws(WriteError) -> Void, complain: @escaping (String) -> Void,
    environment: @escaping (String) -> String? = { _ in nil }, outputIsTerminal: Bool = false,
    errorIsTerminal: Bool = false, width: Int = 100,
    readInput: @escaping () throws(SourceFile.Failure) -> [UInt8] = { () in [] },
    folder: String = ""
  ) {
    self.write = write
    self.complain = complain
    self.environment = environment
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.width = width
    self.readInput = readInput
    self.folder = folder
  }

  /// The process's own streams.
  package static var standard: Console {
    Console(
      write: { (text) throws(WriteError) in
        try CheckedWriter.write(text, to: 1, named: "standard output")
      },
      complain: { try? CheckedWriter.write($0, to: 2, named: "standard error") },
      environment: { name in getenv(name).map { String(cString: $0) } },
      outputIsTerminal: isatty(1) == 1,
      errorIsTerminal: isatty(2) == 1,
      width: terminalWidth,
      readInput: { () throws(SourceFile.Failure) in
        try SourceFile.readAll(from: 0, path: "-")
      })
  }

  /// Colours if asked for; by default on a terminal that has them and does not refuse them.
  package func style(color: ColorChoice, showsLaTeX: Bool = false) -> TextStyle {
    let hasColor =
      switch color {
      case .always: true
      case .never: false
      case .auto: outputIsTerminal && allowsColor
      }
    return TextStyle(hasColor: hasColor, width: width, showsLaTeX: showsLaTeX)
  }

  /// The style of messages on standard error.
  package func errorStyle(color: ColorChoice) -> TextStyle {
    let hasColor =
      switch color {
      case .always: true
      case .never: false
      case .auto: errorIsTerminal && allowsColor
      }
    return TextStyle(hasColor: hasColor, width: width)
  }

  /// See <https://no-color.org>: any value but the empty one says no.
  private var allowsColor: Bool {
    (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// A line that the next one overwrites; only a terminal sees it.
  package func progress(_ text: String) {
    guard errorIsTerminal, environment("TERM") != "dumb" else { return }
    complain("\r\u{1B}[2K" + TextLayout.cut(TextLayout.oneLine(text), to: width - 1))
  }

  package func endProgress() {
    guard errorIsTerminal, environment("TERM") != "dumb" else { return }
    complain("\r\u{1B}[2K")
  }

  /// Where a path given by the user is.
  package func locate(_ path: String) -> String {
    folder.isEmpty || path.utf8.first == 0x2F ? path : "\(folder)/\(path)"
  }

  /// The absolute path of the folder that relative paths start from, for reports that show none.
  package var currentFolder: String {
    if folder.utf8.first == 0x2F { return folder }
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    let own = String(cString: buffer)
    return folder.isEmpty ? own : "\(own)/\(folder)"
  }

  private static var terminalWidth: Int {
    if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns > 0 {
      return min(columns, 1000)
    }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }
}

/// `--color`.
package enum ColorChoice: String, CaseIterable, Hashable, Sendable {
  case auto
  case always
  case never
}
