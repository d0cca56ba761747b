/// Lines that no single slip explains, and lines that were not decided.
extension Explanation {
  static let refuted = Explanation(
    .refuted, "the line does not follow, and no small edit mends it",
    meaning: """
      The two sides differ, exactly, at the values shown, inside the declared domain. Every edit \
      of a few slips was tried and none makes the line follow. Either more is different, or the \
      model in the file is not the one the line is about.
      """,
    physics: """
      Such a line often holds in a limit or of another quantity. The Boltzmann factor is the ratio \
      of two populations; as a population it is right only for a cold qubit, and too large by a \
      factor 2 for a hot one.
      """,
    model: Model.qubit,
    wrong: #"$$ p_e = e^{-\omega/T} $$"#,
    right: #"$$ p_e = \frac{1}{e^{\omega/T} + 1} $$"#)

  static let severalSlips = Explanation(
    .severalSlips, "more than one slip in one line",
    meaning: """
      The line does not follow from the model, and it does after two edits, none of which is \
      enough alone. Two edits can be right by chance more easily than one: compare with the \
      original before believing them.
      """,
    physics: """
      Two slips can hide each other where one looks. Here the population of a qubit between two \
      baths vanishes where their temperatures are equal and has a pole where the baths hold one \
      quantum together; at high temperature of one bath it comes out right all the same.
      """,
    model: Model.twoBaths,
    wrong: #"$$ p_e = \frac{n_1 - n_2}{2(n_1 + n_2 - 1)} $$"#,
    right: #"$$ p_e = \frac{n_1 + n_2}{2(n_1 + n_2 + 1)} $$"#)

  static let undefined = Explanation(
    .undefined, "a side of the line has no value",
    meaning: """
      At the values shown, or at all of them, a side of the printed equality has no value, such as \
      a quotient with denominator zero. Nothing can then be said to be equal to it.
      """,
    physics: """
      A ratio of two quantities that vanish together is not its limit. At equal temperatures the \
      heat current and the difference of occupations are both zero, so the conductance cannot be \
      had by dividing them; written as a product the law holds there too.
      """,
    model: Model.twoBaths + "\n```rederive\ngiven T_1 = T_2\n```\n",
    wrong: #"$$ \frac{j_1}{n_1 - n_2} = \frac{\omega \kappa}{2(n_1 + n_2 + 1)} $$"#,
    right: #"$$ j_1 = \frac{\omega \kappa (n_1 - n_2)}{2(n_1 + n_2 + 1)} $$"#,
    verdicts: [.undefined])

  static let undecided = Explanation(
    .undecided, "neither proved nor refuted",
    meaning: """
      The line was understood, but it could not be shown to follow and no counterexample was \
      found; the note says what was missing. Undecided is never counted as true.
      """,
    physics: """
      Often the paper leaves a choice open. Of equal energies any pair of orthonormal vectors is \
      an eigenbasis, so an element of the state between them depends on which pair is meant. With \
      both vectors printed it has one value.
      """,
    model: Model.equalEnergies,
    wrong: #"""
      $$ |v_2\rangle = \frac{1}{\sqrt{2}} (|eg\rangle + |ge\rangle) $$

      $$ c = \frac{n_1 - n_2}{2(2n_1 + 1)(2n_2 + 1)} $$
      """#,
    right: #"""
      $$ |v_2\rangle = \frac{1}{\sqrt{2}} (|eg\rangle + |ge\rangle), \quad
      |v_3\rangle = \frac{1}{\sqrt{2}} (|eg\rangle - |ge\rangle) $$

      $$ c = \frac{n_1 - n_2}{2(2n_1 + 1)(2n_2 + 1)} $$
      """#,
    verdicts: [.proved, .undecided])

  static let unreadable = Explanation(
    .unreadable, "the line was not understood",
    meaning: """
      What is printed could not be read as an equality about declared symbols; the note names the \
      place and the token. Nothing was checked, and the line counts as not checked.
      """,
    physics: """
      A line that a program cannot read is often one that readers complete in their minds: a lost \
      relation sign, an index that is bound nowhere. Two readers may complete it differently.
      """,
    model: Model.qubit,
    wrong: #"$$ p_e \frac{n}{2n + 1} $$"#,
    right: #"$$ p_e = \frac{n}{2n + 1} $$"#,
    verdicts: [.unreadable])
}
