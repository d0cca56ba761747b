import NumericEvaluation

/// A jump operator L with its rate κ, the dissipator κ (L ρ L† − ½ {L†L, ρ}).
package struct NumericJump: Sendable {
  package let jumpOperator: ComplexMatrix
  package let rate: Double

  package init(jumpOperator: ComplexMatrix, rate: Double) {
    self.jumpOperator = jumpOperator
    self.rate = rate
  }
}
