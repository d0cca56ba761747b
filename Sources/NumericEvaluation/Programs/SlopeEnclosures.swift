/// Enclosures of the derivatives of a program's outputs with respect to one input, on boxes that differ in
/// this input alone.
///
/// Where an output has a kink (a minimum, a maximum, an absolute value), the interval holds the slopes on
/// both sides, so that its sign still proves monotony. What does not depend on the input is computed once
/// for all of the boxes.
package struct SlopeEnclosures {
  private let program: Program
  private let input: Int
  /// The steps that depend on the input, in their order.
  private let moving: [Int]
  private var box: [Interval] = []
  private var values: [Interval]
  private var slopes: [Interval]

  /// - Precondition: the program has the input.
  init(_ program: Program, withRespectTo input: Int) {
    precondition((0..<program.inputCount).contains(input), "an input of the program")
    self.program = program
    self.input = input
    let dependence = AxisDependence(
      operations: program.operations, matrices: program.matrices,
      varying: (0..<program.inputCount).map { $0 == input })
    moving = program.operations.indices.filter { dependence.masks[$0] != 0 }
    values = Array(repeating: IntervalColumn.nothing, count: program.operations.count)
    slopes = values
  }

  /// Takes all inputs but the one from this box.
  ///
  /// - Complexity: that of one enclosure of the program.
  package mutating func fix(_ box: [Interval]) {
    precondition(box.count == program.inputCount, "an interval for each input")
    self.box = box
    let operations = program.operations
    withColumns { values, slopes in
      for position in operations.indices {
        values[position] = operations[position].enclosure(box, values)
        // That of what does not depend on the input.
        slopes[position] = values[position] == nil ? nil : .zero
      }
    }
  }

  /// Enclosures of the outputs' derivatives where the input lies in an interval and the others in the box
  /// that was fixed.
  ///
  /// - Precondition: a box was fixed.
  package mutating func enclosures(on interval: Interval) -> [Interval?] {
    precondition(box.count == program.inputCount, "a box that was fixed")
    box[input] = interval
    let (program, moving, box, input) = (program, moving, box, input)
    var found: [Interval?] = []
    withColumns { values, slopes in
      for position in moving {
        guard let value = program.operations[position].enclosure(box, values) else {
          values[position] = nil
          slopes[position] = nil
          continue
        }
        values[position] = value
        slopes[position] = program.operations[position].slope(
          withRespectTo: input, value, values, slopes)
      }
      found = program.outputs.map { slopes[$0] }
    }
    return found
  }

  /// Calls the body with the memory of values and slopes, if there is a step.
  private mutating func withColumns(
    _ body: (_ values: IntervalColumn, _ slopes: IntervalColumn) -> Void
  ) {
    slopes.withUnsafeMutableBufferPointer { slopes in
      values.withUnsafeMutableBufferPointer { values in
        if let values = IntervalColumn(values), let slopes = IntervalColumn(slopes) {
          body(values, slopes)
        }
      }
    }
  }
}
