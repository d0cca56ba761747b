import Testing

@testable import Derivations

@Suite struct MacroExpanderTests {
  private func expand(_ text: String) -> (text: String, remarks: [ImportRemark]) {
    var expander = MacroExpander(Array(text.utf8))
    expander.expand()
    return (String(decoding: expander.text.bytes, as: UTF8.self), expander.remarks)
  }

  @Test(
    arguments: [
      (#"\newcommand{\x}{y}\x+\x"#, "y+y"), (#"\newcommand*\x{y}\x"#, "y"),
      (#"\newcommand{\f}[2]{#2#1}\f ab \f{c}{d}"#, "ba dc"),
      (#"\newcommand{\f}[2][o]{#1#2}\f a \f[b]c"#, "oa bc"),
      (#"\def\f#1#2{#1_#2}\f{a}b"#, "a_b"), (#"\let\x=\omega \x"#, #" \omega"#),
      (#"\newcommand{\x}{y}\let\z\x\z"#, "y"), (#"\let\x\x\x"#, #"\x"#),
      (#"\DeclareMathOperator*{\Tr}{Tr}\Tr"#, #"\operatorname{Tr}"#),
      (#"\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}\abs{x}"#, #"\lvert x\rvert"#),
      // What follows must not run together with a command.
      (#"\newcommand{\b}[1]{\mathbf#1}\b x"#, #"\mathbf x"#),
      (#"\newcommand{\x}{\y z}\newcommand{\y}{w}\x"#, "w z"),
      (
        #"\newenvironment{eq}{\begin{equation}}{\end{equation}}\begin{eq}a\end{eq}"#,
        #"\begin{equation}a\end{equation}"#
      ),
      (#"\ensuremath{x}\xspace"#, "{x}"),
      ("a % b\nc\n  % d\ne\\%f", "a \nc\n  e\\%f"),
      (#"\iffalse a \ifx b \fi c \fi d"#, " d"), (#"\verb|%$$|a"#, "a"),
      (#"a \iff b"#, #"a \iff b"#),
      (
        #"\renewcommand{\theequation}{A\arabic{equation}}"#,
        #"\renewcommand{\theequation}{A\arabic{equation}}"#
      ),
    ])
  func expansion(text: String, expected: String) {
    #expect(expand(text).text == expected)
  }

  @Test(
    arguments: [
      (#"\def\f#1.{x}\f a."#, #"this \def is not a simple one: it was not expanded"#),
      (#"\newcommand{\f}[1]{x"#, #"this \newcommand is not a simple one: it was not expanded"#),
      (#"\newcommand{\f}[2]{x}\f{a}"#, #"an argument of \f is missing: it was not expanded"#),
      (#"\ifdraft a \else b \fi"#, #"\ifdraft: both branches were read"#),
      (
        #"\def\f{\f}\f"#,
        #"\f expands without end, or too far: macros were not expanded from here on"#
      ),
      (
        #"\def\a{\b\b}\def\b{\c\c}\def\c{\a\a}\a"#,
        #"\c expands without end, or too far: macros were not expanded from here on"#
      ),
    ])
  func whatIsNotExpandedIsSaid(text: String, message: String) {
    #expect(expand(text).remarks.map(\.message).contains { $0.hasSuffix(message.dropFirst(2)) })
  }

  // What cannot be expanded is put out as it stands: nothing is lost.
  @Test func aFaultyDefinitionStays() {
    #expect(expand(#"\def\f#1.{x} $$ a $$"#).text == #"\def\f#1.{x} $$ a $$"#)
    #expect(expand(#"\newcommand{\f}[1]{x $$ a $$"#).text == #"\newcommand{\f}[1]{x $$ a $$"#)
  }

  @Test func linesAreTheSources() {
    let text = "\\newcommand{\\x}{a\nb}\n% comment\n\\x\n\n$$ c $$"
    var expander = MacroExpander(Array(text.utf8))
    expander.expand()
    let place = expander.text.first("$$", from: 0) ?? 0
    #expect(expander.text.line(at: place) == 6)
  }
}
