/// Prose as LaTeX source: special characters escaped, `$ … $` kept as mathematics.
package enum LaTeXProse {
  package static func escaped(_ text: String) -> String {
    let parts = TextLayout.oneLine(text).split(separator: "$", omittingEmptySubsequences: false)
    // An odd number of dollars is prose about money.
    guard parts.count % 2 == 1 else { return parts.map(plain).joined(separator: "\\$") }
    return parts.enumerated()
      .map { $0.offset % 2 == 1 ? "$\($0.element)$" : plain($0.element) }.joined()
  }

  private static func plain(_ text: Substring) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += command(scalar) }
    return result
  }

  private static func command(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": return "\\textbackslash{}"
    case "~": return "\\textasciitilde{}"
    case "^": return "\\textasciicircum{}"
    case "<": return "\\textless{}"
    case ">": return "\\textgreater{}"
    case "|": return "\\textbar{}"
    case "#", "$", "%", "&", "_", "{", "}": return "\\\(scalar)"
    case "‘", "’", "“", "”", "–", "—", "…": return String(scalar)
    default: break
    }
    if let math = mathematics[scalar] { return "\\ensuremath{\(math)}" }
    // Letters of Latin-1 and Latin Extended-A are in every T1 font.
    if scalar.value < 0x180 { return scalar == "\u{A0}" ? "~" : String(scalar) }
    return "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
  }

  private static let mathematics: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "−": "-", "≤": "\\le", "≥": "\\ge", "≠": "\\ne", "≡": "\\equiv", "→": "\\to",
      "↔": "\\leftrightarrow", "⟨": "\\langle", "⟩": "\\rangle", "√": "\\surd", "∓": "\\mp",
      "∈": "\\in", "⊗": "\\otimes", "†": "\\dagger", "½": "\\tfrac12", "∂": "\\partial",
      "Σ": "\\Sigma", "Γ": "\\Gamma", "Δ": "\\Delta", "Θ": "\\Theta", "Λ": "\\Lambda",
      "Ω": "\\Omega", "Φ": "\\Phi", "Ψ": "\\Psi", "Π": "\\Pi", "⁺": "^{+}", "⁻": "^{-}",
      "₊": "_{+}", "₋": "_{-}", "¹": "^{1}", "²": "^{2}", "³": "^{3}", "′": "'", "ϑ": "\\vartheta",
      "𝓡": "\\mathcal{R}", "𝓛": "\\mathcal{L}", "𝓝": "\\mathcal{N}", "𝓢": "\\mathcal{S}",
      "∑": "\\sum", "∞": "\\infty", "≈": "\\approx", "∝": "\\propto", "ℏ": "\\hbar",
    ]
    let greek = [
      "alpha", "beta", "gamma", "delta", "varepsilon", "zeta", "eta", "theta", "iota", "kappa",
      "lambda", "mu", "nu", "xi", "o", "pi", "rho", "varsigma", "sigma", "tau", "upsilon", "varphi",
      "chi", "psi", "omega",
    ]
    for (scalar, name) in zip(("α" as Unicode.Scalar).value..., greek) {
      guard let letter = Unicode.Scalar(scalar) else { continue }
      table[letter] = name == "o" ? "o" : "\\" + name
    }
    for digit in 0..<10 as Range<UInt32> {
      if let below = Unicode.Scalar(0x2080 + digit) { table[below] = "_{\(digit)}" }
      // ¹ ² ³ stand above, with Latin-1.
      guard !(1...3).contains(digit), let above = Unicode.Scalar(0x2070 + digit) else { continue }
      table[above] = "^{\(digit)}"
    }
    return table
  }()
}
