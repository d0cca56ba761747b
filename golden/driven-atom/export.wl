(*
   A two-level atom driven by a laser

   Steady states in closed form, from the derivation driven-atom by rederive.

   Units: hbar = 1 and k_B = 1. Matrix elements: rho_ij = <i|rho|j>, rows and columns in the
   order of the basis that is named with each function.
   Product basis: |e>, |g>.
*)

(*
   The density matrix of the steady state of Eqs. (4), (5).
   Basis: $|e\rangle$, $|g\rangle$.
   $\rho_{ee}$: as printed in Eq. (4), proved.
   $\rho_{eg}$: as printed in Eq. (5), proved.
   $\rho_{gg}$: from tr rho = 1.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   Omega is $\Omega$: parameter of the Hamiltonian, positive.
   gamma is $\gamma$: rate of the jump $\sigma_-$, positive.
   Delta is $\Delta$: parameter of the Hamiltonian, real.
*)
steadyStateEq4[Omega_, gamma_, Delta_] :=
  Module[{t1, t2, rhoEe, rhoEg},
    t1 = Omega^2;
    t2 = 4 * Delta^2 + gamma^2 + 2 * t1;
    (* $\rho_{ee}$ *)
    rhoEe = t1 / t2;
    (* $\rho_{eg}$ *)
    rhoEg = Omega * (2 * Delta - I * gamma) / t2;
    {{rhoEe, rhoEg},
     {Conjugate[rhoEg], 1 - rhoEe}}];

(*
   The Hamiltonian in the product basis.

   Parameters:
   Omega is $\Omega$: parameter of the Hamiltonian, positive.
   Delta is $\Delta$: parameter of the Hamiltonian, real.
*)
hamiltonianEq4[Omega_, Delta_] :=
  Module[{t1},
    t1 = Omega / 2;
    {{-Delta, t1},
     {t1, 0}}];

(*
   The density matrix of the steady state of Eqs. (9), (10).
   Basis: $|e\rangle$, $|g\rangle$.
   $\rho_{ee}$: as printed in Eq. (9), proved.
   $\rho_{eg}$: as printed in Eq. (10), proved.
   $\rho_{gg}$: from tr rho = 1.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   Omega is $\Omega$: parameter of the Hamiltonian, positive.
   gamma is $\gamma$: rate of the jump $\sigma_-$, positive.
   Delta is $\Delta$: parameter of the Hamiltonian, real.
*)
steadyStateEq9[Omega_, gamma_, Delta_] :=
  Module[{s, t1, rhoEe, rhoEg},
    (* $s$, Eq. (8) *)
    s = 2 * Omega^2 / (4 * Delta^2 + gamma^2);
    t1 = 1 + s;
    (* $\rho_{ee}$ *)
    rhoEe = s / (2 * t1);
    (* $\rho_{eg}$ *)
    rhoEg = Omega / (2 * Delta + I * gamma) / t1;
    {{rhoEe, rhoEg},
     {Conjugate[rhoEg], 1 - rhoEe}}];

(*
   The Hamiltonian in the product basis.

   Parameters:
   Omega is $\Omega$: parameter of the Hamiltonian, positive.
   Delta is $\Delta$: parameter of the Hamiltonian, real.
*)
hamiltonianEq9[Omega_, Delta_] :=
  Module[{t1},
    t1 = Omega / 2;
    {{-Delta, t1},
     {t1, 0}}];

(*
   The density matrix of the steady state of Eq. (13), given $\Delta = 0$.
   Basis: $|e\rangle$, $|g\rangle$.
   $\rho_{ee}$: as printed in Eq. (13), proved.
   $\rho_{eg}$: as printed in Eq. (13), proved.
   $\rho_{gg}$: from tr rho = 1.
   Elements not named vanish, or are conjugates of these.

   Parameters:
   Omega is $\Omega$: parameter of the Hamiltonian, positive.
   gamma is $\gamma$: rate of the jump $\sigma_-$, positive.
*)
steadyStateEq13[Omega_, gamma_] :=
  Module[{t1, t2, rhoEe, t3},
    t1 = Omega^2;
    t2 = gamma^2 + 2 * t1;
    (* $\rho_{ee}$ *)
    rhoEe = t1 / t2;
    t3 = I * gamma * Omega / t2;
    {{rhoEe, -t3},
     {-Conjugate[t3], 1 - rhoEe}}];

(*
   The Hamiltonian in the product basis, given $\Delta = 0$.

   Parameters:
   Omega is $\Omega$: parameter of the Hamiltonian, positive.
*)
hamiltonianEq13[Omega_] :=
  Module[{t1},
    t1 = Omega / 2;
    {{0, t1},
     {t1, 0}}];
