"""What the scripts of this folder share: dice that fall alike in every Python, times as text, and the occurrences that
recurring-ical-events finds.

Every script prints a case a line, as JSON:

    {"group": …, "case": …, "from": …, "to": …, "path" or "text": …, "answers": {reader: {UID: [occurrence, …]}}}

An occurrence is `start/end`, or `start` alone where the reader tells no more, in UTC in the basic form.
"""

import json
import random
import warnings
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

PRACTICE = ZoneInfo("Europe/London")
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
KINDS = ["VEVENT", "VTODO", "VJOURNAL"]

warnings.filterwarnings("ignore")


class Dice:
    """Only `random()` of a seed is promised to stay the same from one Python to the next."""

    def __init__(self, seed):
        self._random = random.Random(seed).random

    def chance(self, share):
        return self._random() < share

    def number(self, low, high):
        return low + int(self._random() * (high - low + 1))

    def choice(self, values):
        return values[int(self._random() * len(values))]

    def sample(self, values, count):
        """That many of the values, in an order of their own."""
        rest = list(values)
        return [rest.pop(int(self._random() * len(rest))) for _ in range(min(count, len(rest)))]

    def some(self, values, most):
        """One to that many of the values, sorted."""
        return sorted(self.sample(values, self.number(1, most)))


def utc(moment):
    return moment.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def local(moment):
    return moment.strftime("%Y%m%dT%H%M%S")


def instant(value):
    """A day, and a time without zone, are the practice's."""
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, tzinfo=PRACTICE)
    elif value.tzinfo is None:
        value = value.replace(tzinfo=PRACTICE)
    return utc(value)


def recurring(calendars, low, high):
    """The occurrences of each UID that overlap the time, by recurring-ical-events; what is cancelled left out."""
    found = {}
    margin = timedelta(days=3)
    for calendar in calendars:
        query = recurring_ical_events.of(calendar, components=KINDS, skip_bad_series=True)
        for one in query.between(low.date() - margin, high.date() + margin):
            if str(one.get("STATUS", "")).upper() == "CANCELLED":
                continue
            start, end = instant(one.start), instant(one.end)
            if start < utc(high) and (end > utc(low) or start == end >= utc(low)):
                found.setdefault(str(one.get("UID", "")), []).append(f"{start}/{end}")
    return {uid: sorted(occurrences) for uid, occurrences in found.items()}


def show(group, case, low, high, answers, **source):
    print(json.dumps({"group": group, "case": str(case), "from": utc(low), "to": utc(high), **source, "answers": answers},
                     separators=(",", ":")))
