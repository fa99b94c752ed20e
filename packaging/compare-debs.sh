#!/usr/bin/env bash
# compare-debs.sh [ONE.deb TWO.deb]: compares two packages byte by byte; without names, those of the last commit, built twice in
# two clones of other names and lengths of path. Where they differ it says which files of the package do, and in which sections
# of a program.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packages=("$@")

if ((${#packages[@]} == 0)); then
  cd "$(dirname "${BASH_SOURCE[0]}")/.."
  for folder in "$work/a" "$work/another/folder-of-a-longer-name"; do
    git clone --quiet . "$folder"
    # The solver's library is the one that setup has held against its digest; fetching it anew would show nothing.
    if [[ -d .solver ]]; then cp -a .solver "$folder/.solver"; fi
    # The same versions of the packages for both, where this folder has settled on some.
    if [[ -e Package.resolved ]]; then cp Package.resolved "$folder/"; fi
    (cd "$folder" && packaging/build-deb.sh >/dev/null)
    packages+=("$folder"/dist/*.deb)
  done
fi
if ((${#packages[@]} != 2)); then
  echo "usage: compare-debs.sh [ONE.deb TWO.deb]" >&2
  exit 64
fi

sha256sum "${packages[@]}"
if cmp --silent "${packages[@]}"; then
  echo "the two packages are equal, byte by byte"
  exit 0
fi

echo "the two packages differ:"
for number in 0 1; do
  dpkg-deb --raw-extract "${packages[$number]}" "$work/tree-$number"
  (cd "$work/tree-$number" && find . -printf '%m %T@ %l %p\n' | sort -k 4 && find . -type f -exec sha256sum {} + | sort -k 2) \
    >"$work/list-$number"
done
diff "$work/list-0" "$work/list-1" || true
# Of a program that differs: the sections that do.
while IFS= read -r -d '' program; do
  while read -r section; do
    for number in 0 1; do
      objcopy -O binary --only-section="$section" "$work/tree-$number/$program" "$work/section-$number" 2>/dev/null || true
    done
    cmp --silent "$work/section-0" "$work/section-1" || echo "  $program: section $section differs"
  done < <(readelf --section-headers --wide "$work/tree-0/$program" | sed -n 's/^ *\[ *[0-9]*\] \(\.[^ ]*\).*/\1/p')
done < <(cd "$work/tree-0" && find usr/bin -type f -print0)
exit 1
