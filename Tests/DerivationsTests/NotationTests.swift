import LaTeXMath
import Testing

@testable import Derivations

@Suite struct NotationTests {
  private func notation(_ text: String) throws -> Notation {
    try LineReader(NotationBuilder(try Sample.document(text))).notation
  }

  /// The right side that a name stands for at a place.
  private func value(
    _ key: String, _ notation: Notation, at position: Int, in section: Document.Section
  ) -> String? {
    guard let index = notation.lookup(key, at: position, in: section) else { return nil }
    switch notation.declarations[index].kind {
    case .define(let formula), .printed(let formula):
      if case .number(let text) = formula.kind { return text }
      return "formula"
    case .symbol: return "symbol"
    case .angle: return "angle"
    case .mode: return "mode"
    case .meaning: return "meaning"
    }
  }

  // Sections: T = [1], A = [1, 2], A.1 = [1, 2, 3], B = [1, 4], C = [1, 5]. Items 0 … 6 in order.
  private let scoped = """
    # T
    ## A
    ```rederive
    given boson
    ```
    $$ R = 1 $$
    ### A.1
    $$ u = R $$
    ## B
    $$ x = R $$
    ## C
    ```rederive
    given fermion
    ```
    $$ y = R $$
    $$ R = 3 $$
    """

  // The own section first, then those around it.
  @Test(arguments: [
    (1, [1, 2], "1"), (2, [1, 2, 3], "1"),
    // Nothing around B defines it: the latest before.
    (3, [1, 4], "1"),
    // "where R = 3" stands after its use.
    (5, [1, 5], "3"), (6, [1, 5], "3"),
  ])
  func printedDefinitionsAreScoped(
    _ position: Int, _ section: [Int], _ expected: String
  ) throws {
    #expect(value("R", try notation(scoped), at: position, in: section) == expected)
  }

  // Before all of them there is none.
  @Test func noneBeforeTheFirst() throws {
    #expect(value("R", try notation(scoped), at: 0, in: [1]) == nil)
  }

  @Test func theLatestDirectiveIsInForce() throws {
    let notation = try notation(
      """
      ```rederive
      let a = 1
      ```
      $$ x = a $$
      ```rederive
      let a = 2
      ```
      $$ y = a $$
      """)
    #expect(value("a", notation, at: 1, in: []) == "1")
    #expect(value("a", notation, at: 3, in: []) == "2")
    // Said only later: the first one after the place.
    #expect(value("a", notation, at: -1, in: []) == "1")
  }

  @Test func aPrintedLineIsNoDefinitionOfWhatIsDeclaredLater() throws {
    let notation = try notation("$$ a = 5 $$\n```rederive\nlet a = 1\n```\n$$ x = a $$")
    #expect(value("a", notation, at: 0, in: []) == "1")
    #expect(value("a", notation, at: 2, in: []) == "1")
  }

  @Test func familiesDeclareEveryInstance() throws {
    let notation = try notation(
      """
      ```rederive
      symbol g_{ik}: real, for i = 1, 2
      let s_i^\\pm = i \\pm 1, for i = 1, 2
      |v_i\\rangle means eigenvector i of H, for i = 1, 2
      E_i(w) means occupation of bath i at frequency w, for i = h, c
      ```
      """)
    for key in ["g_{1k}", "g_{2k}", "s_1^+", "s_2^-", #"|v_2\rangle"#, "E_h()", "E_c()"] {
      #expect(notation.lookup(key, at: 9, in: []) != nil, "\(key)")
    }
    for key in ["g_{ik}", "g_{3k}", "s_i^+", #"|v_3\rangle"#, "E_i()"] {
      #expect(notation.lookup(key, at: 9, in: []) == nil, "\(key)")
    }
    #expect(notation.keys(at: 9).contains("E_h"))
  }

  private let families = """
    ```rederive
    A_i means eigenvalue i of H, for i = 1, 2
    \\rho_{ij} means steady state, eigenbasis, element (i, j), for i = 1, 2, 3, for j = 1, 2
    r_n means eigenvalue n of the density operator, for n = 1, 2, 3
    |r_n\\rangle means eigenvector n of the density operator, for n = 1, 2, 3
    N_i(\\omega) means occupation of bath i at frequency \\omega, for i = h, c
    ```
    """

  @Test(arguments: [
    ("A_i", ["i": ["1", "2"]]), ("A_k + A_k^2", ["k": ["1", "2"]]), ("A_1", [:]), ("B_i", [:]),
    (#"\rho_{ij}"#, ["i": ["1", "2", "3"], "j": ["1", "2"]]),
    // One letter in two places takes what both allow.
    (#"\rho_{mm}"#, ["m": ["1", "2"]]), (#"\rho_{n1}"#, ["n": ["1", "2", "3"]]),
    // 7 is no value of i.
    (#"\rho_{7j}"#, [:]),
    (#"A_n \rho_{1n}"#, ["n": ["1", "2"]]), ("r_{n+1}", ["n": ["1", "2", "3"]]),
    (#"|r_m\rangle\langle r_m|"#, ["m": ["1", "2", "3"]]), (#"N_i(x)"#, ["i": ["h", "c"]]),
    (#"\langle r_a|r_b\rangle"#, ["a": ["1", "2", "3"], "b": ["1", "2", "3"]]),
    // Letters under a sum are bound by it.
    (#"\sum_n r_n"#, [:]), (#"\sum_n r_n A_i"#, ["i": ["1", "2"]]),
    (#"\sum_{j=1}^2 A_i"#, ["i": ["1", "2"]]),
    (#"\sum_{n,m} \rho_{nm} A_n"#, [:]), ("A_i^2", ["i": ["1", "2"]]),
  ])
  func openLetters(_ text: String, _ letters: [String: [String]]) throws {
    let notation = try notation(families)
    #expect(
      notation.openLetters(in: try Sample.formula(text), at: 9, section: []) == letters)
  }

  @Test func lettersAreOpenFromTheirDirectiveOn() throws {
    let notation = try notation(families)
    #expect(notation.openLetters(in: try Sample.formula("A_i"), at: -1, section: []).isEmpty)
  }

  @Test(arguments: [
    ("let a + b = 1", "not-a-symbol 2:5 expected a symbol, not 'a + b'"),
    ("symbol 2x: real", "not-a-symbol 2:8 expected a symbol, not '2x'"),
    (#"mode |e\rangle"#, #"not-a-symbol 2:6 expected a symbol, not '|e\rangle'"#),
    ("x + y means ergotropy", "not-a-symbol 2:1 expected a symbol, not 'x + y'"),
  ])
  func onlySymbolsAreDeclared(_ line: String, _ message: String) {
    let fault = Sample.fault("```rederive\n\(line)\n```")
    #expect(
      fault.map(\.brief) == [
        message
          + #" | one letter or command with scripts, a ket, or a function such as N_i(\omega)"#
      ])
  }

  @Test(arguments: [
    (
      "E means eigenvalue x of H",
      "bad-index 2:20 'x' is not an index | give its values with ', for i = 1, 2'"
    ),
    (
      "E means eigenvalue 0 of H",
      "bad-index 2:20 '0' is not an index | give its values with ', for i = 1, 2'"
    ),
    ("E means a + b", "unknown-meaning 2:9 unknown meaning 'a + b' "),
    (
      #"E means \alpha + b"#,
      #"unknown-meaning 2:9 unknown meaning '\alpha + b'"#
        + " | expected a phrase such as 'steady state, eigenbasis', or another symbol"
    ),
    ("qubit 1: e g\nqubit 1: a b", "declared-twice 3:1 subsystem 1 is declared twice"),
    (
      "hamiltonian H\nhamiltonian G",
      "declared-twice 3:1 the Hamiltonian is declared twice | keep one"
    ),
    (
      "bath 1: couples X, temperature T, decay rate k\nbath 1: couples X, temperature T, decay rate k",
      "declared-twice 3:1 bath 1 is declared twice"
    ),
    (#"let a = \frac{1"#, "unclosed-brace 2:14 cannot read '{': expected '}' to close this group"),
  ])
  func faultyDirectives(_ line: String, _ message: String) {
    let fault = Sample.fault("```rederive\n\(line)\n```")
    #expect(fault.count == 1)
    #expect(fault.first?.brief.hasPrefix(message) == true, "\(fault)")
  }

  // X is an operator as it is defined, a scalar once it is defined as 1; Y is what X is.
  @Test func typesAreThoseOfTheDefinitionsInForce() throws {
    var notation = try Sample.derivation(
      Sample.qubit + #"""
        $$ X = \sigma_+ $$
        $$ Y = X + X $$
        """#
    ).base.notation
    func type(_ key: String) throws -> Elaborated {
      var reader = Elaborator(
        notation: notation, position: 100, section: [1], sites: ["1"], labels: ["e", "g"])
      return try reader.elaborate(LaTeXReader.formula(in: key))
    }
    #expect(!notation.types.isEmpty)
    #expect(try type("Y").typeName == "an operator")
    let index = try #require(notation.lookup("X", at: 100, in: [1]))
    notation = notation.replacingDefinition(index, by: try LaTeXReader.formula(in: "1"))
    #expect(notation.types.isEmpty)
    #expect(try type("Y").typeName == "a scalar")
    notation.learnTypes(sites: ["1"], labels: ["e", "g"])
    #expect(try type("Y").typeName == "a scalar")
    #expect(notation.rewritingDefinitions(keepsTypes: true) { $1 }.types == notation.types)
    notation = notation.rewritingDefinitions { $1 }
    #expect(notation.types.isEmpty)
  }

  // x printed at 1, 3 and 5 of a section, and at 4 of one inside it: the latest before a place, else the first
  // after it.
  @Test func definitionsOfOneSection() throws {
    var notation = Notation()
    for (position, section) in [(1, [1]), (3, [1]), (4, [1, 2]), (5, [1])] {
      notation.add(
        Declaration(
          key: "x", kind: .printed(try LaTeXReader.formula(in: "\(position)")), position: position,
          section: section, range: 0..<0))
    }
    func found(_ position: Int, _ section: Document.Section) -> Int? {
      notation.lookup("x", at: position, in: section).map { notation.declarations[$0].position }
    }
    #expect([0, 1, 2, 3, 4, 9].map { found($0, [1]) } == [1, 1, 1, 3, 3, 5])
    #expect([0, 4, 9].map { found($0, [1, 2]) } == [4, 4, 4])
    #expect(found(9, [7]) == 5)
    #expect(found(0, [7]) == nil)
  }

  // w uses s through the square of r_1, which the file gives; nothing uses q until w is defined by it.
  @Test func whatIsUsedThroughDefinitions() throws {
    let preamble =
      Sample.qubit + """
        $$ s = 2 n + 1 $$

        $$ q = 3 $$

        ```rederive
        let r_1 = 1/s
        ```

        $$ w = n r_1^2 $$

        """
    var base = try Sample.derivation(preamble).base
    let formula = try Sample.formula("2 w")
    func used() -> [String] {
      base.declarations(usedBy: [formula], at: 100, in: [1])
        .map { base.notation.declarations[$0].key }.sorted()
    }
    #expect(used() == [#"\omega"#, "n", "r_1", "s", "w"])
    let index = try #require(base.notation.lookup("w", at: 100, in: [1]))
    #expect(
      base.definitions(usedBy: [formula], at: 100, in: [1])
        == [try #require(base.notation.lookup("s", at: 100, in: [1])), index].sorted())
    base.notation = base.notation.replacingDefinition(index, by: try Sample.formula("n q"))
    #expect(used() == [#"\omega"#, "n", "q", "w"])
    base.notation = base.notation.rewritingDefinitions { number, _ in
      number == index ? Formula(.number("1"), 0..<1) : formula
    }
    #expect(used() == ["w"])
  }
}
