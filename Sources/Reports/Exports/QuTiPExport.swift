/// A module that builds the master equation again with QuTiP, beside the closed forms.
enum QuTiPExport {
  static func render(_ unit: ExportUnit) -> String {
    var lines = PythonExport.docstring(
      unit.head + [
        "",
        "For each form, compare_… gives the density matrix in the product basis twice: from the "
          + "closed form, and as the steady state of the Liouvillian that QuTiP builds from the "
          + "Hamiltonian, the couplings and the reservoirs alone.",
      ], indent: "")
    lines += ["", "import numpy as np", "import qutip", ""]
    lines += PythonExport.about(unit)
    lines += ["", "", runtime]
    for entry in unit.entries {
      for routine in entry.routines { lines += PythonExport.function(unit, entry, routine) }
      lines += functions(unit, entry)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func functions(_ unit: ExportUnit, _ entry: ExportUnit.Entry) -> [String] {
    let model = PythonModel(unit: unit, entry: entry, includesEigenbasis: false)
    let routine = model.routine
    let own = routine.parameters.map { entry.parameters[$0] }.joined(separator: ", ")
    var lines = ["", ""] + ExportText.broken("def \(model.name)(\(own)):", indent: "")
    lines += PythonExport.docstring(
      ["The Hamiltonian, reservoirs and jumps, in the product basis."], indent: "    ")
    lines += model.body(routine)
    let steady = entry.routines[0]
    let vectors = entry.routines.first { $0.kind == .eigenvectors }
    let all = Set(steady.parameters + routine.parameters + (vectors?.parameters ?? [])).sorted()
      .map { entry.parameters[$0] }.joined(separator: ", ")
    func call(_ routine: ExportRoutine) -> String {
      "\(routine.name)(\(routine.parameters.map { entry.parameters[$0] }.joined(separator: ", ")))"
    }
    lines += ["", ""]
    lines += ExportText.broken("def compare_\(entry.suffix)(\(all)):", indent: "")
    lines += PythonExport.docstring(
      ["The state in the product basis: in closed form, and by QuTiP."], indent: "    ")
    lines += ExportText.broken("rho = \(call(steady))", indent: "    ")
    if let vectors {
      lines += ExportText.broken("vectors = \(call(vectors))", indent: "    ")
      lines.append("    closed = vectors @ rho @ vectors.conj().T")
    } else {
      let order = entry.form.model.order.map(String.init).joined(separator: ", ")
      lines += [
        "    closed = np.zeros_like(rho)", "    closed[np.ix_([\(order)], [\(order)])] = rho",
      ]
    }
    lines += ExportText.broken("model = \(call(routine))", indent: "    ")
    return lines + ["    return qutip.Qobj(closed), steady_state(model)"]
  }

  private static let runtime = """
    def occupation(bath, frequency):
        \"""1/(e^x - 1) for bosons, 1/(e^x + 1) for fermions.\"""
        x = (frequency - bath["potential"]) / bath["temperature"]
        return 1 / np.expm1(x) if bath["statistics"] == "boson" else 1 / (np.exp(x) + 1)


    def channels(bath, energies, vectors):
        \"""Jump operators in the eigenbasis with the rates of their elements.\"""
        coupling = np.array(bath["coupling"], dtype=complex)
        x = vectors.conj().T @ coupling @ vectors
        x[abs(x) < 1e-13 * abs(x).max()] = 0
        n = len(energies)
        weight = bath["strength"] * (0.5 if bath["is_decay_rate"] else 1.0)
        up, down = np.zeros((n, n)), np.zeros((n, n))
        is_hermitian = np.allclose(coupling, coupling.conj().T)
        for a, b in zip(*np.nonzero(x)):
            frequency = energies[b] - energies[a]
            if is_hermitian:
                frequency = abs(frequency)
            filled = occupation(bath, frequency)
            up[a, b] = weight * filled
            down[a, b] = weight * (1 + filled if bath["statistics"] == "boson" else 1 - filled)
        if is_hermitian:
            is_emission = np.less.outer(energies, energies)
            return [(x, np.where(is_emission, down, up))]
        return [(x, down), (x.conj().T, up.T)]


    def parts(x, energies, is_secular):
        \"""The pieces between which there is interference.\"""
        if not is_secular:
            return [np.ones(x.shape)]
        frequency = np.subtract.outer(energies, energies)
        scale = 1e-9 * max(1e-300, abs(frequency).max())
        found = []
        for a, b in zip(*np.nonzero(x)):
            mask = (abs(frequency - frequency[a, b]) < scale).astype(float)
            if not any((mask == other).all() for other in found):
                found.append(mask)
        return found


    def liouvillian(model):
        \"""Born-Markov, without Lamb shift, as a QuTiP superoperator in the product basis.\"""
        h = np.array(model["hamiltonian"], dtype=complex)
        jumps = [np.sqrt(j["rate"]) * qutip.Qobj(np.array(j["operator"], dtype=complex))
                 for j in model["jumps"]]
        total = qutip.liouvillian(qutip.Qobj(h), jumps)
        energies, vectors = np.linalg.eigh(h)
        for bath in model["baths"]:
            for x, rates in channels(bath, energies, vectors):
                for mask in parts(x, energies, model["is_secular"]):
                    l = qutip.Qobj(vectors @ (mask * x) @ vectors.conj().T)
                    w = qutip.Qobj(vectors @ (mask * rates * x) @ vectors.conj().T)
                    total += qutip.sprepost(w, l.dag()) - qutip.spre(l.dag() * w)
                    total += qutip.sprepost(l, w.dag()) - qutip.spost(w.dag() * l)
        return total


    def steady_state(model):
        return qutip.steadystate(liouvillian(model), method="direct")
    """
}
