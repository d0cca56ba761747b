/// The part of SymPy's module that is the same for every model: exact zero, and the master equation.
enum SymPyRuntime {
  static let text = """
    class Algebra:
        \"""Rational functions of symbols, roots and occupations, in which zero is decided exactly.

        A root r obeys r**2 = radicand, the imaginary unit i**2 = -1, and every exponential is written
        with the occupation n of its exponent, exp(x) = 1/n + sign. What is zero with independent
        symbols in their places is zero.
        \"""

        def __init__(self, expressions, sign, random=None):
            self.sign, self.random, self.values = sign, random, {}
            self.unit = sympy.Dummy("i")
            self.roots, self.exponents = [], []
            self.symbols = set()
            self.rational = None
            bare = [self._bare(sympy.sympify(e)) for e in expressions]
            for e in bare:
                self.symbols |= e.free_symbols
            self.symbols -= {self.unit} | {r for r, _ in self.roots}
            self._extend([])

        def _extend(self, occupations):
            names = sorted(self.symbols - set(occupations), key=str) + list(occupations)
            if self.random:
                for name in names:
                    self.values.setdefault(name, Rational(self.random.randint(1, 10**9), 10**4))
                names = []
            self.generators = [*names, *(r for r, _ in self.roots), self.unit]
            self.rational = field(self.generators, sympy.QQ)[0]
            self.relations = [(self.unit, self._element(sympy.Integer(-1)))]
            for root, radicand in self.roots:
                self.relations.append((root, self._element(radicand)))

        def _element(self, e):
            return self.rational.from_expr(e.xreplace(self.values))

        def _bare(self, e):
            \"""With symbols for the imaginary unit and for roots, from the inside to the outside.\"""
            if e is sympy.I:
                return self.unit
            if not e.args:
                return e
            if isinstance(e, conjugate):
                # Every symbol is real, and so is every root.
                return self._bare(e.args[0]).subs(self.unit, -self.unit)
            arguments = [self._bare(a) for a in e.args]
            if e.is_Pow and e.exp.is_Rational and e.exp.q == 2:
                return self._root(arguments[0]) ** e.exp.p
            return e.func(*arguments)

        def _root(self, radicand):
            for root, known in self.roots:
                if known == radicand:
                    return root
            self.roots.append((sympy.Dummy("r"), radicand))
            return self.roots[-1][0]

        def prepare(self, exponents):
            \"""Names an occupation for each different exponent.\"""
            for e in exponents:
                self.find(e)
            self._extend([n for _, n in self.exponents])

        def find(self, exponent):
            value = self._element(self._bare(sympy.sympify(exponent)))
            for known, n in self.exponents:
                if self.is_zero(self._element(known) - value):
                    return n
            self.exponents.append((value.as_expr(), sympy.Dummy("n")))
            return self.exponents[-1][1]

        def value(self, e):
            e = self._bare(sympy.sympify(e))
            return self._element(e.replace(sympy.exp, lambda x: 1 / self.find(x) + self.sign))

        def occupation(self, exponent):
            return self._element(self.find(exponent))

        def conjugate(self, value):
            index = self.generators.index(self.unit)
            def flip(polynomial):
                return polynomial.ring.from_dict(
                    {m: (-c if m[index] % 2 else c) for m, c in polynomial.items()})
            return self.rational.new(flip(value.numer), flip(value.denom))

        def denominator(self, rows):
            \"""The least common one.\"""
            ring = self.rational.one.numer.ring
            result = ring.one
            for row in rows:
                for value in row:
                    result = result.lcm(value.denom)
            return self.rational.new(result, ring.one)

        def is_zero(self, value, level=None):
            level = len(self.relations) if level is None else level
            if not value:
                return True
            if level == 0:
                return False
            # The unit last: roots contain no imaginary unit.
            generator, square = self.relations[level - 1]
            index = self.generators.index(generator)
            ring = value.numer.ring
            by_exponent = {}
            for monomial, c in value.numer.terms():
                rest = monomial[:index] + (0,) + monomial[index + 1:]
                by_exponent.setdefault(monomial[index], {})[rest] = c
            halves = [self.rational.zero, self.rational.zero]
            for exponent, terms in by_exponent.items():
                part = self.rational.new(ring.from_dict(terms), ring.one)
                halves[exponent % 2] += part * square ** (exponent // 2)
            return all(self.is_zero(half, level - 1) for half in halves)


    def times(*factors):
        result = factors[0]
        for f in factors[1:]:
            result = [[sum((a * b for a, b in zip(row, column) if a and b), 0 * row[0])
                       for column in zip(*f)] for row in result]
        return result


    def plus(a, b, sign=1):
        return [[x + sign * y for x, y in zip(p, q)] for p, q in zip(a, b)]


    def prove(rho, model, random=None):
        \"""The laws that could not be proved, in words; with random numbers, those that fail at one point.\"""
        rho = rho.tolist()
        n = len(rho)
        has_baths = bool(model["baths"])
        energies = model["energies"] if has_baths else [0] * n
        signs = {1 if b["statistics"] == "boson" else -1 for b in model["baths"]} or {1}
        if len(signs) > 1:
            return ["bosons and fermions together"]
        sign = signs.pop()
        flat = [*sum(rho, []), *sum(model["hamiltonian"], []), *energies]
        flat += sum(model["eigenvectors"], [])
        for bath in model["baths"]:
            flat += sum(bath["coupling"], [])
            flat += [bath["strength"], bath["temperature"], bath["potential"]]
        for jump in model["jumps"]:
            flat += sum(jump["operator"], []) + [jump["rate"]]
        if not all(s.is_real for e in flat for s in sympy.sympify(e).free_symbols):
            return ["complex parameters"]
        algebra = Algebra(flat, sign, random)

        def exponent(bath, frequency):
            return (frequency - bath["potential"]) / bath["temperature"]

        # Every exponent that occurs, before any number is taken.
        found = [x.args[0] for e in flat for x in sympy.sympify(e).atoms(sympy.exp)]
        for bath in model["baths"]:
            for a in range(n):
                for b in range(a + 1, n):
                    w = energies[b] - energies[a]
                    if not algebra.is_zero(algebra._element(algebra._bare(sympy.sympify(w)))):
                        found.append(exponent(bath, w))
        algebra.prepare(found)

        def matrix(rows):
            return [[algebra.value(e) for e in row] for row in rows]

        def dagger(rows):
            return [[algebra.conjugate(rows[j][i]) for j in range(n)] for i in range(n)]

        def scaled(rows, c):
            return [[c * e for e in row] for row in rows]

        failing = []

        def check(name, rows):
            if not all(algebra.is_zero(e) for row in rows for e in row):
                failing.append(name)

        zero, one = algebra.rational.zero, algebra.rational.one
        identity = [[one if i == j else zero for j in range(n)] for i in range(n)]
        h, rho = matrix(model["hamiltonian"]), matrix(rho)
        trace = [[sum((rho[i][i] for i in range(n)), -one)]]
        check("tr rho = 1", trace)
        check("rho is Hermitian", plus(rho, dagger(rho), -1))
        vectors = matrix(model["eigenvectors"]) if has_baths else identity
        levels = [algebra.value(e) for e in energies]
        diagonal = [[levels[i] if i == j else zero for j in range(n)] for i in range(n)]
        if has_baths:
            check("H V = V E", plus(times(h, vectors), times(vectors, diagonal), -1))
            check("V is unitary", plus(times(dagger(vectors), vectors), identity, -1))
            h = diagonal
        if model["order"] is not None:
            place = {row: k for k, row in enumerate(model["order"])}
            rho = [[rho[place[i]][place[j]] for j in range(n)] for i in range(n)]
            rho = times(dagger(vectors), rho, vectors)
        # L rho = 0 is homogeneous: without denominators it is about polynomials.
        rho = scaled(rho, algebra.denominator(rho))
        couplings = [(bath, matrix(bath["coupling"])) for bath in model["baths"]]
        couplings = [(bath, c, times(dagger(vectors), c, vectors)) for bath, c in couplings]
        d = algebra.denominator(sum((x for _, _, x in couplings), []))
        d = d * algebra.conjugate(d)
        imaginary = algebra.value(sympy.I)
        total = scaled(plus(times(h, rho), times(rho, h), -1), -imaginary)
        half = algebra.value(Rational(1, 2))
        for jump in model["jumps"]:
            l = times(dagger(vectors), matrix(jump["operator"]), vectors)
            down = dagger(l)
            loss = plus(times(down, l, rho), times(rho, down, l))
            gain = plus(times(l, rho, down), scaled(loss, half), -1)
            total = plus(total, scaled(gain, algebra.value(jump["rate"])))
        total = scaled(total, d * d)
        for bath, coupling, x in couplings:
            is_hermitian = coupling == dagger(coupling)
            x = scaled(x, d)
            weight = algebra.value(bath["strength"]) * (half if bath["is_decay_rate"] else one)
            up, down = [[zero] * n for _ in range(n)], [[zero] * n for _ in range(n)]
            for a in range(n):
                for b in range(n):
                    if algebra.is_zero(x[a][b]):
                        x[a][b] = zero
                        continue
                    w = energies[b] - energies[a]
                    filled = algebra.occupation(exponent(bath, -w if is_hermitian and b < a else w))
                    up[a][b] = weight * filled
                    down[a][b] = weight * (one + sign * filled)
            if is_hermitian:
                rates = [[down[a][b] if b > a else up[a][b] for b in range(n)] for a in range(n)]
                channels = [(x, rates)]
            else:
                channels = [(x, down), (dagger(x), [list(row) for row in zip(*up)])]
            for l, rates in channels:
                for mask in masks(algebra, l, levels, model["is_secular"]):
                    part = [[e if m else zero for e, m in zip(p, q)] for p, q in zip(l, mask)]
                    w = [[e * r for e, r in zip(p, q)] for p, q in zip(part, rates)]
                    gain = plus(times(w, rho, dagger(part)), times(dagger(part), w, rho), -1)
                    other = plus(times(part, rho, dagger(w)), times(rho, dagger(w), part), -1)
                    total = plus(total, plus(gain, other))
        check("L rho = 0", total)
        return failing


    def masks(algebra, l, levels, is_secular):
        \"""The elements between which there is interference: all, or those of one frequency.\"""
        n = len(l)
        if not is_secular:
            return [[[True] * n for _ in range(n)]]
        groups = []
        for a in range(n):
            for b in range(n):
                if not l[a][b]:
                    continue
                w = levels[b] - levels[a]
                group = next((g for g in groups if algebra.is_zero(g[0] - w)), None)
                if group is None:
                    group = (w, [[False] * n for _ in range(n)])
                    groups.append(group)
                group[1][a][b] = True
        return [mask for _, mask in groups]
    """
}
