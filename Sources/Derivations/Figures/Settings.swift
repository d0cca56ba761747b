import ExactAlgebra
import NumericEvaluation

/// Values for symbols and for quantities that are linear in symbols, and the symbols' values that
/// follow from them.
struct Settings {
  /// One quantity that is set, as a linear form in the file's symbols.
  struct Entry {
    var subject: PlacedFormula
    var form: LinearForm
  }

  private let entries: [Entry]
  /// Each symbol as a combination of the entries' values and a constant.
  private let solved: [(symbol: String, weights: [Rational], constant: Rational)]

  /// - Parameters:
  ///   - subjects: what is set.
  ///   - restrictions: in force, of which the linear equations take part.
  /// - Throws: ``FileError`` for a quantity that is not linear in symbols, and for too many of them.
  init(
    _ subjects: [PlacedFormula], restrictions: [Scoped], in context: Context
  ) throws(FileError) {
    var point = Self.forms(context)
    var entries: [Entry] = []
    var rows: [[Rational]] = []
    let symbols = Self.symbols(context)
    let width = symbols.count + subjects.count + 1
    func row(_ form: LinearForm, entry: Int?) -> [Rational]? {
      guard let coefficients = form.coefficients else { return nil }
      var row = Array(repeating: Rational(0), count: width)
      for (column, symbol) in symbols.enumerated() { row[column] = coefficients[symbol] ?? 0 }
      if let entry { row[symbols.count + entry] = 1 }
      row[width - 1] = -form.constant
      return row
    }
    for (number, subject) in subjects.enumerated() {
      let name = subject.formula.parameterName
      if name != nil, subjects[..<number].contains(where: { $0.formula.parameterName == name }) {
        throw context.error(
          "given-twice", "'\(subject.latex)' is given values twice", help: "leave one out",
          at: subject.formula.range)
      }
      let form: LinearForm
      do {
        form = try point.number(subject.formula, at: subject.position, in: subject.section)
      } catch {
        throw context.error(
          "undeclared-symbol", "'\(subject.latex)' cannot be given a value: \(error.message)",
          help: "declare it with symbol or let", at: subject.formula.range)
      }
      guard let row = row(form, entry: number), form.coefficients?.isEmpty == false else {
        throw context.error(
          "not-linear", "'\(subject.latex)' is not linear in the file's symbols",
          help: "give values to symbols, or to sums and differences of them",
          at: subject.formula.range)
      }
      entries.append(Entry(subject: subject, form: form))
      rows.append(row)
    }
    for restriction in restrictions {
      for form in Self.equations(restriction, &point) {
        if let row = row(form, entry: nil) { rows.append(row) }
      }
    }
    let echelon = ReducedEchelon(rows, columns: Array(symbols.indices))
    for row in echelon.rows.dropFirst(echelon.pivots.count) {
      guard row.contains(where: { !$0.isZero }) else { continue }
      let names = subjects.indices.filter { !row[symbols.count + $0].isZero }
        .map { "'\(subjects[$0].latex)'" }
      throw context.error(
        "contradictory-values",
        names.isEmpty
          ? "the restrictions contradict each other"
          : "\(names.joined(separator: " and ")) cannot be set here: the others and the "
            + "restrictions in force fix \(names.count == 1 ? "it" : "them")",
        help: "leave one out", at: subjects.first?.formula.range ?? 0..<0)
    }
    var solved: [(String, [Rational], Rational)] = []
    for (row, pivot) in zip(echelon.rows, echelon.pivots)
    where symbols.indices.allSatisfy({ $0 == pivot || row[$0].isZero }) {
      solved.append(
        (symbols[pivot], Array(row[symbols.count..<width - 1]), row[width - 1]))
    }
    self.entries = entries
    self.solved = solved
  }

  /// Whether a quantity is a linear form in the file's symbols, and no constant.
  static func isLinear(_ subject: PlacedFormula, in context: Context) -> Bool {
    var point = forms(context)
    let form = try? point.number(subject.formula, at: subject.position, in: subject.section)
    return form?.coefficients?.isEmpty == false
  }

  /// The symbols that are left free by the equations among the restrictions; of equal ones the last that
  /// an equation names.
  static func independentSymbols(_ restrictions: [Scoped], in context: Context) -> [String] {
    var point = forms(context)
    let symbols = symbols(context)
    let last = restrictions.compactMap { $0.statement?.sides.last?.parameterName }
    let order = symbols.filter { !last.contains($0) } + symbols.filter(last.contains)
    let rows = restrictions.flatMap { equations($0, &point) }.compactMap { form in
      form.coefficients.map { known in order.map { known[$0] ?? 0 } }
    }
    let pivots = ReducedEchelon(rows, columns: Array(order.indices)).pivots.map { order[$0] }
    return symbols.filter { !pivots.contains($0) }
  }

  /// The symbols' values for values of the entries.
  func values<Value: NumericScalar>(_ given: [Value], like seed: Value) -> [String: Value] {
    var result: [String: Value] = [:]
    for (symbol, weights, constant) in solved {
      var total: Value?
      for (weight, value) in zip(weights, given) where !weight.isZero {
        let part = weight == 1 ? value : seed.constant(weight) * value
        total = total.map { $0 + part } ?? part
      }
      if !constant.isZero || total == nil {
        let part = seed.constant(constant)
        total = total.map { $0 + part } ?? part
      }
      result[symbol] = total
    }
    return result
  }

  /// The symbols that have a value.
  var symbols: [String] { solved.map(\.symbol) }

  private static func symbols(_ context: Context) -> [String] {
    var seen = Set<String>()
    return context.base.notation.declarations.compactMap { declaration in
      guard case .symbol = declaration.kind, seen.insert(declaration.key).inserted else {
        return nil
      }
      return declaration.key
    }
  }

  private static func forms(_ context: Context) -> PointEnvironment<LinearForm> {
    let symbols = symbols(context)
    return PointEnvironment(
      context.base, statistics: context.statistics,
      values: Dictionary(uniqueKeysWithValues: symbols.map { ($0, LinearForm.symbol($0)) }),
      like: LinearForm(coefficients: [:], constant: 0))
  }

  /// The differences of an equation's sides that are linear.
  private static func equations(
    _ restriction: Scoped, _ point: inout PointEnvironment<LinearForm>
  ) -> [LinearForm] {
    guard !restriction.isAssumption, let statement = restriction.statement else { return [] }
    var result: [LinearForm] = []
    for (left, right) in zip(statement.sides, statement.sides.dropFirst()) {
      guard let a = try? point.number(left, at: restriction.position, in: restriction.section),
        let b = try? point.number(right, at: restriction.position, in: restriction.section)
      else { continue }
      let difference = a - b
      if difference.coefficients != nil { result.append(difference) }
    }
    return result
  }
}
