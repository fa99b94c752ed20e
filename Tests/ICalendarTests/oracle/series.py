"""Series as calendars hold them, with the occurrences that recurring-ical-events finds.

    series.py COUNT SEED

A case is a calendar of one UID and one peculiarity, which its group names; each group has COUNT cases. Groups that
recurring-ical-events reads otherwise have their rows in explained.tsv.
"""

import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import icalendar
import letter
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON
from answers import DAYS, Dice, local, recurring, show, utc

ZONES = ["Europe/London", "America/New_York", "Australia/Sydney", "Asia/Kolkata"]
WINDOWS = {"Europe/London": "GMT Standard Time", "America/New_York": "Eastern Standard Time",
           "Australia/Sydney": "AUS Eastern Standard Time", "Asia/Kolkata": "India Standard Time"}
OWN = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0230
TZOFFSETTO:+0130
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:+0130
TZOFFSETTO:+0230
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE""".split("\n")


class Case:
    """A weekly or daily series of 30 to 90 minutes in a zone, to which a group adds what it is about."""

    def __init__(self, dice):
        self.dice = dice
        self.zone = dice.choice(ZONES)
        self.tz = f";TZID={self.zone}"
        self.start = datetime(2026, 1, 5) + timedelta(
            days=dice.number(0, 300), hours=dice.number(6, 20), minutes=dice.choice([0, 15, 30]))
        self.minutes = dice.choice([30, 50, 60, 90])
        self.step = dice.choice([1, 2, 7, 7, 7, 14])
        self.rule = (f"FREQ=DAILY;INTERVAL={self.step}" if self.step < 7 else
                     f"FREQ=WEEKLY;INTERVAL={self.step // 7};BYDAY={DAYS[self.start.weekday()]}")
        self.header, self.extra, self.others = [], [], []
        self.low = datetime(2026, 1, 1, 3, tzinfo=timezone.utc) + timedelta(days=dice.number(0, 400))
        self.high = self.low + timedelta(days=dice.number(1, 90))

    def nth(self, number):
        """The nth instance after the first, as local time."""
        return self.start + timedelta(days=self.step * number)

    def aware(self, moment):
        return moment.replace(tzinfo=ZoneInfo(self.zone))

    def begin(self):
        return f"DTSTART{self.tz}:{local(self.start)}"

    def end(self):
        if self.dice.chance(0.5):
            return f"DURATION:PT{self.minutes}M"
        return f"DTEND{self.tz}:{local(self.start + timedelta(minutes=self.minutes))}"

    def change(self, number, moved, minutes=None, parameters="", lines=(), written=None):
        """An override of the nth instance."""
        which = written or f"RECURRENCE-ID{parameters}{self.tz}:{local(self.nth(number))}"
        last = moved + timedelta(minutes=minutes or self.minutes)
        self.others += ["BEGIN:VEVENT", "UID:a", "DTSTAMP:20260102T000000Z", "SEQUENCE:1", which,
                        f"DTSTART{self.tz}:{local(moved)}", f"DTEND{self.tz}:{local(last)}", *lines, "END:VEVENT"]

    def text(self):
        rule = [f"RRULE:{self.rule}"] if self.rule else []
        return "\r\n".join(
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//oracle//EN", *self.header, "BEGIN:VEVENT", "UID:a",
             "DTSTAMP:20260101T000000Z", self.begin(), *([last] if (last := self.end()) else []), *rule, *self.extra,
             "END:VEVENT", *self.others, "END:VCALENDAR", ""])


def single(case):
    case.rule = ""
    case.low, case.high = case.low.replace(month=1, day=1), case.low.replace(month=1, day=1) + timedelta(days=700)


def endless(case):
    pass


def count(case):
    case.rule += f";COUNT={case.dice.number(1, 60)}"


def until_utc(case):
    """At the instance, a second before it, or anywhere; also beyond a change of the clocks."""
    moment = case.aware(case.nth(case.dice.number(0, 60)))
    case.rule += f";UNTIL={utc(moment + timedelta(seconds=case.dice.choice([0, 0, -1, 1, 40_000])))}"


def until_date(case):
    case.rule += f";UNTIL={case.nth(case.dice.number(0, 60)):%Y%m%d}"


def until_local(case):
    case.rule += f";UNTIL={local(case.nth(case.dice.number(0, 60)))}"


def until_before_start(case):
    case.rule += f";UNTIL={utc(case.aware(case.start - timedelta(days=case.dice.number(1, 40))))}"
    case.low, case.high = utc_day(case.start, -50), utc_day(case.start, 50)


def decades_old(case):
    case.start = case.start.replace(year=case.dice.number(1971, 1990))
    case.rule = case.rule.split(";BYDAY")[0]


def decades_old_count(case):
    decades_old(case)
    case.rule += f";COUNT={case.dice.number(1_000, 20_000)}"


def hourly(case):
    case.rule = f"FREQ=HOURLY;INTERVAL={case.dice.choice([5, 7, 25])}"
    case.zone, case.tz = "UTC", ""
    case.begin = lambda: f"DTSTART:{local(case.start)}Z"
    case.end = lambda: "DURATION:PT20M"
    case.low = utc_day(case.start, case.dice.number(-1, 30))
    case.high = case.low + timedelta(days=6)


def monthly(case):
    number = case.dice.choice([1, 2, 3, 4, -1, -2])
    case.rule = case.dice.choice([f"FREQ=MONTHLY;BYDAY={number}{case.dice.choice(DAYS)}",
                                  f"FREQ=MONTHLY;BYMONTHDAY={case.dice.choice([1, 15, 28, 31, -1])}"])
    # DTSTART on its rule: the first instance of the first three months.

    naive = letter.Rule(case.rule, case.start).own(case.start, case.start + timedelta(days=90))
    case.start = naive[0] if naive else case.start


def start_off_rule(case):
    case.rule = "FREQ=WEEKLY;BYDAY=" + DAYS[(case.start.weekday() + case.dice.number(1, 6)) % 7]
    case.low, case.high = utc_day(case.start, -5), utc_day(case.start, case.dice.number(5, 60))


def rdate(case):
    for _ in range(case.dice.number(1, 5)):
        extra = case.start + timedelta(days=case.dice.number(1, 100), hours=1)
        # Sometimes one that the rule has as well.
        extra = case.dice.choice([extra, extra, case.nth(case.dice.number(1, 20))])
        case.extra.append(case.dice.choice([f"RDATE{case.tz}:{local(extra)}", f"RDATE:{utc(case.aware(extra))}"]))


def rdate_alone(case):
    case.rule = ""
    rdate(case)


def rdate_period(case):
    for _ in range(case.dice.number(1, 3)):
        extra = case.start + timedelta(days=case.dice.number(1, 100), hours=2)
        length = case.dice.choice(["PT2H", "PT45M", utc(case.aware(extra + timedelta(hours=3)))])
        case.extra.append(f"RDATE;VALUE=PERIOD:{utc(case.aware(extra))}/{length}")


def exdate(case):
    for number in case.dice.sample(range(20), case.dice.number(1, 8)):
        moment = case.nth(number)
        case.extra.append(case.dice.choice(
            [f"EXDATE{case.tz}:{local(moment)}", f"EXDATE:{utc(case.aware(moment))}"]))


def exdate_many(case):
    """Hundreds on one line, as Outlook writes them."""
    moments = [case.nth(number) for number in range(600) if number % 7]
    case.extra.append(f"EXDATE{case.tz}:" + ",".join(local(moment) for moment in moments))


def exdate_day(case):
    case.extra += [f"EXDATE;VALUE=DATE:{case.nth(number):%Y%m%d}" for number in case.dice.sample(range(20), 4)]


def exdate_of_rdate(case):
    extra = case.start + timedelta(days=3, hours=1)
    case.extra += [f"RDATE{case.tz}:{local(extra)}", f"EXDATE{case.tz}:{local(extra)}"]


def moved(case):
    for number in case.dice.sample(range(1, 20), case.dice.number(1, 4)):
        case.change(number, case.nth(number) + timedelta(
            days=case.dice.number(-2, 2), minutes=case.dice.choice([-60, 30, 120])), minutes=case.dice.choice([20, 45]))


def moved_far(case):
    number = case.dice.number(1, 20)
    case.change(number, case.nth(number) + timedelta(days=case.dice.choice([-200, -30, 30, 200])))


def cancelled(case):
    for number in case.dice.sample(range(20), 3):
        case.change(number, case.nth(number), lines=["STATUS:CANCELLED"])


def moved_and_excluded(case):
    number = case.dice.number(1, 10)
    case.extra.append(f"EXDATE{case.tz}:{local(case.nth(number))}")
    case.change(number, case.nth(number) + timedelta(hours=2))


def change_in_utc(case):
    number = case.dice.number(1, 20)
    case.change(number, case.nth(number) + timedelta(minutes=30),
                written=f"RECURRENCE-ID:{utc(case.aware(case.nth(number)))}")


def change_of_none(case):
    """An override of an instance that the series does not have."""
    number = case.dice.number(1, 10)
    case.change(number, case.nth(number) + timedelta(hours=1),
                written=f"RECURRENCE-ID{case.tz}:{local(case.nth(number) + timedelta(minutes=7))}")


def orphan(case):
    case.change(3, case.nth(3) + timedelta(hours=1))
    case.text = lambda: "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//oracle//EN", *case.others,
                                     "END:VCALENDAR", ""])


def this_and_future(case):
    """The rest of the series at another time of the same day."""
    number = case.dice.number(1, 12)
    case.change(number, case.nth(number) + timedelta(minutes=case.dice.choice([-90, 30, 60])),
                parameters=";RANGE=THISANDFUTURE")


def this_and_future_longer(case):
    number = case.dice.number(1, 12)
    case.change(number, case.nth(number), minutes=case.minutes + 30, parameters=";RANGE=THISANDFUTURE")


def this_and_future_other_day(case):
    number = case.dice.number(1, 12)
    case.change(number, case.nth(number) + timedelta(days=1), parameters=";RANGE=THISANDFUTURE")


def newer(case):
    """The same UID twice; the higher SEQUENCE holds."""
    later = case.start + timedelta(hours=1)
    case.others += ["BEGIN:VEVENT", "UID:a", "DTSTAMP:20260103T000000Z", "SEQUENCE:3", f"DTSTART{case.tz}:{local(later)}",
                    "DURATION:PT40M", f"RRULE:{case.rule}", "END:VEVENT"]


def floating(case):
    case.zone, case.tz = "Europe/London", ""


def floating_named(case):
    case.zone, case.tz = case.dice.choice(ZONES[1:]), ""
    case.header.append(f"X-WR-TIMEZONE:{case.zone}")


def named_and_utc(case):
    case.header.append(f"X-WR-TIMEZONE:{case.zone}")
    case.tz = ""
    case.begin = lambda: f"DTSTART:{utc(case.aware(case.start))}"
    case.end = lambda: f"DTEND:{utc(case.aware(case.start + timedelta(minutes=case.minutes)))}"
    case.rule = f"FREQ=DAILY;INTERVAL={case.step}"


def windows_zone(case):
    case.tz = f";TZID={WINDOWS[case.zone]}"


def mozilla_zone(case):
    case.tz = f";TZID=/mozilla.org/20050126_1/{case.zone}"


def own_zone(case):
    case.zone, case.tz = "Europe/London", ";TZID=Customized Time Zone"
    case.header += OWN


def gap(case):
    """Through 29 March 2026, 01:30 in London, which the clocks skip."""
    case.zone, case.tz = "Europe/London", ";TZID=Europe/London"
    case.start, case.rule = datetime(2026, 3, 26, 1, 30) + timedelta(days=case.dice.number(-3, 3)), "FREQ=DAILY"
    case.low = datetime(2026, 3, 20, tzinfo=timezone.utc)
    case.high = case.low + timedelta(days=20)


def twice(case):
    """Through 25 October 2026, 01:30 in London, which comes twice."""
    case.zone, case.tz = "Europe/London", ";TZID=Europe/London"
    case.start, case.rule = datetime(2026, 10, 22, 1, 30) + timedelta(days=case.dice.number(-3, 3)), "FREQ=DAILY"
    case.low = datetime(2026, 10, 15, tzinfo=timezone.utc)
    case.high = case.low + timedelta(days=20)


def over_midnight(case):
    case.start = case.start.replace(hour=22)
    case.minutes = 300


def day_of_duration(case):
    """A DURATION of a day keeps the wall clock, also across a change of the clocks."""
    case.step, case.rule = 14, "FREQ=WEEKLY;INTERVAL=2"
    case.end = lambda: "DURATION:P1D"


def day_of_end(case):
    """DTEND a day later: 24 hours, or the same wall clock."""
    case.step, case.rule = 14, "FREQ=WEEKLY;INTERVAL=2"
    case.end = lambda: f"DTEND{case.tz}:{local(case.start + timedelta(days=1))}"


def without_end(case):
    case.end = lambda: ""


def days(case):
    """Whole days, alone or repeated."""
    length = case.dice.number(1, 10)
    case.begin = lambda: f"DTSTART;VALUE=DATE:{case.start:%Y%m%d}"
    case.end = lambda: case.dice.choice(
        [f"DTEND;VALUE=DATE:{case.start + timedelta(days=length):%Y%m%d}", f"DURATION:P{length}D"])
    case.rule = case.dice.choice(["", "FREQ=WEEKLY;INTERVAL=3", "FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=DAILY;INTERVAL=11"])


def day_without_end(case):
    days(case)
    case.end = lambda: ""


def days_until(case):
    days(case)
    last = case.start + timedelta(days=7 * case.dice.number(0, 30))
    case.rule = f"FREQ=WEEKLY;UNTIL={last:%Y%m%d}"


def days_until_time(case):
    days(case)
    last = case.start + timedelta(days=7 * case.dice.number(0, 30))
    case.rule = f"FREQ=WEEKLY;UNTIL={last:%Y%m%d}T{case.dice.choice(['000000', '235959'])}Z"


def days_excluded(case):
    days(case)
    case.rule = "FREQ=WEEKLY"
    case.extra += [f"EXDATE;VALUE=DATE:{case.start + timedelta(days=7 * number):%Y%m%d}"
                   for number in case.dice.sample(range(20), 5)]


def days_moved(case):
    days(case)
    case.rule = "FREQ=WEEKLY"
    old = case.start + timedelta(days=7 * case.dice.number(1, 20))
    new = old + timedelta(days=case.dice.number(-3, 3))
    case.others += ["BEGIN:VEVENT", "UID:a", "DTSTAMP:20260102T000000Z", "SEQUENCE:1",
                    f"RECURRENCE-ID;VALUE=DATE:{old:%Y%m%d}", f"DTSTART;VALUE=DATE:{new:%Y%m%d}",
                    f"DTEND;VALUE=DATE:{new + timedelta(days=2):%Y%m%d}", "END:VEVENT"]


GROUPS = [
    single, endless, count, until_utc, until_date, until_local, until_before_start, decades_old, decades_old_count, hourly,
    monthly, start_off_rule, rdate, rdate_alone, rdate_period, exdate, exdate_many, exdate_day, exdate_of_rdate, moved,
    moved_far, cancelled, moved_and_excluded, change_in_utc, change_of_none, orphan, this_and_future,
    this_and_future_longer, this_and_future_other_day, newer, floating, floating_named, named_and_utc, windows_zone,
    mozilla_zone, own_zone, gap, twice, over_midnight, day_of_duration, day_of_end, without_end, days, day_without_end,
    days_until, days_until_time, days_excluded, days_moved]


# With changes of half an hour, in the other half of the year, in winter, at midnight, on a Friday, or none at all.
ODD_ZONES = """Africa/Cairo Africa/Casablanca America/Anchorage America/Argentina/Buenos_Aires America/Asuncion America/Havana
America/Indiana/Indianapolis America/Nuuk America/Phoenix America/Santiago America/St_Johns America/Toronto
Antarctica/Troll Asia/Beirut Asia/Gaza Asia/Jerusalem Asia/Kathmandu Asia/Tehran Asia/Tokyo Atlantic/Azores
Australia/Adelaide Australia/Lord_Howe Europe/Chisinau Europe/Dublin Europe/Istanbul Europe/Moscow Pacific/Apia
Pacific/Auckland Pacific/Chatham Pacific/Easter Pacific/Kiritimati Pacific/Norfolk""".split()


def zones():
    """A weekly series through the year in every zone that Windows names, by that name, and in odd ones."""
    for name in [*sorted(WINDOWS_TO_OLSON), *ODD_ZONES]:
        case = Case(Dice(len(name)))
        case.tz, case.start, case.rule = f';TZID="{name}"', datetime(2026, 1, 5, 9, 15), "FREQ=WEEKLY"
        case.low = datetime(2026, 1, 1, tzinfo=timezone.utc)
        case.high = case.low + timedelta(days=730)
        yield name, case


def utc_day(moment, offset):
    return datetime(moment.year, moment.month, moment.day, tzinfo=timezone.utc) + timedelta(days=offset)


def tell(group, name, case):
    text = case.text()
    try:
        found = recurring([icalendar.Calendar.from_ical(text)], case.low, case.high)
    except Exception:  # Whatever it stumbles over, the series is not read.
        found = {}
    show(f"series/{group}", name, case.low, case.high, {"recurring-ical-events": found}, text=text)


def main():
    size, seed = int(sys.argv[1]), int(sys.argv[2])
    for index, group in enumerate(GROUPS):
        dice = Dice(seed * 1_000 + index)
        for number in range(size):
            case = Case(dice)
            group(case)
            tell(group.__name__.replace("_", "-"), number, case)
    for name, case in zones():
        tell("zones", name, case)


if __name__ == "__main__":
    main()
