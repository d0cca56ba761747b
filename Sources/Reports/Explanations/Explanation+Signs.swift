/// Slips of signs.
extension Explanation {
  static let sign = Explanation(
    .sign, "a + stands where a − belongs, or the other way round",
    meaning: """
      The line does not follow from the model, and exchanging one + and − makes it follow. The \
      edit is found by trying every sign of the printed line and proving what comes out.
      """,
    physics: """
      A sign in a normalisation moves a pole into the physical domain. A thermal qubit has the \
      excited population n/(2n + 1), below one half at every temperature. With 2n − 1 it exceeds \
      one half, diverges at n = 1/2 and is negative below it: a bath that is merely cold would \
      seem to invert the populations.
      """,
    model: Model.qubit,
    wrong: #"$$ p_e = \frac{n}{2n - 1} $$"#,
    right: #"$$ p_e = \frac{n}{2n + 1} $$"#)

  static let lostSign = Explanation(
    .lostSign, "a minus sign in front of a term is missing or superfluous",
    meaning: """
      The line does not follow from the model, and one minus sign put in front of a term, or taken \
      away from it, makes it follow.
      """,
    physics: """
      The sign of a current says which way heat flows. Without the minus both baths would pour \
      heat into a qubit whose energy stays the same: the first law is broken, and a refrigerator \
      and an engine can no longer be told apart.
      """,
    model: Model.twoBaths,
    wrong: #"$$ j_2 = \frac{\omega \kappa (n_1 - n_2)}{2(n_1 + n_2 + 1)} $$"#,
    right: #"$$ j_2 = -\frac{\omega \kappa (n_1 - n_2)}{2(n_1 + n_2 + 1)} $$"#)

  static let strayScript = Explanation(
    .strayScript, "a sign stands beside a symbol instead of in its script, or the other way round",
    meaning: """
      A + or − that belongs into a subscript or superscript stands on the line, or one that is an \
      operation has slipped into a script: n + (…) for n₊(…). The line does not follow as \
      transcribed, and moving the sign makes it follow.
      """,
    physics: """
      Labels + and − name transition frequencies, baths or rotating directions. A sign that falls \
      out of its script turns a product of two occupations into a sum, and a rate of second order \
      into one that stays finite when a bath is empty.
      """,
    model: Model.signedBaths,
    wrong: #"""
      $$ j = \omega\kappa \frac{n + (n_- + 1) - n_- (n_+ + 1)}{2(n_+ + n_- + 1)} $$
      """#,
    right: #"""
      $$ j = \omega\kappa \frac{n_+ (n_- + 1) - n_- (n_+ + 1)}{2(n_+ + n_- + 1)} $$
      """#)

  static let operation = Explanation(
    .operation, "a + or − between two factors is missing or superfluous",
    meaning: """
      Two terms stand side by side as if multiplied, or a product is torn apart by a sign. The \
      line does not follow as transcribed; with the sign put in, or left out, it does.
      """,
    physics: """
      A lost minus makes the trace differ from 1. The ground state's population is what the \
      excited one leaves over, 1 − n/(2n + 1). Read as a product it equals the excited population: \
      the two add up to 2n/(2n + 1), so the printed matrix is no state, and entropies, energies \
      and the ergotropy computed from it mean nothing.
      """,
    model: Model.qubit,
    wrong: #"$$ p_e = \frac{n}{2n + 1}, \quad p_g = 1 \frac{n}{2n + 1} $$"#,
    right: #"$$ p_e = \frac{n}{2n + 1}, \quad p_g = 1 - \frac{n}{2n + 1} $$"#,
    verdicts: [.proved, .refuted])
}
