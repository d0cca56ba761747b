import Testing

@testable import LaTeXMath

@Suite struct StatementTests {
  private func statements(_ latex: String) -> [String] {
    let reading = readDisplay(latex)
    #expect(reading.diagnostics == [])
    return reading.statements.map { shape($0) }
  }

  @Test func chainsAreOneStatement() {
    #expect(statements("a = b = c") == ["a = b = c"])
    #expect(statements(#"a < b \leq c \equiv d := e"#) == [#"a < b \leq c \equiv d := e"#])
  }

  @Test func relations() {
    #expect(
      statements(#"a \ge b, a \ne b, a \simeq b, a \propto b, a \in b, a \to b, a > b"#) == [
        #"a \geq b"#, #"a \neq b"#, #"a \approx b"#, #"a \propto b"#, #"a \in b"#, #"a \to b"#,
        "a > b",
      ])
  }

  @Test func commaThenColumnSeparates() {
    let latex = #"""
      \begin{aligned} \gamma_1^+ &= \gamma_2^+ = \frac{J}{x-1}, & \Gamma_1^+ &= y \end{aligned}
      """#
    #expect(
      statements(latex) == [
        #"\gamma_1^+ = \gamma_2^+ = (/ J (x - 1))"#, #"\Gamma_1^+ = y"#,
      ])
  }

  // Without the comma the columns are not a product 0 · b.
  @Test func columnWithoutCommaSeparates() {
    #expect(statements(#"\begin{aligned} a &= 0 & b &= 1 \end{aligned}"#) == ["a = 0", "b = 1"])
    #expect(statements(#"\begin{aligned} a & b \end{aligned}"#) == ["a", "b"])
  }

  @Test func lineThatBeginsWithOperatorContinues() {
    #expect(statements(#"a &= b \\ &\quad - c"#) == ["a = (b - c)"])
    #expect(statements(#"a &= b \\ &= c"#) == ["a = b = c"])
    #expect(statements(#"a &= b + \\ & c"#) == ["a = (b + c)"])
    #expect(statements(#"a &= b \\ & \times c \\ & / d"#) == ["a = (/ (* b c) d)"])
    #expect(statements(#"a = b, \\ - c = d"#) == ["a = b", "(- c) = d"])
    #expect(statements(#"a = H.c. \\ + b"#) == ["a = (Hc + b)"])
  }

  @Test func lineThatDoesNotIsNew() {
    #expect(statements(#"a = b \\ c = d"#) == ["a = b", "c = d"])
    #expect(statements(#"a = b \\[2pt] [A,B] = 0"#) == ["a = b", "<brackets A, B> = 0"])
    #expect(statements(#"a = b \\[A,B] = 0"#) == ["a = b", "<brackets A, B> = 0"])
  }

  @Test func separatorsInsideBracketsAndKetsDoNotSeparate() {
    #expect(statements(#"|0,1\rangle = a, b"#) == ["|0,1> = a", "b"])
    #expect(statements(#"\langle 0,1| = a"#) == ["<0,1| = a"])
    #expect(statements(#"a = [b, c]; d"#) == ["a = <brackets b, c>", "d"])
    #expect(statements(#"x = ( a \\ + b )"#) == ["x = <parentheses (a + b)>"])
  }

  @Test func punctuation() {
    #expect(statements("a = 1.5.") == ["a = 1.5"])
    #expect(statements("a + H.c.") == ["(a + Hc)"])
    #expect(statements("a + H.c.,") == ["(a + Hc)"])
    #expect(statements("  ") == [])
    #expect(statements("") == [])
    #expect(statements(" % nothing\n , . ;") == [])
  }

  @Test func layoutCommandsAreDropped() {
    #expect(
      statements(
        #"\begin{align} \displaystyle a &= b \nonumber \label{eq:x} \\ c &= d \notag \end{align}"#)
        == ["a = b", "c = d"])
    #expect(
      statements(#"\begin{array}{rcl} a & = & b \\ c & = & d \end{array}"#) == ["a = b", "c = d"])
    #expect(
      statements(#"\begin{gathered} a = b \\ c = d \end{gathered}. \quad (S1)"#)
        == ["a = b", "c = d"])
  }

  @Test(arguments: [
    (#"a = b \tag{27}"#, "27", #"\tag{27}"#), (#"a = b \quad (4)"#, "4", "(4)"),
    (#"a = b, \qquad(12a)"#, "12a", "(12a)"),
    (#"\begin{split} a \end{split} \tag{S3}"#, "S3", #"\tag{S3}"#),
    (#"a = b (27)"#, nil, nil), (#"a = b \quad (x)"#, nil, nil),
  ])
  func tags(latex: String, tag: String?, text: String?) {
    let reading = readDisplay(latex)
    #expect(reading.diagnostics == [])
    #expect(reading.tag == tag)
    #expect(reading.tagRange.map { slice(latex, $0) } == text)
  }

  @Test func rangesOfStatementsAndRelations() throws {
    let latex = #"  \rho_{44} &= L_+ L_- \mathcal{R} \neq θ, \\ b = 1."#
    let reading = readDisplay(latex)
    let first = try #require(reading.statements.first)
    #expect(slice(latex, first.range) == #"\rho_{44} &= L_+ L_- \mathcal{R} \neq θ"#)
    #expect(first.relations.map { slice(latex, $0.range) } == ["=", #"\neq"#])
    #expect(
      first.sides.map { slice(latex, $0.range) } == [#"\rho_{44}"#, #"L_+ L_- \mathcal{R}"#, "θ"])
    #expect(slice(latex, reading.statements[1].range) == "b = 1")
  }

  @Test func oneStatementOnly() {
    #expect(throws: LaTeXError.self) { try LaTeXReader.statement(in: "a = b, c = d") }
    #expect(throws: LaTeXError.self) { try LaTeXReader.statement(in: " ") }
    #expect(throws: LaTeXError.self) { try LaTeXReader.statement(in: #"a = b \tag{1}"#) }
    #expect(throws: LaTeXError.self) { try LaTeXReader.formula(in: "a = b") }
    #expect(throws: LaTeXError.self) { try LaTeXReader.formula(in: "a, b") }
    #expect(throws: LaTeXError.self) { try LaTeXReader.formula(in: "") }
  }
}
