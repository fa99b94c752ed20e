#!/usr/bin/env python3
"""Gives the built program files that are made to take long or much memory, and prints what each takes.

    bombs.py                 # all, at the size that the program still reads, or one beyond
    bombs.py yaml csv        # some: yaml, csv, decisions, rules, calendars
    bombs.py --small         # a sixteenth of each, as the tests do

Each run of `check` has to end within --seconds of the processor and --memory MiB with the status that the bomb has here, and what it
says begins with the name of the file; else the status of this script is 1.
"""

import argparse
import itertools
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
READ, REFUSED = (0, 2), (65,)
MIB = 1 << 20

PRACTICE = """practice:
  name: Test
  timezone: Europe/London
  hours: {mon-fri: "09:00-17:00"}
  sites: [a]
clinicians:
  - {id: ann, name: Ann Archer, email: ann@practice.example}
  - {id: ben, name: Ben Brook, email: ben@practice.example}
"""


def calendar(*components):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//bomb//EN", *components, "END:VCALENDAR", ""])


def series(number, rule, start="20261201T090000Z"):
    return f"BEGIN:VEVENT\r\nUID:b{number}\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:x\r\nDTSTART:{start}\r\nRRULE:{rule}\r\nEND:VEVENT"


def many(count, text):
    """The text with {0} numbered from 0."""
    return "".join(text.replace("{0}", str(number)) for number in range(int(count)))


def yaml(size):
    """practice.yaml: at most 4 MiB are read."""
    full = int(4 * MIB * size) - 2_000
    listed = PRACTICE.replace("ann@practice.example", "ann@practice.example, {key}: [{items}]")
    chain = "".join(f"k{n}: &b{n} [*b{n - 1}, *b{n - 1}]\n" for n in range(1, 60))
    yield "aliases of aliases", f"k0: &b0 [x, x]\n{chain}", REFUSED
    yield "anchors", many(full / 20, "k{0}: &a{0} 1\n"), REFUSED
    yield "brackets", "[" * full, REFUSED
    yield "mappings within mappings", "{a: " * (full // 4), REFUSED
    yield "dashes", "- " * (full // 2), REFUSED
    yield "question marks", "? " * (full // 2), REFUSED
    yield "one key many times", PRACTICE + "x: 1\n" * (full // 5), REFUSED
    yield "many keys twice", PRACTICE + many(full / 28, "k{0}: 1\nk{0}: 2\n"), REFUSED
    yield "many keys", PRACTICE + many(full / 14, "k{0}: 1\n"), REFUSED
    yield "one long text", 'practice: {name: "' + "x" * (full - 20) + '"}\n', REFUSED
    yield "one long key", "x" * full + ": 1\n", REFUSED
    yield "escapes", 'practice: {name: "' + "\\u00e9" * (full // 6 - 4) + '"}\n', REFUSED
    yield "a block of blank lines", "practice: |\n" + " \n" * (full // 2 - 6), REFUSED
    yield "tabs", "\t" * full, REFUSED
    yield "documents", "---\n" * (full // 4), REFUSED
    yield "directives", "%TAG ! x\n" * (full // 9), REFUSED
    yield "tags", PRACTICE + "x: [" + "!!binary a, " * (full // 12) + "]\n", REFUSED
    yield "comments", "#\n" * (full // 2) + PRACTICE, READ
    yield "merge keys", PRACTICE + "<<: {a: 1}\n" * (full // 11), REFUSED
    yield "clinicians of unknown supervisors", PRACTICE + many(
        19_000 * size, "  - {id: c{0}, name: N, email: c{0}@x.example, supervisor: zz{0}}\n"), REFUSED
    yield "one clinician many times", PRACTICE + "  - {id: ann, name: N}\n" * (full // 23), REFUSED
    sites = PRACTICE.replace("[a]", "[" + many(60_000 * size, "s{0}, ") + "a]")
    yield "unknown sites", sites.replace("ann@practice.example", "ann@practice.example, sites: [" + many(
        60_000 * size, "q{0}, ") + "a]"), REFUSED
    yield "specialties", listed.replace("{key}", "specialties").replace("{items}", many(300_000 * size, "s{0}, ") + "s"), READ
    yield "settled titles of nobody", PRACTICE + "events:\n" + many(
        20_000 * size, '- {summary: "aa {0}", clinician: zz{0}, is: busy}\n'), REFUSED
    yield "settled titles", PRACTICE + "events:\n" + many(20_000 * size, '- {summary: "aa {0} bb cc dd", is: busy}\n'), READ
    yield "hours", PRACTICE.replace('"09:00-17:00"', '"' + "09:00-17:00 " * (full // 14) + '"'), REFUSED
    yield "NUL", PRACTICE + "\0" * (full // 4), REFUSED


def csv(size):
    """clients.csv: at most 64 MiB are read."""
    full = int(60 * MIB * size)
    rows = 900_000 * size
    yield "columns without a name", "id" + "," * full, REFUSED
    yield "one column many times", "id," + "name," * (full // 5), REFUSED
    yield "named columns", "id," + many(full / 12, "column{0},") + "x\n", REFUSED
    yield "columns nearly of a name", "id," + many(full / 16, "clinicia{0},") + "x\n", READ + REFUSED
    yield "a row of many cells", "id,name\nA" + "," * full + "\n", REFUSED
    yield "rows of too few cells", "id,name\n" + "A\n" * (full // 2), REFUSED
    yield "a quote that is not closed", 'id,name\nA,"' + "x" * full, REFUSED
    yield "quotes", 'id,name\nA,"' + '""' * (full // 2) + '"\n', REFUSED
    yield "NUL", "id,name\n" + "\0" * full, REFUSED
    yield "a cell of one character too many", "id,name\nA," + "x" * 100_001 + "\n", REFUSED
    yield "line ends of CR", "id,name,clinician\r" + many(rows / 2, "C{0},N,ann\r"), READ
    yield "UTF-16", ("\ufeffid,name\n" + many(rows / 4, "C{0},N\n")).encode("utf-16-le"), REFUSED
    yield "a mark of order before each cell", "\ufeffid,name\n" + many(rows / 4, "C{0},\ufeffN\n"), READ
    yield "blank lines", "\n" * full, REFUSED
    yield "rows of empty cells", "id,name\n" + ",\n" * (full // 2), READ
    yield "one row too many", "id\n" + many(1_000_001 if size == 1 else rows, "C{0}\n"), REFUSED if size == 1 else READ
    yield "one id many times", "id,name\n" + "A,B\n" * int(rows), REFUSED
    yield "unknown clinicians", "id,name,clinician\n" + many(rows, "C{0},N,zz{0}\n"), REFUSED
    yield "zones that are none", "id,zone\n" + many(rows, "C{0},London time {0}\n"), REFUSED
    yield "zones of Windows", "id,zone\n" + many(rows, "C{0},Romance Standard Time\n"), READ
    yield "specialties that nobody has", "id,needs\n" + many(rows, "C{0},zz{0};yy;xx\n"), READ
    yield "wishes", "id,prefers\n" + many(rows / 5, 'C{0},"' + ";".join(f"p{n}" for n in range(90)) + '"\n'), READ
    yield "times", "id,times\n" + many(rows / 30, 'C{0},"' + "; ".join(["mon-sun 09:00-10:00"] * 100) + '"\n'), READ + REFUSED
    yield "long names", "id,name\n" + many(rows / 6, "C{0}," + "Anna Maria von der " * 20 + "\n"), READ
    yield "one name many times", "id,name\n" + many(rows, "C{0},Anna Berg\n"), READ
    yield "heaps of accents", "id,name\n" + many(rows / 15, "C{0},e" + "\u0301" * 400 + "\n"), READ
    yield "addresses", "id,email\n" + many(rows, "C{0},a{0}@client.example\n"), READ


def decisions(size):
    """decisions.yaml: at most 4 MiB are read; beside a register of 20,000."""
    yield "unknown clients", "decisions:\n" + many(120_000 * size, "- {wait: true, client: zz{0}}\n"), REFUSED
    yield "unknown clinicians", "decisions:\n" + many(100_000 * size, "- {assign: zz{0}, client: K1}\n"), REFUSED
    yield "sessions that were not read", "decisions:\n" + many(100_000 * size, '- {wait: true, session: "zz{0}"}\n'), READ
    yield "one decision many times", "decisions:\n" + "- {wait: true, client: K1}\n" * int(140_000 * size), READ
    yield "leave", "decisions:\n" + "- {leave: ann 2026-12-21..2026-12-22}\n" * int(100_000 * size), READ


def rules(size):
    """A calendar of one recurrence rule: 208 shapes, of which few repeat as often as they try to."""
    def listed(low, high):
        return ",".join(str(number) for number in range(low, high + 1) if number)

    frequencies = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
    every = f"BYSECOND={listed(1, 59)};BYMINUTE={listed(1, 59)};BYHOUR={listed(1, 23)}"
    parts = ["BYMONTH=2;BYMONTHDAY=30", "BYSECOND=59;BYMINUTE=59;BYHOUR=23", every, f"{every};BYSETPOS={listed(-366, 366)}",
             f"BYYEARDAY={listed(-366, 366)}", "INTERVAL=999983;BYMONTH=2;BYMONTHDAY=29", "BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
             "BYDAY=" + ",".join(f"{n}{day}" for n in range(1, 54) for day in ("MO", "TU", "WE", "TH", "FR", "SA", "SU")),
             "BYMONTHDAY=31;BYMONTH=4,6,9,11", "BYHOUR=3;BYMONTH=12;BYDAY=MO"]
    ends = ["COUNT=1000000000", "UNTIL=99991231T235959Z", ""]
    shapes = list(itertools.product(frequencies, parts, ends))
    for frequency, part, end in shapes if size == 1 else shapes[::16]:
        rule = ";".join(piece for piece in (f"FREQ={frequency}", part, end) if piece)
        yield rule[:60], calendar(series(0, rule, "16000101T000000Z")), READ + REFUSED


def calendars(size):
    """A calendar of a clinician."""
    full = int(15 * MIB * size)
    yield "many rules that never match", calendar(*(
        series(n, "FREQ=SECONDLY;COUNT=999999999;BYSECOND=0", "20000101T000000Z") for n in range(int(200_000 * size)))), READ
    yield "every five minutes, many times", calendar(*(
        series(n, "FREQ=MINUTELY;INTERVAL=5") for n in range(int(3_000 * size)))), READ
    yield "one series and its changes", calendar(series(0, "FREQ=MINUTELY;INTERVAL=5"), *(
        f"BEGIN:VEVENT\r\nUID:b0\r\nRECURRENCE-ID:202612{n // 288 + 1:02}T{n // 12 % 24:02}{n % 12 * 5:02}00Z\r\n"
        f"DTSTART:20261215T100000Z\r\nEND:VEVENT" for n in range(int(8_000 * size)))), READ
    yield "one UID many times", calendar(*(
        [f"BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:{n}\r\nDTSTART:20261215T100000Z\r\nEND:VEVENT" for n in range(int(300_000 * size))])), READ
    yield "excepted dates", calendar(series(0, "FREQ=DAILY\r\nEXDATE:" + "20261215T090000Z," * int(full / 17) + "20261216T090000Z")), READ
    yield "added dates", calendar(series(0, "FREQ=DAILY\r\nRDATE:" + "20261215T090000Z," * int(full / 17) + "20261216T090000Z")), READ
    yield "one line", calendar("X-A:" + "a" * int(17 * MIB)), REFUSED
    yield "components within components", "BEGIN:VCALENDAR\r\n" * int(full / 17), REFUSED
    yield "parameters", calendar("X-A" + ";P=1" * int(full / 4) + ":x"), READ + REFUSED
    yield "properties", calendar("BEGIN:VEVENT\r\nUID:a\r\n" + "X-A:1\r\n" * int(4_100_000 * size) + "END:VEVENT"), READ + REFUSED
    yield "guests", calendar("BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261215T100000Z\r\n" + many(
        400_000 * size, "ATTENDEE:mailto:a{0}@client.example\r\n") + "END:VEVENT"), READ
    yield "a long title", calendar("BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261215T100000Z\r\nSUMMARY:" + "Anna " * int(3_000_000 * size) +
                                   "\r\nEND:VEVENT"), READ
    yield "titles of clients", calendar(*(
        f"BEGIN:VEVENT\r\nUID:t{n}\r\nDTSTART:20261215T100000Z\r\nSUMMARY:{'Ann Archer Ben Brook Anna Berg ' * 20}{n}\r\nEND:VEVENT"
        for n in range(int(40_000 * size)))), READ


KINDS = {"yaml": (yaml, "practice.yaml"), "csv": (csv, "clients.csv"), "decisions": (decisions, "decisions.yaml"),
         "rules": (rules, "clinicians/ann.ics"), "calendars": (calendars, "clinicians/ann.ics")}


def run(folder, file, content, options):
    """Status, processor seconds, MiB, and the first line that is said, of a small practice with that file."""
    clients = "id,name,clinician\nC1,Maria Rossi,ann\n" + (many(20_000, "K{0},N,ann\n") if file == "decisions.yaml" else "")
    files = {"practice.yaml": PRACTICE, "clients.csv": clients, "clinicians/ann.ics": calendar(),
             "clinicians/ben.ics": calendar()}
    (folder / "clinicians").mkdir()
    for name, text in (files | {file: content}).items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    del files, clients

    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (options.seconds, options.seconds))

    with tempfile.TemporaryFile() as words:
        process = subprocess.Popen(
            [str(options.program), "check", str(folder), "--from", "2026-12-14", "--now", "2026-12-14T12:00:00Z"],
            stdout=subprocess.DEVNULL, stderr=words, preexec_fn=limit)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        words.seek(0)
        said = words.read(400).decode(errors="replace")
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="kind", help=", ".join(KINDS) + " (default: all)")
    parser.add_argument("--small", action="store_true", help="a sixteenth of the size")
    parser.add_argument("--seconds", type=int, default=60, help="processor seconds that a run may take (default 60)")
    parser.add_argument("--memory", type=int, default=4_096, help="MiB that a run may take (default 4,096)")
    parser.add_argument("--program", type=Path, default=HERE.parent / ".build/release/plan-cover")
    options = parser.parse_args()
    unknown = [kind for kind in options.kinds if kind not in KINDS]
    if unknown:
        parser.error(f"unknown kind {unknown[0]}: there are {', '.join(KINDS)}")
    failed, count = False, 0
    for kind in options.kinds or KINDS:
        bombs, file = KINDS[kind]
        slowest = (0, "")
        for name, content, statuses in bombs(1 / 16 if options.small else 1):
            with tempfile.TemporaryDirectory() as scratch:
                status, seconds, memory, said = run(Path(scratch), file, content, options)
            count += 1
            slowest = max(slowest, (seconds, name))
            names = status != 65 or said.removeprefix("remark: ").startswith(file.split("/")[0])
            well = status in statuses and memory <= options.memory and names
            failed |= not well
            if not well or kind != "rules":
                print(f"{'' if well else 'NOT OK: '}{kind}: {name}: status {status}, {seconds:.2f} s, {memory:.0f} MiB"
                      + ("" if well else f"\n  {said!r}"), flush=True)
        print(f"{kind}: the slowest takes {slowest[0]:.2f} s: {slowest[1]}", flush=True)
    print(f"{count} bombs, {'not all of them harmless' if failed else 'all harmless'}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
