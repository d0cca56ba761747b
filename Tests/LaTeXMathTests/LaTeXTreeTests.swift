import Testing

@testable import LaTeXMath

@Suite struct LaTeXTreeTests {
  private func roundTrip(_ latex: String) -> LaTeXTree {
    let tree = LaTeXTree(latex)
    #expect(Array(tree.text.utf8) == Array(latex.utf8))
    #expect(tree.description == tree.text)
    var end = 0
    tree.forEachLeaf {
      #expect($0.lowerBound == end)
      end = $0.upperBound
    }
    #expect(end == latex.utf8.count)
    return tree
  }

  @Test(arguments: [
    "", " ", "\r\n", "a % comment\n b %", #"\,\;\!\ ~"#, #"x ^ {2} _ \pm '"#,
    #"\\ \\* \\[2pt] \\[x]"#,
    #"\left ( a \right. \left\{ b \right\rangle"#, #"\text{für θ − 1}"#, "𝓡é\u{301}",
    #"\begin {aligned}[t] a & b \\ c & d \end{aligned}"#,
    #"\begin{array}{c@{}c} 1 & 2 \end{array}"#,
    #"x^\frac12 y_\mathrm{eq} z^\mathcal L"#,
  ])
  func valid(latex: String) {
    #expect(roundTrip(latex).diagnostics == [])
  }

  @Test(arguments: [
    ("a { b", LaTeXDiagnostic.Code.unclosedBrace, "{"), ("a } b", .strayBrace, "}"),
    (#"\begin{aligned} a"#, .unclosedEnvironment, #"\begin{aligned}"#),
    (#"a \end{aligned}"#, .strayEnd, #"\end{aligned}"#),
    (#"\begin{aligned} a \end{align}"#, .mismatchedEnvironment, #"\end{align}"#),
    (#"\left( a"#, .unclosedFence, #"\left("#), (#"a \right)"#, .strayFence, #"\right)"#),
    (#"a \left"#, .malformedCommand, #"\left"#), (#"a \begin x"#, .malformedCommand, #"\begin"#),
    ("a \\", .malformedCommand, "\\"), ("x^", .missingScript, "^"), ("x_}", .missingScript, "_"),
    (#"{a & b"#, .unclosedBrace, "{"), (#"{ \left( }"#, .unclosedFence, #"\left("#),
  ])
  func faulty(latex: String, code: LaTeXDiagnostic.Code, token: String) throws {
    let tree = roundTrip(latex)
    let fault = try #require(tree.diagnostics.first)
    #expect(fault.code == code)
    #expect(fault.token == token)
    #expect(slice(latex, fault.range) == token)
    #expect(fault.message == code.structuralMessage)
    // The reader names the same fault.
    #expect(LaTeXReader.statements(in: latex).diagnostics.map(\.code).contains(code))
    #expect(throws: LaTeXError.self) { try LaTeXReader.formula(in: latex) }
  }

  @Test func rowsAndCells() throws {
    let latex = #"\begin{aligned} a &= b \\[2pt] & c \end{aligned}"#
    let tree = roundTrip(latex)
    guard case .environment(let environment) = tree.nodes[0].kind else {
      Issue.record("no environment")
      return
    }
    #expect(environment.name == "aligned")
    #expect(environment.rows.map(\.cells.count) == [2, 2])
    #expect(
      environment.rows.map { row in row.lineBreak.map { slice(latex, $0.range) } }
        == [#"\\[2pt]"#, nil])
  }

  @Test func nestingUpToTheLimit() {
    let limit = LaTeXTree.nestingLimit
    let braces = String(repeating: "{", count: limit) + String(repeating: "}", count: limit)
    #expect(roundTrip(braces).diagnostics == [])
    let deeper = "{" + braces + "}"
    #expect(roundTrip(deeper).diagnostics.map(\.code) == [.nestingTooDeep])
    #expect(roundTrip(deeper).diagnostics[0].range == limit..<limit + 1)
  }
}
