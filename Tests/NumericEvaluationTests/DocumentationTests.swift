import NumericEvaluation
import Testing

/// The examples of the documentation catalog, word for word, with what they give.
@Suite struct NumericEvaluationDocumentationTests {
  // 2 · i = 2i.
  @Test func aQuarterTurn() throws {
    let turned = Complex(magnitude: 2, argument: 0) * .i  // 2i

    #expect(turned == Complex(0, 2))
  }
}
