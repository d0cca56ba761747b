import Testing

@testable import ExactAlgebra
@testable import measure

@Suite struct AnswerCheckTests {
  private let named = Chain.ring.system(4)

  private func answer() throws -> [Fraction] {
    guard case .unique(let values) = named.system.solve() else {
      throw Wrong.noAnswer
    }
    return values
  }

  private enum Wrong: Error { case noAnswer }

  @Test func rightAnswersPass() throws {
    #expect(AnswerCheck.fault(of: try answer(), in: named) == nil)
  }

  @Test func wrongAnswersAreCaught() throws {
    let right = try answer()
    #expect(AnswerCheck.fault(of: [], in: named) == "0 values for 4 unknowns")
    for unknown in right.indices {
      var values = right
      values[unknown] = -values[unknown]
      #expect(
        AnswerCheck.fault(of: values, in: named)?.hasSuffix("does not hold at a random point")
          == true)
    }
    var values = right
    let factor = Polynomial.variable(0) + 1
    values[1] = Fraction(
      coprime: values[1].numerator * factor, values[1].denominator * factor)
    #expect(AnswerCheck.fault(of: values, in: named) == "unknown 1 is not in lowest terms")
    values[1] = Fraction(coprime: right[1].numerator * 2, right[1].denominator * 2)
    #expect(AnswerCheck.fault(of: values, in: named) == "unknown 1 is not in lowest terms")
  }

  @Test func peersAnswersMayDifferByIntegersOnly() throws {
    let right = try answer()
    func fault(_ change: (Polynomial, Polynomial) -> (Polynomial, Polynomial)) -> String? {
      AnswerCheck.fault(of: right.map { change($0.numerator, $0.denominator) }, against: right)
    }
    #expect(fault { ($0, $1) } == nil)
    #expect(fault { (-3 * $0, -3 * $1) } == nil)
    #expect(fault { (-$0, $1) } == "unknown 0 is wrong")
    #expect(fault { (2 * $0, 3 * $1) } == "unknown 0 is wrong")
    #expect(fault { ($0 + 1, $1) } == "unknown 0 is wrong")
    #expect(fault { ($0, 0 * $1) } == "unknown 0 has no denominator")
    let factor = Polynomial.variable(0)
    #expect(fault { ($0 * factor, $1 * factor) } == "unknown 0 is not in lowest terms")
    #expect(AnswerCheck.fault(of: [], against: right) == "0 values for 4 unknowns")
    // Zero over anything is zero.
    #expect(AnswerCheck.fault(of: [(.zero, factor)], against: [.zero]) == nil)
    #expect(AnswerCheck.fault(of: [(1, factor)], against: [.zero]) == "unknown 0 is wrong")
  }
}
