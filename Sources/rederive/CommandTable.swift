/// The one table of commands and options, written by hand.
package enum CommandTable {
  package static let version = "0.1.0"

  package static let purpose = """
    Derives a paper's equations again from the paper's own model and says of every printed line \
    whether it follows.
    """

  package static func command(_ name: CommandName) -> Command {
    switch name {
    case .check: check
    case .correct: correct
    case .derive: derive
    case .report: report
    case .facts: facts
    case .evaluate: evaluate
    case .plot: plot
    case .sweep: sweep
    case .merge: merge
    case .new: new
    case .import: importing
    case .export: export
    case .explain: explain
    case .score: score
    case .golden: golden
    case .help: help
    case .completions: completions
    case .man: man
    }
  }

  package static let commands = CommandName.allCases.map(command)

  /// Every command has it.
  package static let helpOption = Option("help", letter: "h", says: "Show this help.")

  static let latex = Option("latex", says: "Show formulas as LaTeX, not as Unicode text.")

  static let color = Option(
    "color", value: .choice(["auto", "always", "never"]),
    says: "Colours on a terminal (auto), always or never; NO_COLOR turns auto off.")

  private static let check = Command(
    name: .check, operands: "[FILE…]", operandCount: 0...Int.max,
    summary: "Check every printed equation of derivation files.",
    details: """
      Derives everything again from the model that FILE states and compares each printed line. \
      A line that does not follow comes with an exact counterexample and, where a small edit mends \
      it, with that edit, and with what it does to the figures and claims that FILE declares; each \
      claim is judged. Without FILE, all files of \
      the folder derivations are checked; - reads standard input.
      """,
    options: [
      Option(
        "format", value: .choice(["text", "json", "sarif", "github"]),
        says: "Text for people, JSON or SARIF 2.1.0 for machines, or annotations of a pull request."
      ),
      Option(
        "equation", value: .text(name: "N"), isRepeatable: true,
        says: "Report only the equation with this printed number."),
      Option(
        "without-model",
        says: """
          Check the lines against each other only: trace, hermiticity, orthonormality, limits and \
          quantities printed twice. Status 1 if lines contradict each other, else 2 if one cannot \
          be read, else 0.
          """),
      Option("quiet", letter: "q", says: "Print the summary only."),
      latex,
      color,
    ],
    examples: [
      .init(line: "rederive check derivations/driven-atom.md", says: "Check one file."),
      .init(
        line: "rederive check --format json paper.md > outcome.json", says: "For another program."),
      .init(
        line: "rederive check --equation 27 --latex paper.md", says: "One equation, as LaTeX."),
      .init(
        line: "rederive check --without-model paper.md", says: "Only the paper against itself."),
      .init(
        line: "rederive check --format sarif > rederive.sarif",
        says: "All derivations, for a code scanning service."),
    ])

  private static let derive = Command(
    name: .derive, operands: "FILE", operandCount: 1...1,
    summary: "Show the derivation from the model to closed forms.",
    details: """
      Prints every stage: eigenbasis, frequency components, dissipators, steady state. The printed \
      equations play no part in it. - reads standard input.
      """,
    options: [
      Option(
        "format", value: .choice(["text", "latex", "json"]),
        says: "Text, a LaTeX document that compiles, or JSON."),
      Option(
        "given", value: .text(name: "RESTRICTIONS"), isRepeatable: true,
        says: #"Restrict the model, as in a derivation file: 'boson, \theta = \pi/2'."#),
      latex,
      color,
    ],
    examples: [
      .init(
        line: #"rederive derive --given 'fermion, \theta=\pi/2' paper.md"#,
        says: "One statistics, one angle."),
      .init(line: "rederive derive --format latex paper.md > stages.tex", says: "To typeset."),
    ])

  private static let facts = Command(
    name: .facts, operands: "FILE…", operandCount: 1...Int.max,
    summary: "Put the model to the laws of physics.",
    details: """
      Proves of the model that FILE states what can be proved: that its steady state is unique, \
      positive and, where the baths agree, a Gibbs state that no work can be drawn from; detailed \
      balance, the first law, the direction of the heat currents and the second law. What fails \
      does so at a point, exactly or between certain bounds; what was not decided is said. Nothing \
      printed is used.
      """,
    options: [
      Option(
        "format", value: .choice(["text", "json"]), says: "Text for people or JSON for machines."),
      latex,
      color,
    ],
    examples: [
      .init(
        line: "rederive facts derivations/absorption-refrigerator.md",
        says: "A refrigerator with three baths.")
    ])

  private static let evaluate = Command(
    name: .evaluate, operands: "FILE", operandCount: 1...1,
    summary: "Compute the steady state and its ergotropy at a point.",
    details: """
      Prints the density operator, its eigenvalues, internal and passive energy and the ergotropy: \
      from the derived closed form, from the printed formulas, and from a numeric null space of \
      the whole Liouvillian that shares no code with the first. Status 2 if the first and the last \
      differ by more than 1e-10.
      """,
    options: [
      Option(
        "at", value: .text(name: "SYMBOL=VALUE,…"), isRequired: true, isRepeatable: true,
        says: #"Values of all parameters: '\omega_1=10, T_1=1'."#),
      Option(
        "given", value: .text(name: "RESTRICTIONS"), isRepeatable: true,
        says: "Restrict the model, as in a derivation file: 'boson'."),
      Option(
        "format", value: .choice(["text", "json"]), says: "Text for people or JSON for machines."),
      latex,
      color,
    ],
    examples: [
      .init(
        line: #"rederive evaluate --at '\Delta=1, \Omega=1, \gamma=1' derivations/driven-atom.md"#,
        says: "A driven atom that decays.")
    ])

  private static let explain = Command(
    name: .explain, operands: "[CODE]", operandCount: 0...1,
    summary: "Tell what a code such as R003 means.",
    details: """
      Tells when a line gets the code, why it matters in physics, and shows a small derivation \
      file in which the line does not follow, and one in which it does. Without CODE, all codes \
      are listed.
      """,
    options: [color],
    examples: [
      .init(line: "rederive explain R003", says: "A lost minus sign."),
      .init(line: "rederive explain", says: "All codes."),
    ])

  private static let score = Command(
    name: .score, operands: "FILE…", operandCount: 1...Int.max,
    summary: "Plant slips in proved lines and count what is found.",
    details: """
      Makes every single slip that the catalogue knows in every proved line of FILE, and writes \
      each line in other ways that mean the same. Counts how many slips are refuted, how many are \
      repaired back first try, and how many equivalent formulas are wrongly refuted. Status 1 \
      unless all slips are refuted, nine of ten repaired first try and nothing right refuted. It \
      uses all cores; a whole paper takes minutes.
      """,
    options: [
      Option(
        "every", value: .text(name: "N"),
        says: "Take every N-th slip only, always the same ones (default: 1)."),
      Option(
        "equation", value: .text(name: "N"), isRepeatable: true,
        says: "Only the equation with this printed number."),
      Option(
        "format", value: .choice(["text", "json"]), says: "Text for people or JSON for machines."),
      latex,
      color,
    ],
    examples: [
      .init(line: "rederive score derivations/driven-atom.md", says: "A small file, whole."),
      .init(line: "rederive score --every 20 paper.md", says: "A sample of a paper."),
    ])

  private static let golden = Command(
    name: .golden, operands: "[NAME…] | accept NAME…", operandCount: 0...Int.max,
    summary: "Compare what is said now with what was accepted.",
    details: """
      Checks and derives every derivation file, or those named, and prints the difference to the \
      files in golden. Only accept writes there, and never where the variable CI is set.
      """,
    options: [
      Option(
        "derivations", value: .text(name: "DIR"),
        says: "The folder of derivation files (default: derivations)."),
      Option(
        "golden", value: .text(name: "DIR"), says: "The folder of golden files (default: golden)."),
    ],
    examples: [
      .init(line: "rederive golden", says: "Compare all; status 1 if anything differs."),
      .init(line: "rederive golden accept driven-atom", says: "Keep what is said now."),
    ])

  private static let help = Command(
    name: .help, operands: "[COMMAND]", operandCount: 0...1,
    summary: "Show what a command does and its options.", details: "", options: [], examples: [])
}
