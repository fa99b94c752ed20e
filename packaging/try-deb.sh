#!/usr/bin/env bash
# try-deb.sh [FILE.deb]: installs the package (by default the newest in dist/) in a clean Debian, plans the sample practice
# there, removes it, and looks for what it left behind. Takes root's rights, debootstrap, and a Debian mirror (that of this
# machine).
#
# Prints a line a check, and at the end how many passed and failed.
set -euo pipefail
newest() { find "$(dirname "${BASH_SOURCE[0]}")/../dist" -name '*.deb' -printf '%T@ %p\n' | sort -n | tail -n 1 | cut -d ' ' -f 2-; }
package=$(realpath "${1:-$(newest)}")
# shellcheck source=/dev/null
suite=${SUITE:-$(. /etc/os-release && echo "$VERSION_CODENAME")}
readonly package suite
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
passed=0 failed=0

if ((EUID != 0)); then echo "try-deb: needs root's rights, for debootstrap and chroot" >&2; exit 1; fi
command -v debootstrap >/dev/null || { echo "try-deb: debootstrap is not there: apt-get install debootstrap" >&2; exit 1; }

work=$(mktemp -d)
root=$work/root
cleanup() {
  if mountpoint -q "$root/proc"; then umount "$root/proc"; fi
  rm -rf "$work"
}
trap cleanup EXIT

# check WORDS COMMAND...: one line of what holds, or does not.
check() {
  local words=$1
  shift
  if "$@" >"$work/output" 2>&1; then
    passed=$((passed + 1))
    echo "ok: $words"
  else
    failed=$((failed + 1))
    echo "NOT OK: $words (status $?)"
    tail -n 20 "$work/output" | sed 's/^/  /'
  fi
}

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

# As somebody who is not root, in a home of their own.
as_manager() { inside runuser -u manager -- env HOME=/home/manager sh -c "cd /home/manager && $1"; }

# What is on the disk, less what any package manager writes while it works.
files() {
  (cd "$root" && find . \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp -o -path ./var/cache -o \
    -path ./var/log -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/tmp -o -path ./home \) -prune -o -print) | sort
}

mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true; } |
  awk '!found && /^URIs:/ { print $2; found = 1 } !found && /^deb / { print ($2 ~ /^\[/) ? $4 : $2; found = 1 }')
echo "a clean $suite"
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$work/debootstrap" 2>&1 || { tail "$work/debootstrap"; exit 1; }
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
mount -t proc proc "$root/proc"
inside useradd --create-home manager
# What the package depends on comes first, so that what is compared is the package alone.
cp "$package" "$root/tmp/plan-cover.deb"
dependencies=$(dpkg-deb -f "$package" Depends | sed 's/([^)]*)//g; s/,/ /g')
inside apt-get -qq update >"$work/apt" 2>&1
# shellcheck disable=SC2086
inside apt-get -qq install -y --no-install-recommends $dependencies >>"$work/apt" 2>&1 || { tail "$work/apt"; exit 1; }
files >"$work/before"

check "it installs" inside dpkg --install /tmp/plan-cover.deb
check "no Swift is there" inside sh -c '! command -v swift'
check "every library that it needs is found" inside sh -c '! ldd /usr/bin/plan-cover | grep "not found"'
check "it says its version" inside plan-cover --version
as_manager 'cp -r /usr/share/doc/plan-cover/examples/calendars practice'
check "it plans the sample practice" \
  as_manager 'plan-cover plan practice --from 2026-12-14 --now 2026-11-20T09:00:00Z; test $? -eq 2'
check "every tier is proven" as_manager 'grep -q "\"status\": \"optimal\"" practice/cover/plan.json'
check "what it wrote is the manager's alone" as_manager '! find practice/cover -perm /077 | grep .'
check "a weekly run can be enabled" test -e "$root/usr/lib/systemd/user/plan-cover@.timer"
check "manual pages and completions are there" test -s "$root/usr/share/man/man1/plan-cover.1.gz" -a \
  -s "$root/usr/share/bash-completion/completions/plan-cover" -a -s "$root/usr/share/zsh/vendor-completions/_plan-cover"
check "it is removed" inside dpkg --purge plan-cover
files >"$work/after"
check "nothing is left" diff "$work/before" "$work/after"
check "the practice's plan stays" as_manager 'test -s practice/cover/plan.json'
echo "$passed passed, $failed failed"
((failed == 0))
