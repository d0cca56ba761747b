import Checking
import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// The names of the file under one set of restrictions, without the model, and what lines say there.
struct Place {
  var context: Context
  private var values: [Int: Result<Scalar, EvaluationError>] = [:]
  /// Undeclared symbols, as free generators.
  private var strays: [String: Int] = [:]

  init(_ context: Context) {
    self.context = context
    self.context.kinematics = Kinematics()
    // What cannot be named is met under another name.
    try? self.context.nameRates()
  }

  /// What came of comparing two values.
  enum Agreement {
    case equal
    /// With the number of the entry that differs.
    case different(Witness, entry: Int)
    case unknown(String)
  }

  /// The generators that stand for undeclared symbols.
  var undeclared: Set<Int> { Set(strays.values) }

  // MARK: Values

  /// The value that a reading gives to its quantity.
  mutating func value(
    of reading: Reading, number: Int, in line: PrintedLine
  ) throws(EvaluationError) -> Scalar {
    if let known = values[number] { return try known.get() }
    let result: Result<Scalar, EvaluationError>
    do {
      let value = try scalar(reading, line)
      result = .success(reading.isConjugate ? value.conjugate : value)
    } catch {
      result = .failure(error)
    }
    values[number] = result
    return try result.get()
  }

  private mutating func scalar(
    _ reading: Reading, _ line: PrintedLine
  ) throws(EvaluationError) -> Scalar {
    defer { context.strays = [:] }
    switch (try elaborated(line), reading.entry) {
    case (.scalar(let expression), nil):
      return try context.normalForm(expression)
    case (.matrix(let rows), let entry?):
      return try context.normalForm(rows[entry.row][entry.column])
    case (let other, _): throw .unsupported("\(other.typeName) where a scalar is expected")
    }
  }

  /// The components of a printed ket.
  mutating func ket(_ line: PrintedLine) throws(EvaluationError) -> [Scalar] {
    defer { context.strays = [:] }
    guard case .ket(let expression) = try elaborated(line) else {
      throw .unsupported("a ket is expected")
    }
    return try context.canonical(expression)
  }

  /// The entries of a printed matrix, row by row.
  mutating func matrix(_ line: PrintedLine) throws(EvaluationError) -> [[Scalar]] {
    defer { context.strays = [:] }
    guard case .matrix(let rows) = try elaborated(line) else {
      throw .unsupported("a matrix is expected")
    }
    var result: [[Scalar]] = []
    for row in rows {
      var entries: [Scalar] = []
      for entry in row { entries.append(try context.normalForm(entry)) }
      result.append(entries)
    }
    return result
  }

  /// The right side of a line, with names looked up from where it stands.
  private mutating func elaborated(_ line: PrintedLine) throws(EvaluationError) -> Elaborated {
    guard let right = line.right else { throw .unsupported("a right side is expected") }
    context.position = line.position
    context.section = line.section
    context.strays = [:]
    var elaborator = context.elaborator(at: line.position, in: line.section)
    elaborator.allowsUndeclared = true
    let result: Elaborated
    do {
      result = try elaborator.elaborate(right)
    } catch {
      throw .unsupported(error.message)
    }
    for (name, _) in elaborator.undeclared {
      let generator = strays[name] ?? context.field.addFree(name, domain: .real)
      strays[name] = generator
      context.strays[name] = generator
    }
    return result
  }

  /// ⟨a|b⟩ in normal form.
  func overlap(_ a: [Scalar], _ b: [Scalar]) throws(EvaluationError) -> Scalar {
    try context.normal(zip(a, b).reduce(Scalar.zero) { $0 + $1.0.conjugate * $1.1 })
  }

  func normal(_ value: Scalar) throws(EvaluationError) -> Scalar { try context.normal(value) }

  // MARK: Agreement

  /// Whether values are equal wherever the restrictions hold; different only with exact numbers that
  /// show it.
  ///
  /// - Parameter anyState: the elements of the state that occur are those of any state in that basis;
  ///   elsewhere what is equal only for some states is unknown.
  mutating func agreement(
    _ left: [Scalar], _ right: [Scalar], anyState: GenericState? = nil
  ) -> Agreement {
    do {
      return try decided(left, right, anyState)
    } catch {
      return .unknown(error.message)
    }
  }

  private mutating func decided(
    _ left: [Scalar], _ right: [Scalar], _ anyState: GenericState?
  ) throws(EvaluationError) -> Agreement {
    let used = Set(context.field.closure(of: (left + right).flatMap(\.variables)))
    let comparison = Comparison(
      printed: left, derived: right, strays: strays.values.filter(used.contains).sorted())
    if comparison.isIdentity(in: context.field) { return .equal }
    let elements = used.intersection(context.kinematics?.generators ?? [])
    guard elements.isEmpty else {
      guard let anyState, elements.isSubset(of: anyState.unknowns.map(\.generator)),
        used.isDisjoint(with: context.reservoirs.generators), !context.isThermal(used)
      else { return .unknown("it depends on elements of the state") }
      return try decided(comparison, anyState)
    }
    let thermal = try thermalValues(for: used)
    // Occupations that can occur together make the better counterexample.
    if comparison.strays.isEmpty, !context.isThermal(used),
      let occupations = context.occupations(among: used),
      case .different(let witness, let entry) = agreement(comparison, occupations)
    {
      return .different(witness, entry: entry)
    }
    guard !thermal.isEmpty else { return agreement(comparison, nil) }
    // Occupations that depend on each other: first at exact points, where it is cheap.
    let completion = Completion.thermal(thermal)
    if comparison.agreesAtScatteredPoints(in: context.field, completion: completion) == false,
      case .different(let witness, let entry) = agreement(comparison, completion)
    {
      return .different(witness, entry: entry)
    }
    return agreement(try context.substituting(thermal, in: comparison), nil)
  }

  /// Values by temperature of the occupations that occur, where they depend on each other or
  /// temperatures occur too.
  private mutating func thermalValues(
    for used: Set<Int>
  ) throws(EvaluationError) -> [Int: Fraction] {
    let occupations = context.reservoirs.occupations.intersection(used)
    if !context.isThermal(used), let exponents = context.exponents(of: occupations.sorted()),
      ExponentRelations.relations(between: exponents).isEmpty
    {
      return [:]
    }
    return try context.thermalValues(for: used).filter { occupations.contains($0.key) }
  }

  /// Whether both are equal for every Hermitian matrix of trace 1.
  private mutating func decided(
    _ comparison: Comparison, _ state: GenericState
  ) throws(EvaluationError) -> Agreement {
    let diagonal = state.unknowns.filter { $0.row == $0.column }.map(\.generator)
    guard let last = diagonal.last else { return .unknown("a state without elements") }
    let rest = diagonal.dropLast().reduce(Fraction(1)) { $0 - .variable($1) }
    let normalised = try context.substituting([last: rest], in: comparison)
    if normalised.isIdentity(in: context.field) { return .equal }
    return agreement(comparison, .anyState(state))
  }

  private func agreement(_ comparison: Comparison, _ completion: Completion?) -> Agreement {
    if !comparison.strays.isEmpty, completion != nil,
      let reason = comparison.undeclaredReason(in: context.field, completion: completion)
    {
      return .unknown(reason)
    }
    switch comparison.decide(in: context.field, completion: completion) {
    case .equal: return .equal
    case .different(let witness): return .different(context.witness(witness), entry: witness.entry)
    case .undecided(let reason): return .unknown(reason)
    }
  }
}

extension Place.Agreement {
  var isEqual: Bool {
    if case .equal = self { return true }
    return false
  }

  var isDifferent: Bool {
    if case .different = self { return true }
    return false
  }
}
