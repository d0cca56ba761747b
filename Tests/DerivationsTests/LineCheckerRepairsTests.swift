import LaTeXMath
import Testing

@testable import Derivations

/// A slip planted in a right line is found and undone.
@Suite struct LineCheckerRepairsTests {
  private static func plain(_ latex: String) -> String { latex.filter { $0 != " " } }

  /// The only line of a document with the given display, refuted, with its document.
  private static func refuted(
    _ display: String, end: String = "\n"
  ) throws -> (line: LineOutcome, text: String) {
    let text = Sample.qubit + "$$ \(display) $$\(end)"
    let line = try #require(try Sample.outcome(text).lines.last)
    #expect(line.verdict == .refuted)
    return (line, text)
  }

  /// Every repair's changes, made in the document, give a line that is proved and reads as it says.
  private static func checkRepairs(_ line: LineOutcome, _ text: String) throws {
    for repair in line.repairs {
      let mended = Sample.applying([repair], to: text)
      let again = try #require(try Sample.outcome(mended).lines.last)
      #expect(again.verdict == .proved, "\(repair.latex)")
      #expect(again.printed == repair.latex)
      #expect(again.subject == line.subject)
      #expect(repair.verdict == .proved)
      #expect(repair.edits <= repair.changes.count + repair.edits)
      #expect(!repair.changes.isEmpty)
      for change in repair.changes { #expect(change.printed != change.replacement) }
    }
    #expect(line.repairs.allSatisfy { $0.unique == (line.repairs.count == 1) })
  }

  // Left side, the right one, what is printed instead, and the slip.
  @Test(arguments: [
    (#"p_g - p_e"#, #"\frac{1}{2n + 1}"#, #"\frac{1}{2n - 1}"#, Slip.sign),
    (#"\frac{p_g}{p_e}"#, #"\frac{n + 1}{n}"#, #"\frac{n - 1}{n}"#, .sign),
    (#"p_e - p_g"#, #"-\frac{1}{2n + 1}"#, #"\frac{1}{2n + 1}"#, .lostSign),
    (#"p_g"#, #"1 - p_e"#, #"1 p_e"#, .operation),
    (#"p_e p_g"#, #"p_e - p_e^2"#, #"p_e p_e^2"#, .operation),
    (#"\frac{p_e}{p_g}"#, #"e^{-\omega/T}"#, #"e^{\omega/T}"#, .lostSign),
    (#"p_e - p_g"#, #"2 p_e - 1"#, #"3 p_e - 1"#, .number),
    (#"p_e - p_g"#, #"2 p_e - 1"#, #"p_e - 1"#, .number),
    (#"(n + 1) p_e"#, #"n p_g"#, #"n p_e"#, .label),
    (#"p_e"#, #"\frac{n}{n + (n + 1)}"#, #"\frac{n}{n (n + 1)}"#, .operation),
    (
      #"j"#, #"\omega (\kappa n p_g - \kappa (n + 1) p_e)"#,
      #"\omega (\kappa n p_g - \kappa n + 1 p_e)"#, .bracket
    ),
    (#"H \sigma_+"#, #"\omega \sigma_+"#, #"\omega \sigma_-"#, .label),
    (#"\sigma_- \sigma_+"#, #"|g\rangle\langle g|"#, #"|g\rangle\langle e|"#, .label),
    (#"e^{ix}"#, #"\cos x + i \sin x"#, #"\cos x - i \sin x"#, .conjugation),
    (#"\cosh^2 x - 1"#, #"\sinh^2 x"#, #"\cosh^2 x"#, .function),
    (#"\sin(2x)"#, #"2 \cos x \sin x"#, #"2 \sin x \sin x"#, .function),
    (#"\sigma_- |e\rangle"#, #"|g\rangle"#, #"|e\rangle"#, .label),
  ])
  func oneSlip(_ left: String, _ right: String, _ printed: String, _ slip: Slip) throws {
    #expect(try Sample.line("\(left) = \(right)").verdict == .proved)
    let (line, text) = try Self.refuted("\(left) = \(printed)")
    let repair = try #require(line.repairs.first, "\(line.notes)")
    #expect(repair.edits == 1)
    #expect(repair.under == [])
    let latex = line.repairs.map { Self.plain($0.latex) }
    #expect(latex.contains(Self.plain(right)), "\(latex)")
    if Self.plain(repair.latex) == Self.plain(right) { #expect(repair.slips == [slip]) }
    try Self.checkRepairs(line, text)
  }

  // Of these there is one only, and it is the original.
  @Test(arguments: [
    (#"p_g - p_e"#, #"\frac{1}{2n + 1}"#, #"\frac{1}{2n - 1}"#),
    (#"\frac{p_e}{p_g}"#, #"\frac{n}{n + 1}"#, #"\frac{n}{n - 1}"#),
    (#"p_e - p_g"#, #"-\frac{1}{2n + 1}"#, #"\frac{1}{2n + 1}"#),
    (#"p_g"#, #"1 - p_e"#, #"1 + p_e"#),
    (#"\sin(x + y)"#, #"\sin x \cos y + \cos x \sin y"#, #"\sin x \cos y + \cos x \cos y"#),
    (#"\sigma_+ \sigma_-"#, #"1 - \sigma_- \sigma_+"#, #"1 + \sigma_- \sigma_+"#),
  ])
  func theOnlyRepairIsTheOriginal(_ left: String, _ right: String, _ printed: String) throws {
    let (line, text) = try Self.refuted("\(left) = \(printed)")
    #expect(line.repairs.map { Self.plain($0.latex) } == [Self.plain(right)])
    let repair = try #require(line.repairs.first)
    #expect(repair.unique)
    #expect(repair.edits == 1)
    #expect(line.mark == repair.changes.first?.location)
    try Self.checkRepairs(line, text)
  }

  // Two and three slips in one line.
  @Test(arguments: [
    (#"\sin(x + y)"#, #"\sin x \cos y + \cos x \sin y"#, #"\sin x \sin y - \cos x \sin y"#, 2),
    (#"\sin(x + y)"#, #"\cos x \sin y + \sin x \cos y"#, #"\sin x \sin y - \sin x \sin y"#, 3),
    (#"p_e"#, #"\frac{n}{2n + 1}"#, #"-\frac{n}{2n - 1}"#, 2),
  ])
  func severalSlips(_ left: String, _ right: String, _ printed: String, _ edits: Int) throws {
    let (line, text) = try Self.refuted("\(left) = \(printed)")
    let latex = line.repairs.map { Self.plain($0.latex) }
    #expect(line.repairs.first?.edits == edits)
    #expect(latex.contains(Self.plain(right)), "\(latex)")
    #expect(line.code == .severalSlips)
    try Self.checkRepairs(line, text)
  }

  // Names in a fraction with and without braces: what is written stays LaTeX.
  @Test(arguments: [
    (#"\frac{p_e}{p_g} = \frac{p_e}{p_e}"#, #"\frac{p_e}{p_g}"#),
    (#"\frac{p_e}{p_g} = \frac{p_g}{p_g}"#, #"\frac{p_e}{p_g}"#),
    (#"\frac{x}{y} = \frac x x"#, #"\frac x y"#),
    (#"e^{\frac{1}{2 x}} = e^{\frac 1 x}"#, #"e^{\frac 1 {2 x}}"#),
    (#"e^{-x} = e^x"#, #"e^{-x}"#),
    (#"|2 x| = \sqrt{x^2}"#, #"2 \sqrt{x^2}"#),
    (#"\sin(2 x) = \sin x"#, #"\sin (2 x)"#),
  ])
  func bracesAreKept(_ display: String, _ latex: String) throws {
    let (line, text) = try Self.refuted(display)
    let found = line.repairs.map { Self.plain($0.latex) }
    #expect(found.contains(Self.plain(latex)), "\(found)")
    try Self.checkRepairs(line, text)
  }

  // R² has a value at points where the root R has none; R itself is looked at as well.
  @Test func rootsInPowers() throws {
    let text =
      Sample.qubit
        + #"""
        $$ R = \sqrt{a^2 + b^2}, \quad S = \sqrt{a^2 + c^2}, \quad Q = \sqrt{b^2 + c^2} $$
        $$ (a^2 + b^2) (a^2 + c^2) (b^2 + c^2) + a = R^2 S^2 Q^2 - a $$
        """#
    let line = try #require(try Sample.outcome(text).lines.last)
    #expect(line.repairs.map(\.latex) == ["R^2 S^2 Q^2 + a"])
  }

  // What a repair adds at the end of a file reaches beyond it; that once ended the program.
  @Test func aRepairLongerThanTheFile() throws {
    let (line, text) = try Self.refuted(#"e^{-x}=e^x"#, end: "")
    #expect(line.repairs.map { Self.plain($0.latex) } == ["e^{-x}"])
    try Self.checkRepairs(line, text)
    let (half, whole) = try Self.refuted(#"\frac{1}{2x}=\frac1x"#, end: "")
    #expect(!half.repairs.isEmpty)
    try Self.checkRepairs(half, whole)
  }

  @Test func whatIsTooFarIsSaid() throws {
    let (line, _) = try Self.refuted(#"x^7 = \frac{y}{5}"#)
    #expect(line.repairs.isEmpty)
    #expect(line.notes.contains("no edit of up to 3 slips mends it"), "\(line.notes)")
    #expect(line.origin == nil)
    #expect(line.code == .refuted)
    #expect(line.mark != nil)
  }

  // One glyph lost or confused in copying is the transcriber's slip, a changed label is not.
  @Test(arguments: [
    (#"p_e - p_g = \frac{1}{2n + 1}"#, Origin.transcription),
    (#"p_g = 1 p_e"#, .transcription), (#"p_g - p_e = \frac{1}{2n - 1}"#, .formula),
    (#"(n + 1) p_e = n p_e"#, .formula),
  ])
  func origins(_ display: String, _ origin: Origin) throws {
    let (line, _) = try Self.refuted(display)
    #expect(line.origin == origin)
  }

  // Inequalities are not mended, nor are lines that are no equality.
  @Test func onlyEqualitiesAreMended() throws {
    let (line, _) = try Self.refuted(#"a < -b"#)
    #expect(line.repairs.isEmpty)
    #expect(!line.notes.contains { $0.contains("mends") })
  }

  // a = b = c: the second statement's right side is the third side of the chain.
  @Test func chains() throws {
    let text = Sample.qubit + "$$ p_g = 1 - p_e = \\frac{n - 1}{2n + 1} $$\n"
    let lines = try Sample.outcome(text).lines
    #expect(lines.map(\.verdict) == [.proved, .refuted])
    let repair = try #require(lines[1].repairs.first)
    #expect(repair.latex == #"\frac{n + 1}{2n + 1}"#)
    let mended = try Sample.outcome(Sample.applying([repair], to: text)).lines
    #expect(mended.map(\.verdict) == [.proved, .proved])
  }

  // Two statements in one display: changes stay in theirs.
  @Test func statementsOfOneDisplay() throws {
    let text =
      Sample.qubit + "$$ p_g = 1 + p_e, \\quad p_e = \\frac{n}{2n - 1} \\tag{3} $$\n"
    let lines = try Sample.outcome(text).lines
    #expect(lines.map(\.verdict) == [.refuted, .refuted])
    let repairs = try lines.map { try #require($0.repairs.first) }
    #expect(repairs.map(\.latex) == ["1 - p_e", #"\frac{n}{2n + 1}"#])
    let mended = try Sample.outcome(Sample.applying(repairs, to: text)).lines
    #expect(mended.map(\.verdict) == [.proved, .proved])
  }

  // A repair is in the file, in lines and columns from 1.
  @Test func placesInTheFile() throws {
    let text = Sample.qubit + "Hence ρ:\n\n$$ p_g - p_e = \\frac{1}{2n - 1} $$\n"
    let line = try #require(try Sample.outcome(text).lines.last)
    let repair = try #require(line.repairs.first)
    let change = try #require(repair.changes.first)
    #expect(repair.changes.count == 1)
    #expect(change.printed == "-")
    #expect(change.replacement == "+")
    #expect(change.location == repair.range)
    #expect(change.location.file == "folder/test.md")
    #expect([change.location.column, change.location.endColumn] == [28, 29])
    #expect(change.location.line == line.location.line)
  }

  // With ± the upper line is mended by what does not touch the sign that stands for both.
  @Test func alternatingSigns() throws {
    let text = Sample.qubit + #"$$ e^{\pm ix} = \cos x \pm i \cos x $$"# + "\n"
    let lines = try Sample.outcome(text).lines
    #expect(lines.map(\.verdict) == [.refuted, .refuted])
    for line in lines {
      #expect(!line.repairs.isEmpty)
      for change in line.repairs.flatMap(\.changes) { #expect(change.printed != #"\pm"#) }
      let repair = try #require(line.repairs.first)
      #expect(repair.changes.map(\.replacement) == [#"\sin"#])
      let mended = try Sample.outcome(Sample.applying([repair], to: text)).lines
      #expect(mended.map(\.verdict) == [.proved, .proved])
    }
  }

  // Under a sum sign a label may stand for the index: H = Σ_i E_i |i⟩⟨i|.
  @Test(arguments: [
    #"\sum_{i=1}^2 E_1 |v_i\rangle\langle v_i|"#, #"\sum_{i=1}^2 E_i |v_2\rangle\langle v_i|"#,
    #"\sum_{i=1}^2 E_i |v_i\rangle\langle v_1|"#,
  ])
  func indicesOfSums(_ printed: String) throws {
    // Energies ω/2 and ω.
    let preamble =
      Sample.qubit.replacing(
        "|e\\rangle\\langle e|\nhamiltonian",
        with: "|e\\rangle\\langle e| + \\frac{\\omega}{2} |g\\rangle\\langle g|\nhamiltonian")
        + """
        ```rederive
        E_i means eigenvalue i of H, for i = 1, 2
        |v_i\\rangle means eigenvector i of H, for i = 1, 2
        ```

        """
    let line = try Sample.line("H = \(printed)", after: preamble)
    #expect(line.verdict == .refuted)
    #expect(
      line.repairs.first?.latex == #"\sum_{i=1}^2 E_i |v_i\rangle\langle v_i|"#,
      "\(line.repairs.map(\.latex))")
    #expect(line.repairs.first?.slips == [.label])
  }
}
