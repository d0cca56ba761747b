import NumericEvaluation

extension FigurePlan {
  /// LaTeX of each input.
  var symbols: [String] {
    (figure.curves.map { [$0.subject.latex] } ?? []) + figure.axes.reversed().map(\.subject.latex)
  }

  /// The input that a symbol is, if the figure is drawn over it.
  func input(of subject: PlacedFormula) -> Int? {
    let subjects =
      (figure.curves.map { [$0.subject] } ?? []) + figure.axes.reversed().map(\.subject)
    guard let name = subject.formula.parameterName else { return nil }
    return subjects.firstIndex { $0.formula.parameterName == name }
  }

  /// The inputs' values at a place of the columns.
  func coordinates(_ place: Int) -> [Double] {
    var rest = place
    var result: [Double] = []
    for values in grid.reversed() {
      result.append(values[rest % values.count])
      rest /= values.count
    }
    return result.reversed()
  }

  /// How far a place of the columns is from the middle of the grid, in parts of each axis.
  func distanceFromMiddle(_ place: Int) -> Double {
    var rest = place
    return grid.reversed().reduce(0) { total, values in
      let share = Double(rest % values.count) / Double(max(1, values.count - 1)) - 0.5
      rest /= values.count
      return total + share * share
    }
  }

  /// Bounds for an output at a point, whatever the rounding; `nil` where there are none.
  func enclosure(at point: [Double], output: Int) -> Interval? {
    guard let program = alone[output], program.inputCount <= point.count else { return nil }
    return program.enclosures(of: point.prefix(program.inputCount).map { Interval($0) })[0]
  }

  /// Whether enclosures of the derivative show that an output moves one way along an input between two
  /// ends, on each of some lines of the grid. False means that it could not be shown with a bounded
  /// number of them.
  func isMonotonic(
    along axis: Int, lines: [[Int]], ends: (from: Double, to: Double)?, rising: Bool, output: Int
  ) -> Bool {
    guard lines.count <= Self.largestProof.lines, let ends, ends.from < ends.to,
      let program = alone[output], axis < program.inputCount
    else { return false }
    return lines.allSatisfy { line in
      guard let first = line.first else { return false }
      var box = coordinates(first).prefix(program.inputCount).map { Interval($0) }
      var open = [ends]
      var steps = 0
      while let (from, to) = open.popLast() {
        steps += 1
        guard steps <= Self.largestProof.boxes else { return false }
        box[axis] = Interval(from, to)
        if let slope = program.derivativeEnclosures(of: box, withRespectTo: axis)[0],
          rising ? slope.lower >= 0 : slope.upper <= 0
        {
          continue
        }
        let middle = from + (to - from) / 2
        guard middle > from, middle < to else { return false }
        open += [(middle, to), (from, middle)]
      }
      return true
    }
  }

  /// How much is spent on showing a course: lines, and intervals for each of them.
  private static let largestProof = (lines: 8, boxes: 2000)
}
