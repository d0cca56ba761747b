#!/usr/bin/env bash
# The README's recipes for GNU parallel and Slurm, run as they stand there.
#
# usage: sweep_recipes.sh REDERIVE
#
# Takes sweep.sh and the two blocks that use it from README.md. Each engine that is installed runs them,
# once in peace and once with a part killed; the merged sweep must be the whole one, byte for byte.
set -euo pipefail

if [ $# -ne 1 ]; then
  sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/bin"
ln -s "$program" "$place/bin/rederive"
ln -s "$root/derivations" "$place/derivations"
export PATH="$place/bin:$PATH"
cd "$place"

# The block of shell in README.md that has a line with that text.
block() {
  awk -v text="$1" '
    /^```/ { if (inside && found) { printf "%s", body; exit }
             inside = ($0 == "```sh"); body = ""; found = 0; next }
    inside { body = body $0 "\n"; if (index($0, text)) found = 1 }' "$root/README.md"
}

block '#SBATCH --array' > sweep.sh
grep -q 'rederive sweep' sweep.sh
whole=$(sed -e 's/--shard .*/--out whole.npz/' -e '/^part=/d' -e '/^#/d' sweep.sh)
sh -c "$whole"

compare() {
  cmp whole.npz sweep.npz
  printf 'ok      %s: %s\n' "$1" "$2"
  rm sweep.npz
}

# usage: recipe ENGINE: runs its block, then takes two parts away and runs them again.
recipe() {
  local block
  block=$(block "$1")
  test -n "$block"
  rm -rf shards
  bash -euc "$block"
  compare "$1" 'the merged sweep is the whole one'
  rm shards/3.shard shards/7.shard
  if rederive merge --out sweep.npz shards/*.shard 2> refused; then exit 1; fi
  grep -q 'shards 3 and 7 of 16 are missing' refused
}

done=0
if command -v parallel > /dev/null; then
  recipe 'parallel --joblog'
  # The log says that they succeeded: it is taken away, as their files were.
  rm shards/jobs
  bash -euc "$(block 'parallel --joblog')"
  compare parallel 'so it is with parts run again'
  done=$((done + 1))
else
  echo 'skipped GNU parallel: not installed'
fi

if command -v sbatch > /dev/null && sinfo --noheader > /dev/null 2>&1; then
  recipe 'sbatch --wait'
  sbatch --wait --array=3,7 sweep.sh
  rederive merge --out sweep.npz shards/*.shard
  compare sbatch 'so it is with parts run again'
  done=$((done + 1))
else
  echo 'skipped Slurm: not installed, or its daemons do not run'
fi
printf '%d of 2 recipes run\n' "$done"
