/// A piece of LaTeX as a concrete tree in which every byte has its place.
///
/// Reading never fails: a brace, `\begin` or `\left` without partner becomes a `stray` leaf, with an
/// entry in `diagnostics`, and the rest of the text is read as if it were not there.
///
/// **Invariant.** The leaves, in order, cover the text without gap or overlap, so that `text` is the
/// input, byte for byte.
///
/// **Complexity.** Linear in the length of the text; nesting is at most `nestingLimit`.
public struct LaTeXTree: Sendable {
  /// Groups, environments and fences may be nested this deep.
  public static let nestingLimit = 200

  /// The top-level nodes.
  public let nodes: [Node]
  /// The structural faults in order of place, the first hundred of them.
  public let diagnostics: [LaTeXDiagnostic]
  /// The bytes that the ranges of the nodes refer to.
  let source: Source

  /// Reads a text.
  public init(_ text: String) {
    let source = Source(text)
    var builder = TreeBuilder(source: source)
    self.source = source
    self.nodes = builder.build()
    self.diagnostics = builder.diagnostics
  }

  /// The text of all leaves in order: the input.
  public var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.bytes.count)
    forEachLeaf { bytes.append(contentsOf: source.bytes[$0]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Calls `body` with the range of every leaf in order.
  public func forEachLeaf(_ body: (Range<Int>) -> Void) {
    for node in nodes { node.forEachLeaf(body) }
  }
}

extension LaTeXTree: CustomStringConvertible {
  /// The input, byte for byte.
  public var description: String { text }
}

extension LaTeXTree {
  /// A stretch of text and what it is.
  public struct Node: Hashable, Sendable {
    /// What the stretch is.
    public var kind: Kind
    /// UTF-8 offsets.
    public var range: Range<Int>
  }

  /// What a stretch of LaTeX can be.
  public indirect enum Kind: Hashable, Sendable {
    /// Spaces, tabs and line ends.
    case whitespace
    /// From `%` up to the end of the line.
    case comment
    /// One character that is no LaTeX syntax.
    case character(Unicode.Scalar)
    /// A control word or symbol, without its backslash: `omega`, `,`.
    case command(String)
    /// `\\`, `\\*`, `\\[2pt]`
    case lineBreak
    /// `&`
    case alignmentMark
    /// `{ … }`
    case group([Node])
    /// `_x`, `^{…}`: the argument with the white space before it.
    case script(ScriptPosition, [Node])
    /// `\left( … \right)`
    case fence(Fence)
    /// `\begin{…} … \end{…}`
    case environment(Environment)
    /// A piece of text without its partner or argument.
    case stray(LaTeXDiagnostic.Code)
  }

  /// Whether a script stands below or above the line.
  public enum ScriptPosition: Hashable, Sendable {
    /// `_`
    case `subscript`
    /// `^`
    case superscript
  }

  /// A stretch between `\left` and `\right`.
  public struct Fence: Hashable, Sendable {
    /// The delimiters: `(`, `\{`, `.`, `\langle`.
    public var left: String
    /// The delimiter after `\right`.
    public var right: String
    /// Where `\left(` and `\right)` stand.
    public var leftRange: Range<Int>
    /// Where the closing one stands.
    public var rightRange: Range<Int>
    /// What stands between them.
    public var content: [Node]
  }

  /// An environment with its rows and cells.
  public struct Environment: Hashable, Sendable {
    /// The name after `\begin`, with a `*` if there is one.
    public var name: String
    /// `\begin{name}` and `\end{name}`
    public var beginRange: Range<Int>
    /// Where the end stands.
    public var endRange: Range<Int>
    /// The name after `\end`, the same as `name` unless there is a diagnostic.
    public var endName: String
    /// The `{cc}` of an `array`, the `[t]` of an `aligned`.
    public var arguments: [Node]
    /// What stands inside, cut at `\\`.
    public var rows: [Row]
  }

  /// What stands between two `\\` of an environment.
  public struct Row: Hashable, Sendable {
    /// The stretches between the `&` of the row.
    public var cells: [Cell]
    /// The `\\` after the row, if there is one.
    public var lineBreak: Node?
  }

  /// What stands between two `&` of a row.
  public struct Cell: Hashable, Sendable {
    /// The contents of the cell without the `&`.
    public var nodes: [Node]
    /// The `&` after the cell, if there is one.
    public var alignmentMark: Node?
  }
}

extension LaTeXTree.Node {
  /// Calls `body` with the range of every leaf in order.
  func forEachLeaf(_ body: (Range<Int>) -> Void) {
    switch kind {
    case .whitespace, .comment, .character, .command, .lineBreak, .alignmentMark, .stray:
      body(range)
    case .group(let nodes):
      body(range.lowerBound..<range.lowerBound + 1)
      for node in nodes { node.forEachLeaf(body) }
      body(range.upperBound - 1..<range.upperBound)
    case .script(_, let argument):
      body(range.lowerBound..<range.lowerBound + 1)
      for node in argument { node.forEachLeaf(body) }
    case .fence(let fence):
      body(fence.leftRange)
      for node in fence.content { node.forEachLeaf(body) }
      body(fence.rightRange)
    case .environment(let environment):
      body(environment.beginRange)
      for node in environment.arguments { node.forEachLeaf(body) }
      for row in environment.rows {
        for cell in row.cells {
          for node in cell.nodes { node.forEachLeaf(body) }
          if let mark = cell.alignmentMark { body(mark.range) }
        }
        if let lineBreak = row.lineBreak { body(lineBreak.range) }
      }
      body(environment.endRange)
    }
  }
}

/// The bytes of a text.
struct Source: Sendable {
  let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// A diagnostic about the text in `range`.
  func diagnostic(
    _ code: LaTeXDiagnostic.Code, _ message: String, _ range: Range<Int>
  ) -> LaTeXDiagnostic {
    var end = min(range.upperBound, range.lowerBound + 40)
    // A character is not cut in two.
    while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return LaTeXDiagnostic(
      code: code, message: message, range: range, token: text(range.lowerBound..<end))
  }
}
