/// A derivation file as a Markdown document: its displays and directive lines, in order, each with the
/// section that it stands in.
struct Document: Sendable {
  /// A place in the outline: the numbers of the headings around it, outermost first.
  typealias Section = [Int]

  enum Element: Sendable {
    /// The text between `$$` and `$$`.
    case display(Phrase)
    case directive(Phrase)
  }

  struct Item: Sendable {
    var element: Element
    var section: Section
  }

  let source: SourceText
  private(set) var title = ""
  private(set) var items: [Item] = []
  /// The text of each heading, by its number.
  private(set) var headings: [Int: String] = [:]

  init(_ source: SourceText) throws(FileError) {
    self.source = source
    var outline: [(level: Int, number: Int)] = []
    var count = 0
    var directive: Phrase?
    var fence: (start: Range<Int>, isDirectives: Bool, mark: String)?
    var section: Section { outline.map(\.number) }
    var displayStart: Int?

    func flush() {
      if let line = directive?.trimmed, !line.isEmpty {
        items.append(Item(element: .directive(line), section: section))
      }
      directive = nil
    }

    for range in source.lines {
      let line = Phrase(text: source.text(range), offset: range.lowerBound)
      let content = line.trimmed
      if let open = fence {
        if content.text.hasPrefix(open.mark) {
          flush()
          fence = nil
        } else if open.isDirectives {
          let body = Self.withoutComment(line)
          if body.trimmed.isEmpty { continue }
          if let first = body.text.first, first == " " || first == "\t", var whole = directive {
            // Joined by the bytes between, so that offsets stay true.
            whole.text += String(
              repeating: " ", count: body.offset - whole.offset - whole.text.utf8.count)
            whole.text += body.text
            directive = whole
          } else {
            flush()
            directive = body
          }
        }
        continue
      }
      if displayStart == nil {
        if content.text.hasPrefix("```") || content.text.hasPrefix("~~~") {
          let mark = String(content.text.prefix(3))
          let language = content.text.drop { $0 == "`" || $0 == "~" }
          fence = (range, language.trimmed == "rederive", mark)
          continue
        }
        if let heading = Self.heading(content.text) {
          outline.removeAll { $0.level >= heading.level }
          count += 1
          headings[count] = heading.text
          outline.append((heading.level, count))
          if title.isEmpty { title = heading.text }
          continue
        }
      }
      for mark in Self.dollars(line) {
        if let start = displayStart {
          let body = Phrase(text: source.text(start..<mark), offset: start)
          items.append(Item(element: .display(body), section: section))
          displayStart = nil
        } else {
          displayStart = mark + 2
        }
      }
    }
    if let fence {
      throw FileError([
        source.diagnostic(
          "unclosed-fence", "this fenced block is not closed",
          help: "close it with \(fence.mark) on a line of its own", at: fence.start)
      ])
    }
    if let displayStart {
      throw FileError([
        source.diagnostic(
          "unclosed-display", "this display is not closed", help: "close it with $$",
          at: displayStart - 2..<displayStart)
      ])
    }
    if items.isEmpty {
      throw FileError([
        source.diagnostic(
          "empty-file", "this file has no equation and no directive",
          help: "put equations in $$ … $$ and directives in blocks marked ```rederive; "
            + "derivations/README.md shows how", at: 0..<0)
      ])
    }
  }

  private static func heading(_ text: String) -> (level: Int, text: String)? {
    let level = text.prefix { $0 == "#" }.count
    guard (1...6).contains(level), text.dropFirst(level).first == " " else { return nil }
    return (level, String(text.dropFirst(level)).trimmed)
  }

  /// Offsets of the `$$` marks of a line, those after a backslash apart.
  private static func dollars(_ line: Phrase) -> [Int] {
    let bytes = Array(line.text.utf8)
    var result: [Int] = []
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] == UInt8(ascii: "$"), bytes[index + 1] == UInt8(ascii: "$") {
        result.append(line.offset + index)
        index += 2
      } else {
        index += 1
      }
    }
    return result
  }

  /// A `#` at the start of a line or after a space begins a comment.
  private static func withoutComment(_ line: Phrase) -> Phrase {
    let bytes = Array(line.text.utf8)
    let mark = bytes.indices.first { index in
      bytes[index] == UInt8(ascii: "#")
        && (index == 0 || bytes[index - 1] == UInt8(ascii: " ")
          || bytes[index - 1] == UInt8(ascii: "\t"))
    }
    guard let mark else { return line }
    return Phrase(text: String(decoding: bytes[..<mark], as: UTF8.self), offset: line.offset)
  }
}

extension StringProtocol {
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
