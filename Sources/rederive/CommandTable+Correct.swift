extension CommandTable {
  static let correct = Command(
    name: .correct, operands: "FILE", operandCount: 1...1,
    summary: "Write the document with its wrong lines put right.",
    details: """
      Writes FILE anew with each wrong line replaced by its repair or, where no small edit mends \
      it, by what another line of the equation prints or by the form that the model implies; a \
      basis is turned round where all lines ask for it. Each change was read back and proved. What \
      only an author can settle is left as it is and listed on standard error, with what was \
      corrected. The status is that of checking the new document. FILE itself is never changed. - \
      reads standard input.
      """,
    options: [
      Option("diff", says: "Write the changes as a unified diff instead, for patch or git apply."),
      Option(
        "errata",
        says: """
          Write an erratum in LaTeX instead: what is printed, what it should read, why, and what \
          the mistake does.
          """),
      Option(
        "out", value: .text(name: "FILE"), says: "Where to write (default: standard output)."),
      color,
    ],
    examples: [
      .init(line: "rederive correct --out corrected.md paper.md", says: "A new document."),
      .init(line: "rederive correct --diff paper.md > paper.diff", says: "For patch."),
      .init(line: "rederive correct --errata paper.md > erratum.tex", says: "For the journal."),
    ])
}
