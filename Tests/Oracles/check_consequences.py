#!/usr/bin/env python3
"""What the wrong lines of the two-qubit paper do to its figures and claims, computed twice.

usage: check_consequences.py REDERIVE [CHECK.json] [DERIVATION.md]

Every number comes out of `rederive evaluate`, `rederive sweep` or `rederive check --format json` (made
here if its output is not given) and is compared with a NumPy computation from the model or from the
printed formulas; the constants below are the rounded values that both must have. A verdict on a claim
is compared with a verdict on NumPy's curve.
"""

import functools
import json
import pathlib
import subprocess
import sys

import numpy as np

import rebuild_figures as figures
import two_qubits as q

TOLERANCE = 1e-9
JSON_TOLERANCE = 1e-8  # rederive check writes nine digits
DEFAULT = figures.DEFAULT
ERGOTROPY, ENERGY = figures.ERGOTROPY, figures.ENERGY
LABELS = "the labels of (18) throughout"
# Printed rho_11, rho_22, rho_33, rho_44 of Eq. 18 are the right state's:
ORDER = [1, 3, 2, 0]


class Program:
    """The commands of rederive."""

    def __init__(self, path, derivation):
        self.path, self.derivation = path, str(derivation)

    def run(self, command, *words, statuses=(0,)):
        finished = subprocess.run(
            [self.path, command, self.derivation, *words], capture_output=True, text=True, timeout=300)
        if finished.returncode not in statuses:
            raise RuntimeError(f"{command} ended with status {finished.returncode}: {finished.stderr[:300]}")
        return finished.stdout

    @functools.cache
    def evaluate(self, point):
        statistics, w1, w2, coupling, J, (t1, t2), (m1, m2) = point
        at = (rf"\omega_1={w1}, \omega_2={w2}, \lambda={coupling}, J={J}, T_1={t1}, T_2={t2}, "
              rf"\mu_1={m1}, \mu_2={m2}")
        output = self.run("evaluate", "--at", at, "--given", statistics, "--format", "json")
        return {road["name"]: road for road in json.loads(output)["roads"]}

    def sweep(self, statistics, vary, at, *quantities, given=()):
        """One row for each point; the varied symbols, then the quantities as derived."""
        words = ["--given", statistics, "--at", at, "--format", "jsonl"]
        for restriction in given:
            words += ["--given", restriction]
        for variation in vary:
            words += ["--vary", variation]
        for quantity in quantities or (ERGOTROPY,):
            words += ["--quantity", quantity]
        rows = [json.loads(line) for line in self.run("sweep", *words).splitlines()]
        names = [variation.split("=")[0] for variation in vary] + list(quantities or (ERGOTROPY,))
        return np.array([[row[name] for name in names] for row in rows])

    def check(self):
        return json.loads(self.run("check", "--format", "json", statuses=(1,)))


# ---------------------------------------------------------------------------------------------------
# NumPy


@functools.cache
def state(point):
    """The steady state in the eigenbasis, and the energies, ascending."""
    statistics, w1, w2, coupling, J, temperatures, potentials = point
    theta = np.arctan2(coupling, w1 - w2)
    vectors = np.zeros((4, 4))
    vectors[q.GG, 0] = vectors[q.EE, 3] = 1
    vectors[q.EG, 1], vectors[q.GE, 1] = -np.sin(theta / 2), np.cos(theta / 2)
    vectors[q.EG, 2], vectors[q.GE, 2] = np.cos(theta / 2), np.sin(theta / 2)
    h = vectors.T @ q.hamiltonian(w1, w2, coupling) @ vectors
    assert np.abs(h - np.diag(np.diag(h))).max() < 1e-12
    rho = q.numeric_state(statistics, w1, w2, coupling, J, temperatures, potentials)
    return vectors.T @ rho @ vectors, np.diag(h).real, theta


def energies(rho, levels):
    internal = float(np.diag(rho).real @ levels)
    passive = float(np.linalg.eigvalsh((rho + rho.conj().T) / 2)[::-1] @ np.sort(levels))
    return {ERGOTROPY: internal - passive, ENERGY: internal}


def elements(rho, theta):
    """Eq. 15, with the sign of eta_33's last term as it must be."""
    cosine, sine = np.cos(theta), np.sin(theta)
    both = 2 * rho[1, 2].real * sine
    return {
        r"\eta_{11}": rho[0, 0].real,
        r"\eta_{44}": rho[3, 3].real,
        r"\eta_{22}": (both + rho[1, 1] * (cosine + 1) - rho[2, 2] * (cosine - 1)).real / 2,
        r"\eta_{33}": (rho[2, 2] * (cosine + 1) - both - rho[1, 1] * (cosine - 1)).real / 2,
        r"\eta_{23}": ((rho[2, 2] - rho[1, 1]) * sine + rho[1, 2] * (cosine + 1)
                       + rho[2, 1] * (cosine - 1)).real / 2,
    }


def quantities(rho, levels, theta):
    return energies(rho, levels) | elements(rho, theta)


def derived(point):
    return quantities(*state(point))


def relabelled(point):
    rho, levels, theta = state(point)
    return quantities(rho[np.ix_(ORDER, ORDER)], levels, theta)


def slipped(point, equation):
    """The right state with the wrong elements of an equation put into it."""
    rho, levels, theta = state(point)
    printed = figures.printed_state(equation, point)
    rho = np.array(rho)
    if equation == "18":
        rho = printed
    elif equation == "27":
        rho[3, 3] = printed[3, 3]
    else:
        rho[1, 2], rho[2, 1] = printed[1, 2], printed[2, 1]
    return quantities(rho, levels, theta)


# ---------------------------------------------------------------------------------------------------
# Points


def bosons(coupling, *temperatures):
    return figures.alike("boson", float(coupling), tuple(float(t) for t in temperatures))


def fermions(coupling, temperature, *potentials):
    return figures.alike(
        "fermion", float(coupling), (float(temperature),) * 2, tuple(float(m) for m in potentials))


def model(figure):
    """The model of a panel and whether it has curves, from the other oracle's table."""
    for number, panels, axes, curves, at, _ in figures.FIGURES:
        if figure[0] == number and figure[1] in panels:
            return axes, curves, at
    raise KeyError(figure)


def point_of(values):
    """A point of a figure, from the symbols that are set: {symbol: value}."""
    for _, _, axes, curves, at, _ in figures.FIGURES:
        outer = curves[0] if curves else axes[1][0]
        if set(values) == {outer, axes[0][0]}:
            return at(values[outer], values[axes[0][0]])
    raise KeyError(f"no figure has the axes {sorted(values)}")


# ---------------------------------------------------------------------------------------------------
# Checks


def near(tally, name, found, expected, rounded=None, places=4, tolerance=TOLERANCE):
    """The program's numbers, NumPy's, and the rounded ones that both must have."""
    found, expected = np.atleast_1d(found), np.atleast_1d(expected)
    distance = figures.error(found, expected) if found.shape == expected.shape else np.inf
    right = distance < tolerance
    if rounded is not None:
        right &= bool(np.all(np.abs(expected - np.array(rounded)) <= 0.51 * 10.0**-places))
    tally.check(name, right, f"{np.round(expected, 6).tolist() if expected.size < 8 else ''} {distance:.1e}")


def gibbs(tally, program):
    for point in [bosons(2, 2, 2), bosons(2, 0.5, 0.5), bosons(8, 6, 6),
                  figures.unlike("boson", 6.0, (3.0, 3.0)), figures.unlike("boson", -5.0, (1.0, 1.0))]:
        rho, levels, theta = state(point)
        weights = np.exp(-levels / point[5][0])
        weights /= weights.sum()
        road = program.evaluate(point)["derived"]
        values = [road["eigenvalues"], [road["ergotropy"]]]
        near(tally, f"equal temperatures, T = {point[5][0]}, omega_1 = {point[1]}: the Gibbs state, passive",
             np.concatenate(values), np.concatenate([np.sort(weights)[::-1], [0]]))
        entries = dict(zip(road["basis"], range(4)))
        order = [entries[name] for name in ("ee", "eg", "ge", "gg")]
        found = np.array([[complex(*entry) for entry in row] for row in road["rho"]])[np.ix_(order, order)]
        h = q.hamiltonian(point[1], point[2], point[3])
        values, vectors = np.linalg.eigh(h)
        exact = (vectors * (np.exp(-values / point[5][0]) / np.exp(-values / point[5][0]).sum())) @ vectors.T
        near(tally, "  every entry of it", found.ravel(), exact.ravel())
    point = bosons(2, 2, 2)
    near(tally, "Eq. 18 as printed at T = 2, lambda = 2", program.evaluate(point)["printed (18)"]["ergotropy"],
         figures.printed_road("18", point)[ERGOTROPY], [19.60], 2)


def series(tally, program):
    same = r"\omega_1=10, \omega_2=10, \lambda=2, J=1"
    table = program.sweep("boson", [r"\Delta T=0:10:11"], same + ", T_1=1")
    expected = [derived(bosons(2, 1, 1 + d))[ERGOTROPY] for d in table[:, 0]]
    near(tally, "bosons: ergotropy at Delta T = 0 to 10", table[:, 1], expected)
    near(tally, "bosons: at 0, 1, 2, 5, 10", table[[0, 1, 2, 5, 10], 1], np.take(expected, [0, 1, 2, 5, 10]),
         [0, 0.0028, 0.0165, 0.0920, 0.1865])
    tally.check("bosons: it grows with Delta T", np.all(np.diff(table[:, 1]) > 0))

    table = program.sweep("fermion", [r"\mu=0:20:21"], same + ", T_1=1.5, T_2=1.5", given=[r"\mu_1=\mu_2=\mu"])
    expected = [derived(fermions(2, 1.5, m, m))[ERGOTROPY] for m in table[:, 0]]
    near(tally, "fermions in equilibrium: mu = 0 to 20", table[:, 1], expected)
    chosen = [0, 5, 8, 10, 12, 15, 20]
    near(tally, "fermions in equilibrium: at 0, 5, 8, 10, 12, 15, 20", table[chosen, 1], np.take(expected, chosen),
         [0, 0, 0, 2.8936, 10.8311, 18.3409, 19.9375])

    for first in (4, 8, 9, 12):
        table = program.sweep("fermion", [r"\Delta\mu=0:20:21"], same + rf", T_1=1, T_2=1, \mu_1={first}")
        expected = [derived(fermions(2, 1, first, first + d))[ERGOTROPY] for d in table[:, 0]]
        near(tally, f"fermions, mu_1 = {first}: Delta mu = 0 to 20", table[:, 1], expected)
        tally.check(f"fermions, mu_1 = {first}: it rises", np.all(np.diff(expected) > -1e-12))
        if first == 8:
            near(tally, "fermions, mu_1 = 8: at 0, 2, 4, 8", table[[0, 2, 4, 8], 1],
                 np.take(expected, [0, 2, 4, 8]), [0, 0.7682, 5.0959, 7.6182])


def maps(tally, program):
    shared = r"\bar{\omega}=10, \lambda=6, J=1, "
    panels = [
        ("7a", "boson", r"\Delta T", shared + r"\bar{T}=3", (0.1044, 0.0062)),
        ("7b", "fermion", r"\Delta\mu", shared + r"\bar{\mu}=4, T_1=1.5, T_2=1.5", (0.0215, 0.0065)),
    ]
    for name, statistics, symbol, at, (opposite, alike) in panels:
        _, _, place = model(name)
        table = program.sweep(statistics, [r"\Delta=-6:6:31", f"{symbol}=-4:4:31"], at)
        expected = np.array([derived(place(y, x))[ERGOTROPY] for y, x in table[:, :2]]).reshape(31, 31)
        found = table[:, 2].reshape(31, 31)
        near(tally, f"{name}: on 31 x 31 points", found.ravel(), expected.ravel())
        corners = ([-1, 0, -1, 0], [0, -1, -1, 0])
        near(tally, f"{name}: corners of opposite sign, then of one", found[corners], expected[corners],
             [opposite, opposite, alike, alike])
        line = program.sweep(statistics, [r"\Delta=-6:6:201", f"{symbol}=-1:1:3"], at)[1::3, 2]
        tally.check(f"{name}: zero on the whole line {symbol} = 0, and the least there",
                    np.abs(line).max() < 1e-12 and expected.min() > -1e-12, f"{np.abs(line).max():.1e}")
        if name == "7a":
            where = sorted(map(tuple, np.argwhere(expected > expected.max() - 1e-9).tolist()))
            tally.check("7a: largest at the corners of opposite sign", where == [(0, 30), (30, 0)], where)


def slips(tally, program):
    point = fermions(2, 1, 9, 11)
    roads = program.evaluate(point)
    near(tally, "rho_44 of 27 at mu_1 = 9, Delta mu = 2: the ergotropy, right and printed",
         [roads["derived"]["ergotropy"], roads["printed (27)"]["ergotropy"]],
         [derived(point)[ERGOTROPY], figures.printed_road("27", point)[ERGOTROPY]], [4.283, 3.163], 3)
    for name, equation, point in [("23", "23", bosons(2, 1, 11)), ("23", "23", bosons(2, 2, 3)),
                                  ("30", "30", figures.unlike("boson", 6.0, (5.0, 1.0)))]:
        rho, levels, theta = state(point)
        roads = program.evaluate(point)
        right, wrong = derived(point), slipped(point, equation)
        near(tally, f"rho_23 of {name}, T_2 = {point[5][1]}: the printed state's ergotropy is the right one",
             [roads["derived"]["ergotropy"], roads[f"printed ({name})"]["ergotropy"]],
             [right[ERGOTROPY], wrong[ERGOTROPY]])
        tally.check("  in NumPy too, while eta_22 and eta_33 differ",
                    abs(right[ERGOTROPY] - wrong[ERGOTROPY]) < 1e-12
                    and min(abs(right[k] - wrong[k]) for k in (r"\eta_{22}", r"\eta_{33}")) > 1e-4)
    point = fermions(2, 1, 13, 33)
    road = program.evaluate(point)["derived"]
    near(tally, "not positive at mu_1 = 13, Delta mu = 20", min(road["eigenvalues"]),
         np.linalg.eigvalsh(state(point)[0])[0], [-7.0e-4], 5)


# ---------------------------------------------------------------------------------------------------
# rederive check


def settings(place):
    return {setting["symbol"]: setting["value"] for setting in place}


def reported(tally, document):
    """Every change that the report gives, right and wrong, and every quantity it calls unchanged."""
    seen = set()
    for consequence in document["consequences"]:
        equation = consequence["equations"][0]
        lines = consequence["lines"]
        if not consequence["changes"]:
            continue
        for change in consequence["changes"]:
            name = change["quantity"].split("$")[1]
            point = point_of(settings(change["at"]))
            found, expected = [change["right"]], [derived(point)[name]]
            if "wrong" in change:
                found.append(change["wrong"])
                expected.append(slipped(point, equation)[name])
            near(tally, f"report: {change['quantity']} under {equation}", found, expected, tolerance=JSON_TOLERANCE)
            seen.add((equation, name, "wrong" in change))
        tally.check(f"report: lines {lines} of {equation} are of some severity", consequence["severity"] in
                    ("slip", "number", "conclusion"), consequence["severity"])
    wanted = {("18", ERGOTROPY, True), ("27", ERGOTROPY, True), *(
        (e, rf"\eta_{{{k}}}", True) for e in ("23", "30") for k in ("22", "33"))}
    tally.check("report: 18 and 27 change the ergotropy; 23 and 30 change eta_22 and eta_33",
                wanted <= seen, sorted(wanted - seen))
    kept = {c["equations"][0]: " ".join(c["unchanged"]) for c in document["consequences"]
            if c["equations"][0] in ("23", "30")}
    tally.check("report: 23 and 30 leave the ergotropy alone, by proof", all(
        f"${ERGOTROPY}$ of Fig. {figure}: proved" in kept.get(e, "") for e, figure in (("23", "5a"), ("30", "7a"))))
    severity = {e: max((c["severity"] for c in document["consequences"] if c["equations"] == [e]),
                       key=["slip", "number", "conclusion"].index) for e in ("18", "23", "27", "30")}
    tally.check("report: 18 and 27 turn a conclusion, 23 and 30 change a number",
                severity == {"18": "conclusion", "27": "conclusion", "23": "number", "30": "number"}, severity)


@functools.cache
def curve_values(figure, quantity, reading):
    """The axes of a panel and NumPy's values: one row for each curve, or for each height of the map."""
    axes, curves, place = model(figure)
    take = {"derived": derived, LABELS: relabelled}[reading]
    count = 201 if curves else 41
    fast = np.linspace(axes[0][1], axes[0][2], count)
    slow = curves[1] if curves else np.linspace(axes[1][1], axes[1][2], count)
    return fast, slow, np.array([[take(place(float(y), float(x)))[quantity] for x in fast] for y in slow])


SLACK = 1e-9  # values that differ by less are equal


def holds(statement, figure, quantity, reading):
    """Whether NumPy's values do what the statement says; None for a wording that is not judged here."""
    axes, curves, _ = model(figure)
    fast, slow, values = curve_values(figure, quantity, reading)
    text = statement.replace(f"${quantity}$ ", "")
    if "has its" in text:
        place = [float(part.split("=")[1].strip(" $")) for part in text.split(" at ")[1].split(",")]
        here = values[np.argmin(np.abs(slow - place[1])), np.argmin(np.abs(fast - place[0]))]
        best = values.max() if "maximum" in text else values.min()
        return abs(here - best) < SLACK and values.max() - values.min() > SLACK
    chosen = values
    if ", for $" in text:
        names = [float(v) for v in text.split("=")[1].strip(" $").split(",")]
        chosen = values[[list(slow).index(v) for v in names]]
        text = text.split(", for $")[0]
    if " from " in text:
        low, high = (float(v) for v in text.split(" from ")[1].split(" to "))
        chosen = chosen[:, (fast >= low - SLACK) & (fast <= high + SLACK)]
    steps = np.diff(chosen, axis=1)
    if curves and f"with ${curves[0]}$" in text:
        steps = np.diff(chosen, axis=0).T
    if text.startswith("decreases then increases"):
        return all(fall_then_rise(row) for row in steps)
    if text.startswith("decreases"):
        return bool(np.all(steps <= SLACK) and np.any(steps < -SLACK))
    if text.startswith("increases"):
        return bool(np.all(steps >= -SLACK) and np.any(steps > SLACK))
    return None


def fall_then_rise(steps):
    signs = np.sign(np.where(np.abs(steps) <= SLACK, 0, steps))
    signs = signs[signs != 0]
    turns = np.flatnonzero(np.diff(signs))
    return len(turns) == 1 and signs[0] < 0 < signs[-1]


def claims(tally, document):
    """Each claim under the right formulas and under the labels of Eq. 18 applied throughout."""
    done = set()
    for claim in document["claims"]:
        figure, statement = claim["figure"], claim["statement"]
        quantity = statement.split("$")[1]
        for judgement in claim["judgements"]:
            reading = judgement["reading"]
            if reading not in ("derived", LABELS):
                continue
            take = derived if reading == "derived" else relabelled
            values = [(w["value"], take(point_of(settings(w["at"])))[quantity]) for w in judgement["witness"]]
            if (figure, statement, reading) in done:
                continue
            done.add((figure, statement, reading))
            name = f"claim {figure}, {statement}, {reading}"
            if values:
                found, expected = np.array(values).T
                near(tally, f"{name}: witness", found, expected, tolerance=JSON_TOLERANCE)
            ours = holds(statement, figure, quantity, reading)
            if ours is not None:
                tally.check(f"{name}: {judgement['verdict']}", (judgement["verdict"] == "holds") == ours, ours)
    tally.check("claims were judged under both readings",
                {reading for _, _, reading in done} == {"derived", LABELS}, len(done))
    zero = [j for c in document["claims"] if c["figure"] == "3a" for j in c["judgements"]
            if j["reading"] == "derived"]
    tally.check("3a: the ergotropy is identically zero, by proof", bool(zero) and all(
        j["basis"] == "proof" and j["reason"].startswith("it is identically zero") for j in zero))


def main():
    if len(sys.argv) not in (2, 3, 4):
        print(__doc__)
        sys.exit(2)
    program = Program(sys.argv[1], sys.argv[3] if len(sys.argv) == 4 else DEFAULT)
    document = json.loads(pathlib.Path(sys.argv[2]).read_text()) if len(sys.argv) > 2 else program.check()
    tally = q.Tally()
    gibbs(tally, program)
    series(tally, program)
    maps(tally, program)
    slips(tally, program)
    reported(tally, document)
    claims(tally, document)
    tally.finish()


if __name__ == "__main__":
    main()
