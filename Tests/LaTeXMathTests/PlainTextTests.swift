import Testing

@testable import LaTeXMath

@Suite struct PlainTextTests {
  @Test(arguments: [
    Fragment(#"\frac{a}{b}"#, "a/b"), Fragment(#"\frac{a+b}{c d}"#, "(a+b)/(cd)"),
    Fragment(#"\frac{1}{2} (a + b)"#, "(1/2)(a+b)"), Fragment(#"\rho_{11}"#, "ρ₁₁"),
    Fragment(#"\sigma_-^{(1)}"#, "σ₋⁽¹⁾"), Fragment(#"L_+ L_- \mathcal{R}"#, "L₊L₋𝓡"),
    Fragment(#"|\varepsilon_1\rangle \langle e|"#, "|ε₁⟩⟨e|"), Fragment(#"\sqrt{x}"#, "√(x)"),
    Fragment(#"\sin\frac{\theta}{2}"#, "sin(θ/2)"), Fragment(#"b_k^\dagger b_k"#, "bₖ†bₖ"),
    Fragment(#"\sin^2\theta"#, "sin²(θ)"), Fragment(#"\omega_{f\pm}"#, "ω_{f±}"),
    Fragment(#"a = b - c"#, "a = b − c"), Fragment(#"e^{-i\omega t}"#, "e^{−iωt}"),
    Fragment(#"x = 1, y \leq 2 \tag{3}"#, "x = 1, y ≤ 2 (3)"), Fragment(#"\bar{T}"#, "T\u{304}"),
    Fragment(#"2 \cdot 3 + {a+b}c"#, "2·3 + (a+b)c"), Fragment(#"\mathrm{Tr} x"#, "Tr x"),
    Fragment(#"d\rho/dt"#, "dρ/dt"), Fragment(#"a/(bc)/d"#, "a/(bc)/d"),
    Fragment(#"\sum_{k} g_k"#, "∑ₖ gₖ"), Fragment(#"|\langle r|e\rangle|^2"#, "|⟨r|e⟩|²"),
    Fragment(#"\frac{-a}{b}"#, "(−a)/b"), Fragment(#"[A,B] + \{a\}"#, "[A, B] + {a}"),
    Fragment(#"\begin{pmatrix} 1 & 0 \\ 0 & x \end{pmatrix}"#, "[1, 0; 0, x]"),
    Fragment(#"\delta_{m,n}"#, "δ_{m,n}"), Fragment(#"x'"#, "x′"),
  ])
  func renders(_ fragment: Fragment) {
    #expect(PlainText.render(latex: fragment.latex) == fragment.expected)
    #expect(LaTeXTree(fragment.latex).text == fragment.latex)
  }

  // More texts than are kept, each twice, and one that is too long to be.
  @Test func whatWasRenderedBeforeStaysTheSame() {
    let long = (0..<20).map { "x_{\($0)}" }.joined(separator: " + ")
    for _ in 0..<2 {
      for number in 0..<1200 {
        #expect(PlainText.render(latex: "y + \(number)") == "y + \(number)")
        #expect(PlainText.render(latex: "\\frac{\(number)}{x}") == "\(number)/x")
      }
      #expect(PlainText.render(latex: long).hasPrefix("x₀ + x₁ + x₂"))
    }
    #expect(PlainText.render(latex: "\\bar{e}") == "e\u{304}")
  }

  @Test(arguments: ["", #"\foo x"#, "a = (b", "{", #"a \leftrightarrow b"#])
  func unreadableTextComesBack(latex: String) {
    #expect(PlainText.render(latex: latex) == latex)
  }
}
