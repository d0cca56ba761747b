import Derivations

/// A module of exact formulas that proves them again when it is run.
enum SymPyExport {
  static func render(_ unit: ExportUnit) -> String {
    var lines = PythonExport.docstring(
      unit.head + [
        "",
        "Called without arguments a function gives formulas in the symbols of the paper; exact "
          + "arguments give exact values. Run as a program, the module builds the master equation "
          + "from the model and proves of each form that H V = V E, that the vectors are "
          + "orthonormal, L rho = 0 and tr rho = 1; of very long forms at random points, exactly.",
      ], indent: "")
    lines += ["", "import random", "import sys", "", "import sympy"]
    lines += [
      "from sympy import Abs, I, Matrix, Rational, Symbol, atan2, conjugate, cos, exp, pi, re, sin, "
        + "sqrt", "from sympy.polys.fields import field", "",
    ]
    lines += PythonExport.about(unit)
    for entry in unit.entries {
      for routine in entry.routines { lines += function(unit, entry, routine) }
      lines += modelFunction(unit, entry)
    }
    lines += ["", "", SymPyRuntime.text, "", "", "FORMS = {"]
    for entry in unit.entries {
      lines.append(
        "    \(PythonExport.quoted(entry.suffix)): (\(entry.routines[0].name), model_\(entry.suffix)),"
      )
    }
    return (lines + ["}", "", main]).joined(separator: "\n") + "\n"
  }

  /// The parameters with their symbols as defaults.
  private static func head(
    _ name: String, _ entry: ExportUnit.Entry, _ routine: ExportRoutine
  ) -> [String] {
    let symbols = routine.parameters.map { number in
      let parameter = entry.form.parameters[number]
      let name = entry.parameters[number]
      return
        "    \(name)=Symbol(\(PythonExport.quoted(parameter.latex))\(assumption(parameter.domain))),"
    }
    return symbols.isEmpty ? ["def \(name)():"] : ["def \(name)("] + symbols + ["):"]
  }

  private static func assumption(_ domain: ClosedForm.Domain) -> String {
    switch domain {
    case .positive: ", positive=True"
    case .nonnegative: ", nonnegative=True"
    case .real, .interval: ", real=True"
    case .complex: ""
    }
  }

  private static func function(
    _ unit: ExportUnit, _ entry: ExportUnit.Entry, _ routine: ExportRoutine
  ) -> [String] {
    let writer = unit.writer(entry, routine)
    var lines = ["", ""] + head(routine.name, entry, routine)
    lines += PythonExport.docstring(
      PythonExport.words(unit, entry, routine), indent: "    ")
    lines += PythonExport.assignments(routine, writer)
    lines.append("    return Matrix([")
    for row in routine.rows {
      let cells = row.map { writer.phrase($0).text }.joined(separator: ", ")
      lines += ExportText.broken("[\(cells)],", indent: "        ")
    }
    return lines + ["    ])"]
  }

  private static func modelFunction(
    _ unit: ExportUnit, _ entry: ExportUnit.Entry
  ) -> [String] {
    let model = PythonModel(unit: unit, entry: entry, includesEigenbasis: true)
    let routine = model.routine
    var lines = ["", ""] + head(model.name, entry, routine)
    lines += PythonExport.docstring(
      ["The Hamiltonian, reservoirs and jumps, in the product basis."], indent: "    ")
    return lines + model.body(routine)
  }

  private static let main = """
    # Beyond so many operations a proof takes minutes, and random points, exactly, must do.
    LARGEST = 3000


    def main(names):
        is_proved = True
        for name, (state, model) in FORMS.items():
            if names and name not in names:
                continue
            if sympy.count_ops(state()) <= LARGEST:
                failing, how = prove(state(), model()), "proved"
            else:
                points = [random.Random(seed) for seed in (1, 2, 3)]
                failing = sum((prove(state(), model(), point) for point in points), [])
                how = "exact at 3 random points of up to nine digits, too long to prove"
            is_proved = is_proved and not failing
            print(name, how if not failing else "NOT PROVED: " + ", ".join(dict.fromkeys(failing)))
        return 0 if is_proved else 1


    if __name__ == "__main__":
        sys.exit(main(sys.argv[1:]))
    """
}
