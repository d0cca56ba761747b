(*
   A qubit between two baths

   Steady states in closed form, from the derivation qubit-two-baths by rederive.

   Units: hbar = 1 and k_B = 1. Matrix elements: rho_ij = <i|rho|j>, rows and columns in the
   order of the basis that is named with each function.
   Product basis: |e>, |g>.
   It rests on: Born, Markov, no Lamb shift.
*)

(*
   The density matrix of the steady state of Eq. (5).
   Basis: $|e\rangle$, $|g\rangle$.
   $p_e$: as printed in Eq. (5), proved.
   $\rho_{eg}$: as printed in Eq. (5), proved.
   $p_g$: as printed in Eq. (5), proved.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
   kappaH is $\kappa_h$: decay rate of bath h, positive.
   kappaC is $\kappa_c$: decay rate of bath c, positive.
   TH is $T_h$: temperature of bath h, positive.
   TC is $T_c$: temperature of bath c, positive.
*)
steadyStateEq5[omega_, kappaH_, kappaC_, TH_, TC_] :=
  Module[{nH, nC, GammaValue},
    (* $n_h$, occupation of bath h *)
    nH = 1 / (Exp[omega / TH] - 1);
    (* $n_c$, occupation of bath c *)
    nC = 1 / (Exp[omega / TC] - 1);
    (* $\Gamma$, Eq. (6) *)
    GammaValue = kappaH * (2 * nH + 1) + kappaC * (2 * nC + 1);
    {{(kappaH * nH + kappaC * nC) / GammaValue, 0},
     {0, (kappaH * (nH + 1) + kappaC * (nC + 1)) / GammaValue}}];

(*
   The Hamiltonian in the product basis.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq5[omega_] :=
  Module[{},
    {{omega, 0},
     {0, 0}}];

(*
   The density matrix of the steady state of Eq. (15), given $T_h = T_c = T$.
   Basis: $|e\rangle$, $|g\rangle$.
   $p_e$: as printed in Eq. (15), proved.
   $p_g$: from tr rho = 1.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
   T is $T$: temperature of baths h and c, positive.
*)
steadyStateEq15[omega_, T_] :=
  Module[{pE},
    (* $p_e$ *)
    pE = 1 / (Exp[omega / T] + 1);
    {{pE, 0},
     {0, 1 - pE}}];

(*
   The Hamiltonian in the product basis, given $T_h = T_c = T$.

   Parameters:
   omega is $\omega$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq15[omega_] :=
  Module[{},
    {{omega, 0},
     {0, 0}}];
