import Checking
import ExactAlgebra
import LaTeXMath
import SymbolicAlgebra

/// What a line's outcome shows of the model, in the names of the file.
extension Context {
  func witness(_ witness: ExactWitness) -> Witness {
    let field = witness.field ?? field
    func constant(_ value: Scalar) -> String { value.constantDescription ?? field.latex(value) }
    var result = self.witness(
      witness.at.map { ($0.generator, $0.value) }, printed: .zero, derived: .zero)
    result.printed = constant(witness.printed)
    result.derived = constant(witness.derived)
    return result
  }

  /// Values of generators under the names of the file.
  func witness(_ at: [(Int, Fraction)], printed: Scalar, derived: Scalar) -> Witness {
    Witness(
      at: at.map { index, value in
        var value = value
        // The generator is the root of the exponential that is shown.
        if case .exponential = field.generators[index].kind { value = value * value }
        return Witness.Assignment(
          symbol: field.assignmentLatex(index).replacing(" \\", with: "\\"),
          value: constant(Scalar(value)))
      }, printed: constant(printed), derived: constant(derived))
  }

  private func constant(_ value: Scalar) -> String {
    value.constantDescription ?? field.latex(value)
  }

  /// The derived side of a line as LaTeX.
  func shown(_ derived: [Scalar], _ sides: LineSides) -> String? {
    shown(derived, sides.labels, printed: sides.formula.map { [$0] } ?? [])
  }

  /// The derived side as LaTeX: a scalar, or the entries of a ket, matrix or operator.
  func shown(_ derived: [Scalar], _ labels: [String], printed: [Formula]) -> String? {
    if derived.count == 1 {
      guard Abbreviations.size(derived[0]) <= 4000 else { return nil }
      let text = Abbreviations(field: field, candidates: abbreviations(printed)).latex(derived[0])
      return text.utf8.count <= 4000 ? text : nil
    }
    if derived.count == dimension {
      return sum(zip(base.space.labels, derived).map { ("|\($0)\\rangle", $1) })
    }
    guard derived.count == dimension * dimension else { return nil }
    let size = derived.reduce(0) { $0 + Abbreviations.size($1) }
    guard size <= 400 else { return nil }
    if labels.first?.hasPrefix("element") == true {
      let rows = (0..<dimension).map { i in
        (0..<dimension).map { field.latex(derived[i * dimension + $0]) }.joined(separator: " & ")
      }
      return "\\begin{pmatrix} \(rows.joined(separator: " \\\\ ")) \\end{pmatrix}"
    }
    let names = base.space.labels
    return sum(
      (0..<dimension).flatMap { i in
        (0..<dimension).map { j in
          ("|\(names[i])\\rangle\\langle \(names[j])|", derived[i * dimension + j])
        }
      })
  }

  private func sum(_ terms: [(String, Scalar)]) -> String {
    var result = ""
    for (vector, factor) in terms where !factor.isLiterallyZero {
      var text = field.latex(factor)
      if text == "1" { text = "" } else if text == "-1" { text = "-" }
      let isSum = factor.real.numerator.termCount + factor.imaginary.numerator.termCount > 1
      if isSum, factor.real.denominator == .one { text = "\\left(\(text)\\right)" }
      if result.isEmpty {
        result = text
      } else {
        result += text.hasPrefix("-") ? " - " + text.dropFirst() : " + " + text
      }
      result +=
        result.isEmpty || result.hasSuffix(" ") || result.hasSuffix("-") ? vector : " " + vector
    }
    return result.isEmpty ? "0" : result
  }

  /// The definitions that the printed side uses, directly or through others, with those of the same
  /// display: nearest first.
  func abbreviations(_ printed: [Formula]) -> [Abbreviations.Candidate] {
    var copy = self
    var used = Set<Int>()
    var pending = printed.flatMap { names(in: $0, at: position, section) }
    while let index = pending.popLast() {
      let declaration = base.notation.declarations[index]
      guard case .printed(let formula) = declaration.kind, used.insert(index).inserted else {
        continue
      }
      pending += names(in: formula, at: declaration.position, declaration.section)
      pending += base.notation.declarations.indices.filter {
        base.notation.declarations[$0].position == declaration.position
          && base.notation.declarations[$0].isPrinted
      }
    }
    let named = base.notation.declarations.indices.filter {
      if case .define = base.notation.declarations[$0].kind { return true }
      return false
    }
    return (used.sorted(by: >) + named).compactMap { index in
      let declaration = base.notation.declarations[index]
      let formula: Formula
      switch declaration.kind {
      case .printed(let right), .define(let right): formula = right
      case .symbol, .angle, .mode, .meaning: return nil
      }
      guard let value = knownValue(of: index) ?? (try? copy.scalar(formula, at: declaration)),
        value.isReal,
        value.variables.allSatisfy(field.generators.indices.contains)
      else { return nil }
      return .init(
        name: declaration.key, value: value.real, isPrinted: declaration.isPrinted,
        position: declaration.position, declaration: index)
    }
  }

  private func names(
    in formula: Formula, at position: Int, _ section: Document.Section
  ) -> [Int] {
    var result: [Int] = []
    formula.visit { node in
      if let name = node.name,
        let index = base.notation.lookup(name, at: position, in: section)
      {
        result.append(index)
      }
    }
    return result
  }

  /// A quantity written with the file's own abbreviations where that is shorter.
  func brief(_ value: Scalar) -> String {
    Abbreviations(field: field, candidates: abbreviations([])).latex(value)
  }

  func brief(_ value: Fraction) -> String { brief(Scalar(value)) }

  /// What the formulas needed to have a value: divisors and radicands, where the domain does not
  /// show enough of them.
  mutating func metConditions(_ sides: LineSides) -> [String] {
    if field.met.isEmpty { return [] }
    let candidates = abbreviations(sides.formula.map { [$0] } ?? [])
    let abbreviations = Abbreviations(field: field, candidates: candidates)
    // Lines of one display divide by the same quantities.
    func latex(_ value: Fraction) -> String {
      let key = WrittenQuantity(value: value, abbreviations: candidates.map(\.declaration))
      if let text = writtenConditions[key] { return text }
      let text = abbreviations.latex(Scalar(value))
      writtenConditions[key] = text
      return text
    }
    let met = field.met
    return met.map { condition in
      switch condition {
      case .nonzero(let value):
        return "\(latex(value)) \\neq 0"
      case .nonnegative(let value):
        return "\(latex(value)) \\geq 0"
      }
    }
  }
}
