#!/usr/bin/env python3
"""The ten panels of Figs. 3 to 7, rebuilt from the model and compared with what `rederive plot` writes.

usage: rebuild_figures.py REDERIVE [DERIVATION.md]

The panels' parameters are the table below, not the derivation file. Two roads that share nothing lead
from the Hamiltonian, the couplings and the reservoirs to a state: QuTiP operators and QuTiP's
steadystate, and the 16 x 16 Liouvillian of two_qubits.py with a NumPy null space. Both use Bloch-Redfield
without level shifts and without the secular approximation. At a seeded selection of points of every
curve, and of every map, the derived columns must be theirs to 1e-9; the printed columns must be those of
Eqs. 18, 23, 27 and 30 as printed, transcribed below. Without QuTiP its road is skipped.
"""

import csv
import functools
import pathlib
import random
import subprocess
import sys
import tempfile
import warnings

import numpy as np

import two_qubits as q

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # QuTiP tells that Matplotlib is not there.
    try:
        import qutip
    except ImportError:
        qutip = None

TOLERANCE = 1e-9
SEED = 20240617
LINE, MAP = 401, 201  # points of an axis
ON_CURVE, ON_MAP = 27, 45
DEFAULT = pathlib.Path(__file__).resolve().parents[2] / "derivations" / "hadipour-haseli-2024.md"
ERGOTROPY, ENERGY = r"\mathcal{E}(\rho)", r"\mathcal{U}(\rho)"


def alike(statistics, coupling, temperatures, potentials=(0.0, 0.0)):
    return (statistics, 10.0, 10.0, coupling, 1.0, temperatures, potentials)


def unlike(statistics, detuning, temperatures, potentials=(0.0, 0.0)):
    return (statistics, 10 + detuning / 2, 10 - detuning / 2, 6.0, 1.0, temperatures, potentials)


# Figure: its panels, axes (fastest first), curves, the model at a point, the printed equation.
BOTH = {"a": ERGOTROPY, "b": ENERGY}
FIGURES = [
    ("3", BOTH, [("T", 0.2, 10)], (r"\lambda", (1, 2, 4)),
     lambda c, x: alike("boson", c, (x, x)), "18"),
    ("4", BOTH, [(r"\mu", 0, 25)], (r"\lambda", (1, 2, 4)),
     lambda c, x: alike("fermion", c, (1.5, 1.5), (x, x)), "18"),
    ("5", BOTH, [(r"\Delta T", 0, 10)], ("T_1", (1, 2, 3)),
     lambda c, x: alike("boson", 2.0, (c, c + x)), "23"),
    ("6", BOTH, [(r"\Delta\mu", 0, 20)], (r"\mu_1", (4, 8, 9, 12)),
     lambda c, x: alike("fermion", 2.0, (1.0, 1.0), (c, c + x)), "27"),
    ("7", {"a": ERGOTROPY}, [(r"\Delta T", -4, 4), (r"\Delta", -6, 6)], None,
     lambda y, x: unlike("boson", y, (3 - x / 2, 3 + x / 2)), "30"),
    # The `L` of Eq. 33 is not declared anywhere, so nothing printed can be drawn.
    ("7", {"b": ERGOTROPY}, [(r"\Delta\mu", -4, 4), (r"\Delta", -6, 6)], None,
     lambda y, x: unlike("fermion", y, (1.5, 1.5), (4 - x / 2, 4 + x / 2)), None),
]


# ---------------------------------------------------------------------------------------------------
# Roads: ergotropy and internal energy at a point


@functools.cache
def numpy_road(point):
    statistics, w1, w2, coupling, J, temperatures, potentials = point
    rho = q.numeric_state(statistics, w1, w2, coupling, J, temperatures, potentials)
    internal, _, ergotropy = q.energies_of(rho, q.hamiltonian(w1, w2, coupling))
    return {ERGOTROPY: ergotropy, ENERGY: internal}


@functools.cache
def qutip_road(point):
    """Excited state first, so that QuTiP's sigmam takes e to g."""
    statistics, w1, w2, coupling, J, temperatures, potentials = point
    one = qutip.qeye(2)
    first, second = qutip.tensor(qutip.sigmam(), one), qutip.tensor(one, qutip.sigmam())
    exchange = first.dag() * second
    h = w1 * first.dag() * first + w2 * second.dag() * second + coupling / 2 * (exchange + exchange.dag())
    levels, kets = h.eigenstates()
    generator = qutip.liouvillian(h)
    for x, temperature, potential in zip((first, second), temperatures, potentials):
        inside = x.transform(kets).full()
        frequency = levels[None, :] - levels[:, None]
        lowers = np.abs(inside) > 1e-13
        exponent = np.where(lowers, (frequency - potential) / temperature, 1.0)
        if statistics == "boson":
            up = 1 / np.expm1(exponent)
            down = up + 1
        else:
            up = 1 / (np.exp(exponent) + 1)
            down = 1 - up
        back = [ket.dag() for ket in kets]
        outer = lambda weights: sum(
            complex(weights[a, b]) * kets[a] * back[b] for a, b in zip(*np.nonzero(lowers)))
        emitted, absorbed = outer(J * down * inside), outer(J * up * inside)
        for part, whole in ((emitted, x), (absorbed.dag(), x.dag())):
            generator += qutip.sprepost(part, whole.dag()) - qutip.spre(whole.dag() * part)
            generator += qutip.sprepost(whole, part.dag()) - qutip.spost(part.dag() * whole)
    rho = qutip.steadystate(generator, method="direct")
    internal = qutip.expect(h, rho)
    passive = np.sort(rho.eigenenergies())[::-1] @ np.sort(levels)
    return {ERGOTROPY: internal - passive, ENERGY: internal}


# ---------------------------------------------------------------------------------------------------
# The printed formulas


def printed_state(equation, point):
    """In the eigenbasis."""
    statistics, w1, w2, coupling, J, temperatures, potentials = point
    rabi = np.hypot(w1 - w2, coupling)
    plus, minus = (w1 + w2 + rabi) / 2, (w1 + w2 - rabi) / 2
    occupied = lambda w: [q.occupation(statistics, w, t, m) for t, m in zip(temperatures, potentials)]
    upper, lower = occupied(plus), occupied(minus)
    if equation == "18":
        return equation_18(statistics, J, upper, lower)
    cosine, sine = (w1 - w2) / rabi, coupling / rabi
    L_plus, L_minus = sum(upper) / 2, sum(lower) / 2
    M_plus, M_minus = (upper[0] - upper[1]) / 2, (lower[0] - lower[1]) / 2
    if equation == "30":  # with Eq. 29
        L_plus, L_minus = L_plus + M_plus * cosine, L_minus - M_minus * cosine
        M_plus, M_minus = M_plus * sine, M_minus * sine
    form = equation_27 if equation == "27" else equations_23_and_30
    return form(L_plus, L_minus, M_plus, M_minus, rabi / J)


def printed_road(equation, point):
    _, w1, w2, coupling, *_ = point
    rabi = np.hypot(w1 - w2, coupling)
    energies = np.array([0, (w1 + w2 - rabi) / 2, (w1 + w2 + rabi) / 2, w1 + w2])
    rho = printed_state(equation, point)
    internal = float(np.diag(rho).real @ energies)
    return {ERGOTROPY: internal - np.linalg.eigvalsh(rho)[::-1] @ energies, ENERGY: internal}


def equation_18(statistics, J, upper, lower):
    sign = 1 if statistics == "boson" else -1
    gamma_plus, gamma_minus = J * sum(upper), J * sum(lower)
    Gamma_plus, Gamma_minus = J * sum(1 + sign * n for n in upper), J * sum(1 + sign * n for n in lower)
    Z = (gamma_minus + Gamma_minus) * (gamma_plus + Gamma_plus)
    return np.diag([
        Gamma_plus * gamma_minus, gamma_minus * gamma_plus, Gamma_minus * gamma_plus,
        Gamma_minus * Gamma_plus]).astype(complex) / Z


def with_coherence(populations, rho_23):
    rho = np.diag(populations).astype(complex)
    rho[1, 2], rho[2, 1] = rho_23, np.conj(rho_23)
    return rho


def equations_23_and_30(Lp, Lm, Mp, Mm, ratio):
    s1 = Mp - Mm * (3 + 2 * Lp + 2 * Lm)
    s2 = Mm - Mp * (3 + 2 * Lp + 2 * Lm)
    z1 = Mp + Mm * (1 + 2 * Lp + 2 * Lm)
    z2 = Mm + Mp * (1 + 2 * Lp + 2 * Lm)
    R = 1 / (4 * (1 + Lp + Lm) ** 2 + ratio**2)
    norm = (1 + 2 * Lp) * (1 + 2 * Lm) - 16 * Mp * Mm * (1 + Lp + Lm) ** 2 * R
    populations = [
        ((1 + Lp) * (1 + Lm) - s1 * s2 * R) / norm,
        (Lm * (1 + Lp) + s2 * z1 * R) / norm,
        (Lp * (1 + Lm) + s1 * z2 * R) / norm,
        (Lp * Lm - z1 * z2 * R) / norm,
    ]
    return with_coherence(
        populations, (Mp * (1 + 2 * Lm) + Mm * (1 + 2 * Lp)) / (2 * (1 + Lp + Lm) + 1j * ratio) / norm)


def equation_27(Lp, Lm, Mp, Mm, ratio):
    R = (Mp + Mm) ** 2 / (4 + ratio**2)
    populations = [(1 - Lp) * (1 - Lm) - R, Lm * (1 - Lp) + R, Lp * (1 - Lm) + R, Lp * Lm * R]
    return with_coherence(populations, -(Mp + Mm) / (2 + 1j * ratio))


# ---------------------------------------------------------------------------------------------------
# Files


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    return rows[0], np.array([[float(v) if v else np.nan for v in row] for row in rows[1:]])


def header(quantity, axes, curves, is_printed):
    names = [name for name, _, _ in axes]
    kinds = ["derived", "printed", "printed − derived"] if is_printed else ["derived"]
    labels = [f" at {curves[0]} = {value}" for value in curves[1]] if curves else [""]
    return names + [f"{quantity}{label}: {kind}" for label in labels for kind in kinds]


def places(axes):
    """The columns of the axes: both ends exactly, the first axis fastest."""
    if len(axes) == 1:
        return [np.linspace(axes[0][1], axes[0][2], LINE)]
    x, y = (np.linspace(low, high, MAP) for _, low, high in axes)
    return [np.tile(x, MAP), np.repeat(y, MAP)]


def selection(generator, is_map):
    if not is_map:
        fixed = [0, 1, LINE // 4, LINE // 2, LINE - 2, LINE - 1]
        return sorted(fixed + generator.sample(sorted(set(range(LINE)) - set(fixed)), ON_CURVE - len(fixed)))
    last, middle = MAP - 1, MAP // 2
    fixed = {(i, j) for i in (0, middle, last) for j in (0, middle, last)}
    for _ in range(2):  # somewhere on each edge
        fixed |= {(generator.randrange(MAP), edge) for edge in (0, last)}
        fixed |= {(edge, generator.randrange(MAP)) for edge in (0, last)}
    while len(fixed) < ON_MAP:
        fixed.add((generator.randrange(MAP), generator.randrange(MAP)))
    return sorted(i * MAP + j for i, j in fixed)


def error(found, expected):
    found, expected = np.asarray(found), np.asarray(expected)
    distance = np.abs(found - expected) / np.maximum(1, np.abs(expected))
    return float(np.max(np.where(np.isfinite(distance), distance, np.inf)))


def compare(tally, name, found, expected):
    distance = error(found, expected)
    tally.check(f"{name}, {len(expected)} points", distance < TOLERANCE, f"{distance:.1e}")
    moved = np.array(found)
    moved[len(moved) // 2] += 1e-6
    if distance < TOLERANCE and error(moved, expected) < TOLERANCE:
        tally.check(f"{name}: one value that is moved by 1e-6 is noticed", False)


def check_panel(tally, folder, name, quantity, figure, chosen):
    _, _, axes, curves, model, equation = figure
    path = folder / f"figure-{name}.csv"
    if not tally.check(f"{name}: there is a file", path.exists()):
        return
    columns, table = read(path)
    wanted = header(quantity, axes, curves, equation is not None)
    if not tally.check(f"{name}: the axis and the curves are the figure's", columns == wanted,
                       "" if columns == wanted else f"{columns} for {wanted}"):
        return
    grid = places(axes)
    right = table.shape == (len(grid[0]), len(wanted)) and all(
        np.abs(table[:, k] - values).max() < 1e-12 * max(1, np.abs(values).max())
        for k, values in enumerate(grid))
    if not tally.check(f"{name}: the points are the figure's", right, table.shape):
        return
    for number, curve in enumerate(curves[1] if curves else [None]):
        label = f"{name} {curves[0]} = {curve}" if curves else name
        first = len(axes) + number * (3 if equation else 1)
        rows = chosen[number]
        at = [model(float(table[k, 1] if curve is None else curve), float(table[k, 0])) for k in rows]
        derived = table[rows, first]
        expected = [numpy_road(point)[quantity] for point in at]
        compare(tally, f"{label}: derived, NumPy", derived, expected)
        if qutip:
            compare(tally, f"{label}: derived, QuTiP", derived, [qutip_road(point)[quantity] for point in at])
        if equation:
            printed = [printed_road(equation, point)[quantity] for point in at]
            compare(tally, f"{label}: printed, Eq. {equation}", table[rows, first + 1], printed)
            compare(tally, f"{label}: printed − derived", table[rows, first + 2],
                    np.array(printed) - np.array(expected))


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        sys.exit(2)
    derivation = sys.argv[2] if len(sys.argv) == 3 else DEFAULT
    tally = q.Tally()
    if not qutip:
        tally.skip("QuTiP's road", "QuTiP is not installed")
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.argv[1], "plot", str(derivation), "--out", folder]
        finished = subprocess.run(command, capture_output=True, text=True, timeout=300)
        tally.check("rederive plot", finished.returncode == 0, finished.stderr.strip()[:300])
        folder = pathlib.Path(folder)
        drawn = {path.stem.removeprefix("figure-") for path in folder.glob("*.csv")}
        known = {number + panel for number, panels, *_ in FIGURES for panel in panels}
        tally.check("the panels are the paper's", drawn == known, " ".join(sorted(drawn)))
        for figure in FIGURES:
            generator = random.Random(f"{SEED} {figure[0]}")
            chosen = [selection(generator, len(figure[2]) == 2) for _ in (figure[3] or (0, [0]))[1]]
            for panel, quantity in figure[1].items():
                check_panel(tally, folder, figure[0] + panel, quantity, figure, chosen)
    tally.finish()


if __name__ == "__main__":
    main()
