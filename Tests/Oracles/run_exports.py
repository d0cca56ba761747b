#!/usr/bin/env python3
"""`rederive export` in every language, run and compared.

usage: run_exports.py REDERIVE [FOLDER]

Exports every derivation of the folder (default: the shipped ones) to all languages, twice, to the same
bytes. Then for each form, at 1,000 seeded random points of its domain:

* NumPy, C, Fortran and SymPy's formulas in 40 digits agree to 1e-12 of the largest element. The points
  are taken where the model is not singular in double precision: every frequency at least 0.2, for
  bosons (w - mu)/T from 0.1 to 8.
* QuTiP's steady state, built from the Hamiltonian and the couplings alone, agrees to 1e-12 too, and the
  roads `derived` and `numeric` of `rederive evaluate` at the first points.
* `rederive sweep` agrees at 1,000 points on 20 random lines.
* Mathics, if it is installed, runs the Wolfram code at 50 of the points.

SymPy proves H V = V E, V^+ V = 1, tr rho = 1 and L rho = 0 from the model for every form; the two longest
of the paper hold exactly at three random points instead. A state that is changed on purpose is refused.
The LaTeX compiles where pdflatex is installed. Julia is not run.
"""

import csv
import importlib.util
import io
import json
import multiprocessing
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from concurrent.futures import ThreadPoolExecutor

import mpmath
import numpy as np

from two_qubits import Tally

warnings.filterwarnings("ignore")

LANGUAGES = ["latex", "python", "sympy", "mathematica", "julia", "c", "fortran", "qutip"]
ENDING = {"latex": "tex", "python": "py", "sympy": "py", "mathematica": "wl", "julia": "jl", "c": "c",
          "fortran": "f90", "qutip": "py"}
POINTS, LINES, SEED, TOLERANCE = 1000, 20, 20240617, 1e-12
FOLDER = pathlib.Path(__file__).resolve().parents[2] / "derivations"


def run(arguments, text=None, timeout=900):
    done = subprocess.run(arguments, input=text, capture_output=True, text=True, timeout=timeout)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, arguments[:4]))}: {done.stderr[-2000:]}{done.stdout[-500:]}")
    return done.stdout


def module(path):
    spec = importlib.util.spec_from_file_location(f"{path.parent.name}_{path.stem}".replace("-", "_"), path)
    result = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(result)
    return result


def names(function):
    return list(function.__code__.co_varnames[:function.__code__.co_argcount])


def interval(domain, meaning):
    """Where a parameter is drawn from, by what it is: moderate, so that doubles are enough."""
    if domain.startswith("from "):
        return tuple(float(eval(end, {})) for end in domain[5:].split(" to "))
    if domain in ("positive", "not negative"):
        if "temperature" in meaning:
            return 2.0, 6.0
        return (1.0, 8.0) if "Hamiltonian" in meaning else (0.2, 3.0)
    return -2.0, 2.0


class Form:
    """One exported form with its points."""

    def __init__(self, name, about, numpy_module, qutip_module, generator):
        self.name, self.about = name, about
        self.numpy, self.qutip = numpy_module, qutip_module
        self.state = getattr(numpy_module, f"steady_state_{name}")
        self.model = getattr(qutip_module, f"model_{name}")
        self.ranges = {p[0]: interval(p[2], p[3]) for p in about["parameters"]}
        self.latex = {p[0]: p[1] for p in about["parameters"]}
        # What no function of the form takes is no matter.
        used = set(names(self.state)) | set(names(self.model))
        self.parameters = [p[0] for p in about["parameters"] if p[0] in used]
        self.generator = generator
        self.points = [self.point(generator) for _ in range(POINTS)]

    def draw(self, generator, name):
        low, high = self.ranges[name]
        # Sixteen digits in decimal, so that every reader sees the same number.
        return round(generator.uniform(low, high), 6)

    def point(self, generator):
        for _ in range(10000):
            point = {p: self.draw(generator, p) for p in self.parameters}
            if self.is_regular(point):
                return point
        raise RuntimeError(f"{self.name}: no regular point was found")

    def is_regular(self, point):
        model = self.model(*(point[p] for p in names(self.model)))
        h = np.array(model["hamiltonian"], dtype=complex)
        energies, vectors = np.linalg.eigh(h)
        if min(abs(a - b) for i, a in enumerate(energies) for b in energies[:i]) < 0.2:
            return False
        for bath in model["baths"]:
            x = vectors.conj().T @ np.array(bath["coupling"], dtype=complex) @ vectors
            for a, b in zip(*np.nonzero(abs(x) > 1e-13)):
                w = energies[b] - energies[a]
                exponent = (w - bath["potential"]) / bath["temperature"]
                if w < 0.2 or abs(exponent) > 8:
                    return False
                if bath["statistics"] == "boson" and exponent < 0.1:
                    return False
        return True

    def columns(self, function, points=None):
        return [np.array([q[p] for q in points or self.points]) for p in names(function)]


def difference(a, b):
    """The largest difference, relative to the largest element, over all points."""
    a, b = np.asarray(a), np.asarray(b)
    scale = np.abs(b).reshape(len(b), -1).max(axis=1)
    return (np.abs(a - b).reshape(len(b), -1).max(axis=1) / scale).max()


def reference(sympy_module, form):
    """The formulas of SymPy's module in 40 digits."""
    import sympy
    function = getattr(sympy_module, f"steady_state_{form.name}")
    symbols = function.__defaults__ or ()
    with mpmath.workdps(40):
        compiled = sympy.lambdify(symbols, list(function()), modules="mpmath", cse=True)
        n = int(round(len(function()) ** 0.5))
        result = []
        for point in form.points:
            values = compiled(*(mpmath.mpf(repr(point[p])) for p in names(function)))
            result.append(np.array([complex(v) for v in values]).reshape(n, n))
    return np.array(result)


COMPARED = None


def rebuild_one(point):
    return [state.full() for state in COMPARED(*(point[p] for p in names(COMPARED)))]


def rebuild(function, points):
    """The state in closed form and by QuTiP, on all cores."""
    global COMPARED
    COMPARED = function
    with multiprocessing.get_context("fork").Pool() as pool:
        return zip(*pool.map(rebuild_one, points, chunksize=50))


# ---------------------------------------------------------------------------------------------------
# Compiled languages


def run_c(folder, source, form, size):
    arguments = names(form.state)
    reads = " && ".join(["1"] + [f'scanf("%lf", &x[{i}]) == 1' for i in range(len(arguments))])
    call = ", ".join([f"x[{i}]" for i in range(len(arguments))] + ["m"])
    main = f"""
#include <stdio.h>
int main(void) {{
  double x[{max(1, len(arguments))}];
  double complex m[{size}][{size}];
  long count;
  if (scanf("%ld", &count) != 1) return 1;
  while (count-- > 0 && {reads}) {{
    steady_state_{form.name}({call});
    for (int i = 0; i < {size}; i++)
      for (int j = 0; j < {size}; j++) printf("%.17g %.17g\\n", creal(m[i][j]), cimag(m[i][j]));
  }}
  return 0;
}}
"""
    path, program = folder / f"{form.name}.c", folder / f"{form.name}-c"
    path.write_text(source.read_text() + main)
    run([os.environ.get("CC", "cc"), "-std=c99", "-O2", "-Wall", "-Wextra", "-pedantic", "-Werror", "-o",
         program, path, "-lm"])
    return parse(run([program], table(form, arguments)), size)


def run_fortran(folder, source, form, size):
    arguments = names(form.state)
    text = source.read_text()
    name = next(line.split()[1] for line in text.splitlines() if line.startswith("module "))
    call = ", ".join(f"x({i + 1})" for i in range(len(arguments)))
    main = f"""
program main
  use, intrinsic :: iso_fortran_env, only: real64
  use {name}, only: steady_state_{form.name}
  implicit none
  real(real64) :: x({max(1, len(arguments))})
  complex(real64) :: m({size}, {size})
  integer :: count, k, i, j
  read (*, *) count
  do k = 1, count
    read (*, *) x
    m = steady_state_{form.name}({call})
    do i = 1, {size}
      do j = 1, {size}
        write (*, '(2(es26.17e3, 1x))') real(m(i, j), real64), aimag(m(i, j))
      end do
    end do
  end do
end program main
"""
    path, program = folder / f"{form.name}.f90", folder / f"{form.name}-f"
    path.write_text(text + main)
    run(["gfortran", "-std=f2008", "-O2", "-Wall", "-Wextra", "-pedantic", "-Werror", "-J", folder, "-o",
         program, path])
    return parse(run([program], table(form, arguments)), size)


def table(form, arguments):
    rows = [" ".join(repr(point[p]) for p in arguments) for point in form.points]
    return "\n".join([str(len(rows)), *rows]) + "\n"


def parse(text, size):
    numbers = np.array(text.split(), dtype=float).reshape(-1, size, size, 2)
    return numbers[..., 0] + 1j * numbers[..., 1]


# ---------------------------------------------------------------------------------------------------
# Mathics


class Wolfram:
    """Mathics, if this Python or the one of MATHICS_PYTHON has it."""

    SCRIPT = """
import json, sys
from mathics.core.load_builtin import import_and_load_builtins
import_and_load_builtins()
from mathics.session import MathicsSession
session = MathicsSession()
source, calls = json.load(sys.stdin)
session.evaluate(source)
result = []
for call in calls:
    value = session.evaluate(f"Flatten[Transpose[{{Re[Flatten[{call}]], Im[Flatten[{call}]]}}]]").to_python()
    result.append([float(x) for x in value])
print("RESULT" + json.dumps(result))
"""

    def __init__(self):
        self.python = None
        for python in [os.environ.get("MATHICS_PYTHON"), sys.executable]:
            if python and subprocess.run([python, "-c", "import mathics"], capture_output=True).returncode == 0:
                self.python = python
                return

    def evaluate(self, source, form, count):
        function = "steadyState" + "".join(word.capitalize() for word in form.name.split("_"))
        calls = []
        for point in form.points[:count]:
            values = ", ".join(repr(point[p]) for p in names(form.state))
            calls.append(f"{function}[{values}]")
        out = run([self.python, "-c", self.SCRIPT], json.dumps([source, calls]))
        numbers = np.array(json.loads(out[out.index("RESULT") + 6:])).reshape(count, -1, 2)
        size = int(round(numbers.shape[1] ** 0.5))
        return numbers.reshape(count, size, size, 2) @ np.array([1, 1j])


# ---------------------------------------------------------------------------------------------------
# The program's own numbers


def assignments(form, point):
    """Every symbol's value, those that the restrictions fix among them."""
    values = {form.latex[p]: repr(point[p]) for p in form.parameters}
    for text in form.about["given"]:
        *sides, last = [side.strip() for side in text.split("=")]
        for side in sides:
            # What a restriction says of an angle follows from the others.
            if "theta" not in side:
                values.setdefault(side, values.get(last, last))
    return ", ".join(f"{symbol}={value}" for symbol, value in values.items())


def restrictions(form):
    return [word for text in form.about["given"] for word in ("--given", text)]


def evaluate(rederive, file, form, index):
    text = run([rederive, "evaluate", "--format", "json", *restrictions(form), "--at",
                assignments(form, form.points[index]), file])
    roads = {road["name"]: np.array(road["rho"]) @ np.array([1, 1j]) for road in json.loads(text)["roads"]}
    return roads["derived"], roads["numeric"]


def sweeps(rederive, file, form):
    """The largest difference over random lines, each of which varies one parameter."""
    generator = form.generator
    elements = form.about["elements"]
    quantities = []
    for i, j, latex in elements:
        if i == j:
            quantities.append((i, j, 1, latex))
        else:
            quantities.append((i, j, 1, f"({latex} + {latex}^*)/2"))
            quantities.append((i, j, 1j, f"-i({latex} - {latex}^*)/2"))
    worst, count = 0.0, 0
    while count < POINTS:
        start, name = form.point(generator), generator.choice(form.parameters)
        low, high = sorted([form.draw(generator, name), start[name]])
        length = POINTS // LINES
        if high - low < 1e-3 or not all(
                form.is_regular({**start, name: x}) for x in np.linspace(low, high, 7)):
            continue
        rest = ", ".join(f"{form.latex[p]}={start[p]!r}" for p in form.parameters if p != name)
        text = run([rederive, "sweep", "--vary", f"{form.latex[name]}={low!r}:{high!r}:{length}",
                    *(["--at", rest] if rest else []), *restrictions(form),
                    *(word for q in quantities for word in ("--quantity", q[3])), file])
        rows = list(csv.reader(io.StringIO(text)))
        heads = rows[0]
        for row in rows[1:]:
            point = {**start, name: float(row[0])}
            rho = form.state(*(point[p] for p in names(form.state)))
            for i, j, part, latex in quantities:
                mine = rho[i, j].real if part == 1 else rho[i, j].imag
                worst = max(worst, abs(float(row[heads.index(latex)]) - mine) / abs(rho).max())
            count += 1
    return worst, count


# ---------------------------------------------------------------------------------------------------


def prove(path):
    """What the exported proof says, and how long it took."""
    began = time.time()
    proof = subprocess.run([sys.executable, path], capture_output=True, text=True, timeout=1800)
    return proof, time.time() - began


def check(tally, rederive, file, folder, wolfram, background):
    label = file.stem
    paths = {}
    for language in LANGUAGES:
        (folder / language).mkdir()
        path = folder / language / f"{file.stem.replace('-', '_')}.{ENDING[language]}"
        run([rederive, "export", "--to", language, "--out", path, file])
        again = run([rederive, "export", "--to", language, file])
        tally.check(f"{label}: {language} is the same twice", again == path.read_text())
        paths[language] = path
    tally.check(f"{label}: no line of Fortran is too long",
                max(map(len, paths["fortran"].read_text().splitlines())) <= 132)
    modules = {k: module(paths[k]) for k in ("python", "sympy", "qutip")}
    import sympy

    forms = {name: Form(name, about, modules["python"], modules["qutip"],
                        random.Random(f"{SEED} {label} {name}"))
             for name, about in modules["python"].ABOUT.items()}
    # What takes long in processes of its own goes on while the rest is compared.
    proof = background.submit(prove, paths["sympy"])
    wl = paths["mathematica"].read_text()
    mathics = {}
    if wolfram.python:
        mathics = {name: background.submit(wolfram.evaluate, wl, form, 50)
                   for name, form in forms.items()}
    exact_module = modules["sympy"]
    state, model = min((f for f in exact_module.FORMS.values()), key=lambda f: sympy.count_ops(f[0]()))
    wrong = state()
    wrong[0, 0], wrong[1, 1] = wrong[0, 0] + wrong[1, 1] / 7, wrong[1, 1] * sympy.Rational(6, 7)
    tally.check(f"{label}: SymPy refuses another state",
                exact_module.prove(wrong, model()) == ["L rho = 0"])
    if shutil.which("pdflatex"):
        run(["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-output-directory",
             paths["latex"].parent, paths["latex"]])
        tally.check(f"{label}: the LaTeX compiles", True)
    else:
        tally.skip(f"{label}: LaTeX", "no pdflatex")
    for name, form in forms.items():
        title = f"{label} {name}"
        numbers = form.state(*form.columns(form.state))
        size = numbers.shape[-1]

        def compare(what, values, wanted):
            worst = difference(values, wanted)
            tally.check(f"{title}: {what}", worst < TOLERANCE, f"{worst:.1e} at {len(values)} points")

        exact = reference(modules["sympy"], form)
        compare("NumPy and 40 digits", numbers, exact)
        compare("C and 40 digits", run_c(folder, paths["c"], form, size), exact)
        if shutil.which("gfortran"):
            compare("Fortran and 40 digits", run_fortran(folder, paths["fortran"], form, size), exact)
        else:
            tally.skip(f"{title}: Fortran", "no gfortran")
        closed, rebuilt = rebuild(getattr(modules["qutip"], f"compare_{name}"), form.points)
        compare("QuTiP's steady state from the model", closed, rebuilt)
        for index in range(3):
            derived, numeric = evaluate(rederive, file, form, index)
            compare(f"rederive evaluate, point {index + 1}", [closed[index]] * 2, [derived, numeric])
        worst, count = sweeps(rederive, file, form)
        tally.check(f"{title}: rederive sweep", worst < TOLERANCE, f"{worst:.1e} at {count} points")
        if name in mathics:
            compare("Mathics", mathics[name].result(), exact[:50])
        else:
            tally.skip(f"{title}: Mathics", "not installed")
    proof, seconds = proof.result()
    tally.check(f"{label}: SymPy proves L rho = 0", proof.returncode == 0,
                f"{proof.stdout.strip()}{proof.stderr[-500:]} in {seconds:.1f} s")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    rederive = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else FOLDER
    tally, wolfram = Tally(), Wolfram()
    for file in sorted(folder.glob("*.md")):
        if file.name == "README.md":
            continue
        with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(os.cpu_count()) as background:
            check(tally, rederive, file, pathlib.Path(scratch), wolfram, background)
    tally.finish()


if __name__ == "__main__":
    main()
