import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// The steady state in closed form, written short: names for combinations of parameters and for what occurs
/// again, then the elements.
struct ShortState: Sendable {
  /// Each uses the file's names and those of definitions before it.
  var definitions: [SharedParts.Definition]
  /// One for each unknown element (i, j), i ≤ j, of the working basis.
  var elements: [Element]

  struct Element: Sendable {
    var row: Int
    var column: Int
    var value: ScalarExpression
  }

  /// How much there is to read.
  var size: Int {
    (definitions.map(\.value) + elements.map(\.value)).reduce(0) {
      $0 + ($1.latex?.utf8.count ?? 0)
    }
  }
}

/// Closed forms of the steady state over letters: combinations of parameters.
struct LetterForms: Sendable {
  var letters: [LetterEquations.Letter]
  /// Letter k is the symbol ``ShortForms/leaf(_:)``.
  var elements: [ShortState.Element]
}

extension Context {
  /// The steady state over letters; `nil` if its equations are not of that kind.
  ///
  /// - Parameters:
  ///   - candidates: names that may be used, nearest first, with their values.
  ///   - searches: what was searched for before.
  mutating func letterForms(
    _ candidates: [Abbreviations.Candidate], _ searches: inout ShortFormSearches
  ) throws(EvaluationError) -> LetterForms? {
    let equations = try equations()
    guard let system = equations.inLetters(preferred: Self.combinations(of: candidates)) else {
      return nil
    }
    // Generators in the letters, to say what other names are.
    let solved = generators(system.letters)
    var known: [ShortForms.Known] = []
    for candidate in candidates
    where !system.letters.contains(where: { $0.expression == .symbol(candidate.name) }) {
      guard !candidate.value.variables.isEmpty,
        let value = candidate.value.substituting(solved.values).flatMap(solved.field.canonical),
        value.variables.allSatisfy({ $0 >= solved.first })
      else { continue }
      known.append(
        ShortForms.Known(
          name: candidate.name,
          value: Fraction(
            value.numerator.renamed { $0 - solved.first },
            value.denominator.renamed { $0 - solved.first })))
    }
    let elements = elements(equations, system.solution)
    let expressions = searches.forms(
      of: elements.map { ($0.real, $0.imaginary) }, known: known)
    return LetterForms(
      letters: system.letters,
      elements: zip(elements, expressions).map {
        .init(row: $0.row, column: $0.column, value: $1)
      })
  }

  /// The steady state written short; `nil` if its equations are not of that kind.
  ///
  /// - Parameters:
  ///   - candidates: names that may be used, nearest first, with their values.
  ///   - isNaming: whether what is found gets a name of its own; otherwise all is written out.
  ///   - searches: what was searched for before.
  mutating func shortState(
    _ candidates: [Abbreviations.Candidate], isNaming: Bool, _ searches: inout ShortFormSearches
  ) throws(EvaluationError) -> ShortState? {
    guard let forms = try letterForms(candidates, &searches) else { return nil }
    let names = freshNames()
    var definitions: [SharedParts.Definition] = []
    var written: [ScalarExpression: ScalarExpression] = [:]
    for (number, letter) in forms.letters.enumerated() {
      let value = field.expression(of: letter.value)
      if let expression = letter.expression {
        written[ShortForms.leaf(number)] = expression
      } else if isNaming, letter.value.numerator.termCount > 1 {
        let name = Self.numbered(names.letter, definitions.count + 1)
        definitions.append(.init(name: name, value: value))
        written[ShortForms.leaf(number)] = .symbol(name)
      } else {
        written[ShortForms.leaf(number)] = value
      }
    }
    var expressions = forms.elements.map { $0.value.substituting(written) }
    if isNaming {
      let shared = SharedParts(expressions) { Self.numbered(names.sum, $0) }
      definitions += shared.definitions
      expressions = shared.expressions
    }
    return ShortState(
      definitions: definitions,
      elements: zip(forms.elements, expressions).map {
        .init(row: $0.row, column: $0.column, value: $1)
      })
  }

  /// Abbreviations that mean here what they were defined as: a name may be defined again elsewhere.
  func namesInForce(for printed: [Formula]) -> [Abbreviations.Candidate] {
    abbreviations(printed).filter { candidate in
      !candidate.name.contains("(")
        && base.notation.lookup(candidate.name, at: position, in: section) == candidate.declaration
    }
  }

  /// Each name, then sums and differences of two names that are defined together.
  private static func combinations(
    of candidates: [Abbreviations.Candidate]
  ) -> [(expression: ScalarExpression, value: Fraction)] {
    var result = candidates.map { (ScalarExpression.symbol($0.name), $0.value) }
    for (place, first) in candidates.enumerated() {
      for second in candidates[..<place] where first.position == second.position {
        let (a, b) = (ScalarExpression.symbol(second.name), ScalarExpression.symbol(first.name))
        result.append((.sum([a, b]), second.value + first.value))
        result.append((.sum([a, .negative(b)]), second.value - first.value))
      }
    }
    return result
  }

  /// One element of the steady state, written out with the names that may be used; `nil` for a line that is
  /// about something else.
  mutating func shortForm(of line: PrintedLine, printed: [Formula]) -> String? {
    var searches = ShortFormSearches()
    guard let (key, _) = line.left.declarationKey,
      let index = base.notation.lookup(key, at: line.position, in: line.section),
      case .meaning(.steadyElement(let basis, let i, let j), _) = base.notation.declarations[index]
        .kind,
      let place = try? workingPlace(basis, i, j), place.row <= place.column,
      let state = try? shortState(namesInForce(for: printed), isNaming: false, &searches)
    else { return nil }
    return state.elements.first { $0.row == place.row && $0.column == place.column }?.value.latex
  }

  /// Where an element of the steady state stands in the working basis; `nil` if it is a sum of several.
  private mutating func workingPlace(
    _ basis: Meaning.Basis, _ i: Int, _ j: Int
  ) throws(EvaluationError) -> (row: Int, column: Int)? {
    switch (basis, try system().eigenbasis) {
    case (.eigenbasis, .some): return (i - 1, j - 1)
    case (.product(let labels), nil):
      guard labels.indices.contains(i - 1), labels.indices.contains(j - 1),
        let row = base.space.labels.firstIndex(of: labels[i - 1]),
        let column = base.space.labels.firstIndex(of: labels[j - 1])
      else { return nil }
      return (row, column)
    case (.product(let labels), let eigenbasis?):
      // An eigenvector may be one ket of the product basis.
      guard labels.indices.contains(i - 1), labels.indices.contains(j - 1),
        let row = level(labels[i - 1], eigenbasis), let column = level(labels[j - 1], eigenbasis)
      else { return nil }
      return (row, column)
    case (.eigenbasis, nil): return nil
    }
  }

  /// The eigenvector that is a ket of the product basis, with the factor one.
  private func level(_ label: String, _ eigenbasis: Eigenbasis) -> Int? {
    guard let ket = base.space.labels.firstIndex(of: label) else { return nil }
    return eigenbasis.vectors.firstIndex { vector in
      vector.indices.allSatisfy { $0 == ket ? vector[$0] == .one : vector[$0] == .zero }
    }
  }

  /// Real and imaginary parts together.
  private func elements(
    _ equations: SteadyStateEquations, _ solution: [Fraction]
  ) -> [(row: Int, column: Int, real: Fraction, imaginary: Fraction)] {
    var result: [(row: Int, column: Int, real: Fraction, imaginary: Fraction)] = []
    for (unknown, value) in zip(equations.populations.unknowns, solution) {
      let zero = Fraction(0)
      let place = result.firstIndex { $0.row == unknown.row && $0.column == unknown.column }
      let index = place ?? result.count
      if place == nil { result.append((unknown.row, unknown.column, zero, zero)) }
      if unknown.isImaginary { result[index].imaginary = value } else { result[index].real = value }
    }
    return result
  }

  /// Letters as new generators, and old generators in terms of them as far as they can be solved for.
  private func generators(
    _ letters: [LetterEquations.Letter]
  ) -> (field: Field, first: Int, values: [Int: Fraction]) {
    var field = field
    let first = field.generators.count
    for number in letters.indices { _ = field.addFree("\\#\(number)", domain: .real) }
    var values: [Int: Fraction] = [:]
    for (number, letter) in letters.enumerated() {
      guard var reduced = letter.value.substituting(values) else { continue }
      reduced = field.canonical(reduced) ?? reduced
      let pivot = reduced.variables.first { index in
        index < first && !field.isPolar(index) && reduced.numerator.degree(in: index) == 1
          && reduced.denominator.degree(in: index) == 0
      }
      guard let pivot else { continue }
      let parts = reduced.numerator.coefficients(in: pivot)
      let value =
        (Fraction.variable(first + number) * Fraction(reduced.denominator) - Fraction(parts[0]))
        * Fraction(parts[1]).inverse
      for (known, old) in values {
        values[known] = old.substituting([pivot: value]).flatMap(field.canonical) ?? old
      }
      values[pivot] = field.canonical(value) ?? value
    }
    return (field, first, values)
  }

  private static func numbered(_ letter: String, _ number: Int) -> String {
    number < 10 ? "\(letter)_\(number)" : "\(letter)_{\(number)}"
  }

  /// Letters that begin no name of the file.
  private func freshNames() -> (letter: String, sum: String) {
    let keys = base.notation.declarations.map(\.key)
    func free(_ wanted: [String]) -> String {
      wanted.first { letter in
        !keys.contains { $0 == letter || $0.hasPrefix(letter + "_") || $0.hasPrefix(letter + "^") }
      } ?? "\\tilde{\(wanted[0])}"
    }
    return (free(["x", "y", "w", "u", "v"]), free(["d", "q", "f", "h", "k"]))
  }
}
