import Testing

@testable import LaTeXMath

/// SplitMix64: the same numbers from the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct RobustnessTests {
  private static let inserts = [
    "{", "}", "(", ")", "[", "]", "|", "\\", "^", "_", "&", "%", "\\\\", ",", ".", "\\left(",
    "\\right)", "\\langle", "\\rangle", "\\begin{aligned}", "\\end{aligned}", "\\frac", "\\sin",
    "\\sum", "'", "/", "+", "=", "\\mathrm", "\\bar", "\\text", "\\tag", "é", "\\quad", "d",
  ]

  /// The text with a few bytes deleted, inserted or doubled, as valid UTF-8.
  private func mutated(_ latex: String, _ generator: inout SeededGenerator) -> String {
    var bytes = Array(latex.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 1...12, using: &generator))
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
      default:
        let insert = Self.inserts.randomElement(using: &generator) ?? ""
        bytes.insert(contentsOf: insert.utf8, at: place)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: 0..<UInt64(paperDisplays.count))
  func mutationsAreReadOrDiagnosed(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    for _ in 0..<60 {
      let latex = mutated(paperDisplays[Int(seed)].latex, &generator)
      let tree = LaTeXTree(latex)
      #expect(Array(tree.text.utf8) == Array(latex.utf8), "seed \(seed): \(latex)")
      let reading = LaTeXReader.statements(in: latex)
      // A structural fault is never passed over in silence.
      #expect(
        tree.diagnostics.isEmpty || !reading.diagnostics.isEmpty, "seed \(seed): \(latex)")
      for statement in reading.statements {
        #expect(statement.range.upperBound <= latex.utf8.count)
        #expect(statement.sides.count == statement.relations.count + 1)
      }
      _ = PlainText.render(latex: latex)
    }
  }

  @Test(arguments: [
    "{", "}", "(", "[", "|", "\\langle ", "\\left(", "\\begin{aligned}", "x^{", "\\frac{",
    "\\sqrt{",
    "\\sin", "\\sum", "-", "^", "_", "\\bar", "x_\\bar", "\\text", "/", "|\\langle ", "a|", "\\{(",
    "\\end{a}", "&", "\\\\", ",", "'", "\\ket{", "H.c.", "\\quad", "\\tag", "(|", "\\otimes",
  ])
  func longRepetitionsEndQuickly(piece: String) {
    let latex = String(repeating: piece, count: 20_000)
    let time = ContinuousClock().measure {
      let tree = LaTeXTree(latex)
      #expect(tree.text.utf8.count == latex.utf8.count)
      _ = LaTeXReader.statements(in: latex)
      _ = try? LaTeXReader.formula(in: latex)
    }
    #expect(time < .seconds(10), "\(piece)")
  }

  @Test(arguments: [("{", "}"), ("(", ")"), ("|(", ")|"), ("x^{", "}"), ("\\sqrt{", "}")])
  func deepButClosed(open: String, close: String) {
    for depth in [50, 90, 150, 250, 5000] {
      let latex =
        String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
      #expect(LaTeXTree(latex).text == latex)
      let reading = LaTeXReader.statements(in: latex)
      #expect(reading.pieces.count == 1)
      #expect(depth < 200 || reading.diagnostics.map(\.code) == [.nestingTooDeep], "\(depth)")
      #expect(depth > 60 || reading.diagnostics == [], "\(depth)")
    }
  }

  // Once an endless loop: \mathrm as a script, with nothing after it.
  @Test func wordCommandWithoutWordInScript() {
    #expect(LaTeXReader.statements(in: #"x_{a\mathrm}"#).statements.count == 0)
    #expect(LaTeXReader.statements(in: #"x_\text"#).statements.count == 0)
  }

  // Once an endless recursion: a prime below the line.
  @Test func primeAsSubscript() {
    #expect(PlainText.render(latex: #"\Gamma_' x"#) == "Γ_′x")
    #expect(LaTeXTree(#"\Gamma_' x"#).text == #"\Gamma_' x"#)
    #expect(read(#"\Gamma_'"#)?.name == #"\Gamma_'"#)
  }

  @Test func tenMegabytesOfBraces() {
    let latex = String(repeating: "{", count: 10_000_000)
    let time = ContinuousClock().measure {
      #expect(LaTeXReader.statements(in: latex).diagnostics.map(\.code) == [.nestingTooDeep])
    }
    #expect(time < .seconds(1))
    #expect(LaTeXTree(latex).diagnostics.map(\.range) == [200..<201])
  }
}
