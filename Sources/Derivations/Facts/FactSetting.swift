import ExactAlgebra
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

/// The model under one set of restrictions, with what facts about it are made of.
struct FactSetting {
  /// What is said of the baths besides the file's own restrictions.
  enum Agreement {
    case none
    /// One chemical potential.
    case potentials
    /// One temperature and one chemical potential.
    case equilibrium
    /// One temperature and no chemical potential.
    case equilibriumWithoutPotential
  }

  let given: [String]
  var context: Context
  let system: OpenSystem
  let equations: SteadyStateEquations
  /// Energies of the working basis, if it is the eigenbasis.
  let energies: [Fraction]
  /// What the couplings exchange, counted in each eigenstate; `nil` if there is no such number.
  let numbers: [Int]?
  let thermal: [Int: ThermalFunction]
  /// The steady state's elements that do not vanish, as generators, in the working basis.
  let state: OperatorMatrix
  /// Of each bath, into the system.
  let flows: [Flow]

  /// What a bath sends into the system, linear in the state's elements.
  struct Flow {
    var energy: Fraction
    /// Of what the couplings exchange; zero where there is no such number.
    var number: Fraction
    /// What of the energy is heat: without the chemical potential's work.
    var heat: Fraction
  }

  /// A block of the equations is singular whatever the parameters are.
  struct NotUnique: Error {}

  /// - Throws: ``NotUnique``, or what the model lacks.
  init(_ context: Context, given: [String]) throws {
    var context = context
    system = try context.system()
    let generic = try context.genericState()
    do {
      equations = try SteadyStateEquations(system, state: generic, field: context.field)
    } catch .notUnique {
      throw NotUnique()
    } catch {
      throw error.evaluation
    }
    context.equationsCache = equations
    energies = system.eigenbasis?.energies ?? []
    numbers = system.excitationNumbers
    thermal = context.reservoirs.thermalFunctions(context.field)
    state = try context.steadyMatrix()
    let (system, numbers, energies, state) = (system, numbers, energies, state)
    let field = context.field
    var flows: [Flow] = []
    for (number, bath) in system.baths.enumerated() {
      func flow(_ diagonal: [Fraction]) throws(EvaluationError) -> Fraction {
        let value = system.flow(of: diagonal, bath: number, in: state, field: field)
        guard let canonical = field.canonical(value) else { throw .divisionByZero }
        return canonical.real
      }
      let energy = try flow(energies)
      let particles =
        try numbers.map { numbers throws(EvaluationError) in
          try flow(numbers.map { Fraction($0) })
        } ?? Fraction(0)
      let heat = energy - bath.chemicalPotential * particles
      flows.append(
        Flow(energy: energy, number: particles, heat: field.canonical(heat) ?? heat))
    }
    self.flows = flows
    self.context = context
    self.given = given
  }

  var field: Field { context.field }
  var baths: [Bath] { system.baths }

  /// What the domain does not grant by itself: orderings of energies, positive frequencies, and that
  /// bosons' occupations exist.
  var conditions: [String] {
    let assumed = context.reservoirs.assumptions
    var field = field
    field.assumptions.removeAll(where: assumed.contains)
    func isPositive(_ value: Fraction) -> Bool { field.isProvablyPositive(value) }
    var result: [String] = []
    for frequency in system.positiveFrequencies where !isPositive(frequency) {
      result.append("\(latex(frequency)) > 0")
    }
    for (bath, parts) in zip(baths, system.components) where bath.statistics == .boson {
      let gaps = parts.map { ($0.frequency, $0.frequency - bath.chemicalPotential) }
      for (frequency, gap) in gaps where !isPositive(gap) {
        // ω₊ − μ > 0 follows from ω₋ − μ > 0.
        if gaps.contains(where: { isPositive(gap - $0.1) }) || field.isZero(bath.chemicalPotential)
        {
          continue
        }
        result.append("\(latex(bath.chemicalPotential)) < \(latex(frequency))")
      }
    }
    // That a positive symbol is positive is no news, whatever it was fixed to.
    let declared = Set(
      field.determined.keys.map { "\(field.generators[$0].latex) > 0" })
    result += field.assumptions.map(\.latex).filter { !$0.isEmpty && !declared.contains($0) }
    var seen = Set<String>()
    return result.filter { seen.insert($0).inserted }.map { "$\($0)$" }
  }

  var orderedThermal: [ThermalFunction] {
    thermal.sorted { $0.key < $1.key }.map(\.value)
  }

  func isPositive(_ value: Fraction) -> Bool { field.isProvablyPositive(value) }

  func latex(_ value: Fraction) -> String { context.brief(value) }

  /// The field with what has to hold for bosons' occupations to exist.
  var extendedField: Field {
    var result = field
    for function in orderedThermal where function.isBoson {
      result.assumptions.append(Assumption(positive: function.exponent, latex: ""))
    }
    return result
  }

  var haveEqualTemperatures: Bool { agree(baths.map(\.temperature)) }
  var haveEqualPotentials: Bool { agree(baths.map(\.chemicalPotential)) }

  private func agree(_ values: [Fraction]) -> Bool {
    values.allSatisfy { field.isZero($0 - values[0]) }
  }

  // MARK: Names

  /// The file's name of a bath's heat current where it means the same, or Q̇.
  func heatName(_ bath: Int) -> String {
    let name = baths[bath].name
    if field.isZero(baths[bath].chemicalPotential), let known = heatCurrentName(name) {
      return known
    }
    return "\\dot{Q}_{\(name)}"
  }

  /// The file's name of a bath's energy current, or U̇.
  func energyName(_ bath: Int) -> String {
    heatCurrentName(baths[bath].name) ?? "\\dot{U}_{\(baths[bath].name)}"
  }

  private func heatCurrentName(_ bath: String) -> String? {
    context.base.notation.declarations.first { declaration in
      if case .meaning(.heatCurrent(bath), _) = declaration.kind { return true }
      return false
    }?.key
  }

  /// Symbols of the file with their values at a point, in the order of declaration.
  func assignments(at point: [Int: Rational]) -> [Witness.Assignment] {
    let values = point.mapValues { Fraction($0) }
    return context.symbols.sorted { $0.key < $1.key }.compactMap { _, symbol in
      let generator = symbol.real
      let fixed = field.determined[generator]
      // ω₁ = ω says nothing new.
      if let fixed, fixed.variables.count == 1, fixed == .variable(fixed.variables[0]),
        context.symbols.values.contains(where: { $0.real == fixed.variables[0] })
      {
        return nil
      }
      guard let value = (fixed ?? .variable(generator)).substituting(values)?.constantValue,
        fixed?.constantValue == nil
      else { return nil }
      return Witness.Assignment(
        symbol: field.generators[generator].latex, value: value.description)
    }
  }
}

extension Derivation {
  /// The model with restrictions of the file, a statistics and an agreement of the baths; `nil` if the
  /// baths cannot be made to agree.
  func setting(
    _ restrictions: [Scoped], _ statistics: Statistics?, _ agreement: FactSetting.Agreement
  ) throws -> FactSetting? {
    var context = try Context(base, restrictions: restrictions, statistics: statistics)
    var given = context.given
    if let statistics, !given.contains(statistics.rawValue) { given.append(statistics.rawValue) }
    var baths: [Bath] = []
    for declared in base.model.baths { baths.append(try context.bath(declared)) }
    let temperatures = baths.map(\.temperature)
    let potentials = baths.map(\.chemicalPotential)
    var equations: [[Fraction]] = []
    switch agreement {
    case .none: break
    case .potentials: equations = [potentials]
    case .equilibrium: equations = [temperatures, potentials]
    case .equilibriumWithoutPotential: equations = [temperatures, potentials + [0]]
    }
    for values in equations {
      let names = values.map(context.field.latex)
      var seen = Set<String>()
      let text = names.filter { seen.insert($0).inserted }.joined(separator: " = ")
      var isNew = false
      // Zero, where it is among them, and else the first stands for all.
      guard let common = values.last(where: \.isZero) ?? values.first else { continue }
      for value in values where !context.field.isZero(value - common) {
        guard try context.field.impose(value, equals: common) else { return nil }
        isNew = true
      }
      if isNew { given.append(text) }
    }
    context.clearCaches()
    return try FactSetting(context, given: given)
  }
}
