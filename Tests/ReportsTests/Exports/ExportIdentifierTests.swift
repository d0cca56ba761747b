import Testing

@testable import Reports

/// LaTeX names as identifiers.
@Suite struct ExportIdentifierTests {
  @Test(arguments: [
    (#"\omega_1"#, "omega_1"), ("T_h", "T_h"), ("N_1^+", "N_1_plus"), ("N_1^-", "N_1_minus"),
    (#"\mathcal{L}_+"#, "cal_L_plus"), (#"\bar{n}"#, "bar_n"), (#"\Delta T"#, "Delta_T"),
    (#"\rho_{eg}"#, "rho_eg"), ("x'", "x_prime"), ("2x", "x_2x"), ("", "x"),
    (#"\text{eff}"#, "eff"),
    ("é", "ue9"), ("a*/b", "a_star_b"), ("a\"\"\"b\nc", "a_b_c"),
  ])
  func snake(_ latex: String, _ expected: String) {
    #expect(ExportIdentifier.snake(latex) == expected)
  }

  @Test(arguments: [
    (#"\omega_1"#, "omega1"), ("T_h", "TH"), ("N_1^+", "N1Plus"),
    (#"\mathcal{L}_-"#, "calLMinus"), ("2x", "x2x"), ("", "x"),
  ])
  func camel(_ latex: String, _ expected: String) {
    #expect(ExportIdentifier.camel(latex) == expected)
  }

  // λ is a word of Python, N and Γ are the Wolfram Language's, and Fortran has one g for γ and Γ.
  @Test func reservedWordsGiveWay() {
    var python = ExportScope(PythonDialect())
    #expect(python.add(#"\lambda"#) == "lambda_")
    #expect(python.add(#"\lambda"#) == "lambda__2")
    var wolfram = ExportScope(MathematicaDialect())
    #expect(wolfram.add(#"\Gamma"#) == "GammaValue")
    #expect(wolfram.add("N") == "NValue")
    var fortran = ExportScope(FortranDialect())
    #expect(fortran.add("T") == "T")
    #expect(fortran.add("t") == "t_2")
    #expect(fortran.add(#"\gamma"#) == "gamma")
    #expect(fortran.add(#"\Gamma"#) == "Gamma_2")
    var c = ExportScope(CDialect())
    #expect(c.add("I") == "I_")
    #expect(c.add("J") == "J")
  }

  // Fortran reads 63 characters.
  @Test func longNamesAreCut() {
    var scope = ExportScope(FortranDialect())
    let long = String(repeating: "a", count: 200)
    let (first, second) = (scope.add(long), scope.add(long))
    #expect(first.count <= 63 && second.count <= 63 && first != second)
  }
}
