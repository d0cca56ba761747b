import Foundation
import NumericEvaluation
import OpenSystems
import Testing

@testable import Derivations

/// Two qubits at one point, without the file and without the exact algebra.
private struct TwoQubits {
  var omega1 = 10.0
  var omega2 = 10.0
  var lambda = 2.0
  var t1 = 1.0
  var t2 = 1.0
  var mu1 = 0.0
  var mu2 = 0.0
  var isFermion = false

  private var rabi: Double { hypot(omega1 - omega2, lambda) }
  private var mean: Double { (omega1 + omega2) / 2 }

  /// In the order ee, eg, ge, gg.
  func numeric() throws -> (ergotropy: Double, energy: Double) {
    let zero = Array(repeating: Complex(0), count: 4)
    var rows = Array(repeating: zero, count: 4)
    rows[0][0] = Complex(omega1 + omega2)
    rows[1][1] = Complex(omega1)
    rows[2][2] = Complex(omega2)
    (rows[1][2], rows[2][1]) = (Complex(lambda / 2), Complex(lambda / 2))
    let h = ComplexMatrix(rows)
    // σ₋ of the first qubit: ee → ge, eg → gg; of the second: ee → eg, ge → gg.
    func lowering(_ pairs: [(from: Int, to: Int)]) -> ComplexMatrix {
      var rows = Array(repeating: zero, count: 4)
      for (from, to) in pairs { rows[to][from] = Complex(1) }
      return ComplexMatrix(rows)
    }
    func bath(_ coupling: ComplexMatrix, _ t: Double, _ mu: Double) -> NumericBath {
      NumericBath(
        coupling: coupling, statistics: isFermion ? .fermion : .boson,
        occupation: .thermal(temperature: t, chemicalPotential: mu),
        strength: .spectralDensity(1))
    }
    let system = try NumericOpenSystem(
      hamiltonian: h,
      baths: [
        bath(lowering([(0, 2), (1, 3)]), t1, mu1), bath(lowering([(0, 1), (2, 3)]), t2, mu2),
      ], jumps: [], secular: false)
    let state = try system.steadyState().state
    return (
      try ergotropy(state: state, hamiltonian: h), internalEnergy(state: state, hamiltonian: h)
    )
  }

  private func occupation(_ w: Double, _ t: Double, _ mu: Double) -> Double {
    1 / (Foundation.exp((w - mu) / t) + (isFermion ? 1 : -1))
  }

  /// Eqs. 18, 23 and 30, 27 as printed.
  func printed(_ equation: String) throws -> (ergotropy: Double, energy: Double) {
    let (high, low) = (mean + rabi / 2, mean - rabi / 2)
    let (p1, p2) = (occupation(high, t1, mu1), occupation(high, t2, mu2))
    let (m1, m2) = (occupation(low, t1, mu1), occupation(low, t2, mu2))
    let (c, s) = ((omega1 - omega2) / rabi, lambda / rabi)
    // 29: at c = 0 and s = 1 these are those of 22.
    let lp = (p1 + p2) / 2 + (p1 - p2) / 2 * c
    let lm = (m1 + m2) / 2 - (m1 - m2) / 2 * c
    let (mp, mm) = ((p1 - p2) / 2 * s, (m1 - m2) / 2 * s)
    var populations: [Double]
    var coherence = Complex(0)
    switch equation {
    case "18":
      let sign: Double = isFermion ? -1 : 1
      let (gp, gm) = (p1 + p2, m1 + m2)
      let (up, um) = (2 + sign * gp, 2 + sign * gm)
      let z = (gm + um) * (gp + up)
      populations = [up * gm / z, gm * gp / z, um * gp / z, um * up / z]
    case "23":
      let s1 = mp - mm * (3 + 2 * lp + 2 * lm)
      let s2 = mm - mp * (3 + 2 * lp + 2 * lm)
      let z1 = mp + mm * (1 + 2 * lp + 2 * lm)
      let z2 = mm + mp * (1 + 2 * lp + 2 * lm)
      let r = 1 / (4 * (1 + lp + lm) * (1 + lp + lm) + rabi * rabi)
      let n = (1 + 2 * lp) * (1 + 2 * lm) - 16 * mp * mm * (1 + lp + lm) * (1 + lp + lm) * r
      populations = [
        ((1 + lp) * (1 + lm) - s1 * s2 * r) / n, (lm * (1 + lp) + s2 * z1 * r) / n,
        (lp * (1 + lm) + s1 * z2 * r) / n, (lp * lm - z1 * z2 * r) / n,
      ]
      coherence =
        Complex((mp * (1 + 2 * lm) + mm * (1 + 2 * lp)) / n) / Complex(2 * (1 + lp + lm), rabi)
    default:
      let r = (mp + mm) * (mp + mm) / (4 + rabi * rabi)
      populations = [
        (1 - lp) * (1 - lm) - r, lm * (1 - lp) + r, lp * (1 - lm) + r, lp * lm * r,
      ]
      coherence = Complex(-(mp + mm)) / Complex(2, rabi)
    }
    let zero = Array(repeating: Complex(0), count: 4)
    var (state, h) = (Array(repeating: zero, count: 4), Array(repeating: zero, count: 4))
    for (level, energy) in [0, low, high, omega1 + omega2].enumerated() {
      state[level][level] = Complex(populations[level])
      h[level][level] = Complex(energy)
    }
    (state[1][2], state[2][1]) = (coherence, coherence.conjugate)
    return (
      try ergotropy(state: ComplexMatrix(state), hamiltonian: ComplexMatrix(h)),
      internalEnergy(state: ComplexMatrix(state), hamiltonian: ComplexMatrix(h))
    )
  }
}

/// All ten panels beside numbers that were had another way.
@Suite struct FiguresOfThePaperTests {
  private static let figures = Result {
    try Derivation(bytes: Sample.shipped("hadipour-haseli-2024"), file: "paper.md")
      .figures(named: nil)
  }

  private static func point(_ name: String, _ x: Double, _ y: Double, _ curve: Double) -> TwoQubits
  {
    switch name.first {
    case "3": TwoQubits(lambda: curve, t1: x, t2: x)
    case "4": TwoQubits(lambda: curve, t1: 1.5, t2: 1.5, mu1: x, mu2: x, isFermion: true)
    case "5": TwoQubits(t1: curve, t2: curve + x)
    case "6": TwoQubits(mu1: curve, mu2: curve + x, isFermion: true)
    default:
      name == "7a"
        ? TwoQubits(
          omega1: 10 + y / 2, omega2: 10 - y / 2, lambda: 6, t1: 3 - x / 2, t2: 3 + x / 2)
        : TwoQubits(
          omega1: 10 + y / 2, omega2: 10 - y / 2, lambda: 6, t1: 1.5, t2: 1.5, mu1: 4 - x / 2,
          mu2: 4 + x / 2, isFermion: true)
    }
  }

  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }

  @Test(
    arguments: [
      ("3a", "18"), ("3b", "18"), ("4a", "18"), ("4b", "18"), ("5a", "23"), ("5b", "23"),
      ("6a", "27"), ("6b", "27"), ("7a", "23"), ("7b", nil),
    ] as [(String, String?)])
  func isRightAtSeveralPoints(name: String, equation: String?) throws {
    let figure = try #require(try Self.figures.get().first { $0.name == name })
    let width = figure.axes[0].values.count
    let isErgotropy = name.hasSuffix("a") || name == "7b"
    for series in figure.series {
      let curve = Double(series.label.split(separator: " ").last ?? "0") ?? 0
      for share in [0.0, 0.13, 0.37, 0.5, 0.81, 1.0] {
        let i = Int(share * Double(width - 1))
        // The vertical axis the other way round, so that no point is on the diagonal.
        let j = figure.axes.count == 1 ? 0 : Int((1 - share) * 0.9 * 200)
        let x = figure.axes[0].values[i]
        let y = figure.axes.count == 1 ? 0 : figure.axes[1].values[j]
        let place = i + width * j
        let qubits = Self.point(name, x, y, curve)
        let right = try qubits.numeric()
        #expect(isNear(series.derived[place], isErgotropy ? right.ergotropy : right.energy))
        guard let equation else {
          #expect(series.printed == nil)
          continue
        }
        let printed = try #require(series.printed)
        let wrong = try qubits.printed(equation)
        #expect(
          isNear(printed[place], isErgotropy ? wrong.ergotropy : wrong.energy),
          "\(name) \(series.label) at \(x), \(y)")
      }
    }
  }

  @Test func labelsAndNotes() throws {
    let figures = try Self.figures.get()
    #expect(figures.map(\.name) == ["3a", "3b", "4a", "4b", "5a", "5b", "6a", "6b", "7a", "7b"])
    let six = try #require(figures.first { $0.name == "6a" })
    #expect(six.quantity == #"\mathcal{E}(\rho)"#)
    #expect(six.unit == "J")
    #expect(six.axes.map(\.symbol) == [#"\Delta\mu"#])
    #expect(six.axes.map(\.unit) == ["J"])
    #expect(
      six.series.map(\.label) == [
        #"\mu_1 = 4"#, #"\mu_1 = 8"#, #"\mu_1 = 9"#, #"\mu_1 = 12"#,
      ])
    #expect(six.parameters == [#"\omega = 10"#, #"\lambda = 2"#, "T = 1", "J = 1"])
    #expect(six.equations == ["27"])
    #expect(
      six.notes == [
        #"chosen, not given by the text: $\Delta\mu \in [0, 20]$"#,
        #"chosen, not given by the text: $\mu_1 = 4, 8, 9, 12$"#,
        #"chosen, not given by the text: $\lambda = 2$"#,
      ])
    let seven = try #require(figures.last)
    #expect(seven.notes.contains(#"$\rho_{44}$ of (33) has no number as printed"#))
    #expect(seven.axes.map(\.symbol) == [#"\Delta\mu"#, #"\Delta"#])
    #expect(seven.series.map(\.label) == [""])
    #expect(seven.series[0].derived.count == 201 * 201)
  }

  // Ground truth, had with QuTiP: fermions at T = 1.5, λ = 2 and μ = 5, 10, 15, 20.
  @Test func knownNumbers() throws {
    let four = try #require(try Self.figures.get().first { $0.name == "4a" })
    let curve = try #require(four.series.first { $0.label == #"\lambda = 2"# })
    for (mu, value) in [(5.0, 0), (10, 2.8936), (15, 18.3409), (20, 19.9375)] {
      let place = try #require(four.axes[0].values.firstIndex { abs($0 - mu) < 1e-9 })
      #expect(abs(curve.derived[place] - value) < 5e-5)
    }
    // Bosons at ΔT = 0, 1, 2, 5, 10 and T₁ = 1.
    let five = try #require(try Self.figures.get().first { $0.name == "5a" })
    for (dT, value) in [(0.0, 0), (1, 0.0028), (2, 0.0165), (5, 0.0920), (10, 0.1865)] {
      let place = try #require(five.axes[0].values.firstIndex { abs($0 - dT) < 1e-9 })
      #expect(abs(five.series[0].derived[place] - value) < 5e-5)
    }
    // The corners of 7a.
    let seven = try #require(try Self.figures.get().first { $0.name == "7a" })
    #expect(abs(seven.series[0].derived[200 * 201] - 0.1044) < 5e-5)
    #expect(abs(seven.series[0].derived[200 * 201 + 200] - 0.0062) < 5e-5)
  }

  /// Δ = 0 and ω = μ divide nothing by nothing: the neighbours are near.
  @Test func removableSingularities() throws {
    let seven = try #require(try Self.figures.get().first { $0.name == "7a" })
    #expect(seven.axes[1].values[100] == 0)
    for i in 0..<201 {
      let column = (99...101).map { seven.series[0].derived[i + 201 * $0] }
      #expect(!column.contains { !$0.isFinite })
      #expect(abs(column[1] - (column[0] + column[2]) / 2) < 1e-4)
    }
    let four = try #require(try Self.figures.get().first { $0.name == "4b" })
    let middle = try #require(four.axes[0].values.firstIndex { abs($0 - 10) < 1e-9 })
    for series in four.series {
      let values = (-1...1).map { series.derived[middle + $0] }
      #expect(!values.contains { !$0.isFinite })
      // Steps of 1/16 with slopes of a few J.
      #expect(abs(values[1] - (values[0] + values[2]) / 2) < 1e-3)
    }
  }
}
