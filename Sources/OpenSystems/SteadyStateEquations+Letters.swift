import ExactAlgebra
import SymbolicAlgebra

/// The equations of the steady state with the few linear combinations that their coefficients are made of as
/// variables of their own: letters.
package struct LetterEquations: Sendable {
  /// A variable, numbered from 0.
  package struct Letter: Sendable {
    /// How it is written, where that was asked for; `nil` for one that was found.
    package let expression: ScalarExpression?
    /// In the generators of the field.
    package let value: Fraction
  }

  package let letters: [Letter]
  /// The values of the unknowns, in their order, in the letters; L ρ = 0 and tr ρ = 1 hold for them whatever
  /// the letters are.
  package let solution: [Fraction]
}

extension SteadyStateEquations {
  /// More coefficients that differ are not combined in pairs.
  private static let mostPaired = 40
  /// Larger systems are not solved in letters.
  private static let mostUnknowns = 12

  /// The steady state in letters; `nil` if the coefficients are made of too many, or the equations are too
  /// many, or a denominator vanishes with the letters' values.
  ///
  /// Every coefficient is a sum of letters with rational factors, after all of them are divided by one
  /// parameter if that makes it so.
  /// - Parameter preferred: what is a letter where coefficients are made of it, the first ones first.
  package func inLetters(
    preferred: [(expression: ScalarExpression, value: Fraction)]
  ) -> LetterEquations? {
    let count = populations.unknowns.count
    guard count <= Self.mostUnknowns else { return nil }
    let scale = commonScale
    var space = TermSpace(scale: scale)
    let entries = populations.matrix.map { row in row.map { space.vector(of: $0) } }
    guard let letters = space.letters(for: entries.flatMap { $0 }, preferred: preferred),
      letters.count <= Self.mostUnknowns
    else { return nil }
    var matrix: [[Polynomial]] = []
    for row in entries {
      let combinations = space.combinations(of: row, letters).compactMap { $0 }
      let factor = combinations.joined().reduce(Rational(1)) { result, value in
        result * Rational((value * result).denominator)
      }
      matrix.append(
        combinations.map { combination in
          combination.enumerated().reduce(Polynomial.zero) { sum, part in
            let variable: Polynomial = letters[part.offset].isOne ? .one : .variable(part.offset)
            return sum + variable.scaled(by: (part.element * factor).numerator)
          }
        })
    }
    let (rows, right) = closedRows(matrix)
    let system = LinearSystem(matrix: rows, rightHandSide: right)
    guard case .unique(let solution) = system.solve(), system.isSolved(by: solution) else {
      return nil
    }
    let values = Dictionary(
      uniqueKeysWithValues: letters.indices.map { ($0, letters[$0].value) })
    let isDefined = solution.allSatisfy { value in
      guard let denominator = Fraction(value.denominator).substituting(values) else { return false }
      return !field.isZero(denominator)
    }
    guard isDefined else { return nil }
    return LetterEquations(
      letters: letters.map { .init(expression: $0.expression, value: $0.value) }, solution: solution
    )
  }

  /// The parameter that divides the most coefficients, if it divides at least half of them.
  private var commonScale: Int? {
    let entries = populations.matrix.joined().filter { !$0.isZero }
    var best: (generator: Int, count: Int)?
    for generator in Set(entries.flatMap(\.variables)).sorted() {
      guard case .free = field.generators[generator].kind,
        field.generators[generator].domain == .positive
      else { continue }
      let count = entries.count { $0.divided(exactlyBy: .variable(generator)) != nil }
      if count > best?.count ?? 0 { best = (generator, count) }
    }
    return best.flatMap { 2 * $0.count >= entries.count ? $0.generator : nil }
  }

  /// Sums of terms over one parameter, as vectors of rational numbers.
  private struct TermSpace {
    struct Letter {
      var expression: ScalarExpression?
      var value: Fraction
      var vector: [Int: Rational]

      var isOne: Bool { value == Fraction(1) }
    }

    let scale: Int?
    private var places: [Fraction: Int] = [:]
    private var terms: [Fraction] = []

    init(scale: Int?) {
      self.scale = scale
      _ = place(of: Fraction(1))
    }

    private mutating func place(of term: Fraction) -> Int {
      if let known = places[term] { return known }
      terms.append(term)
      places[term] = terms.count - 1
      return terms.count - 1
    }

    /// A coefficient divided by the scale.
    mutating func vector(of entry: Polynomial) -> [Int: Rational] {
      vector(of: entry, over: scale.map(Polynomial.variable) ?? .one)
    }

    /// A value that is a sum of such terms; `nil` for one that is not.
    mutating func vector(of value: Fraction) -> [Int: Rational]? {
      guard let divisor = value.denominator.constantValue else { return nil }
      return vector(of: value.numerator, over: .one).mapValues { $0 * Rational(1, divisor) }
    }

    private mutating func vector(
      of sum: Polynomial, over divisor: Polynomial
    ) -> [Int: Rational] {
      var result: [Int: Rational] = [:]
      for term in sum.terms {
        let monomial = term.exponents.reduce(Polynomial.one) {
          $0 * Polynomial.variable($1.variable).power($1.exponent)
        }
        result[place(of: Fraction(monomial, divisor))] = Rational(term.coefficient, 1)
      }
      return result
    }

    private func value(of vector: [Int: Rational]) -> Fraction {
      vector.sorted { $0.key < $1.key }.reduce(Fraction(0)) {
        $0 + Fraction($1.value) * terms[$1.key]
      }
    }

    /// A basis of the space that the entries span: one, the names that lie in it, then what has the fewest
    /// terms.
    mutating func letters(
      for entries: [[Int: Rational]], preferred: [(expression: ScalarExpression, value: Fraction)]
    ) -> [Letter]? {
      var distinct: [[Int: Rational]] = []
      for entry in entries where !entry.isEmpty {
        let own = Self.primitive(entry)
        if !distinct.contains(own) { distinct.append(own) }
      }
      let names = preferred.compactMap { entry in
        vector(of: entry.value).map {
          Letter(expression: entry.expression, value: entry.value, vector: $0)
        }
      }
      let dimension = rank(distinct)
      // What is short; among these what coefficients are themselves, then what they have in common most often.
      var found = distinct.map { (vector: $0, isCoefficient: true, count: 1) }
      if distinct.count <= SteadyStateEquations.mostPaired {
        var places: [[Int: Rational]: Int] = [:]
        for (i, a) in distinct.enumerated() {
          for b in distinct[..<i] {
            for sign in [1, -1] as [Rational] {
              let sum = Self.primitive(
                a.merging(b.mapValues { $0 * sign }) { $0 + $1 }.filter { !$0.value.isZero })
              if sum.isEmpty { continue }
              if let place = places[sum] {
                found[place].count += 1
              } else {
                places[sum] = found.count
                found.append((sum, false, 1))
              }
            }
          }
        }
      }
      let order = found.indices.sorted { i, j in
        let (a, b) = (found[i], found[j])
        return (a.vector.count, a.isCoefficient ? 0 : 1, -a.count, i)
          < (b.vector.count, b.isCoefficient ? 0 : 1, -b.count, j)
      }
      let one = Letter(expression: nil, value: Fraction(1), vector: [0: 1])
      let candidates =
        [one] + names
        + order.map {
          Letter(expression: nil, value: value(of: found[$0].vector), vector: found[$0].vector)
        }
      // From what is short, and from the coefficients themselves.
      let coefficients = candidates.filter {
        $0.expression != nil || $0.isOne || distinct.contains($0.vector)
      }
      let starts = [candidates, coefficients + candidates].compactMap { candidates in
        basis(of: distinct, dimension, among: candidates)
      }
      return starts.map { improved($0, by: candidates, for: distinct) }
        .min { size(of: $0, for: distinct) < size(of: $1, for: distinct) }
    }

    /// The first candidates that are independent and lie in the span.
    private func basis(
      of entries: [[Int: Rational]], _ dimension: Int, among candidates: [Letter]
    ) -> [Letter]? {
      var letters: [Letter] = []
      for candidate in candidates {
        if letters.count == dimension { break }
        let vectors = letters.map(\.vector) + [candidate.vector]
        guard rank(vectors) == vectors.count, rank(entries + [candidate.vector]) == dimension
        else { continue }
        letters.append(candidate)
      }
      return letters.count == dimension ? letters : nil
    }

    /// How much there is to write: letters in the entries, and terms in the letters.
    private func size(of letters: [Letter], for entries: [[Int: Rational]]) -> (Int, Int) {
      let own = letters.reduce(0) { $0 + ($1.expression == nil ? $1.vector.count : 1) }
      let used = combinations(of: entries, letters).compactMap { $0 }.reduce(0) { total, factors in
        total + factors.count { !$0.isZero }
      }
      return (used + own, own)
    }

    /// Found letters exchanged for others as long as that makes the entries sums of fewer.
    ///
    /// - Precondition: the letters are a basis of the space that the entries span.
    private func improved(
      _ letters: [Letter], by candidates: [Letter], for entries: [[Int: Rational]]
    ) -> [Letter] {
      let others =
        candidates.filter { $0.expression == nil && entries.contains($0.vector) }
        + candidates.filter { $0.expression == nil && !$0.isOne }.prefix(24)
      var letters = letters
      var own = letters.map { $0.expression == nil ? $0.vector.count : 1 }
      // Everything by its factors of the letters, which an exchange changes as a step of elimination does.
      var used = combinations(of: entries, letters).compactMap { $0 }
      var factors = combinations(of: others.map(\.vector), letters)
      func size(_ used: [[Rational]], _ own: [Int]) -> (Int, Int) {
        let total = own.reduce(0, +)
        return (used.reduce(total) { $0 + $1.count { !$0.isZero } }, total)
      }
      var least = size(used, own)
      var isBetter = true
      while isBetter {
        isBetter = false
        for place in letters.indices where letters[place].expression == nil && !letters[place].isOne
        {
          for (number, other) in others.enumerated() {
            guard let pivot = factors[number], !pivot[place].isZero,
              !letters.contains(where: { $0.vector == other.vector })
            else { continue }
            func exchanged(_ vector: [Rational]) -> [Rational] {
              if vector[place].isZero { return vector }
              let share = vector[place] / pivot[place]
              return vector.indices.map {
                $0 == place ? share : pivot[$0].isZero ? vector[$0] : vector[$0] - share * pivot[$0]
              }
            }
            let (next, nextOwn) = (used.map(exchanged), own.replacing(place, other.vector.count))
            let nextSize = size(next, nextOwn)
            guard nextSize < least else { continue }
            letters[place] = other
            (used, own, least) = (next, nextOwn, nextSize)
            factors = factors.map { $0.map(exchanged) }
            isBetter = true
          }
        }
      }
      return letters
    }

    private static func primitive(_ vector: [Int: Rational]) -> [Int: Rational] {
      guard let first = vector.min(by: { $0.key < $1.key }) else { return vector }
      let negative = vector.values.count { $0 < 0 }
      let isTurned =
        2 * negative == vector.count ? first.value < 0 : 2 * negative > vector.count
      let lift = vector.values.reduce(Rational(1)) { $0 * Rational(($1 * $0).denominator) }
      let shared = vector.values.reduce(Integer(0)) { Integer.gcd($0, ($1 * lift).numerator) }
      let factor = lift * Rational(isTurned ? -1 : 1, shared)
      return vector.mapValues { $0 * factor }
    }

    private func dense(_ vector: [Int: Rational]) -> [Rational] {
      terms.indices.map { vector[$0] ?? 0 }
    }

    private func rank(_ vectors: [[Int: Rational]]) -> Int {
      ReducedEchelon(vectors.map(dense), columns: Array(terms.indices)).pivots.count
    }

    /// The factors of the letters in each vector; `nil` for one that is not in their span.
    ///
    /// - Precondition: the letters are independent.
    func combinations(of vectors: [[Int: Rational]], _ letters: [Letter]) -> [[Rational]?] {
      // A column for each letter and for each vector: those of the vectors, reduced, hold the factors.
      let rows = terms.indices.map { term in
        letters.map { $0.vector[term] ?? 0 } + vectors.map { $0[term] ?? 0 }
      }
      let echelon = ReducedEchelon(rows, columns: Array(letters.indices))
      let (found, rest) = (
        echelon.rows.prefix(letters.count), echelon.rows.dropFirst(letters.count)
      )
      return vectors.indices.map { number in
        let column = letters.count + number
        return rest.allSatisfy { $0[column].isZero } ? found.map { $0[column] } : nil
      }
    }
  }
}

extension Array {
  /// The same with another element in one place.
  fileprivate func replacing(_ place: Int, _ element: Element) -> [Element] {
    var result = self
    result[place] = element
    return result
  }
}
