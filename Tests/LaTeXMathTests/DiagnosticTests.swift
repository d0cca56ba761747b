import Testing

@testable import LaTeXMath

@Suite struct DiagnosticTests {
  private func faults(_ latex: String) -> [LaTeXDiagnostic] {
    let reading = readDisplay(latex)
    for case .unreadable(let piece) in reading.pieces {
      #expect(piece.diagnostic.range.upperBound <= latex.utf8.count)
      #expect(slice(latex, piece.diagnostic.range).hasPrefix(piece.diagnostic.token))
    }
    return reading.diagnostics
  }

  @Test(arguments: [
    (#"a = \foo"#, #"expected an expression, found the unknown command '\foo'"#, 4..<8),
    ("a = (b", "expected a closing delimiter for '('", 4..<5),
    ("a = b)", "expected an operator or a relation, found ')', which closes nothing here", 5..<6),
    ("a + ", "expected an expression, found the end", 3..<3),
    ("(a + )", "expected an expression, found ')'", 5..<6),
    ("a = + - b", "expected an expression, found '-'", 6..<7),
    ("a = b = ", "expected an expression, found the end", 7..<7),
    (#"\frac{a}"#, #"expected an argument of \frac, found the end"#, 8..<8),
    (#"e^{\frac{a}}"#, #"expected an argument of \frac, found the end"#, 11..<11),
    ("2 3", "expected an operator between the two numbers", 2..<3),
    ("x_1_2", "expected at most one subscript and one superscript", 3..<5),
    (#"\sin(x)^2"#, #"expected the power directly after '\sin', not after its argument"#, 7..<9),
    (#"\sin"#, #"expected an argument of '\sin', found the end"#, 4..<4),
    (#"\log_2 x"#, #"expected no subscript or prime on '\log'"#, 4..<6),
    ("^2", "expected an expression, found '^2'", 0..<2),
    ("a . b", "expected an operator or a relation, found '.'", 2..<3),
    ("a = $", "expected an expression, found '$'", 4..<5),
    ("|x", "expected a closing '|', found the end", 2..<2),
    (#"\left. x \right|"#, "the delimiters '.' and '|' are not supported", 0..<16),
    (#"\braket{a}"#, #"expected '|' in '\braket'"#, 8..<9),
    (
      #"|a\rangle \leftrightarrow |b\rangle"#,
      #"expected an expression, found the unknown command '\leftrightarrow'"#, 10..<25
    ),
  ])
  func wording(latex: String, message: String, range: Range<Int>) throws {
    let fault = try #require(faults(latex).first)
    #expect(fault.message == message)
    #expect(fault.range == range)
  }

  // A fault in one statement leaves the others.
  @Test(arguments: [
    #"a = (b, c = d, e = f"#, #"x = 1, \foo = d, e = f"#, #"x = 1, 2 3, e = f"#,
    #"\begin{aligned} x &= 1 \\ a &= {b \\ e &= f \end{aligned}"#,
    #"\begin{aligned} x &= 1 \\ a &= \left( b \\ e &= f \end{aligned}"#,
    #"x = 1, a } b, e = f"#, #"x = 1; \begin{cases} a & b \\ c & d \end{cases}, e = f"#,
    #"x = 1, [0, \pi), e = f"#, #"x = 1, y^{(a}, e = f"#,
  ])
  func othersSurvive(latex: String) {
    let reading = readDisplay(latex)
    #expect(!reading.diagnostics.isEmpty)
    #expect(reading.statements.last.map { shape($0) } == "e = f")
  }

  @Test func mismatchedEnvironmentIsReported() {
    let latex = #"\begin{aligned} x &= 1 \\ e &= f \end{align}"#
    let reading = readDisplay(latex)
    #expect(reading.diagnostics.map(\.code) == [.mismatchedEnvironment])
    #expect(reading.statements.map { shape($0) } == ["x = 1"])
  }

  @Test func secondTagIsReported() {
    let latex = #"x = 1 \tag{2} \tag{3}"#
    let reading = readDisplay(latex)
    #expect(reading.tag == "2")
    #expect(reading.diagnostics.map(\.code) == [.secondTag])
    #expect(reading.statements.count == 1)
  }

  @Test func longTokensAreCutBetweenCharacters() throws {
    let latex = #"\text{"# + String(repeating: "θ", count: 100) + "}^"
    let fault = try #require(LaTeXReader.statements(in: "a = 2 " + latex).diagnostics.first)
    #expect(fault.code == .missingScript)
    let cases = #"\begin{cases}"# + String(repeating: "θ", count: 100) + #"\end{cases}"#
    let token = try #require(LaTeXReader.statements(in: cases).diagnostics.first).token
    #expect(token == #"\begin{cases}"# + String(repeating: "θ", count: 14))
  }
}
