"""khal's view of calendar files, held against an independent expansion of the same files."""

import datetime
import json
import os
import pathlib
import subprocess
import sys
import zoneinfo
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import calendar_text
import recurring_ical_events

FIELDS = ("uid", "all-day", "start-date-long", "start-time", "end-date-long", "end-time")


def through_khal(files, work, timezone):
    """Differences between what khal shows of each file and what is in it, and the number of events shown."""
    work.mkdir()
    with ThreadPoolExecutor(2) as together:
        answers = list(together.map(lambda one: _hold(one[1], work / str(one[0]), timezone), enumerate(files)))
    return [line for found, _ in answers for line in found], sum(count for _, count in answers)


def uids(folder, work, timezone, first, last):
    """How often khal shows each UID of a folder of single events between two days."""
    work.mkdir(parents=True, exist_ok=True)
    _configure(work, timezone, folder)
    shown = Counter()
    for line in _run(work, "list", "--once", "--json", "uid", first, last).splitlines():
        shown.update(event["uid"] for event in json.loads(line))
    return shown


def _hold(path, work, timezone):
    expected, first, last = _expand(calendar_text.read(path), zoneinfo.ZoneInfo(timezone))
    if not expected:
        return [], 0
    _configure(work, timezone)
    for _ in range(2):
        _run(work, "import", "--batch", "-a", "cover", str(path.resolve()))
    fields = [word for field in FIELDS for word in ("--json", field)]
    shown = Counter()
    # khal writes an array a day that has events
    for line in _run(work, "list", "--once", *fields, first, last).splitlines():
        for event in json.loads(line):
            shown[tuple(event[field] for field in FIELDS)] += 1
    name = f"khal, {path.parent.name}/{path.name}"
    found = [f"{name}: not shown   {' '.join(event)}" for event in sorted((expected - shown).elements())]
    found += [f"{name}: shown extra {' '.join(event)}" for event in sorted((shown - expected).elements())]
    return found, sum(shown.values())


def _expand(calendar, zone):
    """Every event as khal writes it, and the first and last day to ask khal for."""
    events = Counter()
    days = set()
    for event in recurring_ical_events.of(calendar).between((1990, 1, 1), (2090, 1, 1)):
        start, end = event.start, event.end
        if isinstance(start, datetime.datetime):
            start, end = start.astimezone(zone), end.astimezone(zone)
            shown = ("False", f"{start:%Y-%m-%d}", f"{start:%H:%M}", f"{end:%Y-%m-%d}", f"{end:%H:%M}")
        else:
            end -= datetime.timedelta(days=1)  # khal names the last day, the file the day after
            shown = ("True", f"{start:%Y-%m-%d}", "", f"{end:%Y-%m-%d}", "")
        events[(str(event["UID"]), *shown)] += 1
        days |= {shown[1], shown[3]}
    return events, min(days, default=""), max(days, default="")


def _configure(work, timezone, calendar=None):
    if calendar is None:
        calendar = work / "calendar"
        calendar.mkdir(parents=True)
    (work / "config").write_text(
        f"[calendars]\n[[cover]]\npath = {calendar}\n[sqlite]\npath = {work / 'khal.db'}\n"
        f"[locale]\nlocal_timezone = {timezone}\ndefault_timezone = {timezone}\ntimeformat = %H:%M\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\n[default]\ndefault_calendar = cover\n")


def _run(work, *arguments):
    program = pathlib.Path(sys.executable).with_name("khal")
    ran = subprocess.run(
        [program, "-c", work / "config", *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        timeout=120, env={**os.environ, "HOME": str(work), "NO_COLOR": "1", "PYTHONUTF8": "1"})
    if ran.returncode != 0:
        said = (ran.stdout + ran.stderr)[-4000:]
        raise RuntimeError(f"khal {arguments[0]} ended with status {ran.returncode}:\n{said}")
    return ran.stdout
