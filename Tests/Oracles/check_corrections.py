"""Corrected documents, checked: python3 check_corrections.py REDERIVE

For every shipped derivation: the corrected document has no refuted line, and nothing that was proved is
lost; the input is untouched; the diff applied by patch gives the same bytes; correcting a second time
changes nothing; the status is that of checking the new document. Planted slips are put right in the files
that have none, and then `check` ends with 0. The erratum compiles where pdflatex is installed.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

rederive = sys.argv[1]
folder = pathlib.Path(__file__).resolve().parents[2] / "derivations"
checks = 0


def run(*words, status=None):
    result = subprocess.run([rederive, *words], capture_output=True, text=True)
    if status is not None:
        expect(result.returncode == status, f"{words}: status {result.returncode}, not {status}")
    return result


def expect(condition, message):
    global checks
    checks += 1
    if not condition:
        sys.exit(f"check_corrections: {message}")


def verdicts(path):
    outcome = json.loads(run("check", "--format", "json", str(path)).stdout)
    return outcome["lines"]


def count(lines, verdict):
    return sum(line["verdict"] == verdict for line in lines)


def correct(path, work):
    before = path.read_bytes()
    new = work / "corrected.md"
    result = run("correct", "--out", str(new), str(path))
    expect(path.read_bytes() == before, f"{path.name}: the input changed")
    expect(run("check", str(new)).returncode == result.returncode, f"{path.name}: another status")
    expect(count(verdicts(new), "refuted") == 0, f"{path.name}: a line is still refuted")

    diff = run("correct", "--diff", str(path)).stdout
    patched = work / "patched.md"
    shutil.copy(path, patched)
    if diff:
        subprocess.run(["patch", "-s", str(patched)], input=diff, text=True, check=True)
    expect(patched.read_bytes() == new.read_bytes(), f"{path.name}: the diff gives other bytes")

    again = run("correct", "--diff", str(new))
    expect(again.stdout == "", f"{path.name}: a second correction changes\n{again.stdout}")

    erratum = work / "erratum.tex"
    run("correct", "--errata", "--out", str(erratum), str(path))
    if shutil.which("pdflatex"):
        tex = subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", erratum.name],
            cwd=work, capture_output=True, text=True)
        expect(tex.returncode == 0, f"{path.name}: the erratum does not compile\n{tex.stdout[-800:]}")
    return new, result


with tempfile.TemporaryDirectory() as name:
    work = pathlib.Path(name)
    planted = mended = 0
    for path in sorted(folder.glob("*.md")):
        if path.name == "README.md":
            continue
        lines = verdicts(path)
        new, result = correct(path, work)
        gained = count(verdicts(new), "proved") - count(lines, "proved")
        expect(gained >= 0, f"{path.name}: {-gained} proved lines are lost")
        print(f"{path.name}: {result.stderr.strip().splitlines()[-1]}; {gained} more lines proved")

        if count(lines, "refuted"):
            continue
        # Slips planted in files that have none: behind the first = of each display the first fraction upside
        # down, and the first + as a -.
        text = path.read_text()
        for slip, change in {
            "sign": lambda body: body.replace("+", "-", 1),
            "fraction": lambda body: re.sub(
                r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"\\frac{\2}{\1}", body, count=1),
        }.items():
            displays = list(re.finditer(r"\$\$.*?\$\$", text, re.S))
            for display in displays:
                left, relation, right = display.group().partition("=")
                changed = left + relation + change(right)
                if changed == display.group():
                    continue
                wrong = work / "wrong.md"
                wrong.write_text(text[: display.start()] + changed + text[display.end():])
                # A slip in the model makes other displays wrong, or leaves no model, and is not to be found.
                if run("check", "-q", str(wrong)).returncode == 65:
                    continue
                wrongs = {l["equation"] for l in verdicts(wrong) if l["verdict"] == "refuted"}
                if len(wrongs) != 1:
                    continue
                planted += 1
                new = work / "mended.md"
                result = run("correct", "--out", str(new), str(wrong))
                left = result.stderr.strip().splitlines()[-1]
                again = run("check", "-q", str(new)).returncode
                expect(again == result.returncode, f"{path.name}, {slip}: another status")
                # Of an equation between expressions the left side may be the wrong one: that is not mended.
                names = [line["subject"] for line in verdicts(new) if line["verdict"] == "refuted"]
                if any(" " in name or "\\frac" in name for name in names):
                    continue
                expect(again == 0, f"{path.name}, {slip} in {changed[:60]!r}: {left}")
                mended += 1

    # Right sides that no small edit mends become the derived form in the paper's own abbreviations.
    paper = (folder / "hadipour-haseli-2024.md").read_text()
    for printed, nonsense, names in [
        (r"\rho_{44} &= L_+ L_- \mathcal{R}, ", r"\rho_{44} &= 7 \omega, ",
         [r"\mathcal{R}", "L_-", "L_+"]),
        (r"\rho_{33} &= \frac{1}{\mathcal{N}} [L_+(1 + L_-) + s_1 z_2 R], ",
         r"\rho_{33} &= \mathcal{N}^2 + T_1, ", [r"\mathcal{N}", "s_1", "z_2", "R", "L_+"]),
        (r"\rho_{11} &= \frac{1}{\mathcal{G}} [(1 + \mathcal{L}_+)(1 + \mathcal{L}_-) - s_1 s_2 R], ",
         r"\rho_{11} &= \mathcal{G}^3 J, ", [r"\mathcal{G}", "s_1", "s_2", r"\mathcal{L}_+"]),
    ]:
        expect(paper.count(printed) == 1, f"the paper does not print {printed}")
        wrong = work / "nonsense.md"
        wrong.write_text(paper.replace(printed, nonsense))
        diff = run("correct", "--diff", str(wrong)).stdout.splitlines()
        place = diff.index("-" + nonsense + "\\\\")
        subject = nonsense.split(" &= ")[0]
        new = next(line for line in diff[place:] if line.startswith("+" + subject))
        expect(all(name in new for name in names), f"{new} has not all of {names}")
        expect(len(new) < 120, f"{new} is long")

expect(mended > 10, f"only {mended} slips were put right")
print(f"{checks} checks of corrected documents, {mended} of {planted} planted slips put right" + (
    "" if shutil.which("pdflatex") else "; errata not compiled: no pdflatex"))
