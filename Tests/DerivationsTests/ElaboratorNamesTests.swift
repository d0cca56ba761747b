import LaTeXMath
import Testing

@testable import Derivations

@Suite struct ElaboratorNamesTests {
  private static let preamble =
    Sample.qubit + #"""
      ```rederive
      symbol x_1, x_2, x_1^+: real
      let \Delta T = a - T
      |v_i\rangle means eigenvector i of H, for i = 1, 2
      \rho means density operator
      ```

      """#

  // What the reader looks up, no more and no less; where nothing can be read, all that may be meant.
  @Test(arguments: [
    ("x + 2 a", ["x", "a"]), ("x_1^2", ["x_1"]), ("2 x_1^+", ["x_1^+"]), ("a^x", ["a", "x"]),
    (#"\Delta T b"#, [#"\Delta T"#, "b"]), (#"T N(\omega) x"#, ["T", "N()", #"\omega"#, "x"]),
    (#"\sum_{k=1}^{2} k x_k"#, ["x_1", "x_2"]), (#"\sum_{k=2}^{2} x_k"#, ["x_2"]),
    (#"\langle v_1|H|e\rangle"#, [#"|v_1\rangle"#, "H"]), (#"|g\rangle_1\langle e|"#, []),
    (#"\dot{\rho}"#, [#"\rho"#]), ("q + x", ["x"]),
    (#"x_1^2 + |v_1\rangle"#, ["x_1", #"|v_1\rangle"#]),
  ])
  func whatIsNamed(_ text: String, _ wanted: [String]) throws {
    let reader = try Sample.derivation(Self.preamble).base.elaborator(at: 100, in: [1])
    let named = reader.declarations(namedIn: try Sample.formula(text))
    #expect(Set(named.map { reader.notation.declarations[$0].key }) == Set(wanted))
  }

  // Where nothing is replaced a formula stays as it is, byte for byte.
  @Test func nothingToReplace() throws {
    let derivation = try Derivation(
      bytes: try Sample.shipped("hadipour-haseli-2024"), file: "hadipour-haseli-2024.md")
    var count = 0
    for line in derivation.lines {
      let reader = derivation.base.elaborator(at: line.position, in: line.section)
      for formula in [line.left, line.right].compactMap({ $0 }) {
        let same = reader.replacingNames(in: formula) { _, _ in nil }
        #expect(same == formula)
        count += 1
      }
    }
    #expect(count > 200)
  }

  // A name is replaced where the reader looks it up, in every printed line of a paper.
  @Test func whatIsNamedIsReplaced() throws {
    let derivation = try Derivation(
      bytes: try Sample.shipped("hadipour-haseli-2024"), file: "hadipour-haseli-2024.md")
    var count = 0
    for line in derivation.lines where line.problem == nil {
      let reader = derivation.base.elaborator(at: line.position, in: line.section)
      guard let formula = line.right, Self.canBeRead(formula, reader) else { continue }
      var replaced = Set<String>()
      _ = reader.replacingNames(in: formula) { key, _ in
        if reader.isDeclared(key) { replaced.insert(key) }
        return nil
      }
      let named = Set(
        reader.declarations(namedIn: formula).map { reader.notation.declarations[$0].key })
      // Functions are no names that anything else can stand for.
      #expect(replaced == named.filter { !$0.hasSuffix("()") }, "\(line.equation) \(line.subject)")
      count += 1
    }
    #expect(count > 90)
  }

  private static func canBeRead(_ formula: Formula, _ reader: Elaborator) -> Bool {
    var reader = reader
    return (try? reader.elaborate(formula)) != nil
  }
}
