# A qubit between two baths
#
# Steady states in closed form, from the derivation qubit-two-baths by rederive.
#
# Units: hbar = 1 and k_B = 1. Matrix elements: rho_ij = <i|rho|j>, rows and columns in the
# order of the basis that is named with each function.
# Product basis: |e>, |g>.
# It rests on: Born, Markov, no Lamb shift.

# The density matrix of the steady state of Eq. (5).
# Basis: $|e\rangle$, $|g\rangle$.
# $p_e$: as printed in Eq. (5), proved.
# $\rho_{eg}$: as printed in Eq. (5), proved.
# $p_g$: as printed in Eq. (5), proved.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
# kappa_h is $\kappa_h$: decay rate of bath h, positive.
# kappa_c is $\kappa_c$: decay rate of bath c, positive.
# T_h is $T_h$: temperature of bath h, positive.
# T_c is $T_c$: temperature of bath c, positive.
function steady_state_eq5(omega, kappa_h, kappa_c, T_h, T_c)
    # $n_h$, occupation of bath h
    n_h = 1 / expm1(omega / T_h)
    # $n_c$, occupation of bath c
    n_c = 1 / expm1(omega / T_c)
    # $\Gamma$, Eq. (6)
    Gamma = kappa_h * (2 * n_h + 1) + kappa_c * (2 * n_c + 1)
    entry = complex(float(promote_type(typeof(omega), typeof(kappa_h), typeof(kappa_c),
      typeof(T_h), typeof(T_c))))
    matrix = zeros(entry, 2, 2)
    matrix[1, 1] = (kappa_h * n_h + kappa_c * n_c) / Gamma
    matrix[2, 2] = (kappa_h * (n_h + 1) + kappa_c * (n_c + 1)) / Gamma
    return matrix
end

# The Hamiltonian in the product basis.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
function hamiltonian_eq5(omega)
    entry = complex(float(promote_type(typeof(omega))))
    matrix = zeros(entry, 2, 2)
    matrix[1, 1] = omega
    return matrix
end

# The density matrix of the steady state of Eq. (15), given $T_h = T_c = T$.
# Basis: $|e\rangle$, $|g\rangle$.
# $p_e$: as printed in Eq. (15), proved.
# $p_g$: from tr rho = 1.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
# T is $T$: temperature of baths h and c, positive.
function steady_state_eq15(omega, T)
    # $p_e$
    p_e = 1 / (exp(omega / T) + 1)
    entry = complex(float(promote_type(typeof(omega), typeof(T))))
    matrix = zeros(entry, 2, 2)
    matrix[1, 1] = p_e
    matrix[2, 2] = 1 - p_e
    return matrix
end

# The Hamiltonian in the product basis, given $T_h = T_c = T$.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
function hamiltonian_eq15(omega)
    entry = complex(float(promote_type(typeof(omega))))
    matrix = zeros(entry, 2, 2)
    matrix[1, 1] = omega
    return matrix
end
