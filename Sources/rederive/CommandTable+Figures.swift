/// The commands that draw and tabulate.
extension CommandTable {
  static let plot = Command(
    name: .plot, operands: "FILE", operandCount: 1...1,
    summary: "Draw the figures that a derivation file declares.",
    details: """
      Writes each figure as SVG and its numbers as CSV: as printed, as derived from the model, and \
      their difference, or only as derived where nothing printed gives the quantity. Curves as \
      derived are solid, beside them those as printed dashed; maps are filled contours, printed and \
      derived with the same colours where their ranges allow it. Files of the same name are \
      replaced. - reads standard input.
      """,
    options: [
      Option(
        "out", value: .text(name: "DIR"), isRequired: true,
        says: "The folder to write to; it is made if it is not there."),
      Option(
        "figure", value: .text(name: "N"), isRepeatable: true,
        says: "Only the figure with this printed number and panel."),
      color,
    ],
    examples: [
      .init(line: "rederive plot --out figures paper.md", says: "All of them."),
      .init(line: "rederive plot --figure 7a --out figures paper.md", says: "One."),
    ])

  static let sweep = Command(
    name: .sweep, operands: "FILE", operandCount: 1...1,
    summary: "Compute quantities over a grid of parameters.",
    details: """
      Writes a table with a column for each varied symbol and each quantity and a row for each \
      point, the last varied symbol fastest. A value that does not exist is nan, in JSON null. \
      NumPy reads npy as one structured array of the grid's shape and npz as one array a column; \
      columns have their LaTeX as name. A file appears when it is complete, or not at all. With \
      --shard, a sweep runs in parts, on as many machines as you like; rederive merge puts \
      them together to the same bytes. - reads standard input.
      """,
    options: [
      Option(
        "vary", value: .text(name: "SYMBOL=FROM:TO:COUNT"), isRequired: true, isRepeatable: true,
        says: #"A symbol in equal steps, ends included: 'T_1=1:5:41'."#),
      Option(
        "at", value: .text(name: "SYMBOL=VALUE,…"), isRepeatable: true,
        says: #"Values of all other parameters: '\omega_1=10, T_2=1'."#),
      Option(
        "given", value: .text(name: "RESTRICTIONS"), isRepeatable: true,
        says: "Restrict the model, as in a derivation file: 'boson'."),
      Option(
        "quantity", value: .text(name: "LATEX"), isRepeatable: true,
        says: #"What to compute, as the file writes it: '\rho_{11}'. Without it, the ergotropy."#),
      Option(
        "format", value: .choice(["csv", "jsonl", "npy", "npz"]),
        says: "Text with commas, JSON Lines, or what NumPy reads; the last two need --out."),
      Option(
        "out", value: .text(name: "FILE"), says: "Where to write (default: standard output)."),
      Option(
        "shard", value: .text(name: "I/N"),
        says: "Only the I-th of N parts, as a file for rederive merge; needs --out."),
      color,
    ],
    examples: [
      .init(
        line: #"rederive sweep --vary '\Delta=-8:8:201' --at '\Omega=1, \gamma=1' paper.md"#,
        says: "One symbol, to standard output."),
      .init(
        line: #"rederive sweep --vary 'T_1=1:5:41, T_2=1:5:41' --format npz --out t.npz paper.md"#,
        says: "A grid for NumPy."),
      .init(
        line: #"rederive sweep --vary 'T_1=1:5:41' --at 'J=1' --shard 3/8 --out 3.shard paper.md"#,
        says: "The third of eight parts."),
    ])

  static let merge = Command(
    name: .merge, operands: "SHARD…", operandCount: 1...Int.max,
    summary: "Put the shards of a sweep together.",
    details: """
      Writes what the sweep without --shard would have written, byte for byte, in the format that it \
      was run for. The shards may be named in any order. Nothing is written, and the status is 65, \
      if one is missing, given twice, damaged, cut short or of another sweep.
      """,
    options: [
      Option("out", value: .text(name: "FILE"), isRequired: true, says: "Where to write.")
    ],
    examples: [.init(line: "rederive merge --out sweep.csv *.shard", says: "All of a folder.")])
}
