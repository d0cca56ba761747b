/// Mathematics as Presentation MathML, the part that browsers share (MathML Core).
///
/// Classes that a style sheet may know: `r` and `l` of table cells are set right and left, `raw` is LaTeX
/// that was not understood, and each mark has its own.
package struct MathML: Sendable {
  /// A stretch of the LaTeX that the eye should find; an empty one is a place where something is missing.
  package struct Mark: Hashable, Sendable {
    /// UTF-8 offsets.
    package var range: Range<Int>
    /// The class of what is marked.
    package var name: String

    package init(_ range: Range<Int>, _ name: String) {
      self.range = range
      self.name = name
    }
  }

  /// The `math` element.
  package let markup: String
  /// About how wide it is, in ems.
  package let width: Double

  /// The LaTeX as MathML; what is not understood is shown as it stands.
  ///
  /// - Parameters:
  ///   - isDisplay: a formula on lines of its own, not one in a line of text.
  ///   - room: sums wider than so many ems are broken into lines; `nil` for never.
  package init(
    latex: String, isDisplay: Bool = false, marks: [Mark] = [], room: Double? = nil
  ) {
    let tree = LaTeXTree(latex)
    var builder = MathBuilder(
      source: tree.source, marks: marks, breaker: MathLineBreaker(room: room))
    let all = 0..<tree.source.bytes.count
    let elements = builder.row(tree.nodes, all)
    let content = builder.breaker.broken(elements, all)
    width = content.width
    var markup = isDisplay ? "<math display=\"block\"" : "<math"
    markup += " alttext=\"\(XMLText.visible(Self.oneLine(latex)))\">"
    if content.tag == "mrow", content.attributes.isEmpty {
      for child in content.children { child.write(into: &markup) }
    } else {
      content.write(into: &markup)
    }
    self.markup = markup + "</math>"
  }

  /// Runs of white space become a space.
  private static func oneLine(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
