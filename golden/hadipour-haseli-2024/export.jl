# Steady-state work extraction from two coupled qubits embedded within equilibrium and
# non-equilibrium reservoirs
#
# Steady states in closed form, from the derivation hadipour-haseli-2024 by rederive.
#
# Units: hbar = 1 and k_B = 1. Matrix elements: rho_ij = <i|rho|j>, rows and columns in the
# order of the basis that is named with each function.
# Product basis: |ee>, |eg>, |ge>, |gg>.
# It rests on: Born, Markov, no Lamb shift, flat spectral density, $\omega_1 > 0$, $\frac{\delta
# - \Omega}{2} > 0$.

# The density matrix of the steady state of Eq. (15), given boson.
# Basis: $|ee\rangle$, $|eg\rangle$, $|ge\rangle$, $|gg\rangle$.
# Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$, $\frac{\delta - \Omega}{2} > 0$.
# $\eta_{11}$: derived.
# $\eta_{22}$: derived.
# $\eta_{23}$: derived.
# $\eta_{33}$: derived; what Eq. (15) prints does not follow.
# $\eta_{44}$: from tr rho = 1.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# omega_1 is $\omega_1$: parameter of the Hamiltonian, positive.
# omega_2 is $\omega_2$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
# J is $J$: spectral density of baths 1 and 2, positive.
# T_1 is $T_1$: temperature of bath 1, positive.
# T_2 is $T_2$: temperature of bath 2, positive.
# mu_1 is $\mu_1$: chemical potential of bath 1, real.
# mu_2 is $\mu_2$: chemical potential of bath 2, real.
function steady_state_eq15_boson(omega_1, omega_2, lambda, J, T_1, T_2, mu_1, mu_2)
    # $\Delta$, declared in the file
    Delta = omega_1 - omega_2
    # $\Omega$, declared in the file
    Omega = sqrt(Delta^2 + lambda^2)
    t1 = Delta / Omega
    t2 = lambda / Omega
    t3 = sqrt((1 + t1) / 2)
    t4 = t2 / 2 / t3
    t5 = Omega / J
    t6 = 2 * omega_2
    t7 = Omega * t1
    t8 = t6 - 2 * mu_1 + t7
    t9 = 2 * T_1
    # $N_1^+$, from the model
    N_1_plus = 1 / expm1((t8 + Omega) / t9)
    t10 = t6 - 2 * mu_2 + t7
    t11 = 2 * T_2
    # $N_2^+$, from the model
    N_2_plus = 1 / expm1((t10 + Omega) / t11)
    t12 = t2 * N_1_plus - t2 * N_2_plus
    # $N_1^-$, from the model
    N_1_minus = 1 / expm1((t8 - Omega) / t9)
    # $N_2^-$, from the model
    N_2_minus = 1 / expm1((t10 - Omega) / t11)
    t13 = t2 * N_1_minus - t2 * N_2_minus
    t14 = t1 * N_2_minus - t1 * N_1_minus + N_1_minus + N_2_minus
    t15 = t1 * N_1_plus - t1 * N_2_plus + N_1_plus + N_2_plus
    t16 = 2 + t15
    t17 = (t16 + t14)^2
    t18 = t5^2 + t17
    t19 = 1 + t15
    t20 = t19 + t14
    t21 = t12 * t20 + t13
    t22 = t13 * t20 + t12
    t23 = 1 + t14
    t24 = t23 * t19 * t18 - t13 * t17 * t12
    t25 = 4 * t24
    # $\eta_{11}$
    eta_11 = (t14 * t15 * t18 - t21 * t22) / t25
    t26 = t4^2
    t27 = 3 + t15 + t14
    t28 = (t14 * t16 * t18 + (t13 - t12 * t27) * t22) / t25
    t29 = t4 * t3
    t30 = (t13 * t19 + t12 * t23) * (-2 - t15 - t14 - t5 * im) / (2 * t24)
    t31 = t3 * t4
    t32 = t3^2
    t33 = (t15 * (2 + t14) * t18 + (t12 - t13 * t27) * t21) / t25
    # $\eta_{22}$
    eta_22 = t26 * t28 - t29 * t30 - t31 * conj(t30) + t32 * t33
    # $\eta_{23}$
    eta_23 = -t29 * t28 - t26 * t30 + t32 * conj(t30) + t31 * t33
    # $\eta_{33}$
    eta_33 = t32 * t28 + t31 * t30 + t29 * conj(t30) + t26 * t33
    entry = complex(float(promote_type(typeof(omega_1), typeof(omega_2), typeof(lambda),
      typeof(J), typeof(T_1), typeof(T_2), typeof(mu_1), typeof(mu_2))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = eta_11
    matrix[2, 2] = eta_22
    matrix[2, 3] = eta_23
    matrix[3, 2] = conj(eta_23)
    matrix[3, 3] = eta_33
    matrix[4, 4] = 1 - eta_11 - eta_22 - eta_33
    return matrix
end

# The Hamiltonian in the product basis, given boson.
#
# Parameters:
# omega_1 is $\omega_1$: parameter of the Hamiltonian, positive.
# omega_2 is $\omega_2$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
function hamiltonian_eq15_boson(omega_1, omega_2, lambda)
    t1 = lambda / 2
    entry = complex(float(promote_type(typeof(omega_1), typeof(omega_2), typeof(lambda))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = omega_1 + omega_2
    matrix[2, 2] = omega_1
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = omega_2
    return matrix
end

# The density matrix of the steady state of Eq. (15), given fermion.
# Basis: $|ee\rangle$, $|eg\rangle$, $|ge\rangle$, $|gg\rangle$.
# Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$, $\frac{\delta - \Omega}{2} > 0$.
# $\eta_{11}$: derived.
# $\eta_{22}$: derived.
# $\eta_{23}$: derived.
# $\eta_{33}$: derived; what Eq. (15) prints does not follow.
# $\eta_{44}$: from tr rho = 1.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# omega_1 is $\omega_1$: parameter of the Hamiltonian, positive.
# omega_2 is $\omega_2$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
# J is $J$: spectral density of baths 1 and 2, positive.
# T_1 is $T_1$: temperature of bath 1, positive.
# T_2 is $T_2$: temperature of bath 2, positive.
# mu_1 is $\mu_1$: chemical potential of bath 1, real.
# mu_2 is $\mu_2$: chemical potential of bath 2, real.
function steady_state_eq15_fermion(omega_1, omega_2, lambda, J, T_1, T_2, mu_1, mu_2)
    # $\Delta$, declared in the file
    Delta = omega_1 - omega_2
    # $\Omega$, declared in the file
    Omega = sqrt(Delta^2 + lambda^2)
    t1 = Delta / Omega
    t2 = lambda / Omega
    t3 = sqrt((1 + t1) / 2)
    t4 = t2 / 2 / t3
    t5 = Omega / J
    t6 = 2 * omega_2
    t7 = Omega * t1
    t8 = t6 - 2 * mu_1 + t7
    t9 = 2 * T_1
    # $N_1^+$, from the model
    N_1_plus = 1 / (exp((t8 + Omega) / t9) + 1)
    t10 = t6 - 2 * mu_2 + t7
    t11 = 2 * T_2
    # $N_2^+$, from the model
    N_2_plus = 1 / (exp((t10 + Omega) / t11) + 1)
    # $N_1^-$, from the model
    N_1_minus = 1 / (exp((t8 - Omega) / t9) + 1)
    # $N_2^-$, from the model
    N_2_minus = 1 / (exp((t10 - Omega) / t11) + 1)
    t12 = t2 * N_1_plus - t2 * N_2_plus + t2 * N_1_minus - t2 * N_2_minus
    t13 = t1 * N_2_minus - t1 * N_1_minus + N_1_minus + N_2_minus
    t14 = t1 * N_1_plus - t1 * N_2_plus + N_1_plus + N_2_plus
    t15 = 4 + t5^2
    t16 = t12^2
    t17 = 4 * t15
    # $\eta_{11}$
    eta_11 = (t13 * t14 * t15 - t16) / t17
    t18 = t4^2
    t19 = (t16 - t13 * (t14 + (-2)) * t15) / t17
    t20 = t4 * t3
    t21 = t12 * (-2 - t5 * im) / (2 * t15)
    t22 = t3 * t4
    t23 = t3^2
    t24 = (t16 - t14 * (t13 + (-2)) * t15) / t17
    # $\eta_{22}$
    eta_22 = t18 * t19 - t20 * t21 - t22 * conj(t21) + t23 * t24
    # $\eta_{23}$
    eta_23 = -t20 * t19 - t18 * t21 + t23 * conj(t21) + t22 * t24
    # $\eta_{33}$
    eta_33 = t23 * t19 + t22 * t21 + t20 * conj(t21) + t18 * t24
    entry = complex(float(promote_type(typeof(omega_1), typeof(omega_2), typeof(lambda),
      typeof(J), typeof(T_1), typeof(T_2), typeof(mu_1), typeof(mu_2))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = eta_11
    matrix[2, 2] = eta_22
    matrix[2, 3] = eta_23
    matrix[3, 2] = conj(eta_23)
    matrix[3, 3] = eta_33
    matrix[4, 4] = 1 - eta_11 - eta_22 - eta_33
    return matrix
end

# The Hamiltonian in the product basis, given fermion.
#
# Parameters:
# omega_1 is $\omega_1$: parameter of the Hamiltonian, positive.
# omega_2 is $\omega_2$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
function hamiltonian_eq15_fermion(omega_1, omega_2, lambda)
    t1 = lambda / 2
    entry = complex(float(promote_type(typeof(omega_1), typeof(omega_2), typeof(lambda))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = omega_1 + omega_2
    matrix[2, 2] = omega_1
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = omega_2
    return matrix
end

# The density matrix of the steady state of Eq. (18), given $\theta = \pi/2$, $\omega_1 =
# \omega_2 = \omega$, $T_1 = T_2 = T$, $\mu_1 = \mu_2 = \mu$, boson.
# Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
# $|\varepsilon_4\rangle$.
# These are the eigenvectors of the Hamiltonian, the columns of eigenvectors_eq18_boson.
# Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$.
# $\rho_{11}$: Eq. (18) corrected and proved; printed was $\frac{(\Gamma_1^+ +
# \Gamma_2^+)(\gamma_1^- + \gamma_2^-)}{\mathcal{Z}}$ (symbol, symbol).
# $\rho_{22}$: Eq. (18) corrected and proved; printed was $\frac{(\gamma_1^- +
# \gamma_2^-)(\gamma_1^+ + \gamma_2^+)}{\mathcal{Z}}$ (symbol, symbol).
# $\rho_{33}$: as printed in Eq. (18), proved.
# $\rho_{44}$: from tr rho = 1.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
# J is $J$: spectral density of baths 1 and 2, positive.
# T is $T$: temperature of baths 1 and 2, positive.
# mu is $\mu$: chemical potential of baths 1 and 2, real.
function steady_state_eq18_boson(omega, lambda, J, T, mu)
    # $\delta$, declared in the file
    delta = 2 * omega
    t1 = 1 / expm1(((delta + lambda) / 2 - mu) / T)
    # $\Gamma_1^+$, emission rate of bath 1
    Gamma_1_plus = J * (1 + t1)
    t2 = 2 * Gamma_1_plus
    t3 = 1 / expm1(((delta - lambda) / 2 - mu) / T)
    # $\Gamma_1^-$, emission rate of bath 1
    Gamma_1_minus = J * (1 + t3)
    t4 = 2 * Gamma_1_minus
    # $\gamma_1^-$, absorption rate of bath 1
    gamma_1_minus = J * t3
    t5 = 2 * gamma_1_minus
    # $\gamma_1^+$, absorption rate of bath 1
    gamma_1_plus = J * t1
    t6 = 2 * gamma_1_plus
    # $\mathcal{Z}$, Eq. (19)
    cal_Z = (t5 + Gamma_1_minus + Gamma_1_minus) * (t6 + Gamma_1_plus + Gamma_1_plus)
    # $\rho_{11}$
    rho_11 = t2 * t4 / cal_Z
    # $\rho_{22}$
    rho_22 = t5 * t2 / cal_Z
    # $\rho_{33}$
    rho_33 = t4 * t6 / cal_Z
    entry = complex(float(promote_type(typeof(omega), typeof(lambda), typeof(J), typeof(T),
      typeof(mu))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = rho_11
    matrix[2, 2] = rho_22
    matrix[3, 3] = rho_33
    matrix[4, 4] = 1 - rho_11 - rho_22 - rho_33
    return matrix
end

# The Hamiltonian in the product basis, given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$,
# $T_1 = T_2 = T$, $\mu_1 = \mu_2 = \mu$, boson.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
function hamiltonian_eq18_boson(omega, lambda)
    # $\delta$, declared in the file
    delta = 2 * omega
    t1 = lambda / 2
    entry = complex(float(promote_type(typeof(omega), typeof(lambda))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = delta
    matrix[2, 2] = omega
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = omega
    return matrix
end

# The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
# given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$, $T_1 = T_2 = T$, $\mu_1 = \mu_2 =
# \mu$, boson.
function eigenvectors_eq18_boson()
    t1 = sqrt(2) / 2
    entry = complex(Float64)
    matrix = zeros(entry, 4, 4)
    matrix[1, 4] = 1
    matrix[2, 2] = -t1
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = t1
    matrix[4, 1] = 1
    return matrix
end

# The density matrix of the steady state of Eq. (18), given $\theta = \pi/2$, $\omega_1 =
# \omega_2 = \omega$, $T_1 = T_2 = T$, $\mu_1 = \mu_2 = \mu$, fermion.
# Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
# $|\varepsilon_4\rangle$.
# These are the eigenvectors of the Hamiltonian, the columns of eigenvectors_eq18_fermion.
# Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$.
# $\rho_{11}$: Eq. (18) corrected and proved; printed was $\frac{(\Gamma_1^+ +
# \Gamma_2^+)(\gamma_1^- + \gamma_2^-)}{\mathcal{Z}}$ (symbol, symbol).
# $\rho_{22}$: Eq. (18) corrected and proved; printed was $\frac{(\gamma_1^- +
# \gamma_2^-)(\gamma_1^+ + \gamma_2^+)}{\mathcal{Z}}$ (symbol, symbol).
# $\rho_{33}$: as printed in Eq. (18), proved.
# $\rho_{44}$: from tr rho = 1.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
# J is $J$: spectral density of baths 1 and 2, positive.
# T is $T$: temperature of baths 1 and 2, positive.
# mu is $\mu$: chemical potential of baths 1 and 2, real.
function steady_state_eq18_fermion(omega, lambda, J, T, mu)
    # $\delta$, declared in the file
    delta = 2 * omega
    t1 = 1 / (exp(((delta + lambda) / 2 - mu) / T) + 1)
    # $\Gamma_1^+$, emission rate of bath 1
    Gamma_1_plus = J * (1 - t1)
    t2 = 2 * Gamma_1_plus
    t3 = 1 / (exp(((delta - lambda) / 2 - mu) / T) + 1)
    # $\Gamma_1^-$, emission rate of bath 1
    Gamma_1_minus = J * (1 - t3)
    t4 = 2 * Gamma_1_minus
    # $\gamma_1^-$, absorption rate of bath 1
    gamma_1_minus = J * t3
    t5 = 2 * gamma_1_minus
    # $\gamma_1^+$, absorption rate of bath 1
    gamma_1_plus = J * t1
    t6 = 2 * gamma_1_plus
    # $\mathcal{Z}$, Eq. (19)
    cal_Z = (t5 + Gamma_1_minus + Gamma_1_minus) * (t6 + Gamma_1_plus + Gamma_1_plus)
    # $\rho_{11}$
    rho_11 = t2 * t4 / cal_Z
    # $\rho_{22}$
    rho_22 = t5 * t2 / cal_Z
    # $\rho_{33}$
    rho_33 = t4 * t6 / cal_Z
    entry = complex(float(promote_type(typeof(omega), typeof(lambda), typeof(J), typeof(T),
      typeof(mu))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = rho_11
    matrix[2, 2] = rho_22
    matrix[3, 3] = rho_33
    matrix[4, 4] = 1 - rho_11 - rho_22 - rho_33
    return matrix
end

# The Hamiltonian in the product basis, given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$,
# $T_1 = T_2 = T$, $\mu_1 = \mu_2 = \mu$, fermion.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
function hamiltonian_eq18_fermion(omega, lambda)
    # $\delta$, declared in the file
    delta = 2 * omega
    t1 = lambda / 2
    entry = complex(float(promote_type(typeof(omega), typeof(lambda))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = delta
    matrix[2, 2] = omega
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = omega
    return matrix
end

# The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
# given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$, $T_1 = T_2 = T$, $\mu_1 = \mu_2 =
# \mu$, fermion.
function eigenvectors_eq18_fermion()
    t1 = sqrt(2) / 2
    entry = complex(Float64)
    matrix = zeros(entry, 4, 4)
    matrix[1, 4] = 1
    matrix[2, 2] = -t1
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = t1
    matrix[4, 1] = 1
    return matrix
end

# The density matrix of the steady state of Eq. (23), given $\theta = \pi/2$, $\omega_1 =
# \omega_2 = \omega$, boson, $\mu_1 = \mu_2 = 0$.
# Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
# $|\varepsilon_4\rangle$.
# These are the eigenvectors of the Hamiltonian, the columns of eigenvectors_eq23.
# Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$.
# $\rho_{11}$: as printed in Eq. (23), proved.
# $\rho_{22}$: as printed in Eq. (23), proved.
# $\rho_{23}$: Eq. (23) corrected and proved; printed was $\frac{1}{\mathcal{N}}
# \left[\frac{M_+(1 + 2L_-) + M_-(1 + 2L_+)}{2(1 + L_+ + L_-) + i\frac{\Omega}{J}} \right]$
# (lost-sign, conjugation).
# $\rho_{33}$: as printed in Eq. (23), proved.
# $\rho_{44}$: as printed in Eq. (23), proved.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
# J is $J$: spectral density of baths 1 and 2, positive.
# T_1 is $T_1$: temperature of bath 1, positive.
# T_2 is $T_2$: temperature of bath 2, positive.
function steady_state_eq23(omega, lambda, J, T_1, T_2)
    # $\delta$, declared in the file
    delta = 2 * omega
    t1 = (delta + lambda) / 2
    # $N_1^+$, occupation of bath 1
    N_1_plus = 1 / expm1(t1 / T_1)
    # $N_2^+$, occupation of bath 2
    N_2_plus = 1 / expm1(t1 / T_2)
    t2 = N_1_plus + N_2_plus
    # $L_+$, Eq. (22)
    L_plus = t2 / 2
    t3 = 1 + t2
    t4 = (delta - lambda) / 2
    # $N_1^-$, occupation of bath 1
    N_1_minus = 1 / expm1(t4 / T_1)
    # $N_2^-$, occupation of bath 2
    N_2_minus = 1 / expm1(t4 / T_2)
    t5 = N_1_minus + N_2_minus
    # $L_-$, Eq. (22)
    L_minus = t5 / 2
    t6 = 1 + t5
    t7 = N_1_plus - N_2_plus
    # $M_+$, Eq. (22)
    M_plus = t7 / 2
    # $M_-$, Eq. (22)
    M_minus = (N_1_minus - N_2_minus) / 2
    t8 = 1 + L_plus
    t9 = t8 + L_minus
    t10 = t9^2
    t11 = lambda / J
    t12 = 4 * t10 + t11^2
    # $\mathcal{N}$, Eq. (26)
    cal_N = t3 * t6 - 8 * t7 * M_minus * t10 / t12
    t13 = 1 + L_minus
    t14 = 3 + t2 + t5
    # $s_1$, Eq. (24)
    s_1 = M_plus - M_minus * t14
    # $s_2$, Eq. (24)
    s_2 = M_minus - M_plus * t14
    t15 = t3 + t5
    # $z_1$, Eq. (24)
    z_1 = M_plus + M_minus * t15
    t16 = (M_plus * t6 + M_minus * t3) / (2 * t9 - im * t11) / cal_N
    # $z_2$, Eq. (24)
    z_2 = M_minus + M_plus * t15
    entry = complex(float(promote_type(typeof(omega), typeof(lambda), typeof(J), typeof(T_1),
      typeof(T_2))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = (t8 * t13 - s_1 * s_2 / t12) / cal_N
    matrix[2, 2] = (L_minus * t8 + s_2 * z_1 / t12) / cal_N
    matrix[2, 3] = -t16
    matrix[3, 2] = -conj(t16)
    matrix[3, 3] = (L_plus * t13 + s_1 * z_2 / t12) / cal_N
    matrix[4, 4] = (L_plus * L_minus - z_1 * z_2 / t12) / cal_N
    return matrix
end

# The Hamiltonian in the product basis, given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$,
# boson, $\mu_1 = \mu_2 = 0$.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
function hamiltonian_eq23(omega, lambda)
    # $\delta$, declared in the file
    delta = 2 * omega
    t1 = lambda / 2
    entry = complex(float(promote_type(typeof(omega), typeof(lambda))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = delta
    matrix[2, 2] = omega
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = omega
    return matrix
end

# The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
# given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$, boson, $\mu_1 = \mu_2 = 0$.
function eigenvectors_eq23()
    t1 = sqrt(2) / 2
    entry = complex(Float64)
    matrix = zeros(entry, 4, 4)
    matrix[1, 4] = 1
    matrix[2, 2] = -t1
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = t1
    matrix[4, 1] = 1
    return matrix
end

# The density matrix of the steady state of Eq. (27), given $\theta = \pi/2$, $\omega_1 =
# \omega_2 = \omega$, fermion, $T_1 = T_2 = T$.
# Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
# $|\varepsilon_4\rangle$.
# These are the eigenvectors of the Hamiltonian, the columns of eigenvectors_eq27.
# Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$.
# $\rho_{11}$: as printed in Eq. (27), proved.
# $\rho_{22}$: as printed in Eq. (27), proved.
# $\rho_{23}$: Eq. (27) corrected and proved; printed was $-\frac{M_+ + M_-}{2 +
# i\frac{\Omega}{J}}$ (conjugation).
# $\rho_{33}$: as printed in Eq. (27), proved.
# $\rho_{44}$: Eq. (27) corrected and proved; printed was $L_+ L_- \mathcal{R}$ (operator).
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
# J is $J$: spectral density of baths 1 and 2, positive.
# T is $T$: temperature of baths 1 and 2, positive.
# mu_1 is $\mu_1$: chemical potential of bath 1, real.
# mu_2 is $\mu_2$: chemical potential of bath 2, real.
function steady_state_eq27(omega, lambda, J, T, mu_1, mu_2)
    # $\delta$, declared in the file
    delta = 2 * omega
    t1 = (delta + lambda) / 2
    # $N_1^+$, occupation of bath 1
    N_1_plus = 1 / (exp((t1 - mu_1) / T) + 1)
    # $N_2^+$, occupation of bath 2
    N_2_plus = 1 / (exp((t1 - mu_2) / T) + 1)
    # $L_+$, Eq. (22)
    L_plus = (N_1_plus + N_2_plus) / 2
    t2 = 1 - L_plus
    t3 = (delta - lambda) / 2
    # $N_1^-$, occupation of bath 1
    N_1_minus = 1 / (exp((t3 - mu_1) / T) + 1)
    # $N_2^-$, occupation of bath 2
    N_2_minus = 1 / (exp((t3 - mu_2) / T) + 1)
    # $L_-$, Eq. (22)
    L_minus = (N_1_minus + N_2_minus) / 2
    t4 = 1 - L_minus
    # $M_+$, Eq. (22)
    M_plus = (N_1_plus - N_2_plus) / 2
    # $M_-$, Eq. (22)
    M_minus = (N_1_minus - N_2_minus) / 2
    t5 = M_plus + M_minus
    t6 = lambda / J
    # $\mathcal{R}$, Eq. (28)
    cal_R = t5^2 / (4 + t6^2)
    t7 = t5 / (2 - im * t6)
    entry = complex(float(promote_type(typeof(omega), typeof(lambda), typeof(J), typeof(T),
      typeof(mu_1), typeof(mu_2))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = t2 * t4 - cal_R
    matrix[2, 2] = L_minus * t2 + cal_R
    matrix[2, 3] = -t7
    matrix[3, 2] = -conj(t7)
    matrix[3, 3] = L_plus * t4 + cal_R
    matrix[4, 4] = L_plus * L_minus - cal_R
    return matrix
end

# The Hamiltonian in the product basis, given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$,
# fermion, $T_1 = T_2 = T$.
#
# Parameters:
# omega is $\omega$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
function hamiltonian_eq27(omega, lambda)
    # $\delta$, declared in the file
    delta = 2 * omega
    t1 = lambda / 2
    entry = complex(float(promote_type(typeof(omega), typeof(lambda))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = delta
    matrix[2, 2] = omega
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = omega
    return matrix
end

# The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
# given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$, fermion, $T_1 = T_2 = T$.
function eigenvectors_eq27()
    t1 = sqrt(2) / 2
    entry = complex(Float64)
    matrix = zeros(entry, 4, 4)
    matrix[1, 4] = 1
    matrix[2, 2] = -t1
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = t1
    matrix[4, 1] = 1
    return matrix
end

# The density matrix of the steady state of Eq. (30), given boson, $\mu_1 = \mu_2 = 0$.
# Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
# $|\varepsilon_4\rangle$.
# These are the eigenvectors of the Hamiltonian, the columns of eigenvectors_eq30.
# Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$, $\frac{\delta - \Omega}{2} > 0$.
# $\rho_{11}$: as printed in Eq. (30), proved.
# $\rho_{22}$: as printed in Eq. (30), proved.
# $\rho_{23}$: Eq. (30) corrected and proved; printed was $\frac{1}{\mathcal{G}}
# \left[\frac{\mathcal{M}_+(1 + 2\mathcal{L}_-) + \mathcal{M}_-(1 + 2\mathcal{L}_+)}{2(1 +
# \mathcal{L}_+ + \mathcal{L}_-) + i\frac{\Omega}{J}} \right]$ (lost-sign, conjugation).
# $\rho_{33}$: as printed in Eq. (30), proved.
# $\rho_{44}$: as printed in Eq. (30), proved.
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# omega_1 is $\omega_1$: parameter of the Hamiltonian, positive.
# omega_2 is $\omega_2$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
# J is $J$: spectral density of baths 1 and 2, positive.
# T_1 is $T_1$: temperature of bath 1, positive.
# T_2 is $T_2$: temperature of bath 2, positive.
function steady_state_eq30(omega_1, omega_2, lambda, J, T_1, T_2)
    # $\delta$, declared in the file
    delta = omega_1 + omega_2
    # $\Delta$, declared in the file
    Delta = omega_1 - omega_2
    # $\Omega$, declared in the file
    Omega = sqrt(Delta^2 + lambda^2)
    t1 = (delta + Omega) / 2
    # $N_1^+$, occupation of bath 1
    N_1_plus = 1 / expm1(t1 / T_1)
    # $N_2^+$, occupation of bath 2
    N_2_plus = 1 / expm1(t1 / T_2)
    # $L_+$, Eq. (22)
    L_plus = (N_1_plus + N_2_plus) / 2
    # $M_+$, Eq. (22)
    M_plus = (N_1_plus - N_2_plus) / 2
    t2 = Delta / Omega
    t3 = lambda / Omega
    # $\mathcal{L}_+$, Eq. (29)
    cal_L_plus = L_plus + M_plus * t2
    t4 = 2 * cal_L_plus
    t5 = 1 + t4
    t6 = (delta - Omega) / 2
    # $N_1^-$, occupation of bath 1
    N_1_minus = 1 / expm1(t6 / T_1)
    # $N_2^-$, occupation of bath 2
    N_2_minus = 1 / expm1(t6 / T_2)
    # $L_-$, Eq. (22)
    L_minus = (N_1_minus + N_2_minus) / 2
    # $M_-$, Eq. (22)
    M_minus = (N_1_minus - N_2_minus) / 2
    # $\mathcal{L}_-$, Eq. (29)
    cal_L_minus = L_minus - M_minus * t2
    t7 = 2 * cal_L_minus
    t8 = 1 + t7
    # $\mathcal{M}_+$, Eq. (29)
    cal_M_plus = M_plus * t3
    # $\mathcal{M}_-$, Eq. (29)
    cal_M_minus = M_minus * t3
    t9 = 1 + cal_L_plus
    t10 = t9 + cal_L_minus
    t11 = t10^2
    t12 = Omega / J
    t13 = 4 * t11 + t12^2
    # $\mathcal{G}$, Eq. (32)
    cal_G = t5 * t8 - 16 * cal_M_plus * cal_M_minus * t11 / t13
    t14 = 1 + cal_L_minus
    t15 = 3 + t4 + t7
    # $s_1$, Eq. (31)
    s_1 = cal_M_plus - cal_M_minus * t15
    # $s_2$, Eq. (31)
    s_2 = cal_M_minus - cal_M_plus * t15
    t16 = t5 + t7
    # $z_1$, Eq. (31)
    z_1 = cal_M_plus + cal_M_minus * t16
    t17 = (cal_M_plus * t8 + cal_M_minus * t5) / (2 * t10 - im * t12) / cal_G
    # $z_2$, Eq. (31)
    z_2 = cal_M_minus + cal_M_plus * t16
    entry = complex(float(promote_type(typeof(omega_1), typeof(omega_2), typeof(lambda),
      typeof(J), typeof(T_1), typeof(T_2))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = (t9 * t14 - s_1 * s_2 / t13) / cal_G
    matrix[2, 2] = (cal_L_minus * t9 + s_2 * z_1 / t13) / cal_G
    matrix[2, 3] = -t17
    matrix[3, 2] = -conj(t17)
    matrix[3, 3] = (cal_L_plus * t14 + s_1 * z_2 / t13) / cal_G
    matrix[4, 4] = (cal_L_plus * cal_L_minus - z_1 * z_2 / t13) / cal_G
    return matrix
end

# The Hamiltonian in the product basis, given boson, $\mu_1 = \mu_2 = 0$.
#
# Parameters:
# omega_1 is $\omega_1$: parameter of the Hamiltonian, positive.
# omega_2 is $\omega_2$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
function hamiltonian_eq30(omega_1, omega_2, lambda)
    # $\delta$, declared in the file
    delta = omega_1 + omega_2
    t1 = lambda / 2
    entry = complex(float(promote_type(typeof(omega_1), typeof(omega_2), typeof(lambda))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = delta
    matrix[2, 2] = omega_1
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = omega_2
    return matrix
end

# The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
# given boson, $\mu_1 = \mu_2 = 0$.
#
# Parameters:
# omega_1 is $\omega_1$: parameter of the Hamiltonian, positive.
# omega_2 is $\omega_2$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
function eigenvectors_eq30(omega_1, omega_2, lambda)
    # $\Delta$, declared in the file
    Delta = omega_1 - omega_2
    # $\Omega$, declared in the file
    Omega = sqrt(Delta^2 + lambda^2)
    t1 = sqrt((1 + Delta / Omega) / 2)
    t2 = lambda / Omega / 2 / t1
    entry = complex(float(promote_type(typeof(omega_1), typeof(omega_2), typeof(lambda))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 4] = 1
    matrix[2, 2] = -t2
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = t2
    matrix[4, 1] = 1
    return matrix
end

# The density matrix of the steady state of Eq. (33), given fermion.
# Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
# $|\varepsilon_4\rangle$.
# These are the eigenvectors of the Hamiltonian, the columns of eigenvectors_eq33.
# Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$, $\frac{\delta - \Omega}{2} > 0$.
# $\rho_{11}$: as printed in Eq. (33), proved.
# $\rho_{22}$: as printed in Eq. (33), proved.
# $\rho_{23}$: Eq. (33) corrected and proved; printed was $-\frac{\mathcal{M}_+ +
# \mathcal{M}_-}{2 + i\frac{\Omega}{J}}$ (conjugation).
# $\rho_{33}$: as printed in Eq. (33), proved.
# $\rho_{44}$: Eq. (33) corrected and proved; printed was $L + \mathcal{L}_- \mathcal{R}$
# (typeface, stray-script, operator).
# Elements not named vanish, or are conjugates of these.
#
# Parameters:
# omega_1 is $\omega_1$: parameter of the Hamiltonian, positive.
# omega_2 is $\omega_2$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
# J is $J$: spectral density of baths 1 and 2, positive.
# T_1 is $T_1$: temperature of bath 1, positive.
# T_2 is $T_2$: temperature of bath 2, positive.
# mu_1 is $\mu_1$: chemical potential of bath 1, real.
# mu_2 is $\mu_2$: chemical potential of bath 2, real.
function steady_state_eq33(omega_1, omega_2, lambda, J, T_1, T_2, mu_1, mu_2)
    # $\delta$, declared in the file
    delta = omega_1 + omega_2
    # $\Delta$, declared in the file
    Delta = omega_1 - omega_2
    # $\Omega$, declared in the file
    Omega = sqrt(Delta^2 + lambda^2)
    t1 = (delta + Omega) / 2
    # $N_1^+$, occupation of bath 1
    N_1_plus = 1 / (exp((t1 - mu_1) / T_1) + 1)
    # $N_2^+$, occupation of bath 2
    N_2_plus = 1 / (exp((t1 - mu_2) / T_2) + 1)
    # $L_+$, Eq. (22)
    L_plus = (N_1_plus + N_2_plus) / 2
    # $M_+$, Eq. (22)
    M_plus = (N_1_plus - N_2_plus) / 2
    t2 = Delta / Omega
    t3 = lambda / Omega
    # $\mathcal{L}_+$, Eq. (29)
    cal_L_plus = L_plus + M_plus * t2
    t4 = 1 - cal_L_plus
    t5 = (delta - Omega) / 2
    # $N_1^-$, occupation of bath 1
    N_1_minus = 1 / (exp((t5 - mu_1) / T_1) + 1)
    # $N_2^-$, occupation of bath 2
    N_2_minus = 1 / (exp((t5 - mu_2) / T_2) + 1)
    # $L_-$, Eq. (22)
    L_minus = (N_1_minus + N_2_minus) / 2
    # $M_-$, Eq. (22)
    M_minus = (N_1_minus - N_2_minus) / 2
    # $\mathcal{L}_-$, Eq. (29)
    cal_L_minus = L_minus - M_minus * t2
    t6 = 1 - cal_L_minus
    # $\mathcal{M}_+$, Eq. (29)
    cal_M_plus = M_plus * t3
    # $\mathcal{M}_-$, Eq. (29)
    cal_M_minus = M_minus * t3
    t7 = cal_M_plus + cal_M_minus
    t8 = Omega / J
    # $\mathcal{R}$, Eq. (34)
    cal_R = t7^2 / (4 + t8^2)
    t9 = t7 / (2 - im * t8)
    entry = complex(float(promote_type(typeof(omega_1), typeof(omega_2), typeof(lambda),
      typeof(J), typeof(T_1), typeof(T_2), typeof(mu_1), typeof(mu_2))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = t4 * t6 - cal_R
    matrix[2, 2] = cal_L_minus * t4 + cal_R
    matrix[2, 3] = -t9
    matrix[3, 2] = -conj(t9)
    matrix[3, 3] = cal_L_plus * t6 + cal_R
    matrix[4, 4] = cal_L_plus * cal_L_minus - cal_R
    return matrix
end

# The Hamiltonian in the product basis, given fermion.
#
# Parameters:
# omega_1 is $\omega_1$: parameter of the Hamiltonian, positive.
# omega_2 is $\omega_2$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
function hamiltonian_eq33(omega_1, omega_2, lambda)
    # $\delta$, declared in the file
    delta = omega_1 + omega_2
    t1 = lambda / 2
    entry = complex(float(promote_type(typeof(omega_1), typeof(omega_2), typeof(lambda))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 1] = delta
    matrix[2, 2] = omega_1
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = omega_2
    return matrix
end

# The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
# given fermion.
#
# Parameters:
# omega_1 is $\omega_1$: parameter of the Hamiltonian, positive.
# omega_2 is $\omega_2$: parameter of the Hamiltonian, positive.
# lambda is $\lambda$: parameter of the Hamiltonian, positive.
function eigenvectors_eq33(omega_1, omega_2, lambda)
    # $\Delta$, declared in the file
    Delta = omega_1 - omega_2
    # $\Omega$, declared in the file
    Omega = sqrt(Delta^2 + lambda^2)
    t1 = sqrt((1 + Delta / Omega) / 2)
    t2 = lambda / Omega / 2 / t1
    entry = complex(float(promote_type(typeof(omega_1), typeof(omega_2), typeof(lambda))))
    matrix = zeros(entry, 4, 4)
    matrix[1, 4] = 1
    matrix[2, 2] = -t2
    matrix[2, 3] = t1
    matrix[3, 2] = t1
    matrix[3, 3] = t2
    matrix[4, 1] = 1
    return matrix
end
