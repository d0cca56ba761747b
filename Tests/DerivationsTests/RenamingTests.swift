import ExactAlgebra
import LaTeXMath
import Testing

@testable import Derivations

@Suite struct RenamingTests {
  private static func text(_ formula: Formula) -> String { PlainText.render(formula) }

  /// A reader of the qubit's file, with a few more names.
  private static func reader(_ directives: String = "") throws -> Elaborator {
    try Sample.derivation(
      Sample.qubit + """
        ```rederive
        symbol \\rho, \\rho_{11}, \\rho_{23}, \\rho_{32}: complex
        |\\varepsilon_i\\rangle means eigenvector i of H, for i = 1, 2
        \(directives)
        ```

        """
    ).base.elaborator(at: 100, in: [1])
  }

  private static func renamed(
    _ formula: String, _ targets: [String: Renaming.Target]
  ) throws -> String {
    text(Renaming(targets)(try Sample.formula(formula), read: try reader()))
  }

  private static func affects(
    _ renaming: Renaming, _ formula: Formula, _ reader: Elaborator
  ) -> Bool {
    renaming.affects(
      Set(reader.declarations(namedIn: formula).map { reader.notation.declarations[$0].key }))
  }

  @Test(arguments: [
    (#"\rho_{23}"#, #"\rho_{32}"#), (#"\rho_{23} + \rho_{11}"#, #"\rho_{32} + \rho_{11}"#),
    (#"\frac{\rho_{23}}{2}"#, #"\frac{\rho_{32}}{2}"#), (#"|\rho_{23}|^2"#, #"|\rho_{32}|^2"#),
    (#"\rho_{23}^*"#, #"(\rho_{32})^*"#), (#"\rho_{23}^2"#, #"(\rho_{32})^2"#),
    (#"e^{\rho_{23}}"#, #"e^{\rho_{32}}"#), (#"\sqrt{\rho_{23}}"#, #"\sqrt{\rho_{32}}"#),
    (#"(\rho_{23} + \rho_{23})"#, #"(\rho_{32} + \rho_{32})"#), (#"\rho"#, #"\rho"#),
    (#"\sin \rho_{23}"#, #"\sin \rho_{32}"#),
    (
      #"\begin{pmatrix} 0 & \rho_{23} \end{pmatrix}"#,
      #"\begin{pmatrix} 0 & \rho_{32} \end{pmatrix}"#
    ),
  ])
  func namesAreReplaced(_ printed: String, _ meant: String) throws {
    let renaming = Renaming([#"\rho_{23}"#: .init(factor: 1, name: #"\rho_{32}"#)])
    let formula = try Sample.formula(printed)
    let reader = try Self.reader()
    let wanted = Self.text(try Sample.formula(meant)).filter { !"()".contains($0) }
    #expect(Self.text(renaming(formula, read: reader)).filter { !"()".contains($0) } == wanted)
    #expect(Self.affects(renaming, formula, reader) == (printed != meant))
  }

  // −x for x, also below a line and in a power: (−x)² = x².
  @Test func factors() throws {
    let preamble = Sample.qubit
    for (printed, meant) in [
      ("x + y", "-x + y"), ("x^2", "x^2"), ("x^3", "-x^3"), (#"\frac{y}{x}"#, #"-\frac{y}{x}"#),
      ("y - x", "y + x"), ("2 x y", "-2 x y"), (#"\sin x"#, #"-\sin x"#), ("e^{x}", "e^{-x}"),
    ] {
      let bench = try SlipBench.right(printed, after: preamble)
      var residues = try #require(try bench.residues())
      let renaming = Renaming(["x": .init(factor: -1, name: "x")])
      let value = residues.value(of: renaming(bench.right, read: bench.reader))
      #expect(value != nil)
      #expect(value == residues.value(of: try Sample.formula(meant)), "\(printed)")
    }
    var residues = try #require(try SlipBench.right("x").residues())
    let halved = Renaming(["x": .init(factor: Rational(1, 2), name: "y")])
    #expect(
      residues.value(of: halved(try Sample.formula("x^2"), read: try Self.reader()))
        == residues.value(of: try Sample.formula(#"\frac{y^2}{4}"#)))
  }

  // What stands for itself is no renaming.
  @Test func theIdentityIsEmpty() throws {
    #expect(Renaming(["x": .init(factor: 1, name: "x")]).targets.isEmpty)
    #expect(Renaming(["x": .init(factor: -1, name: "x")]).targets.count == 1)
    #expect(try Self.renamed("x + y", [:]) == Self.text(try Sample.formula("x + y")))
  }

  // x → y, then y → −z: x is −z, and y is −z too. Twice a sign is none.
  @Test func oneAfterTheOther() {
    let first = Renaming(["x": .init(factor: 2, name: "y")])
    let second = Renaming(["y": .init(factor: -1, name: "z")])
    let both = first.followed(by: second)
    #expect(
      both.targets == ["x": .init(factor: -2, name: "z"), "y": .init(factor: -1, name: "z")])
    let sign = Renaming(["x": .init(factor: -1, name: "x")])
    #expect(sign.followed(by: sign) == Renaming([:]))
    let swap = Renaming(["a": .init(factor: 1, name: "b"), "b": .init(factor: 1, name: "a")])
    #expect(swap.followed(by: swap) == Renaming([:]))
    #expect(swap.followed(by: sign).targets.count == 3)
  }

  // Whichever there are more of, names or targets.
  @Test func whatIsAffected() {
    let cycle = Renaming([
      "a": .init(factor: 1, name: "b"), "b": .init(factor: 1, name: "c"),
      "c": .init(factor: 1, name: "a"),
    ])
    #expect(cycle.affects(["c"]))
    #expect(!cycle.affects(["x"]))
    #expect(cycle.affects(["w", "x", "y", "z", "c"]))
    #expect(!cycle.affects(["v", "w", "x", "y", "z"]))
    #expect(!cycle.affects([]))
  }

  // A swap replaces every name once: a + 2b is b + 2a.
  @Test func aSwapIsNoChain() throws {
    let swap: [String: Renaming.Target] = [
      "a": .init(factor: 1, name: "b"), "b": .init(factor: 1, name: "a"),
    ]
    #expect(try Self.renamed("a + 2 b", swap) == Self.text(try Sample.formula("b + 2 a")))
  }

  // With −|v₁⟩ for |v₁⟩ and |v₂⟩ for |v₃⟩: a bra turns with its ket, |v₁⟩⟨v₁| stays as it is.
  @Test(arguments: [
    (#"a |v_1\rangle"#, #"-a |v_1\rangle"#), (#"\langle v_1|"#, #"-\langle v_1|"#),
    (#"|v_1\rangle\langle v_1|"#, #"|v_1\rangle\langle v_1|"#),
    (#"|v_1\rangle\langle v_3|"#, #"-|v_1\rangle\langle v_2|"#),
    (#"\langle v_1|e\rangle"#, #"-\langle v_1|e\rangle"#),
    (#"\langle e|v_3\rangle"#, #"\langle e|v_2\rangle"#),
    (#"\langle v_1|H|v_1\rangle"#, #"\langle v_1|H|v_1\rangle"#),
    (#"\langle v_3|H|v_1\rangle"#, #"-\langle v_2|H|v_1\rangle"#),
    (#"\langle e|(|v_1\rangle\langle g|)|g\rangle"#, #"-\langle e|v_1\rangle"#),
  ])
  func vectors(_ printed: String, _ meant: String) throws {
    let preamble =
      Sample.qubit + """
        ```rederive
        let |v_1\\rangle = |e\\rangle + 2 |g\\rangle
        let |v_2\\rangle = 3 |e\\rangle - |g\\rangle
        let |v_3\\rangle = |e\\rangle - 5 |g\\rangle
        ```

        """
    let bench = try SlipBench.right(printed, after: preamble)
    var residues = try #require(try bench.residues())
    let renaming = Renaming([
      #"|v_1\rangle"#: .init(factor: -1, name: #"|v_1\rangle"#),
      #"|v_3\rangle"#: .init(factor: 1, name: #"|v_2\rangle"#),
    ])
    #expect(Self.affects(renaming, bench.right, bench.reader))
    let value = residues.value(of: renaming(bench.right, read: bench.reader))
    #expect(value != nil)
    #expect(value == residues.value(of: try Sample.formula(meant)))
  }

  // −ΔT for ΔT, which is one name; a Δ or T beside others is not it.
  @Test func namesOfTwoParts() throws {
    let name = #"\Delta T"#
    let preamble =
      Sample.qubit + """
        ```rederive
        symbol \\Delta: real
        let \\Delta T = a - T
        ```

        """
    let renaming = Renaming([name: .init(factor: -1, name: name)])
    for (printed, meant) in [
      (#"2 \Delta T"#, #"-2 \Delta T"#), (#"x \Delta T + y"#, #"-x \Delta T + y"#),
      (#"\Delta T \Delta T"#, #"\Delta T \Delta T"#), (#"T \Delta"#, #"T \Delta"#),
    ] {
      let bench = try SlipBench.right(printed, after: preamble)
      var residues = try #require(try bench.residues())
      let value = residues.value(of: renaming(bench.right, read: bench.reader))
      #expect(value != nil)
      #expect(value == residues.value(of: try Sample.formula(meant)), "\(printed)")
      #expect(Self.affects(renaming, bench.right, bench.reader) == (printed != #"T \Delta"#))
    }
  }

  // −Δ₁ for Δ₁ and −v for the ket v. What is another name is left alone, and a sum is written out.
  @Test(arguments: [
    (#"\Delta_1"#, #"-\Delta_1"#), (#"\Delta_1^+"#, #"\Delta_1^+"#),
    (#"\Delta_1^3"#, #"-\Delta_1^3"#), (#"\Delta T"#, #"\Delta T"#),
    (#"T \Delta"#, #"-T \Delta"#), (#"\sum_{k=1}^{2} k \Delta_k"#, #"2\Delta_2 - \Delta_1"#),
    (#"\sum_{k=2}^{2} \Delta_k"#, #"\Delta_2"#), (#"g(\Delta_1)"#, #"-g\Delta_1"#),
    (#"N(\omega) \Delta_1"#, #"-N(\omega) \Delta_1"#),
    (#"|g\rangle_1\langle e|"#, #"|g\rangle_1\langle e|"#),
  ])
  func longerNames(_ printed: String, _ meant: String) throws {
    let preamble =
      Sample.qubit + """
        ```rederive
        symbol \\Delta, \\Delta_1, \\Delta_2, \\Delta_1^+, g: real
        let \\Delta T = 7
        ```

        """
    let bench = try SlipBench.right(printed, after: preamble)
    var residues = try #require(try bench.residues())
    let renaming = Renaming([
      #"\Delta_1"#: .init(factor: -1, name: #"\Delta_1"#),
      #"\Delta"#: .init(factor: -1, name: #"\Delta"#),
      #"|g\rangle"#: .init(factor: -1, name: #"|g\rangle"#),
    ])
    let value = residues.value(of: renaming(bench.right, read: bench.reader))
    #expect(value != nil)
    #expect(value == residues.value(of: try Sample.formula(meant)))
  }

  @Test func ketsHaveSigns() throws {
    let name = #"|\varepsilon_2\rangle"#
    let renaming = Renaming([name: .init(factor: -1, name: name)])
    let reader = try Self.reader()
    func affects(_ formula: String) throws -> Bool {
      Self.affects(renaming, try Sample.formula(formula), reader)
    }
    #expect(try affects(#"a |\varepsilon_2\rangle"#))
    #expect(try !affects(#"a |\varepsilon_1\rangle"#))
  }
}
