#!/usr/bin/env bash
# The README's recipes for GNU parallel and Slurm, run as they stand there.
#
# usage: sweep_recipes.sh REDERIVE
#
# Takes sweep.sh and the two blocks that use it from README.md. Each engine that is installed runs them,
# with one part killed on its way; the merged sweep must be the whole one, byte for byte.
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
# Part 3 is killed the first time that it runs while the file `kill` is there.
cat > "$place/bin/rederive" <<END
#!/bin/sh
case " \$* " in
*" --shard 3/16 "*)
  if rm "$place/kill" 2> /dev/null; then
    "$program" "\$@" &
    kill -KILL \$!
    wait \$!
    exit 137
  fi
  ;;
esac
exec "$program" "\$@"
END
chmod +x "$place/bin/rederive"
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

ok() {
  printf 'ok      %s\n' "$1"
}

compare() {
  cmp whole.npz sweep.npz
  rm sweep.npz
  ok "$1"
}

engines=0
if command -v parallel > /dev/null; then
  : > kill
  bash -euc "$(block 'parallel --joblog')"
  compare 'GNU parallel: a part was killed and run again, the merged sweep is the whole one'
  test ! -e kill
  engines=$((engines + 1))
else
  echo 'skipped GNU parallel: not installed'
fi

if command -v sbatch > /dev/null && sinfo --noheader > /dev/null 2>&1; then
  rm -rf shards
  bash -euc "$(block 'sbatch --wait')"
  compare 'Slurm: the merged sweep is the whole one'
  rm shards/3.shard shards/7.shard
  : > kill
  if sbatch --wait --array=3,7 sweep.sh; then exit 1; fi
  if rederive merge --out sweep.npz shards/*.shard 2> refused; then exit 1; fi
  grep -q 'shard 3 of 16 is missing' refused
  ok 'Slurm: a killed part leaves no file and is missed'
  sbatch --wait --array=3 sweep.sh
  rederive merge --out sweep.npz shards/*.shard
  compare 'Slurm: run again, the merged sweep is the whole one'
  engines=$((engines + 1))
else
  echo 'skipped Slurm: not installed, or its daemons do not run'
fi
printf '%d of 2 recipes run\n' "$engines"
