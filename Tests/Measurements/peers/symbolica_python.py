"""Symbolica, on one core as without a licence: its own solver, and shared minors on its polynomials."""
import os

os.environ.setdefault("SYMBOLICA_HIDE_BANNER", "1")
import symbolica

import peers


def context(system):
    read = lambda text: symbolica.Polynomial.parse(text, system.symbols)
    zero, one = read("0"), read("1")

    def divide(x, y):
        quotient, rest = x.quot_rem(y)
        if rest != zero:
            raise ArithmeticError("does not divide")
        return quotient
    ring = peers.Ring(zero, one, lambda x, y: x.gcd(y), divide, lambda x: 0 if x == zero else x.nterms())
    A, b = system.parsed(read)
    return A, b, ring, read


def text(polynomial):
    return polynomial.format_plain().replace("python::", "")


def minors_shared(system):
    A, b, ring, _ = context(system)
    return lambda: ring.reduced(*ring.minors(A)), lambda pairs: ring.holds(A, b, pairs), text


def matrix_solve(system):
    A, b, ring, read = context(system)
    rational = lambda text: symbolica.RationalPolynomial.parse(text, system.symbols)
    M = symbolica.Matrix.from_nested([[rational(t) for t in row] for row in system.matrix])
    v = symbolica.Matrix.from_nested([[rational(t)] for t in system.right])

    def solve():
        x = M.solve(v)
        return [(x[i, 0].numerator(), x[i, 0].denominator()) for i in range(system.n)]
    # The parts come with an order of variables of their own; read anew they have that of the system.
    convert = lambda pairs: [(read(text(x)), read(text(y))) for x, y in pairs]
    return solve, lambda pairs: ring.holds(A, b, pairs), text, convert


peers.main(symbolica.get_version(), {"minors_shared": minors_shared, "matrix_solve": matrix_solve})
