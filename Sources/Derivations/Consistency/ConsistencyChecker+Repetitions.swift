import SymbolicAlgebra

/// One quantity printed in two places: equal where both places' restrictions hold.
extension ConsistencyChecker {
  /// Pairs of readings of one quantity, in the order of the document.
  func pairs() -> [(first: Int, second: Int)] {
    var byQuantity: [Quantity: [Int]] = [:]
    for (number, reading) in readings.enumerated() {
      byQuantity[reading.quantity, default: []].append(number)
    }
    var result: [(Int, Int)] = []
    for (number, reading) in readings.enumerated() {
      for other in byQuantity[reading.quantity] ?? []
      where other > number
        && (readings[other].line != reading.line || readings[other].entry != reading.entry)
      {
        result.append((number, other))
      }
    }
    return result
  }

  mutating func checkRepetitions() {
    let hasManyBases = printsEigenvectorsTwice
    for (first, second) in pairs() {
      let (a, b) = (readings[first], readings[second])
      if hasManyBases, a.quantity.isEigenCoherence, lines[a.line].section != lines[b.line].section {
        leave(a, b, "eigenvectors are printed more than once")
      } else if a.quantity.isOfEigenbasis, conditions(a.line) != conditions(b.line),
        haveEqualEnergies(conditions(a.line, b.line))
      {
        leave(a, b, "where both hold, energies are equal and their eigenvectors open")
      } else {
        compare(first, second)
      }
    }
  }

  /// Whether two energies that are printed are equal under conditions.
  mutating func haveEqualEnergies(_ conditions: Conditions) -> Bool {
    var energies: [Int: Int] = [:]
    for (number, reading) in readings.enumerated() {
      if case .meaning(.eigenvalue(let i), _) = reading.quantity, energies[i] == nil {
        energies[i] = number
      }
    }
    let numbers = energies.values.sorted()
    let (all, printed) = (readings, lines)
    return at(conditions) { place -> Bool in
      let values = numbers.compactMap { number in
        try? place.value(of: all[number], number: number, in: printed[all[number].line])
      }
      return values.indices.contains { i in
        values[(i + 1)...].contains { place.context.field.isZero($0 - values[i]) }
      }
    } ?? false
  }

  /// Eigenvectors of equal number may differ by a phase.
  private var printsEigenvectorsTwice: Bool {
    var seen = Set<Meaning>()
    for line in lines where Derivation.isEquality(line) {
      if let meaning = derivation.meaning(of: line), case .eigenvector = meaning,
        !seen.insert(meaning).inserted
      {
        return true
      }
    }
    return false
  }

  private mutating func compare(_ first: Int, _ second: Int) {
    let (a, b) = (readings[first], readings[second])
    let (own, other) = (conditions(a.line), conditions(b.line))
    let both = conditions(a.line, b.line)
    let printed = lines
    let agreement = decide(both) { place throws(EvaluationError) in
      (
        [try place.value(of: a, number: first, in: printed[a.line])],
        [try place.value(of: b, number: second, in: printed[b.line])]
      )
    }
    let isConjugate = a.isConjugate != b.isConjugate
    switch agreement {
    case .equal: remark(a, b, isConjugate: isConjugate, holds: true)
    case .unknown(let reason): leave(a, b, reason)
    case .different(let witness, _):
      remark(a, b, isConjugate: isConjugate, holds: false)
      contradictions.add(
        isConjugate ? .conjugation : .repetition, [a.line, b.line], of: lines,
        quantity: isConjugate ? "$\(a.name)$ and $\(b.name)$" : quantity(a, b),
        restrictions: own == other ? [] : texts(both),
        witness: .init(
          at: witness.at, first: reader(a), firstValue: witness.printed, second: reader(b),
          secondValue: witness.derived))
    }
  }

  private mutating func remark(_ a: Reading, _ b: Reading, isConjugate: Bool, holds: Bool) {
    if a.line == b.line {
      let what = isConjugate ? "entries are conjugates of each other" : "entries agree"
      remarks[a.line].apply((holds ? "" : "not all ") + what)
      return
    }
    let place = conditions(a.line) == conditions(b.line) ? "" : " where both hold"
    let verb =
      switch (isConjugate, holds) {
      case (false, true): "agrees with"
      case (false, false): "contradicts"
      case (true, true): "conjugate to"
      case (true, false): "not conjugate to"
      }
    let isNamed = isConjugate || lines[a.line].equation == lines[b.line].equation
    func other(_ reading: Reading) -> String {
      (isNamed ? "$\(reading.name)$ of " : "") + equation(reading.line)
    }
    remarks[a.line].apply("\(verb) \(other(b))\(place)")
    remarks[b.line].apply("\(verb) \(other(a))\(place)")
  }

  mutating func leave(_ a: Reading, _ b: Reading, _ reason: String) {
    remarks[a.line].leave("not compared with \(equation(b.line)): \(reason)")
    remarks[b.line].leave("not compared with \(equation(a.line)): \(reason)")
  }

  /// What both readings are about, under the name of the first that prints it plainly.
  func quantity(_ a: Reading, _ b: Reading) -> String {
    let plain = a.entry == nil && !a.isConjugate ? a : b.entry == nil ? b : a
    return "$\(plain.name)$"
  }

  /// `(23)`, `the conjugate of $\rho_{32}$ in (23)`
  func reader(_ reading: Reading) -> String {
    reading.isConjugate
      ? "the conjugate of $\(reading.name)$ in \(equation(reading.line))" : equation(reading.line)
  }
}
