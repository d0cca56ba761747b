#!/usr/bin/env python3
"""Numbers that `rederive evaluate` gives for the two-qubit paper, against a NumPy null space.

usage: compare_evaluate.py REDERIVE [DERIVATION.md]

Runs the program at 20 parameter points. The roads named `derived` and `numeric` must agree with the
state, its eigenvalues, its energies and its ergotropy to 1e-10. A printed
road may be wrong, so it is only listed.
"""

import json
import pathlib
import subprocess
import sys

import numpy as np

import two_qubits as q

TOLERANCE = 1e-10
ORDER = ["ee", "eg", "ge", "gg"]
DEFAULT = pathlib.Path(__file__).resolve().parents[2] / "derivations" / "hadipour-haseli-2024.md"

# statistics, omega_1, omega_2, lambda, J, T_1, T_2, mu_1, mu_2
POINTS = [
    ("boson", 10, 10, 2, 1, 2, 2, 0, 0),
    ("boson", 10, 10, 2, 1, 1, 2, 0, 0),
    ("boson", 10, 10, 2, 1, 1, 11, 0, 0),
    ("boson", 10, 10, 8, 0.5, 6, 3, 0, 0),
    ("boson", 10, 10, 2, 1, 8, 0.75, 0, 0),
    ("boson", 13, 7, 6, 1, 5, 1, 0, 0),
    ("boson", 13, 7, 6, 1, 1, 5, 0, 0),
    ("boson", 7, 13, 6, 1, 5, 1, 0, 0),
    ("boson", 4, 9, 1, 3, 2.5, 4, 0, 0),
    ("boson", 1, 1.5, 0.25, 2, 3, 7, 0, 0),
    ("fermion", 10, 10, 2, 1, 1.5, 1.5, 0, 0),
    ("fermion", 10, 10, 2, 1, 1.5, 1.5, 12, 12),
    ("fermion", 10, 10, 2, 1, 1, 1, 4, 8),
    ("fermion", 10, 10, 2, 1, 1, 1, 8, 16),
    ("fermion", 10, 10, 2, 1, 1, 1, 12, 17),
    ("fermion", 10, 10, 2, 1, 1, 1, 13, 33),
    ("fermion", 13, 7, 6, 1, 1.5, 1.5, 6, 2),
    ("fermion", 7, 13, 6, 1, 1.5, 1.5, 6, 2),
    ("fermion", 9, 10, 1, 0.5, 3, 2, 10, 7),
    ("fermion", 6, 5, 3, 2, 4, 0.8, 5, -2),
]
NAMES = (r"\omega_1", r"\omega_2", r"\lambda", "J", "T_1", "T_2", r"\mu_1", r"\mu_2")


def run(program, derivation, statistics, values):
    at = ", ".join(f"{name} = {value}" for name, value in zip(NAMES, values))
    command = [program, "evaluate", str(derivation), "--at", at, "--given", statistics, "--format", "json"]
    finished = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if finished.returncode != 0 or not finished.stdout:
        raise RuntimeError(f"exit {finished.returncode}: {finished.stderr.strip()[:300]}")
    return json.loads(finished.stdout)


def state_of(road):
    """The printed matrix in the order ee, eg, ge, gg."""
    rho = np.array([[complex(*entry) for entry in row] for row in road["rho"]])
    place = [road["basis"].index(name) for name in ORDER]
    return rho[np.ix_(place, place)]


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        sys.exit(2)
    program = sys.argv[1]
    derivation = sys.argv[2] if len(sys.argv) == 3 else DEFAULT
    tally = q.Tally()
    for point in POINTS:
        statistics, values = point[0], point[1:]
        w1, w2, coupling, J, t1, t2, m1, m2 = (float(v) for v in values)
        h = q.hamiltonian(w1, w2, coupling)
        rho = q.numeric_state(statistics, w1, w2, coupling, J, (t1, t2), (m1, m2))
        internal, passive, ergotropy = q.energies_of(rho, h)
        name = f"{statistics} {values}"
        try:
            document = run(program, derivation, statistics, values)
        except (RuntimeError, ValueError, OSError, subprocess.TimeoutExpired) as failure:
            tally.check(name, False, failure)
            continue
        roads = {road["name"]: road for road in document["roads"]}
        for wanted in ("derived", "numeric"):
            if wanted not in roads:
                tally.check(f"{name} {wanted}", False, f"roads: {', '.join(roads)}")
                continue
            road = roads[wanted]
            errors = {
                "rho": np.abs(state_of(road) - rho).max(),
                "eigenvalues": np.abs(np.sort(road["eigenvalues"]) - np.linalg.eigvalsh(rho)).max(),
                "internalEnergy": abs(road["internalEnergy"] - internal),
                "passiveEnergy": abs(road["passiveEnergy"] - passive),
                "ergotropy": abs(road["ergotropy"] - ergotropy),
            }
            worst = max(errors, key=errors.get)
            tally.check(f"{name} {wanted}", errors[worst] < TOLERANCE, f"{worst} {errors[worst]:.1e}")
        for printed in roads.keys() - {"derived", "numeric"}:
            distance = np.abs(state_of(roads[printed]) - rho).max()
            print(f"listed  {name} {printed}: rho differs by {distance:.1e}, ergotropy {roads[printed]['ergotropy']:.6g}"
                  f" for {ergotropy:.6g}")
    tally.finish()


if __name__ == "__main__":
    main()
