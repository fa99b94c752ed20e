#!/usr/bin/env bash
# Feeds the readers with what nobody would write, and says what they do not survive.
#
#   Fuzz/run.sh [SECONDS]      looks for new inputs, so long for each reader (default: 600)
#   Fuzz/run.sh --short        20,000 inputs for the reader of calendars, the same in every run: what CI does
#   Fuzz/run.sh --sanitize     replays all known inputs under the address and leak sanitizers
#
# What is found lies in Fuzz/.build/findings/: give it a telling name, put it into fixtures/fuzz/, and a test reads it
# from then on. What the search has learnt is kept in Fuzz/.build/corpus/ for the next time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly work=Fuzz/.build
readonly readers=(FuzzReader FuzzIntake)

# build FOLDER [READER...]: builds the readers there, or those alone.
build() {
  local folder=$1
  shift
  for reader in "${@:-${readers[@]}}"; do
    swift build --package-path Fuzz --scratch-path "$folder" -c release --product "$reader" >&2
  done
}

# The calendars that are known, and what makes seeds for the reader of a whole practice.
known=(Fuzz/seeds/reader fixtures/dialects fixtures/fuzz calendars)

# Inputs of the reader of a whole practice: a byte that names the file, then the file.
practice_seeds() {
  mkdir -p "$work/practice-seeds"
  put() { { printf "$1"; cat "$2"; } >"$work/practice-seeds/$3"; }
  put '\000' calendars/clinicians/"$(ls calendars/clinicians | head -n 1)" calendar
  put '\001' calendars/practice.yaml practice
  put '\002' calendars/clients.csv clients
  local number=0 file
  while IFS= read -r file; do
    number=$((number + 1))
    case $file in
    *practice.yaml) put '\001' "$file" "practice-$number" ;;
    *clients.csv) put '\002' "$file" "clients-$number" ;;
    *decisions.yaml) put '\003' "$file" "decisions-$number" ;;
    *.eml) put '\006' "$file" "mail-$number" ;;
    *.ics) put '\000' "$file" "calendar-$number" ;;
    esac
  done < <(find fixtures Fuzz/seeds -type f -size -60k | sort)
}

case ${1-} in
--sanitize)
  export FUZZ_SANITIZERS=fuzzer,address
  build "$work/address"
  practice_seeds
  "$work/address/release/FuzzReader" -runs=0 -timeout=60 -max_len=400000 "${known[@]}"
  "$work/address/release/FuzzIntake" -runs=0 -timeout=60 -max_len=60000 "$work/practice-seeds"
  ;;
--short)
  build "$work" FuzzReader
  # A corpus of its own, empty at the beginning: what an earlier run has learnt would change what comes.
  rm -rf "$work/short"
  mkdir -p "$work/short" "$work/findings"
  "$work/release/FuzzReader" -seed=20261201 -runs=20000 -timeout=60 -rss_limit_mb=2500 -max_len=16384 -verbosity=0 \
    -print_final_stats=1 -artifact_prefix="$work/findings/" -dict=Fuzz/icalendar.dict "$work/short" "${known[@]}"
  ;;
'' | [0-9]*)
  build "$work"
  practice_seeds
  mkdir -p "$work"/corpus/{FuzzReader,FuzzIntake} "$work/findings"
  readonly options=(-max_total_time="${1:-600}" -timeout=10 -rss_limit_mb=2500 -print_final_stats=1
    -artifact_prefix="$work/findings/" -dict=Fuzz/icalendar.dict)
  "$work/release/FuzzReader" "${options[@]}" -max_len=16384 "$work/corpus/FuzzReader" "${known[@]}"
  "$work/release/FuzzIntake" "${options[@]}" -max_len=8192 "$work/corpus/FuzzIntake" "$work/practice-seeds"
  ;;
*)
  echo "usage: Fuzz/run.sh [SECONDS | --short | --sanitize]" >&2
  exit 64
  ;;
esac
