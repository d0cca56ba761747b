import SymbolicAlgebra

/// What the elements of a state obey by themselves: trace 1, a real diagonal.
extension ConsistencyChecker {
  /// Where elements in one basis are printed together.
  private struct Group: Hashable {
    var section: Document.Section
    var conditions: Conditions
    var isEigen: Bool
  }

  mutating func checkDiagonals() {
    var order: [Group] = []
    // The first reading of each diagonal element.
    var groups: [Group: [Int: Int]] = [:]
    for (number, reading) in readings.enumerated() {
      guard case .element(let isEigen, let row, let column) = reading.quantity, row == column
      else { continue }
      checkReal(number)
      let group = Group(
        section: lines[reading.line].section, conditions: conditions(reading.line),
        isEigen: isEigen)
      if groups[group] == nil { order.append(group) }
      groups[group, default: [:]][row, default: number] =
        groups[group]?[row] ?? number
    }
    for group in order {
      let diagonal = groups[group] ?? [:]
      let numbers = diagonal.keys.sorted().compactMap { diagonal[$0] }
      if numbers.count == derivation.base.space.labels.count { checkTrace(numbers, group) }
    }
  }

  private mutating func checkTrace(_ numbers: [Int], _ group: Group) {
    let involved = Set(numbers.map { readings[$0].line }).sorted()
    var equations: [String] = []
    for line in involved where !equations.contains(equation(line)) {
      equations.append(equation(line))
    }
    let whose = Contradictions.list(equations)
    // What is printed in terms of elements in another basis must hold for every state.
    let all = readings
    let printed = lines
    var isOfAnyState = false
    let agreement = decide(group.conditions, anyState: !group.isEigen) {
      place throws(EvaluationError) in
      var sum = Scalar.zero
      for number in numbers {
        sum += try place.value(
          of: all[number], number: number, in: printed[all[number].line])
      }
      sum = try place.normal(sum)
      let elements = place.context.kinematics?.generators ?? []
      isOfAnyState = !elements.isDisjoint(with: sum.variables)
      guard isOfAnyState, let state = place.context.kinematics?.state(isEigen: !group.isEigen)
      else { return ([sum], [.one]) }
      return ([sum], [state.matrix.trace])
    }
    switch agreement {
    case .equal:
      for line in involved { remarks[line].apply("the trace of \(whose) is 1") }
    case .unknown(let reason):
      for line in involved { remarks[line].leave("the trace of \(whose) is open: \(reason)") }
    case .different(let witness, _):
      for line in involved { remarks[line].apply("the trace of \(whose) is not 1") }
      let names = numbers.map { "$\(readings[$0].name)$" }
      contradictions.add(
        .trace, involved, of: lines, quantity: Contradictions.list(names),
        witness: .init(
          at: witness.at, first: "the trace of \(whose)", firstValue: witness.printed,
          second: "the trace of a state", secondValue: witness.derived),
        isOfAnyState: isOfAnyState)
    }
  }

  private mutating func checkReal(_ number: Int) {
    let reading = readings[number]
    let printed = lines[reading.line]
    let agreement = decide(conditions(reading.line)) { place throws(EvaluationError) in
      let value = try place.value(of: reading, number: number, in: printed)
      return ([Scalar(value.imaginary)], [.zero])
    }
    guard case .different(let witness, _) = agreement else { return }
    remarks[reading.line].apply("$\(reading.name)$ is not real")
    contradictions.add(
      .reality, [reading.line], of: lines, quantity: "$\(reading.name)$",
      witness: .init(
        at: witness.at,
        first: "the imaginary part of $\(reading.name)$ in \(equation(reading.line))",
        firstValue: witness.printed, second: "that of a diagonal element",
        secondValue: witness.derived))
  }
}
