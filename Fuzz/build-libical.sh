#!/usr/bin/env bash
# Builds libical with the address and undefined-behaviour sanitizers into FOLDER, for what links to it by FOLDER/pkgconfig.
#
#   Fuzz/build-libical.sh FOLDER
#
# It is the release that Debian 12 packages, from its source archive, held against a digest. CMake comes from PyPI where the
# machine has none. Done once: a folder that is whole is left as it is.
set -euo pipefail
folder=$(realpath -m "${1:?usage: Fuzz/build-libical.sh FOLDER}")
readonly folder version=3.0.16
readonly address=https://deb.debian.org/debian/pool/main/libi/libical3/libical3_$version.orig.tar.gz
readonly digest=b44705dd71ca4538c86fb16248483ab4b48978524fb1da5097bd76aa2e0f0c33
# What is undefined in C ends the program, as what is out of bounds does. One thing is let pass: libical sorts and seeks with
# functions that take other pointers than qsort(3) and bsearch(3) say, which no machine that we know of minds.
readonly flags='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=function -fno-sanitize-recover=undefined
  -fno-omit-frame-pointer -g -O1 -w'

if [[ -e $folder/whole ]]; then exit 0; fi
rm -rf "$folder"
mkdir -p "$folder/pkgconfig"
curl --fail --silent --show-error --location --retry 3 --output "$folder/source.tar.gz" "$address"
sha256sum --check --quiet <<<"$digest  $folder/source.tar.gz"
tar -xzf "$folder/source.tar.gz" -C "$folder"
if ! command -v cmake >/dev/null; then
  python3 -m venv "$folder/tools"
  "$folder/tools/bin/pip" --quiet --disable-pip-version-check install cmake==4.1.2
  PATH=$folder/tools/bin:$PATH
fi
swift=$(dirname "$(realpath "$(command -v swift)")")
cmake -S "$folder/libical-$version" -B "$folder/build" -DCMAKE_BUILD_TYPE=None -DCMAKE_POLICY_VERSION_MINIMUM=3.5 \
  -DCMAKE_C_COMPILER="$swift/clang" -DCMAKE_C_FLAGS="${flags//$'\n'/ }" -DSTATIC_ONLY=True -DWITH_CXX_BINDINGS=False -DICAL_GLIB=False \
  -DGOBJECT_INTROSPECTION=False -DICAL_BUILD_DOCS=False -DLIBICAL_BUILD_TESTING=False >"$folder/log"
cmake --build "$folder/build" --target ical >>"$folder/log"
library=$(find "$folder/build" -name libical.a -print -quit)
mkdir -p "$folder/include/libical"
cp "$folder/build/src/libical/ical.h" "$folder/libical-$version/src/libical/libical_ical_export.h" "$folder/include/libical/"
cat >"$folder/pkgconfig/libical.pc" <<PC
Name: libical
Description: libical $version under sanitizers
Version: $version
Libs: -L$(dirname "$library") -lical $(pkg-config --libs icu-i18n 2>/dev/null || true)
Cflags: -I$folder/include
PC
touch "$folder/whole"
