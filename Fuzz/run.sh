#!/usr/bin/env bash
# Feeds the readers with what nobody would write, and says what they do not survive.
#
#   Fuzz/run.sh [SECONDS]      looks for new inputs, so long for each reader (default: 600)
#   Fuzz/run.sh --count N      N mutants for the reader of calendars and a tenth as many for that of a whole practice, from
#                              the same dice in every run, under the address and undefined-behaviour sanitizers
#   Fuzz/run.sh --short        20,000 mutants for the reader of calendars in the same way: what CI does
#   Fuzz/run.sh --sanitize     replays all known inputs under the sanitizers, and looks for leaks
#
# Under the sanitizers libical is one that was built with them (build-libical.sh), so that its own reads and writes are watched
# as well; where its source cannot be had, the machine's, of which only memory that it asks for is watched, and that is said.
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

# Builds the readers, or those named, with the sanitizers, and libical, too.
build_watched() {
  export FUZZ_SANITIZERS=fuzzer,address
  # Every finding ends the run; what libical keeps for the life of a process is no leak.
  export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
  if Fuzz/build-libical.sh "$work/libical" >&2; then
    export PKG_CONFIG_PATH=$PWD/$work/libical/pkgconfig
  else
    echo "libical's source cannot be had or built: the machine's is used, and its inside is not watched" >&2
  fi
  build "$work/address" "$@"
}

# mutants COUNT READER LONGEST SEEDS...: so many executions, counted by the fuzzer and held against what was asked for.
mutants() {
  local count=$1 reader=$2 longest=$3 log=$work/$2.log executed
  shift 3
  # A corpus of its own, empty at the beginning: what an earlier run has learnt would change what comes.
  rm -rf "$work/mutants"
  mkdir -p "$work/mutants" "$work/findings"
  # Checked every so often, leaks would be sought for longer than mutants: --sanitize looks for them.
  "$work/address/release/$reader" -seed=20261201 -runs="$count" -timeout=60 -rss_limit_mb=4000 -detect_leaks=0 \
    -max_len="$longest" -print_final_stats=1 -artifact_prefix="$work/findings/" -dict=Fuzz/icalendar.dict \
    "$work/mutants" "$@" >"$log" 2>&1 || { tail -n 60 "$log" >&2; exit 1; }
  executed=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  echo "$reader: $executed mutants read, none that it does not survive"
  ((executed >= count))
}

case ${1-} in
--sanitize)
  build_watched
  practice_seeds
  "$work/address/release/FuzzReader" -runs=0 -timeout=60 -max_len=400000 "${known[@]}"
  "$work/address/release/FuzzIntake" -runs=0 -timeout=60 -max_len=60000 "$work/practice-seeds"
  ;;
--short)
  build_watched FuzzReader
  mutants 20000 FuzzReader 4096 "${known[@]}"
  ;;
--count)
  count=${2:?usage: Fuzz/run.sh --count N}
  build_watched
  practice_seeds
  mutants "$count" FuzzReader 4096 "${known[@]}"
  mutants $((count / 10)) FuzzIntake 8192 "$work/practice-seeds"
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
  echo "usage: Fuzz/run.sh [SECONDS | --count N | --short | --sanitize]" >&2
  exit 64
  ;;
esac
