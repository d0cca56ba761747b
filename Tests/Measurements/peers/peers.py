"""What the peers that are written in Python share.

A peer is a program that is run as

    PEER version                               prints {"version": "..."}
    PEER METHOD REPETITIONS BUDGET ANSWER      a task on standard input

and prints one line of JSON. The task is a linear system, a line each: the number of symbols, the symbols,
the number of unknowns n, the n x n matrix row by row, the n right sides, each an expanded polynomial with
* and ^. The right side is the last unit vector. Of it a peer says

    {"solve": [seconds, ...], "check": [seconds, ...], "holds": true, "answer": [["num", "den"], ...]}

`solve` starts at the peer's own parsed matrix and ends at fractions in lowest terms in its own type; `check`
starts at those and ends when every residual is proved to be zero. The answer is given only if ANSWER is 1.
Sweeps are told in sweep.py.
"""
import gc
import json
import sys
import time


class System:
    """A linear system as text."""

    def __init__(self, lines):
        count = int(lines[0])
        self.symbols = lines[1:1 + count]
        self.n = n = int(lines[1 + count])
        entries = lines[2 + count:]
        self.matrix = [entries[i * n:(i + 1) * n] for i in range(n)]
        self.right = entries[n * n:n * n + n]

    def parsed(self, read):
        return [[read(t) for t in row] for row in self.matrix], [read(t) for t in self.right]


def timed(body, repetitions, budget):
    """Seconds of every repetition, at least one, and the last result."""
    seconds, result = [], None
    gc.collect()
    gc.disable()
    while len(seconds) < repetitions and (not seconds or sum(seconds) < budget):
        start = time.perf_counter()
        result = body()
        seconds.append(time.perf_counter() - start)
    gc.enable()
    return seconds, result


def main(version, methods):
    """`methods`: name -> function of a System that gives (solve, check, text of a polynomial) and, where the
    solution is of another type than `check` takes, what converts it, untimed."""
    if sys.argv[1:] == ["version"]:
        print(json.dumps({"version": version}))
        return
    name, repetitions, budget, answer = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), sys.argv[4] == "1"
    solve, check, text, *convert = methods[name](System(sys.stdin.read().split("\n")))
    solving, pairs = timed(solve, repetitions, budget)
    if convert:
        pairs = convert[0](pairs)
    checking, holds = timed(lambda: check(pairs), repetitions, budget)
    result = {"solve": solving, "check": checking, "holds": bool(holds)}
    if answer:
        result["answer"] = [[text(x), text(y)] for x, y in pairs]
    print(json.dumps(result))


class Ring:
    """Algorithms over any polynomials with + - *, an exact division, a gcd and a number of terms."""

    def __init__(self, zero, one, gcd, divide, terms):
        self.zero, self.one, self.gcd, self.divide, self.terms = zero, one, gcd, divide, terms

    def minors(self, A):
        """Cramer's rule by one table of minors, row by row over subsets of columns, for a right side that is
        the last unit vector: the numerators and the determinant."""
        n, zero = len(A), self.zero
        rows = sorted(range(n - 1), key=lambda i: sum(map(self.terms, A[i])))
        odd = sum(rows[i] > rows[j] for i in range(n - 1) for j in range(i + 1, n - 1)) & 1
        table = {0: self.one}
        for r in rows:
            entries = [(j, x) for j, x in enumerate(A[r]) if self.terms(x)]
            following = {}
            for subset, minor in table.items():
                for j, x in entries:
                    if subset >> j & 1:
                        continue
                    key, t = subset | 1 << j, x * minor
                    if bin(subset >> j).count("1") & 1:
                        t = -t
                    following[key] = following[key] + t if key in following else t
            table = {key: minor for key, minor in following.items() if self.terms(minor)}
        full = (1 << n) - 1
        numerators = [table.get(full ^ 1 << j, zero) for j in range(n)]
        numerators = [-x if (j + n - 1 + odd) & 1 else x for j, x in enumerate(numerators)]
        determinant = zero
        for x, y in zip(A[n - 1], numerators):
            if self.terms(x):
                determinant = determinant + x * y
        return numerators, determinant

    def reduced(self, numerators, denominator):
        """Lowest terms: the gcd of the shortest numerator with the denominator is tried on all, then each
        pair is proved coprime."""
        shortest = min((x for x in numerators if self.terms(x)), key=self.terms)
        common = self.gcd(shortest, denominator)
        rest = self.divide(denominator, common)
        pairs = []
        for x in numerators:
            if not self.terms(x):
                pairs.append((x, self.one))
                continue
            try:
                top, bottom = self.divide(x, common), rest
            except Exception:  # each library has its own for "does not divide"
                top, bottom = x, denominator
            if x is not shortest:
                g = self.gcd(top, bottom)
                if g != self.one and g != -self.one:
                    top, bottom = self.divide(top, g), self.divide(bottom, g)
            pairs.append((top, bottom))
        return pairs

    def holds(self, A, b, pairs):
        """A x - b over the common denominator, every row the zero polynomial."""
        common = pairs[0][1]
        for _, y in pairs:
            if y != common:
                common = common * self.divide(y, self.gcd(common, y))
        xs = [x if y == common else x * self.divide(common, y) for x, y in pairs]
        for row, right in zip(A, b):
            sum_ = -(right * common) if self.terms(right) else self.zero
            for a, x in zip(row, xs):
                if self.terms(a) and self.terms(x):
                    sum_ = sum_ + a * x
            if self.terms(sum_):
                return False
        return True
