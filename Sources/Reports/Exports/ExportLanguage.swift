import Derivations

/// What closed forms can be written in.
package enum ExportLanguage: String, CaseIterable, Hashable, Sendable {
  case latex, python, sympy, mathematica, julia, c, fortran, qutip

  /// The whole file.
  ///
  /// - Parameter version: of the program, for the head.
  package func render(_ forms: ClosedForms, version: String) -> String {
    let unit = ExportUnit(forms, dialect, version: version)
    return switch self {
    case .latex: LaTeXExport.render(unit)
    case .python: PythonExport.render(unit)
    case .sympy: SymPyExport.render(unit)
    case .mathematica: MathematicaExport.render(unit)
    case .julia: JuliaExport.render(unit)
    case .c: CExport.render(unit)
    case .fortran: FortranExport.render(unit)
    case .qutip: QuTiPExport.render(unit)
    }
  }

  var dialect: any ExportDialect {
    switch self {
    case .latex: LaTeXDialect()
    case .python, .qutip: PythonDialect()
    case .sympy: SymPyDialect()
    case .mathematica: MathematicaDialect()
    case .julia: JuliaDialect()
    case .c: CDialect()
    case .fortran: FortranDialect()
    }
  }
}
