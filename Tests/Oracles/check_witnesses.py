#!/usr/bin/env python3
"""Verdicts and witnesses that `rederive check` gives for the two-qubit paper.

usage: check_witnesses.py CHECK.json
       rederive check derivations/hadipour-haseli-2024.md --format json | check_witnesses.py -

At the witness of every refuted steady-state line both sides are computed again, exactly: the printed one
from its own transcription below, the derived one from the null vector of the 16 x 16 Liouvillian. The
verdicts are compared with a list that was settled by hand. A witness that lacks a needed symbol is
skipped, with the reason.
"""

import json
import math
import re
import sys
from fractions import Fraction

import two_qubits as q

PROVED, DEFINED, REFUTED = {"proved"}, {"defined"}, {"refuted"}
# True under another order of the basis, or under rho_ij <-> rho_ji: not true as it stands.
MOVED = {"convention", "refuted"}
NOT_PROVED = {"convention", "refuted", "undefined", "undecided", "unreadable"}

POPULATIONS = (r"\rho_{11}", r"\rho_{22}", r"\rho_{33}")
EXPECTED = [
    *[("2", rf"\varepsilon_{k}", PROVED) for k in (1, 2, 3, 4)],
    *[("2", rf"|\varepsilon_{k}\rangle", PROVED) for k in (1, 2, 4)],
    ("2", r"|\varepsilon_3\rangle", REFUTED),
    ("3", "U", MOVED),
    ("4", "H_{int}", PROVED),
    *[("5", name, PROVED) for name in ("A_1", "A_2", "B_1", "B_2")],
    ("6", "H_{int}(t)", PROVED),
    ("7", None, NOT_PROVED),
    ("8", r"\frac{d\rho}{dt}", PROVED),
    ("8+1", r"\mathcal{D}_1[\rho]", PROVED),
    ("8+2", r"\mathcal{D}_2[\rho]", NOT_PROVED),
    *[("9", rf"\mathcal{{N}}_{k}[\rho]", PROVED) for k in (1, 2)],
    *[("10", rf"\mathcal{{S}}_{k}[\rho]", PROVED) for k in (1, 2)],
    *[(e, rf"\gamma_{k}(\omega)", PROVED) for e in ("11", "12") for k in (1, 2)],
    ("13", r"\rho_\varepsilon", PROVED),
    ("14", r"\rho", PROVED),
    *[("15", rf"\eta_{{{k}}}", MOVED) for k in ("11", "22", "23", "44")],
    ("15", r"\eta_{33}", REFUTED),
    ("15+2", r"\mathcal{U}(\rho)", PROVED),
    ("15+3", r"\mathcal{E}(\rho)", PROVED),
    ("16", r"\rho", PROVED),
    ("16", "H_s", PROVED),
    ("16+1", r"\mathcal{P}_\rho", PROVED),
    ("17", r"\mathcal{E}(\rho)", PROVED),
    *[("18", rf"\rho_{{{k}}}", REFUTED) for k in ("11", "22", "44")],
    ("18", r"\rho_{33}", PROVED),
    ("19", r"\mathcal{Z}", DEFINED),
    *[(e, rf"\{kind}_1^{sign}", PROVED) for e in ("20", "21") for kind in ("gamma", "Gamma") for sign in "+-"],
    ("21+2", r"\delta", PROVED),
    ("21+3", r"\Omega", PROVED),
    *[("22", f"{name}_{sign}", DEFINED) for name in "LM" for sign in "+-"],
    *[("22+1", f"N_{k}^{sign}", PROVED) for k in (1, 2) for sign in "+-"],
    *[(e, name, PROVED) for e in ("23", "27", "30", "33") for name in POPULATIONS],
    *[(e, r"\rho_{44}", PROVED) for e in ("23", "30")],
    *[(e, r"\rho_{23}", REFUTED) for e in ("23", "30")],
    ("27", r"\rho_{44}", REFUTED),
    ("33", r"\rho_{44}", NOT_PROVED),
    *[(e, r"\rho_{23}", MOVED) for e in ("27", "33")],
    *[(e, name, DEFINED) for e in ("24", "31") for name in ("s_1", "s_2", "z_1", "z_2", "R")],
    ("26", r"\mathcal{N}", DEFINED),
    *[(e, r"\mathcal{R}", DEFINED) for e in ("28", "34")],
    *[("29", rf"\mathcal{{{name}}}_{sign}", DEFINED) for name in "LM" for sign in "+-"],
    ("32", r"\mathcal{G}", DEFINED),
]

CHECKED = {"15": None, "18": None, "23": "boson", "27": "fermion", "30": "boson", "33": "fermion"}
SYMMETRIC = {"18", "23", "27"}


class Missing(Exception):
    """A symbol that the witness does not give."""


def key(name):
    """LaTeX without spaces and braces around scripts: N_{1}^{+} and N_1^+ are one."""
    name = re.sub(r"\s+", "", name)
    return re.sub(r"([_^])\{([^{}])\}", r"\1\2", name)


def root(value):
    """The rational square root, or None."""
    real = Fraction(int(value.x.numerator), int(value.x.denominator))
    if value.y != 0 or real < 0:
        return None
    top, bottom = math.isqrt(real.numerator), math.isqrt(real.denominator)
    return q.gaussian(Fraction(top, bottom)) if Fraction(top, bottom) ** 2 == real else None


class Point:
    """A witness point: symbols by their LaTeX names, and what follows from them."""

    def __init__(self, at, equation):
        pairs = at.items() if isinstance(at, dict) else ((a["symbol"], a["value"]) for a in at)
        self.values = {key(name): q.read(str(value)) for name, value in pairs}
        self.equation = equation

    def get(self, *names):
        for name in names:
            value = self.values.get(key(name))
            if value is not None:
                return value
        raise Missing(names[0])

    def has(self, *names):
        return all(self.values.get(key(name)) is not None for name in names)

    def difference(self):
        if self.has(r"\omega_1", r"\omega_2"):
            return self.get(r"\omega_1") - self.get(r"\omega_2")
        return self.get(r"\Delta")

    def rabi(self):
        if self.has(r"\Omega"):
            return self.get(r"\Omega")
        if self.equation in SYMMETRIC:
            return self.get(r"\lambda", r"\Omega")
        found = root(self.difference() ** 2 + self.get(r"\lambda") ** 2)
        if found is None:
            raise Missing(r"\Omega")
        return found

    def angle(self):
        if self.equation in SYMMETRIC:
            return q.gaussian(0), q.gaussian(1)
        if self.has(r"\cos\theta", r"\sin\theta"):
            return self.get(r"\cos\theta"), self.get(r"\sin\theta")
        half = (r"\cos\frac{\theta}{2}", r"\sin\frac{\theta}{2}")
        if self.has(*half):
            c, s = (self.get(name) for name in half)
            return c * c - s * s, q.gaussian(2) * c * s
        if self.has(r"\theta"):
            raise Missing(r"\cos\theta")
        return self.difference() / self.rabi(), self.get(r"\lambda") / self.rabi()

    def occupations(self):
        if self.has("N_1^+"):
            # Equal reservoirs share their occupations, and only the first is named.
            return [[self.get(f"N_{k}^{sign}", f"N_1^{sign}") for sign in "+-"] for k in (1, 2)]
        pairs = [(self.get(f"L_{sign}"), self.get(f"M_{sign}")) for sign in "+-"]
        return [[mean + half for mean, half in pairs], [mean - half for mean, half in pairs]]

    def rates(self, statistics):
        """Rates and their unit: J where they come from occupations, 1 where they are given."""
        if statistics is None and self.has(r"\gamma_1^+"):
            # At equal reservoirs the second may be left out.
            rate = lambda kind, k, sign: self.get(rf"\{kind}_{k}^{sign}", rf"\{kind}_1^{sign}")
            return [[(rate("Gamma", k, sign), rate("gamma", k, sign)) for sign in "+-"] for k in (1, 2)], q.gaussian(1)
        if statistics is None:
            raise Missing(r"\gamma_1^+")
        return q.rates_of(statistics, self.occupations()), self.get("J")


def both_sides(equation, subject, point):
    """The printed and the derived value of a steady-state line."""
    statistics = CHECKED[equation]
    if statistics is None and point.has("N_1^+"):
        # Where the paper leaves the statistics open, the tool gives its values for bosons.
        statistics = "boson"
    element = re.search(r"_\{?(\d\d)\}?$", subject)[1]
    cosine, sine = point.angle()
    if equation == "15":
        return basis_change(element, point, cosine, sine)
    rates, unit = point.rates(statistics)
    # At equal reservoirs the populations do not see the coherence, whatever Omega is.
    omega = q.gaussian(1) if equation == "18" and not point.has(r"\Omega") else point.rabi() / unit
    state = q.eigenbasis_elements(q.exact_state_of_rates(cosine, sine, omega, rates), cosine, sine)
    if equation == "18":
        down, up = ([sum((rates[k][place][side] for k in (0, 1)), q.gaussian(0)) for place in (0, 1)]
                    for side in (0, 1))
        norm = (up[1] + down[1]) * (up[0] + down[0])
        printed = {"11": down[0] * up[1], "22": up[1] * up[0], "33": down[1] * up[0], "44": down[1] * down[0]}
        return printed[element] / norm, state[element]
    printed = q.closed_form(statistics, cosine, sine, omega, point.occupations(), printed=True)
    if equation == "33" and element == "44":
        lm = q.scaled(cosine, sine, point.occupations())[1]
        mp, mm = q.scaled(cosine, sine, point.occupations())[2:]
        return point.get("L") + lm * (mp + mm) ** 2 / (q.gaussian(4) + omega * omega), state[element]
    return printed[element], state[element]


def basis_change(element, point, cosine, sine):
    names = ("11", "22", "33", "44", "23", "32")
    if point.has("N_1^+"):
        rates, unit = point.rates("boson")
        state = q.eigenbasis_elements(
            q.exact_state_of_rates(cosine, sine, point.rabi() / unit, rates), cosine, sine)
    elif any(point.has(rf"\rho_{{{k}}}") for k in names):
        state = {}
        for k in names:
            try:
                state[k] = point.get(rf"\rho_{{{k}}}")
            except Missing:
                if k not in ("23", "32") and len([v for v in names[:4] if point.has(rf"\rho_{{{v}}}")]) < 3:
                    state[k] = None
        if "23" in state and "32" not in state:
            state["32"] = q.conjugate(state["23"])
        if "32" in state and "23" not in state:
            state["23"] = q.conjugate(state["32"])
    else:
        try:
            rates, unit = point.rates(None)
        except Missing:
            rates, unit = point.rates("boson" if point.get("N_1^+").x > 1 else "fermion")
        state = q.eigenbasis_elements(
            q.exact_state_of_rates(cosine, sine, point.rabi() / unit, rates), cosine, sine)

    def rho(k):
        if state.get(k) is None:
            raise Missing(rf"\rho_{{{k}}}")
        return state[k]

    one, half = q.gaussian(1), q.gaussian(Fraction(1, 2))
    up, down, cross = half * (one + cosine), half * (one - cosine), half * sine
    printed = {
        "11": lambda: rho("11"),
        "44": lambda: rho("44"),
        "22": lambda: half * ((rho("23") + rho("32")) * sine + rho("22") * (cosine + one) - rho("33") * (cosine - one)),
        "33": lambda: half * (rho("33") * (cosine + one) - (rho("23") + rho("32")) * sine - rho("22") * (cosine + one)),
        "23": lambda: half * ((rho("33") - rho("22")) * sine + rho("23") * (cosine + one) + rho("32") * (cosine - one)),
    }
    derived = {  # <b_i|rho|b_j> in the printed order ee, eg, ge, gg
        "11": lambda: rho("44"),
        "44": lambda: rho("11"),
        "22": lambda: down * rho("22") + up * rho("33") - cross * (rho("23") + rho("32")),
        "33": lambda: up * rho("22") + down * rho("33") + cross * (rho("23") + rho("32")),
        "23": lambda: cross * (rho("33") - rho("22")) - down * rho("23") + up * rho("32"),
    }
    return printed[element](), derived[element]()


def main():
    if len(sys.argv) != 2:
        print(__doc__)
        sys.exit(2)
    document = json.load(sys.stdin if sys.argv[1] == "-" else open(sys.argv[1], encoding="utf-8"))
    tally = q.Tally()
    tally.check("schema", document.get("schema") == "rederive.check/1", document.get("schema"))
    lines = document["lines"]

    for equation, subject, verdicts in EXPECTED:
        found = [line["verdict"] for line in lines if line["equation"] == equation
                 and (subject is None or key(line["subject"]) == key(subject))]
        name = f"({equation}) {subject or ''}: {' or '.join(sorted(verdicts))}"
        tally.check(name, found and all(v in verdicts for v in found), ", ".join(found) or "no such line")

    # The boson occupation prints both signs where only the minus is meant.
    signs = sorted(line["verdict"] for line in lines if line["equation"] == "12+3")
    tally.check("(12+3) one sign holds, the other does not", set(signs) == {"proved", "refuted"}, ", ".join(signs))

    for line in lines:
        if line["equation"] not in CHECKED or line["verdict"] not in ("refuted", "convention"):
            continue
        name = f"witness of ({line['equation']}) {line['subject']}"
        witness = line.get("witness")
        if not witness:
            if line["verdict"] == "refuted":
                tally.check(name, False, "a refuted line without a witness")
            continue
        shown = q.read(str(witness["printed"])), q.read(str(witness["derived"]))
        if None in shown:
            tally.skip(name, f"values not rational: {witness['printed']}, {witness['derived']}")
            continue
        try:
            sides = both_sides(line["equation"], key(line["subject"]), Point(witness["at"], line["equation"]))
        except Missing as missing:
            tally.skip(name, f"no value for {missing}")
            continue
        tally.check(name, shown == sides and sides[0] != sides[1],
                    f"printed {q.text(sides[0])}, derived {q.text(sides[1])}")
    tally.finish()


if __name__ == "__main__":
    main()
