import Testing

@testable import Derivations
@testable import Reports

/// Whole files in every language.
@Suite struct ExportFileTests {
  /// ρ = diag(x/(x + y), y/(x + y)) with G = x + y, and a coherence i x².
  private func forms(title: String = "A title", name: String = "G") -> ClosedForms {
    let steps: [FormulaStep] = [
      .parameter(0), .parameter(1), .sum(0, 1), .quotient(0, 2), .quotient(1, 2),
      .imaginaryUnit, .power(0, 2), .product(5, 6), .conjugate(7),
      .number(numerator: "0", denominator: "1"),
    ]
    let form = ClosedForm(
      given: ["boson"], equations: ["7"],
      parameters: [
        .init(latex: "x", meaning: "temperature of bath 1", domain: .positive),
        .init(latex: #"\lambda"#, meaning: "parameter of the Hamiltonian", domain: .real),
      ],
      conditions: ["$x < 3$"], steps: steps,
      isReal: [true, true, true, true, true, false, true, false, false, true],
      names: [.init(step: 2, latex: name, meaning: "Eq. (8)")],
      basis: [#"|e\rangle"#, #"|g\rangle"#],
      elements: [[3, 7], [8, 4]],
      sources: [
        .init(row: 0, column: 0, latex: "p", isNamed: true, origin: .printed(equation: "7")),
        .init(
          row: 0, column: 1, latex: "c", isNamed: true,
          origin: .repaired(equation: "7", slip: "sign", printed: "-ix")),
        .init(row: 1, column: 1, latex: "q", isNamed: true, origin: .derived(refuted: "9")),
      ],
      model: .init(
        labels: ["e", "g"], hamiltonian: [[0, 9], [9, 9]], energies: [], eigenvectors: [],
        baths: [], jumps: [], isSecular: false, isEigenbasis: false, order: [0, 1]))
    return ClosedForms(
      derivation: "a-file", title: title, assumptions: ["born"], forms: [form],
      omissions: [.init(given: ["fermion"], reason: "it is too long")])
  }

  private func text(_ language: ExportLanguage, _ forms: ClosedForms? = nil) -> String {
    language.render(forms ?? self.forms(), version: "1.0")
  }

  @Test func python() {
    let text = text(.python)
    #expect(
      text.contains(
        """
            # $G$, Eq. (8)
            G = x + lambda_
            # $c$
            c = 1j * x**2
            shape = np.broadcast_shapes(x.shape, lambda_.shape)
            matrix = np.zeros(shape + (2, 2), dtype=complex)
            matrix[..., 0, 0] = x / G
            matrix[..., 0, 1] = c
            matrix[..., 1, 0] = np.conj(c)
            matrix[..., 1, 1] = lambda_ / G
            return matrix

        """))
    #expect(text.contains(#"    lambda_ is $\lambda$: parameter of the Hamiltonian, real."#))
    #expect(text.contains(#"("lambda_", "\\lambda", "real", "parameter of the Hamiltonian"),"#))
  }

  @Test func c() {
    let text = text(.c)
    #expect(
      text.contains(
        """
          /* $G$, Eq. (8) */
          const double G = x + lambda;
          /* $c$ */
          const double complex c = I * integer_power(x, 2);
          matrix[0][0] = x / G;
          matrix[0][1] = c;
          matrix[1][0] = conj(c);
          matrix[1][1] = lambda / G;
        }

        """))
    #expect(text.contains("static double integer_power(double base, int exponent) {"))
    #expect(!text.contains("complex_power"))
  }

  @Test func fortran() {
    let text = text(.fortran)
    #expect(text.contains("module steady_states_a_file\n"))
    #expect(
      text.contains(
        """
            complex(wp) :: matrix(2, 2)
            real(wp) :: G
            complex(wp) :: c
            ! $G$, Eq. (8)
            G = x + lambda
            ! $c$
            c = imaginary_unit * x**2
            matrix(1, 1) = cmplx(x / G, 0.0_wp, wp)
            matrix(1, 2) = c
            matrix(2, 1) = conjg(c)

        """))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 132 })
  }

  @Test func julia() {
    #expect(
      text(.julia).contains(
        """
        function steady_state_eq7(x, lambda)
            # $G$, Eq. (8)
            G = x + lambda
            # $c$
            c = im * x^2
            entry = complex(float(promote_type(typeof(x), typeof(lambda))))
            matrix = zeros(entry, 2, 2)
            matrix[1, 1] = x / G
            matrix[1, 2] = c
            matrix[2, 1] = conj(c)
            matrix[2, 2] = lambda / G
            return matrix
        end

        """))
  }

  @Test func mathematica() {
    #expect(
      text(.mathematica).contains(
        """
        steadyStateEq7[x_, lambda_] :=
          Module[{G, c},
            (* $G$, Eq. (8) *)
            G = x + lambda;
            (* $c$ *)
            c = I * x^2;
            {{x / G, c},
             {Conjugate[c], lambda / G}}];

        """))
  }

  @Test func latex() {
    #expect(
      text(.latex).contains(
        #"""
        \begin{align*}
          G &= x + \lambda \\
          c &= i x^{2} \\
          p &= \frac{x}{G} \\
          q &= \frac{\lambda}{G}
        \end{align*}
        """#))
  }

  @Test func sympy() {
    let text = text(.sympy)
    #expect(text.contains(#"    lambda_=Symbol("\\lambda", real=True),"#))
    #expect(text.contains("        [x / G, c],\n"))
    #expect(text.contains(#"    "eq7": (steady_state_eq7, model_eq7),"#))
  }

  @Test func qutip() {
    let text = text(.qutip)
    #expect(text.contains("def compare_eq7(x, lambda_):\n"))
    #expect(text.contains(#"        "hamiltonian": [[x, 0], [0, 0]],"#))
  }

  @Test(arguments: ExportLanguage.allCases) func everyFileSaysWhatItIs(_ language: ExportLanguage) {
    let text = text(language)
    let words = text.replacing("\n", with: " ")
    for phrase in [
      "A title", "a-file by rederive 1.0", "hbar = 1", "It rests on: Born",
      "as printed in Eq. (7), proved",
      "Eq. (7) corrected and proved", "what Eq. (9) prints does not follow", "given boson",
      "temperature of bath 1, positive",
    ] {
      #expect(words.contains(phrase), "\(language): \(phrase)")
    }
    #expect(words.contains("Not exported given fermion: it is too long"))
    #expect(text == self.text(language))
    #expect(text.hasSuffix("\n"))
  }

  /// Lines are broken behind operators only, and none is longer than can be helped.
  @Test func longLinesAreBroken() {
    let sum = (1...40).map { "f(a\($0), b_\($0)_plus)" }.joined(separator: " + ")
    let lines = ExportText.broken("x = \(sum);", indent: "  ", continued: " &")
    #expect(lines.allSatisfy { $0.count <= 96 })
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix("+ &") || $0.hasSuffix(", &") })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("    ") })
    let joined = lines.map { $0.hasSuffix(" &") ? String($0.dropLast(2)) : $0 }
      .map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(joined == "x = \(sum);")
    #expect(ExportText.broken("a + b", indent: "") == ["a + b"])
    let declaration = ExportText.broken(
      "void f(double alpha, double beta, double complex matrix[2][2]);", indent: "", width: 40)
    #expect(
      declaration == ["void f(double alpha, double beta,", "  double complex matrix[2][2]);"])
  }

  // Only what stands in no braces and between no \\left and \\right can be broken.
  @Test func longFormulasAreBroken() {
    let sum = (1...60).map { "a_{\($0)} b^{c + d}" }.joined(separator: " + ")
    let rows = LaTeXExport.broken("x &= \(sum) - \\left( e - f \\right)")
    #expect(rows.count > 3 && rows.allSatisfy { $0.count < 200 })
    #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("&\\quad +") || $0.hasPrefix("&\\quad -") })
    #expect(rows.allSatisfy { row in row.count { $0 == "{" } == row.count { $0 == "}" } })
    #expect(LaTeXExport.broken("x &= a + b") == ["x &= a + b"])
    let long = ExportPhrase(sum, .sum)
    let dialect = LaTeXDialect()
    #expect(dialect.quotient(long, .atom("y")).text == "( \(sum) ) / y")
    #expect(dialect.quotient(.atom("x"), .atom("y")).text == "\\frac{x}{y}")
  }

  // A name is never cut in LaTeX, and a second one of the same spelling has no double subscript.
  @Test func namesOfLaTeXStayWhole() {
    var scope = ExportScope(LaTeXDialect())
    let long = "x_{" + String(repeating: "a", count: 80) + "}"
    #expect(scope.add(long) == long)
    #expect(scope.add("s_1") == "s_1")
    #expect(scope.add("s_1") == "s_1\\text{ no.\\ }2")
    #expect(scope.addTemporary(3) == "t_{3}")
  }

  /// What a file says cannot leave its comment.
  @Test func wordsStayInTheirComments() {
    let evil = "a */ b \"\"\" c\nd\\ *) (* ??/ \u{1B}[0m */*/"
    let forms = forms(title: evil, name: #"G\text{*/"""}"#)
    let c = text(.c, forms)
    #expect(c.components(separatedBy: "/*").count == c.components(separatedBy: "*/").count)
    #expect(c.hasPrefix("/*\n * a * / b \"\"\" c d\\ *) (* ?? / \u{FFFD}[0m * / * /\n"))
    let wolfram = text(.mathematica, forms)
    #expect(
      wolfram.components(separatedBy: "(*").count == wolfram.components(separatedBy: "*)").count)
    let python = text(.python, forms)
    let code = python.split(separator: "\n").filter { !$0.contains("# ") }.joined()
    #expect(code.components(separatedBy: "\"\"\"").count % 2 == 1)
    #expect(python.hasPrefix("r\"\"\"a */ b ''' c d\\ *)"))
    for mark in ["! ", "# "] {
      let text = text(mark == "! " ? .fortran : .julia, forms)
      #expect(text.hasPrefix("\(mark)a */ b"))
    }
  }
}
