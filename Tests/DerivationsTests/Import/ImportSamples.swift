@testable import Derivations

/// Papers made up for the reader, and what is read out of them.
enum ImportSamples {
  static func read(
    _ text: String, _ format: ImportedPaper.Format
  ) throws(FileError) -> ImportedPaper {
    try PaperReader.read(bytes: Array(text.utf8), file: "paper", format: format)
  }

  /// `(1) a = b`, `a = b` for a display without number, one display a line.
  static func displays(_ text: String, _ format: ImportedPaper.Format) throws(FileError) -> [String]
  {
    try read(text, format).displays.map { display, _ in
      let latex = display.latex.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return (display.number.map { "(\($0)) " } ?? "") + latex
    }
  }

  static func remarks(_ text: String, _ format: ImportedPaper.Format) throws(FileError) -> [String]
  {
    try read(text, format).remarks.map { "\($0.line): \($0.message)" }
  }

  /// A display to have one, for texts whose other displays are faulty.
  static let display = "\n\n$$ a = b $$\n"

  static let latex = #"""
    \documentclass[12pt]{article}
    \usepackage{amsmath}
    % $$ not = a display $$
    \newcommand{\ket}[1]{|#1\rangle}
    \newcommand{\be}{\begin{equation}}
    \newcommand{\ee}{\end{equation}}
    \def\half#1{\frac{#1}{2}}
    \DeclareMathOperator{\Trace}{Tr}
    \newcommand{\n}[2][h]{n_{#2}^{(#1)}}
    \title{Schr\"odinger's \emph{oscillator}\thanks{nobody}}
    \begin{document}
    \begin{abstract} Text with $x = 1$ and \(y = 2\), 5\% of \$3. \end{abstract}
    \section{The model}\label{sec:model}
    The energy $\delta = \omega_1 + \omega_2$ of $\rho$ is
    \be \label{eq:h}
    H = \omega \ket{e}\langle e| % a comment \tag{9}
    \ee
    and
    \[ a = b \]
    then $$ c = \half{d} $$
    \begin{align}
    x &= 1 \label{x} \\
    y &= 2 \nonumber \\
      &\quad + 3 \\
    z &= \n{c} + \n[c]{1} \tag{X} \\
    w &= \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}
    \end{align}
    \begin{align*}
     p &= q \\ r &= s
    \end{align*}
    \begin{subequations}\label{sub}
    \begin{equation} A = 1 \end{equation}
    \begin{gather} B = 2 \\ C = 3 \end{gather}
    \end{subequations}
    \subsection{Rates}
    \begin{eqnarray}
    u &=& v \nonumber \\
    && + w, \\
    k &=& l
    \end{eqnarray}
    \begin{multline}
    m = n \\ + o
    \end{multline}
    \begin{equation}
    \begin{split}
     f &= g \\ &= h
    \end{split}
    \end{equation}
    \begin{alignat}{2}
     a_1 &= 1 &\quad b_1 &= 2 \\
     a_2 &= 3 & b_2 &= 4 \notag
    \end{alignat}
    \begin{equation*} \Trace \rho = 1 \tag*{(T)} \end{equation*}
    \begin{flalign} F &= 1 \\ \intertext{and so} G &= 2 \end{flalign}
    \verb|\begin{equation} no \end{equation}|
    \begin{verbatim}
    \begin{equation} no \end{equation}
    \end{verbatim}
    \input{more}
    \appendix
    \section{More}
    \numberwithin{equation}{section}
    \begin{equation} Z = \sum_k e^{-\beta E_k} \end{equation}
    \begin{equation} U = V \notag \end{equation}
    \begin{equation} S = \ln W \end{equation}
    \end{document}
    rest
    """#

  static let markdown = #"""
    **A made-up paper, read by a machine**

    A. Author

    1. Introduction

    The cost is $5, and $x = 1$ holds.

    $$ a = b \tag{1} $$

    $$
    c = d \qquad (2)
    $$

    \[ e = f \] (3)

    $$ g = h $$
    (4)

    (5) $$ k = l $$

    ```math
    m = n \tag{6}
    ```

    ```python
    print("$$")
    ```

    2. The model

    2.1 Rates

    $$\begin{aligned} p &= q, \quad (7) \\ r &= s, \\ t &= u \quad (8) \end{aligned}$$

    \begin{align} v &= w \tag{9} \\ x &= y \tag{10} \end{align}

    $$ f(x) = g(2) $$

    $$ f(x) = g (11) $$

    $$ f(x) = g (2) $$

    $$ z = 1, (12) $$ and $$ \text{if } a \quad (13) $$

    $$ \begin{pmatrix} a \\ b \end{pmatrix} \text{(14)}$$

    \begin{equation*}
    A = B \tag{15}
    \end{equation*}

    $$ B = C \tag{15} $$

    $$\begin{array}{l} a = 1 \\ b = 2 \quad (17) \end{array}$$

    \begin{equation} C = D
    """#
}
