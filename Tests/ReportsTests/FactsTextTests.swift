import Derivations
import Foundation
import Reports
import Testing

@Suite struct FactsTextTests {
  private static let proved = Fact(
    kind: .uniqueness, given: ["boson", "T_1 = T_2"],
    statement: "The steady state is unique: the master equation has rank $3$ in $4$ unknowns.",
    verdict: .proved, how: "full rank at one exact point", conditions: [#"$\mu < \omega$"#],
    exceptions: [#"$\kappa = 0$"#])
  private static let fails = Fact(
    kind: .secondLaw, given: [], statement: #"At a point of the domain $-\dot{Q}/T < 0$."#,
    verdict: .fails, how: "the sign is certain between bounds",
    point: [.init(symbol: #"\omega"#, value: "10"), .init(symbol: "T", value: "1/2")],
    values: [.init(symbol: "J", value: #"-2.5 \times 10^{-4}"#)])

  @Test func text() {
    let text = FactsText.render(
      [Self.proved, Self.fails], derivation: "paper",
      style: TextStyle(width: 70, showsLaTeX: true))
    #expect(
      text == #"""
        paper: 2 facts: 1 proved, 1 failing

        fails[second-law]: At a point of the domain $-\dot{Q}/T < 0$.
         = at: \omega = 10, T = 1/2
         = there: J = -2.5 \times 10^{-4}
         = by: the sign is certain between bounds

        proved[uniqueness]: The steady state is unique: the master equation
        has rank $3$ in $4$ unknowns.
         = given: boson, T_1 = T_2
         = by: full rank at one exact point
         = where: $\mu < \omega$
         = except: $\kappa = 0$

        """#)
  }

  @Test func nothingToSay() {
    let text = FactsText.render([], derivation: "paper", style: TextStyle())
    #expect(text == "paper: no facts: the model has neither baths nor jumps\n")
  }

  @Test func json() throws {
    let text = try FactsJSON.render([Self.fails], derivation: "paper")
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    #expect(value["schema"] == .text("rederive.facts/1"))
    #expect(value["derivation"] == .text("paper"))
    let fact = value["facts"]?[0]
    #expect(fact?["kind"] == .text("secondLaw"))
    #expect(fact?["verdict"] == .text("fails"))
    #expect(fact?["point"]?[1]?["value"] == .text("1/2"))
    #expect(text.hasSuffix("}\n"))
  }

  @Test func codable() throws {
    let data = try JSONEncoder().encode([Self.proved, Self.fails])
    #expect(try JSONDecoder().decode([Fact].self, from: data) == [Self.proved, Self.fails])
  }
}
