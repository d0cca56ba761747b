/// A small derivation file that explains itself, for somebody who writes the first one.
package enum StarterFile {
  /// - Parameter name: The name of the file, for its heading.
  package static func text(name: String) -> String {
    """
    # \(TextLayout.oneLine(name)): a qubit in a bath

    This is a derivation file: prose, the equations of a paper as it prints them, and short blocks that
    say what the symbols mean. `rederive check` derives everything again from the model in these blocks
    and compares each equation with it. All that stands here holds; change a sign and check again. Then
    put your own paper in its place. derivations/README.md of rederive describes every directive.

    The first block says what the system is and which letters are parameters. In a block, # begins a
    comment, and an indented line goes on from the one before.

    ```rederive
    # A subsystem, and its levels in the order of the basis: |e> first, then |g>.
    qubit 1: e g
    # Parameters, with the domain in which counterexamples are looked for.
    symbol \\omega, \\kappa, T: positive
    # A name for an operator that no equation below defines.
    let \\sigma_- = |g\\rangle\\langle e|
    ```

    ## The model

    Equations stand between two dollars and two dollars, numbered as the paper numbers them. The left
    side of this one is a name that nothing was said of, so it is a definition:

    $$ H = \\omega |e\\rangle\\langle e| \\tag{1} $$

    The next block says that H is the Hamiltonian, what the bath couples to, how hot and how strong it
    is, and which approximations are made. Exactly those that the derivation uses must be named.

    ```rederive
    hamiltonian H
    bath 1: couples \\sigma_-, temperature T, decay rate \\kappa, boson
    approximations: born, markov, no Lamb shift
    ```

    ## The steady state

    Left sides get their meaning here. What the right sides should be is never written down: it is
    derived from the model.

    ```rederive
    n means occupation of bath 1 at frequency \\omega
    p_e means steady state, basis |e\\rangle |g\\rangle, element (1, 1)
    p_g means steady state, basis |e\\rangle |g\\rangle, element (2, 2)
    ```

    The bath holds this many quanta at the frequency of the qubit:

    $$ n = \\frac{1}{e^{\\omega/T} - 1} \\tag{2} $$

    A display may hold several equations, and each is checked by itself:

    $$ p_e = \\frac{n}{2n + 1}, \\quad p_g = \\frac{n + 1}{2n + 1} \\tag{3} $$

    With the occupation put in, the state is the Gibbs state, and how strongly the bath holds the qubit
    plays no part in it:

    $$ \\frac{p_e}{p_g} = e^{-\\omega/T}, \\quad p_e = \\frac{1}{e^{\\omega/T} + 1} \\tag{4} $$

    ## A figure and a claim

    A figure is drawn by `rederive plot`, as printed and as derived. A claim is what the paper's prose
    says of it, with its sentence in quotation marks; it is judged too.

    ```rederive
    figure 1: plot p_e against T from 0.1 to 5, for \\omega = 1, 2, at \\kappa = 1
    claim 1: increases with T
      "The hotter the bath, the fuller is the excited level."
    ```

    ## Where the frequency is one

    A restriction holds to the end of its section. Here the frequency is the unit of energy:

    ```rederive
    given \\omega = 1
    ```

    $$ p_g - p_e = \\frac{e^{1/T} - 1}{e^{1/T} + 1} \\tag{5} $$

    """
  }
}
