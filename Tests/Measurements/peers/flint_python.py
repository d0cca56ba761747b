"""FLINT through python-flint."""
import flint

import peers


def context(system):
    symbols = flint.fmpz_mpoly_ctx.get(system.symbols, "degrevlex")
    variables = dict(zip(system.symbols, symbols.gens()))
    zero, one = symbols.constant(0), symbols.constant(1)
    A, b = system.parsed(lambda text: eval(text.replace("^", "**"), {}, variables) + zero)
    ring = peers.Ring(zero, one, lambda x, y: x.gcd(y), lambda x, y: x / y, len)
    return A, b, ring


def minors_shared(system):
    A, b, ring = context(system)
    return lambda: ring.reduced(*ring.minors(A)), lambda pairs: ring.holds(A, b, pairs), str


def moments(system):
    """Two qubits only: with r11 + r22 and r11 + r33 as unknowns the rows 0+1, 0+2, 3 and 4 lose r11, which
    row 0 then gives by one exact division."""
    A, b, ring = context(system)
    zero, one = ring.zero, ring.one

    def block(row):
        if len(row[0] - row[1] - row[2] + row[3]):
            raise ValueError("the first moments do not close")
        return [row[1] - row[3], row[2] - row[3], row[4], row[5], row[3]]

    def solve():
        add = lambda u, v: [x + y for x, y in zip(u, v)]
        rows = [add(A[0], A[1]), add(A[0], A[2]), A[3], A[4]]
        (p, q, re, im, _), d = ring.minors([block(row) for row in rows] + [[zero] * 4 + [one]])
        row = A[0]
        known = (row[1] - row[3]) * p + (row[2] - row[3]) * q + row[4] * re + row[5] * im + row[3] * d
        r11 = -known / (row[0] - row[1] - row[2] + row[3])
        return ring.reduced([r11, p - r11, q - r11, d - p - q + r11, re, im], d)
    return solve, lambda pairs: ring.holds(A, b, pairs), str


peers.main(f"{flint.__version__} with FLINT {flint.__FLINT_VERSION__}",
           {"minors_shared": minors_shared, "moments": moments})
