"""Holds a published `cover/` folder against real calendar programs.

    calendar_roundtrip.py COVER [--timezone ZONE]

Through vdirsyncer every calendar of COVER/vdir goes to a Radicale server and back; each file must return with every
property as it was sent. khal imports COVER/practice.ics and every COVER/clinicians/*.ics twice; it must show each event
once, at the times that an independent expansion gives. Differences are printed a line each, and the status is 1.
Nothing outside a temporary folder is written, and nothing but the loopback address is spoken to.
"""

import argparse
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

import calendar_text
import khal_program
import vdirsyncer_program
from calendar_server import CalendarServer

TIME_LIMIT = 300


def through_server(vdir, work):
    """Differences after a journey to the server and back, and the number of files that made it."""
    calendars = sorted(folder for folder in vdir.iterdir() if folder.is_dir())
    if not calendars:
        return [f"{vdir}: holds no calendar"], 0
    found, count = [], 0
    sent, returned = work / "sent", work / "returned"
    shutil.copytree(vdir, sent)
    names = [folder.name for folder in calendars]
    with CalendarServer(work / "server") as server:
        for name in names:
            server.make_calendar(name)
            (returned / name).mkdir(parents=True)
        vdirsyncer_program.sync(work / "there", sent, server, names)
        for name in names:
            stored = server.items(name).values()
            found += compare(f"on the server, {name}", vdir / name, [calendar_text.parse(text) for text in stored])
        vdirsyncer_program.sync(work / "back", returned, server, names)
    for name in names:
        found += compare(f"back, {name}", vdir / name, [calendar_text.read(p) for p in (returned / name).iterdir()])
        found += unchanged(vdir / name, sent / name)
        count += len(list((vdir / name).iterdir()))
    return found, count


def compare(where, folder, arrived):
    """Holds the files of a calendar against what arrived, UID by UID."""
    found = []
    by_uid = {}
    for calendar in arrived:
        by_uid.setdefault(frozenset(calendar_text.uids(calendar)), []).append(calendar)
    for path in sorted(folder.iterdir()):
        calendar = calendar_text.read(path)
        same = by_uid.pop(frozenset(calendar_text.uids(calendar)), [])
        name = f"{where}/{path.name}"
        if len(same) != 1:
            found.append(f"{name}: arrived {len(same)} times")
            continue
        found += calendar_text.differences(name, calendar, same[0])
    return found + [f"{where}: appeared with the UID {' '.join(sorted(uids))}" for uids in by_uid]


def unchanged(folder, copy):
    """A synchronisation must leave the sender's own files alone."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    after = {path.name: path.read_bytes() for path in copy.iterdir()}
    return [f"{folder.name}/{name}: changed by the synchronisation" for name in sorted(before.keys() | after.keys())
            if before.get(name) != after.get(name)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cover", type=pathlib.Path)
    parser.add_argument("--timezone", default="Europe/London", help="the zone in which khal shows its times")
    arguments = parser.parse_args()
    # However this ends, the server is stopped and the temporary folder removed on the way out.
    for ending in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(ending, lambda number, _: sys.exit(f"ended by signal {number}; the limit is {TIME_LIMIT} s"))
    signal.alarm(TIME_LIMIT)
    with tempfile.TemporaryDirectory(prefix="plan-cover-interop-") as folder:
        work = pathlib.Path(folder)
        files = [arguments.cover / "practice.ics", *sorted((arguments.cover / "clinicians").glob("*.ics"))]
        try:
            found, objects = through_server(arguments.cover / "vdir", work)
            more, events = khal_program.through_khal(files, work / "khal", arguments.timezone)
        except (OSError, RuntimeError, ValueError, subprocess.TimeoutExpired) as fault:
            print(fault)
            return 1
    found += more
    if found:
        print("\n".join(found))
        return 1
    print(f"{objects} calendar objects came back the same; khal shows {events} events of {len(files)} files, each once")
    return 0


if __name__ == "__main__":
    sys.exit(main())
