import NumericEvaluation

/// How plans are made.
extension FigurePlan {
  /// - Parameters:
  ///   - readings: of the figure's quantity and the others.
  ///   - others: further quantities.
  init(
    _ derivation: Derivation, _ figure: FigureDeclaration, _ contexts: inout Contexts,
    readings: [StateReading], others: [PlacedFormula] = []
  ) throws(FileError) {
    let plans = try Self.plans(
      derivation, [figure], &contexts, readings: readings, others: others)
    self = try plans[0].get()
  }

  /// Plans of figures that one program can compute.
  ///
  /// What is wrong with one figure's quantity is no matter of the others.
  ///
  /// - Precondition: the figures are one of ``groups(of:in:)``.
  static func plans(
    _ derivation: Derivation, _ figures: [FigureDeclaration], _ contexts: inout Contexts,
    readings: [StateReading], others: [PlacedFormula] = []
  ) throws(FileError) -> [Result<FigurePlan, FileError>] {
    let (subjects, grid) = inputs(of: figures[0])
    let parameters = figures[0].parameters
    let place = StateProgram.Place(
      position: figures[0].position, section: figures[0].section,
      subjects: subjects + parameters.map(\.subject), constants: parameters.map(\.value),
      samples: samples(of: grid), range: figures[0].range)
    let builder = ProgramBuilder()
    var state = try StateProgram(derivation, &contexts, place, builder)
    var nodes: [RealNode] = []
    var own: [Result<[Output], FileError>] = []
    for figure in figures {
      let before = nodes.count
      var outputs: [Output] = []
      do throws(FileError) {
        for reading in readings {
          guard let node = try state.quantity(figure.quantity, reading) else { continue }
          nodes.append(node)
          outputs.append(Output(quantity: 0, reading: reading))
        }
        own.append(.success(outputs))
      } catch {
        nodes.removeSubrange(before...)
        own.append(.failure(error))
      }
    }
    let ownCount = nodes.count
    var shared: [Output] = []
    for (number, quantity) in others.enumerated() {
      for reading in readings {
        // Beside the figure's own quantity, what has no number is left out.
        guard let node = (try? state.quantity(quantity, reading)) ?? nil else { continue }
        nodes.append(node)
        shared.append(Output(quantity: number + 1, reading: reading))
      }
    }
    let program = builder.finish(outputs: StateGuard.applied(state.guards, to: nodes))
    let equations = state.hasPrinted ? state.printed?.equations ?? [] : []
    var first = 0
    return zip(figures, own).map { figure, own in
      own.map { outputs in
        let range = first..<first + outputs.count
        first = range.upperBound
        var alone: [Int: Program] = [:]
        for (number, place) in range.enumerated() {
          alone[number] = builder.finish(outputs: [nodes[place]])
        }
        return FigurePlan(
          figure: figure, outputs: outputs + shared, grid: grid, program: program,
          places: Array(range) + (ownCount..<nodes.count), alone: alone, equations: equations,
          notes: figure.chosen.map { "chosen, not given by the text: $\($0)$" } + state.notes)
      }
    }
  }

  /// The figures by number, those together that are drawn over the same points and mean the same by all
  /// names: one program can compute them.
  static func groups(of figures: [FigureDeclaration], in derivation: Derivation) -> [[Int]] {
    var groups: [[Int]] = []
    for (number, figure) in figures.enumerated() {
      let known = groups.firstIndex { isAlike(figures[$0[0]], figure, in: derivation) }
      if let known { groups[known].append(number) } else { groups.append([number]) }
    }
    return groups
  }

  private static func isAlike(
    _ a: FigureDeclaration, _ b: FigureDeclaration, in derivation: Derivation
  ) -> Bool {
    let between = min(a.position, b.position)..<max(a.position, b.position)
    return a.section == b.section
      && a.axes.elementsEqual(b.axes) {
        $0.subject.latex == $1.subject.latex && $0.from == $1.from && $0.to == $1.to
      }
      && a.curves?.subject.latex == b.curves?.subject.latex
      && a.curves?.values.map(\.value) == b.curves?.values.map(\.value)
      && a.parameters.elementsEqual(b.parameters) {
        $0.subject.latex == $1.subject.latex && $0.value == $1.value
      }
      && derivation.restrictions(at: a.position, in: a.section).map(\.phrase)
        == derivation.restrictions(at: b.position, in: b.section).map(\.phrase)
      && !derivation.base.notation.declarations.contains { between.contains($0.position - 1) }
  }

  /// What is set along a figure's inputs, and the inputs' values.
  private static func inputs(
    of figure: FigureDeclaration
  ) -> (subjects: [PlacedFormula], grid: [[Double]]) {
    let count = figure.axes.count == 1 ? points.line : points.map
    var subjects: [PlacedFormula] = []
    var grid: [[Double]] = []
    if let curves = figure.curves {
      subjects.append(curves.subject)
      grid.append(curves.values.map(\.value.doubleValue))
    }
    for axis in figure.axes.reversed() {
      subjects.append(axis.subject)
      grid.append(values(from: axis.from.doubleValue, to: axis.to.doubleValue, count: count))
    }
    return (subjects, grid)
  }
}
