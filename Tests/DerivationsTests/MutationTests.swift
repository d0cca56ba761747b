import Checking
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

  private static func mutants(of text: String) -> [Mutant] {
    let bytes = Array(text.utf8)
    var result: [Mutant] = []
    for (index, byte) in bytes.enumerated() {
      let before = index > 0 ? bytes[index - 1] : 32
      // Signs of terms, not those in scripts.
      if before != UInt8(ascii: "_"), before != UInt8(ascii: "^") {
        let range = index..<index + 1
        if byte == UInt8(ascii: "+") { result.append(Mutant(range: range, replacement: "-")) }
        if byte == UInt8(ascii: "-") { result.append(Mutant(range: range, replacement: "+")) }
        if (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(byte) {
          result.append(
            Mutant(range: range, replacement: String(Int(byte) - 48 + 1)))
        }
      }
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
              range: lower..<lower + name.utf8.count,
              replacement: family[(number + 1) % family.count]))
        }
      }
    }
    return result
  }

  /// Every `step`-th mutant of every proved line, checked in the model of the whole file.
  private func check(_ name: String, step: Int) throws {
    let derivation = try Derivation(bytes: try Sample.shipped(name), file: "\(name).md")
    var contexts = try Contexts(derivation)
    try contexts.validateModel()
    var checker = LineChecker(derivation: derivation, contexts: contexts)
    var tried = 0
    var proved = 0
    for (number, line) in derivation.lines.enumerated() {
      guard line.problem == nil, let right = line.right, line.relation == .equal else { continue }
      guard try checker.check(line).verdict == .proved else { continue }
      // The right side with signs and index letters filled in.
      let start = right.range.lowerBound
      let bytes = Array(line.printed.utf8)
      func reread(_ bytes: [UInt8]) -> Formula? {
        try? LaTeXReader.formula(in: String(decoding: bytes, as: UTF8.self)).shifted(by: start)
      }
      guard let original = reread(bytes) else {
        Issue.record("\(line.printed) cannot be read again")
        continue
      }
      let mutants = Self.mutants(of: line.printed)
      for (place, mutant) in mutants.enumerated() where (place + number) % step == 0 {
        var changed = bytes
        changed.replaceSubrange(mutant.range, with: Array(mutant.replacement.utf8))
        guard let formula = reread(changed) else { continue }
        var mutated = line
        mutated.right = formula
        tried += 1
        let verdict = try checker.check(mutated).verdict
        guard verdict == .proved else { continue }
        proved += 1
        let (_, fresh) = try checker.contexts.context(at: line.position, in: line.section)
        var context = fresh
        #expect(
          try Self.agree(original, formula, line, &context),
          "(\(line.equation)) \(line.subject): \(String(decoding: changed, as: UTF8.self))")
      }
    }
    #expect(tried > 5)
    #expect(proved < tried / 4)
  }

  /// Whether two right sides have the same values at exact points in general position, the state there
  /// solved from its equations with numbers put in; the closed form where there is no such point.
  private static func agree(
    _ a: Formula, _ b: Formula, _ line: PrintedLine, _ context: inout Context
  ) throws -> Bool {
    let first = try context.sides(line, a)
    let second = try context.sides(line, b)
    let comparison = Comparison(printed: first.printed, derived: second.printed)
    if comparison.isIdentity(in: context.field) { return true }
    let any = Set(context.anyCache?.unknowns.map(\.generator) ?? [])
    guard any.isDisjoint(with: (comparison.printed + comparison.derived).flatMap(\.variables)),
      !context.isThermal(Set(comparison.printed.flatMap(\.variables)))
    else { return try isSameClosed(first, second, &context) }
    var completion = Completion.steadyState(try context.equations())
    let used = Set((comparison.printed + comparison.derived).flatMap(\.variables))
    let thermal = try context.thermalValues(for: used)
    if !thermal.isEmpty { completion = Completion.thermal(thermal).then(completion) }
    if let same = comparison.agreesAtScatteredPoints(in: context.field, completion: completion) {
      return same
    }
    return try isSameClosed(first, second, &context)
  }

  private static func isSameClosed(
    _ first: LineSides, _ second: LineSides, _ context: inout Context
  ) throws -> Bool {
    let both = LineSides(
      printed: first.printed, derived: second.printed, labels: first.labels, strays: [])
    return try context.closed(both).isIdentity(in: context.field)
  }

  #if DEBUG
    private static let coarseness = 12
  #else
    private static let coarseness = 1
  #endif

  @Test(arguments: ["qubit-two-baths", "driven-atom", "absorption-refrigerator"])
  func smallFiles(_ name: String) throws {
    try check(name, step: Self.coarseness)
  }

  @Test func thePaper() throws {
    try check("hadipour-haseli-2024", step: 3 * Self.coarseness)
  }
}
