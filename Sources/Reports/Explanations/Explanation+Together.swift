/// What several lines have in common, or cannot all be right about.
extension Explanation {
  static let convention = Explanation(
    .convention, "true under another convention than the declared one",
    meaning: """
      The line follows under a named convention that the file does not declare: the statistics of \
      a bath where none is given, the order of a basis, the sign of a vector, 2Γ for Γ. If the \
      paper means that convention, declare it; lines that then no longer follow are told.
      """,
    physics: """
      A convention is harmless as long as it is one. Bosons have the occupation with −1 and \
      fermions the one with +1; a formula taken from one text and used in another that means the \
      other statistics turns stimulated emission into Pauli blocking.
      """,
    model: Model.qubitOfEitherStatistics,
    wrong: #"$$ n = \frac{1}{e^{\omega/T} - 1} $$"#,
    right: #"""
      ```rederive
      given boson
      ```

      $$ n = \frac{1}{e^{\omega/T} - 1} $$
      """#,
    verdicts: [.convention])

  static let permutation = Explanation(
    .permutation, "the labels of several lines are permuted",
    meaning: """
      Several lines do not follow as labelled, and all of them do with their labels exchanged in \
      one and the same way. The formulas are right, the names they carry are not.
      """,
    physics: """
      Each line looks like a population, and together they still add up to 1, so no sum rule \
      notices. But which level holds how much decides what can be drawn from it: a state that \
      falls with energy reads as an inverted one, with an ergotropy that is not there.
      """,
    model: Model.cycle,
    wrong: #"""
      $$ p_1 = \frac{a c}{a b + b c + c a}, \quad p_2 = \frac{b c}{a b + b c + c a}, \quad
      p_3 = \frac{a b}{a b + b c + c a} $$
      """#,
    right: #"""
      $$ p_1 = \frac{b c}{a b + b c + c a}, \quad p_2 = \frac{a c}{a b + b c + c a}, \quad
      p_3 = \frac{a b}{a b + b c + c a} $$
      """#,
    verdicts: [.refuted, .refuted, .proved])

  static let basis = Explanation(
    .basis, "a basis in another order than the declared one",
    meaning: """
      Lines about matrix elements follow with the vectors of the basis in another order than the \
      declared one. If the paper means that order, declare it.
      """,
    physics: """
      Element (1, 1) is the excited state's population in one order and the ground state's in the \
      other. Read in the wrong order every thermal state is inverted, and its whole energy above \
      the ground state seems to be work.
      """,
    model: Model.qubit,
    wrong: #"$$ p_e = \frac{n + 1}{2n + 1}, \quad p_g = \frac{n}{2n + 1} $$"#,
    right: #"$$ p_e = \frac{n}{2n + 1}, \quad p_g = \frac{n + 1}{2n + 1} $$"#,
    verdicts: [.convention, .convention])

  static let inconsistency = Explanation(
    .inconsistency, "lines that cannot all be right together",
    meaning: """
      Two printed lines give one quantity two values at the point shown, whatever the model; or \
      each would hold under a convention of its own, but no single convention makes both hold. \
      The printed lines alone are enough to see that they cannot both be right.
      """,
    physics: """
      Which of the two a later formula or a figure rests on cannot be told from the text. Here the \
      occupation of a boson mode stands for the population of a qubit: it exceeds 1 in a hot bath, \
      where the qubit's approaches one half.
      """,
    model: Model.qubit,
    wrong: #"""
      $$ p_e = \frac{n}{2n + 1} \tag{1} $$

      $$ p_e = \frac{1}{e^{\omega/T} - 1} \tag{2} $$
      """#,
    right: #"""
      $$ p_e = \frac{n}{2n + 1} \tag{1} $$

      $$ p_e = \frac{1}{e^{\omega/T} + 1} \tag{2} $$
      """#,
    verdicts: [.proved, .refuted])
}
