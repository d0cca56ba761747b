/// The signs that commands and characters stand for in MathML, with what they are to their neighbours.
enum MathVocabulary {
  typealias Accent = (text: String, isWide: Bool, isBelow: Bool)
  typealias Sign = (text: String, role: MathElement.Role)

  static let signs: [String: Sign] = {
    var table: [String: Sign] = [:]
    func add(_ role: MathElement.Role, _ words: String) {
      let parts = words.split(separator: " ")
      for place in stride(from: 0, to: parts.count - 1, by: 2) {
        table[String(parts[place])] = (String(parts[place + 1]), role)
      }
    }
    add(.sign, "pm ± mp ∓")
    add(
      .binary,
      "cdot · times × otimes ⊗ oplus ⊕ ominus ⊖ odot ⊙ ast ∗ star ⋆ circ ∘ bullet ∙ div ÷ wedge ∧ "
        + "vee ∨ cap ∩ cup ∪ setminus ∖ dagger † ddagger ‡")
    add(
      .relation,
      "equiv ≡ coloneqq ≔ le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ "
        + "approx ≈ simeq ≃ sim ∼ cong ≅ propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ "
        + "supseteq ⊇ to → rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ "
        + "Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦ longrightarrow ⟶ ll ≪ gg ≫ mid ∣ parallel ∥ "
        + "perp ⊥ prec ≺ succ ≻ vdash ⊢ models ⊨ doteq ≐")
    table["lt"] = ("<", .relation)
    table["gt"] = (">", .relation)
    add(
      .open, "langle ⟨ lvert | lVert ‖ lbrace { lbrack [ lfloor ⌊ lceil ⌈ { {")
    add(
      .close, "rangle ⟩ rvert | rVert ‖ rbrace } rbrack ] rfloor ⌋ rceil ⌉ } }")
    add(
      .ordinary,
      "vert | Vert ‖ | ‖ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ forall ∀ exists ∃ neg ¬ "
        + "lnot ¬ uparrow ↑ downarrow ↓ Uparrow ⇑ Downarrow ⇓ top ⊤ bot ⊥ angle ∠ triangle △ "
        + "square □ backslash \\ % % # # & & $ $ _ _")
    return table
  }()

  /// Letters that are neither Latin nor Greek.
  static let letters: [String: String] = [
    "hbar": "ℏ", "infty": "∞", "ell": "ℓ", "partial": "∂", "nabla": "∇", "Re": "ℜ", "Im": "ℑ",
    "imath": "ı", "jmath": "ȷ", "emptyset": "∅", "varnothing": "∅", "aleph": "ℵ", "wp": "℘",
    "degree": "°", "AA": "Å",
  ]

  /// Operators whose scripts stand above and below, and integrals, whose do not.
  static let big: [String: (text: String, hasLimits: Bool)] = [
    "sum": ("∑", true), "prod": ("∏", true), "coprod": ("∐", true), "bigcup": ("⋃", true),
    "bigcap": ("⋂", true), "bigoplus": ("⨁", true), "bigotimes": ("⨂", true),
    "int": ("∫", false), "oint": ("∮", false), "iint": ("∬", false), "iiint": ("∭", false),
  ]

  /// Names whose scripts stand below.
  static let limits: Set<String> = [
    "min", "max", "lim", "sup", "inf", "limsup", "liminf", "argmin", "argmax",
  ]

  static let functions: Set<String> = Vocabulary.functions.union([
    "arg", "dim", "ker", "deg", "gcd", "Pr", "hom", "lg", "Tr", "tr", "sgn", "csch", "sech",
  ])

  /// Spaces by their width in ems.
  static let spaces: [String: Double] = [
    ",": 0.167, ":": 0.222, ">": 0.222, ";": 0.278, "!": -0.167, " ": 0.25, "quad": 1, "qquad": 2,
    "enspace": 0.5, "thinspace": 0.167, "medspace": 0.222, "thickspace": 0.278, "\n": 0.25,
    "\t": 0.25, "space": 0.25, "enskip": 0.5, "negthinspace": -0.167,
  ]

  /// Marks over a letter, and whether they grow with it.
  static let accents: [String: Accent] = [
    "bar": ("¯", false, false), "overline": ("¯", true, false), "hat": ("^", false, false),
    "widehat": ("^", true, false), "tilde": ("~", false, false), "widetilde": ("~", true, false),
    "vec": ("→", false, false), "dot": ("˙", false, false), "ddot": ("¨", false, false),
    "check": ("ˇ", false, false), "breve": ("˘", false, false), "acute": ("´", false, false),
    "grave": ("`", false, false), "overrightarrow": ("→", true, false),
    "underline": ("_", true, true), "overbrace": ("⏞", true, false),
    "underbrace": ("⏟", true, true),
  ]

  /// Commands that set nothing by themselves: sizes, styles, and what is said of a display.
  static let silent: Set<String> = Vocabulary.decoration.union(["label", "left", "right"])
    .subtracting(["!"])
}
