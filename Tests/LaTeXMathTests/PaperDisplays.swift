/// The displays of Hadipour and Haseli (2024), as printed: number, statements, LaTeX.
let paperDisplays: [(tag: String, count: Int, latex: String)] = [
  (
    "1", 3,
    #"""
    \begin{aligned}
    H_S &= \omega_1 |e\rangle_1 \langle e| + \omega_2 |e\rangle_2 \langle e| +
    \frac{\lambda}{2} [\sigma_+^{(1)} \sigma_-^{(2)} + \sigma_-^{(1)} \sigma_+^{(2)}], \\
    H_R &= \sum_k \omega_{1k} b_k^\dagger b_k + \sum_k \omega_{2k} c_k^\dagger c_k, \\
    V &= \sum_k g_{1k} [\sigma_-^{(1)} b_k^\dagger + \sigma_+^{(1)} b_k] + \sum_k g_{2k}
    [\sigma_-^{(2)} c_k^\dagger + \sigma_+^{(2)} c_k]
    \end{aligned} \quad (1)
    """#
  ),
  (
    "2", 8,
    #"""
    \begin{aligned}
    \varepsilon_1 &= 0, & |\varepsilon_1\rangle &= |gg\rangle, \\
    \varepsilon_2 &= \frac{\delta - \Omega}{2}, & |\varepsilon_2\rangle &= -\sin
    \frac{\theta}{2} |eg\rangle + \cos \frac{\theta}{2} |ge\rangle, \\
    \varepsilon_3 &= \frac{\delta + \Omega}{2}, & |\varepsilon_3\rangle &= \cos
    \frac{\theta}{2} |eg\rangle - \sin \frac{\theta}{2} |ge\rangle, \\
    \varepsilon_4 &= \delta, & |\varepsilon_4\rangle &= |ee\rangle,
    \end{aligned} \quad (2)
    """#
  ),
  (
    "3", 1,
    #"""
    U = \begin{pmatrix} 1 & 0 & 0 & 0 \\
    0 & \cos \frac{\theta}{2} & \sin \frac{\theta}{2} & 0 \\
    0 & -\sin \frac{\theta}{2} & \cos \frac{\theta}{2} & 0 \\
    0 & 0 & 0 & 1 \end{pmatrix}. \quad (3)
    """#
  ),
  (
    "4", 1,
    #"""
    H_{int} = \sum_k [g_{1k}(A_1 + B_1)b_k^\dagger + g_{2k}(A_2 + B_2)c_k^\dagger] + H.c.,
    \quad (4)
    """#
  ),
  (
    "5", 4,
    #"""
    \begin{aligned}
    A_1 &= \sin \frac{\theta}{2} (|\varepsilon_3\rangle\langle\varepsilon_4| -
    |\varepsilon_1\rangle\langle\varepsilon_2|), \\
    B_1 &= \cos \frac{\theta}{2} (|\varepsilon_2\rangle\langle\varepsilon_4| +
    |\varepsilon_1\rangle\langle\varepsilon_3|), \\
    A_2 &= \cos \frac{\theta}{2} (|\varepsilon_3\rangle\langle\varepsilon_4| +
    |\varepsilon_1\rangle\langle\varepsilon_2|), \\
    B_2 &= \sin \frac{\theta}{2} (|\varepsilon_1\rangle\langle\varepsilon_3| -
    |\varepsilon_2\rangle\langle\varepsilon_4|).
    \end{aligned} \quad (5)
    """#
  ),
  (
    "6", 1,
    #"""
    \begin{aligned}
    H_{int}(t) &= \sum_k g_{1k} \left(A_1 e^{-i\frac{\delta-\Omega}{2}t} + B_1
    e^{-i\frac{\delta+\Omega}{2}t} \right) b_k^\dagger e^{i\omega_{1k}t} \\
    &+ \sum_k g_{2k} \left(A_2 e^{-i\frac{\delta-\Omega}{2}t} + B_2
    e^{-i\frac{\delta+\Omega}{2}t} \right) c_k^\dagger e^{i\omega_{2k}t} + H.c.
    \end{aligned} \quad (6)
    """#
  ),
  (
    "7", 1,
    #"""
    \frac{d\rho_I(t)}{dt} = - \int_0^\infty ds T r_B [H_{int}(t), [H_{int}(t-s), \rho_I(t)
    \otimes (t)\rho_B]], \quad (7)
    """#
  ),
  (
    "8", 1,
    #"""
    \frac{d\rho}{dt} = -i[H_S, \rho] + \mathcal{D}_1[\rho] + \mathcal{D}_2[\rho], \quad (8)
    """#
  ),
  (
    "9", 1,
    #"""
    \begin{aligned}
    \mathcal{N}_i[\rho] &= \gamma_i^+ \left[2B_i^\dagger \rho B_i - B_i B_i^\dagger \rho - \rho
    B_i B_i^\dagger \right] \\
    &+ \gamma_i^- \left[2A_i^\dagger \rho A_i - A_i A_i^\dagger \rho - \rho A_i A_i^\dagger
    \right] \\
    &+ \Gamma_i^+ \left[2B_i \rho B_i^\dagger - B_i^\dagger B_i \rho - \rho B_i^\dagger B_i
    \right] \\
    &+ \Gamma_i^- \left[2A_i \rho A_i^\dagger - A_i^\dagger A_i \rho - \rho A_i^\dagger A_i
    \right],
    \end{aligned} \quad (9)
    """#
  ),
  (
    "10", 1,
    #"""
    \begin{aligned}
    \mathcal{S}_i[\rho] &= \gamma_i^+ \left[A_i^\dagger \rho B_i + B_i^\dagger \rho A_i - A_i
    B_i^\dagger \rho - \rho B_i A_i^\dagger \right] \\
    &+ \gamma_i^- \left[A_i^\dagger \rho B_i + B_i^\dagger \rho A_i - B_i A_i^\dagger \rho -
    \rho A_i B_i^\dagger \right] \\
    &+ \Gamma_i^+ \left[A_i \rho B_i^\dagger + B_i \rho A_i^\dagger - A_i^\dagger B_i \rho -
    \rho B_i^\dagger A_i \right] \\
    &+ \Gamma_i^- \left[A_i \rho B_i^\dagger + B_i \rho A_i^\dagger - B_i^\dagger A_i \rho -
    \rho A_i^\dagger B_i \right]
    \end{aligned} \quad (10)
    """#
  ),
  (
    "11", 2,
    #"""
    \gamma_i(\omega) = J_i(\omega)N_i(\omega), \quad \Gamma_i(\omega)[N_i(\omega) + 1], \quad
    (11)
    """#
  ),
  (
    "12", 2,
    #"""
    \gamma_i(\omega) = J_i(\omega)N_i(\omega), \quad \Gamma_i(\omega)[1 - N_i(\omega)]. \quad
    (12)
    """#
  ),
  (
    "13", 1,
    #"""
    \rho_\varepsilon = \begin{pmatrix} \rho_{11} & 0 & 0 & 0 \\
    0 & \rho_{22} & \rho_{23} & 0 \\
    0 & \rho_{32} & \rho_{33} & 0 \\
    0 & 0 & 0 & \rho_{44} \end{pmatrix}. \quad (13)
    """#
  ),
  (
    "14", 1,
    #"""
    \rho = \begin{pmatrix} \eta_{11} & 0 & 0 & 0 \\
    0 & \eta_{22} & \eta_{23} & 0 \\
    0 & \eta_{32} & \eta_{33} & 0 \\
    0 & 0 & 0 & \eta_{44} \end{pmatrix}. \quad (14)
    """#
  ),
  (
    "15", 5,
    #"""
    \begin{aligned}
    \eta_{11} &= \rho_{11}, & \eta_{44} &= \rho_{44}, \\
    \eta_{22} &= \frac{1}{2}((\rho_{23} + \rho_{32}) \sin \theta + \rho_{22}(\cos \theta + 1) -
    \rho_{33}(\cos \theta - 1)), \\
    \eta_{33} &= \frac{1}{2}(\rho_{33}(\cos \theta + 1) - (\rho_{23} + \rho_{32}) \sin \theta -
    \rho_{22}(\cos \theta + 1)), \\
    \eta_{23} &= \frac{1}{2}((\rho_{33} - \rho_{22}) \sin \theta + \rho_{23}(\cos \theta + 1) +
    \rho_{32}(\cos \theta - 1)),
    \end{aligned} \quad (15)
    """#
  ),
  (
    "16", 4,
    #"""
    \begin{aligned}
    \rho &= \sum_n r_n |r_n\rangle \langle r_n|, & r_n &\geq r_{n+1}, \\
    H_s &= \sum_m \varepsilon_m |\varepsilon_m\rangle \langle \varepsilon_m|, & \varepsilon_m
    &\leq \varepsilon_{m+1}.
    \end{aligned} \quad (16)
    """#
  ),
  (
    "17", 1,
    #"""
    \mathcal{E}(\rho) = \sum_{n,m} r_n \varepsilon_m \left(|\langle r_n | \varepsilon_m
    \rangle|^2 - \delta_{m,n} \right), \quad (17)
    """#
  ),
  (
    "18", 4,
    #"""
    \begin{aligned}
    \rho_{11} &= \frac{(\Gamma_1^+ + \Gamma_2^+)(\gamma_1^- + \gamma_2^-)}{\mathcal{Z}}, \\
    \rho_{22} &= \frac{(\gamma_1^- + \gamma_2^-)(\gamma_1^+ + \gamma_2^+)}{\mathcal{Z}}, \\
    \rho_{33} &= \frac{(\Gamma_1^- + \Gamma_2^-)(\gamma_1^+ + \gamma_2^+)}{\mathcal{Z}}, \\
    \rho_{44} &= \frac{(\Gamma_1^- + \Gamma_2^-)(\Gamma_1^+ + \Gamma_2^+)}{\mathcal{Z}},
    \end{aligned} \quad (18)
    """#
  ),
  (
    "19", 1,
    #"""
    \mathcal{Z} = (\gamma_1^- + \gamma_2^- + \Gamma_1^- + \Gamma_2^-)(\gamma_1^+ + \gamma_2^+ +
    \Gamma_1^+ + \Gamma_2^+). \quad (19)
    """#
  ),
  (
    "20", 4,
    #"""
    \begin{aligned}
    \gamma_1^+ &= \gamma_2^+ = \frac{J}{e^{\omega_+/T} - 1}, & \Gamma_1^+ &= \Gamma_2^+ =
    \frac{J e^{\omega_+/T}}{e^{\omega_+/T} - 1}, \\
    \gamma_1^- &= \gamma_2^- = \frac{J}{e^{\omega_-/T} - 1}, & \Gamma_1^- &= \Gamma_2^- =
    \frac{J e^{\omega_-/T}}{e^{\omega_-/T} - 1},
    \end{aligned} \quad (20)
    """#
  ),
  (
    "21", 4,
    #"""
    \begin{aligned}
    \gamma_1^+ &= \gamma_2^+ = \frac{J}{e^{\omega_{f+}/T} + 1}, \Gamma_1^+ = \Gamma_2^+ =
    \frac{J e^{\omega_{f+}/T}}{e^{\omega_{f+}/T} + 1} \\
    \gamma_1^- &= \gamma_2^- = \frac{J}{e^{\omega_{f-}/T} + 1}, \Gamma_1^- = \Gamma_2^- =
    \frac{J e^{\omega_{f-}/T}}{e^{\omega_{f-}/T} + 1},
    \end{aligned} \quad (21)
    """#
  ),
  (
    "22", 4,
    #"""
    \begin{aligned}
    L_+ &= \frac{1}{2}(N_1^+ + N_2^+), \quad L_- = \frac{1}{2}(N_1^- + N_2^-), \\
    M_+ &= \frac{1}{2}(N_1^+ - N_2^+), \quad M_- = \frac{1}{2}(N_1^- - N_2^-),
    \end{aligned} \quad (22)
    """#
  ),
  (
    "23", 5,
    #"""
    \begin{aligned}\rho_{11} &= \frac{1}{\mathcal{N}} [(1 + L_+)(1 + L_-) - s_1 s_2 R], \\
    \rho_{22} &= \frac{1}{\mathcal{N}} [L_-(1 + L_+) + s_2 z_1 R], \\
    \rho_{33} &= \frac{1}{\mathcal{N}} [L_+(1 + L_-) + s_1 z_2 R], \\
    \rho_{44} &= \frac{1}{\mathcal{N}} [L_+ L_- - z_1 z_2 R], \\
    \rho_{23} &= \frac{1}{\mathcal{N}} \left[\frac{M_+(1 + 2L_-) + M_-(1 + 2L_+)}{2(1 + L_+ +
    L_-) + i\frac{\Omega}{J}} \right],\end{aligned}\quad (23)
    """#
  ),
  (
    "24", 5,
    #"""
    \begin{aligned}s_1 &= M_+ - M_-(3 + 2L_+ + 2L_-), \\
    s_2 &= M_- - M_+(3 + 2L_+ + 2L_-), \\
    z_1 &= M_+ + M_-(1 + 2L_+ + 2L_-), \\
    z_2 &= M_- + M_+(1 + 2L_+ + 2L_-), \\
    R &= \frac{1}{4(1 + L_+ + L_-)^2 + (\frac{\Omega}{J})^2}.\end{aligned}\quad (24)
    """#
  ),
  (
    "26", 1,
    #"""
    \begin{aligned}\mathcal{N} &= (1 + 2L_+)(1 + 2L_-) \\
    &\quad - 16M_+M_-(1 + L_+ + L_-)^2 R.\end{aligned}\quad (26)
    """#
  ),
  (
    "27", 5,
    #"""
    \begin{aligned}\rho_{11} &= (1 - L_+)(1 - L_-) - \mathcal{R}, \\
    \rho_{22} &= L_-(1 - L_+) + \mathcal{R}, \\
    \rho_{33} &= L_+(1 - L_-) + \mathcal{R}, \\
    \rho_{44} &= L_+ L_- \mathcal{R}, \\
    \rho_{23} &= -\frac{M_+ + M_-}{2 + i\frac{\Omega}{J}},\end{aligned}\quad (27)
    """#
  ),
  (
    "28", 1,
    #"""
    \mathcal{R} = \frac{(M_+ + M_-)^2}{4 + (\frac{\Omega}{J})^2}.\quad (28)
    """#
  ),
  (
    "29", 2,
    #"""
    \mathcal{L}_{\pm} = L_{\pm} \pm M_{\pm} \cos \theta, \quad \mathcal{M}_{\pm} = M_{\pm} \sin
    \theta. \quad (29)
    """#
  ),
  (
    "30", 5,
    #"""
    \begin{aligned}
    \rho_{11} &= \frac{1}{\mathcal{G}} [(1 + \mathcal{L}_+)(1 + \mathcal{L}_-) - s_1 s_2 R], \\
    \rho_{22} &= \frac{1}{\mathcal{G}} [\mathcal{L}_-(1 + \mathcal{L}_+) + s_2 z_1 R], \\
    \rho_{33} &= \frac{1}{\mathcal{G}} [\mathcal{L}_+(1 + \mathcal{L}_-) + s_1 z_2 R], \\
    \rho_{44} &= \frac{1}{\mathcal{G}} [\mathcal{L}_+ \mathcal{L}_- - z_1 z_2 R], \\
    \rho_{23} &= \frac{1}{\mathcal{G}} \left[\frac{\mathcal{M}_+(1 + 2\mathcal{L}_-) +
    \mathcal{M}_-(1 + 2\mathcal{L}_+)}{2(1 + \mathcal{L}_+ + \mathcal{L}_-) +
    i\frac{\Omega}{J}} \right],
    \end{aligned} \quad (30)
    """#
  ),
  (
    "31", 5,
    #"""
    \begin{aligned}
    s_1 &= \mathcal{M}_+ - \mathcal{M}_-(3 + 2\mathcal{L}_+ + 2\mathcal{L}_-), \\
    s_2 &= \mathcal{M}_- - \mathcal{M}_+(3 + 2\mathcal{L}_+ + 2\mathcal{L}_-), \\
    z_1 &= \mathcal{M}_+ + \mathcal{M}_-(1 + 2\mathcal{L}_+ + 2\mathcal{L}_-), \\
    z_2 &= \mathcal{M}_- + \mathcal{M}_+(1 + 2\mathcal{L}_+ + 2\mathcal{L}_-), \\
    R &= \frac{1}{4(1 + \mathcal{L}_+ + \mathcal{L}_-)^2 + (\frac{\Omega}{J})^2}.
    \end{aligned} \quad (31)
    """#
  ),
  (
    "32", 1,
    #"""
    \mathcal{G} = (1 + 2\mathcal{L}_+)(1 + 2\mathcal{L}_-) - 16\mathcal{M}_+\mathcal{M}_-(1 +
    \mathcal{L}_+ + \mathcal{L}_-)^2 R. \quad (32)
    """#
  ),
  (
    "33", 5,
    #"""
    \begin{aligned}
    \rho_{11} &= (1 - \mathcal{L}_+)(1 - \mathcal{L}_-) - \mathcal{R}, \\
    \rho_{22} &= \mathcal{L}_-(1 - \mathcal{L}_+) + \mathcal{R}, \\
    \rho_{33} &= \mathcal{L}_+(1 - \mathcal{L}_-) + \mathcal{R}, \\
    \rho_{44} &= L + \mathcal{L}_- \mathcal{R}, \\
    \rho_{23} &= -\frac{\mathcal{M}_+ + \mathcal{M}_-}{2 + i\frac{\Omega}{J}},
    \end{aligned} \quad (33)
    """#
  ),
  (
    "34", 1,
    #"""
    \mathcal{R} = \frac{(\mathcal{M}_+ + \mathcal{M}_-)^2}{4 + (\frac{\Omega}{J})^2}. \quad (34)
    """#
  ),
]
