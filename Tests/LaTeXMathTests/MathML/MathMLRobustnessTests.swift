import Testing

@testable import LaTeXMath

@Suite struct MathMLRobustnessTests {
  /// Whether every element is closed in its turn, and every `<` begins one.
  static func isWellFormed(_ markup: String) -> Bool {
    var open: [Substring] = []
    var rest = markup[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else if !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }

  private static let all = paperDisplays.map(\.latex) + paperInlineFormulas

  /// Of the paper's own LaTeX nothing is left that is not understood.
  @Test(arguments: all)
  func thePaper(_ latex: String) {
    let markup = MathML(latex: latex, isDisplay: true, room: 40).markup
    #expect(Self.isWellFormed(markup))
    #expect(!markup.contains("raw"))
  }

  /// A formula cut off anywhere is shown all the same, with any mark.
  @Test func cutAnywhere() {
    var generator = SeededGenerator(state: 11)
    for latex in Self.all {
      let bytes = Array(latex.utf8)
      for _ in 0..<8 {
        let end = Int.random(in: 0...bytes.count, using: &generator)
        let text = String(decoding: bytes[..<end], as: UTF8.self)
        let start = Int.random(in: 0...end, using: &generator)
        let mark = MathML.Mark(start..<Int.random(in: start...end, using: &generator), "here")
        let markup = MathML(latex: text, marks: [mark], room: 12).markup
        #expect(Self.isWellFormed(markup), "\(text) \(mark.range)")
      }
    }
  }

  @Test(arguments: [#"\hat"#, #"\frac"#, "{", "^", "_{", #"\left("#, #"\mathbf"#, #"\sqrt{"#])
  func deepNesting(_ piece: String) {
    let markup = MathML(latex: String(repeating: piece, count: 5000) + "x").markup
    #expect(Self.isWellFormed(markup))
    #expect(markup.contains("x"))
    var depth = 0
    var deepest = 0
    for part in markup.split(separator: "<") {
      if part.hasPrefix("/") { depth -= 1 } else if !part.contains("/>") { depth += 1 }
      deepest = max(deepest, depth)
    }
    #expect(deepest < 400)
  }
}
