"""Holds the ledger of `check` against a plain count of what the files hold.

    oracle_ledger.py PROGRAM FOLDER...

Every .ics file of the packages icalendar and recurring-ical-events and of the folders becomes a clinician's calendar of one
practice. Every file is either refused by name, or in the ledger with as many components as it has; every component counts
in one place, and in one place only. Prints what does not add up; the status is then 1.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import icalendar

WINDOWS = ["1997-09-01", "2019-03-04", "2026-12-14"]
KINDS = ["sessions", "leave", "busy", "free", "cancelled", "outside", "referrals", "closures", "not-understood"]
PRACTICE = """practice:
  name: Ledger
  timezone: Europe/London
  email: office@ledger.example
  phone: "+44 20 7946 0000"
  urgent-help: "Call 999."
  hours: {mon-fri: "09:00-17:00"}
  sites: [a]
clinicians:
"""


def count(data):
    """The components of a file: whatever begins right below a VCALENDAR, time zones left out; None where begins and ends
    do not match."""
    unfolded = re.sub(rb"\r?\n[ \t]", b"", data.removeprefix(b"\xef\xbb\xbf"))
    open_names, found = [], 0
    for line in unfolded.splitlines():
        name, _, value = line.partition(b":")
        value = value.strip().upper()
        if name.upper() == b"BEGIN":
            found += open_names == [b"VCALENDAR"] and value != b"VTIMEZONE"
            open_names.append(value)
        elif name.upper() == b"END":
            if not open_names or open_names.pop() != value:
                return None
    return found if not open_names else None


def check(program, practice, window):
    """The ledger by file, or the messages by file where some are refused."""
    result = subprocess.run(
        [program, "check", str(practice), "--json", "--from", window, "--now", f"{window}T08:00:00Z"],
        capture_output=True, text=True)
    if result.returncode in (0, 2):
        return {one["file"]: one for one in json.loads(result.stdout)["ledger"]}, {}
    refused = dict(re.findall(r"^(c/[^:\n]+\.ics)(?::\d+)*: (.*)$", result.stderr, re.MULTILINE))
    if result.returncode != 65 or not refused:
        sys.exit(f"check ended with {result.returncode}: {result.stderr[:2000]}")
    return {}, refused


def main():
    site = pathlib.Path(icalendar.__file__).parent.parent
    folders = [site / "icalendar/tests", site / "recurring_ical_events/test", *map(pathlib.Path, sys.argv[2:])]
    files = {f"c/{number:03}.ics": path
             for number, path in enumerate(sorted(p for folder in folders for p in folder.rglob("*.ics")))}
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        practice = pathlib.Path(folder)
        (practice / "c").mkdir()
        (practice / "clients.csv").write_text("id,name,clinician\n")
        for name, path in files.items():
            (practice / name).write_bytes(path.read_bytes())

        def write(names):
            people = [f"  - {{id: c{n[2:5]}, name: C{n[2:5]}, email: c{n[2:5]}@ledger.example, calendars: [{n}]}}\n"
                      for n in names]
            (practice / "practice.yaml").write_text(PRACTICE + "".join(people))

        write(files)
        ledger, refused = check(sys.argv[1], practice, WINDOWS[0])
        write(name for name in files if name not in refused)
        for window in WINDOWS:
            ledger, more = check(sys.argv[1], practice, window)
            faults += [f"{files[name]}: refused at {window} only: {reason}" for name, reason in more.items()]
            for name, path in files.items():
                meant = count(path.read_bytes())
                entry = ledger.get(name)
                if name in refused:
                    begins = path.read_bytes().removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper()
                    if meant and begins == b"BEGIN:VCALENDAR" and b"VERSION:1.0" not in path.read_bytes():
                        faults.append(f"{path}: refused though it can be counted: {refused[name]}")
                elif entry is None:
                    faults.append(f"{path}: neither refused nor in the ledger of {window}")
                elif entry["components"] != meant:
                    faults.append(f"{path}: {entry['components']} components in the ledger of {window}, {meant} in the file")
                elif sum(entry[kind] for kind in KINDS) != meant or set(entry) != {"file", "components", *KINDS}:
                    faults.append(f"{path}: the ledger of {window} does not add up: {entry}")
            total = collections.Counter()
            for entry in ledger.values():
                total.update({kind: entry[kind] for kind in KINDS})
            print(f"{window}: {len(ledger)} files, {len(refused)} refused, {sum(total.values())} components: "
                  + ", ".join(f"{total[kind]} {kind}" for kind in KINDS if total[kind]))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
