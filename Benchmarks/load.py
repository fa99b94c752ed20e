#!/usr/bin/env python3
"""Runs the built program on practices that are far larger than any we know, and prints what each takes.

    load.py                    # all of them, at their whole size
    load.py clients history    # some
    load.py --small            # a hundredth of each, as the tests do

Each run has to end with 0 or 2, within the memory that --memory gives (MiB; default 2,048) and the processor time that --seconds
gives; else the status of this script is 1. The times are processor seconds: other work on the machine changes them little.
"""

import argparse
import datetime as dt
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from program import ENDED_WELL, HERE, generator

FROM = generator.FROM
TO = FROM + dt.timedelta(weeks=6)
WINDOW = ["--from", str(FROM), "--to", str(TO), "--now", f"{FROM}T08:00:00Z"]


def practice(folder, clinicians, clients):
    """practice.yaml and clients.csv of a practice in which the first clinician is away for two weeks."""
    (folder / "clinicians").mkdir(parents=True)
    lines = ["practice: {name: Load, timezone: Europe/London, email: desk@load.example, phone: '1', urgent-help: Call 999., "
             "hours: {mon-fri: '08:00-18:00'}}", "clinicians:"]
    lines += [f"- {{id: c{n}, name: Clinician Number{n}, email: c{n}@load.example}}" for n in range(clinicians)]
    (folder / "practice.yaml").write_text("\n".join(lines) + "\n")
    first, last = generator.FIRST, generator.LAST_A
    with open(folder / "clients.csv", "w", encoding="utf-8") as file:
        file.write("id,name,clinician,email,phone,needs,zone\n")
        for n in range(clients):
            file.write(f"K{n},{first[n % len(first)]} {last[n // len(first) % len(last)]}{n},c{n % clinicians},k{n}@client.example,"
                       f"+44 20 7946 {n % 10000:04},,{'Europe/Paris' if n % 9 == 0 else ''}\n")


def event(uid, start, summary, *lines, minutes=50):
    end = start + dt.timedelta(minutes=minutes)
    return (f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/London:{start:%Y%m%dT%H%M%S}\r\n"
            f"DTEND;TZID=Europe/London:{end:%Y%m%dT%H%M%S}\r\nSUMMARY:{summary}\r\n" + "".join(f"{line}\r\n" for line in lines)
            + "END:VEVENT\r\n")


def calendar(folder, number, events):
    with open(folder / f"clinicians/c{number}.ics", "w", encoding="utf-8", newline="") as file:
        file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//load//EN\r\n")
        if number == 0:
            file.write(f"BEGIN:VEVENT\r\nUID:leave\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Annual leave\r\n"
                       f"DTSTART;VALUE=DATE:{FROM + dt.timedelta(7):%Y%m%d}\r\nDTEND;VALUE=DATE:{FROM + dt.timedelta(21):%Y%m%d}"
                       "\r\nEND:VEVENT\r\n")
        for one in events:
            file.write(one)
        file.write("END:VCALENDAR\r\n")


def at(day, hour, minute=0):
    return dt.datetime.combine(day, dt.time(hour, minute))


def network(folder, scale):
    """1,000 clinicians, 200 of them away, 10,000 affected sessions: the preset of generate_practice.py."""
    clinicians = max(10, round(1_000 * scale))
    shutil.rmtree(folder)
    subprocess.run(
        [sys.executable, str(HERE / "generate_practice.py"), str(folder), "--clinicians", str(clinicians), "--away",
         str(max(1, clinicians // 5)), "--affected", str(clinicians * 10), "--tightness", "0.6"], check=True, capture_output=True)
    return f"{clinicians:,} clinicians, {clinicians * 10:,} affected sessions"


def clients(folder, scale):
    """100,000 clients of 200 clinicians; ten sessions a week in each calendar."""
    count, clinicians = round(100_000 * scale), 200
    practice(folder, clinicians, count)
    for number in range(clinicians):
        calendar(folder, number, (
            event(f"s{number}-{n}", at(FROM - dt.timedelta(7 * 20) + dt.timedelta(n % 5), 9 + n // 5),
                  f"K{(number + clinicians * n) % count}", "RRULE:FREQ=WEEKLY") for n in range(10)))
    return f"{count:,} clients"


def history(folder, scale):
    """Ten years of single sessions, twenty a week, in each of 40 calendars."""
    weeks, clinicians = max(8, round(520 * scale)), 40
    practice(folder, clinicians, 2_000)
    total = 0
    for number in range(clinicians):
        begun = FROM + dt.timedelta(weeks=6 - weeks)
        calendar(folder, number, (
            event(f"h{number}-{week}-{n}", at(begun + dt.timedelta(7 * week + n % 5), 9 + n // 5), f"K{number + clinicians * n}")
            for week in range(weeks) for n in range(20)))
        total += weeks * 20
    return f"{total:,} single events of {weeks / 52:.1f} years"


def five_minutes(folder, scale):
    """A series every five minutes: busy time of four colleagues, and sessions of whoever is away."""
    practice(folder, 8, 100)
    days = max(14, round(42 * scale))
    rule = f"RRULE:FREQ=MINUTELY;INTERVAL=5;COUNT={days * 288}"
    for number in range(8):
        events = [event(f"w{number}", at(FROM + dt.timedelta(8), 9), f"K{number}", "RRULE:FREQ=WEEKLY")]
        if number < 5:
            title = "K0" if number == 0 else "Team meeting"
            events.append(event(f"m{number}", at(FROM, 0), title, rule, minutes=4))
        calendar(folder, number, events)
    return f"{days * 288:,} occurrences in each of 5 calendars"


CASES = {"network": network, "clients": clients, "history": history, "five-minutes": five_minutes}
COMMANDS = {
    "check": ["check", *WINDOW], "plan": ["plan", *WINDOW, "--time-limit", "10"], "plan again": ["plan", *WINDOW, "--time-limit", "10"],
    "verify": ["verify", "--now", f"{FROM}T08:00:00Z"],
}


def run(program, command, folder, options):
    """Status, processor seconds, and the most memory in MiB."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (options.seconds, options.seconds))

    with tempfile.TemporaryFile() as words:
        process = subprocess.Popen([str(program), command[0], str(folder), *command[1:]], stdout=subprocess.DEVNULL, stderr=words,
                                   preexec_fn=limit)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        words.seek(0)
        said = words.read().decode(errors="replace")
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", metavar="case", help=", ".join(CASES) + " (default: all)")
    parser.add_argument("--small", action="store_true", help="a hundredth of the size")
    parser.add_argument("--memory", type=int, default=2_048, help="MiB that a run may take (default 2,048)")
    parser.add_argument("--seconds", type=int, default=600, help="processor seconds that a run may take (default 600)")
    parser.add_argument("--program", type=Path, default=HERE.parent / ".build/release/plan-cover")
    options = parser.parse_args()
    unknown = [case for case in options.cases if case not in CASES]
    if unknown:
        parser.error(f"unknown case {unknown[0]}: there are {', '.join(CASES)}")
    failed = False
    print("| practice | command | status | processor | memory |\n| --- | --- | ---: | ---: | ---: |", flush=True)
    for case in options.cases or CASES:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "practice"
            folder.mkdir()
            words = CASES[case](folder, 0.01 if options.small else 1)
            for name, command in COMMANDS.items():
                status, seconds, memory, said = run(options.program, command, folder, options)
                print(f"| {words} | `{name}` | {status} | {seconds:.1f} s | {memory:.0f} MiB |", flush=True)
                if status not in ENDED_WELL or memory > options.memory:
                    failed = True
                    print(f"{case}, {name}: {'too much memory' if status in ENDED_WELL else said[-2_000:]}", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
