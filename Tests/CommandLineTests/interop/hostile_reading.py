"""Reads back what was made of a hostile practice, as other programs would.

    hostile_reading.py FOLDER

FOLDER is a practice by hostile_practice.py after a run of `plan`. Every calendar, mail, table and document below
FOLDER/cover must hold exactly the properties, headers, columns and keys that it is meant to, and what went in must come
out. Differences are printed a line each, and the status is 1.
"""

import csv
import email
import email.policy
import hashlib
import html.parser
import io
import json
import pathlib
import re
import sys
import unicodedata

import icalendar

HEADERS = {"From", "To", "Subject", "Date", "MIME-Version", "X-Unsent", "Content-Type", "Content-Transfer-Encoding",
           "Content-Language"}
PROPERTIES = {
    "VCALENDAR": {"VERSION", "PRODID", "METHOD", "X-WR-CALNAME", "CALSCALE"},
    "VEVENT": {
        "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "STATUS", "TRANSP", "CLASS",
        "ORGANIZER", "ATTENDEE", "RELATED-TO", "X-PLAN-COVER-KIND", "X-PLAN-COVER-FOR", "X-PLAN-COVER-BY", "X-PLAN-COVER-CLIENT",
        "X-PLAN-COVER-SESSION", "X-PLAN-COVER-REASON", "X-PLAN-COVER-SUPERVISEE", "X-PLAN-COVER-WITHHELD", "X-PLAN-COVER-SINCE", "X-PLAN-COVER-BEFORE"},
    "VTIMEZONE": {"TZID", "X-LIC-LOCATION", "LAST-MODIFIED", "TZURL"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE"},
}
COLUMNS = ["date", "start", "end", "clinician", "clients", "need", "outcome", "by", "cover-date", "cover-start", "place",
           "reasons", "session"]
# Where the marks of hostile_practice.py may come out: documentation/privacy.md.
MARKS = {"qzname": r"notices/", "qzphone": r"notices/[^/]*\.txt", "qzwords": r"referrals/", "qznotes": None, "qzevent": None,
         "qzdecision": None, "qzleave": None, "qzanswer": None, "qzsettled": None}
INPUTS = {"practice.yaml", "clients.csv", "clinicians", "decisions.yaml", "referrals.ics", "leave.ics", "closures.ics", "replies",
          "expected.json"}
FORMULA = set("=+-@\t\r")
# What the page is made of, and nothing that acts or fetches.
TAGS = {"html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "footer", "figure", "figcaption",
        "h1", "h2", "h3", "p", "div", "span", "strong", "bdi", "data", "a", "ul", "li", "dl", "dt", "dd", "details", "summary",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "svg", "desc", "rect"}


class Reader:
    def __init__(self, folder):
        self.folder = folder
        self.expected = json.loads((folder / "expected.json").read_text())
        self.cover = folder / "cover"
        self.found = []
        self.mails = self.events = 0
        self.path = None

    def fault(self, words):
        self.found.append(f"{self.path.relative_to(self.folder)}: {words}")

    def check(self, holds, words):
        if not holds:
            self.fault(words)

    def read(self):
        plan = json.loads((self.cover / "plan.json").read_text(encoding="utf-8"), object_pairs_hook=self.once)
        self.letters = {notice["file"].rsplit(".", 1)[0]: notice["client"] for notice in plan["notices"]}
        self.plan(plan)
        for path in sorted(self.cover.rglob("*")):
            self.path = path
            name = path.relative_to(self.cover).as_posix()
            self.check(not path.is_symlink() and all(31 < ord(c) < 127 for c in name), "a name that leads elsewhere")
            self.check(all(part.strip(".") and len(part) <= 255 for part in name.split("/")), "a name that is none")
            if path.is_dir():
                continue
            data = path.read_bytes()
            self.private(name, data)
            {".ics": self.calendar, ".eml": self.mail, ".csv": self.table, ".txt": self.text, ".html": self.page}.get(
                path.suffix, lambda data: None)(data)
        self.names()

    def once(self, pairs):
        keys = [key for key, _ in pairs]
        self.path = self.cover / "plan.json"
        self.check(len(keys) == len(set(keys)), "a key stands twice")
        return dict(pairs)

    def plan(self, plan):
        """Every session is there, once, with its client."""
        sessions = {session["session"]: session["clients"] for session in plan["sessions"]}
        wanted = {plain(uid): [client] for uid, client in self.expected["sessions"].items()}
        self.path = self.cover / "plan.json"
        self.check(len(plan["sessions"]) == len(sessions), "a session stands twice")
        for key in wanted.keys() ^ sessions.keys():
            self.fault(f"session {key!r} is {'lost' if key in wanted else 'new'}")
        for key in wanted.keys() & sessions.keys():
            self.check(wanted[key] == sessions[key], f"session {key!r} has the clients {sessions[key]}")
        self.check(plan["practice"] == self.expected["practice"]["name"].strip(), "another name of the practice")
        self.covers = {session["session"] for session in plan["sessions"] if session["outcome"] in ("covered", "moved")}
        self.covers |= {plain(request["uid"]) for request in plan["referrals"] if request["outcome"] == "met"}

    def names(self):
        """No two files of one name where case does not count; nothing beside cover/."""
        self.path = self.cover
        names = [path.relative_to(self.cover).as_posix().lower() for path in self.cover.rglob("*")]
        self.check(len(names) == len(set(names)), "two files of one name, but for case")
        beside = {path.name for path in self.folder.iterdir()}
        self.check(beside == INPUTS | {"cover"}, f"beside it: {beside}")
        around = [path.name for path in self.folder.parent.iterdir()]
        self.check(around == [self.folder.name], f"outside of it: {around}")

    def private(self, name, data):
        """What belongs to somebody stands in no other file. A mail is read as its reader does."""
        texts = [data]
        if name.endswith(".eml"):
            texts += [part.get_payload(decode=True) or b"" for part in email.message_from_bytes(data).walk()]
        for mark, place in MARKS.items():
            if not (place and re.match(place, name)):
                self.check(not any(mark.encode() in text for text in texts), f"it holds what is marked {mark}")

    def calendar(self, data, inner=""):
        lines = data.split(b"\r\n")
        self.check(lines[-1] == b"" and not any(b"\r" in line or b"\n" in line for line in lines), f"{inner}line ends")
        self.check(all(len(line) <= 75 for line in lines), f"{inner}a line of more than 75 octets")
        self.check(all(byte >= 32 or byte in (9, 10, 13) for byte in data) and 127 not in data, f"{inner}a control character")
        calendar = icalendar.Calendar.from_ical(data)
        for component in calendar.walk():
            self.check(not component.errors, f"{inner}{component.name}: {component.errors}")
            self.check(component.name in PROPERTIES, f"{inner}a component {component.name}")
            names = [name for name, _ in component.property_items(recursive=False) if name not in ("BEGIN", "END")]
            self.check(set(names) <= PROPERTIES.get(component.name, set()), f"{inner}{component.name} has {set(names)}")
            single = [name for name in names if name not in ("ATTENDEE", "RDATE")]
            self.check(len(single) == len(set(single)), f"{inner}{component.name} has a property twice")
        for event in calendar.walk("VEVENT"):
            self.event(event, inner)

    def event(self, event, inner):
        self.events += 1
        expected = self.expected
        names = {c["email"]: flat(c["name"]) for c in expected["clinicians"]}
        attendees = event.get("ATTENDEE", [])
        for attendee in attendees if isinstance(attendees, list) else [attendees]:
            address = str(attendee).removeprefix("mailto:")
            self.check(address in names, f"{inner}an attendee {address}")
            self.check(set(attendee.params) <= {"CN", "ROLE", "PARTSTAT", "RSVP"}, f"{inner}parameters {set(attendee.params)}")
            shown = attendee.params.get("CN", "").replace("^'", '"').replace("^^", "^")
            wanted = names.get(address, "").replace("^'", '"').replace("^^", "^")
            # icalendar takes a backslash in a parameter for an escape, which RFC 5545 §3.2 does not know.
            self.check(bare(shown).replace("\\", "") == bare(wanted).replace("\\", ""), f"{inner}CN {shown!r} for {wanted!r}")
        clients = [c for c in str(event.get("X-PLAN-COVER-CLIENT", "")).replace("\\;", ";").split(";") if c]
        self.check(all(client in expected["clients"] for client in clients), f"{inner}clients {clients}")
        self.check(event.get("LOCATION", "online") in [*expected["sites"], "online"], f"{inner}a place {event.get('LOCATION')}")
        if "X-PLAN-COVER-SESSION" in event:
            session = unescaped(event["X-PLAN-COVER-SESSION"].to_ical().decode())
            self.check(session in self.covers, f"{inner}the session {session!r}")
            self.check(session.startswith(seen(str(event["RELATED-TO"]))), f"{inner}related to {event['RELATED-TO']!r}")
        ids = {c["id"] for c in expected["clinicians"]} | set(expected["clients"])
        self.check(all(word in ids or word.isalpha() for word in re.split(r"[ ,:]+", str(event["SUMMARY"]))),
                   f"{inner}a summary {event['SUMMARY']!r}")

    def mail(self, data):
        self.mails += 1
        head = data.split(b"\r\n\r\n")[0]
        self.check(all(byte < 128 and byte not in (0,) for byte in data), "not of seven bits")
        for line in data.split(b"\r\n"):
            self.check(len(line) <= 998 and (b"=?" not in line or len(line) <= 76), f"a line of {len(line)} characters")
        self.check(data.count(b"\r") == data.count(b"\n") == data.count(b"\r\n"), "line ends")
        message = email.message_from_bytes(data, policy=email.policy.default)
        names = message.keys()
        self.check(set(names) <= HEADERS and len(names) == len(set(names)), f"headers {names}")
        parts = list(message.walk())
        faults = [fault for part in parts for holder in [part, *part.values()] for fault in holder.defects]
        self.check(not faults, f"defects {faults}")
        for part in parts:
            if part is not message:
                self.check(set(part.keys()) == {"Content-Type", "Content-Transfer-Encoding"}, f"headers of a part {part.keys()}")
        self.check(len(re.findall(rb"^[^ \t]", head, re.M)) == len(message.keys()), "a header that is not read")
        practice = bare(flat(self.expected["practice"]["name"]))
        self.check(addresses(message["From"]) == [("office@practice.example", practice)], message["From"])
        name = self.path.relative_to(self.cover).as_posix().removesuffix(".eml")
        if name.startswith("notices/"):
            client = self.expected["clients"][self.letters[name]]
            self.check(addresses(message["To"]) == [(client["email"], bare(client["name"]))], f"To: {message['To']!r}")
            self.check(practice in bare(message["Subject"]), f"Subject: {message['Subject']!r}")
            self.check([part.get_content_type() for part in parts] == ["text/plain"], "parts")
            self.text(message.get_content().replace("\r\n", "\n").encode())
        else:
            known = {c["email"]: bare(flat(c["name"])) for c in self.expected["clinicians"]}
            to = addresses(message["To"])
            self.check(to and all(known.get(address) == shown for address, shown in to), f"To: {to}")
            kinds = [part.get_content_type() for part in parts]
            self.check(kinds == ["multipart/alternative", "text/plain", "text/calendar"], f"parts {kinds}")
            self.calendar(parts[-1].get_payload(decode=True), "its calendar: ")

    def table(self, data):
        self.check(data.count(b"\r") == data.count(b"\n") == data.count(b"\r\n"), "line ends")
        rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
        self.check(rows[0] == COLUMNS and all(len(row) == len(COLUMNS) for row in rows), "columns")
        self.check(len(rows) - 1 == len(self.expected["sessions"]), f"{len(rows) - 1} rows")
        for row in rows:
            for cell in row:
                self.check(cell[:1] not in FORMULA and "\n" not in cell, f"a cell {cell!r}")
        keys = {plain(uid) for uid in self.expected["sessions"]}
        self.check({row[-1] for row in rows[1:]} == {"'" + key if key[:1] in FORMULA else key for key in keys}, "sessions")

    def text(self, data):
        words = data.decode()
        bad = [c for c in words if c != "\n" and unicodedata.category(c) in ("Cc", "Zl", "Zp") or c in "\u202a\u202b\u202d\u202e"]
        self.check(not bad, f"characters {bad}")

    def page(self, data):
        reader = self

        class Page(html.parser.HTMLParser):
            def handle_starttag(self, tag, attributes):
                reader.check(tag in TAGS, f"a tag {tag}")
                for name, value in attributes:
                    reader.check(not name.startswith("on") and "javascript:" not in (value or "").lower(), f"an attribute {name}")

        Page().feed(data.decode())


def flat(text):
    """On one line, without what nobody sees, as the program writes it."""
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text if not invisible(c))
    return " ".join(kept.split())


def seen(uid):
    """A UID on one line, without format characters, in precomposed letters."""
    return unicodedata.normalize("NFC", flat("".join(c for c in uid if unicodedata.category(c) != "Cf")))


def plain(uid):
    """The key of a session: with a digest where the line is not the UID, or looks like the key of a series' session."""
    line = seen(uid)
    is_key = re.search(r"/\d{8}T\d{6}Z$", uid)
    return line if line == uid and not is_key else f"{line}~{hashlib.sha256(uid.encode()).hexdigest()[:16]}"


def invisible(c):
    code = ord(c)
    return (code in (0x061C, 0x200B, 0x200E, 0x200F, 0xFEFF) or 0x202A <= code <= 0x202E or 0x2060 <= code <= 0x206F
            or 0xFFF9 <= code <= 0xFFFB or 0xE0000 <= code <= 0xE0FFF)


def bare(text):
    """What has to be the same however a reader treats white space, and what joins letters to it."""
    return "".join(str(text).split()).replace("\u200d", "")


def unescaped(text):
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text)


def addresses(header):
    return [(address.addr_spec, bare(address.display_name)) for address in header.addresses]


def main():
    reader = Reader(pathlib.Path(sys.argv[1]))
    reader.read()
    if reader.found:
        print("\n".join(reader.found[:40]))
        print(f"{len(reader.found)} faults")
        return 1
    print(f"{reader.mails} mails and {reader.events} events hold what they should, and nothing else")
    return 0


if __name__ == "__main__":
    sys.exit(main())
