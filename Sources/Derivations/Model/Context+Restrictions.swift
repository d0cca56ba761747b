import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// Symbols fixed to values, and what is assumed of them.
extension Context {
  mutating func impose(_ restriction: Scoped) throws(FileError) {
    let text = restriction.phrase.text
    if restriction.statistics != nil { return }
    let place = restriction.phrase.range
    let statement: LaTeXMath.Statement
    do {
      statement = try LaTeXReader.statement(in: text)
    } catch {
      throw self.error(
        error.diagnostic.code.rawValue,
        "cannot read '\(error.diagnostic.token)': \(error.diagnostic.message)", at: place)
    }
    guard !statement.relations.isEmpty else {
      let near = Suggestion.nearest(to: text, among: Statistics.allCases.map(\.rawValue))
      throw self.error(
        "unknown-assumption", "'\(text)' is neither a statistics nor an equation",
        help: near.map { "did you mean '\($0)'?" } ?? "expected boson, fermion or X = Y",
        at: place)
    }
    position = restriction.position
    section = restriction.section
    clearCaches()
    for (number, relation) in statement.relations.enumerated() {
      let offset = restriction.phrase.offset
      let left = try realValue(statement.sides[number].shifted(by: offset))
      let right = try realValue(statement.sides[number + 1].shifted(by: offset))
      switch (relation.kind, restriction.isAssumption) {
      case (.equal, false):
        do {
          guard try field.impose(left, equals: right) else {
            throw self.error(
              "unusable-assumption", "no symbol can be fixed by '\(text)'",
              help: "write it as 'symbol = value'", at: place)
          }
        } catch let error as FieldError {
          throw fileError(.field(error), at: place)
        } catch let error as FileError {
          throw error
        } catch {
          throw fileError(.divisionByZero, at: place)
        }
        if let symbol = symbolOutsideDomain() {
          throw self.error(
            "contradictory-assumption",
            "with '\(text)' the symbol \(symbol) has no value in its domain",
            help: "change the value, or the domain in the symbol's declaration", at: place)
        }
      case (.less, true):
        field.assumptions.append(Assumption(positive: right - left, latex: text))
      case (.greater, true):
        field.assumptions.append(Assumption(positive: left - right, latex: text))
      default:
        throw self.error(
          "unusable-assumption",
          restriction.isAssumption
            ? "expected a strict inequality after 'assume'" : "expected an equation after 'given'",
          help: restriction.isAssumption ? "write it with < or >" : "write it with =", at: place)
      }
      clearCaches()
      if field.hasContradiction {
        throw self.error(
          "contradictory-assumption",
          "with '\(text)' what is assumed of the symbols cannot hold together",
          help: "take it out, or change the others or the symbols' declarations", at: place)
      }
    }
  }

  /// A symbol that the restrictions fix to something that its domain excludes.
  private func symbolOutsideDomain() -> String? {
    for (index, value) in field.determined.sorted(by: { $0.key < $1.key }) {
      let generator = field.generators[index]
      guard case .free = generator.kind else { continue }
      let isOutside =
        if let constant = value.constantValue {
          !generator.domain.contains(constant)
        } else {
          generator.domain.isNonnegative && field.isProvablyPositive(-value)
        }
      if isOutside { return generator.latex }
    }
    return nil
  }

  private mutating func realValue(_ formula: Formula) throws(FileError) -> Fraction {
    let declaration = Declaration(
      key: "", kind: .define(formula), position: position, section: section, range: formula.range)
    return try real(formula, at: declaration)
  }
}
