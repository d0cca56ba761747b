import LaTeXMath

/// Pulls headings and displays out of a paper's source.
package enum PaperReader {
  /// - Parameters:
  ///   - bytes: LaTeX source, or Markdown, in UTF-8.
  ///   - file: The name of the file, for messages; its ending tells the format.
  ///   - format: The format, if it is known.
  /// - Throws: ``FileError`` for a file that is no text or has no display.
  package static func read(
    bytes: [UInt8], file: String, format: ImportedPaper.Format? = nil
  ) throws(FileError) -> ImportedPaper {
    let source = try SourceText(bytes: bytes, file: file)
    let plain = withoutReturns(bytes)
    var paper: ImportedPaper
    switch format ?? guess(file, plain) {
    case .latex:
      var expander = MacroExpander(plain)
      expander.expand()
      var reader = LaTeXPaperReader(expander.text)
      reader.read()
      paper = reader.paper
      paper.remarks += expander.remarks
    case .markdown:
      var reader = MarkdownPaperReader(PaperText(plain))
      reader.read()
      paper = reader.paper
    }
    guard !paper.displays.isEmpty else {
      var diagnostics = [
        source.diagnostic(
          "no-displays", "no display was found in this paper",
          help: "displays are $$ … $$, \\[ … \\], equation, align and the like; "
            + "rederive import reads LaTeX and Markdown", at: 0..<0)
      ]
      diagnostics += paper.remarks.prefix(20).map { remark in
        FileDiagnostic(
          code: "not-understood", message: remark.message, help: "",
          location: Location(
            file: file, line: remark.line, column: 1, endLine: remark.line, endColumn: 1))
      }
      throw FileError(diagnostics)
    }
    finish(&paper)
    return paper
  }

  private static func guess(_ file: String, _ bytes: [UInt8]) -> ImportedPaper.Format {
    let name = file.lowercased()
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") || name.hasSuffix(".mmd") {
      return .markdown
    }
    if name.hasSuffix(".tex") || name.hasSuffix(".ltx") || name.hasSuffix(".latex") {
      return .latex
    }
    let isLaTeX = ["\\documentclass", "\\begin{document}"].contains {
      bytes.first($0, from: 0) != nil
    }
    return isLaTeX ? .latex : .markdown
  }

  /// Without a byte order mark, and with line breaks of one byte.
  private static func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\r") {
        result.append(UInt8(ascii: "\n"))
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
      } else {
        result.append(bytes[index])
      }
      index += 1
    }
    return result
  }

  /// Adds the remarks that need the whole paper, and puts all in order.
  private static func finish(_ paper: inout ImportedPaper) {
    var last: Int?
    for index in paper.pieces.indices {
      guard case .display(var display) = paper.pieces[index].kind else { continue }
      let line = paper.pieces[index].line
      if let whole = display.number.flatMap(NumberSequence.whole) {
        if let last, whole < last, let number = display.number {
          paper.remarks.append(ImportRemark(.outOfOrder(number), line: line))
        }
        last = whole
      }
      if let safe = withoutDollars(display.latex) {
        display.latex = safe
        paper.pieces[index].kind = .display(display)
        paper.remarks.append(ImportRemark(.brokenDollars, line: line))
      }
      for diagnostic in LaTeXReader.statements(in: display.latex).diagnostics.prefix(1) {
        let remark = ImportRemark.Kind.unreadable(
          number: display.number, message: diagnostic.message)
        paper.remarks.append(ImportRemark(remark, line: line))
      }
    }
    let numbered = paper.remarks.enumerated().sorted { a, b in
      (a.element.line, a.offset) < (b.element.line, b.offset)
    }
    paper.remarks = numbered.map(\.element)
  }

  /// A text whose `$$` would end the display too early, with spaces between.
  private static func withoutDollars(_ latex: String) -> String? {
    let bytes = Array(latex.utf8)
    var result: [UInt8] = []
    var index = 0
    var isBroken = false
    while index < bytes.count {
      result.append(bytes[index])
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index += 1
        result.append(bytes[index])
      } else if bytes.has("$$", at: index) {
        result.append(UInt8(ascii: " "))
        isBroken = true
      }
      index += 1
    }
    return isBroken ? String(decoding: result, as: UTF8.self) : nil
  }
}
