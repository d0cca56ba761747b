import Testing

@testable import LaTeXMath

/// A fragment and the formula it reads as.
struct Fragment: CustomTestStringConvertible, Sendable {
  var latex: String
  var expected: String
  var testDescription: String { latex }

  init(_ latex: String, _ expected: String) {
    self.latex = latex
    self.expected = expected
  }
}

@Suite struct FormulaTests {
  // The seven hard fragments of the paper.
  @Test(arguments: [
    Fragment(
      #"\sin\frac{\theta}{2}(|\varepsilon_3\rangle\langle\varepsilon_4| - |\varepsilon_1\rangle\langle\varepsilon_2|)"#,
      #"(* (sin (/ \theta 2)) <parentheses ((* |\varepsilon_3> <\varepsilon_4|) - (* |\varepsilon_1> <\varepsilon_2|))>)"#
    ),
    Fragment(#"\omega_1 |e\rangle_1\langle e|"#, #"(* \omega_1 {|e>}_1 <e|)"#),
    Fragment(#"L_+ L_- \mathcal{R}"#, #"(* L_+ L_- \mathcal{R})"#),
    Fragment(#"M_{\pm} \cos \theta"#, #"(* M_\pm (cos \theta))"#),
    Fragment(#"e^{-i\frac{\delta-\Omega}{2}t}"#, #"e^{-i\frac{\delta-\Omega}{2}t}"#),
    Fragment(
      #"|\langle r_n | \varepsilon_m \rangle|^2 - \delta_{m,n}"#,
      #"({(abs <r_n|\varepsilon_m>)}^2 - \delta_{m,n})"#),
  ])
  func hardFragments(_ fragment: Fragment) {
    #expect(read(fragment.latex).map { shape($0) } == fragment.expected)
  }

  @Test func hardStatement() throws {
    let latex = #"\mathcal{N}_i[\rho] = \gamma_i^+ [2B_i^\dagger \rho B_i - B_i B_i^\dagger \rho]"#
    let reading = readDisplay(latex)
    #expect(
      reading.statements.map { shape($0) } == [
        #"(* \mathcal{N}_i <brackets \rho>) = (* \gamma_i^+ <brackets ((* 2 B_i^\dagger \rho B_i) - (* B_i B_i^\dagger \rho))>)"#
      ])
    #expect(try LaTeXReader.statement(in: latex) == reading.statements[0])
  }

  // -i (δ − Ω)/2 t in the exponent, as a product of three.
  @Test func exponentIsParsed() throws {
    let formula = try #require(read(#"e^{-i\frac{\delta-\Omega}{2}t}"#))
    guard case .scripted(_, nil, let script?) = formula.kind else {
      Issue.record("no superscript")
      return
    }
    #expect(
      script.formula.map { shape($0) } == #"(- (* i (/ (\delta - \Omega) 2) t))"#)
  }

  @Test(arguments: [
    // Letters one by one; numbers; signs.
    Fragment("abc", "(* a b c)"),
    Fragment("2x + 1.5y - .5", "((* 2 x) + (* 1.5 y) - .5)"),
    Fragment(#"-a \pm b \mp c"#, #"(- a \pm b \mp c)"#),
    Fragment("ω_1 − θ", #"(\omega_1 - \theta)"#),
    Fragment(#"\mathcal L + L"#, #"(\mathcal{L} + L)"#),
    Fragment(#"\bar{T} + \hat H + \tilde{x}_1"#, #"(\bar{T} + \hat{H} + \tilde{x}_1)"#),
    Fragment(#"\bar{\mathbf x}"#, #"\bar{\mathbf{x}}"#),
    Fragment(#"\hbar\infty\ell"#, #"(* \hbar \infty \ell)"#),
    Fragment(#"\mathrm{eq} x"#, #"(* \mathrm{eq} x)"#),
    // The trace, and T times r.
    Fragment(#"Tr(\rho)"#, #"(* \mathrm{Tr} <parentheses \rho>)"#),
    Fragment(#"\Tr\rho + \mathrm{tr}\rho"#, #"((* \mathrm{Tr} \rho) + (* \mathrm{Tr} \rho))"#),
    Fragment(
      #"\operatorname{Tr}_B x + \text{Tr} x"#, #"((* \mathrm{Tr}_B x) + (* \mathrm{Tr} x))"#),
    Fragment("T r_B X", "(* T r_B X)"),
    // Scripts.
    Fragment(#"N_{1}^{+} + N^+_1"#, "(N_1^+ + N_1^+)"),
    Fragment(#"x^2 x^{10} x_{ij}"#, "(* x^2 x^{10} x_{ij})"),
    Fragment(#"x'^2 + x''"#, "({x^'}^2 + x^{''})"),
    Fragment(#"(a+b)^{-1}"#, "{<parentheses (a + b)>}^(- 1)"),
    Fragment(#"\rho_\mathrm{eq} + \rho_{eq}"#, #"(\rho_{eq} + \rho_{eq})"#),
    // Fractions.
    Fragment(#"\frac12 \frac\theta2 \frac{a+b}{c}"#, #"(* (/ 1 2) (/ \theta 2) (/ (a + b) c))"#),
    Fragment(#"\delta/2 \pm \Omega/2"#, #"((/ \delta 2) \pm (/ \Omega 2))"#),
    Fragment(#"2\lambda/\Delta_1^2"#, #"(/ (* 2 \lambda) \Delta_1^2)"#),
    Fragment(#"a/b c"#, "(/? a b : c)"),
    Fragment(#"2 \sin a/b"#, "(/? (* 2 (sin a)) b : )"),
    Fragment(#"\sin{a}/b"#, "(/? (sin a) b : )"),
    Fragment(#"\sin(a)/b"#, "(/ (sin <parentheses a>) b)"),
    Fragment(#"\frac{\sin a}{b}"#, "(/ (sin a) b)"),
    Fragment(#"\sin\frac{a}{b}/c"#, "(/ (sin (/ a b)) c)"),
    Fragment(#"a/b \cdot c"#, "(* (/ a b) c)"),
    Fragment(#"\lambda/2 \sqrt{x} y"#, #"(/? \lambda 2 : (root x) y)"#),
    Fragment(#"d\rho/dt"#, #"(/ (* d \rho) (* d t))"#),
    Fragment(#"\frac{d\rho_I(t)}{dt}"#, #"(/ (* d \rho_I <parentheses t>) (* d t))"#),
    Fragment(#"a/dt"#, "(/? a d : t)"),
    // Products.
    Fragment(#"a \cdot b \times c * d\,e"#, "(* a b c d e)"),
    Fragment(
      #"\rho_I(t) \otimes (t)\rho_B"#,
      #"(⊗ (* \rho_I <parentheses t>) (* <parentheses t> \rho_B))"#),
    // Groups.
    Fragment(
      #"[A, [B, C]] + \{A, B\}"#,
      "(<brackets A, <brackets B, C>> + <braces A, B>)"),
    Fragment(#"\left( \frac{a}{b} \right)^2"#, "{<parentheses (/ a b)>}^2"),
    Fragment(#"\Big[ x + \big( y \big) \Big]"#, "<brackets (x + <parentheses y>)>"),
    Fragment(#"{a+b}c"#, "(* (a + b) c)"),
    Fragment(
      #"\mathcal{N}_i[\rho] J_i(\omega)"#,
      #"(* \mathcal{N}_i <brackets \rho> J_i <parentheses \omega>)"#),
    Fragment(#"a + \text{h.c.}"#, "(a + Hc)"),
    Fragment("a + H.c.", "(a + Hc)"),
    Fragment(#"\begin{pmatrix} 1 & -x \\ 0 & y \end{pmatrix}"#, "[1, (- x); 0, y]"),
    Fragment(#"\left[\begin{array}{cc} 1 & 2 \\ 3 & 4 \\ \end{array}\right]"#, "[1, 2; 3, 4]"),
  ])
  func fragments(_ fragment: Fragment) {
    #expect(read(fragment.latex).map { shape($0) } == fragment.expected)
  }

  @Test(arguments: [
    Fragment(#"\sin\frac{\theta}{2} (a-b)"#, #"(* (sin (/ \theta 2)) <parentheses (a - b)>)"#),
    Fragment(#"\sin\frac\theta2|eg\rangle"#, #"(* (sin (/ \theta 2)) |eg>)"#),
    Fragment(#"\sin 2\theta"#, #"(sin (* 2 \theta))"#),
    Fragment(#"\cos\omega t"#, #"(cos (* \omega t))"#),
    Fragment(#"\cos\theta\sin\theta"#, #"(* (cos \theta) (sin \theta))"#),
    Fragment(#"\sin^2\theta"#, #"(sin^2 \theta)"#),
    Fragment(#"\sin(\theta/2) b"#, #"(* (sin <parentheses (/ \theta 2)>) b)"#),
    Fragment(#"\cos\theta\,x"#, #"(* (cos \theta) x)"#),
    Fragment(#"\arctan(\lambda/\Delta)"#, #"(arctan <parentheses (/ \lambda \Delta)>)"#),
    Fragment(#"\sqrt{\Delta^2 + \lambda^2}"#, #"(root (\Delta^2 + \lambda^2))"#),
    Fragment(#"\sqrt[3]{x} + \sqrt2"#, "((root 3 x) + (root 2))"),
    Fragment(#"\ln|x| + \mathrm{sinh} x"#, "((ln (abs x)) + (sinh x))"),
    Fragment(#"\sum_k g_k b_k + c"#, "((sum_{k} (* g_k b_k)) + c)"),
    Fragment(#"\sum_{j=1}^2 x_j"#, "(sum_{j=1}^{2} x_j)"),
    Fragment(#"\sum_{n,m} r_n \sum\limits_k x"#, "(sum_{n,m} (* r_n (sum_{k} x)))"),
    Fragment(#"\int_0^\infty ds\, f(s)"#, #"(int_{0}^{\infty} (* d s f <parentheses s>))"#),
    Fragment(
      #"a - \min_U \text{Tr}(H U)"#,
      #"(a - (min_{U} (* \mathrm{Tr} <parentheses (* H U)>)))"#),
  ])
  func functions(_ fragment: Fragment) {
    #expect(read(fragment.latex).map { shape($0) } == fragment.expected)
  }

  @Test(arguments: [
    Fragment(#"|eg\rangle"#, "|eg>"),
    Fragment(#"|0,1\rangle + |+\rangle"#, "(|0,1> + |+>)"),
    Fragment(#"|e\rangle_{1}\langle e|_1"#, "(* {|e>}_1 {<e|}_1)"),
    Fragment(#"\langle r_n | \varepsilon_m \rangle"#, #"<r_n|\varepsilon_m>"#),
    Fragment(#"\langle a|X|b\rangle"#, "<a|X|b>"),
    Fragment(#"\langle a|X + Y|b\rangle"#, "<a|(X + Y)|b>"),
    Fragment(
      #"|a\rangle\langle b|X + Y|c\rangle\langle d|"#,
      "((* |a> <b| X) + (* Y |c> <d|))"),
    Fragment(#"\langle X\rangle + \langle |x| \rangle"#, "((mean X) + (mean (abs x)))"),
    Fragment(
      #"|\varepsilon_3\rangle\langle\varepsilon_4|"#,
      #"(* |\varepsilon_3> <\varepsilon_4|)"#),
    Fragment(#"|x||\psi\rangle"#, #"(* (abs x) |\psi>)"#),
    Fragment(#"| A|\psi\rangle |"#, #"(abs (* A |\psi>))"#),
    Fragment(#"\left|x\right| \lvert y\rvert"#, "(* (abs x) (abs y))"),
    Fragment(#"\left|\psi\right\rangle\left\langle a|b\right\rangle"#, #"(* |\psi> <a|b>)"#),
    Fragment(#"\ket{a}\bra{b}\braket{a|b}\braket{a|X|b}"#, "(* |a> <b| <a|b> <a|X|b>)"),
    Fragment(#"\ketbra{e}{g} + \dyad{e}"#, "((* |e> <g|) + (* |e> <e|))"),
    Fragment(#"\{|ee\rangle, |eg\rangle\}"#, "<braces |ee>, |eg>>"),
  ])
  func dirac(_ fragment: Fragment) {
    #expect(read(fragment.latex).map { shape($0) } == fragment.expected)
  }

  @Test(arguments: [
    Fragment("N_{1}^{+}", "N_1^+"), Fragment(#"\rho_{11}"#, #"\rho_{11}"#),
    Fragment(#"\sigma_-^{(1)}"#, #"\sigma_-^{(1)}"#),
    Fragment(#"\sigma^{ ( 1 ) }_{-}"#, #"\sigma_-^{(1)}"#),
    Fragment(#"\omega_{f\pm}"#, #"\omega_{f\pm}"#), Fragment(#"b_{k}^{\dagger}"#, #"b_k^\dagger"#),
    Fragment(#"\mathcal L_{+}"#, #"\mathcal{L}_+"#), Fragment("x'", "x^'"),
    Fragment("g_{1 k}", "g_{1k}"), Fragment("{x}_{ {1} }", "x_1"),
    Fragment("x_{θ i}", #"x_{\theta i}"#), Fragment("x^{*}", "x^*"),
  ])
  func names(_ fragment: Fragment) {
    #expect(read(fragment.latex)?.name == fragment.expected)
  }

  @Test func onlySymbolsHaveNames() {
    #expect(read("2")?.name == nil)
    #expect(read("(x)_1")?.name == nil)
    #expect(read("ab")?.name == nil)
  }

  @Test(arguments: [
    ("x_i", "i", "i"), ("x_{ij}", "{ij}", "(* i j)"), ("x_{11}", "{11}", "11"),
    ("x_{-i\\omega t}", "{-i\\omega t}", "(- (* i \\omega t))"),
    ("x_{\\omega/T}", "{\\omega/T}", "(/ \\omega T)"), ("x_+", "+", nil), ("x_{(1)}", "{(1)}", nil),
    ("x_\\pm", "\\pm", nil), ("x_{m,n}", "{m,n}", nil), ("x_ \\dagger", "\\dagger", nil),
    ("x_{\\mathrm{eq}}", "{\\mathrm{eq}}", "\\mathrm{eq}"),
  ])
  func scripts(latex: String, text: String, content: String?) throws {
    let formula = try #require(read(latex))
    guard case .scripted(_, let script?, nil) = formula.kind else {
      Issue.record("no subscript")
      return
    }
    #expect(slice(latex, script.range) == text)
    #expect(script.formula.map { shape($0) } == content)
  }
}
