extension Explanation {
  /// The models of the examples, as the beginnings of derivation files.
  enum Model {
    /// A qubit in a bath of bosons: p_e = n/(2n + 1).
    static let qubit = file(
      #"""
      qubit 1: e g
      symbol \omega, \kappa, T: positive
      let s = |g\rangle\langle e|
      let H = \omega s^\dagger s
      hamiltonian H
      bath 1: couples s, temperature T, decay rate \kappa, boson
      approximations: born, markov, no Lamb shift
      n means occupation of bath 1 at frequency \omega
      p_e means steady state, basis |e\rangle |g\rangle, element (1, 1)
      p_g means steady state, basis |e\rangle |g\rangle, element (2, 2)
      """#)

    /// The same with a capital letter for the occupation.
    static let qubitCapital = qubit.replacing("n means", with: "N means")

    /// The same without the statistics.
    static let qubitOfEitherStatistics = qubit.replacing(", boson", with: "")

    /// A qubit between two baths: a heat current flows from the hotter to the colder.
    static let twoBaths = file(
      #"""
      qubit 1: e g
      symbol \omega, \kappa, T_1, T_2: positive
      let s = |g\rangle\langle e|
      let H = \omega s^\dagger s
      hamiltonian H
      bath 1: couples s, temperature T_1, decay rate \kappa, boson
      bath 2: couples s, temperature T_2, decay rate \kappa, boson
      approximations: born, markov, no Lamb shift
      n_i means occupation of bath i at frequency \omega, for i = 1, 2
      p_e means steady state, basis |e\rangle |g\rangle, element (1, 1)
      j_i means heat current from bath i, for i = 1, 2
      """#)

    /// The same, named by signs: the letter n alone is another number.
    static let signedBaths = file(
      #"""
      qubit 1: e g
      symbol \omega, \kappa, T_+, T_-, n: positive
      let s = |g\rangle\langle e|
      let H = \omega s^\dagger s
      hamiltonian H
      bath +: couples s, temperature T_+, decay rate \kappa, boson
      bath -: couples s, temperature T_-, decay rate \kappa, boson
      approximations: born, markov, no Lamb shift
      n_+ means occupation of bath + at frequency \omega
      n_- means occupation of bath - at frequency \omega
      j means heat current from bath +
      """#)

    /// Incoherent pumping γ against decay κ: p_e = γ/(γ + κ).
    static let pumped = file(
      #"""
      qubit 1: e g
      symbol \omega, \gamma, \kappa: positive
      let s = |g\rangle\langle e|
      let H = \omega s^\dagger s
      hamiltonian H
      jump s: rate \kappa
      jump s^\dagger: rate \gamma
      p_e means steady state, basis |e\rangle |g\rangle, element (1, 1)
      p_g means steady state, basis |e\rangle |g\rangle, element (2, 2)
      """#)

    /// A two-level Hamiltonian with its mixing angle.
    static let mixed = file(
      #"""
      qubit 1: e g
      symbol \Delta, \lambda: positive
      let \Omega = \sqrt{\Delta^2 + \lambda^2}
      let \theta: \cos\theta = \Delta/\Omega, \sin\theta = \lambda/\Omega
      let s = |g\rangle\langle e|
      let H = \frac{\Delta}{2} (s^\dagger s - s s^\dagger) + \frac{\lambda}{2} (s + s^\dagger)
      hamiltonian H
      |v_i\rangle means eigenvector i of H, for i = 1, 2
      """#)

    /// Three levels driven round: a p_1 = b p_2 = c p_3.
    static let cycle = file(
      #"""
      levels A: 1 2 3
      symbol \omega, a, b, c: positive
      let H = \omega |2\rangle\langle 2| + 2\omega |3\rangle\langle 3|
      hamiltonian H
      jump |2\rangle\langle 1|: rate a
      jump |3\rangle\langle 2|: rate b
      jump |1\rangle\langle 3|: rate c
      p_1 means steady state, basis |1\rangle |2\rangle |3\rangle, element (1, 1)
      p_2 means steady state, basis |1\rangle |2\rangle |3\rangle, element (2, 2)
      p_3 means steady state, basis |1\rangle |2\rangle |3\rangle, element (3, 3)
      """#)

    /// Two equal qubits without coupling: two eigenvalues are equal.
    static let equalEnergies = file(
      #"""
      qubit 1: e g
      qubit 2: e g
      symbol \omega, J, T_1, T_2: positive
      let s_i = |g\rangle_i\langle e|, for i = 1, 2
      let H = \omega |e\rangle_1\langle e| + \omega |e\rangle_2\langle e|
      hamiltonian H
      bath 1: couples s_1, temperature T_1, spectral density J, boson
      bath 2: couples s_2, temperature T_2, spectral density J, boson
      approximations: born, markov, no Lamb shift, flat spectral density
      |v_i\rangle means eigenvector i of H, for i = 1, 2, 3, 4
      n_i means occupation of bath i at frequency \omega, for i = 1, 2
      c means steady state, eigenbasis, element (2, 3)
      """#)

    private static func file(_ directives: String) -> String {
      "# An example\n\n```rederive\n\(directives)\n```\n"
    }
  }
}
