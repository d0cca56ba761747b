/// The command that writes a page for people.
extension CommandTable {
  static let report = Command(
    name: .report, operands: "FILE", operandCount: 1...1,
    summary: "Write what was found as a page to send to somebody.",
    details: """
      One HTML page that needs neither network nor script: what fails and what that changes, every \
      line with its printed and derived formula, counterexample and repair, the figures as printed \
      and as derived, the claims, the derivation, and how to reproduce it. It opens from disk, and \
      prints. With --format markdown, the short form for a comment on a pull request. The status is \
      that of check. - reads standard input.
      """,
    options: [
      Option(
        "out", value: .text(name: "FILE"), says: "Where to write (default: standard output)."),
      Option(
        "format", value: .choice(["html", "markdown"]),
        says: "The page, or a comment of at most 65536 characters for GitHub."),
      color,
    ],
    examples: [
      .init(line: "rederive report --out report.html paper.md", says: "A page."),
      .init(
        line: "rederive report --format markdown paper.md > comment.md",
        says: "For a pull request."),
    ])
}
