import ExactAlgebra
import Testing

@testable import Derivations

@Suite struct ExponentRelationsTests {
  private func sum(_ parts: (Rational, Int)...) -> [(coefficient: Rational, monomial: Fraction)] {
    parts.map { ($0.0, Fraction.variable($0.1)) }
  }

  // x + y, x − y, 2x: the first two add up to the third.
  @Test func oneRelationOfThree() {
    let relations = ExponentRelations.relations(between: [
      sum((1, 0), (1, 1)), sum((1, 0), (-1, 1)), sum((2, 0)),
    ])
    #expect(relations.count == 1)
    let solved = ExponentRelations.solved(relations)
    #expect(solved.map(\.pivot) == [2])
    #expect(solved.map(\.row) == [[-1, -1, 1]])
  }

  @Test func independentSumsHaveNone() {
    #expect(ExponentRelations.relations(between: [sum((1, 0)), sum((1, 1))]).isEmpty)
    #expect(ExponentRelations.relations(between: []).isEmpty)
    #expect(ExponentRelations.solved([]).isEmpty)
  }

  // x₁ = 2x₀ and x₂ = x₀ + x₁, one given twice: x₁ = 2x₀, x₂ = 3x₀.
  @Test func repeatedRelationsCountOnce() {
    let solved = ExponentRelations.solved([[-2, 1, 0], [-1, -1, 1], [-4, 2, 0]])
    #expect(solved.map(\.pivot) == [2, 1])
    #expect(solved.map(\.row) == [[-3, 0, 1], [-2, 1, 0]])
  }

  // A sum that vanishes is a relation by itself.
  @Test func nothingIsRelatedToNothing() {
    #expect(ExponentRelations.relations(between: [[], sum((1, 0))]) == [[1, 0]])
  }
}
