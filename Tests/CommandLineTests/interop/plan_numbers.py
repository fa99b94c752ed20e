"""Counts in plan.json what the numbers of report.html say they count."""

import collections
import re
import urllib.parse


def count(plan, tally):
    """The number that a tally stands for: what is counted, then `name=value`, values of one name being alternatives."""
    what, *narrowing = tally.split(" ")
    wanted = collections.defaultdict(list)
    for part in narrowing:
        name, value = part.split("=", 1)
        wanted[name].append(urllib.parse.unquote(value))
    return COUNTERS[what](plan, wanted)


def absence_of(plan, session):
    """The place of the first absence that the session overlaps; `none` where nobody is away."""
    found = [(each["start"], each["end"], str(index)) for index, each in enumerate(plan["absences"])
             if each["clinician"] == session["clinician"] and each["start"] < session["end"] and session["start"] < each["end"]]
    return min(found)[2] if found else "none"


def sessions(plan, wanted):
    def fits(session):
        facts = {"outcome": session["outcome"], "need": session["need"], "absence": absence_of(plan, session)}
        return all(facts[name] in values for name, values in wanted.items())
    return sum(map(fits, plan["sessions"]))


def covers(plan, wanted):
    return sum(1 for session in plan["sessions"]
               if session["by"] in wanted["by"] and session["clinician"] != session["by"]
               and (not wanted["for"] or session["clinician"] in wanted["for"]))


def contact_days(plan, wanted):
    return sum(1 for each in plan["absences"] for day in each["contacts"] if day["by"] in wanted["by"])


def supervisor_days(plan, wanted):
    return sum(1 for each in plan["absences"] for day in each["supervisors"] if day["by"] in wanted["by"])


def meetings(plan, wanted):
    return sum(1 for each in plan["absences"] for meeting in each["handovers"] + each["handbacks"]
               if meeting["by"] in wanted["by"])


def tier(plan, wanted):
    return next(each for each in plan["tiers"] if each["name"] in wanted["name"])[wanted["field"][0]]


def load(plan, wanted):
    week = next(each for each in plan["load"] if each["clinician"] in wanted["clinician"] and each["week"] in wanted["week"])
    field = wanted["field"][0]
    return week["own"] + week["cover"] if field == "sessions" else week[field]


def ledger(plan, wanted):
    return next(each for each in plan["ledger"] if each["file"] in wanted["file"])[wanted["field"][0]]


def day(plan, wanted):
    """Cover that somebody gives on a day, or sessions of theirs that nobody covers."""
    from zoneinfo import ZoneInfo
    from datetime import datetime
    zone = ZoneInfo(plan["timezone"])

    def date(text):
        return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(zone).date().isoformat()

    [who], [when] = wanted["clinician"], wanted["date"]
    if wanted["what"] == ["covers"]:
        return sum(1 for each in plan["sessions"]
                   if each["by"] == who and each["clinician"] != who and date(each["at"]) == when)
    return sum(1 for each in plan["sessions"]
               if each["clinician"] == who and each["outcome"] == "uncovered" and date(each["start"]) == when)


COUNTERS = {"sessions": sessions, "covers": covers, "contact-days": contact_days, "supervisor-days": supervisor_days,
            "meetings": meetings, "tier": tier, "load": load, "ledger": ledger, "day": day}


def headline(plan):
    """The numbers of the page's first sentence, in its order."""
    outcomes = collections.Counter(each["outcome"] for each in plan["sessions"])
    must = sum(1 for each in plan["sessions"] if each["outcome"] == "uncovered" and each["need"] == "required")
    if not plan["sessions"]:
        return []
    numbers = [len(plan["sessions"]), outcomes["covered"] + outcomes["moved"], outcomes["moved"], outcomes["waiting"],
               outcomes["none"] + outcomes["closed"], outcomes["uncovered"], must]
    return numbers[:2] + [number for number in numbers[2:] if number]


def numbers_in(text):
    return [int(number) for number in re.findall(r"\d+", text)]
