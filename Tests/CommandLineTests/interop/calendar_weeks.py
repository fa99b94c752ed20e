"""Publishes week after week to a real calendar server, and holds the server against the plan each time.

    calendar_weeks.py PROGRAM PRACTICE

PRACTICE is a practice whose `ann` is away and whose `ben` and `cat` cover. Between the runs of PROGRAM leave is added, a
colleague declines, and all leave is withdrawn. After each run vdirsyncer brings PRACTICE/cover/vdir to a Radicale server as
the documentation says, and the server to the folder of a colleague's machine, which khal shows. Server, folder and khal
must hold what the plan says: no event twice, none too many, none too few. Differences are printed, and the status is 1.
"""

import pathlib
import signal
import subprocess
import sys
import tempfile

import calendar_text
import khal_program
from calendar_server import CalendarServer
from vdirsyncer_program import Pairs

TIME_LIMIT = 300
NAMES = ["ann", "ben", "cat"]
# As documentation/calendar-programs.md has it.
PAIR_OPTIONS = ['conflict_resolution = "a wins"']
FOLDER_OPTIONS = ["read_only = true"]
LEAVE = "BEGIN:VEVENT\r\nUID:leave-of-{name}\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:Annual leave\r\n" \
    "DTSTART;VALUE=DATE:{first}\r\nDTEND;VALUE=DATE:{end}\r\nEND:VEVENT\r\n"


class Weeks:
    def __init__(self, program, practice, work, server):
        self.program, self.practice, self.work, self.server = program, practice, work, server
        self.found, self.number, self.pairs, self.machine = [], 0, None, None

    def run(self, what, now, least):
        """Plans, hands on, and compares; `least` is how many events the plan has to hold."""
        self.number += 1
        command = [self.program, "plan", self.practice, "--from", "2026-12-14", "--to", "2026-12-28", "--now", now]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=120)
        if ran.returncode not in (0, 2):
            raise RuntimeError(f"{what}: plan ended with status {ran.returncode}:\n{ran.stderr}")
        vdir = self.practice / "cover" / "vdir"
        if self.pairs is None:
            for name in NAMES:
                self.server.make_calendar(name)
                (self.work / "machine" / name).mkdir(parents=True)
            self.pairs = Pairs(self.work / "there", vdir, self.server, NAMES, PAIR_OPTIONS, FOLDER_OPTIONS)
            self.machine = Pairs(self.work / "back", self.work / "machine", self.server, NAMES)
        self.pairs.sync("--force-delete")
        self.machine.sync("--force-delete")
        count = sum(self.compare(what, name, vdir / name) for name in NAMES)
        if count < least:
            self.found.append(f"{what}: the plan holds {count} events, and {least} were to be seen")
        return count

    def compare(self, what, name, folder):
        plan = {path.name: calendar_text.read(path) for path in sorted(folder.iterdir())}
        wanted = sorted(uid for calendar in plan.values() for uid in calendar_text.uids(calendar))
        stored = [calendar_text.parse(text) for text in self.server.items(name).values()]
        own = [calendar_text.read(path) for path in (self.work / "machine" / name).iterdir()]
        for where, calendars in (("the server", stored), ("a colleague's machine", own)):
            held = {next(iter(calendar_text.uids(calendar))): calendar for calendar in calendars}
            if sorted(uid for calendar in calendars for uid in calendar_text.uids(calendar)) != wanted:
                self.found.append(f"{what}: {where} holds other events for {name} than the plan")
            for calendar in plan.values():
                uid = next(iter(calendar_text.uids(calendar)))
                if uid in held:
                    self.found += calendar_text.differences(f"{what}, {where}, {name}", calendar, held[uid])
        shown = khal_program.uids(
            self.work / "machine" / name, self.work / f"khal-{name}-{self.number}", "Europe/London", "2026-12-01", "2027-01-31")
        if sorted(shown.elements()) != wanted:
            self.found.append(f"{what}: khal shows {sorted(shown.elements())} for {name}, the plan has {wanted}")
        return len(wanted)


def weeks(program, practice, work, server):
    """The differences of all weeks, and the numbers of events that were held against the plan."""
    weeks = Weeks(program, practice, work, server)
    counts = [weeks.run("the first plan", "2026-12-01T09:00:00Z", 10)]

    write(practice, "cat", LEAVE.format(name="cat", first="20261223", end="20261224"))
    counts.append(weeks.run("leave was added", "2026-12-07T09:00:00Z", counts[0] + 1))

    cover = next(event for event in calendar_text.read(practice / "cover" / "practice.ics").walk("VEVENT")
                 if event["X-PLAN-COVER-KIND"] == "cover" and event["X-PLAN-COVER-BY"] == "cat")
    (practice / "replies").mkdir()
    (practice / "replies" / "cat.ics").write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"UID:{cover['UID']}\r\nSEQUENCE:{cover['SEQUENCE']}\r\nDTSTAMP:20261207T120000Z\r\n"
        "ATTENDEE;PARTSTAT=DECLINED:mailto:cat@harbour.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", newline="")
    counts.append(weeks.run("a colleague declined", "2026-12-08T09:00:00Z", 10))
    moved = next(event for event in calendar_text.read(practice / "cover" / "practice.ics").walk("VEVENT")
                 if event["UID"] == cover["UID"])
    if moved["X-PLAN-COVER-BY"] != "ben" or int(moved["SEQUENCE"]) <= int(cover["SEQUENCE"]):
        weeks.found.append("a colleague declined: the session is still theirs, or has no higher SEQUENCE")

    for name in ("ann", "cat"):
        write(practice, name, "")
    if weeks.run("leave was withdrawn", "2026-12-10T09:00:00Z", 0) != 0:
        weeks.found.append("leave was withdrawn: the plan still holds events")
    return weeks.found, counts


def write(practice, name, events):
    (practice / "clinicians" / f"{name}.ics").write_text(
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n{events}END:VCALENDAR\r\n", newline="")


def main():
    program, practice = sys.argv[1], pathlib.Path(sys.argv[2])
    # However this ends, the server is stopped and the temporary folder removed on the way out.
    for ending in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(ending, lambda number, _: sys.exit(f"ended by signal {number}; the limit is {TIME_LIMIT} s"))
    signal.alarm(TIME_LIMIT)
    with tempfile.TemporaryDirectory(prefix="plan-cover-interop-") as folder:
        try:
            with CalendarServer(pathlib.Path(folder) / "server") as server:
                found, counts = weeks(program, practice, pathlib.Path(folder), server)
        except (OSError, RuntimeError, ValueError, subprocess.TimeoutExpired) as fault:
            print(fault)
            return 1
    if found:
        print("\n".join(found))
        return 1
    print(f"{', '.join(map(str, counts))} events, each once; none after the leave was withdrawn")
    return 0


if __name__ == "__main__":
    sys.exit(main())
