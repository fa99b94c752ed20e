#!/usr/bin/env python3
"""Writes a made-up practice of any size as a folder of files, the same for the same arguments.

    generate_practice.py --preset practice FOLDER
    generate_practice.py --clinicians 40 --away 10 --affected 200 --seed 7 FOLDER

Standard library only. The practice lies in Europe/London; leave falls into the six weeks from 2026-12-14.
"""

import argparse
import datetime as dt
import pathlib
import random

FROM = dt.date(2026, 12, 14)
WEEKS = 6
PRESETS = {
    # clinicians, away, affected sessions, sessions a clinician and week, cover a clinician may give in a week
    "practice": dict(clinicians=40, away=10, affected=200, load=20, cover=4),
    "group": dict(clinicians=200, away=40, affected=700, load=20, cover=4),
    "tight": dict(clinicians=200, away=40, affected=2000, load=24, cover=3),
    "network": dict(clinicians=1000, away=200, affected=10000, load=24, cover=3),
}
SPECIALTIES = ["anxiety", "depression", "trauma", "emdr", "couples", "family", "ocd", "eating", "perinatal", "addiction"]
LANGUAGES = ["fr", "pl", "es", "ur", "bn"]
PAYERS = ["bupa", "axa", "vitality"]
SLOTS = [f"{hour:02d}{minute:02d}00" for hour in range(9, 17) for minute in (0,)]
DAYS = ["MO", "TU", "WE", "TH", "FR"]


def main():
    arguments = parse()
    random.seed(arguments.seed)
    folder = pathlib.Path(arguments.folder)
    (folder / "clinicians").mkdir(parents=True, exist_ok=True)
    clinicians = [clinician(number, arguments) for number in range(arguments.clinicians)]
    clients = []
    weekly = arguments.load
    # Whoever is away is away for as many whole weeks as give the number of affected sessions asked for.
    weeks_away = spread(max(arguments.away, round(arguments.affected / weekly)), arguments.away)
    for number, person in enumerate(clinicians):
        away = weeks_away[number] if number < arguments.away else 0
        events = [leave(person, away, weekly)] if away else []
        events += sessions(person, clinicians, clients, weekly, arguments)
        text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Benchmark//EN", *events, "END:VCALENDAR", ""])
        (folder / "clinicians" / f"{person['id']}.ics").write_bytes(text.encode())
    (folder / "practice.yaml").write_text(practice(clinicians))
    (folder / "clients.csv").write_text(register(clients))


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--preset", choices=PRESETS)
    parser.add_argument("--clinicians", type=int, default=40)
    parser.add_argument("--away", type=int, default=10)
    parser.add_argument("--affected", type=int, default=200, help="affected sessions, about")
    parser.add_argument("--load", type=int, default=20, help="weekly series of a clinician, at most 40")
    parser.add_argument("--cover", type=int, default=4, help="cover that a clinician may give in a week")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for name, value in PRESETS.get(arguments.preset, {}).items():
        setattr(arguments, name, value)
    if not 0 < arguments.load <= len(SLOTS) * len(DAYS) or arguments.away > arguments.clinicians:
        parser.error("a load is 1 to 40, and no more are away than there are")
    return arguments


def spread(total, parts):
    return [total // parts + (1 if part < total % parts else 0) for part in range(parts)] if parts else []


def clinician(number, arguments):
    own = random.sample(SPECIALTIES, 4)
    return {
        "id": f"c{number:04d}",
        "specialties": own,
        "languages": ["en"] + random.sample(LANGUAGES, random.choice([0, 0, 1])),
        "gender": random.choice(["female", "male"]),
        "sites": random.choice([["north"], ["south"], ["north", "south"]]),
        "fte": random.choice([1, 1, 0.8, 0.6]),
        "payers": random.choice([None, None, PAYERS[:2]]),
        "cover": arguments.cover,
    }


def leave(person, weeks, weekly):
    first = FROM + dt.timedelta(weeks=random.randrange(0, max(1, WEEKS - weeks + 1)))
    last = first + dt.timedelta(weeks=min(weeks, WEEKS))
    return event(
        f"leave-{person['id']}", f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{last:%Y%m%d}",
        "SUMMARY:Annual leave")


def sessions(person, clinicians, clients, weekly, arguments):
    times = random.sample([(day, slot) for day in range(5) for slot in SLOTS], weekly)
    made = []
    client = None
    for number, (day, slot) in enumerate(sorted(times)):
        # Tight practices see many clients twice a week.
        if client is None or arguments.preset != "tight" or random.random() < 0.5:
            client = new_client(person, clinicians, clients)
        first = dt.date(2026, 9, 7) + dt.timedelta(days=day)
        place = random.choice(["", f"LOCATION:{random.choice(person['sites'])}", "LOCATION:online"])
        made.append(event(
            f"{person['id']}-{number}", f"DTSTART;TZID=Europe/London:{first:%Y%m%d}T{slot}", "DURATION:PT50M",
            "RRULE:FREQ=WEEKLY", f"SUMMARY:{client}", *([place] if place else [])))
    return made


def new_client(person, clinicians, clients):
    identity = f"K{len(clients):06d}"
    clients.append([
        identity, f"Person {identity}", person["id"],
        random.choices(["auto", "required", "wait"], [8, 1, 1])[0],
        random.choices(["standard", "high"], [9, 1])[0],
        random.choice(["", "", "", person["specialties"][0]]),
        random.choice(person["languages"][1:] + [""] * 6),
        random.choice(["", "", "female", "male", person["specialties"][1]]),
        random.choice(clinicians)["id"] if random.random() < 0.05 else "",
        f"{identity.lower()}@client.example",
        random.choice(["", "", "", PAYERS[0]]),
    ])
    return identity


def event(uid, *lines):
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}@benchmark.example", "DTSTAMP:20260901T000000Z", *lines, "END:VEVENT"])


def practice(clinicians):
    lines = [
        "practice:", "  name: Benchmark", "  timezone: Europe/London", "  email: office@benchmark.example",
        '  phone: "+44 20 7946 0000"', '  urgent-help: "Call 999."', '  hours: {mon-fri: "09:00-17:00"}',
        "  sites: [north, south]", "clinicians:",
    ]
    for person in clinicians:
        payers = f", payers: [{', '.join(person['payers'])}]" if person["payers"] else ""
        lines.append(
            f"  - {{id: {person['id']}, name: Clinician {person['id']}, email: {person['id']}@benchmark.example, "
            f"specialties: [{', '.join(person['specialties'])}], languages: [{', '.join(person['languages'])}], "
            f"gender: {person['gender']}, sites: [{', '.join(person['sites'])}], fte: {person['fte']}{payers}, "
            f"max-cover-per-day: 2, max-cover-per-week: {person['cover']}}}")
    return "\n".join([*lines, "rules: {break-minutes: 5}", ""])


def register(clients):
    header = "id,name,clinician,cover,risk,needs,language,prefers,avoid,email,payer"
    return "\n".join([header, *(",".join(client) for client in clients), ""])


if __name__ == "__main__":
    main()
