import ExactAlgebra
import LaTeXMath
import NumericEvaluation
import Testing

@testable import Derivations

@Suite struct SettingsTests {
  /// The symbols' values, by name.
  private func solved(
    _ settings: [(String, Double)], given: [String] = []
  ) throws -> [String: Double] {
    let restrictions = given.map { "given \($0)" }
    let text: String = FigureSample.text(
      [#"let \bar{a} = (a + b)/2"#, #"let \Delta a = b - a"#] + restrictions)
    let derivation = try Derivation(bytes: Array(text.utf8), file: "test.md")
    let end = derivation.base.document.items.count
    let section = derivation.base.document.items[end - 1].section
    let inForce = derivation.restrictions(at: end, in: section)
    var contexts = try Contexts(derivation)
    let (_, context) = try contexts.context(at: end, in: section)
    let subjects = settings.compactMap { name, _ in
      (try? LaTeXReader.formula(in: name)).map {
        PlacedFormula(formula: $0, latex: name, position: end, section: section)
      }
    }
    let found = try Settings(subjects, restrictions: inForce, in: context)
      .values(settings.map { Complex($0.1) }, like: Complex(0))
    return found.mapValues(\.re)
  }

  // (a + b)/2 = 3 and b − a = 4 are a = 1 and b = 5.
  @Test func meanAndDifference() throws {
    #expect(try solved([(#"\bar{a}"#, 3), (#"\Delta a"#, 4)]) == ["a": 1, "b": 5])
    #expect(try solved([("a", 1), (#"\Delta a"#, 4)]) == ["a": 1, "b": 5])
    #expect(try solved([("2a + 1", 4)]) == ["a": 1.5])
  }

  @Test func whatIsLeftOpenHasNoValue() throws {
    #expect(try solved([(#"\bar{a}"#, 3)]) == [:])
    #expect(try solved([(#"\bar{a}"#, 3), ("c", 2)]) == ["c": 2])
    #expect(try solved([]) == [:])
  }

  @Test func restrictionsTakePart() throws {
    #expect(try solved([("a", 2)], given: ["a = b = c"]) == ["a": 2, "b": 2, "c": 2])
    #expect(try solved([("a", 2)], given: ["b = 3a - 1"]) == ["a": 2, "b": 5])
    #expect(try solved([(#"\Delta a"#, 1)], given: ["b = 2a"]) == ["a": 1, "b": 2])
    #expect(try solved([], given: ["c = 7"]) == ["c": 7])
  }

  @Test(
    arguments: [
      (
        [("a", 1.0), ("b", 2), (#"\Delta a"#, 1)], [],
        #"contradictory-values 'a' and 'b' and '\Delta a' cannot be set here: the others and the restrictions in force fix them"#
      ),
      (
        [("a", 1), ("b", 2)], ["a = b"],
        "contradictory-values 'a' and 'b' cannot be set here: the others and the restrictions in force fix them"
      ),
      (
        [("b", 2)], ["b = 1"],
        "contradictory-values 'b' cannot be set here: the others and the restrictions in force fix it"
      ),
      (
        [(#"\Delta a"#, 2)], ["a = b"],
        #"contradictory-values '\Delta a' cannot be set here: the others and the restrictions in force fix it"#
      ),
      ([("a b", 2)], [], "not-linear 'a b' is not linear in the file's symbols"),
      ([("3", 3)], [], "not-linear '3' is not linear in the file's symbols"),
    ] as [([(String, Double)], [String], String)])
  func overdetermined(settings: [(String, Double)], given: [String], message: String) {
    let found = FigureSample.messages { _ = try solved(settings, given: given) }
    #expect(found.map { $0.prefix { $0 != "|" } } == ["\(message) "])
  }
}
