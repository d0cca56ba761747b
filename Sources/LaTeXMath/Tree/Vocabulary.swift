/// The commands and characters that the reader knows, and what they stand for.
enum Vocabulary {
  /// Names that may follow `\left` and `\right`, without the backslash.
  static let delimiters: Set<String> = [
    "langle", "rangle", "lvert", "rvert", "vert", "Vert", "lbrace", "rbrace", "lbrack", "rbrack",
    "lfloor", "rfloor", "lceil", "rceil",
  ]

  /// Greek letters with the Unicode character that stands for each.
  static let greek: [String: Unicode.Scalar] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "varpi": "ϖ", "rho": "ρ",
    "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω",
  ]

  /// Other commands that are symbols.
  static let symbols: [String: Unicode.Scalar] = [
    "hbar": "ħ", "infty": "∞", "ell": "ℓ", "partial": "∂", "nabla": "∇", "Re": "ℜ", "Im": "ℑ",
    "imath": "ı", "jmath": "ȷ",
  ]

  /// Commands that occur in labels and scripts only.
  static let labels: [String: Unicode.Scalar] = [
    "dagger": "†", "ddagger": "‡", "circ": "∘", "top": "⊤", "perp": "⊥", "parallel": "∥",
    "star": "⋆", "uparrow": "↑", "downarrow": "↓", "Uparrow": "⇑", "Downarrow": "⇓",
  ]

  static let signs: [String: Formula.Sign] = ["pm": .plusMinus, "mp": .minusPlus]

  static let relations: [String: Relation.Kind] = [
    "equiv": .equivalent, "coloneqq": .defined, "lt": .less, "le": .lessOrEqual,
    "leq": .lessOrEqual, "leqslant": .lessOrEqual, "gt": .greater, "ge": .greaterOrEqual,
    "geq": .greaterOrEqual, "geqslant": .greaterOrEqual, "ne": .notEqual, "neq": .notEqual,
    "approx": .approximately, "simeq": .approximately, "propto": .proportional, "in": .element,
    "to": .maps, "rightarrow": .maps,
  ]

  /// Characters that are read as a command, by its name.
  static let characters: [Unicode.Scalar: String] = {
    var result: [Unicode.Scalar: String] = [
      "\u{2126}": "Omega", "\u{00B5}": "mu", "±": "pm", "∓": "mp", "·": "cdot", "⋅": "cdot",
      "×": "times", "⊗": "otimes", "≤": "leq", "≥": "geq", "≠": "neq", "≈": "approx",
      "≡": "equiv", "∝": "propto", "∈": "in", "→": "to", "⟨": "langle", "⟩": "rangle",
      "≃": "simeq", "′": "prime",
    ]
    for table in [greek, symbols, labels] {
      for (name, scalar) in table { result[scalar] = name }
    }
    return result
  }()

  static let functions: Set<String> = [
    "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh",
    "tanh", "coth", "exp", "ln", "log", "det",
  ]

  static let bigOperators: Set<String> = [
    "sum", "prod", "int", "oint", "iint", "min", "max", "lim", "sup", "inf",
  ]

  /// Accents and fonts: one argument, and the result is a symbol.
  static let accents: Set<String> = [
    "bar", "hat", "tilde", "vec", "dot", "ddot", "check", "breve", "overline", "underline",
    "widehat", "widetilde", "mathcal", "mathbf", "mathbb", "mathfrak", "mathscr", "mathsf",
    "mathit", "mathds", "boldsymbol", "bm",
  ]

  /// Upright words: `\mathrm{eq}`, `\operatorname{Tr}`.
  static let roman: Set<String> = ["mathrm", "operatorname", "textrm"]

  static let text: Set<String> = ["text", "mbox", "textit", "textbf", "textnormal"]

  static let fractions: Set<String> = ["frac", "dfrac", "tfrac"]

  /// Commands of the `braket` and `physics` packages, with the number of their arguments.
  static let dirac: [String: Int] = [
    "ket": 1, "bra": 1, "braket": 1, "ketbra": 2, "dyad": 2, "expval": 1, "mel": 3, "abs": 1,
  ]

  /// Spacing that separates: it ends the argument of a function.
  static let spaces: Set<String> = [",", ";", ":", ">", " ", "thinspace", "enspace", "\n", "\t"]

  /// Commands that change nothing in the meaning.
  static let decoration: Set<String> = [
    "!", "/", "-", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "bigm", "Bigl", "Bigr", "Bigm",
    "biggl", "biggr", "biggm", "Biggl", "Biggr", "Biggm", "middle", "displaystyle", "textstyle",
    "scriptstyle", "scriptscriptstyle", "limits", "nolimits", "nonumber", "notag", "mathstrut",
    "strut", "relax", "allowbreak", "nobreak", "hfill", "hline",
  ]

  /// Environments whose rows are lines of a display.
  static let lineEnvironments: Set<String> = [
    "aligned", "align", "align*", "split", "gathered", "gather", "gather*", "alignedat",
    "alignat", "alignat*", "equation", "equation*", "multline", "multline*", "multlined",
    "eqnarray", "eqnarray*", "displaymath",
  ]

  static let matrixEnvironments: Set<String> = [
    "matrix", "pmatrix", "bmatrix", "smallmatrix", "array",
  ]

  /// How many arguments a command takes along as a script, where a bare `\mathrm` would be cut off.
  static func argumentCount(of name: String) -> Int {
    if accents.contains(name) || roman.contains(name) || text.contains(name) { return 1 }
    if fractions.contains(name) { return 2 }
    if name == "sqrt" { return 1 }
    return dirac[name] ?? 0
  }
}
