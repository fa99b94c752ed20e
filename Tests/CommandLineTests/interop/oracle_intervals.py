"""Lists what a practice's calendars hold, by an expansion that shares nothing with plan-cover.

    oracle_intervals.py PRACTICE FROM TO [--timezone ZONE] [--against FILE]

Prints JSON: file, uid, start, end of each occurrence. With --against it instead holds the `intervals` of `check --json`
against them; a difference is a line each and the status 1.

FROM and TO are local dates, TO exclusive; an occurrence counts where it overlaps them. Cancelled events and instances
are left out. Floating times are taken in the file's X-WR-TIMEZONE, all-day values in the practice's zone. Tasks and
availability have no occurrences here and are not compared.
"""

import argparse
import datetime
import json
import pathlib
import sys
import zoneinfo

import calendar_text
import recurring_ical_events

WIDEST = datetime.timedelta(days=2)  # no two zones are further apart


def calendars(practice):
    """The calendar files that plan-cover reads of a practice, by their path within it."""
    for path in sorted(practice.rglob("*.ics")):
        name = path.relative_to(practice)
        if name.parts[0] not in ("cover", "replies"):
            yield name.as_posix(), path


def intervals(practice, first, last, zone):
    """(file, uid, start, end) of every occurrence that overlaps the days from first to the one before last."""
    low, high = (_instant(day, zone, zone) for day in (first, last))
    for name, path in calendars(practice):
        calendar = calendar_text.read(path)
        floating = zoneinfo.ZoneInfo(str(calendar.get("X-WR-TIMEZONE", zone.key)))
        for event in recurring_ical_events.of(calendar).between(first - WIDEST, last + WIDEST):
            if str(event.get("STATUS", "")).upper() == "CANCELLED":
                continue
            start, end = (_instant(value, zone, floating) for value in (event.start, event.end))
            if start < high and (end > low or start == end >= low):
                yield name, str(event["UID"]), _written(start), _written(end)


def _instant(value, zone, floating):
    if not isinstance(value, datetime.datetime):
        value = datetime.datetime.combine(value, datetime.time(), tzinfo=zone)
    elif value.tzinfo is None:
        value = value.replace(tzinfo=floating)
    return value.astimezone(datetime.timezone.utc)


def _written(instant):
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}"


def against(file, practice, first, last, zone):
    """The differences between `check --json` and this expansion, a line each."""
    events = {name: _event_uids(path) for name, path in calendars(practice)}
    low, high = (_written(_instant(day, zone, zone)) for day in (first, last))
    told = set()
    for one in json.loads(file.read_text())["intervals"]:
        overlaps = one["start"] < high and (one["end"] > low or one["start"] == one["end"] >= low)
        if overlaps and one["uid"] in events.get(one["file"], set()):
            told.add((one["file"], one["uid"], one["start"], one["end"]))
    meant = set(intervals(practice, first, last, zone))
    lines = [f"not read:       {' '.join(one)}" for one in sorted(meant - told)]
    return lines + [f"not in the file: {' '.join(one)}" for one in sorted(told - meant)], len(meant)


def _event_uids(path):
    return {str(event["UID"]) for event in calendar_text.read(path).walk("VEVENT")}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("practice", type=pathlib.Path)
    parser.add_argument("first", metavar="FROM", type=datetime.date.fromisoformat)
    parser.add_argument("last", metavar="TO", type=datetime.date.fromisoformat)
    parser.add_argument("--timezone", type=zoneinfo.ZoneInfo, default=zoneinfo.ZoneInfo("Europe/London"))
    parser.add_argument("--against", type=pathlib.Path, metavar="FILE")
    arguments = parser.parse_args()
    days = (arguments.practice, arguments.first, arguments.last, arguments.timezone)
    if arguments.against:
        lines, count = against(arguments.against, *days)
        print("\n".join(lines) if lines else f"{count} intervals, all the same")
        return 1 if lines else 0
    fields = ("file", "uid", "start", "end")
    json.dump([dict(zip(fields, one)) for one in sorted(intervals(*days))], sys.stdout, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
