"""The ergotropy of two coupled qubits between two baths over a grid, by NumPy and by QuTiP, on one thread.

usage: sweep.py numpy|qutip version
       sweep.py numpy|qutip METHOD REPETITIONS BUDGET ANSWER

The task on standard input is `boson` or `fermion`, then two axes, each `FROM TO COUNT`: the difference of the
baths' temperatures or chemical potentials, and the detuning, which is the fast axis. Out comes
{"points": number that the seconds are for, "sweep": [seconds, ...], "values": [[index, ergotropy], ...]}.
"""
import json
import os
import sys

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np

import peers

LAMBDA, MEAN, TEMPERATURE, POTENTIAL, FERMION_TEMPERATURE = 6.0, 10.0, 3.0, 4.0, 1.5


def occupations(kind, x, upper, lower):
    """Of bath 1 and bath 2, each at the upper and the lower gap."""
    if kind == "boson":
        n = lambda w, t: 1 / (np.exp(w / t) - 1)
        one, two = TEMPERATURE - x / 2, TEMPERATURE + x / 2
    else:
        n = lambda w, mu: 1 / (np.exp((w - mu) / FERMION_TEMPERATURE) + 1)
        one, two = POTENTIAL - x / 2, POTENTIAL + x / 2
    return n(upper, one), n(lower, one), n(upper, two), n(lower, two)


def ergotropy(descending, energy, lower, upper):
    return energy - (descending[..., 1] * lower + descending[..., 2] * upper + descending[..., 3] * 2 * MEAN)


def closed(kind, x, d):
    """The closed form over whole arrays."""
    x, d = x[:, None], d[None, :]
    splitting = np.sqrt(d * d + LAMBDA * LAMBDA)
    cos, sin = d / splitting, LAMBDA / splitting
    lower, upper = MEAN - splitting / 2, MEAN + splitting / 2
    n1p, n1m, n2p, n2m = occupations(kind, x, upper, lower)
    Mp, Mm = (n1p - n2p) / 2, (n1m - n2m) / 2
    Lp, Lm = (n1p + n2p) / 2 + Mp * cos, (n1m + n2m) / 2 - Mm * cos
    Mp, Mm = Mp * sin, Mm * sin
    if kind == "boson":
        t = 1 + Lp + Lm
        R = 1 / (4 * t * t + splitting * splitting)
        s1, s2 = Mp - Mm * (1 + 2 * t), Mm - Mp * (1 + 2 * t)
        z1, z2 = Mp + Mm * (2 * t - 1), Mm + Mp * (2 * t - 1)
        g = 1 / ((1 + 2 * Lp) * (1 + 2 * Lm) - 16 * Mp * Mm * t * t * R)
        r11, r22 = ((1 + Lp) * (1 + Lm) - s1 * s2 * R) * g, (Lm * (1 + Lp) + s2 * z1 * R) * g
        r33, r44 = (Lp * (1 + Lm) + s1 * z2 * R) * g, (Lp * Lm - z1 * z2 * R) * g
        square = ((Mp * (1 + 2 * Lm) + Mm * (1 + 2 * Lp)) * g) ** 2 * R
    else:
        R = square = (Mp + Mm) ** 2 / (4 + splitting * splitting)
        r11, r22, r33, r44 = (1 - Lp) * (1 - Lm) - R, Lm * (1 - Lp) + R, Lp * (1 - Lm) + R, Lp * Lm - R
    mean, half = (r22 + r33) / 2, np.sqrt(((r22 - r33) / 2) ** 2 + square)
    spectrum = np.sort(np.stack([r11, r44, mean + half, mean - half], -1), -1)[..., ::-1]
    return ergotropy(spectrum, r22 * lower + r33 * upper + r44 * 2 * MEAN, lower, upper)


def dissipators(qt, angle):
    """One for each rate of each bath: in and out at the upper and the lower gap."""
    c, s = np.cos(angle / 2), np.sin(angle / 2)
    ket = lambda i, j: qt.basis(4, i - 1) * qt.basis(4, j - 1).dag()
    pairs = [(s * (ket(3, 4) - ket(1, 2)), c * (ket(2, 4) + ket(1, 3))),
             (c * (ket(3, 4) + ket(1, 2)), s * (ket(1, 3) - ket(2, 4)))]
    both, pre, post = qt.sprepost, qt.spre, qt.spost
    out = []
    for a, b in pairs:
        A, B = a.dag(), b.dag()
        up, down = both(A, b) + both(B, a), both(a, B) + both(b, A)
        out.append(2 * both(B, b) - pre(b * B) - post(b * B) + up - pre(a * B) - post(b * A))
        out.append(2 * both(A, a) - pre(a * A) - post(a * A) + up - pre(b * A) - post(a * B))
        out.append(2 * both(b, B) - pre(B * b) - post(B * b) + down - pre(A * b) - post(B * a))
        out.append(2 * both(a, A) - pre(A * a) - post(A * a) + down - pre(B * a) - post(A * b))
    return out


def qutip_sweep(tuned):
    import qutip as qt

    def sweep(kind, x, d):
        """`tuned` builds the superoperators once for each detuning; otherwise at every point, as a user
        would write it."""
        out = np.empty((len(x), len(d)))
        sign = 1 if kind == "boson" else -1
        for j, detuning in enumerate(d):
            splitting = np.hypot(detuning, LAMBDA)
            lower, upper = MEAN - splitting / 2, MEAN + splitting / 2
            H = qt.Qobj(np.diag([0, lower, upper, 2 * MEAN]))
            angle = np.arctan2(LAMBDA, detuning)
            if tuned:
                free = qt.liouvillian(H)
                dims, free = free.dims, free.full()
                arrays = np.array([part.full() for part in dissipators(qt, angle)])
            for i, bias in enumerate(x):
                n = occupations(kind, bias, upper, lower)
                rates = [n[0], n[1], 1 + sign * n[0], 1 + sign * n[1], n[2], n[3], 1 + sign * n[2], 1 + sign * n[3]]
                if tuned:
                    L = qt.Qobj(free + np.tensordot(np.array(rates), arrays, 1), dims=dims, copy=False)
                    rho = qt.steadystate(L, method="svd")
                else:
                    L = qt.liouvillian(H)
                    for rate, part in zip(rates, dissipators(qt, angle)):
                        L = L + float(rate) * part
                    rho = qt.steadystate(L, method="direct")
                spectrum = np.sort(rho.eigenenergies())[::-1]
                out[i, j] = ergotropy(spectrum, qt.expect(H, rho), lower, upper)
        return out
    return sweep


def main():
    library, words = sys.argv[1], sys.argv[2:]
    if words == ["version"]:
        print(json.dumps({"version": __import__(library).__version__}))
        return
    kind, *axes = sys.stdin.read().split("\n")[:3]
    axes = [np.linspace(float(a), float(b), int(n)) for a, b, n in map(str.split, axes)]
    # QuTiP takes minutes for the whole grid: it gets some lines of each axis.
    places = [np.arange(len(axis)) for axis in axes]
    method = closed
    if library == "qutip":
        method = qutip_sweep(words[0] == "tuned")
        lines = 11 if words[0] == "tuned" else 4
        places = [np.linspace(0, len(axis) - 1, lines).round().astype(int) for axis in axes]
    arguments = [axis[place] for axis, place in zip(axes, places)]
    seconds, values = peers.timed(lambda: method(kind, *arguments), int(words[1]), float(words[2]))
    index = np.add.outer(places[0] * len(axes[1]), places[1]).ravel()
    step = 997 if library == "numpy" else 1
    print(json.dumps({"points": values.size, "sweep": seconds,
                      "values": [[int(i), float(v)] for i, v in zip(index[::step], values.ravel()[::step])]}))


main()
