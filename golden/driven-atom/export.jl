# A two-level atom driven by a laser
#
# Steady states in closed form, from the derivation driven-atom by rederive.
#
# Units: hbar = 1 and k_B = 1. Matrix elements: rho_ij = <i|rho|j>, rows and columns in the
# order of the basis that is named with each function.
# Product basis: |e>, |g>.

# The density matrix of the steady state of Eqs. (4), (5).
# Basis: $|e\rangle$, $|g\rangle$.
# $\rho_{ee}$: as printed in Eq. (4), proved.
# $\rho_{eg}$: as printed in Eq. (5), proved.
# $\rho_{gg}$: from tr rho = 1.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# Omega is $\Omega$: parameter of the Hamiltonian, positive.
# gamma is $\gamma$: rate of the jump $\sigma_-$, positive.
# Delta is $\Delta$: parameter of the Hamiltonian, real.
function steady_state_eq4(Omega, gamma, Delta)
    t1 = Omega^2
    t2 = 4 * Delta^2 + gamma^2 + 2 * t1
    # $\rho_{ee}$
    rho_ee = t1 / t2
    # $\rho_{eg}$
    rho_eg = Omega * (2 * Delta - im * gamma) / t2
    entry = complex(float(promote_type(typeof(Omega), typeof(gamma), typeof(Delta))))
    matrix = zeros(entry, 2, 2)
    matrix[1, 1] = rho_ee
    matrix[1, 2] = rho_eg
    matrix[2, 1] = conj(rho_eg)
    matrix[2, 2] = 1 - rho_ee
    return matrix
end

# The Hamiltonian in the product basis.
#
# Parameters:
# Omega is $\Omega$: parameter of the Hamiltonian, positive.
# Delta is $\Delta$: parameter of the Hamiltonian, real.
function hamiltonian_eq4(Omega, Delta)
    t1 = Omega / 2
    entry = complex(float(promote_type(typeof(Omega), typeof(Delta))))
    matrix = zeros(entry, 2, 2)
    matrix[1, 1] = -Delta
    matrix[1, 2] = t1
    matrix[2, 1] = t1
    return matrix
end

# The density matrix of the steady state of Eqs. (9), (10).
# Basis: $|e\rangle$, $|g\rangle$.
# $\rho_{ee}$: as printed in Eq. (9), proved.
# $\rho_{eg}$: as printed in Eq. (10), proved.
# $\rho_{gg}$: from tr rho = 1.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# Omega is $\Omega$: parameter of the Hamiltonian, positive.
# gamma is $\gamma$: rate of the jump $\sigma_-$, positive.
# Delta is $\Delta$: parameter of the Hamiltonian, real.
function steady_state_eq9(Omega, gamma, Delta)
    # $s$, Eq. (8)
    s = 2 * Omega^2 / (4 * Delta^2 + gamma^2)
    t1 = 1 + s
    # $\rho_{ee}$
    rho_ee = s / (2 * t1)
    # $\rho_{eg}$
    rho_eg = Omega / (2 * Delta + im * gamma) / t1
    entry = complex(float(promote_type(typeof(Omega), typeof(gamma), typeof(Delta))))
    matrix = zeros(entry, 2, 2)
    matrix[1, 1] = rho_ee
    matrix[1, 2] = rho_eg
    matrix[2, 1] = conj(rho_eg)
    matrix[2, 2] = 1 - rho_ee
    return matrix
end

# The Hamiltonian in the product basis.
#
# Parameters:
# Omega is $\Omega$: parameter of the Hamiltonian, positive.
# Delta is $\Delta$: parameter of the Hamiltonian, real.
function hamiltonian_eq9(Omega, Delta)
    t1 = Omega / 2
    entry = complex(float(promote_type(typeof(Omega), typeof(Delta))))
    matrix = zeros(entry, 2, 2)
    matrix[1, 1] = -Delta
    matrix[1, 2] = t1
    matrix[2, 1] = t1
    return matrix
end

# The density matrix of the steady state of Eq. (13), given $\Delta = 0$.
# Basis: $|e\rangle$, $|g\rangle$.
# $\rho_{ee}$: as printed in Eq. (13), proved.
# $\rho_{eg}$: as printed in Eq. (13), proved.
# $\rho_{gg}$: from tr rho = 1.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# Omega is $\Omega$: parameter of the Hamiltonian, positive.
# gamma is $\gamma$: rate of the jump $\sigma_-$, positive.
function steady_state_eq13(Omega, gamma)
    t1 = Omega^2
    t2 = gamma^2 + 2 * t1
    # $\rho_{ee}$
    rho_ee = t1 / t2
    t3 = im * gamma * Omega / t2
    entry = complex(float(promote_type(typeof(Omega), typeof(gamma))))
    matrix = zeros(entry, 2, 2)
    matrix[1, 1] = rho_ee
    matrix[1, 2] = -t3
    matrix[2, 1] = -conj(t3)
    matrix[2, 2] = 1 - rho_ee
    return matrix
end

# The Hamiltonian in the product basis, given $\Delta = 0$.
#
# Parameters:
# Omega is $\Omega$: parameter of the Hamiltonian, positive.
function hamiltonian_eq13(Omega)
    t1 = Omega / 2
    entry = complex(float(promote_type(typeof(Omega))))
    matrix = zeros(entry, 2, 2)
    matrix[1, 2] = t1
    matrix[2, 1] = t1
    return matrix
end
