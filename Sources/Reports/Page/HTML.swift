import LaTeXMath

/// Pieces of the page as markup that is HTML and XML alike.
enum HTML {
  typealias Attribute = (name: String, value: String)

  static func element(
    _ tag: String, _ attributes: [Attribute] = [], _ content: String
  ) -> String {
    var text = "<\(tag)"
    for (name, value) in attributes { text += " \(name)=\"\(XMLText.visible(value))\"" }
    return text + ">\(content)</\(tag)>"
  }

  /// An element with others in it, on lines of its own.
  static func block(
    _ tag: String, _ attributes: [Attribute] = [], _ content: String
  ) -> String {
    element(tag, attributes, "\n" + content) + "\n"
  }

  static func text(_ text: String) -> String { XMLText.visible(TextLayout.oneLine(text)) }

  static func link(to identifier: String, _ content: String) -> String {
    element("a", [("href", "#\(identifier)")], content)
  }

  static func code(_ text: String) -> String { element("code", [], XMLText.visible(text)) }

  /// A command or a file's text, each line as it is.
  static func listing(_ text: String) -> String {
    element(
      "pre", [("tabindex", "0"), ("role", "group"), ("aria-label", "command")], code(text)) + "\n"
  }

  // MARK: Formulas

  /// Lines of a formula are at most so many ems wide where it can be broken.
  private static let room = 42.0
  /// Formulas that are wider may need to be moved sideways on a telephone.
  private static let narrow = 13.0

  /// A formula on lines of its own, in a box that scrolls where it is too narrow.
  static func formula(_ latex: String, marks: [MathML.Mark] = []) -> String {
    let math = MathML(latex: latex, isDisplay: true, marks: marks, room: room)
    var attributes = [("class", "formula")]
    if math.width > narrow { attributes += scrolling("formula") }
    return element("div", attributes, math.markup)
  }

  /// Words with their formulas between them; see ``FramedText``.
  static func words(_ framed: String) -> String {
    var parts = FramedText.parts(of: framed)
    var text = ""
    // A bracket or a comma stays on the line of the formula that it stands at.
    var before = ""
    for number in parts.indices {
      switch parts[number] {
      case .words(let words):
        let isLast = number + 1 == parts.count
        before = isLast ? "" : String(words.reversed().prefix { "([“‘".contains($0) }.reversed())
        text += XMLText.visible(words.dropLast(before.count))
      case .formula(let latex):
        var after = ""
        if number + 1 < parts.count, case .words(let next) = parts[number + 1] {
          after = String(next.prefix { ",.;:)]”’?!".contains($0) })
          parts[number + 1] = .words(String(next.dropFirst(after.count)))
        }
        text += inline(latex, before: before, after: after)
        before = ""
      }
    }
    return text
  }

  /// A formula in a line of text, with the signs that it is not parted from.
  static func inline(_ latex: String, before: String = "", after: String = "") -> String {
    let math = MathML(latex: latex, room: room)
    let (before, after) = (XMLText.visible(before), XMLText.visible(after))
    guard math.width <= narrow else {
      return before + element("span", [("class", "wide")] + scrolling("formula"), math.markup)
        + after
    }
    if before.isEmpty, after.isEmpty { return math.markup }
    return element("span", [("class", "kept")], before + math.markup + after)
  }

  /// Words and `$…$`.
  static func prose(_ text: String) -> String { words(TextStyle.framed.prose(text)) }

  /// A formula or words, whichever it looks like.
  static func mathOrProse(_ text: String) -> String { words(TextStyle.framed.mathOrProse(text)) }

  // MARK: Tables and lists

  /// What scrolls sideways can be reached and moved with the keyboard, and has a name.
  static func scrolling(_ name: String) -> [Attribute] {
    [("tabindex", "0"), ("role", "group"), ("aria-label", "\(name), scrolls sideways")]
  }

  static func table(
    _ caption: String, _ columns: [String], class name: String = "", _ rows: [String]
  ) -> String {
    let head = columns.map { element("th", [("scope", "col")], text($0)) }.joined()
    let table = block(
      "table", name.isEmpty ? [] : [("class", name)],
      element("caption", [], text(caption)) + "\n"
        + element("thead", [], element("tr", [], head)) + "\n"
        + block("tbody", [], rows.map { $0 + "\n" }.joined()))
    return block("div", [("class", "scroll")] + scrolling("table"), table)
  }

  /// A list of names and what stands behind each; both are markup.
  static func list(_ rows: [(name: String, content: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    return block(
      "dl", [],
      rows.map { row in
        element("div", [], element("dt", [], row.name) + element("dd", [], row.content)) + "\n"
      }.joined())
  }

  /// Names with words behind them, several of one name below each other.
  static func rows(_ rows: [(name: String, contents: [String])]) -> [(
    name: String, content: String
  )] {
    var merged: [(name: String, contents: [String])] = []
    for row in rows {
      if merged.last?.name == row.name {
        merged[merged.count - 1].contents += row.contents
      } else {
        merged.append(row)
      }
    }
    return merged.map { row in
      let items = row.contents.map(words)
      guard items.count > 1 else {
        return (text(row.name), element("p", [], items.joined()))
      }
      return (text(row.name), element("ul", [], items.map { element("li", [], $0) }.joined()))
    }
  }
}
