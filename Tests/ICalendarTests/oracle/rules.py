"""Recurrence rules with the instances that python-dateutil finds, and those by the letter of the RFC (letter.py).

    rules.py COUNT SEED

Half of the rules are realistic, the others join parts that nobody joins. dateutil is not asked where it would search for
an instance up to the year 9999: such a rule is held against the letter alone. The group names what dateutil is known to read
otherwise; each such group has its row in explained.tsv.
"""

import sys
from datetime import datetime, timedelta, timezone

from answers import DAYS, Dice, show
from dateutil.rrule import rrulestr
from letter import Rule


def joined(values):
    return ",".join(str(value) for value in values)


def written(parts):
    return ";".join(f"{name}={value}" for name, value in parts.items())


def draw(dice, nasty):
    """The parts of a rule."""
    if nasty:
        freq = dice.choice(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"])
    else:
        freq = dice.choice(["WEEKLY"] * 5 + ["MONTHLY"] * 3 + ["YEARLY", "DAILY"])
    parts = {"FREQ": freq}
    if dice.chance(0.5):
        parts["INTERVAL"] = dice.choice([1, 2, 2, 3, 4, 6, 13] + ([100, 1000] if nasty else []))
    rare = 0.3 if nasty else 0.0
    if dice.chance(0.3):
        parts["WKST"] = dice.choice(DAYS)
    if dice.chance(0.4 if nasty else 0.1):
        parts["BYMONTH"] = joined(dice.some(range(1, 13), 4))
    numbered = freq in ("MONTHLY", "YEARLY")
    if dice.chance(0.6):
        days = dice.some(DAYS, 4)
        if numbered and dice.chance(0.6):
            top = 5 if freq == "MONTHLY" or "BYMONTH" in parts else 53
            days = [f"{dice.choice([-1, 1]) * dice.number(1, top)}{day}" for day in days]
        parts["BYDAY"] = joined(days)
    if freq != "WEEKLY" and dice.chance(0.4 if numbered else rare):
        parts["BYMONTHDAY"] = joined(dice.some([*range(1, 32), -1, -2, -3, -15, -31], 3))
    if nasty and freq in ("YEARLY", "HOURLY", "MINUTELY", "SECONDLY") and dice.chance(0.2):
        parts["BYYEARDAY"] = joined(dice.some([1, 2, 59, 60, 61, 100, 200, 365, 366, -1, -2, -365, -366], 4))
    if nasty and freq == "YEARLY" and dice.chance(0.3):
        parts["BYWEEKNO"] = joined(dice.some([1, 2, 10, 20, 51, 52, 53, -1, -52, -53], 3))
        if "BYDAY" in parts:
            parts["BYDAY"] = joined(dice.some(DAYS, 3))
    if dice.chance(rare):
        parts["BYHOUR"] = joined(dice.some(range(24), 3))
    if dice.chance(rare):
        parts["BYMINUTE"] = joined(dice.some(range(60), 3))
    if nasty and dice.chance(0.15):
        parts["BYSECOND"] = joined(dice.some(range(60), 2))
    if any(name.startswith("BY") for name in parts) and dice.chance(0.3 if nasty else 0.15):
        many = freq in ("YEARLY", "MONTHLY") or freq == "WEEKLY" and "," in parts.get("BYDAY", "")
        parts["BYSETPOS"] = joined(dice.some([1, 2, 3, 5, -1, -2] if many else [1, -1], 2))
    return parts


def may_search_long(parts):
    """dateutil would look for the next instance up to the year 9999."""
    dates = [name for name in ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYDAY") if name in parts]
    if parts["FREQ"] in ("MINUTELY", "SECONDLY"):
        return bool(dates) or parts.get("INTERVAL", 1) > 6
    if parts["FREQ"] == "HOURLY":
        return len(dates) > 1 or parts.get("INTERVAL", 1) > 6
    return parts["FREQ"] == "WEEKLY" and set(parts.get("BYSETPOS", "").split(",")) & {"3", "5", "-2", "2"}


def groups(parts, start, is_off):
    """By what dateutil is known to read otherwise."""
    names = []
    if is_off:
        names.append("start-off-rule")
    if "BYWEEKNO" in parts:
        has_day = any(name in parts for name in ("BYDAY", "BYMONTHDAY", "BYYEARDAY"))
        names.append("week-number" if has_day else "week-number-alone")
    if parts["FREQ"] == "WEEKLY" and "BYSETPOS" in parts:
        names.append("weekly-position")
    return "+".join(names) or "plain"


def case(dice, number):
    nasty = number % 2 == 1
    parts = draw(dice, nasty)
    freq = parts["FREQ"]
    start = datetime(dice.number(1995, 2026), dice.number(1, 12), dice.number(1, 28), dice.choice([0, 7, 9, 13, 23]),
                     dice.choice([0, 0, 15, 30]), dice.choice([0, 0, 0, 30]) if nasty else 0)
    short = freq in ("HOURLY", "MINUTELY", "SECONDLY")
    span = {"HOURLY": 9, "MINUTELY": 0.3, "SECONDLY": 0.01}.get(freq, dice.choice([30, 90, 400, 1200]))
    ahead = dice.choice([0, 0, 1]) if short else dice.choice([0, 0, 30, 300, 300, 3000])
    if freq == "SECONDLY":
        ahead = 0
    if dice.chance(0.7):
        # As programs write it: DTSTART is the first instance of its rule.
        first = Rule(written(parts), start).own(start, start + timedelta(days=0.05 if short else 400))
        start = first[0] if first else start
    low = start + timedelta(days=ahead - 3)
    high = low + timedelta(days=3 + span)
    ending = dice.number(0, 19)
    if ending < 5:
        parts["COUNT"] = dice.choice([1, 2, 5, 10, 30, 200])
    elif ending < 9:
        until = start + timedelta(days=dice.choice([0, 1, 30, 365, 4000]), hours=dice.choice([0, 0, 5]))
        parts["UNTIL"] = until.strftime("%Y%m%dT%H%M%SZ")
    text = written(parts)
    rule = Rule(text, start)
    own = rule.own(min(low, start), high)
    by_letter = sorted({one for one in [start, *own] if low <= one < high})
    stamp = "%Y%m%dT%H%M%SZ"
    answers = {"letter": {"a": [one.strftime(stamp) for one in by_letter]}}
    if own and not may_search_long(parts):
        theirs = dateutil(text, start, low, high, parts.get("COUNT"))
        answers["dateutil"] = {"a": [one.strftime(stamp) for one in theirs]}
    show(f"rules/{groups(parts, start, own[:1] != [start])}", f"{number} {text}", low.replace(tzinfo=timezone.utc),
         high.replace(tzinfo=timezone.utc), answers, text=f"DTSTART:{start.strftime(stamp)}\nRRULE:{text}")


def dateutil(text, start, low, high, count):
    rule = rrulestr(text.replace("Z", "") if "UNTIL" in text else text, dtstart=start)
    if "UNTIL" not in text:
        rule = rule.replace(until=high)
    found = []
    for steps, instance in enumerate(rule):
        if instance >= high or count is not None and steps >= count or steps > 200_000:
            break
        if instance >= low:
            found.append(instance)
    return found


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    dice = Dice(seed)
    for number in range(count):
        case(dice, number)


if __name__ == "__main__":
    main()
