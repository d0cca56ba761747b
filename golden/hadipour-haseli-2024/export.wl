(*
   Steady-state work extraction from two coupled qubits embedded within equilibrium and
   non-equilibrium reservoirs

   Steady states in closed form, from the derivation hadipour-haseli-2024 by rederive.

   Units: hbar = 1 and k_B = 1. Matrix elements: rho_ij = <i|rho|j>, rows and columns in the
   order of the basis that is named with each function.
   Product basis: |ee>, |eg>, |ge>, |gg>.
   It rests on: Born, Markov, no Lamb shift, flat spectral density, $\omega_1 > 0$,
   $\frac{\delta - \Omega}{2} > 0$.
*)

(*
   The density matrix of the steady state of Eq. (15), given boson.
   Basis: $|ee\rangle$, $|eg\rangle$, $|ge\rangle$, $|gg\rangle$.
   Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$, $\frac{\delta - \Omega}{2} > 0$.
   $\eta_{11}$: derived.
   $\eta_{22}$: derived.
   $\eta_{23}$: derived.
   $\eta_{33}$: derived; what Eq. (15) prints does not follow.
   $\eta_{44}$: from tr rho = 1.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   omega1 is $\omega_1$: parameter of the Hamiltonian, positive.
   omega2 is $\omega_2$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
   J is $J$: spectral density of baths 1 and 2, positive.
   T1 is $T_1$: temperature of bath 1, positive.
   T2 is $T_2$: temperature of bath 2, positive.
   mu1 is $\mu_1$: chemical potential of bath 1, real.
   mu2 is $\mu_2$: chemical potential of bath 2, real.
*)
steadyStateEq15Boson[omega1_, omega2_, lambda_, J_, T1_, T2_, mu1_, mu2_] :=
  Module[{Delta, Omega, t1, t2, t3, t4, t5, t6, t7, t8, t9, N1Plus, t10, t11, N2Plus, t12,
    N1Minus, N2Minus, t13, t14, t15, t16, t17, t18, t19, t20, t21, t22, t23, t24, t25, eta11,
    t26, t27, t28, t29, t30, t31, t32, t33, eta22, eta23, eta33},
    (* $\Delta$, declared in the file *)
    Delta = omega1 - omega2;
    (* $\Omega$, declared in the file *)
    Omega = Sqrt[Delta^2 + lambda^2];
    t1 = Delta / Omega;
    t2 = lambda / Omega;
    t3 = Sqrt[(1 + t1) / 2];
    t4 = t2 / 2 / t3;
    t5 = Omega / J;
    t6 = 2 * omega2;
    t7 = Omega * t1;
    t8 = t6 - 2 * mu1 + t7;
    t9 = 2 * T1;
    (* $N_1^+$, from the model *)
    N1Plus = 1 / (Exp[(t8 + Omega) / t9] - 1);
    t10 = t6 - 2 * mu2 + t7;
    t11 = 2 * T2;
    (* $N_2^+$, from the model *)
    N2Plus = 1 / (Exp[(t10 + Omega) / t11] - 1);
    t12 = t2 * N1Plus - t2 * N2Plus;
    (* $N_1^-$, from the model *)
    N1Minus = 1 / (Exp[(t8 - Omega) / t9] - 1);
    (* $N_2^-$, from the model *)
    N2Minus = 1 / (Exp[(t10 - Omega) / t11] - 1);
    t13 = t2 * N1Minus - t2 * N2Minus;
    t14 = t1 * N2Minus - t1 * N1Minus + N1Minus + N2Minus;
    t15 = t1 * N1Plus - t1 * N2Plus + N1Plus + N2Plus;
    t16 = 2 + t15;
    t17 = (t16 + t14)^2;
    t18 = t5^2 + t17;
    t19 = 1 + t15;
    t20 = t19 + t14;
    t21 = t12 * t20 + t13;
    t22 = t13 * t20 + t12;
    t23 = 1 + t14;
    t24 = t23 * t19 * t18 - t13 * t17 * t12;
    t25 = 4 * t24;
    (* $\eta_{11}$ *)
    eta11 = (t14 * t15 * t18 - t21 * t22) / t25;
    t26 = t4^2;
    t27 = 3 + t15 + t14;
    t28 = (t14 * t16 * t18 + (t13 - t12 * t27) * t22) / t25;
    t29 = t4 * t3;
    t30 = (t13 * t19 + t12 * t23) * (-2 - t15 - t14 - t5 * I) / (2 * t24);
    t31 = t3 * t4;
    t32 = t3^2;
    t33 = (t15 * (2 + t14) * t18 + (t12 - t13 * t27) * t21) / t25;
    (* $\eta_{22}$ *)
    eta22 = t26 * t28 - t29 * t30 - t31 * Conjugate[t30] + t32 * t33;
    (* $\eta_{23}$ *)
    eta23 = -t29 * t28 - t26 * t30 + t32 * Conjugate[t30] + t31 * t33;
    (* $\eta_{33}$ *)
    eta33 = t32 * t28 + t31 * t30 + t29 * Conjugate[t30] + t26 * t33;
    {{eta11, 0, 0, 0},
     {0, eta22, eta23, 0},
     {0, Conjugate[eta23], eta33, 0},
     {0, 0, 0, 1 - eta11 - eta22 - eta33}}];

(*
   The Hamiltonian in the product basis, given boson.

   Parameters:
   omega1 is $\omega_1$: parameter of the Hamiltonian, positive.
   omega2 is $\omega_2$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq15Boson[omega1_, omega2_, lambda_] :=
  Module[{t1},
    t1 = lambda / 2;
    {{omega1 + omega2, 0, 0, 0},
     {0, omega1, t1, 0},
     {0, t1, omega2, 0},
     {0, 0, 0, 0}}];

(*
   The density matrix of the steady state of Eq. (15), given fermion.
   Basis: $|ee\rangle$, $|eg\rangle$, $|ge\rangle$, $|gg\rangle$.
   Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$, $\frac{\delta - \Omega}{2} > 0$.
   $\eta_{11}$: derived.
   $\eta_{22}$: derived.
   $\eta_{23}$: derived.
   $\eta_{33}$: derived; what Eq. (15) prints does not follow.
   $\eta_{44}$: from tr rho = 1.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   omega1 is $\omega_1$: parameter of the Hamiltonian, positive.
   omega2 is $\omega_2$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
   J is $J$: spectral density of baths 1 and 2, positive.
   T1 is $T_1$: temperature of bath 1, positive.
   T2 is $T_2$: temperature of bath 2, positive.
   mu1 is $\mu_1$: chemical potential of bath 1, real.
   mu2 is $\mu_2$: chemical potential of bath 2, real.
*)
steadyStateEq15Fermion[omega1_, omega2_, lambda_, J_, T1_, T2_, mu1_, mu2_] :=
  Module[{Delta, Omega, t1, t2, t3, t4, t5, t6, t7, t8, t9, N1Plus, t10, t11, N2Plus, N1Minus,
    N2Minus, t12, t13, t14, t15, t16, t17, eta11, t18, t19, t20, t21, t22, t23, t24, eta22,
    eta23, eta33},
    (* $\Delta$, declared in the file *)
    Delta = omega1 - omega2;
    (* $\Omega$, declared in the file *)
    Omega = Sqrt[Delta^2 + lambda^2];
    t1 = Delta / Omega;
    t2 = lambda / Omega;
    t3 = Sqrt[(1 + t1) / 2];
    t4 = t2 / 2 / t3;
    t5 = Omega / J;
    t6 = 2 * omega2;
    t7 = Omega * t1;
    t8 = t6 - 2 * mu1 + t7;
    t9 = 2 * T1;
    (* $N_1^+$, from the model *)
    N1Plus = 1 / (Exp[(t8 + Omega) / t9] + 1);
    t10 = t6 - 2 * mu2 + t7;
    t11 = 2 * T2;
    (* $N_2^+$, from the model *)
    N2Plus = 1 / (Exp[(t10 + Omega) / t11] + 1);
    (* $N_1^-$, from the model *)
    N1Minus = 1 / (Exp[(t8 - Omega) / t9] + 1);
    (* $N_2^-$, from the model *)
    N2Minus = 1 / (Exp[(t10 - Omega) / t11] + 1);
    t12 = t2 * N1Plus - t2 * N2Plus + t2 * N1Minus - t2 * N2Minus;
    t13 = t1 * N2Minus - t1 * N1Minus + N1Minus + N2Minus;
    t14 = t1 * N1Plus - t1 * N2Plus + N1Plus + N2Plus;
    t15 = 4 + t5^2;
    t16 = t12^2;
    t17 = 4 * t15;
    (* $\eta_{11}$ *)
    eta11 = (t13 * t14 * t15 - t16) / t17;
    t18 = t4^2;
    t19 = (t16 - t13 * (t14 + (-2)) * t15) / t17;
    t20 = t4 * t3;
    t21 = t12 * (-2 - t5 * I) / (2 * t15);
    t22 = t3 * t4;
    t23 = t3^2;
    t24 = (t16 - t14 * (t13 + (-2)) * t15) / t17;
    (* $\eta_{22}$ *)
    eta22 = t18 * t19 - t20 * t21 - t22 * Conjugate[t21] + t23 * t24;
    (* $\eta_{23}$ *)
    eta23 = -t20 * t19 - t18 * t21 + t23 * Conjugate[t21] + t22 * t24;
    (* $\eta_{33}$ *)
    eta33 = t23 * t19 + t22 * t21 + t20 * Conjugate[t21] + t18 * t24;
    {{eta11, 0, 0, 0},
     {0, eta22, eta23, 0},
     {0, Conjugate[eta23], eta33, 0},
     {0, 0, 0, 1 - eta11 - eta22 - eta33}}];

(*
   The Hamiltonian in the product basis, given fermion.

   Parameters:
   omega1 is $\omega_1$: parameter of the Hamiltonian, positive.
   omega2 is $\omega_2$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq15Fermion[omega1_, omega2_, lambda_] :=
  Module[{t1},
    t1 = lambda / 2;
    {{omega1 + omega2, 0, 0, 0},
     {0, omega1, t1, 0},
     {0, t1, omega2, 0},
     {0, 0, 0, 0}}];

(*
   The density matrix of the steady state of Eq. (18), given $\theta = \pi/2$, $\omega_1 =
   \omega_2 = \omega$, $T_1 = T_2 = T$, $\mu_1 = \mu_2 = \mu$, boson.
   Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
   $|\varepsilon_4\rangle$.
   These are the eigenvectors of the Hamiltonian, the columns of eigenvectorsEq18Boson.
   Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$.
   $\rho_{11}$: Eq. (18) corrected and proved; printed was $\frac{(\Gamma_1^+ +
   \Gamma_2^+)(\gamma_1^- + \gamma_2^-)}{\mathcal{Z}}$ (symbol, symbol).
   $\rho_{22}$: Eq. (18) corrected and proved; printed was $\frac{(\gamma_1^- +
   \gamma_2^-)(\gamma_1^+ + \gamma_2^+)}{\mathcal{Z}}$ (symbol, symbol).
   $\rho_{33}$: as printed in Eq. (18), proved.
   $\rho_{44}$: from tr rho = 1.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
   J is $J$: spectral density of baths 1 and 2, positive.
   T is $T$: temperature of baths 1 and 2, positive.
   mu is $\mu$: chemical potential of baths 1 and 2, real.
*)
steadyStateEq18Boson[omega_, lambda_, J_, T_, mu_] :=
  Module[{delta, t1, Gamma1Plus, t2, t3, Gamma1Minus, t4, gamma1Minus, t5, gamma1Plus, t6, calZ,
    rho11, rho22, rho33},
    (* $\delta$, declared in the file *)
    delta = 2 * omega;
    t1 = 1 / (Exp[((delta + lambda) / 2 - mu) / T] - 1);
    (* $\Gamma_1^+$, emission rate of bath 1 *)
    Gamma1Plus = J * (1 + t1);
    t2 = 2 * Gamma1Plus;
    t3 = 1 / (Exp[((delta - lambda) / 2 - mu) / T] - 1);
    (* $\Gamma_1^-$, emission rate of bath 1 *)
    Gamma1Minus = J * (1 + t3);
    t4 = 2 * Gamma1Minus;
    (* $\gamma_1^-$, absorption rate of bath 1 *)
    gamma1Minus = J * t3;
    t5 = 2 * gamma1Minus;
    (* $\gamma_1^+$, absorption rate of bath 1 *)
    gamma1Plus = J * t1;
    t6 = 2 * gamma1Plus;
    (* $\mathcal{Z}$, Eq. (19) *)
    calZ = (t5 + Gamma1Minus + Gamma1Minus) * (t6 + Gamma1Plus + Gamma1Plus);
    (* $\rho_{11}$ *)
    rho11 = t2 * t4 / calZ;
    (* $\rho_{22}$ *)
    rho22 = t5 * t2 / calZ;
    (* $\rho_{33}$ *)
    rho33 = t4 * t6 / calZ;
    {{rho11, 0, 0, 0},
     {0, rho22, 0, 0},
     {0, 0, rho33, 0},
     {0, 0, 0, 1 - rho11 - rho22 - rho33}}];

(*
   The Hamiltonian in the product basis, given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$,
   $T_1 = T_2 = T$, $\mu_1 = \mu_2 = \mu$, boson.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq18Boson[omega_, lambda_] :=
  Module[{delta, t1},
    (* $\delta$, declared in the file *)
    delta = 2 * omega;
    t1 = lambda / 2;
    {{delta, 0, 0, 0},
     {0, omega, t1, 0},
     {0, t1, omega, 0},
     {0, 0, 0, 0}}];

(*
   The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
   given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$, $T_1 = T_2 = T$, $\mu_1 = \mu_2 =
   \mu$, boson.
*)
eigenvectorsEq18Boson[] :=
  Module[{t1},
    t1 = Sqrt[2] / 2;
    {{0, 0, 0, 1},
     {0, -t1, t1, 0},
     {0, t1, t1, 0},
     {1, 0, 0, 0}}];

(*
   The density matrix of the steady state of Eq. (18), given $\theta = \pi/2$, $\omega_1 =
   \omega_2 = \omega$, $T_1 = T_2 = T$, $\mu_1 = \mu_2 = \mu$, fermion.
   Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
   $|\varepsilon_4\rangle$.
   These are the eigenvectors of the Hamiltonian, the columns of eigenvectorsEq18Fermion.
   Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$.
   $\rho_{11}$: Eq. (18) corrected and proved; printed was $\frac{(\Gamma_1^+ +
   \Gamma_2^+)(\gamma_1^- + \gamma_2^-)}{\mathcal{Z}}$ (symbol, symbol).
   $\rho_{22}$: Eq. (18) corrected and proved; printed was $\frac{(\gamma_1^- +
   \gamma_2^-)(\gamma_1^+ + \gamma_2^+)}{\mathcal{Z}}$ (symbol, symbol).
   $\rho_{33}$: as printed in Eq. (18), proved.
   $\rho_{44}$: from tr rho = 1.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
   J is $J$: spectral density of baths 1 and 2, positive.
   T is $T$: temperature of baths 1 and 2, positive.
   mu is $\mu$: chemical potential of baths 1 and 2, real.
*)
steadyStateEq18Fermion[omega_, lambda_, J_, T_, mu_] :=
  Module[{delta, t1, Gamma1Plus, t2, t3, Gamma1Minus, t4, gamma1Minus, t5, gamma1Plus, t6, calZ,
    rho11, rho22, rho33},
    (* $\delta$, declared in the file *)
    delta = 2 * omega;
    t1 = 1 / (Exp[((delta + lambda) / 2 - mu) / T] + 1);
    (* $\Gamma_1^+$, emission rate of bath 1 *)
    Gamma1Plus = J * (1 - t1);
    t2 = 2 * Gamma1Plus;
    t3 = 1 / (Exp[((delta - lambda) / 2 - mu) / T] + 1);
    (* $\Gamma_1^-$, emission rate of bath 1 *)
    Gamma1Minus = J * (1 - t3);
    t4 = 2 * Gamma1Minus;
    (* $\gamma_1^-$, absorption rate of bath 1 *)
    gamma1Minus = J * t3;
    t5 = 2 * gamma1Minus;
    (* $\gamma_1^+$, absorption rate of bath 1 *)
    gamma1Plus = J * t1;
    t6 = 2 * gamma1Plus;
    (* $\mathcal{Z}$, Eq. (19) *)
    calZ = (t5 + Gamma1Minus + Gamma1Minus) * (t6 + Gamma1Plus + Gamma1Plus);
    (* $\rho_{11}$ *)
    rho11 = t2 * t4 / calZ;
    (* $\rho_{22}$ *)
    rho22 = t5 * t2 / calZ;
    (* $\rho_{33}$ *)
    rho33 = t4 * t6 / calZ;
    {{rho11, 0, 0, 0},
     {0, rho22, 0, 0},
     {0, 0, rho33, 0},
     {0, 0, 0, 1 - rho11 - rho22 - rho33}}];

(*
   The Hamiltonian in the product basis, given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$,
   $T_1 = T_2 = T$, $\mu_1 = \mu_2 = \mu$, fermion.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq18Fermion[omega_, lambda_] :=
  Module[{delta, t1},
    (* $\delta$, declared in the file *)
    delta = 2 * omega;
    t1 = lambda / 2;
    {{delta, 0, 0, 0},
     {0, omega, t1, 0},
     {0, t1, omega, 0},
     {0, 0, 0, 0}}];

(*
   The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
   given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$, $T_1 = T_2 = T$, $\mu_1 = \mu_2 =
   \mu$, fermion.
*)
eigenvectorsEq18Fermion[] :=
  Module[{t1},
    t1 = Sqrt[2] / 2;
    {{0, 0, 0, 1},
     {0, -t1, t1, 0},
     {0, t1, t1, 0},
     {1, 0, 0, 0}}];

(*
   The density matrix of the steady state of Eq. (23), given $\theta = \pi/2$, $\omega_1 =
   \omega_2 = \omega$, boson, $\mu_1 = \mu_2 = 0$.
   Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
   $|\varepsilon_4\rangle$.
   These are the eigenvectors of the Hamiltonian, the columns of eigenvectorsEq23.
   Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$.
   $\rho_{11}$: as printed in Eq. (23), proved.
   $\rho_{22}$: as printed in Eq. (23), proved.
   $\rho_{23}$: Eq. (23) corrected and proved; printed was $\frac{1}{\mathcal{N}}
   \left[\frac{M_+(1 + 2L_-) + M_-(1 + 2L_+)}{2(1 + L_+ + L_-) + i\frac{\Omega}{J}} \right]$
   (lost-sign, conjugation).
   $\rho_{33}$: as printed in Eq. (23), proved.
   $\rho_{44}$: as printed in Eq. (23), proved.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
   J is $J$: spectral density of baths 1 and 2, positive.
   T1 is $T_1$: temperature of bath 1, positive.
   T2 is $T_2$: temperature of bath 2, positive.
*)
steadyStateEq23[omega_, lambda_, J_, T1_, T2_] :=
  Module[{delta, t1, N1Plus, N2Plus, t2, LPlus, t3, t4, N1Minus, N2Minus, t5, LMinus, t6, t7,
    MPlus, MMinus, t8, t9, t10, t11, t12, calN, t13, t14, s1, s2, t15, z1, t16, z2},
    (* $\delta$, declared in the file *)
    delta = 2 * omega;
    t1 = (delta + lambda) / 2;
    (* $N_1^+$, occupation of bath 1 *)
    N1Plus = 1 / (Exp[t1 / T1] - 1);
    (* $N_2^+$, occupation of bath 2 *)
    N2Plus = 1 / (Exp[t1 / T2] - 1);
    t2 = N1Plus + N2Plus;
    (* $L_+$, Eq. (22) *)
    LPlus = t2 / 2;
    t3 = 1 + t2;
    t4 = (delta - lambda) / 2;
    (* $N_1^-$, occupation of bath 1 *)
    N1Minus = 1 / (Exp[t4 / T1] - 1);
    (* $N_2^-$, occupation of bath 2 *)
    N2Minus = 1 / (Exp[t4 / T2] - 1);
    t5 = N1Minus + N2Minus;
    (* $L_-$, Eq. (22) *)
    LMinus = t5 / 2;
    t6 = 1 + t5;
    t7 = N1Plus - N2Plus;
    (* $M_+$, Eq. (22) *)
    MPlus = t7 / 2;
    (* $M_-$, Eq. (22) *)
    MMinus = (N1Minus - N2Minus) / 2;
    t8 = 1 + LPlus;
    t9 = t8 + LMinus;
    t10 = t9^2;
    t11 = lambda / J;
    t12 = 4 * t10 + t11^2;
    (* $\mathcal{N}$, Eq. (26) *)
    calN = t3 * t6 - 8 * t7 * MMinus * t10 / t12;
    t13 = 1 + LMinus;
    t14 = 3 + t2 + t5;
    (* $s_1$, Eq. (24) *)
    s1 = MPlus - MMinus * t14;
    (* $s_2$, Eq. (24) *)
    s2 = MMinus - MPlus * t14;
    t15 = t3 + t5;
    (* $z_1$, Eq. (24) *)
    z1 = MPlus + MMinus * t15;
    t16 = (MPlus * t6 + MMinus * t3) / (2 * t9 - I * t11) / calN;
    (* $z_2$, Eq. (24) *)
    z2 = MMinus + MPlus * t15;
    {{(t8 * t13 - s1 * s2 / t12) / calN, 0, 0, 0},
     {0, (LMinus * t8 + s2 * z1 / t12) / calN, -t16, 0},
     {0, -Conjugate[t16], (LPlus * t13 + s1 * z2 / t12) / calN, 0},
     {0, 0, 0, (LPlus * LMinus - z1 * z2 / t12) / calN}}];

(*
   The Hamiltonian in the product basis, given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$,
   boson, $\mu_1 = \mu_2 = 0$.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq23[omega_, lambda_] :=
  Module[{delta, t1},
    (* $\delta$, declared in the file *)
    delta = 2 * omega;
    t1 = lambda / 2;
    {{delta, 0, 0, 0},
     {0, omega, t1, 0},
     {0, t1, omega, 0},
     {0, 0, 0, 0}}];

(*
   The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
   given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$, boson, $\mu_1 = \mu_2 = 0$.
*)
eigenvectorsEq23[] :=
  Module[{t1},
    t1 = Sqrt[2] / 2;
    {{0, 0, 0, 1},
     {0, -t1, t1, 0},
     {0, t1, t1, 0},
     {1, 0, 0, 0}}];

(*
   The density matrix of the steady state of Eq. (27), given $\theta = \pi/2$, $\omega_1 =
   \omega_2 = \omega$, fermion, $T_1 = T_2 = T$.
   Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
   $|\varepsilon_4\rangle$.
   These are the eigenvectors of the Hamiltonian, the columns of eigenvectorsEq27.
   Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$.
   $\rho_{11}$: as printed in Eq. (27), proved.
   $\rho_{22}$: as printed in Eq. (27), proved.
   $\rho_{23}$: Eq. (27) corrected and proved; printed was $-\frac{M_+ + M_-}{2 +
   i\frac{\Omega}{J}}$ (conjugation).
   $\rho_{33}$: as printed in Eq. (27), proved.
   $\rho_{44}$: Eq. (27) corrected and proved; printed was $L_+ L_- \mathcal{R}$ (operator).
   Elements not named vanish, or are conjugates of these.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
   J is $J$: spectral density of baths 1 and 2, positive.
   T is $T$: temperature of baths 1 and 2, positive.
   mu1 is $\mu_1$: chemical potential of bath 1, real.
   mu2 is $\mu_2$: chemical potential of bath 2, real.
*)
steadyStateEq27[omega_, lambda_, J_, T_, mu1_, mu2_] :=
  Module[{delta, t1, N1Plus, N2Plus, LPlus, t2, t3, N1Minus, N2Minus, LMinus, t4, MPlus, MMinus,
    t5, t6, calR, t7},
    (* $\delta$, declared in the file *)
    delta = 2 * omega;
    t1 = (delta + lambda) / 2;
    (* $N_1^+$, occupation of bath 1 *)
    N1Plus = 1 / (Exp[(t1 - mu1) / T] + 1);
    (* $N_2^+$, occupation of bath 2 *)
    N2Plus = 1 / (Exp[(t1 - mu2) / T] + 1);
    (* $L_+$, Eq. (22) *)
    LPlus = (N1Plus + N2Plus) / 2;
    t2 = 1 - LPlus;
    t3 = (delta - lambda) / 2;
    (* $N_1^-$, occupation of bath 1 *)
    N1Minus = 1 / (Exp[(t3 - mu1) / T] + 1);
    (* $N_2^-$, occupation of bath 2 *)
    N2Minus = 1 / (Exp[(t3 - mu2) / T] + 1);
    (* $L_-$, Eq. (22) *)
    LMinus = (N1Minus + N2Minus) / 2;
    t4 = 1 - LMinus;
    (* $M_+$, Eq. (22) *)
    MPlus = (N1Plus - N2Plus) / 2;
    (* $M_-$, Eq. (22) *)
    MMinus = (N1Minus - N2Minus) / 2;
    t5 = MPlus + MMinus;
    t6 = lambda / J;
    (* $\mathcal{R}$, Eq. (28) *)
    calR = t5^2 / (4 + t6^2);
    t7 = t5 / (2 - I * t6);
    {{t2 * t4 - calR, 0, 0, 0},
     {0, LMinus * t2 + calR, -t7, 0},
     {0, -Conjugate[t7], LPlus * t4 + calR, 0},
     {0, 0, 0, LPlus * LMinus - calR}}];

(*
   The Hamiltonian in the product basis, given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$,
   fermion, $T_1 = T_2 = T$.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq27[omega_, lambda_] :=
  Module[{delta, t1},
    (* $\delta$, declared in the file *)
    delta = 2 * omega;
    t1 = lambda / 2;
    {{delta, 0, 0, 0},
     {0, omega, t1, 0},
     {0, t1, omega, 0},
     {0, 0, 0, 0}}];

(*
   The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
   given $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$, fermion, $T_1 = T_2 = T$.
*)
eigenvectorsEq27[] :=
  Module[{t1},
    t1 = Sqrt[2] / 2;
    {{0, 0, 0, 1},
     {0, -t1, t1, 0},
     {0, t1, t1, 0},
     {1, 0, 0, 0}}];

(*
   The density matrix of the steady state of Eq. (30), given boson, $\mu_1 = \mu_2 = 0$.
   Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
   $|\varepsilon_4\rangle$.
   These are the eigenvectors of the Hamiltonian, the columns of eigenvectorsEq30.
   Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$, $\frac{\delta - \Omega}{2} > 0$.
   $\rho_{11}$: as printed in Eq. (30), proved.
   $\rho_{22}$: as printed in Eq. (30), proved.
   $\rho_{23}$: Eq. (30) corrected and proved; printed was $\frac{1}{\mathcal{G}}
   \left[\frac{\mathcal{M}_+(1 + 2\mathcal{L}_-) + \mathcal{M}_-(1 + 2\mathcal{L}_+)}{2(1 +
   \mathcal{L}_+ + \mathcal{L}_-) + i\frac{\Omega}{J}} \right]$ (lost-sign, conjugation).
   $\rho_{33}$: as printed in Eq. (30), proved.
   $\rho_{44}$: as printed in Eq. (30), proved.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   omega1 is $\omega_1$: parameter of the Hamiltonian, positive.
   omega2 is $\omega_2$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
   J is $J$: spectral density of baths 1 and 2, positive.
   T1 is $T_1$: temperature of bath 1, positive.
   T2 is $T_2$: temperature of bath 2, positive.
*)
steadyStateEq30[omega1_, omega2_, lambda_, J_, T1_, T2_] :=
  Module[{delta, Delta, Omega, t1, N1Plus, N2Plus, LPlus, MPlus, t2, t3, calLPlus, t4, t5, t6,
    N1Minus, N2Minus, LMinus, MMinus, calLMinus, t7, t8, calMPlus, calMMinus, t9, t10, t11, t12,
    t13, calG, t14, t15, s1, s2, t16, z1, t17, z2},
    (* $\delta$, declared in the file *)
    delta = omega1 + omega2;
    (* $\Delta$, declared in the file *)
    Delta = omega1 - omega2;
    (* $\Omega$, declared in the file *)
    Omega = Sqrt[Delta^2 + lambda^2];
    t1 = (delta + Omega) / 2;
    (* $N_1^+$, occupation of bath 1 *)
    N1Plus = 1 / (Exp[t1 / T1] - 1);
    (* $N_2^+$, occupation of bath 2 *)
    N2Plus = 1 / (Exp[t1 / T2] - 1);
    (* $L_+$, Eq. (22) *)
    LPlus = (N1Plus + N2Plus) / 2;
    (* $M_+$, Eq. (22) *)
    MPlus = (N1Plus - N2Plus) / 2;
    t2 = Delta / Omega;
    t3 = lambda / Omega;
    (* $\mathcal{L}_+$, Eq. (29) *)
    calLPlus = LPlus + MPlus * t2;
    t4 = 2 * calLPlus;
    t5 = 1 + t4;
    t6 = (delta - Omega) / 2;
    (* $N_1^-$, occupation of bath 1 *)
    N1Minus = 1 / (Exp[t6 / T1] - 1);
    (* $N_2^-$, occupation of bath 2 *)
    N2Minus = 1 / (Exp[t6 / T2] - 1);
    (* $L_-$, Eq. (22) *)
    LMinus = (N1Minus + N2Minus) / 2;
    (* $M_-$, Eq. (22) *)
    MMinus = (N1Minus - N2Minus) / 2;
    (* $\mathcal{L}_-$, Eq. (29) *)
    calLMinus = LMinus - MMinus * t2;
    t7 = 2 * calLMinus;
    t8 = 1 + t7;
    (* $\mathcal{M}_+$, Eq. (29) *)
    calMPlus = MPlus * t3;
    (* $\mathcal{M}_-$, Eq. (29) *)
    calMMinus = MMinus * t3;
    t9 = 1 + calLPlus;
    t10 = t9 + calLMinus;
    t11 = t10^2;
    t12 = Omega / J;
    t13 = 4 * t11 + t12^2;
    (* $\mathcal{G}$, Eq. (32) *)
    calG = t5 * t8 - 16 * calMPlus * calMMinus * t11 / t13;
    t14 = 1 + calLMinus;
    t15 = 3 + t4 + t7;
    (* $s_1$, Eq. (31) *)
    s1 = calMPlus - calMMinus * t15;
    (* $s_2$, Eq. (31) *)
    s2 = calMMinus - calMPlus * t15;
    t16 = t5 + t7;
    (* $z_1$, Eq. (31) *)
    z1 = calMPlus + calMMinus * t16;
    t17 = (calMPlus * t8 + calMMinus * t5) / (2 * t10 - I * t12) / calG;
    (* $z_2$, Eq. (31) *)
    z2 = calMMinus + calMPlus * t16;
    {{(t9 * t14 - s1 * s2 / t13) / calG, 0, 0, 0},
     {0, (calLMinus * t9 + s2 * z1 / t13) / calG, -t17, 0},
     {0, -Conjugate[t17], (calLPlus * t14 + s1 * z2 / t13) / calG, 0},
     {0, 0, 0, (calLPlus * calLMinus - z1 * z2 / t13) / calG}}];

(*
   The Hamiltonian in the product basis, given boson, $\mu_1 = \mu_2 = 0$.

   Parameters:
   omega1 is $\omega_1$: parameter of the Hamiltonian, positive.
   omega2 is $\omega_2$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq30[omega1_, omega2_, lambda_] :=
  Module[{delta, t1},
    (* $\delta$, declared in the file *)
    delta = omega1 + omega2;
    t1 = lambda / 2;
    {{delta, 0, 0, 0},
     {0, omega1, t1, 0},
     {0, t1, omega2, 0},
     {0, 0, 0, 0}}];

(*
   The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
   given boson, $\mu_1 = \mu_2 = 0$.

   Parameters:
   omega1 is $\omega_1$: parameter of the Hamiltonian, positive.
   omega2 is $\omega_2$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
*)
eigenvectorsEq30[omega1_, omega2_, lambda_] :=
  Module[{Delta, Omega, t1, t2},
    (* $\Delta$, declared in the file *)
    Delta = omega1 - omega2;
    (* $\Omega$, declared in the file *)
    Omega = Sqrt[Delta^2 + lambda^2];
    t1 = Sqrt[(1 + Delta / Omega) / 2];
    t2 = lambda / Omega / 2 / t1;
    {{0, 0, 0, 1},
     {0, -t2, t1, 0},
     {0, t1, t2, 0},
     {1, 0, 0, 0}}];

(*
   The density matrix of the steady state of Eq. (33), given fermion.
   Basis: $|\varepsilon_1\rangle$, $|\varepsilon_2\rangle$, $|\varepsilon_3\rangle$,
   $|\varepsilon_4\rangle$.
   These are the eigenvectors of the Hamiltonian, the columns of eigenvectorsEq33.
   Valid where $\lambda < 2\sqrt{\omega_1 \omega_2}$, $\frac{\delta - \Omega}{2} > 0$.
   $\rho_{11}$: as printed in Eq. (33), proved.
   $\rho_{22}$: as printed in Eq. (33), proved.
   $\rho_{23}$: Eq. (33) corrected and proved; printed was $-\frac{\mathcal{M}_+ +
   \mathcal{M}_-}{2 + i\frac{\Omega}{J}}$ (conjugation).
   $\rho_{33}$: as printed in Eq. (33), proved.
   $\rho_{44}$: Eq. (33) corrected and proved; printed was $L + \mathcal{L}_- \mathcal{R}$
   (typeface, stray-script, operator).
   Elements not named vanish, or are conjugates of these.

   Parameters:
   omega1 is $\omega_1$: parameter of the Hamiltonian, positive.
   omega2 is $\omega_2$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
   J is $J$: spectral density of baths 1 and 2, positive.
   T1 is $T_1$: temperature of bath 1, positive.
   T2 is $T_2$: temperature of bath 2, positive.
   mu1 is $\mu_1$: chemical potential of bath 1, real.
   mu2 is $\mu_2$: chemical potential of bath 2, real.
*)
steadyStateEq33[omega1_, omega2_, lambda_, J_, T1_, T2_, mu1_, mu2_] :=
  Module[{delta, Delta, Omega, t1, N1Plus, N2Plus, LPlus, MPlus, t2, t3, calLPlus, t4, t5,
    N1Minus, N2Minus, LMinus, MMinus, calLMinus, t6, calMPlus, calMMinus, t7, t8, calR, t9},
    (* $\delta$, declared in the file *)
    delta = omega1 + omega2;
    (* $\Delta$, declared in the file *)
    Delta = omega1 - omega2;
    (* $\Omega$, declared in the file *)
    Omega = Sqrt[Delta^2 + lambda^2];
    t1 = (delta + Omega) / 2;
    (* $N_1^+$, occupation of bath 1 *)
    N1Plus = 1 / (Exp[(t1 - mu1) / T1] + 1);
    (* $N_2^+$, occupation of bath 2 *)
    N2Plus = 1 / (Exp[(t1 - mu2) / T2] + 1);
    (* $L_+$, Eq. (22) *)
    LPlus = (N1Plus + N2Plus) / 2;
    (* $M_+$, Eq. (22) *)
    MPlus = (N1Plus - N2Plus) / 2;
    t2 = Delta / Omega;
    t3 = lambda / Omega;
    (* $\mathcal{L}_+$, Eq. (29) *)
    calLPlus = LPlus + MPlus * t2;
    t4 = 1 - calLPlus;
    t5 = (delta - Omega) / 2;
    (* $N_1^-$, occupation of bath 1 *)
    N1Minus = 1 / (Exp[(t5 - mu1) / T1] + 1);
    (* $N_2^-$, occupation of bath 2 *)
    N2Minus = 1 / (Exp[(t5 - mu2) / T2] + 1);
    (* $L_-$, Eq. (22) *)
    LMinus = (N1Minus + N2Minus) / 2;
    (* $M_-$, Eq. (22) *)
    MMinus = (N1Minus - N2Minus) / 2;
    (* $\mathcal{L}_-$, Eq. (29) *)
    calLMinus = LMinus - MMinus * t2;
    t6 = 1 - calLMinus;
    (* $\mathcal{M}_+$, Eq. (29) *)
    calMPlus = MPlus * t3;
    (* $\mathcal{M}_-$, Eq. (29) *)
    calMMinus = MMinus * t3;
    t7 = calMPlus + calMMinus;
    t8 = Omega / J;
    (* $\mathcal{R}$, Eq. (34) *)
    calR = t7^2 / (4 + t8^2);
    t9 = t7 / (2 - I * t8);
    {{t4 * t6 - calR, 0, 0, 0},
     {0, calLMinus * t4 + calR, -t9, 0},
     {0, -Conjugate[t9], calLPlus * t6 + calR, 0},
     {0, 0, 0, calLPlus * calLMinus - calR}}];

(*
   The Hamiltonian in the product basis, given fermion.

   Parameters:
   omega1 is $\omega_1$: parameter of the Hamiltonian, positive.
   omega2 is $\omega_2$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq33[omega1_, omega2_, lambda_] :=
  Module[{delta, t1},
    (* $\delta$, declared in the file *)
    delta = omega1 + omega2;
    t1 = lambda / 2;
    {{delta, 0, 0, 0},
     {0, omega1, t1, 0},
     {0, t1, omega2, 0},
     {0, 0, 0, 0}}];

(*
   The eigenvectors of the Hamiltonian as columns, in the product basis, ascending in energy,
   given fermion.

   Parameters:
   omega1 is $\omega_1$: parameter of the Hamiltonian, positive.
   omega2 is $\omega_2$: parameter of the Hamiltonian, positive.
   lambda is $\lambda$: parameter of the Hamiltonian, positive.
*)
eigenvectorsEq33[omega1_, omega2_, lambda_] :=
  Module[{Delta, Omega, t1, t2},
    (* $\Delta$, declared in the file *)
    Delta = omega1 - omega2;
    (* $\Omega$, declared in the file *)
    Omega = Sqrt[Delta^2 + lambda^2];
    t1 = Sqrt[(1 + Delta / Omega) / 2];
    t2 = lambda / Omega / 2 / t1;
    {{0, 0, 0, 1},
     {0, -t2, t1, 0},
     {0, t1, t2, 0},
     {1, 0, 0, 0}}];
