import Checking
import ExactAlgebra
import Foundation
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// A derivation file, read: the paper's printed equations and the statement of its model.
///
/// ```swift
/// let derivation = try Derivation(bytes: bytes, file: "derivations/paper.md")
/// let outcome = try derivation.check { _ in }
/// ```
public struct Derivation: Sendable {
  /// The file's name without folder and extension.
  public let name: String
  /// The document's first heading.
  public let title: String
  /// How many threads a check is divided among; its outcome is the same for any number of them.
  public var threads = ProcessInfo.processInfo.activeProcessorCount
  private(set) var base: Context.Base
  let lines: [PrintedLine]
  let restrictions: [Scoped]
  let figures: [FigureDeclaration]
  let claims: [ClaimDeclaration]

  /// States of the whole system.
  private static let largestDimension = 64

  /// Reads a derivation file; nothing is evaluated yet.
  ///
  /// - Parameters:
  ///   - bytes: the file's contents.
  ///   - file: its path as the user gave it, for messages.
  /// - Throws: ``FileError`` with every diagnostic found.
  public init(bytes: [UInt8], file: String) throws(FileError) {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    name = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
    let document = try Document(try SourceText(bytes: bytes, file: file))
    title = document.title.isEmpty ? name : document.title
    let builder = try NotationBuilder(document)
    guard !builder.model.subsystems.isEmpty else {
      throw FileError([
        document.source.diagnostic(
          "no-levels", "no subsystem is declared",
          help: "declare the levels, for example 'qubit 1: e g'", at: 0..<0)
      ])
    }
    let states = builder.model.subsystems.reduce(1) { min($0 * $1.levels.count, 1 << 20) }
    guard states <= Self.largestDimension else {
      throw FileError([
        document.source.diagnostic(
          "too-many-levels",
          "the subsystems have more than \(Self.largestDimension) states together",
          help: "a derivation is exact: take the smallest system that shows the effect", at: 0..<0)
      ])
    }
    let reader = try LineReader(builder)
    let space = HilbertSpace(builder.model.subsystems)
    base = Context.Base(
      document: document, notation: reader.notation, model: builder.model, space: space)
    lines = reader.lines
    base.printedEigenvectors = lines.compactMap { line in
      guard line.problem == nil, let right = line.right, let (key, _) = line.left.declarationKey,
        let index = reader.notation.lookup(key, at: line.position, in: line.section),
        case .meaning(.eigenvector(let i), _) = reader.notation.declarations[index].kind
      else { return nil }
      return PrintedEigenvector(
        number: i - 1, formula: right, position: line.position, section: line.section)
    }
    restrictions = builder.restrictions
    figures = builder.figures
    claims = builder.claims
  }

  /// The restrictions in force at a place.
  func restrictions(at position: Int, in section: Document.Section) -> [Scoped] {
    restrictions.inForce(at: position, in: section)
  }

  /// Checks every printed line against the model.
  ///
  /// - Parameter progress: called with a few words before each display.
  /// - Throws: ``FileError`` if the model cannot be built as it is declared.
  public func check(progress: (String) -> Void) throws(FileError) -> Outcome {
    var (outcome, contexts) = try checkedLines(progress: progress)
    let study = try FigureStudy(self, contexts, outcome, progress: progress)
    outcome.claims = study.claims
    outcome.conflicts = study.conflicts
    outcome.consequences = study.consequences
    return outcome
  }

  /// Checks every printed line, without figures and claims.
  ///
  /// - Parameter progress: called with a few words before each display.
  /// - Throws: ``FileError`` if the model cannot be built as it is declared.
  public func checkLines(progress: (String) -> Void) throws(FileError) -> Outcome {
    try checkedLines(progress: progress).outcome
  }

  /// The verdicts alone: no repairs, and nothing of what lines have in common.
  func verdicts(progress: (String) -> Void) throws(FileError) -> Outcome {
    try checkedLines(seeksRepairs: false, progress: progress).outcome
  }

  private func checkedLines(
    seeksRepairs: Bool = true, progress: (String) -> Void
  ) throws(FileError) -> (outcome: Outcome, contexts: Contexts) {
    var contexts = try Contexts(self)
    try contexts.validateModel()
    var checker = LineChecker(derivation: self, contexts: contexts)
    checker.seeksRepairs = seeksRepairs
    var outcomes = try checker.checkLines(progress: progress)
    var findings: [Finding] = []
    if seeksRepairs {
      try checker.mendDefinitions(&outcomes)
      findings = try checker.findings(&outcomes)
    }
    contexts = checker.contexts
    let outcome = Outcome(
      derivation: name, title: title, lines: outcomes,
      assumptions: try contexts.assumptions(), diagnostics: checker.diagnostics,
      findings: findings)
    return (outcome, contexts)
  }
}
