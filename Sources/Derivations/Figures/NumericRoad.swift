import ExactAlgebra
import LaTeXMath
import NumericEvaluation
import OpenSystems

/// A model without a closed form over a grid: its matrices are compiled, the steady state is the null
/// vector of the whole Liouvillian at every point.
struct NumericRoad {
  /// What can be asked of a state that is known as numbers only.
  enum Quantity: Sendable {
    case internalEnergy, passiveEnergy, ergotropy
    /// By the place of the bath.
    case heatCurrent(Int)
  }

  private let program: GridProgram
  private let layout: Layout

  /// How a model's numbers stand among the outputs of the program.
  private struct Layout: Sendable {
    var dimension: Int
    var statistics: [NumericBath.Statistics]
    var areDecayRates: [Bool]
    var jumps: Int
    var isSecular: Bool

    /// The model at a point of the columns: H, then each bath's coupling, temperature, potential and
    /// strength, then each jump's operator and rate.
    func model(_ columns: [[Double]], _ point: Int) -> NumericModel {
      var next = 0
      func number() -> Double {
        defer { next += 1 }
        return columns[next][point]
      }
      func matrix() -> ComplexMatrix {
        ComplexMatrix(
          (0..<dimension).map { _ in (0..<dimension).map { _ in Complex(number(), number()) } })
      }
      let hamiltonian = matrix()
      let baths = statistics.indices.map { bath in
        let coupling = matrix()
        let occupation = NumericBath.Occupation.thermal(
          temperature: number(), chemicalPotential: number())
        let strength = number()
        return NumericBath(
          coupling: coupling, statistics: statistics[bath], occupation: occupation,
          strength: areDecayRates[bath] ? .decayRate(strength) : .spectralDensity(strength))
      }
      let jumps = (0..<jumps).map { _ in
        NumericJump(jumpOperator: matrix(), rate: number())
      }
      return NumericModel(
        hamiltonian: hamiltonian, baths: baths, jumps: jumps, secular: isSecular)
    }
  }

  init(
    _ derivation: Derivation, _ contexts: inout Contexts, _ place: StateProgram.Place,
    varying: [Bool]
  ) throws(FileError) {
    let builder = ProgramBuilder()
    let base = derivation.base
    let (context, point) = try PointEnvironment<ComplexNode>.compiled(
      derivation, &contexts, place, builder)
    var nodes: [RealNode] = []
    do {
      guard let declared = base.model.hamiltonian else {
        throw NumericNameError.notNumeric("a model without a Hamiltonian")
      }
      var point = point
      func add(_ matrix: NumericMatrix<ComplexNode>) {
        for entry in matrix.rows.flatMap({ $0 }) { nodes += [entry.re, entry.im] }
      }
      add(try point.matrix(declared.formula, at: declared.position, in: declared.section))
      for bath in base.model.baths {
        let section = base.document.items[bath.position].section
        add(try point.matrix(bath.coupling, at: bath.position, in: section))
        nodes.append(try point.value(bath.temperature, bath).re)
        nodes.append(try point.chemicalPotential(bath).re)
        nodes.append(try point.value(bath.strength, bath).re)
      }
      for jump in base.model.jumps {
        let section = base.document.items[jump.position].section
        add(try point.matrix(jump.jumpOperator, at: jump.position, in: section))
        nodes.append(try point.number(jump.rate, at: jump.position, in: section).re)
      }
    } catch {
      throw context.error(
        "no-value", (error as? NumericNameError)?.message ?? "the model has no numbers here",
        help: (error as? NumericNameError)?.help ?? "", at: place.range)
    }
    layout = Layout(
      dimension: base.space.dimension,
      statistics: base.model.baths.map {
        ($0.statistics ?? context.statistics) == .fermion ? .fermion : .boson
      }, areDecayRates: base.model.baths.map(\.isDecayRate), jumps: base.model.jumps.count,
      isSecular: base.model.approximations.contains { $0.text == "secular" })
    program = builder.finish(outputs: nodes).prepared(varying: varying)
  }

  /// What a formula asks for; `nil` for what this road does not give.
  static func quantity(_ quantity: PlacedFormula, of derivation: Derivation) -> Quantity? {
    let base = derivation.base
    guard let (key, _) = quantity.formula.declarationKey,
      let index = base.notation.lookup(key, at: quantity.position, in: quantity.section),
      case .meaning(let meaning, _) = base.notation.declarations[index].kind
    else { return nil }
    switch meaning {
    case .internalEnergy: return .internalEnergy
    case .passiveEnergy: return .passiveEnergy
    case .ergotropy: return .ergotropy
    case .heatCurrent(let name):
      return base.model.baths.firstIndex { $0.name == name }.map(Quantity.heatCurrent)
    default: return nil
    }
  }

  /// One column for each quantity; NaN where the steady state is not unique or has no number.
  func values(
    _ quantities: [Quantity], grid: [[Double]], range: Range<Int>, threads: Int
  ) -> [[Double]] {
    let columns = program.evaluate(grid: grid, range: range, threads: threads)
    let layout = layout
    let found = NumericSweep.observables(
      count: range.count, dimension: layout.dimension, threads: threads
    ) { layout.model(columns, $0) }
    return quantities.map { quantity in
      found.map { outcome in
        guard case .success(let state) = outcome else { return .nan }
        switch quantity {
        case .internalEnergy: return state.internalEnergy
        case .passiveEnergy: return state.passiveEnergy
        case .ergotropy: return state.ergotropy
        case .heatCurrent(let bath): return state.currents[bath].energy
        }
      }
    }
  }
}
