import Derivations

/// A whole file to be written: routines with their identifiers, and what is said of them in words.
struct ExportUnit {
  /// One closed form.
  struct Entry {
    var form: ClosedForm
    /// `eq27`, unique in the file.
    var suffix: String
    /// The identifier of every parameter.
    var parameters: [String]
    var routines: [ExportRoutine]
    /// The whole form's names are taken in it.
    var scope: ExportScope
  }

  let forms: ClosedForms
  let dialect: any ExportDialect
  let version: String
  let entries: [Entry]

  init(_ forms: ClosedForms, _ dialect: any ExportDialect, version: String) {
    self.forms = forms
    self.dialect = dialect
    self.version = version
    var files = ExportScope(dialect)
    var entries: [Entry] = []
    for form in forms.forms {
      let suffix = files.unique(Self.suffix(form, among: forms.forms, dialect))
      var scope = ExportScope(dialect)
      let parameters = form.parameters.map { scope.add($0.latex) }
      func routine(_ kind: ExportRoutine.Kind, _ word: String, _ rows: [[Int]]) -> ExportRoutine {
        ExportRoutine(
          kind, Self.join(word, suffix, dialect), form, rows, parameters: parameters, scope,
          inlinesShared: dialect is LaTeXDialect && !form.isDerived)
      }
      var routines = [routine(.steadyState, "steady_state", form.elements)]
      routines.append(routine(.hamiltonian, "hamiltonian", form.model.hamiltonian))
      if form.model.isEigenbasis {
        let n = form.model.labels.count
        // Columns are the vectors.
        let columns = (0..<n).map { i in (0..<n).map { form.model.eigenvectors[$0][i] } }
        routines.append(routine(.eigenvectors, "eigenvectors", columns))
      }
      entries.append(
        Entry(
          form: form, suffix: suffix, parameters: parameters, routines: routines, scope: scope))
    }
    self.entries = entries
  }

  func writer(_ entry: Entry, _ routine: ExportRoutine) -> FormulaWriter {
    FormulaWriter(form: entry.form, dialect: dialect, variables: routine.variables)
  }

  private static func join(
    _ word: String, _ suffix: String, _ dialect: any ExportDialect
  ) -> String {
    dialect.identifier(word + "_" + suffix)
  }

  /// `eq27`, or `eq18_boson` where one equation gives several forms.
  private static func suffix(
    _ form: ClosedForm, among all: [ClosedForm], _ dialect: any ExportDialect
  ) -> String {
    guard let first = form.equations.first else { return "derived" }
    let shared = all.filter { $0.equations.first == first }.count > 1
    let kinds = shared ? form.given.filter { $0 == "boson" || $0 == "fermion" } : []
    let number = first.replacing("+", with: "_").replacing(".", with: "_")
    return dialect.identifier((["eq" + number] + kinds.suffix(1)).joined(separator: "_"))
  }
}
