"""Writes a practice whose every text tries to break out of the files that are made of it.

    hostile_practice.py FOLDER SEED COUNT [--refused]

The practice has COUNT clients with a session each in an absence, and beside them the same texts as names of clinicians,
places and the practice. FOLDER/expected.json says what has to come back. With --refused the texts hold control
characters, which the register may not have.
"""

import csv
import json
import pathlib
import random
import sys

PIECES = [
    '"', "'", "\\", ";", ",", ":", "=", "<b>", "<script>alert(1)</script>", "&amp;", "^n", "^'", "^^", "%0d%0a", "\\n", "\\N",
    "é", "漢字", "😀", "e\u0301", "\u0301", "م", "ß", "\u00ad", "\u200d", "\U0001f468\u200d\U0001f469", "\ufffd",
    "Bcc: x@evil.example", "BEGIN:VEVENT", "END:VCALENDAR", "ATTENDEE:mailto:x@evil.example",
    "=?utf-8?Q?=0D=0ABcc:x@evil.example?=", "=?utf-8?B?QmNjOg==?=", "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)",
    "=HYPERLINK(\"http://evil.example\")", "{{name}}", "{{{x}}}", "{{#a}}", "%00", "../..", "/etc/passwd", "C:\\x", "a", "Z",
    "Anna", "O'Neil", "x" * 300, "- item: [1, {", "# not a comment", "*a", "&b", "!!python/object", "|", ">", "~", "null",
    "true", "1e9", "0x10", "--", "-- ", "From me", ".", "..", "\u00a0", "\u3000", "<a@evil.example>", "(comment)", "[x]",
    "ROLE=CHAIR", ";RSVP=TRUE:mailto:x@evil.example", "mailto:x@evil.example",
]
INVISIBLE = ["\u202e", "\u2066", "\u2069", "\u200b", "\u200f", "\ufeff", "\u061c"]
CONTROLS = ["\r\n", "\n", "\r", "\x01", "\x0b", "\x1b[2J", "\x7f", "\u0085", "\u2028", "\u2029",
            "\r\nBcc: x@evil.example\r\n\r\n"]
IDS = ["CON", "NUL", "aux", "com1.txt", "LPT1", "a..", "a.b", "x.", "A-first", "x-first-2", "0", "1e5", "null", "true", "a_-_b"]
UIDS = [
    "../../outside", "/etc/cron.d/x", "..", ".", "a/../b", "C:\\windows\\x", "CON", "nul.ics", "trailing.", "trailing..",
    "~root", "a%00b", "%2e%2e%2f", "name with spaces", "name with  spaces", "name with\u200b spaces", "é漢😀", "e\u0301", "=1+1",
    "@SUM(1)", "\"quoted\"", "semi\\;colon\\,comma", "uid/20261222T100000Z", "SAME", "same", "Same", "l" * 300, "L" * 300,
    "l" * 299, "<b>", "{{x}}", "a:b", "a=b;c", "\u202eevil", "evil", "\u200b", "\u200d",
]
EMAILS = ["=?utf-8?q?x?=", "a'b", "a%0d%0ab", "a+b", "{x}", "a|b", "a`b", "a^n", "a&b", "é", "x" * 60, "a/b", "?subject=x",
          "#a", "a=b"]


def text(rng, pieces):
    return "".join(rng.choice(pieces) for _ in range(rng.randint(1, 5)))[:480]


def escaped(value):
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line):
    """Lines of at most 75 octets: RFC 5545 §3.1."""
    data, parts = line.encode(), []
    while len(data) > 75:
        cut = 75 if not parts else 74
        while data[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(data[:cut])
        data = data[cut:]
    return b"\r\n ".join(parts + [data])


def calendar(events):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hostile//EN"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return b"\r\n".join(folded(line) for line in lines + ["END:VCALENDAR"]) + b"\r\n"


def main():
    folder, seed, count = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    refused = "--refused" in sys.argv
    rng = random.Random(seed)

    def name():
        """A quarter of the names holds characters that nobody sees."""
        if refused:
            return text(rng, PIECES + CONTROLS * 3) + rng.choice(CONTROLS) + "x"
        return text(rng, PIECES + (INVISIBLE if rng.random() < 0.25 else []))

    (folder / "clinicians").mkdir(parents=True)
    sites = ["site-a", "B.site", "CON", "x_y"]
    clinicians = [
        {"id": id, "name": name() or "x", "email": f"{id.lower().strip('.')}@practice.example", "sites": sites}
        for id in ["away", "COM1", "b.b", "c..", "d-first"]
    ]
    practice = {
        "name": name(), "timezone": "Europe/London", "email": "office@practice.example", "phone": name(),
        "urgent-help": "Call 999. " + name(),
        "hours": {"mon-fri": "08:00-18:00"}, "sites": sites,
    }
    if refused:
        practice.update({"name": "Practice", "phone": "1", "urgent-help": "Call 999."})
        for clinician in clinicians:
            clinician["name"] = clinician["id"]
    # JSON is YAML.
    yaml = json.dumps({"practice": practice, "clinicians": clinicians}, ensure_ascii=False, indent=1)
    (folder / "practice.yaml").write_bytes(yaml.encode())

    fields = ["id", "name", "clinician", "cover", "email", "phone", "contact", "notes"]
    rows, events, sessions, seen, uids = [], [], {}, set(), set()
    for number in range(count):
        id = IDS[number] if number < len(IDS) else f"C{number}{rng.choice(['', '.', '-', '_', '..', '.ics', '-reminder'])}"
        if id.lower() in seen:
            id = f"D{number}"
        seen.add(id.lower())
        local = EMAILS[number % len(EMAILS)] + str(number)
        cover = "preferred" if number % 12 == 0 else "wait"
        rows.append([id, name(), "away", cover, f"{local}@client.example", name(), "email" if number % 5 else "letter", name()])
        uid = UIDS[number] if number < len(UIDS) else f"{text(rng, PIECES).strip()}-{number}"
        assert uid not in uids, uid
        uids.add(uid)
        start = 8 + number % 9
        day = 21 + number // 9 % 4
        sessions[uid] = id
        texts = [f"{key}:{escaped(text(rng, PIECES))}"
                 for key in ("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "CATEGORIES", "X-NOTE")]
        events.append([
            f"UID:{escaped(uid)}", "DTSTAMP:20261101T000000Z", f"DTSTART:202612{day}T{start:02}0000Z",
            f"DTEND:202612{day}T{start:02}5000Z", f"X-PLAN-COVER-CLIENT:{escaped(id)}", *texts,
        ])
    with open(folder / "clients.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(fields)
        writer.writerows(rows)
    leave = ["UID:leave", "DTSTAMP:20261101T000000Z", "SUMMARY:Annual leave", "DTSTART;VALUE=DATE:20261221",
             "DTEND;VALUE=DATE:20261225"]
    (folder / "clinicians/away.ics").write_bytes(calendar([leave] + events))
    for clinician in clinicians[1:]:
        (folder / f"clinicians/{clinician['id']}.ics").write_bytes(calendar([]))
    (folder / "expected.json").write_text(json.dumps({
        "practice": practice, "clinicians": clinicians, "sites": sites, "sessions": sessions,
        "clients": {row[0]: dict(zip(fields, row)) for row in rows},
    }))


if __name__ == "__main__":
    main()
