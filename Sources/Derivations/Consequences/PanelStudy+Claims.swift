import ExactAlgebra

/// What a claim may be about.
extension PanelStudy {
  /// A claim must be about what its figure is drawn over.
  func check(_ claim: ClaimDeclaration, _ plan: FigurePlan) throws(FileError) {
    var subjects: [PlacedFormula] = claim.curves.map { [$0.subject] } ?? []
    switch claim.predicate {
    case .course(_, let subject, _): subjects.append(subject)
    case .extremum(_, let place): subjects += place.map(\.subject)
    case .sign: break
    }
    for subject in subjects where plan.input(of: subject) == nil {
      throw FileError([
        derivation.base.document.source.diagnostic(
          "unknown-axis", "figure \(claim.figure) is not drawn over '\(subject.latex)'",
          help: "it is drawn over \(plan.symbols.joined(separator: ", "))", at: claim.range)
      ])
    }
    if let curves = claim.curves {
      for value in curves.values { try check(curves.subject, value.value, value.text, claim, plan) }
    }
    switch claim.predicate {
    case .course(_, let subject, let range?):
      for end in [range.from, range.to] { try check(subject, end, "\(end)", claim, plan) }
    case .extremum(_, let place):
      for value in place { try check(value.subject, value.value, value.text, claim, plan) }
    case .course, .sign: break
    }
  }

  /// A value that a claim names must be drawn: on an axis, or as a curve.
  private func check(
    _ subject: PlacedFormula, _ value: Rational, _ text: String, _ claim: ClaimDeclaration,
    _ plan: FigurePlan
  ) throws(FileError) {
    guard let input = plan.input(of: subject) else { return }
    let name = subject.latex
    let axis = plan.figure.axes.first {
      $0.subject.formula.parameterName == subject.formula.parameterName
    }
    if let axis, value < axis.from || value > axis.to {
      throw FileError([
        derivation.base.document.source.diagnostic(
          "outside-axis", "figure \(claim.figure) is not drawn at \(name) = \(text)",
          help: "it is drawn from \(axis.from) to \(axis.to)", at: claim.range)
      ])
    }
    if axis == nil, !plan.grid[input].contains(value.doubleValue) {
      throw FileError([
        derivation.base.document.source.diagnostic(
          "unknown-curve", "figure \(claim.figure) has no curve \(name) = \(text)",
          help: "add it to the figure's ', for \(name) = …'", at: claim.range)
      ])
    }
  }
}
