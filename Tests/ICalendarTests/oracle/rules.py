"""Recurrence rules with the instances that python-dateutil finds, a case a line:

    DTSTART|RRULE|from|to|instance,instance,...

All times are UTC in the basic form. The rules are drawn with a fixed seed; `nasty` ones join parts that nobody joins.

Where dateutil reads RFC 5545 otherwise than this project, the question is put so that it must agree:
- DTSTART is always an instance (3.8.5.3); dateutil leaves it out when it is off the rule.
- BYWEEKNO without a day means the weekday of DTSTART (3.3.10: what is missing is taken from DTSTART); dateutil takes
  the whole week.
- BYSETPOS with WEEKLY counts from the begin of the week (3.3.10: the set of one interval); dateutil counts from DTSTART
  in the first week.
"""

import random
import sys
from datetime import datetime, timedelta

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def some(rng, values, most):
    return sorted(rng.sample(values, rng.randint(1, min(most, len(values)))))


def joined(values):
    return ",".join(str(value) for value in values)


def draw(rng, nasty):
    """Returns the frequency and the parts of a rule."""
    if nasty:
        freq = rng.choice(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"])
    else:
        freq = rng.choice(["WEEKLY"] * 5 + ["MONTHLY"] * 3 + ["YEARLY", "DAILY"])
    parts = {}
    if rng.random() < 0.5:
        parts["INTERVAL"] = rng.choice([1, 2, 2, 3, 4, 6, 13] + ([100, 1000] if nasty else []))
    chance = 0.3 if nasty else 0.0
    if rng.random() < 0.3:
        parts["WKST"] = rng.choice(DAYS)
    if rng.random() < (0.4 if nasty else 0.1):
        parts["BYMONTH"] = joined(some(rng, list(range(1, 13)), 4))
    numbered = freq in ("MONTHLY", "YEARLY")
    if rng.random() < 0.6:
        days = some(rng, DAYS, 4)
        if numbered and rng.random() < 0.6:
            top = 5 if freq == "MONTHLY" or "BYMONTH" in parts else 53
            days = [f"{rng.choice([-1, 1]) * rng.randint(1, top)}{day}" for day in days]
        parts["BYDAY"] = joined(days)
    if freq != "WEEKLY" and rng.random() < (0.4 if numbered else chance):
        values = list(range(1, 32)) + [-1, -2, -3, -15, -31]
        parts["BYMONTHDAY"] = joined(some(rng, values, 3))
    if nasty and freq in ("YEARLY", "HOURLY", "MINUTELY", "SECONDLY") and rng.random() < 0.2:
        parts["BYYEARDAY"] = joined(some(rng, [1, 2, 59, 60, 61, 100, 200, 365, 366, -1, -2, -365, -366], 4))
    if nasty and freq == "YEARLY" and rng.random() < 0.3:
        parts["BYWEEKNO"] = joined(some(rng, [1, 2, 10, 20, 51, 52, 53, -1], 3))
        if "BYDAY" in parts:
            parts["BYDAY"] = joined(some(rng, DAYS, 3))
    if rng.random() < chance:
        parts["BYHOUR"] = joined(some(rng, list(range(24)), 3))
    if rng.random() < chance:
        parts["BYMINUTE"] = joined(some(rng, list(range(60)), 3))
    if nasty and rng.random() < 0.15:
        parts["BYSECOND"] = joined(some(rng, list(range(60)), 2))
    if any(name.startswith("BY") for name in parts) and rng.random() < (0.3 if nasty else 0.15):
        long = freq in ("YEARLY", "MONTHLY") or freq == "WEEKLY" and "," in parts.get("BYDAY", "")
        parts["BYSETPOS"] = joined(some(rng, [1, 2, 3, 5, -1, -2] if long else [1, -1], 2))
    return freq, parts


def text(freq, parts):
    return ";".join([f"FREQ={freq}"] + [f"{name}={value}" for name, value in parts.items()])


def case(rng, nasty):
    freq, parts = draw(rng, nasty)
    start = datetime(rng.randint(1995, 2026), rng.randint(1, 12), rng.randint(1, 28), rng.choice([0, 7, 9, 13, 23]),
                     rng.choice([0, 0, 15, 30]), rng.choice([0, 0, 0, 30]) if nasty else 0)
    if rng.random() < 0.15:
        start += timedelta(days=rng.randint(0, 5))
    short = freq in ("HOURLY", "MINUTELY", "SECONDLY")
    span = {"HOURLY": 60, "MINUTELY": 2, "SECONDLY": 0.1}.get(freq, rng.choice([30, 90, 400, 2000]))
    ahead = rng.choice([0, 0, 1, 50]) if short else rng.choice([0, 0, 30, 300, 300, 3000])
    if freq == "SECONDLY":
        ahead = 0
    if "BYWEEKNO" in parts and not any(name in parts for name in ("BYDAY", "BYMONTHDAY", "BYYEARDAY")):
        asked_parts = dict(parts, BYDAY=DAYS[start.weekday()])
    else:
        asked_parts = dict(parts)
    low = start - timedelta(days=3) + timedelta(days=ahead)
    high = low + timedelta(days=3 + span)
    end = rng.random()
    if end < 0.25:
        parts["COUNT"] = rng.choice([1, 2, 5, 10, 30, 200])
    elif end < 0.45:
        until = start + timedelta(days=rng.choice([0, 1, 30, 365, 4000]), hours=rng.choice([0, 0, 5]))
        parts["UNTIL"] = asked_parts["UNTIL"] = until.strftime("%Y%m%dT%H%M%SZ")
    asked_start = start
    if freq == "WEEKLY" and "BYSETPOS" in parts:
        back = (start.weekday() - DAYS.index(parts.get("WKST", "MO"))) % 7
        asked_start = start - timedelta(days=back)
        # What DTSTART gives to a rule that is silent must not change with it.
        asked_parts.setdefault("BYDAY", DAYS[start.weekday()])
    question = text(freq, asked_parts).replace("Z", "") if "UNTIL" in asked_parts else text(freq, asked_parts)
    rule = rrulestr(question, dtstart=asked_start)
    if "UNTIL" not in asked_parts:
        # A rule that never matches would be searched up to the year 9999.
        rule = rule.replace(until=high)
    found = [start]
    limit = parts.get("COUNT", 10**9)
    counted = 0
    for steps, instance in enumerate(rule):
        counted += instance >= start
        if instance >= high or counted > limit or steps > 200_000:
            break
        if instance > start:
            found.append(instance)
    found = [instance for instance in found if low <= instance < high]
    stamp = "%Y%m%dT%H%M%SZ"
    return "|".join([start.strftime(stamp), text(freq, parts), low.strftime(stamp), high.strftime(stamp),
                     ",".join(instance.strftime(stamp) for instance in found)])


def never(freq, parts):
    """Rules that may have no instance, which dateutil would search for up to the year 9999."""
    dates = [name for name in ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYDAY") if name in parts]
    if freq in ("MINUTELY", "SECONDLY"):
        return bool(dates) or parts.get("INTERVAL", 1) > 6
    if freq == "HOURLY":
        return len(dates) > 1 or parts.get("INTERVAL", 1) > 6
    if freq == "WEEKLY" and "BYSETPOS" in parts:
        return parts["BYSETPOS"] in ("3", "5", "3,5", "-2,5", "-2,3", "2,5", "2,3")
    return False


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    written = 0
    while written < count:
        nasty = written % 2 == 1
        state = rng.getstate()
        freq, parts = draw(rng, nasty)
        if never(freq, parts):
            continue
        rng.setstate(state)
        try:
            print(case(rng, nasty))
        except ValueError:
            # dateutil refuses an INTERVAL that can never meet BYHOUR or BYMINUTE.
            continue
        written += 1


if __name__ == "__main__":
    main()
