"""Reads calendar files for comparison: every property of every component, as plain lines."""

import pathlib
from collections import Counter

import icalendar


def parse(text, name="a calendar"):
    """The calendar in a text, by the icalendar package; raises ValueError where it found faults."""
    calendar = icalendar.Calendar.from_ical(text)
    faults = [fault for component in calendar.walk() for fault in component.errors]
    if faults:
        raise ValueError(f"{name}: {faults}")
    return calendar


def read(path):
    """The calendar in a file."""
    return parse(pathlib.Path(path).read_bytes(), path)


def properties(calendar, leave_out=()):
    """Counts every `COMPONENT/COMPONENT NAME;PARAMETERS:VALUE`; the order of properties means nothing."""
    found = Counter()

    def visit(component, trail):
        here = f"{trail}/{component.name}" if trail else component.name
        found[here] += 1
        for name, value in component.property_items(recursive=False):
            if name in ("BEGIN", "END") or name in leave_out:
                continue
            parameters = getattr(value, "params", {})
            written = ";".join(f"{key}={_joined(parameters[key])}" for key in sorted(parameters))
            text = value.to_ical() if hasattr(value, "to_ical") else str(value)
            text = text.decode() if isinstance(text, bytes) else text
            found[f"{here} {name};{written}:{text}"] += 1
        for child in component.subcomponents:
            visit(child, here)

    visit(calendar, "")
    return found


def _joined(value):
    return ",".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def differences(name, sent, received, leave_out=()):
    """What one calendar has and the other has not, a line each; empty where they are the same."""
    before, after = properties(sent, leave_out), properties(received, leave_out)
    lost = [f"{name}: lost     {line}" for line in sorted((before - after).elements())]
    new = [f"{name}: appeared {line}" for line in sorted((after - before).elements())]
    return lost + new


def uids(calendar):
    """The UIDs of the events and tasks in a calendar."""
    return {str(c["UID"]) for c in calendar.walk() if c.name in ("VEVENT", "VTODO") and "UID" in c}
