import NumericEvaluation
import OpenSystems

extension PointEnvironment where Value == ComplexNode {
  /// The file's names at a place as nodes of a program whose inputs are the place's first subjects.
  static func compiled(
    _ derivation: Derivation, _ contexts: inout Contexts, _ place: StateProgram.Place,
    _ builder: ProgramBuilder
  ) throws(FileError) -> (Context, PointEnvironment) {
    let base = derivation.base
    let (_, context) = try contexts.context(
      at: place.position, in: place.section, adding: place.extra)
    if let bath = base.model.baths.first(where: { $0.statistics ?? context.statistics == nil }) {
      throw context.error(
        "no-statistics", "bath \(bath.name) has no statistics here",
        help: "say 'given boson' or 'given fermion'", at: place.range)
    }
    let restrictions =
      derivation.restrictions(at: place.position, in: place.section) + place.extra
    let settings = try Settings(place.subjects, restrictions: restrictions, in: context)
    let zero = ComplexNode(builder.literal(0.0))
    let inputs = place.subjects.count - place.constants.count
    let given =
      (0..<inputs).map { ComplexNode(builder.input($0)) }
      + place.constants.map { ComplexNode(builder.literal(nearest: $0)) }
    var point = PointEnvironment(
      base, statistics: context.statistics, values: settings.values(given, like: zero), like: zero)
    // Bosons whose chemical potential nobody gives have none.
    for bath in base.model.baths where (bath.statistics ?? context.statistics) == .boson {
      _ = try? point.chemicalPotential(bath)
    }
    for name in point.zeros { point.set(name, zero) }
    return (context, point)
  }
}
