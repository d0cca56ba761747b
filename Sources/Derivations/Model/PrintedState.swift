import LaTeXMath
import NumericEvaluation
import OpenSystems

/// Printed elements of the steady state under one set of restrictions, in one basis.
struct PrintedState {
  var restrictions: [Scoped]
  var basis: Meaning.Basis
  var equations: [String] = []
  /// The first line that prints each element, rows and columns counted from 0.
  var lines: [[Int]: PrintedLine] = [:]
  var section: Document.Section

  /// Row by row.
  var sortedLines: [(place: [Int], line: PrintedLine)] {
    lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
  }

  /// Populations are among its lines.
  var isWhole: Bool { lines.keys.contains { $0[0] == $0[1] } }

  /// The elements' values, with what was taken from tr ρ = 1.
  struct Elements<Value: NumericScalar> {
    var values: [[Int]: Value]
    var notes: [String] = []

    func matrix(_ dimension: Int, like seed: Value) -> [[Value]] {
      (0..<dimension).map { i in
        (0..<dimension).map { j in
          values[[i, j]] ?? values[[j, i]]?.conjugate ?? seed.constant(0)
        }
      }
    }
  }

  /// The point with what the restrictions add to it, or `nil` if they do not hold there.
  ///
  /// - Parameter equal: whether two values are known to be the same.
  func applied<Value>(
    to point: PointEnvironment<Value>, equal: (Value, Value) -> Bool
  ) -> PointEnvironment<Value>? {
    var point = point
    for restriction in restrictions where !restriction.isAssumption {
      if let kind = restriction.statistics {
        guard kind == point.statistics else { return nil }
        continue
      }
      guard let statement = restriction.statement else { return nil }
      let place = (position: restriction.position, section: restriction.section)
      var known: Value?
      var open: [String] = []
      for side in statement.sides {
        if let name = side.name,
          let angle = point.angle(name, at: place.position, in: place.section)
        {
          open.append(name)
          let others = statement.sides.filter { $0 != side }
          guard
            let value = others.compactMap({
              try? point.number($0, at: place.position, in: place.section)
            }).first, equal(angle.cosine, value.cosine()), equal(angle.sine, value.sine())
          else { return nil }
        } else if let value = try? point.number(side, at: place.position, in: place.section) {
          if let known, !equal(known, value) { return nil }
          known = known ?? value
        } else if let name = side.name {
          open.append(name)
        } else {
          return nil
        }
      }
      guard let known else { return nil }
      for name in open { point.set(name, known) }
    }
    return point
  }

  /// The printed elements that have a number.
  func values<Value>(_ point: inout PointEnvironment<Value>) -> [[Int]: Value] {
    var result: [[Int]: Value] = [:]
    for (place, line) in sortedLines {
      guard let right = line.right else { continue }
      result[place] = try? point.number(right, at: line.position, in: line.section)
    }
    return result
  }

  /// The whole state; `nil` unless all populations are printed, or all but one, which tr ρ = 1 then gives.
  func completed<Value>(
    _ values: [[Int]: Value], _ point: PointEnvironment<Value>
  ) -> Elements<Value>? {
    var result = Elements(values: values)
    let n = point.dimension
    let missing = (0..<n).filter { values[[$0, $0]] == nil }
    // A population that is printed but has no number here cannot be made up for.
    guard missing.count <= 1, missing.allSatisfy({ lines[[$0, $0]] == nil }) else { return nil }
    if let last = missing.first {
      var rest = point.seed.constant(1)
      for i in 0..<n where i != last {
        guard let value = values[[i, i]] else { return nil }
        rest = rest - value
      }
      result.values[[last, last]] = rest
      result.notes.append(
        "population \(last + 1) is not printed: taken from $\\mathrm{tr} \\rho = 1$")
    }
    return result
  }

  /// The kets of its basis, in the product basis.
  func kets<Value>(
    _ point: inout PointEnvironment<Value>, eigenvectors: [[Value]]
  ) throws(NumericNameError) -> [[Value]] {
    guard case .product(let labels) = basis else { return eigenvectors }
    var kets: [[Value]] = []
    for label in labels { kets.append(try point.vector(named: label)) }
    return kets
  }
}

extension Derivation {
  /// The steady states that the file prints, in the order of their first lines.
  var printedStates: [PrintedState] {
    var states: [PrintedState] = []
    for line in lines where line.problem == nil {
      guard let (key, _) = line.left.declarationKey, line.right != nil,
        let index = base.notation.lookup(key, at: line.position, in: line.section),
        case .meaning(.steadyElement(let basis, let i, let j), _) =
          base.notation.declarations[index].kind
      else { continue }
      let restrictions = restrictions(at: line.position, in: line.section)
      let known = states.firstIndex { state in
        state.basis == basis && state.restrictions.map(\.phrase) == restrictions.map(\.phrase)
          // Sections beside each other print states of their own.
          && (line.section.starts(with: state.section)
            || state.section.starts(with: line.section))
      }
      let number = known ?? states.count
      if known == nil {
        states.append(
          PrintedState(restrictions: restrictions, basis: basis, section: line.section))
      }
      if states[number].lines[[i - 1, j - 1]] == nil {
        states[number].lines[[i - 1, j - 1]] = line
        if states[number].equations.last != line.equation {
          states[number].equations.append(line.equation)
        }
      }
    }
    return states
  }

  /// The printed state that a place speaks of: of those whose restrictions are in force there, the one in
  /// the nearest section around it, and outside of these the most restricted one.
  ///
  /// - Parameter states: ``printedStates``, where they are known.
  func printedState(
    at position: Int, in section: Document.Section, among states: [PrintedState]? = nil
  ) -> PrintedState? {
    let here = Set(restrictions(at: position, in: section).map(\.phrase))
    func nearness(_ state: PrintedState) -> (Int, Int) {
      (section.starts(with: state.section) ? state.section.count : -1, state.restrictions.count)
    }
    return (states ?? printedStates).filter { state in
      state.isWhole && state.restrictions.allSatisfy { here.contains($0.phrase) }
    }.max { nearness($0) < nearness($1) }
  }
}

extension Scoped {
  /// The restriction as an equation or inequality; `nil` for a statistics.
  var statement: LaTeXMath.Statement? { try? LaTeXReader.statement(in: phrase.text) }
}
