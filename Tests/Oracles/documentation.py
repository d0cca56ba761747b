#!/usr/bin/env python3
"""Checks the documentation of the library product's targets.

usage: documentation.py [BIN]

BIN is the folder of an up-to-date debug build (default: what `swift build --show-bin-path` says). From
the modules in it the symbol graphs are extracted, and it is an error if

- a public symbol has no comment, or one that does not begin with a sentence;
- an example of a catalog does not compile for a client, who sees public symbols only, or does not stand
  word for word in a test;
- a catalog is missing, or `docc` warns of a link or of anything else in comments and pages. Where `docc`
  is not installed this last part is skipped, and that is said.

The archives are left in .build/documentation.
"""
import json
import platform
import re
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
OUT = ROOT / ".build" / "documentation"


def run(*command, check=True):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if check and done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done


def library_targets():
    """Names and folders of the targets of the library products, in the order of the manifest."""
    package = json.loads(run("swift", "package", "describe", "--type", "json").stdout)
    names = [name for product in package["products"] if "library" in product["type"]
             for name in product["targets"]]
    folders = {target["name"]: ROOT / target["path"] for target in package["targets"]}
    return [(name, folders[name]) for name in names]


def platform_flags():
    target = json.loads(run("swiftc", "-print-target-info").stdout)["target"]
    flags = ["-target", target["triple"]]
    if platform.system() == "Darwin":
        flags += ["-sdk", run("xcrun", "--show-sdk-path").stdout.strip()]
    return flags


def find_docc():
    """The path of `docc`, which Xcode keeps outside the search path; `None` where there is none."""
    found = shutil.which("docc")
    if found is None and shutil.which("xcrun"):
        found = run("xcrun", "--find", "docc", check=False).stdout.strip() or None
    return found


def extract(name, modules, flags):
    if not (modules / f"{name}.swiftmodule").exists():
        sys.exit(f"no module {name} in {modules}: make a debug build first, with `swift build`")
    folder = OUT / "graphs" / name
    folder.mkdir(parents=True)
    run("swift", "symbolgraph-extract", "-module-name", name, "-I", modules, *flags,
        "-output-dir", folder, "-minimum-access-level", "public", "-skip-synthesized-members",
        "-emit-extension-block-symbols")
    symbols = [symbol for path in sorted(folder.glob("*.symbols.json"))
               for symbol in json.loads(path.read_text())["symbols"]]
    return folder, symbols


def faults_of_comments(symbols):
    """Public symbols written in this package whose comment is missing or begins with no sentence."""
    seen, faults = set(), []
    for symbol in symbols:
        place = symbol.get("location")
        if place is None or symbol["kind"]["identifier"] == "swift.extension":
            continue
        seen.add(symbol["identifier"]["precise"])
        lines = [line["text"].strip() for line in symbol.get("docComment", {}).get("lines", [])]
        start = next((line for line in lines if line), "")
        if start and not re.match(r"- |\*\*|#|```", start):
            continue
        path = Path(place["uri"].removeprefix("file://"))
        file = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        what = "begins with no sentence" if start else "has no comment"
        faults.append((str(file), place["position"]["line"] + 1,
                       f"{symbol['kind']['displayName'].lower()} "
                       f"{'.'.join(symbol['pathComponents'])} {what}"))
    return len(seen), [f"{file}:{line}: {text}" for file, line, text in sorted(faults)]


def examples(page):
    """The Swift code blocks of a page, in order."""
    blocks, fence = [], None
    for line in page.read_text().splitlines():
        opening = re.fullmatch(r"(`{3,})swift", line)
        if fence is None and opening:
            fence = opening.group(1)
            blocks.append([])
        elif line == fence:
            fence = None
        elif fence is not None:
            blocks[-1].append(line)
    return ["\n".join(block) for block in blocks]


def without_imports(code):
    lines = [line for line in code.splitlines() if not line.startswith("import ")]
    return textwrap.dedent("\n".join(lines)).strip("\n")


def stands_in(code, test):
    """Whether the lines of `code` follow each other in `test`, all indented alike."""
    wanted, lines = code.splitlines(), test.splitlines()
    for start in range(len(lines) - len(wanted) + 1):
        indent = lines[start][: len(lines[start]) - len(lines[start].lstrip())]
        if all(line == (indent + want if want else "")
               for line, want in zip(lines[start:], wanted)):
            return True
    return False


def faults_of_examples(name, catalog, modules, flags):
    faults, count = [], 0
    tests = [path.read_text() for path in sorted((ROOT / "Tests" / f"{name}Tests").rglob("*.swift"))]
    for page in sorted(catalog.rglob("*.md")):
        blocks = examples(page)
        count += len(blocks)
        place = page.relative_to(ROOT)
        for number, block in enumerate(blocks, 1):
            if not any(stands_in(without_imports(block), test) for test in tests):
                faults.append(f"{place}: example {number} stands in no test of Tests/{name}Tests")
        if not blocks:
            continue
        # One function for a page, whose examples go on from each other.
        imports = sorted({line for block in blocks for line in block.splitlines()
                          if line.startswith("import ")})
        body = textwrap.indent("\n".join(map(without_imports, blocks)), "  ")
        source = OUT / f"{name}-{page.stem}.swift"
        source.write_text("\n".join(imports) + f"\nfunc example() throws {{\n{body}\n}}\n")
        done = run("swiftc", "-typecheck", "-swift-version", "6", "-I", modules, *flags, source,
                   check=False)
        if done.returncode != 0:
            faults.append(f"{place}: the examples do not compile\n{done.stderr.rstrip()}")
    return count, faults


def convert(docc, name, catalog, graphs):
    done = run(docc, "convert", catalog, "--additional-symbol-graph-dir", graphs,
               "--fallback-display-name", name, "--fallback-bundle-identifier", f"rederive.{name}",
               "--warnings-as-errors", "--output-dir", OUT / f"{name}.doccarchive", check=False)
    said = (done.stdout + done.stderr).strip().replace(f"{ROOT}/", "")
    if done.returncode != 0 or re.search(r"\b(warning|error):", said):
        return [said or f"docc ended with status {done.returncode} for {name}"]
    return []


def main():
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    start = time.monotonic()
    bin_path = Path(sys.argv[1] if len(sys.argv) == 2
                    else run("swift", "build", "--show-bin-path").stdout.strip())
    modules, flags = bin_path / "Modules", platform_flags()
    docc = find_docc()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    faults, symbol_count, example_count = [], 0, 0
    for name, folder in library_targets():
        graphs, symbols = extract(name, modules, flags)
        count, found = faults_of_comments(symbols)
        symbol_count += count
        faults += found
        catalog = folder / f"{name}.docc"
        if not (catalog / f"{name}.md").is_file():
            faults.append(f"{catalog.relative_to(ROOT)}/{name}.md: there is no entry page")
            continue
        count, found = faults_of_examples(name, catalog, modules, flags)
        example_count += count
        faults += found
        if docc:
            faults += convert(docc, name, catalog, graphs)
    if faults:
        print("\n".join(faults), file=sys.stderr)
        sys.exit(f"{len(faults)} faults in the documentation")
    if symbol_count == 0 or example_count == 0:
        sys.exit("nothing was found to check")
    print(f"{symbol_count} public symbols, all documented; {example_count} examples, all compiled; "
          + ("docc has nothing to say" if docc else "docc is not installed: links not checked")
          + f"; {time.monotonic() - start:.0f} s")


main()
