"""Recurrence rules by the letter of RFC 5545 3.3.10, slowly: every day of a period is looked at, every time of day made,
and what the rule does not mean is thrown away. It shares nothing with the program's way, which counts.

Where the RFC is silent or leaves a choice, this is the reading:
- DTSTART is always an instance (3.8.5.3); COUNT counts the rule's own.
- BYWEEKNO without a day means the weekday of DTSTART: what is missing is taken from DTSTART.
- The set that BYSETPOS counts is that of the whole period, also of the first one, before DTSTART.
- A week belongs to its numbered year, a YEARLY rule takes the days of calendar years.
"""

from datetime import date, datetime, time, timedelta

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
SHORT = {"HOURLY": timedelta(hours=1), "MINUTELY": timedelta(minutes=1), "SECONDLY": timedelta(seconds=1)}


class Rule:
    def __init__(self, text, start):
        self.start = start
        self.parts = dict(part.split("=") for part in text.split(";"))
        self.freq = self.parts["FREQ"]
        self.interval = int(self.parts.get("INTERVAL", 1))
        self.count = int(self.parts["COUNT"]) if "COUNT" in self.parts else None
        self.until = datetime.strptime(self.parts["UNTIL"], "%Y%m%dT%H%M%SZ") if "UNTIL" in self.parts else None
        self.wkst = DAYS.index(self.parts.get("WKST", "MO"))
        days = any(name in self.parts for name in ("BYDAY", "BYMONTHDAY", "BYYEARDAY"))
        if not days and self.freq == "WEEKLY" or not days and "BYWEEKNO" in self.parts:
            self.parts["BYDAY"] = DAYS[start.weekday()]
        elif not days and self.freq == "MONTHLY":
            self.parts["BYMONTHDAY"] = str(start.day)
        elif not days and self.freq == "YEARLY":
            self.parts["BYMONTHDAY"] = str(start.day)
            self.parts.setdefault("BYMONTH", str(start.month))

        self._numbers = {name: [int(item) for item in value.split(",")] for name, value in self.parts.items()
                         if name.startswith("BY") and name != "BYDAY"}
        self._days = [(DAYS.index(item[-2:]), int(item[:-2] or 0)) for item in self.parts.get("BYDAY", "").split(",")
                      if item]

    def numbers(self, name):
        return self._numbers.get(name)

    def own(self, low, high):
        """The rule's own instances, DTSTART or later, from low to before high, sorted."""
        found, left = [], self.count
        for period in self.periods(low, high):
            for instance in self.thinned(sorted(set(period))):
                if instance < self.start:
                    continue
                if instance >= high or left == 0 or self.until and instance > self.until:
                    return found
                if left is not None:
                    left -= 1
                if instance >= low:
                    found.append(instance)
        return found

    def thinned(self, instances):
        positions = self.numbers("BYSETPOS")
        if positions is None:
            return instances
        count = len(instances)
        indices = {p - 1 if p > 0 else count + p for p in positions}
        return [one for index, one in enumerate(instances) if index in indices]

    def periods(self, low, high):
        """The candidates of one period after another, up to high."""
        number = 0
        # Without a count nothing depends on the periods long before.
        skips = self.count is None
        while True:
            if self.freq == "YEARLY":
                if skips:
                    number = max(0, (low.year - self.start.year) // self.interval - 1)
                    skips = False
                first = date(self.start.year + number * self.interval, 1, 1)
                length = (date(first.year + 1, 1, 1) - first).days
            elif self.freq == "MONTHLY":
                if skips:
                    months = (low.year - self.start.year) * 12 + low.month - self.start.month
                    number = max(0, months // self.interval - 1)
                    skips = False
                month = self.start.year * 12 + self.start.month - 1 + number * self.interval
                first = date(month // 12, month % 12 + 1, 1)
                length = (date((month + 1) // 12, (month + 1) % 12 + 1, 1) - first).days
            elif self.freq in ("WEEKLY", "DAILY"):
                length = 7 if self.freq == "WEEKLY" else 1
                back = (self.start.weekday() - self.wkst) % 7 if length == 7 else 0
                origin = self.start.date() - timedelta(days=back)
                if skips:
                    number = max(0, (low.date() - origin).days // (length * self.interval) - 1)
                    skips = False
                first = origin + timedelta(days=number * length * self.interval)
            else:
                step = SHORT[self.freq]
                origin = self.start - timedelta(seconds=self.start.second * (step > SHORT["SECONDLY"]),
                                                minutes=self.start.minute * (step > SHORT["MINUTELY"]))
                if skips:
                    number = max(0, (low - origin) // (step * self.interval) - 1)
                    skips = False
                begin = origin + number * self.interval * step
                if begin >= high:
                    return
                yield self.within(begin)
                number += 1
                continue
            if datetime.combine(first, time()) >= high:
                return
            days = [first + timedelta(days=n) for n in range(length)]
            yield [datetime.combine(day, moment) for day in days if self.meets(day) for moment in self.times()]
            number += 1

    def times(self):
        return [time(hour, minute, second) for hour in self.numbers("BYHOUR") or [self.start.hour]
                for minute in self.numbers("BYMINUTE") or [self.start.minute]
                for second in self.numbers("BYSECOND") or [self.start.second]]

    def within(self, begin):
        """The candidates of an hour, a minute or a second."""
        hours, minutes, seconds = (self.numbers(name) for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
        if not self.meets(begin.date()) or hours is not None and begin.hour not in hours:
            return []
        if self.freq == "HOURLY":
            return [begin.replace(minute=minute, second=second) for minute in minutes or [self.start.minute]
                    for second in seconds or [self.start.second]]
        if minutes is not None and begin.minute not in minutes:
            return []
        if self.freq == "MINUTELY":
            return [begin.replace(second=second) for second in seconds or [self.start.second]]
        return [begin] if seconds is None or begin.second in seconds else []

    def meets(self, day):
        months, month_days, year_days, weeks = (
            self.numbers(name) for name in ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"))
        if months is not None and day.month not in months:
            return False
        year, month = calendar_of(day.year), calendar_of(day.year, day.month)
        if month_days is not None and not at(month, day, month_days):
            return False
        if year_days is not None and not at(year, day, year_days):
            return False
        if weeks is not None:
            number, last = self.week(day)
            if number not in weeks and number - last - 1 not in weeks:
                return False
        if self._days:
            around = month if self.freq == "MONTHLY" or months is not None else year
            return any(self.is_weekday(weekday, number, day, around) for weekday, number in self._days)
        return True

    @staticmethod
    def is_weekday(weekday, number, day, around):
        if day.weekday() != weekday:
            return False
        return number == 0 or at([one for one in around if one.weekday() == weekday], day, [number])

    def week(self, day):
        """The number of the day's week and of the last week of that week's year."""
        for year in (day.year - 1, day.year, day.year + 1):
            first, after = self.first_week(year), self.first_week(year + 1)
            if first <= day < after:
                return (day - first).days // 7 + 1, (after - first).days // 7
        raise AssertionError(day)

    def first_week(self, year):
        """The begin of the first week of which four days lie in the year."""
        fourth = date(year, 1, 4)
        return fourth - timedelta(days=(fourth.weekday() - self.wkst) % 7)


_known = {}


def calendar_of(year, month=None):
    """The days of a year or a month."""
    if (year, month) not in _known:
        first = date(year, month or 1, 1)
        last = date(year + 1, 1, 1) if month in (None, 12) else date(year, month + 1, 1)
        _known[year, month] = [first + timedelta(days=n) for n in range((last - first).days)]
    return _known[year, month]


def at(days, day, positions):
    """Whether the day stands at one of the positions, from 1, or from the end when negative."""
    return any(0 < abs(p) <= len(days) and days[p - 1 if p > 0 else p] == day for p in positions)
