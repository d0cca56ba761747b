import LaTeXMath
import SymbolicAlgebra

// Verdicts that are taken back: what they rest on is open.
extension LineChecker {
  /// Equal energies leave their eigenvectors open: a printed one is right if it is an eigenvector, and
  /// what depends on others of them is not decided.
  func withoutBasis(
    _ line: PrintedLine, _ sides: LineSides, _ judgement: Judgement, _ context: inout Context
  ) -> Judgement {
    guard !context.openLevels.isEmpty,
      judgement.verdict == .refuted || judgement.verdict == .proved,
      meanings(in: line).contains(where: { $0.depends(onEigenvectorsOf: context.openLevels) })
    else { return judgement }
    let notation = derivation.base.notation
    if let (key, _) = line.left.declarationKey,
      let index = notation.lookup(key, at: line.position, in: line.section),
      case .eigenvector(let i)? = notation.declarations[index].meaning
    {
      guard context.isEigenvector(sides.printed, number: i - 1) else { return judgement }
      return Judgement(
        verdict: .proved, notes: ["one of several: its energy belongs to more than one state"])
    }
    return Judgement(
      verdict: .undecided, derived: judgement.derived,
      notes: [
        "energies are equal, so that their eigenvectors are not determined; print all of them, "
          + "orthonormal, to fix them"
      ])
  }

  /// An angle that is given by its cosine and sine is a number that these know and nothing here does: what has
  /// it outside of them is not refuted.
  func withoutAngles(
    _ sides: LineSides, _ judgement: Judgement, _ context: Context
  ) -> Judgement {
    let angles = context.givenAngles
    guard judgement.verdict == .refuted, !angles.isEmpty,
      !angles.isDisjoint(
        with: context.field.dependencies(of: (sides.printed + sides.derived).flatMap(\.variables)))
    else { return judgement }
    return Judgement(
      verdict: .undecided, derived: judgement.derived,
      notes: ["an angle by itself, beside its cosine and sine, is outside what is decided"])
  }

  /// What is given and assumed of temperatures and frequencies ties occupations and elements together. A
  /// root of them, chosen apart, may have a sign that it never has.
  func withoutTies(
    _ sides: LineSides, _ judgement: Judgement, _ context: Context
  ) -> Judgement {
    guard judgement.verdict == .refuted, context.areOccupationsRestricted,
      context.field.haveTiedRadicands(
        among: (sides.printed + sides.derived).flatMap(\.variables))
    else { return judgement }
    return Judgement(
      verdict: .undecided, derived: judgement.derived,
      notes: [
        "the sign of what is under a root depends on occupations, which what is given and assumed "
          + "ties together"
      ])
  }
}
