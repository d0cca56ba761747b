#!/usr/bin/env python3
"""Steady states of the four derivations, from their models alone.

usage: steady_states.py

Two coupled qubits: the null vector of the 16 x 16 Liouvillian, exactly over Q(i) at rational points and
in floating point from temperatures, against the corrected closed forms; the transcribed ones must differ
exactly where they are wrong. The three small models: SymPy solves L rho = 0 with symbols, and every line
of their documents is an identity.
"""

import random
from fractions import Fraction as F

import numpy as np
import sympy as sp

import two_qubits as q

tally = q.Tally()
SEED = 20240617


def exact_points():
    witnesses = [
        ("fermion", F(0), F(1), 2, ((F(3, 4), F(3, 4)), (F(1, 4), F(1, 4))),
         ("7/32", "9/32", "9/32", "7/32", "-1/8-1/8i")),
        ("boson", F(0), F(1), 2, ((1, 1), (0, 0)), ("41/64", "11/64", "11/64", "1/64", "-1/8-1/16i")),
        ("fermion", F(4, 5), F(3, 5), 5, ((F(3, 4), F(3, 4)), (F(1, 4), F(1, 4))),
         ("6/29", "27/290", "143/290", "6/29", "-3/145-3/58i")),
    ]
    for statistics, c, s, w, n, expected in witnesses:
        state = q.eigenbasis_elements(q.exact_state(statistics, c, s, w, n), c, s)
        found = tuple(q.text(state[k]) for k in ("11", "22", "33", "44", "23"))
        tally.check(f"two qubits, exact: {statistics}, cos {c}, Omega/J {w}", found == expected, found)
    printed = q.closed_form("fermion", F(0), F(1), 2, witnesses[0][4], printed=True)
    trace = sum((printed[k] for k in ("11", "22", "33", "44")), q.gaussian(0))
    tally.check("Eq. 27 as transcribed: rho_44 and the trace",
                (q.text(printed["44"]), q.text(trace)) == ("1/128", "101/128"))

    angles = [(F(0), F(1)), (F(3, 5), F(4, 5)), (F(-5, 13), F(12, 13)), (F(15, 17), F(8, 17))]
    generator = random.Random(SEED)
    for statistics in ("boson", "fermion"):
        right = True
        refuted = {k: 0 for k in ("11", "22", "33", "44", "23")}
        count = 0
        for c, s in angles:
            for _ in range(4):
                draw = lambda: F(generator.randint(1, 11), 12) * (3 if statistics == "boson" else 1)
                n, w = ((draw(), draw()), (draw(), draw())), F(generator.randint(1, 40), 8)
                rho = q.exact_state(statistics, c, s, w, n)
                state = q.eigenbasis_elements(rho, c, s)
                right &= state == q.closed_form(statistics, c, s, w, n)
                others = [rho[a][b] for a in range(4) for b in range(4) if a != b and {a, b} != {1, 2}]
                right &= all(v == q.gaussian(0) for v in others)
                transcribed = q.closed_form(statistics, c, s, w, n, printed=True)
                count += 1
                for k in refuted:
                    refuted[k] += state[k] != transcribed[k]
        tally.check(f"two qubits: corrected {statistics} forms at {count} rational points, seed {SEED}", right)
        expected = {"23": count, "44": count if statistics == "fermion" else 0}
        wrong = all(refuted[k] == expected.get(k, 0) for k in refuted)
        tally.check(f"two qubits: transcribed {statistics} forms differ only where known", wrong, refuted)

    # Eq. 18: equal reservoirs, as products of rates, and what is printed under the same labels.
    for statistics in ("boson", "fermion"):
        up = (F(2, 5), F(1, 3))
        down = tuple(1 + v if statistics == "boson" else 1 - v for v in up)
        state = q.eigenbasis_elements(q.exact_state(statistics, F(0), F(1), 3, (up, up)), F(0), F(1))
        norm = (up[0] + down[0]) * (up[1] + down[1])
        gibbs = {"11": down[0] * down[1], "22": up[1] * down[0], "33": up[0] * down[1], "44": up[0] * up[1]}
        tally.check(f"two qubits: equilibrium {statistics} populations are products",
                    all(state[k] == q.gaussian(v / norm) for k, v in gibbs.items())
                    and state["23"] == q.gaussian(0))
        shown = {"11": "22", "22": "44", "33": "33", "44": "11"}
        same = [k for k, v in shown.items() if state[k] == q.gaussian(gibbs[v] / norm)]
        tally.check(f"two qubits: of Eq. 18 as printed only rho_33 holds ({statistics})", same == ["33"])


def floating_points():
    generator = np.random.default_rng(SEED)
    worst = 0.0
    for statistics in ("boson", "fermion"):
        for _ in range(25):
            omega1, omega2 = generator.uniform(6, 14, 2)
            coupling, J = generator.uniform(0.5, 6), generator.uniform(0.3, 3)
            temperatures = generator.uniform(0.8, 6, 2)
            potentials = generator.uniform(0, 14, 2) if statistics == "fermion" else np.zeros(2)
            delta, difference = omega1 + omega2, omega1 - omega2
            rabi = np.hypot(difference, coupling)
            c, s = difference / rabi, coupling / rabi
            rho = q.numeric_state(statistics, omega1, omega2, coupling, J, temperatures, potentials)
            n = [[q.occupation(statistics, (delta + sign * rabi) / 2, t, m) for sign in (1, -1)]
                 for t, m in zip(temperatures, potentials)]
            lp = (n[0][0] + n[1][0]) / 2 + (n[0][0] - n[1][0]) / 2 * c
            lm = (n[0][1] + n[1][1]) / 2 - (n[0][1] - n[1][1]) / 2 * c
            mp, mm = (n[0][0] - n[1][0]) / 2 * s, (n[0][1] - n[1][1]) / 2 * s
            w = rabi / J
            if statistics == "fermion":
                r = (mp + mm) ** 2 / (4 + w * w)
                expected = [(1 - lp) * (1 - lm) - r, lm * (1 - lp) + r, lp * (1 - lm) + r, lp * lm - r]
                cross = -(mp + mm) / (2 - 1j * w)
            else:
                k = 1 + lp + lm
                r = 1 / (4 * k * k + w * w)
                s1, s2 = mp - mm * (1 + 2 * k), mm - mp * (1 + 2 * k)
                z1, z2 = mp + mm * (2 * k - 1), mm + mp * (2 * k - 1)
                norm = (1 + 2 * lp) * (1 + 2 * lm) - 16 * mp * mm * k * k * r
                expected = [((1 + lp) * (1 + lm) - s1 * s2 * r) / norm, (lm * (1 + lp) + s2 * z1 * r) / norm,
                            (lp * (1 + lm) + s1 * z2 * r) / norm, (lp * lm - z1 * z2 * r) / norm]
                cross = -(mp * (1 + 2 * lm) + mm * (1 + 2 * lp)) / (norm * (2 * k - 1j * w))
            half = np.arccos(c) / 2
            vectors = np.zeros((4, 4))
            vectors[q.GG, 0] = vectors[q.EE, 3] = 1
            vectors[[q.EG, q.GE], 1] = -np.sin(half), np.cos(half)
            vectors[[q.EG, q.GE], 2] = np.cos(half), np.sin(half)
            closed = np.diag(expected).astype(complex)
            closed[1, 2], closed[2, 1] = cross, np.conj(cross)
            worst = max(worst, np.abs(vectors.T @ rho @ vectors - closed).max())
    tally.check("two qubits: null vectors in floating point against the corrected forms", worst < 1e-11,
                f"{worst:.1e}")


def consequences():
    def ergotropy(statistics, w1, w2, coupling, temperatures, potentials=(0.0, 0.0)):
        rho = q.numeric_state(statistics, w1, w2, coupling, 1.0, temperatures, potentials)
        return q.energies_of(rho, q.hamiltonian(w1, w2, coupling))[2]

    def table(name, found, expected):
        found = [round(float(v), 4) + 0.0 for v in found]
        tally.check(name, all(abs(a - b) < 1.5e-4 for a, b in zip(found, expected)), found)

    table("boson ergotropy, equal temperatures",
          [ergotropy("boson", 10, 10, 2, (t, t)) for t in (0.7, 2, 5)], [0, 0, 0])
    table("boson ergotropy against Delta T",
          [ergotropy("boson", 10, 10, 2, (1, 1 + d)) for d in (0, 1, 2, 5, 10)],
          [0, 0.0028, 0.0165, 0.0920, 0.1865])
    table("fermion ergotropy against mu, T = 1.5",
          [ergotropy("fermion", 10, 10, 2, (1.5, 1.5), (m, m)) for m in (0, 5, 8, 10, 12, 15, 20)],
          [0, 0, 0, 2.8936, 10.8311, 18.3409, 19.9375])
    table("fermion ergotropy against Delta mu, mu_1 = 8",
          [ergotropy("fermion", 10, 10, 2, (1, 1), (8, 8 + d)) for d in (0, 2, 4, 8)],
          [0, 0.7682, 5.0959, 7.6182])
    table("Fig. 7 corners",
          [ergotropy("boson", 13, 7, 6, (5, 1)), ergotropy("boson", 13, 7, 6, (1, 5)),
           ergotropy("fermion", 13, 7, 6, (1.5, 1.5), (6, 2)), ergotropy("fermion", 13, 7, 6, (1.5, 1.5), (2, 6)),
           ergotropy("boson", 10, 10, 6, (3, 3)), ergotropy("fermion", 10, 10, 6, (1.5, 1.5), (4, 4))],
          [0.1044, 0.0062, 0.0215, 0.0065, 0, 0])
    rho = q.numeric_state("fermion", 10, 10, 2, 1.0, (1, 1), (13, 33))
    table("least eigenvalue, mu_1 = 13, Delta mu = 20", [np.linalg.eigvalsh(rho)[0]], [-7.0e-4])


# ---------------------------------------------------------------------------------------------------
# The small models, with symbols


def vectorised(h, jumps):
    """L as a matrix on the row-major vec of rho, for Lindblad jumps (operator, rate)."""
    size = h.shape[0]
    one = sp.eye(size)
    kron = lambda a, b: sp.Matrix(sp.kronecker_product(a, b))
    total = -sp.I * (kron(h, one) - kron(one, h.T))
    for x, rate in jumps:
        square = x.H * x
        total += rate * (kron(x, x.conjugate()) - (kron(square, one) + kron(one, square.T)) / 2)
    return total


def steady_state(h, jumps):
    size = h.shape[0]
    matrix = vectorised(h, jumps)
    names = sp.symbols(f"r0:{size * size}")
    equations = list(matrix * sp.Matrix(names)) + [sum(names[k * (size + 1)] for k in range(size)) - 1]
    solutions = list(sp.linsolve(equations, names))
    assert len(solutions) == 1 and not (solutions[0].free_symbols & set(names)), "not unique"
    return sp.Matrix(size, size, [sp.cancel(v) for v in solutions[0]])


def unit(size, a, b):
    m = sp.zeros(size, size)
    m[a, b] = 1
    return m


def dissipator(x, rho, rate):
    return rate * (x * rho * x.H - (x.H * x * rho + rho * x.H * x) / 2)


def zero(value):
    """Whether a rational function over Q(i) is identically zero."""
    value = value if isinstance(value, sp.MatrixBase) else sp.sympify(value)
    if isinstance(value, sp.MatrixBase):
        return all(zero(v) for v in value)
    names = sorted(value.free_symbols, key=str)
    return not names and value == 0 or sp.QQ_I.frac_field(*names).from_sympy(value) == 0


def lines(document, identities):
    for number, *pairs in identities:
        tally.check(f"{document} ({number})", all(zero(left - right) for left, right in pairs))


def qubit_two_baths():
    w, kh, kc, nh, nc, k = sp.symbols("omega kappa_h kappa_c n_h n_c kappa", positive=True)
    h = w * unit(2, 0, 0)
    down, up = unit(2, 1, 0), unit(2, 0, 1)
    hot, cold = [(down, kh * (nh + 1)), (up, kh * nh)], [(down, kc * (nc + 1)), (up, kc * nc)]
    rho = steady_state(h, hot + cold)
    pe, pg = rho[0, 0], rho[1, 1]
    current = lambda jumps: sp.cancel((h * sum((dissipator(x, rho, r) for x, r in jumps), sp.zeros(2, 2))).trace())
    jh, jc = current(hot), current(cold)
    gamma = kh * (2 * nh + 1) + kc * (2 * nc + 1)
    mean = (kh * nh + kc * nc) / (kh + kc)
    xh, xc, x = sp.symbols("x_h x_c x", positive=True)  # exp(omega/T), hot, cold and equal
    thermal = {nh: 1 / (xh - 1), nc: 1 / (xc - 1)}
    same = lambda v: v.subs(thermal).subs({xh: x, xc: x})
    lines("qubit-two-baths", [
        (5, (pe, (kh * nh + kc * nc) / gamma), (pg, (kh * (nh + 1) + kc * (nc + 1)) / gamma), (rho[0, 1], 0)),
        (8, (pe, mean / (2 * mean + 1)), (pe / pg, mean / (mean + 1))),
        (9, (pg - pe, (kh + kc) / gamma)),
        (10, (jh, w * (kh * nh * pg - kh * (nh + 1) * pe)), (jh + jc, 0)),
        (11, (jh, w * kh * kc * (nh - nc) / gamma)),
        (12, (jh.subs(thermal), w * kh * kc * (xc - xh) / (kh * (xh + 1) * (xc - 1) + kc * (xc + 1) * (xh - 1)))),
        (13, (jh.subs({kh: k, kc: k}), w * k / 2 * (nh - nc) / (nh + nc + 1))),
        (14, (same(jh), 0), (same(kh * nh * pg), same(kh * (nh + 1) * pe))),
        (15, (same(pe / pg), 1 / x), (same(pe), 1 / (x + 1))),
    ])


def driven_atom():
    omega, gamma = sp.symbols("Omega gamma", positive=True)
    delta = sp.symbols("Delta", real=True)
    down, up, excited = unit(2, 1, 0), unit(2, 0, 1), unit(2, 0, 0)
    h = -delta * excited + omega / 2 * (up + down)
    rho = steady_state(h, [(down, gamma)])
    ee, eg, ge, gg = rho
    any_state = sp.Matrix(2, 2, sp.symbols("a b c d"))
    commutator = lambda a, b: a * b - b * a
    rate = -sp.I * commutator(h, any_state) + dissipator(down, any_state, gamma)
    base = 4 * delta**2 + gamma**2 + 2 * omega**2
    s = 2 * omega**2 / (4 * delta**2 + gamma**2)
    width = sp.sqrt(gamma**2 + 2 * omega**2)
    resonant = lambda v: v.subs(delta, 0)
    lines("driven-atom", [
        (3, (rate, sp.I * delta * commutator(excited, any_state) - sp.I * omega / 2 * commutator(up + down, any_state)
             + gamma * down * any_state * up - gamma / 2 * (excited * any_state + any_state * excited))),
        (4, (ee, omega**2 / base)),
        (5, (eg, omega * (2 * delta - sp.I * gamma) / base), (ge, omega * (2 * delta + sp.I * gamma) / base)),
        (7, (ee, omega**2 / (4 * delta**2 + width**2))),
        (9, (ee, s / (2 * (1 + s))), (ee - gg, -1 / (1 + s))),
        (10, (eg, omega / (2 * delta + sp.I * gamma) / (1 + s)), (eg * ge, s / (2 * (1 + s) ** 2))),
        (11, (gamma * ee, gamma / 2 * s / (1 + s))),
        (12, ((rho * rho).trace(), 1 - s**2 / (2 * (1 + s) ** 2))),
        (13, (resonant(ee), omega**2 / (gamma**2 + 2 * omega**2)),
         (resonant(eg), -sp.I * gamma * omega / (gamma**2 + 2 * omega**2))),
    ])


def absorption_refrigerator():
    wc, ww, kh, kc, kw, nh, nc, nw, th, tc, tw = sp.symbols(
        "omega_c omega_w kappa_h kappa_c kappa_w n_h n_c n_w T_h T_c T_w", positive=True)
    wh = wc + ww
    h = wc * unit(3, 1, 1) + wh * unit(3, 2, 2)
    baths = {
        "h": (unit(3, 0, 2), kh, nh),
        "c": (unit(3, 0, 1), kc, nc),
        "w": (unit(3, 1, 2), kw, nw),
    }
    jumps = {name: [(x, k * (n + 1)), (x.H, k * n)] for name, (x, k, n) in baths.items()}
    rho = steady_state(h, sum(jumps.values(), []))
    p1, p2, p3 = (rho[k, k] for k in range(3))
    tally.check("absorption-refrigerator: no coherence", all(rho[a, b] == 0 for a in range(3) for b in range(3) if a != b))
    current = {name: sp.cancel((h * sum((dissipator(x, rho, r) for x, r in group), sp.zeros(3, 3))).trace())
               for name, group in jumps.items()}
    gh, gc, gw = kh * nh, kc * nc, kw * nw
    Gh, Gc, Gw = kh * (nh + 1), kc * (nc + 1), kw * (nw + 1)
    Z = Gc * Gh + Gc * Gw + gw * Gh + gc * Gh + gc * Gw + gh * Gw + gh * Gc + gh * gw + gc * gw
    flow = kh * kc * kw / Z * (nc * nw * (nh + 1) - nh * (nc + 1) * (nw + 1))
    eh, ec, ew = sp.symbols("e_h e_c e_w", positive=True)  # exp(omega/T) of each bath
    thermal = {nh: 1 / (eh - 1), nc: 1 / (ec - 1), nw: 1 / (ew - 1)}
    cold, work = sp.symbols("x_c x_w", positive=True)  # the same at one temperature: e_h = e_c e_w
    same = lambda v: v.subs(thermal).subs({eh: cold * work, ec: cold, ew: work})
    lines("absorption-refrigerator", [
        (3, *((((n + 1) / n).subs(thermal), e) for n, e in ((nh, eh), (nc, ec), (nw, ew)))),
        (4, (p1, (Gc * Gh + Gc * Gw + gw * Gh) / Z), (p2, (gc * Gh + gc * Gw + gh * Gw) / Z),
         (p3, (gh * Gc + gh * gw + gc * gw) / Z)),
        (6, (gh * p1 + gw * p2, (Gh + Gw) * p3)),
        (8, (current["c"], wc * flow), (current["w"], ww * flow), (current["h"], -wh * flow)),
        (9, (sum(current.values()), 0)),
        (10, (current["c"] / current["w"], wc / ww)),
        (11, (nc * nw * (nh + 1) - nh * (nc + 1) * (nw + 1), nc * nw - nh * (nc + nw + 1))),
        (12, (flow.subs(thermal), (kh * kc * kw * nh * nc * nw / Z).subs(thermal) * (eh - ec * ew))),
        (13, (-current["h"] / th - current["c"] / tc - current["w"] / tw, flow * (wh / th - wc / tc - ww / tw))),
        (14, (same(current["c"]), 0), (same(p2 / p1), 1 / cold), (same(p3 / p1), 1 / (cold * work))),
    ])


if __name__ == "__main__":
    exact_points()
    floating_points()
    consequences()
    qubit_two_baths()
    driven_atom()
    absorption_refrigerator()
    tally.finish()
