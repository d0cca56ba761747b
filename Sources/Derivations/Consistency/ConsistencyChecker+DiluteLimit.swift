import Checking
import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// One quantity printed for bosons and for fermions: alike to lowest order in the occupations.
extension ConsistencyChecker {
  mutating func checkDiluteLimits() {
    // A jump with a rate of its own leaves its trace in what the reservoirs alone would make vanish.
    guard derivation.base.model.jumps.isEmpty else { return }
    let thermal = thermalNames()
    for (first, second) in pairs() {
      let (a, b) = (readings[first], readings[second])
      switch a.quantity {
      case .element, .meaning(.heatCurrent, _), .meaning(.particleCurrent, _): break
      case .meaning, .abbreviation: continue
      }
      guard let one = statistics(a.line), let other = statistics(b.line), one != other else {
        continue
      }
      compare(first, second, thermal)
    }
  }

  /// The statistics in force at a line.
  private func statistics(_ line: Int) -> Statistics? {
    conditions(line).restrictions.lazy.compactMap { derivation.restrictions[$0].statistics }.first
  }

  private mutating func compare(_ first: Int, _ second: Int, _ thermal: Set<Int>) {
    let (a, b) = (readings[first], readings[second])
    let both = conditions(a.line, b.line).restrictions.filter {
      derivation.restrictions[$0].statistics == nil
    }
    let (fixing, kept) = (both.filter(thermal.contains), both.filter { !thermal.contains($0) })
    let printed = lines
    let own = [a, b].map { reading in
      fixing.filter(conditions(reading.line).restrictions.contains).map {
        derivation.restrictions[$0]
      }
    }
    let shared = Conditions(restrictions: kept)
    if a.quantity.isOfEigenbasis, haveEqualEnergies(shared) {
      leave(a, b, "energies are equal and their eigenvectors open")
      return
    }
    let result = at(shared) { place -> DiluteLimit.Result in
      do throws(EvaluationError) {
        let left = try place.value(of: a, number: first, in: printed[a.line])
        let right = try place.value(of: b, number: second, in: printed[b.line])
        return try DiluteLimit.compare(
          left, right, own, hasLeadingSign: a.quantity.isDiagonal, &place)
      } catch {
        return .unknown(error.message)
      }
    }
    switch result ?? .unknown("their restrictions cannot hold together") {
    case .equal:
      remarks[a.line].apply("agrees with \(equation(b.line)) to lowest order in the occupations")
      remarks[b.line].apply("agrees with \(equation(a.line)) to lowest order in the occupations")
    case .unknown(let reason): leave(a, b, reason)
    case .different(let witness, let order):
      remarks[a.line].apply("contradicts \(equation(b.line)) to lowest order in the occupations")
      remarks[b.line].apply("contradicts \(equation(a.line)) to lowest order in the occupations")
      contradictions.add(
        .diluteLimit, [a.line, b.line], of: lines, quantity: quantity(a, b),
        restrictions: texts(shared),
        witness: .init(
          at: witness.at, first: "\(reader(a)) to order \(order)", firstValue: witness.printed,
          second: "\(reader(b)) to order \(order)", secondValue: witness.derived))
    }
  }

  /// Restrictions that speak about a symbol of a reservoir's temperature or chemical potential.
  private func thermalNames() -> Set<Int> {
    let base = derivation.base
    var symbols = Set<Int>()
    for bath in base.model.baths {
      let section = base.document.items[bath.position].section
      let formulas = [bath.temperature, bath.chemicalPotential].compactMap { $0 }
      symbols.formUnion(base.declarations(usedBy: formulas, at: bath.position, in: section))
    }
    return Set(
      derivation.restrictions.indices.filter { index in
        let restriction = derivation.restrictions[index]
        guard !restriction.isAssumption,
          let statement = restriction.statement
        else { return false }
        return statement.sides.contains { side in
          !symbols.isDisjoint(
            with: base.declarations(
              namedIn: side, at: restriction.position, in: restriction.section))
        }
      })
  }
}
