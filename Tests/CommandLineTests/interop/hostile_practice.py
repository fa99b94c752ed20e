"""Writes a practice whose every text tries to break out of the files that are made of it.

    hostile_practice.py FOLDER SEED COUNT [--refused]

The practice has COUNT clients with a session each in an absence, and as many professionals outside, decisions, settled titles,
answers and leaves of others; a tenth as many requests. Every field that takes text has one of its own, and what belongs to
clients bears a mark (`MARKS`), so that it is known where it comes out. FOLDER/expected.json says what has to come back. With
--refused the register's texts hold control characters, which it may not have.
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
    "\u00e9", "\u00c5", "\u212b", "A\u030a", "ﬁ", "fi", "ẞ", "ss", "ı", "i", "I", "İ",
    "~root", "a%00b", "%2e%2e%2f", "name with spaces", "name with  spaces", "name with\u200b spaces", "é漢😀", "e\u0301", "=1+1",
    "@SUM(1)", "\"quoted\"", "semi\\;colon\\,comma", "uid/20261222T100000Z", "SAME", "same", "Same", "l" * 300, "L" * 300,
    "l" * 299, "<b>", "{{x}}", "a:b", "a=b;c", "\u202eevil", "evil", "\u200b", "\u200d",
]
EMAILS = ["=?utf-8?q?x?=", "a'b", "a%0d%0ab", "a+b", "{x}", "a|b", "a`b", "a^n", "a&b", "é", "x" * 60, "a/b", "?subject=x",
          "#a", "a=b"]
LANGUAGES = ["en", "fr-CA", "sr-Latn-RS", "de-x-Secret", "zh-Hant-TW", "EN", "qaa"]
# What stands at the end of a text that belongs to somebody, by what it is.
MARKS = {"name": "qzname", "phone": "qzphone", "notes": "qznotes", "event": "qzevent", "decision": "qzdecision",
         "leave": "qzleave", "answer": "qzanswer", "settled": "qzsettled", "words": "qzwords"}


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


def calendar(components, kind="VEVENT", method=None):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hostile//EN"] + ([f"METHOD:{method}"] if method else [])
    for component in components:
        lines += [f"BEGIN:{kind}", *component, f"END:{kind}"]
    return b"\r\n".join(folded(line) for line in lines + ["END:VCALENDAR"]) + b"\r\n"


def write_others(folder, rng, clients, tags, clinicians, marked):
    """decisions.yaml, referrals.ics, leave.ics, closures.ics and answers, with a text for each client in each."""
    decisions = [
        {"wait" if number % 12 in (3, 5) else "consented": True, "client": client, "by": marked("decision"), "why": marked("decision"),
         "at": "2026-11-20T09:00:00Z"}
        for number, client in enumerate(clients)
    ]
    (folder / "decisions.yaml").write_bytes(json.dumps({"decisions": decisions}, ensure_ascii=False, indent=1).encode())
    requests = []
    for number, client in enumerate(clients[::10]):
        reason = ["second-opinion", "specialist", "perspective", "supervision"][number % 4]
        wanted = tags[6] if reason == "perspective" else [tags[0], tags[11]][number % 2]
        requests.append([
            f"UID:{escaped(text(rng, PIECES))} r{number}", "DTSTAMP:20261101T000000Z", f"SUMMARY:{escaped(marked('words'))}",
            "CATEGORIES:REFERRAL", "DTSTART;VALUE=DATE:20261214", "DUE;VALUE=DATE:20261226", "X-PLAN-COVER-FOR:b.b",
            f"X-PLAN-COVER-REASON:{reason}", f"X-PLAN-COVER-NEEDS:{escaped(wanted)}", f"X-PLAN-COVER-CLIENT:{escaped(client)}",
            f"DESCRIPTION:{escaped(marked('words'))}", f"X-PLAN-COVER-CONSENTED:{['TRUE', 'FALSE'][number % 2]}"])
    (folder / "referrals.ics").write_bytes(calendar(requests, kind="VTODO"))

    def leaves(owner):
        return calendar([
            [f"UID:leave-{number}", "DTSTAMP:20261101T000000Z", f"SUMMARY:{escaped(marked('leave'))}",
             "DTSTART;VALUE=DATE:20270601", "DTEND;VALUE=DATE:20270602", *owner(number)]
            for number in range(len(clients))])

    emails = [clinician["email"] for clinician in clinicians]
    (folder / "leave.ics").write_bytes(leaves(
        lambda number: [f"ATTENDEE;CN=\"{text(rng, PIECES).replace(chr(34), '')}\":mailto:{emails[number % len(emails)]}"]))
    (folder / "closures.ics").write_bytes(leaves(lambda number: []))
    (folder / "replies").mkdir()
    answers = [
        [f"UID:{escaped(text(rng, PIECES))} a{number}", "DTSTAMP:20261101T000000Z", "DTSTART:20261222T100000Z",
         f"ATTENDEE;PARTSTAT=DECLINED:mailto:{emails[number % len(emails)]}", f"COMMENT:{escaped(marked('answer'))}"]
        for number in range(len(clients))
    ]
    (folder / "replies/answers.ics").write_bytes(calendar(answers, method="REPLY"))


def main():
    folder, seed, count = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    refused = "--refused" in sys.argv
    rng = random.Random(seed)

    def name():
        """A quarter of the names holds characters that nobody sees."""
        if refused:
            return text(rng, PIECES + CONTROLS * 3) + rng.choice(CONTROLS) + "x"
        return text(rng, PIECES + (INVISIBLE if rng.random() < 0.25 else []))

    def tag(number):
        """A specialty, background, payer: never twice the same, and none that CSV's own list would part."""
        return f"{text(rng, PIECES)[:200]} {number}".replace(";", ",").strip()

    def marked(kind):
        return f"{text(rng, PIECES)} {MARKS[kind]}"

    (folder / "clinicians").mkdir(parents=True)
    sites = ["site-a", "B.site", "CON", "x_y"]
    clinicians = [
        {"id": id, "name": name() or "x", "email": f"{id.lower().strip('.')}@practice.example", "sites": sites}
        for id in ["away", "COM1", "b.b", "c..", "d-first"]
    ]
    tags = [tag(number) for number in range(12)]
    for number, clinician in enumerate(clinicians):
        clinician.update({
            "specialties": tags[:6] + [tag(100 + number)], "background": tags[6:8] + [tag(200 + number)], "gender": tag(300),
            "languages": ["en", *rng.sample(LANGUAGES[1:5], 2)], "payers": tags[8:10] + [tag(400 + number)],
            "licences": [{"jurisdiction": tags[10]}, {"jurisdiction": tag(500 + number), "expires": "2030-01-01"}],
        })
    outside = [
        {"id": f"out-{number}", "name": tag(number), "email": f"{EMAILS[number % 10]}{number}@outside.example",
         "phone": tag(number), "address": tag(number) + "\n" + tag(number), "note": tag(number) + "\n" + tag(number),
         "specialties": [tags[11], tag(number)], "background": [tag(number)], "jurisdictions": [tags[10], tag(number)],
         "payers": [tags[8], tag(number)], "languages": ["en"]}
        for number in range(count)
    ]
    settled = [{"summary": f"aa {marked('settled')} {number}", "is": rng.choice(["busy", "free", "leave"])} for number in range(count)]
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
    parts = {"practice": practice, "clinicians": clinicians, "outside": outside, "events": settled,
             "leave": {"summaries": [f"zz {tag(n)}" for n in range(20)], "categories": [f"zz {tag(n)}" for n in range(20)]}}
    yaml = json.dumps(parts, ensure_ascii=False, indent=1)
    (folder / "practice.yaml").write_bytes(yaml.encode())

    fields = ["id", "name", "clinician", "cover", "email", "phone", "contact", "notes", "needs", "prefers", "payer", "jurisdiction",
              "language"]
    rows, events, sessions, seen, uids = [], [], {}, set(), set()
    for number in range(count):
        id = IDS[number] if number < len(IDS) else f"C{number}{rng.choice(['', '.', '-', '_', '..', '.ics', '-reminder'])}"
        if id.lower() in seen:
            id = f"D{number}"
        seen.add(id.lower())
        local = EMAILS[number % len(EMAILS)] + str(number)
        cover = "preferred" if number % 12 == 0 else "wait"
        # Most could be covered; the others ask for what nobody has.
        asked = rng.choice(tags[:6]) if number % 7 else tag(number)
        rows.append([
            id, f"{name()} {MARKS['name']}", "away", cover, f"{local}@client.example", f"{name()} {MARKS['phone']}",
            "email" if number % 5 else "letter", f"{name()} {MARKS['notes']}", asked, f"{tag(number)};{tags[6]}",
            tags[8] if number % 7 else "", tags[10] if number % 7 else "", "en" if number % 7 else rng.choice(LANGUAGES)])
        uid = UIDS[number] if number < len(UIDS) else f"{text(rng, PIECES).strip()}-{number}"
        assert uid not in uids, uid
        uids.add(uid)
        start = 8 + number % 9
        day = 21 + number // 9 % 4
        sessions[uid] = id
        texts = [f"{key}:{escaped(marked('event'))}"
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
    write_others(folder, rng, [row[0] for row in rows], tags, clinicians, marked)
    (folder / "expected.json").write_text(json.dumps({
        "practice": practice, "clinicians": clinicians, "sites": sites, "sessions": sessions,
        "clients": {row[0]: dict(zip(fields, row)) for row in rows},
    }))


if __name__ == "__main__":
    main()
