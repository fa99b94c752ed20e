#!/usr/bin/env python3
"""Reads the calendars of a large practice with the built program, and with python icalendar + recurring-ical-events.

    reading.py                       # 1,000 clinicians, 25,000 series with exceptions, about 15 MB; three months
    reading.py --profile             # also where the program's time goes, with Linux' perf
    reading.py --clinicians 100

The program's time is that of a whole `plan-cover check`: reading practice.yaml, the register and every calendar, finding the
clients, expanding, and printing. Python parses and expands only, and only a sample of the files, as it takes so long: its
time is scaled by the bytes of the sample. Times that are compared are the processor's. Both must find the same occurrences
in the sample. The packages are those of the tests: scripts/setup.sh --tests, then run it with .tools/venv/bin/python; without
them only the program is timed.
"""

import argparse
import collections
import datetime as dt
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zoneinfo
from pathlib import Path

from program import BUILT, HERE, generator, must_end_well, require, timed

try:
    import icalendar
    import recurring_ical_events
except ImportError:
    icalendar = None

FIRST = generator.FROM
LAST = FIRST + dt.timedelta(weeks=13)
ZONE = zoneinfo.ZoneInfo(generator.ZONE)
# What exports hold besides, none of it of use to a plan.
BALLAST = "\r\n".join([
    "CREATED:20260901T081500Z", "LAST-MODIFIED:20261201T090000Z", "CLASS:PRIVATE", "PRIORITY:5",
    "DESCRIPTION:Join by telephone: +44 20 7946 0000\\, or by the link of your invi", " tation.", "BEGIN:VALARM", "ACTION:DISPLAY",
    "TRIGGER:-PT15M", "DESCRIPTION:Reminder", "END:VALARM", "END:VEVENT"])
# The phases of the program by what stands in a stack of calls, the first that fits.
PHASES = [
    ("reading files", r"PracticeFolder\.bytes"), ("parsing calendars", r"CalendarDocument\.init\(parsing|CalendarParser"),
    ("expanding series", r"CalendarDocument\.(expand|statedTimes|availabilities)|SeriesExpander"),
    ("finding clients and leave", r"MeaningReader|CalendarFile|ClientIndex|ClinicianIndex"),
    ("placing occurrences", r"DiaryTimes|AwayTimes|DiaryReader|PracticeAway"),
    ("clients.csv", r"RegisterFile|CSVTable|RegisterRow"), ("practice.yaml", r"PracticeFile|Yaml"),
    ("the situation", r"Situation"), ("printing", r"ReadingDocument|ReadingReport|CheckCommand\.run"),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clinicians", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sample", type=int, default=25, help="calendars that Python reads")
    parser.add_argument("--profile", action="store_true", help="where the time goes, by perf")
    parser.add_argument("--program", type=Path, default=BUILT / "plan-cover")
    options = parser.parse_args()
    require(options.program)
    with tempfile.TemporaryDirectory() as folder:
        practice = Path(folder) / "practice"
        paths, megabytes = generate(practice, options.clinicians)
        command = [str(options.program), "check", str(practice), "--from", str(FIRST), "--to", str(LAST),
                   "--now", f"{FIRST}T08:00:00Z"]
        ours = run_program(command, options.runs)
        if options.profile:
            profile(command, Path(folder) / "perf.data")
        if icalendar is None:
            print("no icalendar and recurring-ical-events here: run this with .tools/venv/bin/python")
            return
        sample = paths[:: max(1, len(paths) // options.sample)][:options.sample]
        theirs, found = run_python(sample)
        share = sum(path.stat().st_size for path in sample) / 1e6 / megabytes
        print(f"python icalendar {icalendar.__version__} + recurring-ical-events: {theirs:.2f} s of processor for "
              f"{len(sample)} calendars, {share:.1%} of the bytes; scaled to all: {theirs / share:.0f} s")
        print(f"the program reads {theirs / share / ours:.0f} times as fast, the rest of `check` counted in")
        same = found == program_intervals(command, {f"clinicians/{path.name}" for path in sample})
        print(f"both find the same {sum(found.values())} occurrences in the sample" if same
              else "the two find different occurrences in the sample")
        sys.exit(0 if same else 1)


def generate(practice, clinicians):
    """The calendar files of a made-up practice and their size in MB; says what it made."""
    subprocess.run(
        [sys.executable, str(HERE / "generate_practice.py"), str(practice), "--clinicians", str(clinicians), "--away",
         str(max(1, clinicians // 5)), "--affected", str(clinicians * 10), "--weeks", "6", "--tightness", "0.6", "--series",
         "25", "--seed", "1"], check=True, capture_output=True)
    paths = sorted((practice / "clinicians").glob("*.ics"))
    counts = collections.Counter()
    for path in paths:
        text = path.read_bytes().decode().replace("END:VEVENT", BALLAST)
        path.write_bytes(text.encode())
        for name in ("BEGIN:VEVENT", "RRULE:FREQ=WEEKLY", "EXDATE", "RECURRENCE-ID"):
            counts[name] += text.count(name)
    megabytes = sum(path.stat().st_size for path in paths) / 1e6
    print(f"{len(paths)} calendars, {megabytes:.1f} MB: {counts['RRULE:FREQ=WEEKLY']} series with {counts['EXDATE']} deleted "
          f"and {counts['RECURRENCE-ID']} moved dates; {FIRST} to {LAST}", flush=True)
    return paths, megabytes


def run_program(command, runs):
    """The least processor time of some runs; prints what they took."""
    seconds, processor, memory = [], [], []
    for _ in range(runs):
        run = must_end_well(timed(command), "check")
        seconds.append(run.wall)
        processor.append(run.processor)
        memory.append(run.memory)
    print(f"plan-cover check: least {min(seconds):.2f} s, median {statistics.median(seconds):.2f} s of {runs} runs; processor "
          f"{min(processor):.2f} s on {os.cpu_count()} cores; memory {max(memory):.0f} MiB", flush=True)
    return min(processor)


def profile(command, data):
    """Prints the share of each phase, of the first thread (by which the time passes) and of all."""
    try:
        subprocess.run(["perf", "record", "-q", "-F", "1999", "--call-graph", "fp", "-o", str(data), *command],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        script = subprocess.run(["perf", "script", "-i", str(data), "-F", "comm,pid,tid,sym,ip"], capture_output=True,
                                text=True, check=True).stdout
        script = subprocess.run(["swift", "demangle", "--simplified"], input=script, capture_output=True, text=True,
                                check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"no profile: {error}")
        return
    first, whole = collections.Counter(), collections.Counter()
    for stack in script.split("\n\n"):
        head = re.match(r"\s*(.+?)\s+(\d+)/(\d+)", stack)
        if not head:
            continue
        phase = next((name for name, pattern in PHASES if re.search(pattern, stack)), "starting, ending, memory")
        whole[phase] += 1
        if head.group(2) == head.group(3):
            first[phase] += 1
    print("\n| phase | first thread | all threads |\n| --- | ---: | ---: |")
    for phase, samples in whole.most_common():
        print(f"| {phase} | {first[phase] / max(1, first.total()):.0%} | {samples / max(1, whole.total()):.0%} |")
    print(flush=True)


def run_python(paths, first=FIRST, last=LAST):
    """Seconds of processor to parse and expand the files, and how many occurrences each has."""
    found = collections.Counter()
    begun = time.process_time()
    for path in paths:
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        events = recurring_ical_events.of(calendar).between(first, last)
        found[f"clinicians/{path.name}"] = len([one for one in events if one.get("STATUS") != "CANCELLED"])
    return time.process_time() - begun, found


def program_intervals(command, files):
    """How many intervals of the time the program tells of each of the files."""
    told = json.loads(subprocess.run([*command, "--json"], capture_output=True, text=True).stdout)["intervals"]
    low, high = (dt.datetime.combine(day, dt.time(), ZONE).astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
                 for day in (FIRST, LAST))
    return collections.Counter(
        one["file"] for one in told if one["file"] in files and one["start"] < high and one["end"] > low)


if __name__ == "__main__":
    main()
