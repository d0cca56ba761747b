import Derivations

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Figures made by formulas of the tests' own.
enum FigureSamples {
  static func steps(_ from: Double, _ to: Double, _ count: Int) -> [Double] {
    (0..<count).map { from + (to - from) * Double($0) / Double(count - 1) }
  }

  /// A map f(x, y) with its printed counterpart.
  static func map(
    _ name: String, count: Int = 201, derived: (Double, Double) -> Double,
    printed: ((Double, Double) -> Double)?
  ) -> FigureData {
    let xs = steps(-4, 4, count)
    let ys = steps(-8, 8, count)
    func grid(_ f: (Double, Double) -> Double) -> [Double] {
      ys.flatMap { y in xs.map { f($0, y) } }
    }
    return FigureData(
      name: name, quantity: #"\mathcal{E}(\rho)"#, unit: nil,
      axes: [
        .init(symbol: #"\Delta T"#, unit: nil, values: xs),
        .init(symbol: #"\Delta"#, unit: #"\mathrm{GHz}"#, values: ys),
      ],
      series: [.init(label: "", derived: grid(derived), printed: printed.map(grid))],
      parameters: [#"\omega = 10"#, #"\bar{T} = 5"#, #"\lambda = 2"#, "J = 1", "boson"],
      equations: ["15", "17", "23"],
      notes: [#"The text gives no $\lambda$; $\lambda = 2$ is chosen, as in the figure before."#])
  }

  static func hill(_ x: Double, _ y: Double) -> Double {
    max(0, 4.3 * exp(-(x - 1.2) * (x - 1.2) / 3 - (y + 2) * (y + 2) / 20) - 0.4)
      + max(0, 2 * exp(-(x + 2) * (x + 2) / 2 - (y - 4) * (y - 4) / 8) - 0.3)
  }

  static func curves(
    _ name: String, count: Int = 121, labels: [String],
    derived: (Double, Int) -> Double, printed: ((Double, Int) -> Double)?
  ) -> FigureData {
    let xs = steps(0, 6, count)
    return FigureData(
      name: name, quantity: #"\mathcal{E}(\rho)"#, unit: nil,
      axes: [.init(symbol: "T_1", unit: nil, values: xs)],
      series: labels.enumerated().map { number, label in
        .init(
          label: label, derived: xs.map { derived($0, number) },
          printed: printed.map { f in xs.map { f($0, number) } })
      },
      parameters: [#"\omega_1 = \omega_2 = 10"#, #"\Delta\mu = 2"#], equations: ["18"], notes: [])
  }
}
