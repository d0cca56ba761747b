import Foundation
import LaTeXMath
import Testing

@testable import Derivations

/// One printed line with the catalogue of slips at its place.
struct SlipBench {
  let derivation: Derivation
  let line: PrintedLine
  let right: Formula
  let catalogue: SlipCatalogue

  init(_ derivation: Derivation, _ line: PrintedLine) throws {
    self.derivation = derivation
    self.line = line
    right = try #require(line.right)
    catalogue = SlipCatalogue(
      derivation.base, at: line.position, in: line.section,
      excluding: line.left.declarationKey?.key, source: derivation.base.document.source)
  }

  /// The last line of some displays after a preamble.
  init(_ displays: String, after preamble: String = Sample.qubit) throws {
    let derivation = try Sample.derivation(preamble + displays)
    try self.init(derivation, try #require(derivation.lines.last))
  }

  /// A right side, printed after `a = `.
  static func right(_ latex: String, after preamble: String = Sample.qubit) throws -> SlipBench {
    try SlipBench("$$ a = \(latex) $$", after: preamble)
  }

  /// What names at the line's place are.
  var reader: Elaborator { derivation.base.elaborator(at: line.position, in: line.section) }

  /// The right side in the source with edits made.
  func text(_ changes: [TextEdit]) -> String {
    let start = right.range.lowerBound
    let local = changes.map {
      TextEdit(
        range: $0.range.lowerBound - start..<$0.range.upperBound - start,
        replacement: $0.replacement)
    }
    return TextEdit.apply(local, to: derivation.base.document.source.text(right.range))
  }

  var variants: [SlipEdit] { catalogue.variants(of: right, in: .side) }

  /// What undoing a slip of one kind makes of the right side, in the order of the catalogue.
  func texts(_ slip: Slip, cost: Int? = nil) -> [String] {
    variants.filter { $0.slip == slip && (cost == nil || $0.cost == cost) }
      .map { text($0.changes) }
  }

  /// Values of formulas at a point where the right side has one.
  func residues(_ contexts: inout Contexts) throws -> FormulaResidues? {
    var (key, context) = try contexts.context(at: line.position, in: line.section)
    // The equations are derived once.
    if !derivation.base.model.baths.isEmpty || !derivation.base.model.jumps.isEmpty {
      _ = try? context.equations()
      contexts.store(context, key)
    }
    for seed in UInt64(1)...16 {
      var residues = FormulaResidues(context, at: line.position, in: line.section, seed: seed)
      if residues.value(of: right) != nil { return residues }
    }
    return nil
  }

  func residues() throws -> FormulaResidues? {
    var contexts = try Contexts(derivation)
    return try residues(&contexts)
  }

  /// The right side in its display with edits made, read again.
  func reread(_ changes: [TextEdit]) throws -> (formula: Formula, latex: String)? {
    let checker = LineChecker(derivation: derivation, contexts: try Contexts(derivation))
    return checker.read(line, try #require(line.place), changes)
  }
}

extension Sample {
  /// A file with the changes of some repairs made; what several lines share is changed once.
  static func applying(_ repairs: [Repair], to text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var starts: [Int] = []
    var offset = 0
    for line in lines {
      starts.append(offset)
      offset += line.utf8.count + 1
    }
    func place(_ line: Int, _ column: Int) -> Int {
      starts[line - 1] + lines[line - 1].prefix(column - 1).utf8.count
    }
    var seen = Set<Repair.Change>()
    let changes = repairs.flatMap(\.changes).filter { seen.insert($0).inserted }
    let edits = changes.map { change in
      TextEdit(
        range: place(
          change.location.line, change.location.column)..<place(
            change.location.endLine, change.location.endColumn),
        replacement: change.replacement)
    }
    return TextEdit.apply(edits, to: text)
  }
}
