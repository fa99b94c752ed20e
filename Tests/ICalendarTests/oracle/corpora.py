"""Every .ics file that the packages icalendar and recurring-ical-events bring for their own tests, and every one of the
folders named, with the occurrences that recurring-ical-events finds from 1996 to 2031.

    corpora.py NAME=FOLDER...

A file that holds a component without a calendar around it is put into one.
"""

import pathlib
import sys
from datetime import datetime, timezone

import icalendar
from answers import recurring, show

LOW = datetime(1996, 1, 1, tzinfo=timezone.utc)
HIGH = datetime(2031, 1, 1, tzinfo=timezone.utc)


def answer(data):
    try:
        calendars = icalendar.Calendar.from_ical(data, multiple=True)
    except Exception:  # Whatever it stumbles over, the file is not read.
        return {}
    found = {}
    for calendar in calendars:
        # One by one, so that a calendar that cannot be read does not take the others with it.
        try:
            for uid, occurrences in recurring([calendar], LOW, HIGH).items():
                found[uid] = sorted(found.get(uid, []) + occurrences)
        except Exception:
            continue
    return found


def main():
    site = pathlib.Path(icalendar.__file__).parent.parent
    corpora = {"icalendar": site / "icalendar/tests", "recurring-ical-events": site / "recurring_ical_events/test"}
    corpora |= {name: pathlib.Path(folder) for name, folder in (one.split("=", 1) for one in sys.argv[1:])}
    for corpus, folder in corpora.items():
        paths = sorted(folder.rglob("*.ics"))
        if not paths:
            sys.exit(f"no .ics file in {folder}")
        for path in paths:
            data = path.read_bytes()
            name = f"{corpus}/{path.relative_to(folder).as_posix()}"
            bare = data.lstrip(b"\xef\xbb\xbf").lstrip()[:16].upper()
            if bare.startswith(b"BEGIN:") and not bare.startswith(b"BEGIN:VCALENDAR"):
                data = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + data.rstrip() + b"\r\nEND:VCALENDAR\r\n"
                show(name, "", LOW, HIGH, {"recurring-ical-events": answer(data)},
                     text=data.decode("utf-8", "surrogateescape").encode("utf-8", "replace").decode())
            else:
                show(name, "", LOW, HIGH, {"recurring-ical-events": answer(data)}, path=str(path))


if __name__ == "__main__":
    main()
