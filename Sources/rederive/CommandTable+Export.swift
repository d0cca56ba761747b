import Reports

/// The command that writes closed forms for other programs.
extension CommandTable {
  static let export = Command(
    name: .export, operands: "FILE", operandCount: 1...1,
    summary: "Write the steady states in closed form for another language.",
    details: """
      Writes one function for each set of restrictions under which FILE prints a steady state: the \
      density matrix, with the Hamiltonian and its eigenvectors. Printed lines are taken where they \
      are proved, with their repair where that is proved, and what is left is derived; each \
      function says which is which, what its parameters are and where they lie. python is NumPy, \
      sympy proves its formulas again when it is run, qutip builds the master equation beside them. \
      - reads standard input.
      """,
    options: [
      Option(
        "to", value: .choice(ExportLanguage.allCases.map(\.rawValue)), isRequired: true,
        says: "The language."),
      Option(
        "given", value: .text(name: "RESTRICTIONS"), isRepeatable: true,
        says: #"Restrict the model further, as in a derivation file: 'boson, T_1 = T_2'."#),
      Option(
        "out", value: .text(name: "FILE"), says: "Where to write (default: standard output)."),
      color,
    ],
    examples: [
      .init(
        line: "rederive export --to python --out paper.py paper.md", says: "For NumPy."),
      .init(
        line: "rederive export --to sympy --out atom.py derivations/driven-atom.md",
        says: "A module that proves its formulas again when Python runs it."),
    ])
}
