#!/usr/bin/env python3
"""Writes a made-up practice of any size: practice.yaml, clients.csv, a calendar a clinician, closures, leave.

Equal options give equal files. Nobody in them exists. The number of affected sessions (those that fall into their
clinician's leave, closures left out) is met exactly.

    generate_practice.py OUT --preset practice
    generate_practice.py OUT --clinicians 40 --away 10 --affected 200 --weeks 6 --seed 1 --tightness 0.4
"""

import argparse
import csv
import datetime as dt
import random
import sys
from pathlib import Path

FROM = dt.date(2027, 1, 11)  # a Monday
ZONE = "Europe/London"

PRESETS = {
    # clinicians, away, affected sessions, weeks, tightness
    "practice": (40, 10, 200, 6, 0.35),
    "group": (200, 40, 700, 6, 0.35),
    "tight": (200, 40, 2000, 6, 0.9),
    "network": (1000, 200, 10000, 6, 0.6),
}

FIRST = """Ada Amir Anika Arlo Asha Bea Bruno Carys Cleo Dara Dilan Edda Elif Emre Enya Esme Farah Finn Freya Gaia Gus
Hana Hugo Ida Imran Ines Isla Ivo Jara Jonas Juno Kaya Kian Lale Lars Leona Lior Lotte Luca Maia Malik Marlo Mina Nadia
Nils Noor Odile Omar Orla Otto Petra Priya Quinn Rafi Rhea Rolf Rosa Ruben Saba Sami Selma Sena Silas Sofia Stellan
Suri Tarek Tess Theo Tilda Toma Ulla Uma Vera Viggo Willa Xenia Yael Yara Yusuf Zara Zeno""".split()
LAST_A = """Ash Birch Black Bright Brook Clay Cold Dale East Fair Fern Field Glen Gold Gran Green Hard Hart Hazel High
Holm Kirk Lang Lind Long Mar Marsh Mill Moor Nor Oak Pen Rad Red Rock Rose Rush Sand Shaw Silver Stan Stone Thorn Wal
West White Wild Win Wood York""".split()
LAST_B = """bank bourne bury by combe croft dale den field ford gate ham hurst land ley low man mere more rick shaw side
ton wall well wick worth yard""".split()

SPECIALTIES = [  # with the share of clinicians who have them
    ("anxiety", 0.8), ("depression", 0.75), ("bereavement", 0.45), ("trauma", 0.4), ("couples", 0.3), ("ocd", 0.3),
    ("child", 0.25), ("eating", 0.2), ("addiction", 0.2), ("emdr", 0.18), ("autism", 0.15), ("psychosis", 0.1),
]
LANGUAGES = [("fr", 0.08), ("pl", 0.06), ("ar", 0.05), ("es", 0.06), ("ur", 0.05), ("cy", 0.04)]
BACKGROUNDS = ["buddhist", "christian", "jewish", "muslim", "secular", "veteran", "lgbtq"]
PAYERS = ["bupa", "axa", "vitality", "aviva"]
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR"]
DAY_NAMES = ["mon", "tue", "wed", "thu", "fri"]
HOURS = [9, 10, 11, 12, 14, 15, 16]  # sessions of 50 minutes begin on these; 13 is lunch


class Clinician:
    def __init__(self, number, rng, sites):
        self.name = f"{FIRST[number % len(FIRST)]} {LAST_A[number // len(FIRST) % len(LAST_A)]}son"
        self.id = f"{self.name.lower().replace(' ', '-')}-{number}"
        self.email = f"{self.id}@practice.example"
        self.fte = rng.choices([1, 0.8, 0.6], [6, 3, 2])[0]
        self.days = sorted(rng.sample(range(5), {1: 5, 0.8: 4, 0.6: 3}[self.fte]))
        self.specialties = [name for name, share in SPECIALTIES if rng.random() < share] or ["anxiety"]
        self.languages = ["en"] + [name for name, share in LANGUAGES if rng.random() < share]
        self.background = [name for name in BACKGROUNDS if rng.random() < 0.12]
        self.gender = rng.choices(["female", "male"], [7, 3])[0]
        self.sites = sorted(rng.sample(sites, min(len(sites), rng.choice([1, 2, 2, 3]))))
        self.online = rng.random() < 0.9
        self.payers = sorted(rng.sample(PAYERS, rng.randint(2, 4))) if rng.random() < 0.5 else None
        self.trainee = rng.random() < 0.1
        self.supervises = not self.trainee and rng.random() < 0.25
        self.supervisor = None
        self.takes_cover = rng.random() < 0.94
        self.cover_per_week = None
        self.series = []
        self.busy = []
        self.leave = None  # (first day, last day)


class Client:
    def __init__(self, number, clinician, rng, colleagues):
        first = number % len(FIRST)
        rest = number // len(FIRST)
        last = LAST_A[(rest + first) % len(LAST_A)] + LAST_B[rest // len(LAST_A) % len(LAST_B)]
        self.name = f"{FIRST[first]} {last}"
        self.id = f"C{number:05d}"
        self.email = f"{self.id.lower()}@client.example"
        self.clinician = clinician
        self.risk = "high" if rng.random() < 0.12 else "standard"
        self.cover = rng.choices(["auto", "required", "preferred", "wait", "none"], [86, 4, 4, 4, 2])[0]
        wanted = [s for s in clinician.specialties if s not in ("anxiety", "depression")]
        self.needs = rng.sample(wanted, 1) if wanted and rng.random() < 0.3 else []
        spoken = clinician.languages[1:]
        self.language = rng.choice(spoken) if spoken and rng.random() < 0.1 else ""
        self.prefers = [rng.choice(["female", "female", "male"])] if rng.random() < 0.25 else []
        if clinician.background and rng.random() < 0.1:
            self.prefers.append(rng.choice(clinician.background))
        self.avoid = [rng.choice(colleagues).id] if rng.random() < 0.05 else []
        self.avoid = [a for a in self.avoid if a != clinician.id]
        self.consent = rng.choices(["yes", "ask", "no"], [90, 9, 1])[0]
        payers = clinician.payers or PAYERS
        self.payer = rng.choice(payers) if rng.random() < 0.25 else ""
        self.jurisdiction = "GB" if rng.random() < 0.5 else ""
        self.times = ""  # when they could come; known where sessions may be moved


class Series:
    """A weekly or fortnightly session or meeting: on a weekday, at an hour."""

    def __init__(self, uid, clinician, day, hour, clients, place, fortnightly, parity, begun):
        self.uid, self.clinician, self.day, self.hour = uid, clinician, day, hour
        self.clients, self.place = clients, place
        self.interval = 2 if fortnightly else 1
        # The first occurrence: so many weeks before the window, in step with the parity.
        self.first = FROM + dt.timedelta(days=day) - dt.timedelta(weeks=begun * 2 + parity)
        self.minutes = 50 if clients else 60
        self.out = set()  # dates without it (EXDATE)
        self.moved = {}  # date -> hour on that date (RECURRENCE-ID)

    def dates(self, first, last):
        """Its dates from first to last, both included, exceptions left out."""
        day = first + dt.timedelta(days=(self.day - first.weekday()) % 7)
        while day <= last:
            if (day - self.first).days // 7 % self.interval == 0 and day >= self.first and day not in self.out:
                yield day
            day += dt.timedelta(days=7)


def make(options):
    rng = random.Random(options.seed)
    sites = [f"site-{n + 1}" for n in range(max(2, min(12, options.clinicians // 15)))]
    clinicians = [Clinician(n, rng, sites) for n in range(options.clinicians)]
    supervisors = [c for c in clinicians if c.supervises]
    for clinician in clinicians:
        if supervisors and (clinician.trainee or rng.random() < 0.5):
            clinician.supervisor = rng.choice([s for s in supervisors if s is not clinician] or [None])
    clients = []
    for clinician in clinicians:
        make_series(clinician, clinicians, clients, options, rng)
    last = FROM + dt.timedelta(weeks=options.weeks, days=-1)
    closure = last - dt.timedelta(days=last.weekday() - 4 if last.weekday() >= 4 else 0)
    closures = [closure] if options.weeks > 1 else []
    affected = give_leave(clinicians, closures, options, rng)
    limit_cover(clinicians, affected, options, rng)
    if options.move_within:
        give_times(clients, random.Random(options.seed))
    return sites, clinicians, clients, closures, affected


def make_series(clinician, clinicians, clients, options, rng):
    slots = [(day, hour) for day in clinician.days for hour in HOURS]
    rng.shuffle(slots)
    usual = options.series * (0.5 + clinician.fte / 2)
    count = min(len(slots) - 3, max(1, round(usual + rng.choice([-2, -1, 0, 1, 2]))))
    for number, (day, hour) in enumerate(slots[:count]):
        here = [Client(len(clients), clinician, rng, clinicians)]
        clients.append(here[0])
        if "couples" in clinician.specialties and rng.random() < 0.08:
            here.append(Client(len(clients), clinician, rng, clinicians))
            clients.append(here[1])
            here[0].needs = here[1].needs = ["couples"]
        place = "online" if clinician.online and rng.random() < 0.3 else rng.choice(clinician.sites)
        if rng.random() < 0.15:
            place = None
        series = Series(
            f"{options.seed}-{clinician.id}-{number}@calendar.example", clinician, day, hour, here, place,
            rng.random() < 0.2, rng.randint(0, 1), rng.randint(4, 40))
        dates = list(series.dates(FROM, FROM + dt.timedelta(weeks=options.weeks, days=-1)))
        if dates and rng.random() < 0.08:
            series.out.add(rng.choice(dates))
        clinician.series.append(series)
    taken = {(s.day, s.hour) for s in clinician.series}
    free = [slot for slot in slots if slot not in taken]
    for series in clinician.series:  # a date here and there is moved to a free hour of the same day
        hours = [hour for day, hour in free if day == series.day]
        if hours and rng.random() < 0.1:
            dates = list(series.dates(FROM, FROM + dt.timedelta(weeks=options.weeks, days=-1)))
            if dates:
                series.moved[rng.choice(dates)] = rng.choice(hours)
    for number, (day, hour) in enumerate(rng.sample(free, min(2, len(free)))):
        clinician.busy.append(
            Series(f"{options.seed}-{clinician.id}-b{number}@calendar.example", clinician, day, hour, [], None,
                   rng.random() < 0.5, rng.randint(0, 1), rng.randint(4, 40)))


def give_leave(clinicians, closures, options, rng):
    """Leave for some clinicians, long enough to affect so many sessions as asked for; the dates of those sessions."""
    days = options.weeks * 7
    away = rng.sample(clinicians, options.away)
    affected = []
    for number, clinician in enumerate(away):
        quota = (options.affected - len(affected)) // (len(away) - number)
        best = None
        for _ in range(20):
            start = FROM + dt.timedelta(days=rng.randrange(days))
            found, end = [], start
            for length in range(days):
                end = start + dt.timedelta(days=length)
                if end >= FROM + dt.timedelta(days=days):
                    break
                found = sessions_between(clinician, start, end, closures)
                if len(found) >= quota:
                    break
            if best is None or abs(len(found) - quota) < abs(len(best[0]) - quota):
                best = (found, start, min(end, FROM + dt.timedelta(days=days - 1)))
            if len(found) >= quota:
                best = (found, start, end)
                break
        found, start, end = best
        clinician.leave = (start, end)
        surplus = max(0, len(found) - quota)
        for series, date in rng.sample(found, surplus):
            series.out.add(date)
            series.moved.pop(date, None)
        affected += [date for series, date in sessions_between(clinician, start, end, closures)]
    if len(affected) != options.affected:
        sys.exit(f"{len(affected)} sessions can be affected, not {options.affected}: "
                 "let more be away, or give more weeks or more series")
    return affected


def give_times(clients, rng):
    """When each client could come: half of them whenever the practice is open, the others on three half-days."""
    for client in clients:
        if rng.random() < 0.5:
            client.times = "mon-fri 09:00-17:00"
        else:
            client.times = "; ".join(f"{DAY_NAMES[day]} {rng.choice(['09:00-13:00', '14:00-17:00'])}"
                                     for day in sorted(rng.sample(range(5), 3)))


def sessions_between(clinician, start, end, closures):
    return [(s, d) for s in clinician.series for d in s.dates(start, end) if d not in closures]


def limit_cover(clinicians, affected, options, rng):
    """Weekly limits of cover so that, in the week with most to cover, so much of it is wanted as the tightness says."""
    weeks = {}
    for date in affected:
        week = (date - FROM).days // 7
        weeks[week] = weeks.get(week, 0) + 1
    peak = max(weeks, key=lambda week: (weeks[week], -week))
    first = FROM + dt.timedelta(weeks=peak)
    there = [c for c in clinicians if c.takes_cover and not (
        c.leave and c.leave[0] <= first + dt.timedelta(days=4) and first <= c.leave[1])]
    mean = weeks[peak] / max(1, len(there)) / options.tightness
    for clinician in clinicians:
        share = mean * (0.6 + 0.4 * clinician.fte / 0.9)
        clinician.cover_per_week = max(1, int(share) + (rng.random() < share % 1))


def write(out, sites, clinicians, clients, closures, options):
    (out / "clinicians").mkdir(parents=True)
    (out / "practice.yaml").write_text(practice_yaml(sites, clinicians, options), encoding="utf-8")
    with open(out / "clients.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow("id name clinician cover risk needs language prefers avoid email phone contact consent "
                       "jurisdiction payer times".split())
        for c in clients:
            table.writerow([
                c.id, c.name, c.clinician.id, c.cover, c.risk, ";".join(c.needs), c.language, ";".join(c.prefers),
                ";".join(c.avoid), c.email, "", "email", c.consent, c.jurisdiction, c.payer, c.times])
    shared = []
    for number, clinician in enumerate(clinicians):
        dialect = DIALECTS[number % len(DIALECTS)]
        lines = dialect.calendar(clinician)
        if clinician.leave:
            if number % 4 == 3:
                shared.append(clinician)
            else:
                lines += leave_event(clinician, outlook=dialect is DIALECTS[1])
        save(out / "clinicians" / f"{clinician.id}.ics", lines + ["END:VCALENDAR"])
    lines = header("-//Benchmark//Leave//EN")
    for clinician in shared:
        lines += leave_event(clinician, attendee=True)
    save(out / "leave.ics", lines + ["END:VCALENDAR"])
    lines = header("-//Benchmark//Closures//EN")
    for day in closures:
        lines += ["BEGIN:VEVENT", f"UID:closed-{day:%Y%m%d}@practice.example", "DTSTAMP:20261201T090000Z",
                  f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + dt.timedelta(days=1):%Y%m%d}",
                  "SUMMARY:Training day: closed", "END:VEVENT"]
    save(out / "closures.ics", lines + ["END:VCALENDAR"])


def practice_yaml(sites, clinicians, options):
    lines = [
        "practice:", "  name: Benchmark Practice", f"  timezone: {ZONE}", "  email: office@practice.example",
        '  phone: "+44 20 7946 0000"', '  urgent-help: "Call 999, or Samaritans on 116 123, at any time."',
        '  hours: {mon-fri: "09:00-17:00"}', f"  sites: [{', '.join(sites)}]", "clinicians:"]
    for c in clinicians:
        lines += [
            f"  - id: {c.id}", f"    name: {c.name}", f"    email: {c.email}",
            f"    specialties: [{', '.join(c.specialties)}]", f"    languages: [{', '.join(c.languages)}]",
            f"    gender: {c.gender}", f"    sites: [{', '.join(c.sites)}]", f"    online: {str(c.online).lower()}",
            "    licences: [{jurisdiction: GB, expires: 2029-06-30}]",
            "    hours: {" + ", ".join(f'{DAY_NAMES[d]}: "09:00-13:00 14:00-17:00"' for d in c.days) + "}",
            f"    fte: {c.fte}", f"    level: {'trainee' if c.trainee else 'qualified'}",
            "    max-sessions-per-day: 7"]
        if not options.no_cover_limits:
            lines += ["    max-cover-per-day: 2", f"    max-cover-per-week: {c.cover_per_week}"]
        if c.background:
            lines.append(f"    background: [{', '.join(c.background)}]")
        if c.payers:
            lines.append(f"    payers: [{', '.join(c.payers)}]")
        if c.supervisor:
            lines.append(f"    supervisor: {c.supervisor.id}")
        if c.supervises:
            lines.append("    supervises: true")
        if not c.takes_cover:
            lines.append("    takes-cover: false")
    lines += ["rules:", "  break-minutes: 10"]
    if options.move_within:
        lines.append(f"  retime: {{within-days: {options.move_within}, grid-minutes: 30, "
                     f"own-clinician: {str(options.own_clinician).lower()}}}")
    return "\n".join(lines) + "\n"


class Dialect:
    """How a calendar program writes an event."""

    def __init__(self, product, tzid, summary):
        self.product, self.tzid, self.summary = product, tzid, summary

    def calendar(self, clinician):
        lines = header(self.product)
        lines += zone_lines(self.tzid)
        for series in clinician.series + clinician.busy:
            lines += self.events(series)
        return lines

    def events(self, series):
        lines = self.event(series, series.first, series.hour, None)
        rule = f"RRULE:FREQ=WEEKLY;INTERVAL={series.interval};BYDAY={WEEKDAYS[series.day]}"
        extra = [rule] + [f"EXDATE;TZID={self.tzid}:{d:%Y%m%d}T{series.hour:02d}0000" for d in sorted(series.out)]
        lines[-1:-1] = extra
        for date, hour in sorted(series.moved.items()):
            if date not in series.out:
                lines += self.event(
                    series, date, hour, f"RECURRENCE-ID;TZID={self.tzid}:{date:%Y%m%d}T{series.hour:02d}0000")
        return lines

    def event(self, series, date, hour, recurrence):
        end = dt.datetime.combine(date, dt.time(hour)) + dt.timedelta(minutes=series.minutes)
        lines = ["BEGIN:VEVENT", f"UID:{series.uid}", "DTSTAMP:20261201T090000Z", "SEQUENCE:0"]
        if recurrence:
            lines.append(recurrence)
        lines += [f"DTSTART;TZID={self.tzid}:{date:%Y%m%d}T{hour:02d}0000",
                  f"DTEND;TZID={self.tzid}:{end:%Y%m%dT%H%M%S}"]
        lines += self.summary(series) if series.clients else ["SUMMARY:Team meeting"]
        if series.place == "online":
            lines.append("LOCATION:https://meet.example/room")
        elif series.place:
            lines.append(f"LOCATION:{series.place}")
        return lines + ["STATUS:CONFIRMED", "TRANSP:OPAQUE", "END:VEVENT"]


def by_name(series):
    return ["SUMMARY:" + " & ".join(c.name for c in series.clients)]


def by_id(series):
    return ["SUMMARY:Therapy " + " ".join(c.id for c in series.clients)]


def by_attendee(series):
    return ["SUMMARY:Appointment"] + [f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{c.email}" for c in series.clients]


def by_property(series):
    return ["SUMMARY:Session", "X-PLAN-COVER-CLIENT:" + ";".join(c.id for c in series.clients)]


DIALECTS = [
    Dialect("-//Google Inc//Google Calendar 70.9054//EN", ZONE, by_name),
    Dialect("Microsoft Exchange Server 2010", "GMT Standard Time", by_attendee),
    Dialect("-//Apple Inc.//macOS 15.1//EN", ZONE, by_id),
    Dialect("-//Nextcloud calendar v5//EN", ZONE, by_property),
]


def header(product):
    return ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{product}", "CALSCALE:GREGORIAN"]


def zone_lines(tzid):
    return [
        "BEGIN:VTIMEZONE", f"TZID:{tzid}", "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST",
        "DTSTART:19700329T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "BEGIN:STANDARD",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT", "DTSTART:19701025T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE"]


def leave_event(clinician, outlook=False, attendee=False):
    first, last = clinician.leave
    lines = ["BEGIN:VEVENT", f"UID:leave-{clinician.id}@calendar.example", "DTSTAMP:20261201T090000Z",
             f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{last + dt.timedelta(days=1):%Y%m%d}"]
    if attendee:
        lines += [f"ATTENDEE;CN={clinician.name}:mailto:{clinician.email}", "SUMMARY:Away"]
    elif outlook:
        lines += ["SUMMARY:Not in", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"]
    else:
        lines += ["SUMMARY:Annual leave"]
    return lines + ["END:VEVENT"]


def save(path, lines):
    """Lines folded at 75 octets (RFC 5545 §3.1); every text here is ASCII."""
    folded = []
    for line in lines:
        folded.append(line[:75])
        folded += [" " + line[at:at + 74] for at in range(75, len(line), 74)]
    path.write_bytes("".join(line + "\r\n" for line in folded).encode("ascii"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="the folder to make; it must not exist")
    parser.add_argument("--preset", choices=PRESETS, help="sets what is not given otherwise")
    parser.add_argument("--clinicians", type=int)
    parser.add_argument("--away", type=int, help="clinicians who go on leave")
    parser.add_argument("--affected", type=int, help="sessions that fall into leave")
    parser.add_argument("--weeks", type=int, help="length of the window")
    parser.add_argument("--tightness", type=float,
                        help="of the cover that limits allow, the share that is wanted in the worst week")
    parser.add_argument("--series", type=int, default=20, help="weekly sessions a full-time clinician has (default 20)")
    parser.add_argument("--move-within", type=int, default=0, metavar="DAYS",
                        help="sessions may be moved by so many days, to times at which their clients could come")
    parser.add_argument("--own-clinician", action="store_true", help="and with their own clinician")
    parser.add_argument("--no-cover-limits", action="store_true", help="nobody's cover has a limit of its own")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    preset = PRESETS[options.preset or "practice"]
    for name, value in zip(("clinicians", "away", "affected", "weeks", "tightness"), preset):
        if getattr(options, name) is None:
            setattr(options, name, value)
    if options.clinicians < 2 or not 1 <= options.away <= options.clinicians or options.weeks < 1 or options.series < 1:
        parser.error("at least two clinicians, one of them away, one week and one series are needed")
    if not 0 < options.tightness:
        parser.error("the tightness must be above 0")
    if options.out.exists():
        parser.error(f"{options.out} exists")
    sites, clinicians, clients, closures, affected = make(options)
    write(options.out, sites, clinicians, clients, closures, options)
    to = FROM + dt.timedelta(weeks=options.weeks)
    print(f"{len(clinicians)} clinicians, {options.away} away, {len(clients)} clients, "
          f"{sum(len(c.series) for c in clinicians)} series, {len(affected)} affected sessions, seed {options.seed}")
    print(f"--from {FROM} --to {to} --now {FROM}T08:00:00Z")


if __name__ == "__main__":
    main()
