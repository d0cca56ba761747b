#!/usr/bin/env bash
# The shells' completions and the manual page, by the programs that read them.
#
# usage: shell_files.sh REDERIVE
#
# Each shell that is installed checks the syntax of its script; bash completes command lines for real.
# The manual page must be set without a warning. What is not installed is said.
set -euo pipefail

if [ $# -ne 1 ]; then
  sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
program=$(realpath "$1")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
mkdir bin derivations figures
cp "$program" bin/rederive
export PATH="$place/bin:$PATH"
touch paper.md paper.tex notes.txt derivations/a.md 'two words.md'

ok() {
  printf 'ok      %s\n' "$1"
}

for shell in bash zsh fish; do
  rederive completions "$shell" > "script.$shell"
  if command -v "$shell" > /dev/null; then
    "$shell" -n "script.$shell"
    ok "$shell: the script's syntax"
  else
    echo "skipped $shell: not installed"
  fi
done

# What bash offers for the words of a command line, the last one being completed.
complete_words() {
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  COMPREPLY=()
  _rederive rederive "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
  printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort | paste -sd ' ' -
}

expect() {
  local expected=$1 found
  shift
  found=$(complete_words "$@")
  if [ "$found" != "$expected" ]; then
    printf 'for ‘%s’ bash offers ‘%s’, not ‘%s’\n' "$*" "$found" "$expected" >&2
    exit 1
  fi
}

# shellcheck disable=SC1091
source ./script.bash
expect 'check' rederive che
expect '--version' rederive --v
expect '--format' rederive check --fo
expect '--quiet' rederive check --q
expect 'json' rederive check --format j
expect 'sarif' rederive check --format = s
expect 'always auto never' rederive check --color ''
expect 'bin/ derivations/ figures/ paper.md two words.md' rederive check ''
expect 'paper.md' rederive check pa
expect 'derivations/a.md' rederive check derivations/
expect 'paper.md paper.tex' rederive import pa
expect 'figures/' rederive plot --out fig
expect 'notes.txt' rederive merge no
expect 'zsh' rederive completions z
expect 'facts' rederive help f
expect 'R003' rederive explain R003
expect 'accept' rederive golden a
expect '' rederive evaluate --at ''
expect '' rederive check -- --fo
ok 'bash: command lines are completed'

if command -v fish > /dev/null; then
  offers() {
    fish --no-config -c "source script.fish; complete -C '$1'" | cut -f 1 | LC_ALL=C sort | paste -sd ' ' -
  }
  [ "$(offers 'rederive che')" = 'check' ]
  [ "$(offers 'rederive check --format ')" = 'github json sarif text' ]
  [ "$(offers 'rederive completions ')" = 'bash fish zsh' ]
  [ "$(offers 'rederive check pa')" = 'paper.md' ]
  ok 'fish: command lines are completed'
fi

rederive man > rederive.1
if command -v groff > /dev/null; then
  groff -man -Tutf8 -ww rederive.1 > page 2> warnings
  if [ -s warnings ]; then
    cat warnings >&2
    exit 1
  fi
  grep -q 'EXIT STATUS' <(sed 's/.\x08//g; s/\x1b\[[0-9;]*m//g' page)
  ok 'the manual page is set without a warning'
else
  echo 'skipped the manual page: groff is not installed'
fi
