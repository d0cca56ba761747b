#!/usr/bin/env python3
"""Files that `rederive sweep` and `rederive merge` write, read with NumPy and with Python's own readers.

usage: read_sweeps.py REDERIVE [DERIVATION.md]

Runs one small sweep of the two-qubit paper in every format, whole and in shards. All must hold the same
doubles, in the grid's shape; the ergotropy must be that of a NumPy null space; shards must merge to the
same bytes, be refused where they do not fit, and a killed one must leave no file.
"""

import csv
import json
import os
import pathlib
import pty
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

import numpy as np

import two_qubits as q

TOLERANCE = 1e-9
DEFAULT = pathlib.Path(__file__).resolve().parents[2] / "derivations" / "hadipour-haseli-2024.md"
T_1 = np.linspace(1, 9, 5)
COUPLING = np.linspace(2, 8, 3)
SWEEP = ["--vary", "T_1=1:9:5", "--vary", r"\lambda=2:8:3", "--given", "boson", "--at",
         r"\omega_1=10, \omega_2=10, J=1, T_2=2, \mu_1=0, \mu_2=0"]


def run(program, words, **options):
    return subprocess.run([program, *words], capture_output=True, timeout=600, **options)


def expected():
    values = np.empty((len(T_1), len(COUPLING)))
    for i, temperature in enumerate(T_1):
        for j, coupling in enumerate(COUPLING):
            h = q.hamiltonian(10.0, 10.0, coupling)
            rho = q.numeric_state("boson", 10.0, 10.0, coupling, 1.0, (temperature, 2.0), (0.0, 0.0))
            values[i, j] = q.energies_of(rho, h)[2]
    return values


def same(first, second):
    return np.array_equal(first, second, equal_nan=True)


def read_formats(tally, program, sweep, folder):
    """One table by four roads; returns its column names and its numbers, one array a column."""
    paths = {name: folder / f"sweep.{name}" for name in ("csv", "jsonl", "npy", "npz")}
    for name, path in paths.items():
        finished = run(program, sweep + ["--format", name, "--out", str(path)])
        tally.check(f"{name} is written", finished.returncode == 0, finished.stderr.decode()[:300])
        tally.check(f"{name}: no progress in a pipe", finished.stderr == b"")
    with paths["csv"].open(newline="") as file:
        names, *rows = csv.reader(file)
    table = np.array(rows, dtype=float).T
    shape = (len(T_1), len(COUPLING))
    tally.check("csv: columns", names[:2] == ["T_1", r"\lambda"] and len(names) > 2, names)

    lines = [json.loads(line) for line in paths["jsonl"].read_text().splitlines()]
    tally.check("jsonl: names in order", all(list(line) == names for line in lines))
    numbers = [[np.nan if line[name] is None else line[name] for line in lines] for name in names]
    tally.check("jsonl: numbers", same(numbers, table))

    array = np.load(paths["npy"])
    tally.check("npy: shape and fields", array.shape == shape and array.dtype.names == tuple(names), array.dtype)
    tally.check("npy: numbers", all(same(array[n].ravel(), c) for n, c in zip(names, table)))

    with np.load(paths["npz"]) as archive:
        tally.check("npz: names", archive.files == names, archive.files)
        tally.check("npz: shape", all(archive[name].shape == shape for name in names))
        tally.check("npz: numbers", all(same(archive[n].ravel(), c) for n, c in zip(names, table)))
    with zipfile.ZipFile(paths["npz"]) as archive:
        tally.check("npz: checksums", archive.testzip() is None)
    piped = run(program, sweep)
    tally.check("standard output is the csv", piped.stdout == paths["csv"].read_bytes())
    return names, [column.reshape(shape) for column in table]


def shard(program, sweep, number, of, path):
    return run(program, sweep + ["--shard", f"{number}/{of}", "--out", str(path)])


def merge_shards(tally, program, sweep, folder):
    order = random.Random(4)
    for name in ("csv", "jsonl", "npy", "npz"):
        for of in (1, 4, 15, 17):
            paths = [folder / f"{number}of{of}.{name}.shard" for number in range(1, of + 1)]
            codes = [shard(program, sweep + ["--format", name], k + 1, of, p).returncode
                     for k, p in enumerate(paths)]
            order.shuffle(paths)
            merged = folder / "merged"
            # More shards than files that may be open at once.
            finished = run(program, ["merge", "--out", str(merged), *map(str, paths)],
                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (12, 12)))
            same = finished.returncode == 0 and merged.read_bytes() == (folder / f"sweep.{name}").read_bytes()
            tally.check(f"{name}: {of} shards give the same bytes", set(codes) == {0} and same,
                        finished.stderr.decode()[:300])
            if finished.returncode == 0:
                merged.unlink()


def refuse_shards(tally, program, sweep, folder):
    first, second, other, half = (folder / name for name in ("1of2.csv.shard", "2of2.csv.shard", "other", "half"))
    for number, path in ((1, first), (2, second)):
        shard(program, sweep, number, 2, path)
    shard(program, [word.replace("T_2=2", "T_2=3") for word in sweep], 2, 2, other)
    half.write_bytes(second.read_bytes()[:-50])
    for name, paths, status, word in (
        ("a gap", [first], 65, "missing"),
        ("a duplicate", [first, second, second], 65, "twice"),
        ("another sweep's shard", [first, other], 65, "another sweep"),
        ("a shard cut short", [first, half], 65, "cut short"),
        ("a file that is no shard", [first, folder / "sweep.csv"], 65, "no shard"),
        ("an absent shard", [first, folder / "absent"], 66, "no such file"),
    ):
        finished = run(program, ["merge", "--out", str(folder / "refused"), *map(str, paths)])
        message = finished.stderr.decode()
        tally.check(f"{name} is refused", finished.returncode == status and word in message, message.split("\n")[0])
    tally.check("nothing is written of what is refused", not (folder / "refused").exists())


def kill_shard(tally, program, sweep, folder):
    """A long sweep, killed on its way, leaves nothing; run again, it is whole."""
    place = folder / "killed"
    place.mkdir()
    path = place / "1of1.shard"
    long = [word.replace(":9:5", ":9:200000").replace(":8:3", ":8:200000") for word in sweep]
    process = subprocess.Popen([program, *long, "--shard", "1/1", "--out", str(path)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    running = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    left = [name for name in os.listdir(place) if not name.endswith(".tmp")]
    tally.check("a killed shard leaves no file", running and not left, left)
    again = shard(program, sweep, 1, 1, path)
    merged = run(program, ["merge", "--out", str(place / "merged"), str(path)])
    tally.check("run again, it is whole", again.returncode == 0 and merged.returncode == 0
                and (place / "merged").read_bytes() == (folder / "sweep.csv").read_bytes())


def watch_progress(tally, program, sweep):
    """On a terminal standard error tells how far it is, and standard output stays the table."""
    main, other = pty.openpty()
    process = subprocess.Popen([program, *sweep], stdout=subprocess.PIPE, stderr=other,
                               env={**os.environ, "TERM": "xterm"})
    os.close(other)
    table = process.stdout.read()
    process.wait()
    seen = b""
    try:
        while chunk := os.read(main, 4096):
            seen += chunk
    except OSError:
        pass
    os.close(main)
    tally.check("progress on a terminal", b" of 15 points" in seen and b"points" not in table, seen[-80:])


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        sys.exit(2)
    program = sys.argv[1]
    derivation = sys.argv[2] if len(sys.argv) == 3 else DEFAULT
    sweep = ["sweep", str(derivation), *SWEEP]
    tally = q.Tally()
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        names, columns = read_formats(tally, program, sweep, folder)
        grid = np.meshgrid(T_1, COUPLING, indexing="ij")
        for name, column, axis in zip(names, columns, grid):
            tally.check(f"{name} in equal steps", np.abs(column - axis).max() < 1e-14)
        distance = np.abs(columns[2] - expected()).max()
        tally.check("the ergotropy is NumPy's", distance < TOLERANCE, f"{distance:.1e}")
        merge_shards(tally, program, sweep, folder)
        refuse_shards(tally, program, sweep, folder)
        kill_shard(tally, program, sweep, folder)
        watch_progress(tally, program, sweep)
    tally.finish()


if __name__ == "__main__":
    main()
