import Derivations

/// Outcomes, stages and evaluations as the engine would give them.
enum Samples {
  static func line(
    _ equation: String, _ subject: String, _ verdict: Verdict, printed: String = "1",
    derived: String? = nil, witness: Witness? = nil, conditions: [String] = [],
    given: [String] = [], notes: [String] = [], at number: Int = 7
  ) -> LineOutcome {
    LineOutcome(
      equation: equation, subject: subject, verdict: verdict, printed: printed, derived: derived,
      witness: witness, conditions: conditions, given: given, notes: notes,
      location: Location(
        file: "/home/somebody/paper.md", line: number, column: 4, endLine: number, endColumn: 9))
  }

  static let refuted = line(
    "27", "x_4", .refuted, printed: "a b", derived: "a - b",
    witness: Witness(
      at: [.init(symbol: "b", value: "1/4"), .init(symbol: "a", value: "3/4")],
      printed: "3/16", derived: "1/2"),
    conditions: ["d > 0"], given: ["fermion", "t = 0"], notes: ["one sign"], at: 211)

  static let outcome = Outcome(
    derivation: "paper", title: "A paper",
    lines: [
      line("1", "H", .defined), line("26", "x_1", .proved, conditions: ["d > 0"]), refuted,
    ],
    assumptions: ["born", "no Lamb shift"])

  /// A line as it stands in `source`, with the minus between its factors lost.
  static let source = Array(
    (String(repeating: "\n", count: 210) + #"x_4 = a b, \\"# + "\n" + "y = a\n").utf8)

  static func place(_ columns: Range<Int>, line: Int = 211) -> Location {
    Location(
      file: "/home/somebody/paper.md", line: line, column: columns.lowerBound, endLine: line,
      endColumn: columns.upperBound)
  }

  static let repair = Repair(
    edits: 1, slips: [.operation], latex: "a - b", unique: true, verdict: .proved,
    range: place(9..<9),
    changes: [.init(location: place(9..<9), printed: "", replacement: "-")])

  /// The same repaired.
  static var repaired: LineOutcome {
    var line = refuted
    line.repairs = [repair]
    line.origin = .transcription
    line.mark = place(9..<9)
    return line
  }

  static let finding = Finding(
    kind: .permutation, equations: ["27", "28"], statement: "The labels of $x$ are exchanged.",
    mapping: [.init(printed: "x_4", meant: "x_1"), .init(printed: "x_1", meant: "x_4")],
    locations: [place(1..<10), place(1..<6, line: 212)])

  static let contradiction = Finding(
    kind: .inconsistency, equations: ["26", "27"],
    statement: "(26) and (27) cannot both be right.",
    witness: .init(
      at: [.init(symbol: "a", value: "3/4")], first: "(26)", firstValue: "1",
      second: "the trace of (27)", secondValue: "1/2"),
    locations: [place(1..<10)])

  /// With everything that can be said of lines, alone and together.
  static var rich: Outcome {
    var outcome = outcome
    outcome.lines[2] = repaired
    outcome.findings = [finding, contradiction]
    return outcome
  }

  static let stages = Stages(
    derivation: "paper", title: "A paper",
    sections: [
      .init(
        title: "Eigenbasis", given: ["boson", #"\theta = 0"#], comment: "By blocks.",
        statements: [.init(left: "E_1", right: #"-\frac{1}{2}"#), .init(left: "E_2", right: "0")])
    ])

  static func road(
    _ name: String, coherence: Double = -0.0625, notes: [String] = []
  ) -> Evaluation.Road {
    Evaluation.Road(
      name: name, basis: ["e", "g"],
      rho: [[[0.25, 0], [0.125, coherence]], [[0.125, -coherence], [0.75, 0]]],
      eigenvalues: [0.8, 0.2], internalEnergy: 2.5, passiveEnergy: 2, ergotropy: 0.5, notes: notes)
  }

  static func evaluation(disagreement: Double = 3e-14) -> Evaluation {
    Evaluation(
      derivation: "paper", given: ["boson"],
      at: [
        .init(symbol: "T_1", value: "1/2"), .init(symbol: "a", value: "10"),
        .init(symbol: "b", value: #"\pi/2"#),
      ],
      roads: [
        road("derived"), road("printed (23)", coherence: 0.0625, notes: ["trace 1.5"]),
        road("numeric"),
      ],
      disagreement: disagreement)
  }
}

/// SplitMix64: the same numbers from the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
