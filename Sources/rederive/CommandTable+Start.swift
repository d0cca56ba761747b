import Derivations

/// The commands for people who start.
extension CommandTable {
  static let new = Command(
    name: .new, operands: "NAME", operandCount: 1...1,
    summary: "Write a small derivation file that checks, to start from.",
    details: """
      Writes NAME.md: a model small enough to check in milliseconds, with its closed forms, a figure \
      and a claim, and each directive explained beside it. It goes to the folder derivations if \
      there is one, else to the working folder. A file that is there already is left as it is.
      """,
    options: [
      Option(
        "out", value: .text(name: "DIR"),
        says: "The folder to write to; it is made if it is not there.")
    ],
    examples: [.init(line: "rederive new my-paper", says: "Then: rederive check my-paper.md.")])

  static let importing = Command(
    name: .import, operands: "PAPER", operandCount: 1...1,
    summary: "Pull the displays out of a paper, to fill in what they mean.",
    details: """
      Reads LaTeX source, whose equations are counted as LaTeX counts them and whose own macros are \
      expanded, or Markdown that a machine made of a printed page, with its printed numbers. \
      Writes a derivation file with the headings and all displays in order, and proposals for the \
      directives, each marked FILL IN. How many displays were found, which numbers are missing or \
      come twice, and every place that was not understood is said on standard error; the places \
      also stand at the end of the file. Status 2 if a place was not understood, else 0. - reads \
      standard input.
      """,
    options: [
      Option(
        "from", value: .choice(["auto"] + ImportedPaper.Format.allCases.map(\.rawValue)),
        says: "What PAPER is: by its ending and contents (auto), LaTeX or Markdown."),
      Option(
        "out", value: .text(name: "FILE"),
        says: "Where to write (default: standard output); a file that is there is not replaced."),
    ],
    examples: [
      .init(
        line: "rederive import --out derivations/paper.md paper.tex",
        says: "From an author's source."),
      .init(line: "rederive import scan.md", says: "Only to look."),
    ])

  static let completions = Command(
    name: .completions, operands: "bash|zsh|fish", operandCount: 1...1,
    summary: "Print a script that completes commands and options in a shell.",
    details: """
      bash: source it in ~/.bashrc, as source <(rederive completions bash) does. zsh: save it as _rederive in a folder of fpath. fish: save it as \
      ~/.config/fish/completions/rederive.fish.
      """,
    options: [],
    examples: [
      .init(
        line: "rederive completions bash > ~/.rederive.bash",
        says: "For bash, with `source ~/.rederive.bash` in ~/.bashrc."),
      .init(
        line: "rederive completions fish > ~/.config/fish/completions/rederive.fish",
        says: "For every fish."),
    ])

  static let man = Command(
    name: .man, operands: "", operandCount: 0...0,
    summary: "Print the manual page, for man.", details: "", options: [],
    examples: [
      .init(line: "rederive man > rederive.1", says: "Then: man ./rederive.1.")
    ])
}
