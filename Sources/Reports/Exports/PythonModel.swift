import Derivations

/// The model of a form as a Python dictionary, in the product basis.
struct PythonModel {
  let unit: ExportUnit
  let entry: ExportUnit.Entry
  /// Energies and eigenvectors too, for what cannot diagonalise by itself.
  let includesEigenbasis: Bool

  var name: String { "model_" + entry.suffix }

  /// The quantities in the order that they are written in.
  private var outputs: [Int] {
    let model = entry.form.model
    var steps = Array(model.hamiltonian.joined())
    if includesEigenbasis { steps += model.energies + Array(model.eigenvectors.joined()) }
    for bath in model.baths {
      steps += Array(bath.coupling.joined())
      steps += [bath.strength, bath.temperature, bath.chemicalPotential]
    }
    for jump in model.jumps { steps += Array(jump.matrix.joined()) + [jump.rate] }
    return steps
  }

  var routine: ExportRoutine {
    ExportRoutine(
      .hamiltonian, name, entry.form, [outputs], parameters: entry.parameters, entry.scope,
      inlinesShared: false)
  }

  /// The lines behind the head of the function.
  func body(_ routine: ExportRoutine) -> [String] {
    let writer = unit.writer(entry, routine)
    let model = entry.form.model
    func value(_ step: Int) -> String { writer.phrase(step).text }
    func matrix(_ rows: [[Int]]) -> String {
      "[" + rows.map { "[" + $0.map(value).joined(separator: ", ") + "]" }.joined(separator: ", ")
        + "]"
    }
    var lines = PythonExport.assignments(routine, writer)
    lines.append("    return {")
    func add(_ key: String, _ text: String, _ indent: String = "        ") {
      lines += ExportText.broken("\"\(key)\": \(text),", indent: indent)
    }
    add("hamiltonian", matrix(model.hamiltonian))
    if includesEigenbasis {
      add("energies", "[" + model.energies.map(value).joined(separator: ", ") + "]")
      let n = model.eigenvectors.count
      add("eigenvectors", matrix((0..<n).map { i in (0..<n).map { model.eigenvectors[$0][i] } }))
    }
    lines.append("        \"baths\": [")
    for bath in model.baths {
      lines.append("            {")
      let indent = "                "
      add("name", PythonExport.quoted(bath.name), indent)
      add("coupling", matrix(bath.coupling), indent)
      add("strength", value(bath.strength), indent)
      add("is_decay_rate", bath.isDecayRate ? "True" : "False", indent)
      add("temperature", value(bath.temperature), indent)
      add("potential", value(bath.chemicalPotential), indent)
      add("statistics", bath.isFermion ? "\"fermion\"" : "\"boson\"", indent)
      lines.append("            },")
    }
    lines += ["        ],", "        \"jumps\": ["]
    for jump in model.jumps {
      lines.append("            {")
      add("operator", matrix(jump.matrix), "                ")
      add("rate", value(jump.rate), "                ")
      lines.append("            },")
    }
    lines.append("        ],")
    add("is_secular", model.isSecular ? "True" : "False")
    // The product ket of each row of the state; None for the eigenbasis.
    let order = model.order.map(String.init).joined(separator: ", ")
    add("order", model.isEigenbasis ? "None" : "[\(order)]")
    return lines + ["    }"]
  }
}
