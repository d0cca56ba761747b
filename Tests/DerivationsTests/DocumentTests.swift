import Testing

@testable import Derivations

extension Document.Item {
  fileprivate var phrase: Phrase {
    switch element {
    case .display(let phrase), .directive(let phrase): phrase
    }
  }

  fileprivate var isDisplay: Bool {
    if case .display = element { return true }
    return false
  }
}

@Suite struct DocumentTests {
  // Headings are numbered as they come: 1 T, 2 A, 3 A.1, 4 B. A section is the headings around it.
  @Test func itemsKnowTheirSection() throws {
    let document = try Sample.document(
      """
      $$ a $$
      # T
      $$ b $$
      ## A
      ```rederive
      mode b_k
      ```
      ### A.1
      $$ c $$
      ## B
      $$ d $$
      """)
    #expect(document.title == "T")
    #expect(document.items.map(\.section) == [[], [1], [1, 2], [1, 2, 3], [1, 4]])
    #expect(document.items.map(\.isDisplay) == [true, true, false, true, true])
  }

  @Test(arguments: ["#T", "####### T", "\\# T", "a # T"])
  func isNotAHeading(_ line: String) throws {
    let document = try Sample.document(line + "\n$$ a $$")
    #expect(document.title == "")
    #expect(document.items[0].section == [])
  }

  @Test func phrasesStandWhereTheyAre() throws {
    let text = "é $$a$$ x $$ b\nc $$\n```rederive\n  mode b_k # operators\n```\n"
    let document = try Sample.document(text)
    #expect(document.items.map(\.phrase.text) == ["a", " b\nc ", "mode b_k"])
    for item in document.items {
      #expect(document.source.text(item.phrase.range) == item.phrase.text)
    }
  }

  @Test func inlineMathematicsAndEscapedDollarsAreProse() throws {
    let document = try Sample.document("costs \\$$5, $x$, \\$\\$ $$ a $$")
    #expect(document.items.map(\.phrase.text) == [" a "])
  }

  // An indented line continues the one before; every byte keeps its place.
  @Test func continuationLinesKeepOffsets() throws {
    let text = "```rederive\nmode b_k, # first\n\n  c_k\nmode d_k\n```\n"
    let document = try Sample.document(text)
    #expect(document.items.map(\.phrase.text.count) == [24, 8])
    let phrase = document.items[0].phrase
    let parts = phrase.text.split(separator: " ").map(String.init)
    #expect(parts == ["mode", "b_k,", "c_k"])
    let last = Phrase(text: "c_k", offset: phrase.range.upperBound - 3)
    #expect(document.source.text(last.range) == "c_k")
    #expect(document.source.location(last.range).line == 4)
    #expect(document.source.location(last.range).column == 3)
  }

  @Test(arguments: ["#", "# comment", "   # comment", "mode b_k #", "mode b_k # c_k"])
  func commentsAreDropped(_ line: String) throws {
    let document = try Sample.document("```rederive\n\(line)\nmode z\n```\n")
    #expect(document.items.last?.phrase.text == "mode z")
    #expect(document.items.allSatisfy { !$0.phrase.text.contains("#") })
  }

  @Test func aHashInsideAWordIsKept() throws {
    let document = try Sample.document("```rederive\nmode b#k\n```\n")
    #expect(document.items.map(\.phrase.text) == ["mode b#k"])
  }

  // Other fences are prose: neither headings nor displays are looked for inside.
  @Test(arguments: ["```swift", "~~~", "```", "``` text"])
  func otherFencesAreSkipped(_ fence: String) throws {
    let mark = String(fence.prefix(3))
    let document = try Sample.document(
      "\(fence)\n# not a title\n$$ not a display\nbath\n\(mark)\n$$ a $$")
    #expect(document.items.map(\.phrase.text) == [" a "])
    #expect(document.title == "")
  }

  @Test func tildesMarkDirectivesToo() throws {
    let document = try Sample.document("~~~ rederive\nmode b_k\n```\n~~~\n")
    #expect(document.items.map(\.phrase.text) == ["mode b_k", "```"])
  }

  @Test func aHeadingInsideADisplayIsPartOfIt() throws {
    let document = try Sample.document("$$ a\n# b\n$$")
    #expect(document.items.map(\.phrase.text) == [" a\n# b\n"])
  }

  @Test(arguments: [
    ("", "empty-file 1:1 this file has no equation and no directive"),
    ("only prose, $x$\n", "empty-file 1:1 this file has no equation and no directive"),
    ("a\n  $$ x", "unclosed-display 2:3 this display is not closed | close it with $$"),
    ("$$ x $$ $$", "unclosed-display 1:9 this display is not closed | close it with $$"),
    (
      "a\n```rederive\nmode b_k\n",
      "unclosed-fence 2:1 this fenced block is not closed | close it with ``` on a line of its own"
    ),
    (
      "~~~ x\n```\n",
      "unclosed-fence 1:1 this fenced block is not closed | close it with ~~~ on a line of its own"
    ),
  ])
  func faults(_ text: String, _ message: String) {
    let fault = Sample.fault(text)
    #expect(fault.count == 1)
    #expect(fault.first?.brief.hasPrefix(message) == true, "\(fault)")
  }

  @Test func theEmptyFileSaysWhatToDo() {
    #expect(
      Sample.fault("").first?.help
        == "put equations in $$ … $$ and directives in blocks marked ```rederive; "
        + "derivations/README.md shows how")
  }

  @Test func windowsLineEndsAreRead() throws {
    let document = try Sample.document("# T\r\n```rederive\r\nmode b_k\r\n```\r\n$$ a $$\r\n")
    #expect(document.title == "T")
    #expect(document.items.map(\.phrase.text) == ["mode b_k", " a "])
  }
}
