import ExactAlgebra

/// Short forms that were searched for: the same values under other names are not searched for again.
package struct ShortFormSearches: Sendable {
  private struct Question: Hashable {
    let values: [Fraction]
    let known: [Fraction]
  }

  private var answers: [Question: [ScalarExpression]] = [:]

  package init() {}

  /// What ``ShortForms/forms(of:)`` gives where these names are known.
  ///
  /// - Precondition: no two of the names are the same.
  package mutating func forms(
    of values: [(real: Fraction, imaginary: Fraction)], known: [ShortForms.Known]
  ) -> [ScalarExpression] {
    let question = Question(
      values: values.flatMap { [$0.real, $0.imaginary] }, known: known.map(\.value))
    let places = known.indices.map { "\\@\($0)" }
    let answer: [ScalarExpression]
    if let found = answers[question] {
      answer = found
    } else {
      var search = ShortForms(
        known: zip(places, known).map { ShortForms.Known(name: $0, value: $1.value) })
      answer = search.forms(of: values)
      answers[question] = answer
    }
    if known.isEmpty { return answer }
    let names = zip(places, known).map {
      (ScalarExpression.symbol($0), ScalarExpression.symbol($1.name))
    }
    let written = Dictionary(uniqueKeysWithValues: names)
    return answer.map { $0.substituting(written) }
  }
}
