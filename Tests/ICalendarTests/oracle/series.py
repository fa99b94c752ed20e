"""Calendars of series with exceptions, and the occurrences that recurring-ical-events finds, a case a line:

    calendar in base64|from|to|start/end,start/end,...

Drawn with a fixed seed. All times are UTC in the basic form; days are of Europe/London.
"""

import base64
import random
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

ZONES = ["Europe/London", "America/New_York", "Australia/Sydney", "Asia/Kolkata"]
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
PRACTICE = ZoneInfo("Europe/London")


def local(moment):
    return moment.strftime("%Y%m%dT%H%M%S")


def utc(moment):
    return moment.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def timed(rng, uid):
    zone = rng.choice(ZONES)
    start = datetime(2026, 1, 5) + timedelta(days=rng.randint(0, 300), hours=rng.randint(6, 20), minutes=rng.choice([0, 15, 30]))
    minutes = rng.choice([30, 50, 60, 90])
    tz = f";TZID={zone}"
    end = rng.choice([f"DTEND{tz}:{local(start + timedelta(minutes=minutes))}", f"DURATION:PT{minutes}M"])
    lines = ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", f"DTSTART{tz}:{local(start)}", end]
    kind = rng.random()
    if kind < 0.15:
        return lines + ["END:VEVENT"]
    step = 7
    if kind < 0.8:
        step = 7 * rng.choice([1, 1, 1, 2])
        rule = f"FREQ=WEEKLY;INTERVAL={step // 7};BYDAY={DAYS[start.weekday()]}"
    else:
        step = rng.choice([1, 2, 3])
        rule = f"FREQ=DAILY;INTERVAL={step}"
    end_kind = rng.random()
    if end_kind < 0.3:
        rule += f";COUNT={rng.randint(2, 40)}"
    elif end_kind < 0.6:
        until = (start + timedelta(days=step * rng.randint(1, 40))).replace(tzinfo=ZoneInfo(zone))
        rule += f";UNTIL={utc(until)}"
    lines.append("RRULE:" + rule)
    instances = [start + timedelta(days=step * n) for n in range(1, 20)]
    picked = rng.sample(instances, 8)
    for instance in picked[: rng.randint(0, 3)]:
        lines.append(rng.choice([f"EXDATE{tz}:{local(instance)}",
                                 f"EXDATE:{utc(instance.replace(tzinfo=ZoneInfo(zone)))}"]))
    if rng.random() < 0.3:
        lines.append(f"RDATE{tz}:{local(start + timedelta(days=3, hours=1))}")
    lines.append("END:VEVENT")
    if "COUNT" in rule or "UNTIL" in rule:
        # Programs differ on an override of an occurrence that the rule does not have.
        return lines
    for instance in picked[4 : 4 + rng.randint(0, 3)]:
        moved = instance + timedelta(days=rng.randint(-2, 2), minutes=rng.choice([-60, 30, 120]))
        status = rng.random() < 0.3
        lines += ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260102T000000Z", "SEQUENCE:1", f"RECURRENCE-ID{tz}:{local(instance)}",
                  f"DTSTART{tz}:{local(moved)}", f"DTEND{tz}:{local(moved + timedelta(minutes=45))}"]
        lines += ["STATUS:CANCELLED"] if status else []
        lines.append("END:VEVENT")
    return lines


def whole_days(rng, uid):
    start = date(2026, 1, 5) + timedelta(days=rng.randint(0, 360))
    days = rng.randint(1, 10)
    lines = ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
             f"DTEND;VALUE=DATE:{start + timedelta(days=days):%Y%m%d}"]
    if rng.random() < 0.4:
        lines.append(f"RRULE:FREQ={rng.choice(['MONTHLY', 'YEARLY'])}" if start.day < 29 else "RRULE:FREQ=WEEKLY;INTERVAL=3")
    return lines + ["END:VEVENT"]


def instant(value):
    if isinstance(value, datetime):
        return utc(value)
    return utc(datetime(value.year, value.month, value.day, tzinfo=PRACTICE))


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    for _ in range(count):
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//oracle//EN"]
        for number in range(rng.randint(1, 4)):
            lines += timed(rng, f"t{number}") if rng.random() < 0.8 else whole_days(rng, f"d{number}")
        text = "\r\n".join(lines + ["END:VCALENDAR", ""])
        low = datetime(2026, 1, 1, 3, tzinfo=timezone.utc) + timedelta(days=rng.randint(0, 500))
        high = low + timedelta(days=rng.randint(1, 60))
        calendar = icalendar.Calendar.from_ical(text)
        found = set()
        for event in recurring_ical_events.of(calendar).between(low - timedelta(days=20), high + timedelta(days=2)):
            if event.get("STATUS") == "CANCELLED":
                continue
            start, end = instant(event.start), instant(event.end)
            if start < utc(high) and end > utc(low):
                found.add(f"{start}/{end}")
        print("|".join([base64.b64encode(text.encode()).decode(), utc(low), utc(high), ",".join(sorted(found))]))


if __name__ == "__main__":
    main()
