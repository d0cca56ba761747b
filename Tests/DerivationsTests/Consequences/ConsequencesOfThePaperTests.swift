import Testing

@testable import Derivations

/// What each wrong line of the shipped paper does to its figures and claims.
@Suite struct ConsequencesOfThePaperTests {
  private func consequence(_ equation: String, _ subject: String) throws -> Consequence {
    let outcome = try Paper.outcome.get()
    return try #require(
      outcome.consequences.first { consequence in
        consequence.lines.contains {
          outcome.lines[$0].equation == equation && outcome.lines[$0].subject == subject
        }
      })
  }

  private func quantities(_ consequence: Consequence) -> [String] {
    consequence.changes.map(\.quantity)
  }

  @Test func everyRefutedLineHasOneTheGravestFirst() throws {
    let outcome = try Paper.outcome.get()
    #expect(
      outcome.consequences.flatMap(\.lines).sorted()
        == outcome.lines.indices.filter { outcome.lines[$0].verdict == .refuted })
    #expect(
      outcome.consequences.map { "\($0.severity) \($0.equations.joined(separator: " "))" } == [
        "conclusion 18", "conclusion 27", "number 23", "number 30", "number 33", "slip 2",
        "slip 12+3", "slip 12+3", "slip 15", "slip 27", "slip 33",
      ])
  }

  /// The labels of Eq. 18 turn what Sec. III concludes: the true ergotropy of bosons is zero.
  @Test func thePermutationTurnsConclusions() throws {
    let outcome = try Paper.outcome.get()
    let found = try consequence("18", #"\rho_{11}"#)
    #expect(
      found.lines.map { outcome.lines[$0].subject } == [
        #"\rho_{11}"#, #"\rho_{22}"#, #"\rho_{44}"#,
      ])
    let turned = found.turns.map { outcome.claims[$0.claim] }
    #expect(Set(turned.map(\.figure)) == ["3a", "3b", "4a", "4b"])
    for turn in found.turns {
      #expect(turn.right != turn.wrong)
      #expect(turn.right != .undecided && turn.wrong != .undecided)
    }
    let temperature = try #require(
      found.turns.first { outcome.claims[$0.claim].statement.hasSuffix("decreases with $T$") })
    #expect(temperature.right == .fails && temperature.wrong == .holds)
    // At T → 0 the bosons leave |gg⟩, of no energy; the printed labels say |ee⟩, of 2ω = 20.
    let change = try #require(found.changes.first)
    #expect(change.quantity == #"$\mathcal{E}(\rho)$ of Fig. 3a"#)
    #expect(change.at.last?.value == 0.2)
    let wrong = try #require(change.wrong)
    #expect(change.right == 0 && abs(wrong - 20) < 1e-9)
  }

  // Ground truth: ergotropy 4.283 and 3.163 at μ₁ = 9, Δμ = 2. With ρ₄₄ = L₊L₋𝓡 as printed the trace is
  // not 1.
  @Test func rho44OfFermions() throws {
    let derivation = try Derivation(
      bytes: Sample.shipped("hadipour-haseli-2024"), file: "paper.md")
    var contexts = try Contexts(derivation)
    let figure = try #require(derivation.figures.first { $0.name == "6a" })
    let plan = try FigurePlan(
      derivation, figure, &contexts, readings: [.derived, .printed, .slip([[3, 3]])])
    let values = plan.values(at: [9, 2])
    let readings: [StateReading] = [.derived, .slip([[3, 3]]), .printed]
    // The wrong sign of ρ₂₃ does nothing to it.
    for (reading, value) in zip(readings, [4.283, 3.163, 3.163]) {
      let output = try #require(plan.output(reading))
      #expect(abs(values[output] - value) < 5e-4)
    }
    let found = try consequence("27", #"\rho_{44}"#)
    #expect(
      quantities(found) == [
        #"$\mathcal{E}(\rho)$ of Fig. 6a"#, #"$\eta_{44}$ of (15)"#,
        #"$\mathcal{U}(\rho)$ of Fig. 6b"#,
      ])
    #expect(found.usedBy == ["13", "15"])
    let outcome = try Paper.outcome.get()
    #expect(Set(found.turns.map { outcome.claims[$0.claim].figure }) == ["6a", "6b"])
  }

  /// ρ₂₃ of (23): the populations η₂₂ and η₃₃ change, the ergotropy depends on |ρ₂₃|.
  @Test(arguments: [("23", ["5a", "5b"]), ("30", ["7a"])])
  func theCoherenceOfBosons(equation: String, figures: [String]) throws {
    let found = try consequence(equation, #"\rho_{23}"#)
    #expect(quantities(found) == [#"$\eta_{22}$ of (15)"#, #"$\eta_{33}$ of (15)"#])
    let names = ["a": #"$\mathcal{E}(\rho)$"#, "b": #"$\mathcal{U}(\rho)$"#]
    #expect(
      found.unchanged
        == figures.map { figure in
          "\(names[String(figure.suffix(1))] ?? "") of Fig. \(figure): proved, a coherence enters by "
            + "its absolute value at most"
        })
    #expect(found.turns.isEmpty)
    for change in found.changes {
      let wrong = try #require(change.wrong)
      #expect(abs(change.right - wrong) > 0.01)
    }
    // η₂₂ + η₃₃ does not depend on the coherence.
    let (right, wrong) = (found.changes.map(\.right), found.changes.compactMap(\.wrong))
    if found.changes[0].at == found.changes[1].at {
      #expect(abs(right[0] + right[1] - wrong[0] - wrong[1]) < 1e-9)
    }
  }

  @Test func slips() throws {
    let vector = try consequence("2", #"|\varepsilon_3\rangle"#)
    #expect(vector.severity == .slip)
    #expect(vector.changes.isEmpty && vector.turns.isEmpty)
    #expect(vector.usedBy == ["5", "16", "16+1", "17"])
    let fermions = try consequence("27", #"\rho_{23}"#)
    #expect(fermions.severity == .slip)
    #expect(
      fermions.unchanged.prefix(1) == [
        #"$\mathcal{E}(\rho)$ of Fig. 6a: proved, a coherence enters by its absolute value at most"#
      ])
  }

  /// A line without a number is no change of none.
  @Test func aLineThatGivesNoNumber() throws {
    let found = try consequence("33", #"\rho_{44}"#)
    #expect(found.severity == .number)
    #expect(found.changes.map(\.wrong) == [nil])
  }

  /// The abstract says of fermions what Sec. III B denies.
  @Test func conflicts() throws {
    let outcome = try Paper.outcome.get()
    #expect(outcome.conflicts.map(\.figure).contains("4a"))
    let found = try #require(outcome.conflicts.first { $0.figure == "4a" })
    #expect(
      found.statement
        == #"'$\mathcal{E}(\rho)$ increases with $\mu$' (Abstract) and '$\mathcal{E}(\rho)$ decreases with $\mu$ from 0 to 5' (B. Ergotropy in equilibrium fermion reservoirs) cannot both be so"#
    )
  }

  /// Every witness is computed again, by the figures alone.
  @Test func witnessesAreThere() throws {
    let outcome = try Paper.outcome.get()
    let figures = try Derivation(bytes: Sample.shipped("hadipour-haseli-2024"), file: "paper.md")
      .figures(named: nil)
    for claim in outcome.claims {
      let figure = try #require(figures.first { $0.name == claim.figure })
      for judgement in claim.judgements where ["derived", "printed"].contains(judgement.reading) {
        #expect(judgement.verdict != .undecided)
        for spot in judgement.witness {
          let x = try #require(spot.at.last?.value)
          let i = try #require(figure.axes[0].values.firstIndex(of: x))
          var place = i
          var series = 0
          if figure.axes.count == 2 {
            let j = try #require(figure.axes[1].values.firstIndex(of: spot.at[0].value))
            place += j * figure.axes[0].values.count
          } else {
            let value = spot.at[0].value
            series = try #require(
              figure.series.firstIndex {
                Double($0.label.split(separator: " ").last ?? "") == value
              })
          }
          let data = figure.series[series]
          let value = judgement.reading == "derived" ? data.derived[place] : data.printed?[place]
          let drawn = try #require(value)
          #expect(abs(drawn - spot.value) < 1e-6)
        }
      }
    }
  }

  /// With every repair applied, what is left has no repair.
  @Test func theMendedPaper() throws {
    let before = try Paper.outcome.get().lines
    let repairs = before.filter { $0.verdict == .refuted && $0.equation != "18" }
      .compactMap(\.repairs.first)
    let after = try Paper.check(Sample.applying(repairs, to: try Paper.text.get()))
    #expect(after.consequences.allSatisfy { $0.equations == ["18"] })
    #expect(after.consequences.count == 1)
    // As derived from now on, but for the figures of Eq. 18.
    for claim in after.claims where !["3a", "3b", "4a", "4b"].contains(claim.figure) {
      #expect(claim.judgement("printed")?.verdict == claim.judgement("derived")?.verdict)
    }
  }
}
