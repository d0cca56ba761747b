import LaTeXMath
import Testing

@testable import Derivations

@Suite struct FormulaKeysTests {
  // Where a name ends only declarations say, so that all that a name can be is told; the x of x_1 is none.
  @Test(arguments: [
    ("x", ["x"]), ("x_1", ["x_1"]), ("x^2", ["x^2", "x"]), ("x_1^2", ["x_1^2", "x_1"]),
    ("x_1^n", ["x_1^n", "x_1", "n"]), (#"\frac{x_1^*}{y}"#, ["x_1^*", "x_1", "y"]),
    (#"(x_1 + y)^2"#, ["x_1", "y"]), (#"|\rho_{12}|^2"#, [#"\rho_{12}"#]),
    (#"2 \Delta T"#, [#"\Delta"#, "T", #"\Delta T"#]),
    (#"2 N(\omega)"#, ["N", "N()", #"\omega"#]), (#"N(\omega) x"#, ["N", "N()", #"\omega"#, "x"]),
    (#"[H, \rho]"#, ["H", #"\rho"#]), (#"H [a, b]"#, ["H", "a", "b"]),
    (#"|v_1\rangle"#, [#"|v_1\rangle"#]), (#"\langle v_1|"#, [#"|v_1\rangle"#]),
    (#"\langle v_1|e\rangle"#, [#"|v_1\rangle"#, #"|e\rangle"#]),
    (#"\langle v_1|X|e\rangle"#, [#"|v_1\rangle"#, #"|e\rangle"#, "X"]),
    (#"\sqrt{x} \sin y"#, ["x", "y"]), (#"\sum_i x_i^2"#, ["x_i^2", "x_i"]),
  ])
  func whatMayBeLookedUp(_ text: String, _ wanted: [String]) throws {
    #expect(try Sample.formula(text).keys == Set(wanted))
  }
}
