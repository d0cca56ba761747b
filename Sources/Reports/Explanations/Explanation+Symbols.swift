/// Slips of letters, numbers, brackets and what hangs on them.
extension Explanation {
  static let label = Explanation(
    .label, "an index, or a + or − in a script, differs",
    meaning: """
      The line does not follow from the model, and it does with one label changed: another bath, \
      level or transition than the printed one.
      """,
    physics: """
      A label decides which bath or which level a rate belongs to. With one of two baths named \
      twice the state no longer knows the other's temperature. With the levels' labels exchanged a \
      Gibbs state reads as an inverted population, and a spurious ergotropy appears: work that \
      could be drawn from a thermal state, against the second law.
      """,
    model: Model.twoBaths,
    wrong: #"$$ p_e = \frac{n_1 + n_1}{2(n_1 + n_2 + 1)} $$"#,
    right: #"$$ p_e = \frac{n_1 + n_2}{2(n_1 + n_2 + 1)} $$"#)

  static let number = Explanation(
    .number, "a number is one off, or twice or half as large",
    meaning: """
      The line does not follow from the model, and it does with one number changed by one, doubled \
      or halved, a lost factor 2 included.
      """,
    physics: """
      Factors of 2 tell a ratio from a probability: n/(n + 1) is the Boltzmann factor, the ratio \
      of two populations, and n/(2n + 1) the population itself. With the first a hot qubit would \
      be excited with certainty instead of with probability one half.
      """,
    model: Model.qubit,
    wrong: #"$$ p_e = \frac{n}{n + 1} $$"#,
    right: #"$$ p_e = \frac{n}{2n + 1} $$"#)

  static let conjugation = Explanation(
    .conjugation, "i for −i, or a dagger or star is missing or superfluous",
    meaning: """
      The line does not follow from the model, and it does with one conjugation changed: i for −i, \
      a dagger or a star put in or left out.
      """,
    physics: """
      A dagger tells absorption from emission. Without it a lowering operator applied twice \
      leaves nothing of a qubit's Hamiltonian. With i for −i a coherence turns the other way, and \
      so does the current or the phase that is read from it.
      """,
    model: Model.qubit,
    wrong: #"$$ H = \omega s s $$"#,
    right: #"$$ H = \omega s^\dagger s $$"#)

  static let typeface = Explanation(
    .typeface, "a letter of another typeface, or a lost accent",
    meaning: """
      The line does not follow from the model, and it does with one letter in another typeface or \
      with its accent: roman for calligraphic, n for n̄. Copying and character recognition lose \
      such differences first.
      """,
    physics: """
      Papers use N for an occupation and a calligraphic N for a normalisation. With the wrong one \
      of them a population exceeds 1, as (N + 1)/N does.
      """,
    model: Model.qubitCapital,
    wrong: #"""
      $$ \mathcal{N} = 2N + 1 $$

      $$ p_g = \frac{N + 1}{N} $$
      """#,
    right: #"""
      $$ \mathcal{N} = 2N + 1 $$

      $$ p_g = \frac{N + 1}{\mathcal{N}} $$
      """#,
    verdicts: [.defined, .refuted])

  static let bracket = Explanation(
    .bracket, "a bracket is missing, superfluous or misplaced",
    meaning: """
      The line does not follow from the model, and it does with one pair of brackets put in, left \
      out or moved.
      """,
    physics: """
      A current is driven by a difference of occupations. Without the brackets only one of the two \
      carries the energy and the rate: a number is subtracted from a power, and heat flows between \
      baths of equal temperature.
      """,
    model: Model.twoBaths,
    wrong: #"$$ j_1 = \frac{\omega \kappa n_1 - n_2}{2(n_1 + n_2 + 1)} $$"#,
    right: #"$$ j_1 = \frac{\omega \kappa (n_1 - n_2)}{2(n_1 + n_2 + 1)} $$"#)

  static let function = Explanation(
    .function, "one function for another",
    meaning: """
      The line does not follow from the model, and it does with one function changed, such as sin \
      for cos.
      """,
    physics: """
      The mixing angle says how much of each bare state an eigenstate holds. With sine for cosine \
      the vector is not normalised and not an eigenvector: weak coupling would mix the states \
      completely instead of hardly at all.
      """,
    model: Model.mixed,
    wrong: #"""
      $$ |v_2\rangle = \sin\frac{\theta}{2} |e\rangle + \sin\frac{\theta}{2} |g\rangle $$
      """#,
    right: #"""
      $$ |v_2\rangle = \cos\frac{\theta}{2} |e\rangle + \sin\frac{\theta}{2} |g\rangle $$
      """#)

  static let symbol = Explanation(
    .symbol, "one symbol for another of its family",
    meaning: """
      The line does not follow from the model, and it does with one symbol replaced by another \
      that the paper uses for a quantity of the same kind.
      """,
    physics: """
      Pumping and decay compete for a level. With the decay rate in place of the pump the \
      populations no longer add up to 1, and a qubit that is hardly pumped would seem almost fully \
      excited, ready to give work.
      """,
    model: Model.pumped,
    wrong: #"""
      $$ p_e = \frac{\kappa}{\gamma + \kappa}, \quad p_g = \frac{\kappa}{\gamma + \kappa} $$
      """#,
    right: #"""
      $$ p_e = \frac{\gamma}{\gamma + \kappa}, \quad p_g = \frac{\kappa}{\gamma + \kappa} $$
      """#,
    verdicts: [.refuted, .proved])
}
