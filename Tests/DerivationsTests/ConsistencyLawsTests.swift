import Testing

@testable import Derivations

/// Each law of consistency on documents of a few lines: one that is right, one that is wrong.
@Suite struct ConsistencyLawsTests {
  /// A qubit with two reservoirs whose statistics is left open.
  private static let open = #"""
    # A qubit

    ```rederive
    qubit 1: e g
    symbol \omega, \kappa, T, T_1, T_2, a: positive
    symbol \mu_1, \mu_2, x, y: real
    let \sigma_- = |g\rangle\langle e|
    let H = \omega |e\rangle\langle e|
    hamiltonian H
    bath 1: couples \sigma_-, temperature T_1, chemical potential \mu_1, decay rate \kappa
    bath 2: couples \sigma_-, temperature T_2, chemical potential \mu_2, decay rate \kappa
    approximations: born, markov, no Lamb shift
    |\varepsilon_i\rangle means eigenvector i of H, for i = 1, 2
    n_i means occupation of bath i at frequency \omega, for i = 1, 2
    m_i means occupation of bath i at frequency 2\omega, for i = 1, 2
    \gamma_i means absorption rate of bath i at frequency \omega, for i = 1, 2
    \Gamma_i means emission rate of bath i at frequency \omega, for i = 1, 2
    p_e means steady state, basis |e\rangle |g\rangle, element (1, 1)
    p_g means steady state, basis |e\rangle |g\rangle, element (2, 2)
    \rho_{eg} means steady state, basis |e\rangle |g\rangle, element (1, 2)
    \rho_{ge} means steady state, basis |e\rangle |g\rangle, element (2, 1)
    \rho_{ij} means steady state, eigenbasis, element (i, j), for i = 1, 2, for j = 1, 2
    \rho means steady state, basis |e\rangle |g\rangle
    U means change of basis from the eigenbasis to basis |e\rangle |g\rangle
    ```

    """#

  private func outcome(_ text: String) throws -> Outcome {
    try Sample.derivation(Self.open + text).checkWithoutModel { _ in }
  }

  /// What is said of each contradiction, with its two values.
  private func found(_ text: String) throws -> [String] {
    try outcome(text).findings.map { finding in
      let witness = finding.witness
      return "\(finding.statement) \(witness?.firstValue ?? "") / \(witness?.secondValue ?? "")"
    }
  }

  private func notes(_ text: String) throws -> [[String]] { try outcome(text).lines.map(\.notes) }

  // MARK: Bases

  // ⟨ε₁|ε₂⟩ = (3/5)(4/5) + (4/5)(−3/5) = 0; with + in the last component 24/25.
  @Test func eigenvectorsAreOrthonormal() throws {
    let first = #"|\varepsilon_1\rangle &= \frac{3}{5}|e\rangle + \frac{4}{5}|g\rangle"#
    func second(_ sign: String) -> String {
      #"|\varepsilon_2\rangle &= \frac{4}{5}|e\rangle \#(sign) \frac{3}{5}|g\rangle"#
    }
    #expect(try found("$$ \(first), \\\\ \(second("-")) \\tag{1} $$") == [])
    #expect(
      try found("$$ \(first), \\\\ \(second("+")) \\tag{1} $$") == [
        #"$|\varepsilon_1\rangle$ and $|\varepsilon_2\rangle$ of (1) are not orthogonal, as "#
          + "eigenvectors are: they cannot both be right. 24/25 / 0"
      ])
  }

  // ⟨v|v⟩ = 4/9 + 1/9.
  @Test func eigenvectorsHaveNormOne() throws {
    let line = #"$$ |\varepsilon_1\rangle = \frac{2}{3}|e\rangle - \frac{1}{3}|g\rangle \tag{1} $$"#
    #expect(
      try found(line) == [
        #"$|\varepsilon_1\rangle$ of (1) does not have the norm 1 of an eigenvector. 5/9 / 1"#
      ])
  }

  // One of several vectors for the same number may differ by a phase: nothing is said.
  @Test func phasesContradictNothing() throws {
    #expect(
      try found(
        #"$$ |\varepsilon_1\rangle = |g\rangle, \quad |\varepsilon_1\rangle = -|g\rangle \tag{1} $$"#
      )
        == [])
  }

  // What a constant could mend refutes nothing: Q = 1/√2.
  @Test func anUndeclaredNormalisationIsOpen() throws {
    #expect(
      try found(#"$$ |\varepsilon_1\rangle = Q(|e\rangle + |g\rangle) \tag{1} $$"#) == [])
  }

  // Rows (3/5, 4/5) and (−4/5, 3/5); with (4/5, 3/5) their overlap is 24/25.
  @Test func changesOfBasisAreUnitary() throws {
    func matrix(_ entry: String) -> String {
      #"$$ U = \begin{pmatrix} \frac{3}{5} & \frac{4}{5} \\ \#(entry) & \frac{3}{5} \end{pmatrix} "#
        + #"\tag{1} $$"#
    }
    #expect(try found(matrix(#"-\frac{4}{5}"#)) == [])
    #expect(try notes(matrix(#"-\frac{4}{5}"#)) == [["the matrix is unitary"]])
    #expect(
      try found(matrix(#"\frac{4}{5}"#)) == [
        "$U$ of (1) is not unitary, as the matrix between two orthonormal bases is: its entries "
          + "cannot all be right. 24/25 / 0"
      ])
  }

  // MARK: States

  // n/(2n + 1) + (n + 1)/(2n + 1) = 1; with n + 2 it is 4/3 at n = 1.
  @Test func populationsAddUpToOne() throws {
    func lines(_ numerator: String) -> String {
      #"$$ p_e = \frac{n_1}{2n_1 + 1}, \quad p_g = \frac{\#(numerator)}{2n_1 + 1} \tag{1} $$"#
    }
    #expect(try found(lines("n_1 + 1")) == [])
    #expect(try notes(lines("n_1 + 1")) == [["the trace of (1) is 1"], ["the trace of (1) is 1"]])
    // Without statistics in force it must fail for both kinds.
    #expect(
      try found(lines("n_1 + 2")) == [
        "$p_e$ and $p_g$, the diagonal elements of the state in (1), do not add up to 1: they cannot all be right. 4/3 / 1"
      ])
    // Only one of them is printed.
    #expect(try found(#"$$ p_e = \frac{n_1}{2n_1 + 5} \tag{1} $$"#) == [])
    // Q = 1 would mend it.
    #expect(try found(lines("Q(n_1 + 1)")) == [])
    // No constant Q would.
    #expect(try found(lines("Q + n_1^2")).count == 1)
  }

  // Elements of the same basis on the right: p_g = 1 − p_e says nothing wrong.
  @Test func elementsOfTheSameBasisAreLeftAlone() throws {
    #expect(
      try found(#"$$ p_e = \frac{n_1}{2n_1 + 1}, \quad p_g = 1 - p_e \tag{1} $$"#) == [])
  }

  // In another basis: (ρ₁₁ + ρ₂₂)/2 ± Re ρ₁₂ add up to ρ₁₁ + ρ₂₂; with ρ₁₁ twice to 2ρ₁₁ + …
  @Test func changesOfBasisKeepTheTrace() throws {
    func lines(_ last: String) -> String {
      #"$$ p_e = \frac{1}{2}(\rho_{11} + \rho_{22} + \rho_{12} + \rho_{21}), "#
        + #"\quad p_g = \frac{1}{2}(\rho_{11} + \#(last) - \rho_{12} - \rho_{21}) \tag{1} $$"#
    }
    #expect(try found(lines(#"\rho_{22}"#)) == [])
    #expect(
      try found(lines(#"\rho_{11}"#)) == [
        "$p_e$ and $p_g$, the diagonal elements of the state in (1), do not add up to 1 for every "
          + "state: as a change of basis they cannot all be right. 3/2 / 1"
      ])
  }

  @Test func coherencesAreConjugates() throws {
    func lines(_ sign: String) -> String {
      #"$$ \rho_{eg} = x + iy, \quad \rho_{ge} = x \#(sign) iy \tag{1} $$"#
    }
    #expect(try found(lines("-")) == [])
    #expect(
      try notes(lines("-")) == [
        [#"conjugate to $\rho_{ge}$ of (1)"#], [#"conjugate to $\rho_{eg}$ of (1)"#],
      ])
    // 1 + i, and the conjugate of 1 + i.
    #expect(
      try found(lines("+")) == [
        #"$\rho_{eg}$ and $\rho_{ge}$ of (1) are not complex conjugates, as elements of a state "#
          + "are: they cannot both be right. 1+i / 1-i"
      ])
  }

  @Test func populationsAreReal() throws {
    #expect(
      try found(#"$$ p_e = n_1 + 2i \tag{1} $$"#) == [
        "$p_e$ of (1) is a diagonal element of a state, but not real. 2 / 0"
      ])
  }

  @Test func matricesAreReadEntryByEntry() throws {
    func matrix(_ a: String, _ b: String, _ last: String = #"\frac{2}{3}"#) -> String {
      #"$$ \rho = \begin{pmatrix} \frac{1}{3} & \#(a) \\ \#(b) & \#(last) \end{pmatrix} \tag{1} $$"#
    }
    #expect(try found(matrix("ix", "-ix")) == [])
    #expect(try found(matrix("ix", "ix")).count == 1)
    // 1/3 + 1/3.
    #expect(try found(matrix("0", "0", #"\frac{1}{3}"#)).map { $0.suffix(7) } == ["2/3 / 1"])
    // The entry says 0, a line says i.
    #expect(
      try found(matrix("0", "0") + "\n\n" + #"$$ \rho_{eg} = i \tag{2} $$"#).contains {
        $0.hasPrefix(#"(1) and (2) cannot both be right about $\rho_{eg}$"#)
      })
  }

  // MARK: The model is not asked

  // Three states in one block have no eigenbasis here, and nothing is missing.
  @Test func theHamiltonianIsNotDiagonalised() throws {
    let text = #"""
      # A ring

      ```rederive
      levels A: 1 2 3
      symbol a, b, \kappa, T: positive
      let H = a |1\rangle\langle 2| + a |2\rangle\langle 1| + b |2\rangle\langle 3| + b |3\rangle\langle 2|
      hamiltonian H
      bath 1: couples |1\rangle\langle 3|, temperature T, decay rate \kappa, boson
      approximations: born, markov, no Lamb shift
      |\varepsilon_i\rangle means eigenvector i of H, for i = 1, 2, 3
      ```

      $$ |\varepsilon_1\rangle = |1\rangle, \quad |\varepsilon_2\rangle = |1\rangle \tag{1} $$
      """#
    let derivation = try Sample.derivation(text)
    #expect(throws: FileError.self) { try derivation.check { _ in } }
    #expect(try derivation.checkWithoutModel { _ in }.findings.map(\.equations) == [["1"]])
  }

  @Test func whatCannotBeReadIsSaid() throws {
    #expect(throws: FileError.self) {
      try outcome("```rederive\ngiven bosson\n```\n\n$$ p_e = 1 $$")
    }
    #expect(throws: FileError.self) { try outcome("$$ B = Q $$") }
    let lines = try outcome(#"$$ p_e = \int x \tag{1} $$ $$ p_e = Q \tag{2} $$"#).lines
    #expect(lines.map(\.verdict) == [.unreadable, .undecided])
    #expect(lines[1].hasUndeclared)
  }

  @Test func progressNamesTheLaws() throws {
    var words: [String] = []
    _ = try Sample.derivation(Self.open).checkWithoutModel { words.append($0) }
    #expect(words == ["orthonormality", "states", "repeated quantities", "small occupations"])
  }
}
