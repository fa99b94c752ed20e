#!/usr/bin/env bash
# Builds dist/plan-cover_VERSION_ARCHITECTURE.deb: the program with Swift's runtime inside, the solver's library, manual pages,
# completions, units for a weekly run, documentation and the sample practice.
#
# Every time in it is the commit's, every order is fixed, and no path of the building machine is in it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly scratch=.build-deb
readonly settings=(-c release --static-swift-stdlib --scratch-path "$scratch"
  -Xswiftc -file-prefix-map -Xswiftc "$PWD=/plan-cover" -Xcc "-ffile-prefix-map=$PWD=/plan-cover")
readonly solver=.solver/ortools-9.15.6755
readonly tree=$scratch/tree
readonly doc=$tree/usr/share/doc/plan-cover
export LC_ALL=C.UTF-8 TZ=UTC SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}

say() { printf 'deb: %s\n' "$*" >&2; }

for tool in dpkg-deb dpkg-shlibdeps strip gzip; do
  if ! command -v "$tool" >/dev/null; then
    say "$tool is not there"
    printf '  hint: on Debian and Ubuntu: apt-get install dpkg-dev binutils gzip\n' >&2
    exit 1
  fi
done

# The release, with Swift's runtime linked in: a machine that runs it needs no Swift. Paths of this machine stay out.
build() {
  local product
  for product in plan-cover generate-manual; do
    swift build "${settings[@]}" --product "$product"
  done
}

bin() { swift build "${settings[@]}" --show-bin-path; }

# install_file MODE FROM TO: TO is the file's whole path below the package's root.
install_file() { install -D -m "$1" "$2" "$tree/$3"; }

program() {
  install_file 755 "$(bin)/plan-cover" usr/bin/plan-cover
  strip --remove-section=.comment --remove-section=.note "$tree/usr/bin/plan-cover"
  local library
  for library in "$solver"/lib/*; do install_file 644 "$library" "usr/lib/plan-cover/${library##*/}"; done
}

# What the program says of itself: its manual pages and what shells complete.
manual_and_completions() {
  local here=$tree/usr/bin/plan-cover shell page
  "$here" --generate-completion-script bash >"$scratch/completion"
  install_file 644 "$scratch/completion" usr/share/bash-completion/completions/plan-cover
  "$here" --generate-completion-script zsh >"$scratch/completion"
  install_file 644 "$scratch/completion" usr/share/zsh/vendor-completions/_plan-cover
  "$here" --generate-completion-script fish >"$scratch/completion"
  install_file 644 "$scratch/completion" usr/share/fish/vendor_completions.d/plan-cover.fish
  rm -rf "$scratch/man"
  mkdir "$scratch/man"
  "$(bin)/generate-manual" "$here" --multi-page --output-directory "$scratch/man" \
    --date "$(date -d "@$SOURCE_DATE_EPOCH" +%F)"
  for page in "$scratch"/man/*; do
    gzip -9n "$page"
    install_file 644 "$page.gz" "usr/share/man/man1/${page##*/}.gz"
  done
}

# A weekly run for whoever enables it: plan-cover@PRACTICE.timer of their own service manager.
timer() {
  install -d -m 755 "$tree/usr/lib/systemd/user"
  "$tree/usr/bin/plan-cover" timer --user --template --program /usr/bin/plan-cover --to "$tree/usr/lib/systemd/user" >/dev/null
}

documentation() {
  install_file 644 packaging/copyright usr/share/doc/plan-cover/copyright
  gzip -9nc CHANGELOG.md >"$scratch/changelog.gz"
  install_file 644 "$scratch/changelog.gz" usr/share/doc/plan-cover/changelog.gz
  install_file 644 README.md usr/share/doc/plan-cover/README.md
  local page
  for page in documentation/*; do
    if [[ -f $page ]]; then install_file 644 "$page" "usr/share/doc/plan-cover/$page"; fi
  done
  install -d -m 755 "$doc/examples"
  git ls-files -z -- calendars | while IFS= read -r -d '' page; do
    install_file 644 "$page" "usr/share/doc/plan-cover/examples/$page"
  done
}

control() {
  local version architecture libraries
  version=$("$tree/usr/bin/plan-cover" --version | sed 's/^plan-cover //')
  architecture=$(dpkg --print-architecture)
  mkdir -p "$scratch/debian" "$tree/DEBIAN"
  cat >"$scratch/debian/control" <<CONTROL
Source: plan-cover

Package: plan-cover
Architecture: any
CONTROL
  # What the program and the solver's library link to, less what lies beside them.
  libraries=$(cd "$scratch" &&
    dpkg-shlibdeps -O --ignore-missing-info -l"$PWD/tree/usr/lib/plan-cover" tree/usr/bin/plan-cover \
      tree/usr/lib/plan-cover/*.so* 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
  cat >"$tree/DEBIAN/control" <<CONTROL
Package: plan-cover
Version: $version
Architecture: $architecture
Maintainer: The plan-cover developers <plan-cover@harbour.example>
Installed-Size: $(du -sk --apparent-size --exclude=DEBIAN "$tree" | cut -f1)
Depends: $libraries, tzdata
Section: misc
Priority: optional
Description: leave-cover planner for clinical practices
 Who looks after whose clients while a therapist is away? plan-cover reads
 the calendars of a practice, finds for every session in a leave a colleague
 who fits, is free and has room, and writes the plan back as calendars,
 invitations, letters to the clients and briefs to the colleagues.
 .
 The plan is proven best, tier by tier, and checked a second time before a
 file is written. Nothing is sent anywhere.
CONTROL
  (cd "$tree" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z | xargs -0 md5sum) >"$scratch/md5sums"
  install -m 644 "$scratch/md5sums" "$tree/DEBIAN/md5sums"
  find "$tree" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
  mkdir -p dist
  dpkg-deb --root-owner-group -Zxz --build "$tree" "dist/plan-cover_${version}_$architecture.deb" >&2
}

umask 022
build >&2
rm -rf "$tree"
program
manual_and_completions
timer
documentation
control
sha256sum dist/*.deb
