import Testing

@testable import Derivations

@Suite struct SweepTests {
  private static func sweep(
    _ vary: [SweepRequest.Variation], quantities: [String] = ["p_e", "j"],
    at: [(String, String)] = [(#"\kappa"#, "1")]
  ) throws -> Sweep {
    try Sample.derivation(Sample.qubit).sweep(
      SweepRequest(
        vary: vary, at: at.map { .init(symbol: $0.0, value: $0.1) }, given: [],
        quantities: quantities))
  }

  private static let grid = [
    SweepRequest.Variation(symbol: "T", from: "1/2", to: "2", count: 5),
    SweepRequest.Variation(symbol: #"\omega"#, from: "1", to: "3", count: 3),
  ]

  @Test func columnsAndOrder() throws {
    let sweep = try Self.sweep(Self.grid)
    #expect(sweep.columns == ["T", #"\omega"#, "p_e", "j"])
    #expect(sweep.shape == [5, 3])
    #expect(sweep.count == 15)
    let values = try sweep.values(0..<15)
    // The last axis is the fastest; both ends are met exactly.
    #expect(values[0][0..<4] == [0.5, 0.5, 0.5, 0.875])
    #expect(values[1][0..<4] == [1, 2, 3, 1])
    #expect([values[0][14], values[1][14]] == [2, 3])
  }

  @Test func anyDivisionGivesTheSame() throws {
    let sweep = try Self.sweep(Self.grid)
    let whole = try sweep.values(0..<15)
    for cuts in [[0, 15], [0, 1, 15], [0, 7, 7, 8, 15], Array(0...15), [0, 3, 11, 15]] {
      var columns = whole.map { _ in [Double]() }
      for (from, to) in zip(cuts, cuts.dropFirst()) {
        for (number, part) in try sweep.values(from..<to).enumerated() {
          columns[number] += part
        }
      }
      #expect(columns == whole, "\(cuts)")
    }
  }

  /// Everything that the numbers depend on is said, and the same in any order of the settings.
  @Test func description() throws {
    let vary = [SweepRequest.Variation(symbol: "T", from: "1", to: "2", count: 2)]
    let at = [(#"\kappa"#, "1"), (#"\omega"#, "2")]
    let one = try Self.sweep(vary, at: at)
    let other = try Self.sweep(vary, at: at.reversed())
    #expect(one.description == other.description)
    let lines = one.description.split(separator: "\n").map(String.init)
    #expect(lines[0] == "test")
    #expect(
      lines.dropFirst() == [
        "vary", "T=1:2:2", "at", #"\kappa=1"#, #"\omega=2"#, "given", "columns", "T", "p_e", "j",
      ])
    let changed = try Self.sweep(vary, at: [(#"\kappa"#, "1"), (#"\omega"#, "3")])
    #expect(one.description != changed.description)
  }

  /// Another version of the file is another sweep, if only a rate in it has changed.
  @Test func descriptionOfAnotherVersion() throws {
    func description(_ text: String) throws -> String {
      try Sample.derivation(text).sweep(
        SweepRequest(
          vary: [.init(symbol: "T", from: "1", to: "2", count: 2)],
          at: [.init(symbol: #"\omega"#, value: "1"), .init(symbol: #"\kappa"#, value: "1")],
          given: [], quantities: ["p_e"])
      ).description
    }
    let other = Sample.qubit.replacing(#"decay rate \kappa"#, with: #"decay rate 2\kappa"#)
    #expect(try description(Sample.qubit) == description(Sample.qubit))
    #expect(try description(Sample.qubit) != description(other))
  }

  @Test func onePoint() throws {
    let values = try Self.sweep(
      [], quantities: ["p_e + p_g"], at: [("T", "1"), (#"\omega"#, "1"), (#"\kappa"#, "1")]
    ).values(0..<1)
    #expect(values.count == 1)
    #expect(abs(values[0][0] - 1) < 1e-15)
  }

  @Test(
    arguments: [
      (
        SweepRequest.Variation(symbol: "T", from: "1", to: "2", count: 0), ["p_e"],
        "sweep 'T' is varied over no point | write A:B:N with N ≥ 1"
      ),
      (
        .init(symbol: "T", from: "a", to: "2", count: 2), ["p_e"],
        "sweep 'a' is not a number | write 2, 0.5 or -3/2"
      ),
      (
        .init(symbol: "T", from: "1", to: "2", count: 4_000_001), ["p_e"],
        "sweep 'T' is varied over too many points | at most 4000000 on an axis: sweep one part after the other"
      ),
      (
        .init(symbol: "T", from: "1", to: "2", count: .max), ["p_e"],
        "sweep 'T' is varied over too many points | at most 4000000 on an axis: sweep one part after the other"
      ),
      (
        .init(symbol: "{", from: "1", to: "2", count: 2), ["p_e"],
        "sweep --vary '{' cannot be read: expected '}' to close this group before the end of the cell | write it as in the file"
      ),
      (
        .init(symbol: "T", from: "1", to: "2", count: 2), [],
        "sweep the file names no ergotropy | say what to compute with --quantity, for example \\rho_{11}"
      ),
    ] as [(SweepRequest.Variation, [String], String)])
  func errors(variation: SweepRequest.Variation, quantities: [String], message: String) throws {
    let found = FigureSample.messages {
      _ = try Self.sweep(
        [variation], quantities: quantities, at: [(#"\kappa"#, "1"), (#"\omega"#, "1")])
    }
    #expect(found == [message])
  }

  /// Sizes that overflow are refused, not computed.
  @Test func tooManyPoints() throws {
    let names = ["T", #"\omega"#, "a", "b"]
    let vary = names.map {
      SweepRequest.Variation(symbol: $0, from: "1", to: "2", count: 4_000_000)
    }
    #expect(throws: FileError.self) { try Self.sweep(vary) }
  }

  @Test func theErgotropyIfNothingIsAsked() throws {
    let derivation = try Derivation(
      bytes: Sample.shipped("hadipour-haseli-2024"), file: "paper.md")
    let sweep = try derivation.sweep(
      SweepRequest(
        vary: [.init(symbol: #"\Delta T"#, from: "-4", to: "4", count: 3)],
        at: [
          (#"\Delta"#, "-6"), (#"\bar{T}"#, "3"), (#"\lambda"#, "6"), (#"\bar{\omega}"#, "10"),
          ("J", "1"),
        ].map { .init(symbol: $0.0, value: $0.1) }, given: ["boson"], quantities: []))
    #expect(
      sweep.columns == [
        #"\Delta T"#, #"\mathcal{E}(\rho)"#, #"\mathcal{E}(\rho) (printed)"#,
      ])
    let values = try sweep.values(0..<3)
    // Ground truth at Δ = 6: ΔT = −4 and 4, here with the qubits exchanged; 0 between them.
    #expect(abs(values[1][0] - 0.0062) < 5e-5)
    #expect(values[1][1].magnitude < 1e-12)
    #expect(abs(values[1][2] - 0.1044) < 5e-5)
  }
}
