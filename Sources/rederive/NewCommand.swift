import Reports

/// `rederive new`.
struct NewCommand {
  let arguments: Arguments
  let console: Console

  func run() throws(Stop) -> ExitCode {
    let word = arguments.operands[0]
    let name = word.hasSuffix(".md") ? String(word.dropLast(3)) : word
    guard Self.isName(name) else { throw .usage(.badName(word)) }
    let folder = arguments.last("out") ?? (hasDerivations ? "derivations" : "")
    let path = folder.isEmpty || folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    try console.create("\(path).md", with: StarterFile.text(name: name))
    let file = ShellWord.quoted("\(path).md")
    try console.print(
      """
      \(TextLayout.oneLine(path)).md written

      Next: rederive check \(file)
            rederive derive \(file)
            rederive plot --out figures \(file)
      Then put your own model and the paper's equations in its place; the text in the file says how.
      rederive import PAPER takes the equations from a paper's source.

      """)
    return .proved
  }

  private var hasDerivations: Bool { SourceFile.names(in: "derivations", console: console) != nil }

  /// No path, no hidden file, no option, and nothing that a shell would read as something else.
  static func isName(_ name: String) -> Bool {
    guard (1...100).contains(name.utf8.count), name != "README", let first = name.first,
      first.isLetter || first.isNumber
    else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
      default: scalar.value >= 0x80 && scalar.properties.isAlphabetic
      }
    }
  }
}
