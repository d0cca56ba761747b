import ExactAlgebra
import LaTeXMath
import NumericEvaluation

extension Derivation {
  /// Values of one axis, all of which are held in memory.
  private static let longestAxis = 4_000_000

  /// A sweep over a grid of parameters: the quantities as the model implies them, and beside each the
  /// printed formulas' value where they give one.
  ///
  /// - Throws: ``FileError`` for what cannot be varied, set or computed.
  public func sweep(_ request: SweepRequest) throws(FileError) -> Sweep {
    let last = base.document.items.count - 1
    let extra = request.given.map {
      Scoped(phrase: Phrase(text: $0, offset: 0), section: [], position: last, isAssumption: false)
    }
    var subjects: [PlacedFormula] = []
    var grid: [[Double]] = []
    var points = 1
    for variation in request.vary {
      subjects.append(try argument(variation.symbol, "--vary"))
      let (from, to) = (try number(variation.from), try number(variation.to))
      guard variation.count > 0 else {
        throw usage("'\(variation.symbol)' is varied over no point", "write A:B:N with N ≥ 1")
      }
      let size = points.multipliedReportingOverflow(by: variation.count)
      guard variation.count <= Self.longestAxis, !size.overflow else {
        throw usage(
          "'\(variation.symbol)' is varied over too many points",
          "at most \(Self.longestAxis) on an axis: sweep one part after the other")
      }
      points = size.partialValue
      grid.append(
        FigurePlan.values(
          from: from.doubleValue, to: to.doubleValue, count: variation.count))
    }
    var constants: [Rational] = []
    for (symbol, value) in request.at.map({ ($0.symbol, $0.value) }) {
      subjects.append(try argument(symbol, "--at"))
      constants.append(try number(value))
    }
    let place = StateProgram.Place(
      position: last, section: [], extra: extra, subjects: subjects, constants: constants,
      samples: FigurePlan.samples(of: grid), range: 0..<0)
    var quantities: [PlacedFormula] = []
    for text in request.quantities.isEmpty ? [defaultQuantity] : request.quantities {
      quantities.append(try argument(text, "--quantity"))
    }
    let road: SweepRoad
    do {
      road = try closedRoad(quantities, place, grid)
    } catch {
      guard let other = try numericRoad(quantities, place, grid, failing: error) else {
        throw error
      }
      road = other
    }
    let axes = grid
    let varied = request.vary.map { "\($0.symbol)=\($0.from):\($0.to):\($0.count)" }
    let fixed = request.at.map { "\($0.symbol)=\($0.value)" }.sorted()
    let columns = request.vary.map(\.symbol) + road.columns
    let words = [
      [name, "vary"], varied, ["at"], fixed, ["given"], request.given.sorted(), ["columns"],
      columns,
    ]
    return Sweep(
      columns: columns, axes: axes, description: words.flatMap { $0 }.joined(separator: "\n"),
      compute: road.compute)
  }

  /// How the quantities of a sweep are computed.
  private struct SweepRoad {
    var columns: [String]
    var compute: @Sendable (Range<Int>, Int) throws -> [[Double]]
  }

  /// By the linear system of the steady state, compiled.
  private func closedRoad(
    _ quantities: [PlacedFormula], _ place: StateProgram.Place, _ grid: [[Double]]
  ) throws(FileError) -> SweepRoad {
    var contexts = try Contexts(self)
    try contexts.validateModel()
    let builder = ProgramBuilder()
    var state = try StateProgram(self, &contexts, place, builder)
    var nodes: [RealNode] = []
    var columns: [String] = []
    for quantity in quantities {
      for reading in [StateReading.derived, .printed] {
        guard let node = try state.quantity(quantity, reading) else { continue }
        nodes.append(node)
        columns.append(reading == .printed ? "\(quantity.latex) (printed)" : quantity.latex)
      }
    }
    let program = builder.finish(outputs: StateGuard.applied(state.guards, to: nodes))
      .prepared(varying: grid.map { $0.count != 1 })
    return SweepRoad(columns: columns) { range, threads in
      program.evaluate(grid: grid, range: range, threads: threads)
    }
  }

  /// By the null space of the whole Liouvillian at every point: for a model that has no closed form.
  private func numericRoad(
    _ quantities: [PlacedFormula], _ place: StateProgram.Place, _ grid: [[Double]],
    failing error: FileError
  ) throws(FileError) -> SweepRoad? {
    let known = quantities.compactMap { NumericRoad.quantity($0, of: self) }
    guard error.diagnostics.contains(where: { $0.code == "unsupported" }),
      known.count == quantities.count
    else { return nil }
    var contexts = try Contexts(self)
    let road = try NumericRoad(self, &contexts, place, varying: grid.map { $0.count != 1 })
    return SweepRoad(columns: quantities.map(\.latex)) { range, threads in
      road.values(known, grid: grid, range: range, threads: threads)
    }
  }

  /// The first quantity of a state's energy that the file names.
  private var defaultQuantity: String {
    let end = base.document.items.count
    for declaration in base.notation.declarations {
      guard case .meaning(.ergotropy, _) = declaration.kind, declaration.key.hasSuffix("()"),
        let state = base.notation.keys(at: end).first(where: { key in
          guard let index = base.notation.lookup(key, at: end, in: []),
            case .meaning(let meaning, _) = base.notation.declarations[index].kind
          else { return false }
          if case .densityOperator = meaning { return true }
          return false
        })
      else { continue }
      return "\(declaration.key.dropLast(2))(\(state))"
    }
    return ""
  }

  private func argument(_ text: String, _ option: String) throws(FileError) -> PlacedFormula {
    guard !text.isEmpty else {
      throw usage(
        "the file names no ergotropy", "say what to compute with --quantity, for example \\rho_{11}"
      )
    }
    do {
      return PlacedFormula(
        formula: try LaTeXReader.formula(in: text), latex: text,
        position: base.document.items.count, section: [])
    } catch {
      throw usage(
        "\(option) '\(text)' cannot be read: \(error.diagnostic.message)", "write it as in the file"
      )
    }
  }

  private func number(_ text: String) throws(FileError) -> Rational {
    guard let value = Rational(text) else {
      throw usage("'\(text)' is not a number", "write 2, 0.5 or -3/2")
    }
    return value
  }

  private func usage(_ message: String, _ help: String) -> FileError {
    FileError([
      base.document.source.diagnostic("sweep", message, help: help, at: 0..<0)
    ])
  }
}
