"""The two-qubit model of Hadipour and Haseli (2024), written from its Hamiltonian alone.

Shared by the oracles beside it. Nothing here reads the Swift code or its output.

Two roads lead to the same master equation, and neither uses the paper's A_i and B_i:

* `numeric_liouvillian` diagonalises H with NumPy and weighs every matrix element of the coupling
  operator by the rate at its own transition frequency;
* `exact_liouvillian` works over the Gaussian rationals in the product basis, where the eigenprojectors
  of H are rational in cos(theta) and sin(theta), so no half angle and no square root appears.

In both, with X the coupling operator of a reservoir and X(w) its component at frequency w, the Born and
Markov approximations without level shifts give

    D[rho] = sum_w  Gamma(w) (X(w) rho X^+ - X^+ X(w) rho) + gamma(w) (X(w)^+ rho X - X X(w)^+ rho) + h.c.

with Gamma = J (n + 1) for bosons, J (1 - n) for fermions, and gamma = J n. Product basis: ee, eg, ge, gg.
"""

import re
import sys
from fractions import Fraction

import numpy as np
from sympy import QQ_I
from sympy.polys.matrices import DomainMatrix

EE, EG, GE, GG = range(4)


class Tally:
    """Counts checks, prints each, and ends the script."""

    def __init__(self):
        self.passed, self.failed, self.skipped = 0, 0, 0

    def check(self, name, condition, detail=""):
        if condition:
            self.passed += 1
        else:
            self.failed += 1
        print(f"{'ok    ' if condition else 'FAILED'}  {name}{'  ' + str(detail) if detail != '' else ''}")
        return condition

    def skip(self, name, reason):
        self.skipped += 1
        print(f"skipped {name}: {reason}")

    def finish(self):
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        print(f"{self.passed} passed, {self.failed} failed{skipped}")
        sys.exit(1 if self.failed or not self.passed else 0)


# ---------------------------------------------------------------------------------------------------
# Numbers


def occupation(statistics, frequency, temperature, potential=0.0):
    sign = -1.0 if statistics == "boson" else 1.0
    return 1.0 / (np.exp((frequency - potential) / temperature) + sign)


def hamiltonian(omega1, omega2, coupling):
    h = np.diag([omega1 + omega2, omega1, omega2, 0.0]).astype(complex)
    h[EG, GE] = h[GE, EG] = coupling / 2
    return h


def lowering():
    """sigma_-^(1) takes ee to ge and eg to gg; sigma_-^(2) takes ee to eg and ge to gg."""
    first, second = np.zeros((4, 4)), np.zeros((4, 4))
    first[GE, EE] = first[GG, EG] = 1
    second[EG, EE] = second[GG, GE] = 1
    return first, second


def numeric_liouvillian(statistics, omega1, omega2, coupling, J, temperatures, potentials):
    h = hamiltonian(omega1, omega2, coupling)
    energies, vectors = np.linalg.eigh(h)
    one = np.eye(4)
    left = lambda a: np.kron(a, one)  # row-major vec: A rho B -> kron(A, B^T)
    right = lambda b: np.kron(one, b.T)
    total = -1j * (left(h) - right(h))
    for x, temperature, potential in zip(lowering(), temperatures, potentials):
        inside = vectors.conj().T @ x @ vectors
        emission, absorption = np.zeros((4, 4), complex), np.zeros((4, 4), complex)
        for a in range(4):
            for b in range(4):
                if abs(inside[a, b]) < 1e-14:
                    continue
                n = occupation(statistics, energies[b] - energies[a], temperature, potential)
                emission[a, b] = inside[a, b] * J * (1 + n if statistics == "boson" else 1 - n)
                absorption[b, a] = inside[a, b].conjugate() * J * n
        emission = vectors @ emission @ vectors.conj().T
        absorption = vectors @ absorption @ vectors.conj().T
        for part, whole in ((emission, x.conj().T), (absorption, x)):
            adjoint, reverse = part.conj().T, whole.conj().T
            total += np.kron(part, whole.T) - left(whole @ part)
            total += np.kron(reverse, adjoint.T) - right(adjoint @ reverse)
    return total


def null_state(liouvillian):
    """The unit-trace null vector, and the ratio of the two smallest singular values."""
    _, singular, rows = np.linalg.svd(liouvillian)
    size = int(round(np.sqrt(liouvillian.shape[0])))
    rho = rows[-1].conj().reshape(size, size)
    return rho / np.trace(rho), singular[-1] / singular[-2]


def numeric_state(statistics, omega1, omega2, coupling, J, temperatures, potentials=(0.0, 0.0)):
    matrix = numeric_liouvillian(statistics, omega1, omega2, coupling, J, temperatures, potentials)
    rho, gap = null_state(matrix)
    assert gap < 1e-9, f"the steady state is not unique: {gap}"
    return rho


def energies_of(rho, h):
    """Internal energy, passive energy and ergotropy."""
    internal = np.trace(rho @ h).real
    populations = np.sort(np.linalg.eigvalsh((rho + rho.conj().T) / 2))[::-1]
    passive = float(populations @ np.linalg.eigvalsh(h))
    return internal, passive, internal - passive


# ---------------------------------------------------------------------------------------------------
# Gaussian rationals


def gaussian(value):
    """An int, Fraction, pair (re, im) or Gaussian rational as an element of Q(i)."""
    if isinstance(value, tuple):
        return gaussian(value[0]) + gaussian(value[1]) * QQ_I(0, 1)
    if isinstance(value, (int, Fraction)):
        value = Fraction(value)
        return QQ_I.convert(QQ_I.dom(value.numerator, value.denominator))
    return value


I = QQ_I(0, 1)


def conjugate(z):
    return type(z)(z.x, -z.y)


def zeros(rows, columns):
    return [[QQ_I.zero] * columns for _ in range(rows)]


def multiply(a, b):
    return [[sum((x * y for x, y in zip(row, column)), QQ_I.zero) for column in zip(*b)] for row in a]


def adjoint(a):
    return [[conjugate(a[j][i]) for j in range(len(a))] for i in range(len(a[0]))]


def rates_of(statistics, n):
    """Emission and absorption at both frequencies in units of J, from n[i] = (N_i^+, N_i^-)."""
    one = QQ_I.one
    emission = lambda v: one + v if statistics == "boson" else one - v
    return [[(emission(gaussian(v)), gaussian(v)) for v in pair] for pair in n]


def exact_liouvillian(cosine, sine, omega, rates, delta=None):
    """rates[i] = ((Gamma_i^+, gamma_i^+), (Gamma_i^-, gamma_i^-)), omega in the same units.

    delta, any number above omega, moves no steady state that is unique.
    """
    delta = gaussian(omega) + gaussian(20) if delta is None else delta
    c, s, half = gaussian(cosine), gaussian(sine), QQ_I.convert(QQ_I.dom(1, 2))
    assert c * c + s * s == QQ_I.one
    w, d = gaussian(omega), gaussian(delta)
    h = zeros(4, 4)
    h[EE][EE] = d
    h[EG][EG], h[GE][GE] = half * (d + w * c), half * (d - w * c)
    h[EG][GE] = h[GE][EG] = half * w * s
    projectors = {name: zeros(4, 4) for name in ("gg", "-", "+", "ee")}
    projectors["gg"][GG][GG] = projectors["ee"][EE][EE] = QQ_I.one
    for name, sign in (("+", QQ_I.one), ("-", -QQ_I.one)):
        p = projectors[name]
        p[EG][EG], p[GE][GE] = half * (QQ_I.one + sign * c), half * (QQ_I.one - sign * c)
        p[EG][GE] = p[GE][EG] = half * sign * s
    # A lowering at (delta + Omega)/2 leads from "+" to "gg" or from "ee" to "-".
    steps = {"+": (("gg", "+"), ("-", "ee")), "-": (("gg", "-"), ("+", "ee"))}
    terms = []  # (left factor, right factor, weight), for L rho = sum weight left rho right
    one = [[QQ_I.one if i == j else QQ_I.zero for j in range(4)] for i in range(4)]
    terms += [(h, one, -I), (one, h, I)]
    for number, x in enumerate(lowering()):
        x = [[gaussian(int(v)) for v in row] for row in x]
        raised = adjoint(x)
        for sign, place in (("+", 0), ("-", 1)):
            component = zeros(4, 4)
            for low, high in steps[sign]:
                part = multiply(multiply(projectors[low], x), projectors[high])
                component = [[u + v for u, v in zip(p, q)] for p, q in zip(component, part)]
            lifted = adjoint(component)
            down, up = (gaussian(v) for v in rates[number][place])
            for rate, part, whole in ((down, component, raised), (up, lifted, x)):
                back, reverse = adjoint(part), adjoint(whole)
                terms += [(part, whole, rate), (multiply(whole, part), one, -rate)]
                terms += [(reverse, back, rate), (one, multiply(back, reverse), -rate)]
    total = zeros(16, 16)
    for left, right, weight in terms:
        for a in range(4):
            for k in range(4):
                if left[a][k] == QQ_I.zero:
                    continue
                for l in range(4):
                    for b in range(4):
                        if right[l][b] != QQ_I.zero:
                            total[4 * a + b][4 * k + l] += weight * left[a][k] * right[l][b]
    return total


def exact_state(statistics, cosine, sine, omega, n):
    """The unique steady state in the product basis over Q(i); omega is Omega/J."""
    return exact_state_of_rates(cosine, sine, omega, rates_of(statistics, n))


def exact_state_of_rates(cosine, sine, omega, rates):
    matrix = exact_liouvillian(cosine, sine, omega, rates)
    null = DomainMatrix(matrix, (16, 16), QQ_I).nullspace().to_Matrix().tolist()
    assert len(null) == 1, f"{len(null)} steady states"
    vector = [QQ_I.from_sympy(v) for v in null[0]]
    trace = sum((vector[5 * k] for k in range(4)), QQ_I.zero)
    return [[vector[4 * a + b] / trace for b in range(4)] for a in range(4)]


def eigenbasis_elements(rho, cosine, sine):
    """rho_11 ... rho_44, rho_23 and rho_32 from the product basis, rational in cos and sin.

    |2> = -sin(theta/2)|eg> + cos(theta/2)|ge>, |3> = cos(theta/2)|eg> + sin(theta/2)|ge>.
    """
    c, s, half = gaussian(cosine), gaussian(sine), QQ_I.convert(QQ_I.dom(1, 2))
    up, down = half * (QQ_I.one + c), half * (QQ_I.one - c)
    cross = half * s
    a, b, x, y = rho[EG][EG], rho[GE][GE], rho[EG][GE], rho[GE][EG]
    return {
        "11": rho[GG][GG],
        "22": down * a + up * b - cross * (x + y),
        "33": up * a + down * b + cross * (x + y),
        "44": rho[EE][EE],
        "23": cross * (b - a) - down * x + up * y,
        "32": cross * (b - a) + up * x - down * y,
    }


# ---------------------------------------------------------------------------------------------------
# Closed forms


def scaled(cosine, sine, n):
    """Eqs. 22 and 29: the script L and M; for theta = pi/2 they are L and M."""
    (p1, m1), (p2, m2) = [tuple(gaussian(v) for v in pair) for pair in n]
    c, s, half = gaussian(cosine), gaussian(sine), QQ_I.convert(QQ_I.dom(1, 2))
    lp, lm, mp, mm = half * (p1 + p2), half * (m1 + m2), half * (p1 - p2), half * (m1 - m2)
    return lp + mp * c, lm - mm * c, mp * s, mm * s


def closed_form(statistics, cosine, sine, omega, n, printed=False):
    """Eqs. 30 to 34 (23 to 28 at theta = pi/2), corrected or as transcribed.

    Of Eqs. 27 and 33 the transcribed rho_44 is L_+ L_- R; the undeclared `L` of Eq. 33 gives no value,
    so only Eq. 27's form is offered.
    """
    one, two, four = (gaussian(k) for k in (1, 2, 4))
    lp, lm, mp, mm = scaled(cosine, sine, n)
    w = gaussian(omega)
    if statistics == "fermion":
        r = (mp + mm) ** 2 / (four + w * w)
        result = {
            "11": (one - lp) * (one - lm) - r,
            "22": lm * (one - lp) + r,
            "33": lp * (one - lm) + r,
            "44": lp * lm * r if printed else lp * lm - r,
            "23": -(mp + mm) / (two + I * w if printed else two - I * w),
        }
    else:
        total = one + lp + lm
        r = one / (four * total**2 + w * w)
        s1, s2 = mp - mm * (two * total + one), mm - mp * (two * total + one)
        z1, z2 = mp + mm * (two * total - one), mm + mp * (two * total - one)
        norm = (one + two * lp) * (one + two * lm) - gaussian(16) * mp * mm * total**2 * r
        numerator = mp * (one + two * lm) + mm * (one + two * lp)
        result = {
            "11": ((one + lp) * (one + lm) - s1 * s2 * r) / norm,
            "22": (lm * (one + lp) + s2 * z1 * r) / norm,
            "33": (lp * (one + lm) + s1 * z2 * r) / norm,
            "44": (lp * lm - z1 * z2 * r) / norm,
            "23": numerator / (norm * (two * total + I * w))
            if printed
            else -numerator / (norm * (two * total - I * w)),
        }
    result["32"] = conjugate(result["23"])
    return result


def read(written):
    """The Gaussian rational that `text` writes, or None: 3/4, -i, 1/8i, -1/8-1/8i."""
    written = written.replace(" ", "").replace("*", "").replace("\\,", "")
    written = re.sub(r"\\frac\{(-?\d+)\}\{(\d+)\}", r"\1/\2", written)
    number = r"\d+(?:/\d+)?"
    both = rf"(?P<re>[+-]?{number})?(?P<im>[+-](?:{number})?)i"
    one = rf"(?P<re>[+-]?{number})|(?P<im>[+-]?(?:{number})?)i"
    match = re.fullmatch(both, written) or re.fullmatch(one, written)
    if not match:
        return None
    imaginary = match["im"]
    if imaginary is not None:
        imaginary = Fraction(imaginary + "1" if imaginary in ("", "+", "-") else imaginary)
    return gaussian((Fraction(match["re"] or 0), imaginary or Fraction(0)))


def text(z):
    """A Gaussian rational as rederive writes it: 3/4, 1/8i, -1/8-1/8i."""
    real, imaginary = str(z.x), str(z.y)
    if z.y == 0:
        return real
    if z.x == 0:
        return imaginary + "i"
    return real + ("" if imaginary.startswith("-") else "+") + imaginary + "i"
