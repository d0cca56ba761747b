import ExactAlgebra
import Foundation
import NumericEvaluation

/// A figure as a program: its inputs are the curves' symbol, the vertical and the horizontal axis, as
/// far as it has them.
struct FigurePlan {
  /// A quantity under one reading, in the order of the program's outputs.
  struct Output: Hashable {
    /// 0 for the figure's own, then those that were asked for beside it.
    var quantity: Int
    var reading: StateReading
  }

  let figure: FigureDeclaration
  /// What can be computed of what was asked for.
  let outputs: [Output]
  /// The values of each input.
  let grid: [[Double]]
  /// Computes what was asked for of this figure, and of others drawn over the same points.
  let program: Program
  /// Where each of the outputs stands among the program's.
  let places: [Int]
  /// Each output of the figure's own quantity by itself, for enclosures.
  let alone: [Int: Program]
  /// The printed equations that the printed reading takes.
  let equations: [String]
  let notes: [String]

  /// Points of an axis of a line plot and of a map.
  static let points = (line: 401, map: 201)

  /// Where the figure's own quantity under a reading stands among the outputs.
  func output(_ reading: StateReading, quantity: Int = 0) -> Int? {
    outputs.firstIndex(of: Output(quantity: quantity, reading: reading))
  }

  /// Equally spaced values, both ends exactly.
  static func values(from: Double, to: Double, count: Int) -> [Double] {
    (0..<count).map { k in
      k == count - 1 ? to : from + (to - from) * Double(k) / Double(max(1, count - 1))
    }
  }

  /// Points spread over a grid: its middle, and some towards its corners.
  static func samples(of grid: [[Double]]) -> [[Double]] {
    [[0.5, 0.5, 0.5], [0.1, 0.2, 0.7], [0.8, 0.3, 0.2], [0.3, 0.9, 0.4], [0.95, 0.85, 0.9]].map {
      shares in
      grid.enumerated().map { number, values in
        let share = shares[number % 3]
        return values[min(values.count - 1, Int(share * Double(values.count)))]
      }
    }
  }

  /// One column for each output of the program, the last input fastest; NaN where there is no state.
  func programColumns() -> [[Double]] {
    program.evaluate(grid: grid, threads: ProcessInfo.processInfo.activeProcessorCount)
  }

  /// One column for each of the plan's outputs.
  ///
  /// - Parameter all: ``programColumns()``.
  func columns(of all: [[Double]]) -> [[Double]] { places.map { all[$0] } }

  /// The outputs at one point, on the grid or off it.
  func values(at point: [Double]) -> [Double] {
    let all = program.evaluate(at: Array(point.prefix(program.inputCount)))
    return places.map { all[$0] }
  }

  func data() -> FigureData {
    let columns = columns(of: programColumns())
    let size = columns.first.map { $0.count / max(1, figure.curves?.values.count ?? 1) } ?? 0
    func part(_ reading: StateReading, _ curve: Int) -> [Double]? {
      output(reading).map { Array(columns[$0][curve * size..<(curve + 1) * size]) }
    }
    let labels =
      figure.curves.map { curves in
        curves.values.map { "\(curves.subject.latex) = \($0.text)" }
      } ?? [""]
    return FigureData(
      name: figure.name, quantity: figure.quantity.latex, unit: figure.unit,
      axes: zip(figure.axes, grid.suffix(figure.axes.count).reversed()).map { axis, values in
        FigureData.Axis(symbol: axis.subject.latex, unit: axis.unit, values: values)
      },
      series: labels.enumerated().map { number, label in
        FigureData.Series(
          label: label, derived: part(.derived, number) ?? [], printed: part(.printed, number))
      },
      parameters: figure.parameters.map(\.latex), equations: equations, notes: notes)
  }
}
