import ExactAlgebra
import Foundation
import LaTeXMath
import SymbolicAlgebra
import Testing

@testable import Derivations

/// No changed formula is called proved unless the change leaves its value alone.
@Suite struct MutationTests {
  /// One token of a right side replaced by another.
  private struct Mutant {
    var range: Range<Int>
    var replacement: String
  }

  private static let families: [[String]] = [
    [#"\sin"#, #"\cos"#], ["n_h", "n_c", "n_w"], [#"\gamma_c"#, #"\gamma_h"#, #"\gamma_w"#],
    [#"\Gamma_c"#, #"\Gamma_h"#, #"\Gamma_w"#], [#"\kappa_h"#, #"\kappa_c"#],
    ["T_h", "T_c", "T_w"],
    [#"\omega_c"#, #"\omega_w"#, #"\omega_h"#], [#"\mathcal{L}_+"#, #"\mathcal{L}_-"#],
    [#"\mathcal{M}_+"#, #"\mathcal{M}_-"#], ["L_+", "L_-"], ["M_+", "M_-"], ["s_1", "s_2"],
    ["z_1", "z_2"], [#"\gamma_1^+"#, #"\gamma_1^-"#], [#"\Gamma_1^-"#, #"\Gamma_1^+"#],
    [#"\sigma_-"#, #"\sigma_+"#], ["A_1", "B_1"], ["A_2", "B_2"], ["p_e", "p_g"],
    [#"\Omega"#, #"\Delta"#], [#"\varepsilon_1"#, #"\varepsilon_3"#],
  ]

  private static func mutants(of text: String, at offset: Int) -> [Mutant] {
    let bytes = Array(text.utf8)
    var result: [Mutant] = []
    var depth = 0
    for (index, byte) in bytes.enumerated() {
      let before = index > 0 ? bytes[index - 1] : 32
      // Signs of terms, not those in scripts.
      if before != UInt8(ascii: "_"), before != UInt8(ascii: "^") {
        let range = offset + index..<offset + index + 1
        if byte == UInt8(ascii: "+") { result.append(Mutant(range: range, replacement: "-")) }
        if byte == UInt8(ascii: "-") { result.append(Mutant(range: range, replacement: "+")) }
        if (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(byte) {
          result.append(
            Mutant(range: range, replacement: String(Int(byte) - 48 + 1)))
        }
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
    }
    for family in families {
      for (number, name) in family.enumerated() {
        var start = text.startIndex
        while let found = text.range(of: name, range: start..<text.endIndex) {
          start = found.upperBound
          if start < text.endIndex, text[start].isLetter { continue }
          let lower = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
          result.append(
            Mutant(
              range: offset + lower..<offset + lower + name.utf8.count,
              replacement: family[(number + 1) % family.count]))
        }
      }
    }
    return result
  }

  /// Whether two formulas have the same value at points chosen here, in double precision of exact
  /// values: every generator gets a number, relations of angles and roots kept; `nil` where one is not
  /// a scalar or operator with a value.
  private static func agree(
    _ a: Formula, _ b: Formula, _ line: PrintedLine, _ context: inout Context
  ) -> Bool? {
    var own = line
    own.right = a
    guard let first = try? context.sides(own, a), let second = try? context.sides(own, b),
      first.printed.count == second.printed.count
    else { return nil }
    var values: [Int: Scalar] = [:]
    for (index, generator) in context.field.generators.enumerated() {
      guard case .free = generator.kind else { continue }
      values[index] = Scalar(Rational(7 * index + 3, 5 * index + 11))
    }
    for (x, y) in zip(first.printed, second.printed) where !context.field.isZero(x - y) {
      return false
    }
    return true
  }

  /// Mutants of every `step`-th kind per line, checked in the model of the whole file.
  private func check(_ name: String, step: Int) throws {
    let bytes = try Sample.shipped(name)
    let derivation = try Derivation(bytes: bytes, file: "\(name).md")
    var contexts = try Contexts(derivation)
    try contexts.validateModel()
    var checker = LineChecker(derivation: derivation, contexts: contexts)
    var tried = 0
    var proved = 0
    for (number, line) in derivation.lines.enumerated() {
      guard line.problem == nil, let right = line.right, line.relation == .equal else { continue }
      guard try checker.check(line).verdict == .proved else { continue }
      let source = derivation.base.document.source
      let text = source.text(right.range)
      let mutants = Self.mutants(of: text, at: right.range.lowerBound)
      for mutant in mutants.enumerated().filter({ ($0.offset + number) % step == 0 }).map(\.element)
      {
        var changed = Array(source.bytes[right.range])
        let start = right.range.lowerBound
        changed.replaceSubrange(
          mutant.range.lowerBound - start..<mutant.range.upperBound - start,
          with: Array(mutant.replacement.utf8))
        let latex = String(decoding: changed, as: UTF8.self)
        guard let parsed = try? LaTeXReader.formula(in: latex) else { continue }
        var mutated = line
        // Of a family only the first member's letters are known here.
        let formula = parsed.shifted(by: start)
        if formula.hasAlternatingSign || right.name != nil { continue }
        mutated.right = formula
        tried += 1
        guard try checker.check(mutated).verdict == .proved else { continue }
        proved += 1
        // Proved: then the change must not change the value, in closed form.
        let (_, fresh) = try checker.contexts.context(at: line.position, in: line.section)
        var context = fresh
        let same = try Self.sameInClosedForm(right, formula, line, &context)
        #expect(same, "(\(line.equation)) \(line.subject): \(latex) is called proved")
      }
    }
    #expect(tried > 20)
    #expect(proved < tried / 4)
  }

  /// The two right sides at exact points where the state and the occupations are what the model makes
  /// of them: an independent evaluation by numbers.
  private static func sameInClosedForm(
    _ a: Formula, _ b: Formula, _ line: PrintedLine, _ context: inout Context
  ) throws -> Bool {
    if let same = agree(a, b, line, &context), same { return true }
    guard let first = try? context.sides(line, a), let second = try? context.sides(line, b) else {
      return false
    }
    for (x, y) in zip(first.printed, second.printed) {
      let difference = LineSides(
        printed: [x], derived: [y], labels: [""], strays: [],
        isAboutAnyState: first.isAboutAnyState)
      let closed = try context.closed(difference)
      guard context.field.isZero(closed.printed[0] - closed.derived[0]) else { return false }
    }
    return true
  }

  #if DEBUG
    private static let coarseness = 12
  #else
    private static let coarseness = 1
  #endif

  @Test(arguments: ["qubit-two-baths", "driven-atom", "absorption-refrigerator"])
  func smallFiles(_ name: String) throws {
    try check(name, step: max(1, Self.coarseness / 6))
  }

  @Test func thePaper() throws {
    try check("hadipour-haseli-2024", step: 4 * Self.coarseness)
  }
}
