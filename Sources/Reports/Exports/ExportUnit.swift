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
          inlinesShared: dialect is LaTeXDialect)
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

  // MARK: Words

  /// What stands at the head of the file, a line each.
  var head: [String] {
    var lines = [
      forms.title, "",
      "Steady states in closed form, from the derivation \(forms.derivation) by rederive\(version.isEmpty ? "" : " " + version).",
      "",
      "Units: hbar = 1 and k_B = 1. Matrix elements: rho_ij = <i|rho|j>, rows and columns in the "
        + "order of the basis that is named with each function.",
      "Product basis: \(entries.first.map { kets($0.form.model.labels) } ?? "").",
    ]
    if !forms.assumptions.isEmpty {
      let names = ["born": "Born", "markov": "Markov"]
      let words = forms.assumptions.map { names[$0] ?? $0 }
      lines.append("It rests on: \(words.joined(separator: ", ")).")
    }
    for omission in forms.omissions {
      lines.append(
        "Not exported\(given(omission.given, " given ")): \(omission.reason).")
    }
    return lines
  }

  /// What one routine is.
  func summary(_ entry: Entry, _ routine: ExportRoutine) -> [String] {
    let form = entry.form
    let place = form.equations.isEmpty ? "" : " of \(Self.equations(form.equations))"
    switch routine.kind {
    case .steadyState:
      var lines = [
        "The density matrix of the steady state\(place)\(given(form.given, ", given "))."
      ]
      lines.append("Basis: \(form.basis.map { "$\($0)$" }.joined(separator: ", ")).")
      if form.model.isEigenbasis {
        let name = entry.routines.first { $0.kind == .eigenvectors }?.name ?? ""
        lines.append("These are the eigenvectors of the Hamiltonian, the columns of \(name).")
      }
      if !form.conditions.isEmpty {
        lines.append("Valid where \(form.conditions.joined(separator: ", ")).")
      }
      return lines + origins(form)
    case .hamiltonian:
      return ["The Hamiltonian in the product basis\(given(form.given, ", given "))."]
    case .eigenvectors:
      return [
        "The eigenvectors of the Hamiltonian as columns, in the product basis, "
          + "ascending in energy\(given(form.given, ", given "))."
      ]
    }
  }

  /// What each parameter is: identifier, meaning, domain.
  func describe(_ entry: Entry, _ number: Int) -> (name: String, says: String) {
    let parameter = entry.form.parameters[number]
    return (
      entry.parameters[number],
      "$\(parameter.latex)$: \(parameter.meaning), \(Self.words(parameter.domain))"
    )
  }

  /// `rho_44: Eq. (27), corrected`.
  private func origins(_ form: ClosedForm) -> [String] {
    var lines: [String] = []
    for source in form.sources {
      let name = "$\(source.latex)$"
      switch source.origin {
      case .printed(let equation): lines.append("\(name): as printed in Eq. (\(equation)), proved.")
      case .repaired(let equation, let slip, let printed):
        lines.append(
          "\(name): Eq. (\(equation)) corrected and proved; printed was $\(printed)$ (\(slip)).")
      case .derived(let equation):
        lines.append(
          "\(name): derived"
            + (equation.map { "; what Eq. (\($0)) prints does not follow." } ?? "."))
      case .trace: lines.append("\(name): from tr rho = 1.")
      case .zero: break
      }
    }
    lines.append("Elements not named vanish, or are conjugates of these.")
    return lines
  }

  private func given(_ restrictions: [String], _ before: String) -> String {
    restrictions.isEmpty
      ? ""
      : before
        + restrictions.map { $0.contains("=") || $0.contains("\\") ? "$\($0)$" : $0 }
        .joined(separator: ", ")
  }

  func kets(_ labels: [String]) -> String { labels.map { "|\($0)>" }.joined(separator: ", ") }

  private static func equations(_ numbers: [String]) -> String {
    (numbers.count == 1 ? "Eq. " : "Eqs. ") + numbers.map { "(\($0))" }.joined(separator: ", ")
  }

  static func words(_ domain: ClosedForm.Domain) -> String {
    switch domain {
    case .positive: "positive"
    case .nonnegative: "not negative"
    case .real: "real"
    case .complex: "complex"
    case .interval(let low, let high): "from \(low) to \(high)"
    }
  }
}

/// Comments and lines of code.
enum ExportText {
  /// Words in lines of comment, each behind `mark`; what would end the comment is taken apart.
  static func comment(
    _ lines: [String], _ mark: String, breaking ends: [(String, String)] = [], width: Int = 96
  ) -> [String] {
    lines.flatMap { line -> [String] in
      var text = TextLayout.oneLine(line)
      for (end, instead) in ends {
        // What is put in its place may make another one.
        while text.contains(end) { text = text.replacing(end, with: instead) }
      }
      if text.isEmpty { return [trimmed(mark)] }
      return TextLayout.wrapped(text, width: width - mark.count).map { mark + $0 }
    }
  }

  private static func trimmed(_ mark: String) -> String {
    var mark = mark
    while mark.last == " " { mark.removeLast() }
    return mark
  }

  /// Code in lines of at most `width` characters where it can be broken behind an operator or a comma.
  static func broken(
    _ code: String, indent: String, continued: String = "", width: Int = 96
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in code.split(separator: " ", omittingEmptySubsequences: false) {
      let start = lines.isEmpty ? indent : indent + "  "
      let isLong = start.count + line.count + 1 + word.count + continued.count > width
      if isLong, let last = line.last, "+-*/,=([{".contains(last) {
        lines.append(start + line + continued)
        line = String(word)
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    lines.append((lines.isEmpty ? indent : indent + "  ") + line)
    return lines
  }
}
