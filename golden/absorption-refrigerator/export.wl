(*
   The three-level absorption refrigerator

   Steady states in closed form, from the derivation absorption-refrigerator by rederive.

   Units: hbar = 1 and k_B = 1. Matrix elements: rho_ij = <i|rho|j>, rows and columns in the
   order of the basis that is named with each function.
   Product basis: |1>, |2>, |3>.
   It rests on: Born, Markov, no Lamb shift.
*)

(*
   The density matrix of the steady state of Eq. (4).
   Basis: $|1\rangle$, $|2\rangle$, $|3\rangle$.
   $p_1$: as printed in Eq. (4), proved.
   $p_2$: as printed in Eq. (4), proved.
   $p_3$: as printed in Eq. (4), proved.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   omegaC is $\omega_c$: parameter of the Hamiltonian, positive.
   omegaW is $\omega_w$: parameter of the Hamiltonian, positive.
   kappaH is $\kappa_h$: decay rate of bath h, positive.
   kappaC is $\kappa_c$: decay rate of bath c, positive.
   kappaW is $\kappa_w$: decay rate of bath w, positive.
   TH is $T_h$: temperature of bath h, positive.
   TC is $T_c$: temperature of bath c, positive.
   TW is $T_w$: temperature of bath w, positive.
*)
steadyStateEq4[omegaC_, omegaW_, kappaH_, kappaC_, kappaW_, TH_, TC_, TW_] :=
  Module[{nC, GammaC, omegaH, nH, GammaH, nW, GammaW, gammaW, t1, gammaC, t2, t3, gammaH, t4,
    t5, t6, t7, Z},
    (* $n_c$, occupation of bath c *)
    nC = 1 / (Exp[omegaC / TC] - 1);
    (* $\Gamma_c$, Eq. (2) *)
    GammaC = kappaC * (nC + 1);
    (* $\omega_h$, declared in the file *)
    omegaH = omegaC + omegaW;
    (* $n_h$, occupation of bath h *)
    nH = 1 / (Exp[omegaH / TH] - 1);
    (* $\Gamma_h$, Eq. (2) *)
    GammaH = kappaH * (nH + 1);
    (* $n_w$, occupation of bath w *)
    nW = 1 / (Exp[omegaW / TW] - 1);
    (* $\Gamma_w$, Eq. (2) *)
    GammaW = kappaW * (nW + 1);
    (* $\gamma_w$, Eq. (2) *)
    gammaW = kappaW * nW;
    t1 = GammaC * GammaH + GammaC * GammaW + gammaW * GammaH;
    (* $\gamma_c$, Eq. (2) *)
    gammaC = kappaC * nC;
    t2 = gammaC * GammaH;
    t3 = gammaC * GammaW;
    (* $\gamma_h$, Eq. (2) *)
    gammaH = kappaH * nH;
    t4 = gammaH * GammaW;
    t5 = gammaH * GammaC;
    t6 = gammaH * gammaW;
    t7 = gammaC * gammaW;
    (* $Z$, Eq. (5) *)
    Z = t1 + t2 + t3 + t4 + t5 + t6 + t7;
    {{t1 / Z, 0, 0},
     {0, (t2 + t3 + t4) / Z, 0},
     {0, 0, (t5 + t6 + t7) / Z}}];

(*
   The Hamiltonian in the product basis.

   Parameters:
   omegaC is $\omega_c$: parameter of the Hamiltonian, positive.
   omegaW is $\omega_w$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq4[omegaC_, omegaW_] :=
  Module[{omegaH},
    (* $\omega_h$, declared in the file *)
    omegaH = omegaC + omegaW;
    {{0, 0, 0},
     {0, omegaC, 0},
     {0, 0, omegaH}}];
