#!/usr/bin/env python3
"""Makes the tables and the picture of documentation/peers.md from the figures in documentation/peers.json.

    peers_page.py                # makes both anew
    peers_page.py --check        # says whether they are what the figures make
"""

import argparse
import json
import sys

import peers_picture
from program import ROOT, cell, filled

PAGE = ROOT / "documentation/peers.md"
FIGURES = ROOT / "documentation/peers.json"
PICTURE = ROOT / "documentation/peers.svg"
MARK = "the tables of Benchmarks/peers.py"
ORDER = ["practice", "group", "tight", "network"]
NAMES = {"plan-cover": "plan-cover", "cpsat": "CP-SAT", "highs": "HiGHS", "timefold": "Timefold"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if not options.check:
        write()
        return
    for path, text in made().items():
        if path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path.relative_to(ROOT)} is not what documentation/peers.json makes: run Benchmarks/peers_page.py")
    print("documentation/peers.md shows what is in documentation/peers.json")


def write():
    for path, text in made().items():
        path.write_text(text, encoding="utf-8")


def made():
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    records = [figures[preset] for preset in ORDER if preset in figures]
    text = "\n".join(part for record in records for part in (heading(record), table(record), reading(record)))
    return {PAGE: filled(PAGE, MARK, text), PICTURE: peers_picture.draw(records, NAMES)}


def keep(record):
    """Takes the figures of one preset in, in place of those that are there."""
    figures = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    figures[record["preset"]] = record
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def heading(record):
    made = record["made"].replace(f", seed {record['seed']}", "")
    return (f"### `{record['preset']}`\n\n{made[:1].upper()}{made[1:]}: {record['choices']:,} choices. At most "
            f"{record['time-limit']:g} s of search each. Beside it ran: {record['beside']}.\n")


def table(record):
    """A line for each solver; the names of those with the best plan are bold."""
    tiers = [tier["name"] for tier in record["solvers"][0]["tiers"]]
    best = min(values(solver) for solver in record["solvers"] if solver["tiers"])
    lines = ["| | " + " | ".join(tiers) + " | whole run | processor | memory |",
             "| --- | " + "---: | " * len(tiers) + "---: | ---: | ---: |"]
    for solver in record["solvers"]:
        name = NAMES[solver["name"]]
        if solver["tiers"]:
            name = f"**{name}**" if values(solver) == best else name
            cells = [cell(tier["value"], tier["bound"], tier["seconds"]) for tier in solver["tiers"]]
        else:
            cells = [solver["failed"]] + [""] * (len(tiers) - 1)
        lines.append(f"| {name} | " + " | ".join(cells)
                     + f" | {solver['wall']:.1f} s | {solver['processor']:.1f} s | {solver['memory']:,} MiB |")
    return "\n".join(lines) + "\n"


def values(solver):
    return [tier["value"] for tier in solver["tiers"]]


def reading(record):
    figures = record["reading"]
    check = figures["check"]
    return (f"Reading its {figures['calendars']:,} calendars ({figures['occurrences']:,} occurrences): the whole of `check` "
            f"{check['processor']:.2f} s of processors; python icalendar {figures['version']} and recurring-ical-events, parsing "
            f"and expanding alone, {figures['python']:.1f} s: {figures['python'] / check['processor']:.0f} times as long.\n")


if __name__ == "__main__":
    main()
