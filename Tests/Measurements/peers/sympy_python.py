"""SymPy: fraction-free elimination of its DomainMatrix, and shared minors, over its polynomial rings."""
import sympy
from sympy.external.gmpy import GROUND_TYPES
from sympy.polys.matrices import DomainMatrix

import peers


def context(system):
    R, *variables = sympy.ring(system.symbols, sympy.ZZ)
    names = dict(zip(system.symbols, variables))
    A, b = system.parsed(lambda text: R(eval(text.replace("^", "**"), {}, names)))
    ring = peers.Ring(R.zero, R.one, lambda x, y: x.gcd(y), lambda x, y: x.exquo(y), len)
    return A, b, ring, R


def solve_den(system):
    A, b, ring, R = context(system)

    def solve():
        domain = R.to_domain()
        matrix = DomainMatrix(A, (system.n, system.n), domain).to_sparse()
        right = DomainMatrix([[x] for x in b], (system.n, 1), domain).to_sparse()
        x, denominator = matrix.solve_den(right, method="rref")
        return ring.reduced([row[0] for row in x.to_ddm()], denominator)
    return solve, lambda pairs: ring.holds(A, b, pairs), lambda x: str(x.as_expr())


def minors_shared(system):
    A, b, ring, _ = context(system)
    return (lambda: ring.reduced(*ring.minors(A)), lambda pairs: ring.holds(A, b, pairs),
            lambda x: str(x.as_expr()))


peers.main(f"{sympy.__version__} on {GROUND_TYPES}", {"solve_den": solve_den, "minors_shared": minors_shared})
