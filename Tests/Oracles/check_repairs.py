#!/usr/bin/env python3
"""Repairs and findings that `rederive check` gives for the two-qubit paper.

usage: check_repairs.py CHECK.json
       rederive check derivations/hadipour-haseli-2024.md --format json | check_repairs.py -

The repaired LaTeX of every refuted steady-state line is read by a small reader of its own and evaluated at
random rational occupations, exactly; it must be the element of the null vector of the 16 x 16 Liouvillian.
How many edits each line needs, and what the lines have in common, was settled by hand.
"""

import json
import random
import re
import sys
from fractions import Fraction

import two_qubits as q
from check_witnesses import CHECKED, SYMMETRIC, key

EDITS = {
    ("2", r"|\varepsilon_3\rangle"): 1,
    ("15", r"\eta_{33}"): 1,
    ("27", r"\rho_{44}"): 1,
    ("33", r"\rho_{44}"): 3,
    **{(equation, r"\rho_{23}"): 1 for equation in ("27", "33")},
    **{(equation, r"\rho_{23}"): 2 for equation in ("23", "30")},
}
CYCLE = {r"\rho_{11}": r"\rho_{22}", r"\rho_{22}": r"\rho_{44}", r"\rho_{44}": r"\rho_{11}"}


class Reader:
    """A number from LaTeX: sums, products, fractions, brackets, names."""

    TOKEN = re.compile(r"\\left|\\right|\\frac|\\mathcal\{[A-Z]\}|\\[A-Za-z]+|\d+|[A-Za-z]|\S")

    def __init__(self, latex, values):
        self.tokens = self.TOKEN.findall(latex)
        self.tokens = [t for t in self.tokens if t not in (r"\left", r"\right")]
        self.values = values
        self.place = 0

    def peek(self):
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self):
        self.place += 1
        return self.tokens[self.place - 1]

    def whole(self):
        value = self.sum()
        if self.peek() is not None:
            raise ValueError(f"'{self.peek()}' is left over")
        return value

    def sum(self):
        sign = -1 if self.peek() == "-" else 1
        if self.peek() in ("+", "-"):
            self.take()
        total = self.product() * q.gaussian(sign)
        while self.peek() in ("+", "-"):
            sign = q.gaussian(1 if self.take() == "+" else -1)
            total = total + sign * self.product()
        return total

    def product(self):
        total = self.factor()
        while self.peek() not in (None, "+", "-", ")", "]", "}"):
            total = total * self.factor()
        return total

    def group(self):
        if self.peek() != "{":
            return self.factor()
        self.take()
        value = self.sum()
        if self.take() != "}":
            raise ValueError("expected }")
        return value

    def factor(self):
        token = self.take()
        if token in ("(", "["):
            value = self.sum()
            if self.take() != {"(": ")", "[": "]"}[token]:
                raise ValueError("brackets do not match")
            return value
        if token == r"\frac":
            above = self.group()
            return above / self.group()
        if token.isdigit():
            return q.gaussian(int(token))
        if token == "i":
            return q.gaussian(0) + q.read("1i")
        name = token
        for mark in ("_", "^"):
            if self.peek() == mark:
                self.take()
                name += mark + self.script()
        return self.values[name]

    def script(self):
        if self.peek() != "{":
            return self.take()
        self.take()
        text = ""
        while self.peek() != "}":
            text += self.take()
        self.take()
        return text


def names(equation, statistics, cosine, sine, omega, n):
    """What the names of the section stand for, as the paper defines them."""
    half, one, two, four = (q.gaussian(Fraction(1, 2)), *(q.gaussian(k) for k in (1, 2, 4)))
    J = q.gaussian(1)
    values = {"J": J, r"\Omega": omega * J}
    lp, lm = (half * (n[0][k] + n[1][k]) for k in (0, 1))
    mp, mm = (half * (n[0][k] - n[1][k]) for k in (0, 1))
    values |= {"L_+": lp, "L_-": lm, "M_+": mp, "M_-": mm}
    if equation not in SYMMETRIC:
        lp, lm = lp + mp * cosine, lm - mm * cosine
        mp, mm = mp * sine, mm * sine
        values |= {r"\mathcal{L}_+": lp, r"\mathcal{L}_-": lm, r"\mathcal{M}_+": mp, r"\mathcal{M}_-": mm}
    total = one + lp + lm
    R = one / (four * total * total + omega * omega)
    N = (one + two * lp) * (one + two * lm) - q.gaussian(16) * mp * mm * total * total * R
    values |= {"R": R, r"\mathcal{N}": N, r"\mathcal{G}": N,
               r"\mathcal{R}": (mp + mm) * (mp + mm) / (four + omega * omega)}
    rates = q.rates_of(statistics, n)
    sums = q.gaussian(0)
    norm = one
    for place, sign in enumerate("+-"):
        for k in (0, 1):
            down, up = rates[k][place]
            values[rf"\Gamma_{k + 1}^{sign}"], values[rf"\gamma_{k + 1}^{sign}"] = down, up
        norm = norm * sum((rates[k][place][side] for k in (0, 1) for side in (0, 1)), sums)
    values[r"\mathcal{Z}"] = norm
    return values


def check_formula(tally, line, repair, random_source):
    equation = line["equation"]
    element = re.search(r"_\{?(\d\d)\}?$", key(line["subject"]))[1]
    for statistics in [CHECKED[equation]] if CHECKED[equation] else ["boson", "fermion"]:
        for _ in range(3):
            def draw():
                return q.gaussian(Fraction(random_source.randint(1, 8), 9))
            n = [[draw(), draw()], [draw(), draw()]]
            if equation == "18":
                n[1] = n[0]
            cosine, sine = q.gaussian(Fraction(3, 5)), q.gaussian(Fraction(4, 5))
            if equation in SYMMETRIC:
                cosine, sine = q.gaussian(0), q.gaussian(1)
            omega = q.gaussian(Fraction(random_source.randint(1, 9), 4))
            state = q.eigenbasis_elements(q.exact_state(statistics, cosine, sine, omega, n), cosine, sine)
            values = names(equation, statistics, cosine, sine, omega, n)
            name = f"repair of ({equation}) {line['subject']}, {statistics}"
            try:
                value = Reader(repair["latex"], values).whole()
            except (KeyError, ValueError, IndexError) as error:
                tally.check(name, False, f"{repair['latex']}: {error}")
                continue
            tally.check(name, value == state[element], f"{q.text(value)} for {q.text(state[element])}")


def main():
    if len(sys.argv) != 2:
        print(__doc__)
        sys.exit(2)
    document = json.load(sys.stdin if sys.argv[1] == "-" else open(sys.argv[1], encoding="utf-8"))
    tally = q.Tally()
    source = random.Random(27)
    refuted = [line for line in document["lines"] if line["verdict"] == "refuted"]
    for (equation, subject), edits in EDITS.items():
        found = [line for line in refuted if line["equation"] == equation and key(line["subject"]) == key(subject)]
        repairs = [line["repairs"][0] for line in found if line["repairs"]]
        said = [(r["edits"], r["unique"], r["verdict"]) for r in repairs]
        tally.check(f"({equation}) {subject}: {edits} edit(s), unique, proved",
                    said == [(edits, True, "proved")], str(said))
    for line in refuted:
        if line["equation"] in CHECKED and line["equation"] != "15":
            for repair in line["repairs"]:
                check_formula(tally, line, repair, source)

    findings = document["findings"]
    kinds = ", ".join(f"{f['kind']} of {'/'.join(f['equations'])}" for f in findings)

    def found(kind, *equations):
        return [f for f in findings if f["kind"] == kind and set(equations) <= set(f["equations"])]

    tally.check("(18) the labels are a 3-cycle", [f["mapping"] for f in found("permutation", "18")] == [CYCLE],
                kinds)
    tally.check("(3), (14), (15) the basis is reversed", len(found("basis", "3", "14", "15")) == 1, kinds)
    tally.check("(27), (33) rho_ij for rho_ji", len(found("convention", "27", "33")) == 1, kinds)
    tally.check("(23) and (27) need different conventions", len(found("inconsistency", "23", "27")) == 1,
                kinds)
    tally.finish()


if __name__ == "__main__":
    main()
