#!/usr/bin/env python3
"""Counts equations as LaTeX itself does, and compares with `rederive import`.

usage: count_equations.py REDERIVE [PAPERS]

Makes papers of random displays, each row of which says its own serial number and has a label of it;
typesets them, reads the printed numbers out of the .aux file, and looks up which number `rederive
import` gives the display with that row. Needs pdflatex; without it nothing is compared, and that is
said.
"""
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PREAMBLES = {
    "plain": r"\documentclass{article}\usepackage{amsmath}",
    "within": r"\documentclass{article}\usepackage{amsmath}\numberwithin{equation}{section}",
    "sub": r"\documentclass{article}\usepackage{amsmath}\numberwithin{equation}{subsection}",
    "report": r"\documentclass{report}\usepackage{amsmath}",
    "form": r"\documentclass{article}\usepackage{amsmath}"
            r"\renewcommand{\theequation}{S\arabic{equation}}",
    "macros": r"\documentclass{article}\usepackage{amsmath}"
              r"\newcommand{\be}{\begin{equation}}\def\ee{\end{equation}}",
}


class Paper:
    def __init__(self, rnd, kind):
        self.rnd, self.kind, self.serial, self.lines = rnd, kind, 0, [PREAMBLES[kind]]
        self.lines.append(r"\begin{document}")
        if kind == "report":
            self.lines.append(r"\chapter{One}")
        for _ in range(rnd.randrange(8, 25)):
            self.piece()
        if kind != "form" and rnd.random() < 0.5:
            self.lines.append(r"\appendix" + (r"\chapter{More}" if kind == "report" else r"\section{More}"))
            for _ in range(4):
                self.piece()
        self.lines.append(r"\end{document}")

    def row(self, mark="=", label=True):
        self.serial += 1
        tag = r"\tag{T%d}" % self.serial if label and self.rnd.random() < 0.1 else ""
        text = "q_{%d} %s %d" % (self.serial, mark, self.serial)
        return text + tag + (r"\label{r%d}" % self.serial if label else r"\nonumber")

    def rows(self, mark, last_break):
        rows = [self.row(mark, self.rnd.random() < 0.8) for _ in range(self.rnd.randrange(1, 5))]
        return " \\\\\n".join(rows) + (" \\\\" if last_break else "")

    def piece(self):
        rnd, out = self.rnd, self.lines
        choice = rnd.randrange(15)
        be, ee = (r"\be", r"\ee") if self.kind == "macros" else (r"\begin{equation}", r"\end{equation}")
        bea, eea = r"\begin{align}", r"\end{align}"
        if choice == 0:
            out.append(r"\section{Next}")
        elif choice == 1:
            out.append(rnd.choice([r"\subsection{Deeper}", r"\section*{No number}"]))
        elif choice == 2:
            out.append(r"\setcounter{equation}{%d}" % rnd.randrange(30))
        elif choice == 3:
            out.append(r"\addtocounter{equation}{%d}" % rnd.randrange(3))
        elif choice == 4:
            out.append("\\begin{subequations}\\label{s%d}\n%s %s %s\n%s\n%s\n%s\n\\end{subequations}" % (
                self.serial, be, self.row(), ee, bea, self.rows("&=", False), eea))
        elif choice in (5, 6):
            out += [bea, self.rows("&=", rnd.random() < 0.2), eea]
        elif choice == 7:
            out += [r"\begin{gather}", self.rows("=", False), r"\end{gather}"]
        elif choice == 8:
            text = self.rows("&=&", rnd.random() < 0.2)
            out += [r"\begin{eqnarray}", re.sub(r"\\tag\{.*?\}", "", text), r"\end{eqnarray}"]
        elif choice == 9:
            self.serial += 1
            out.append("\\begin{multline} q_{%d} \\\\ + 1 \\label{r%d} \\end{multline}"
                       % (self.serial, self.serial))
        elif choice == 10:
            out.append(r"\begin{equation*} a = b \end{equation*} and $x$ \[ c = d \] $$ e = f $$")
        elif choice == 11:
            self.serial += 1
            out.append("%s \\begin{split} q_{%d} &= 1 \\\\ &= 2 \\end{split} \\label{r%d} %s"
                       % (be, self.serial, self.serial, ee))
        elif choice == 12:
            out += [r"\begin{alignat}{2}", self.rows("&=", False), r"\end{alignat}"]
        else:
            out.append("%s\n%s %% a comment \\tag{no}\n%s" % (be, self.row(), ee))

    @property
    def text(self):
        return "\n".join(self.lines) + "\n"


def printed(text, place):
    (place / "p.tex").write_text(text)
    run = subprocess.run(["pdflatex", "-interaction=batchmode", "-halt-on-error", "p.tex"],
                         cwd=place, capture_output=True)
    if run.returncode != 0:
        raise SystemExit("pdflatex failed:\n" + text + (place / "p.log").read_text(errors="replace")[-2000:])
    found = re.findall(r"\\newlabel\{r(\d+)\}\{\{\{?(.*?)\}", (place / "p.aux").read_text())
    return dict(found)


def imported(program, place):
    run = subprocess.run([program, "import", "p.tex"], cwd=place, capture_output=True, text=True)
    if run.returncode not in (0, 2):
        raise SystemExit(run.stderr)
    numbers = {}
    for body in re.findall(r"\$\$(.*?)\$\$", run.stdout, re.S):
        tag = re.search(r"\\tag\{(.*?)\}\s*$", body)
        for serial in re.findall(r"q_\{(\d+)\}", body):
            numbers[serial] = tag.group(1) if tag else None
    return numbers


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    program = str(Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    if shutil.which("pdflatex") is None:
        print("skipped: pdflatex is not installed, so no number was compared")
        return
    compared = 0
    for seed in range(count):
        kind = list(PREAMBLES)[seed % len(PREAMBLES)]
        paper = Paper(random.Random(seed), kind)
        with tempfile.TemporaryDirectory() as name:
            place = Path(name)
            truth, ours = printed(paper.text, place), imported(program, place)
        for serial, number in truth.items():
            if ours.get(serial) != number:
                print(paper.text)
                sys.exit(f"seed {seed} ({kind}): row {serial} is printed ({number}), "
                         f"imported ({ours.get(serial)})")
        if set(ours) != {str(k) for k in range(1, paper.serial + 1)}:
            sys.exit(f"seed {seed} ({kind}): rows are missing")
        compared += len(truth)
    print(f"ok      {compared} numbers of {count} papers are those that LaTeX prints")


if __name__ == "__main__":
    main()
