#!/usr/bin/env bash
# Installs what plan-cover is built and tested with, and nothing that is there already.
#
#   scripts/setup.sh            what the build and the program need
#   scripts/setup.sh --tests    the calendar programs that the tests talk to as well, systemd-analyze, and a browser
#   scripts/setup.sh --benchmarks   the solvers that the program is held against as well (Benchmarks/peers.py), and Java
#
# Safe to run again at any time and after any interruption: every part is either whole or made anew.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly solver_version=9.15.6755
readonly solver=.solver/ortools-$solver_version
readonly solver_pins=scripts/solver-requirements.txt
readonly tools=.tools/venv
readonly tools_pins=Tests/CommandLineTests/interop/requirements.txt
readonly benchmarks=.tools/benchmarks
readonly benchmarks_pins=Benchmarks/requirements.txt
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore

say() { printf 'setup: %s\n' "$*" >&2; }

# stop MESSAGE [HINT...]: says what is wrong, then the way out, one line a hint.
stop() {
  say "$1"
  shift
  if (($#)); then printf '  hint: %s\n' "$@" >&2; fi
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Each setup that changes something waits for the one that is at work.
lock() {
  mkdir -p "$1"
  if has flock; then
    exec 9>"$1/.lock"
    flock 9
  fi
}

require_tools() {
  has swift || stop "swift is not there" \
    "install Swift 6.1 or later (https://www.swift.org/install), see that 'swift --version' answers, and run this again"
  has git || stop "git is not there; Swift fetches packages with it" "install git with the system's package manager"
  has python3 || stop "python3 is not there; its pip fetches the solver's library" \
    "install Python 3.10 or later with pip (on Debian and Ubuntu: apt-get install python3 python3-pip python3-venv)"
}

require_pip() {
  python3 -m pip --version >/dev/null 2>&1 || stop "python3 has no pip" \
    "on Debian and Ubuntu: apt-get install python3-pip; elsewhere: python3 -m ensurepip --user"
}

# A browser that shows the page of a plan to the tests; where none is, and none can be had so, they leave that out.
has_browser() { has chromium-headless-shell || has chromium || has chromium-browser || has google-chrome; }
is_debian() { grep -qx 'ID=debian' /etc/os-release 2>/dev/null; }

# The Debian packages that are missing, by what the compiler would fail to find; for the tests, what reads systemd's units,
# and the smallest browser that there is (Ubuntu has none as a package); for the benchmarks, Java, which Timefold runs on.
missing_packages() {
  has pkg-config || echo pkg-config
  pkg-config --exists libical 2>/dev/null || echo libical-dev
  [[ -e /usr/share/zoneinfo/Europe/London ]] || echo tzdata
  if [[ $(uname -s) == Linux ]]; then
    [[ -e /usr/include/stdio.h ]] || echo libc6-dev
    compgen -G '/usr/include/c++/*/vector' >/dev/null || echo g++
    if [[ ${1-} == --tests ]]; then
      has systemd-analyze || ! has apt-get || echo systemd
      has_browser || ! is_debian || echo chromium-headless-shell
    fi
    if [[ ${1-} == --benchmarks ]]; then has java || ! has apt-get || echo default-jre-headless; fi
  fi
}

install_packages() {
  local missing command=()
  missing=$(missing_packages "${1-}")
  [[ -n $missing ]] || return 0
  local -a packages
  IFS=$'\n' read -r -d '' -a packages <<<"$missing" || true
  if ! has apt-get; then
    if has brew; then stop "not installed: ${packages[*]}" "brew install pkgconf libical"; fi
    stop "not installed (by their Debian names): ${packages[*]}" \
      "install them with this system's package manager: pkg-config, libical 3 with its headers (libical-devel on Fedora," \
      "libical on Arch), the headers of the C and C++ libraries, and the tz database; then run this again"
  fi
  local install="apt-get install -y --no-install-recommends ${packages[*]}"
  if ((EUID != 0)); then
    has sudo || stop "not installed: ${packages[*]}; that takes root's rights" "as root: apt-get update && $install"
    command=(sudo)
  fi
  command+=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  say "installing ${packages[*]}"
  if ! { "${command[@]}" update && "${command[@]}" install -y --no-install-recommends "${packages[@]}"; } >&2; then
    stop "apt-get could not install ${packages[*]}" "as root: apt-get update && $install"
  fi
}

# The names and sizes of the solver's libraries in a folder, to know a whole one from a damaged one.
library_list() { (cd "$1" && wc -c -- * 2>/dev/null); }

solver_is_whole() {
  [[ -s $solver/contents && -e $solver/lib/libortools.so.9 ]] && [[ $(library_list "$solver/lib") == "$(<"$solver/contents")" ]]
}

# OR-Tools' shared libraries, out of its Python wheel; pip holds the wheel against the pinned digests.
install_solver() {
  if solver_is_whole; then return 0; fi
  case $(uname -s) in
  Linux) ;;
  Darwin)
    if has brew && brew --prefix or-tools >/dev/null 2>&1; then return 0; fi
    stop "the solver's library is not there" "brew install or-tools"
    ;;
  *) stop "no library of the solver is known for $(uname -s)" "build on Linux, or on macOS" ;;
  esac
  local machine work
  machine=$(uname -m)
  if [[ $machine == arm64 ]]; then machine=aarch64; fi
  case $machine in
  x86_64 | aarch64) ;;
  *) stop "no library of the solver is known for $machine" "build on x86_64 or aarch64" ;;
  esac
  require_pip
  lock .solver
  if solver_is_whole; then return 0; fi
  rm -rf .solver/unfinished.*
  work=$(mktemp -d .solver/unfinished.XXXXXX)
  trap 'rm -rf .solver/unfinished.*' EXIT
  say "fetching the solver's library (OR-Tools $solver_version for $machine)"
  python3 -m pip download --quiet --no-deps --require-hashes --requirement "$solver_pins" --dest "$work" \
    --only-binary=:all: --python-version 3.11 --implementation cp --abi cp311 \
    --platform "manylinux_2_28_$machine" --platform "manylinux_2_27_$machine" >&2 ||
    stop "pip could not fetch the solver's library" "see pip's words above; mend the network or pip's configuration, then run this again"
  python3 -m zipfile -e "$work"/ortools-*.whl "$work/wheel"
  mkdir "$work/whole"
  mv "$work/wheel/ortools/.libs" "$work/whole/lib"
  # The wheel parts the libraries into two folders; the program looks for them all in one.
  if [[ -d $work/wheel/ortools.libs ]]; then mv "$work/wheel/ortools.libs/"* "$work/whole/lib/"; fi
  mv "$work/wheel/ortools-$solver_version.dist-info/licenses/LICENSE" "$work/whole/LICENSE"
  chmod -R u=rwX,go=rX "$work/whole"
  library_list "$work/whole/lib" >"$work/whole/contents"
  if [[ -e $solver ]]; then mv "$solver" "$work/damaged"; fi
  mv "$work/whole" "$solver"
}

# install_environment FOLDER PINS WHAT: a Python environment with what the pins name. The mark is written last.
install_environment() {
  local folder=$1 pins=$2 what=$3
  if [[ -e $folder/requirements.txt ]] && cmp -s "$pins" "$folder/requirements.txt" && [[ -x $folder/bin/python ]]; then
    return 0
  fi
  lock .tools
  say "installing $what"
  rm -rf "$folder"
  if ! python3 -m venv "$folder" >/dev/null 2>&1; then
    rm -rf "$folder"
    stop "python3 cannot make a virtual environment" "on Debian and Ubuntu: apt-get install python3-venv"
  fi
  "$folder/bin/python" -m pip install --quiet --requirement "$pins" >&2 ||
    stop "pip could not install the programs of $pins" \
      "see pip's words above; mend the network or pip's configuration, then run this again"
  cp "$pins" "$folder/requirements.txt"
}

main() {
  case ${1-} in
  '' | --tests | --benchmarks) ;;
  *) stop "unknown argument '$1'" "usage: scripts/setup.sh [--tests | --benchmarks]" ;;
  esac
  require_tools
  install_packages "${1-}"
  install_solver
  case ${1-} in
  --tests) install_environment "$tools" "$tools_pins" "the calendar programs that the tests use" ;;
  --benchmarks) install_environment "$benchmarks" "$benchmarks_pins" "the solvers that the program is held against" ;;
  esac
}

main "$@"
