#!/usr/bin/env python3
"""Runs the built program on generated practices, from files to files, and prints what it took and what it proved.

    run.py practice group            # the presets of generate_practice.py; default: practice
    run.py --runs 5 --time-limit 60 tight
    run.py practice --move-within 7 --own-clinician    # what it does not know itself goes to generate_practice.py

Each run starts without an earlier publication. The time is the whole program's: reading, planning, verifying, publishing.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import generate_practice as generator  # noqa: E402

ENDED_WELL = (0, 2)  # 2: something needs a person, such as an uncovered session


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("presets", nargs="*", default=["practice"], metavar="preset",
                        help=", ".join(generator.PRESETS) + " (default: practice)")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--time-limit", type=float, default=60, help="seconds for the search")
    parser.add_argument("--program", type=Path, default=HERE.parent / ".build/release/plan-cover")
    options, options.further = parser.parse_known_args()
    for preset in options.presets:
        if preset not in generator.PRESETS:
            parser.error(f"unknown preset {preset}: there are {', '.join(generator.PRESETS)}")
    if not options.program.exists():
        sys.exit(f"{options.program} is not there: build it with `make build`, or name it with --program")
    failed = False
    for preset in options.presets:
        with tempfile.TemporaryDirectory() as folder:
            failed |= not run(preset, Path(folder) / "practice", options)
    sys.exit(1 if failed else 0)


def run(preset, folder, options):
    """Runs one preset and prints its table; whether every run ended well and gave the same plan."""
    made = subprocess.run(
        [sys.executable, str(HERE / "generate_practice.py"), str(folder), "--preset", preset, "--seed", str(options.seed),
         *options.further],
        check=True, capture_output=True, text=True).stdout.splitlines()
    print(f"## {preset}: {made[0]}\n", flush=True)
    command = [str(options.program), "plan", str(folder), *made[1].split(), "--time-limit", f"{options.time_limit:g}"]
    seconds, processor, memory, plans = [], [], [], []
    for number in range(options.runs):
        shutil.rmtree(folder / "cover", ignore_errors=True)
        status, took, busy, peak, words = timed(command)
        if status not in ENDED_WELL:
            print(f"run {number + 1} ended with status {status}:\n{words}")
            return False
        seconds.append(took)
        processor.append(busy)
        memory.append(peak)
        plans.append((folder / "cover/plan.json").read_text(encoding="utf-8"))
    plan = json.loads(plans[-1])
    print(f"wall time: least {min(seconds):.2f} s, median {statistics.median(seconds):.2f} s of {options.runs} runs; "
          f"processor {min(processor):.2f} s; memory {max(memory) / 1024:.0f} MiB; {plan['status']}")
    counts = {}
    for session in plan["sessions"]:
        counts[session["outcome"]] = counts.get(session["outcome"], 0) + 1
    print("sessions: " + ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items())))
    same = len(set(plans)) == 1
    print("every run gave the same plan\n" if same else "the runs gave different plans\n")
    print(f"| {'tier':<12} | {'value':>9} | {'bound':>9} | proven |\n| :{'-' * 11} | {'-' * 8}: | {'-' * 8}: | ------ |")
    for tier in plan["tiers"]:
        print(f"| {tier['name']:<12} | {tier['value']:>9} | {tier['bound']:>9} | {'yes' if tier['proven'] else 'no':<6} |")
    print(flush=True)
    return same or plan["status"] != "optimal"


def timed(command):
    """Exit status, seconds by the clock and of processors, peak memory in KiB, and what went to standard error."""
    with tempfile.TemporaryFile() as errors:
        begun = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        took = time.monotonic() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        words = errors.read().decode(errors="replace")[-4000:]
        return process.returncode, took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, words


if __name__ == "__main__":
    main()
