import Derivations

/// What is said of the forms, in words.
extension ExportUnit {
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

  /// Where each element is from: printed and proved, corrected, or derived.
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
