# The three-level absorption refrigerator
#
# Steady states in closed form, from the derivation absorption-refrigerator by rederive.
#
# Units: hbar = 1 and k_B = 1. Matrix elements: rho_ij = <i|rho|j>, rows and columns in the
# order of the basis that is named with each function.
# Product basis: |1>, |2>, |3>.
# It rests on: Born, Markov, no Lamb shift.

# The density matrix of the steady state of Eq. (4).
# Basis: $|1\rangle$, $|2\rangle$, $|3\rangle$.
# $p_1$: as printed in Eq. (4), proved.
# $p_2$: as printed in Eq. (4), proved.
# $p_3$: as printed in Eq. (4), proved.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# omega_c is $\omega_c$: parameter of the Hamiltonian, positive.
# omega_w is $\omega_w$: parameter of the Hamiltonian, positive.
# kappa_h is $\kappa_h$: decay rate of bath h, positive.
# kappa_c is $\kappa_c$: decay rate of bath c, positive.
# kappa_w is $\kappa_w$: decay rate of bath w, positive.
# T_h is $T_h$: temperature of bath h, positive.
# T_c is $T_c$: temperature of bath c, positive.
# T_w is $T_w$: temperature of bath w, positive.
function steady_state_eq4(omega_c, omega_w, kappa_h, kappa_c, kappa_w, T_h, T_c, T_w)
    # $n_c$, occupation of bath c
    n_c = 1 / expm1(omega_c / T_c)
    # $\Gamma_c$, Eq. (2)
    Gamma_c = kappa_c * (n_c + 1)
    # $\omega_h$, declared in the file
    omega_h = omega_c + omega_w
    # $n_h$, occupation of bath h
    n_h = 1 / expm1(omega_h / T_h)
    # $\Gamma_h$, Eq. (2)
    Gamma_h = kappa_h * (n_h + 1)
    # $n_w$, occupation of bath w
    n_w = 1 / expm1(omega_w / T_w)
    # $\Gamma_w$, Eq. (2)
    Gamma_w = kappa_w * (n_w + 1)
    # $\gamma_w$, Eq. (2)
    gamma_w = kappa_w * n_w
    t1 = Gamma_c * Gamma_h + Gamma_c * Gamma_w + gamma_w * Gamma_h
    # $\gamma_c$, Eq. (2)
    gamma_c = kappa_c * n_c
    t2 = gamma_c * Gamma_h
    t3 = gamma_c * Gamma_w
    # $\gamma_h$, Eq. (2)
    gamma_h = kappa_h * n_h
    t4 = gamma_h * Gamma_w
    t5 = gamma_h * Gamma_c
    t6 = gamma_h * gamma_w
    t7 = gamma_c * gamma_w
    # $Z$, Eq. (5)
    Z = t1 + t2 + t3 + t4 + t5 + t6 + t7
    entry = complex(float(promote_type(typeof(omega_c), typeof(omega_w), typeof(kappa_h),
      typeof(kappa_c), typeof(kappa_w), typeof(T_h), typeof(T_c), typeof(T_w))))
    matrix = zeros(entry, 3, 3)
    matrix[1, 1] = t1 / Z
    matrix[2, 2] = (t2 + t3 + t4) / Z
    matrix[3, 3] = (t5 + t6 + t7) / Z
    return matrix
end

# The Hamiltonian in the product basis.
#
# Parameters:
# omega_c is $\omega_c$: parameter of the Hamiltonian, positive.
# omega_w is $\omega_w$: parameter of the Hamiltonian, positive.
function hamiltonian_eq4(omega_c, omega_w)
    # $\omega_h$, declared in the file
    omega_h = omega_c + omega_w
    entry = complex(float(promote_type(typeof(omega_c), typeof(omega_w))))
    matrix = zeros(entry, 3, 3)
    matrix[2, 2] = omega_c
    matrix[3, 3] = omega_h
    return matrix
end
