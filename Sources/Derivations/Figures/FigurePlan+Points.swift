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

  /// Intervals that hold what the doubles of a point stand for: 0.1 means one tenth.
  private static func around(_ point: ArraySlice<Double>) -> [Interval] {
    point.map { $0 == $0.rounded() ? Interval($0) : Interval($0.nextDown, $0.nextUp) }
  }

  /// Bounds for an output at a point, whatever the rounding; `nil` where there are none.
  func enclosure(at point: [Double], output: Int) -> Interval? {
    guard let program = alone[output], program.inputCount <= point.count else { return nil }
    return program.enclosures(of: Self.around(point.prefix(program.inputCount)))[0]
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
    var slopes = program.slopes(withRespectTo: axis)
    func isShown(from: Double, to: Double) -> Bool {
      guard let slope = slopes.enclosures(on: Interval(from, to))[0] else { return false }
      return rising ? slope.lower >= 0 : slope.upper <= 0
    }
    /// Halves of halves on each of which it is shown, begun with some of them; `nil` if that takes too many.
    func pieces(from first: [(from: Double, to: Double)]) -> [(from: Double, to: Double)]? {
      var open = first
      var shown: [(from: Double, to: Double)] = []
      var isFirst = true
      while let (from, to) = open.popLast() {
        if isShown(from: from, to: to) {
          shown.append((from, to))
          continue
        }
        // What is not seen at an end alone is not seen on any interval that holds it.
        if isFirst, !isShown(from: ends.from, to: ends.from) || !isShown(from: ends.to, to: ends.to)
        {
          return nil
        }
        isFirst = false
        let middle = from + (to - from) / 2
        guard middle > from, middle < to, shown.count + open.count + 2 <= Self.largestProof.pieces
        else { return nil }
        open += [(middle, to), (from, middle)]
      }
      return shown
    }
    // Lines beside each other need much the same.
    var last = [ends]
    return lines.allSatisfy { line in
      guard let first = line.first else { return false }
      slopes.fix(Self.around(coordinates(first).prefix(program.inputCount)))
      guard let found = pieces(from: last) ?? (last.count > 1 ? pieces(from: [ends]) : nil) else {
        return false
      }
      last = found
      return true
    }
  }

  /// How much is spent on showing a course: lines, and intervals on each of which it is shown.
  private static let largestProof = (lines: 8, pieces: 1000)
}
