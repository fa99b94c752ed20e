#!/usr/bin/env python3
"""Runs the built program on generated practices, from files to files, and prints what it took and what it proved, as Markdown.

    run.py practice group            # the presets of generate_practice.py; default: practice
    run.py --runs 5 --time-limit 60 tight
    run.py --second group            # a second run as well: after somebody has declined, and with one more leave
    run.py --ratios practice         # the whole plan beside `check`, and `check` beside python icalendar
    run.py --write --second practice group tight   # keeps the tables in documentation/speed.md
    run.py practice --move-within 7 --own-clinician    # what it does not know itself goes to generate_practice.py

The times are the whole program's: reading, planning, verifying, publishing; `search` is how long the search took of it, by its
own clock. A first run has no earlier publication. Nothing has a threshold: this prints, and whoever reads judges.

Every run has a folder of its own, and nothing is deleted before all are over: ext4 without a journal keeps new files off what
was deleted in the last minutes, and looks for a free place so long that a run that makes 12,000 files takes twice its time.
"""

import argparse
import datetime as dt
import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from program import (
    BUILT, ROOT, cell, check_presets, filled, generate, generator, must_end_well, planned, require, timed)

PAGE = ROOT / "documentation/speed.md"
HOUR_LATER = "2027-01-11T09:00:00Z"  # than the first run


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("presets", nargs="*", default=["practice"], metavar="preset",
                        help=", ".join(generator.PRESETS) + " (default: practice)")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--time-limit", type=float, default=60, help="seconds for the search")
    parser.add_argument("--second", action="store_true", help="measures runs near the last plan as well")
    parser.add_argument("--ratios", action="store_true", help="measures parts of the work beside one another as well")
    parser.add_argument("--write", action="store_true", help="keeps the tables in documentation/speed.md")
    parser.add_argument("--program", type=Path, default=BUILT / "plan-cover")
    options, options.further = parser.parse_known_args()
    check_presets(parser, options.presets)
    require(options.program)
    with tempfile.TemporaryDirectory() as folder:
        results = [measure(preset, Path(folder) / preset, options) for preset in options.presets]
        for result in results:
            measure_more(result, options)
    tables = {"the table of first runs": first_table(results)}
    if options.second:
        tables["the table of second runs"] = second_table(results)
    for table in tables.values():
        print(table, flush=True)
    for result in results:
        for line in result["ratios"]:
            print(line)
    if options.write:
        for mark, table in tables.items():
            PAGE.write_text(filled(PAGE, mark, table), encoding="utf-8")
    sys.exit(0 if all(result["same"] for result in results) else 1)


def measure(preset, folder, options):
    """The first runs."""
    made, window = generate(folder / "practice", preset, options.seed, options.further)
    runs, plans = [], []
    for number in range(options.runs):
        place = copied(folder / "practice", f"run-{number + 1}")
        runs.append(must_end_well(planned(command(place, window, options)), "plan"))
        plans.append((place / "cover/plan.json").read_text(encoding="utf-8"))
    plan = json.loads(plans[-1])
    same = len(set(plans)) == 1
    if not same:
        print(f"{preset}: the runs gave different plans", file=sys.stderr)
    print(f"{preset}: the first runs are done", file=sys.stderr, flush=True)
    return {"preset": preset, "made": made, "window": window, "folder": folder, "published": place, "runs": runs,
            "plan": plan, "ratios": [],
            # Where the clock ended the search, another run may come to another plan.
            "same": same or plan["status"] != "optimal"}


def measure_more(result, options):
    """What is asked for beside the first runs; each second run deletes the publication that it follows."""
    if options.second:
        result["second"] = second_runs(result, options)
    if options.ratios:
        result["ratios"] = ratios(options.program, result["folder"] / "practice", result["window"], result)


def copied(folder, name):
    """A copy of the folder beside it."""
    return Path(shutil.copytree(folder, folder.with_name(name), symlinks=True))


def command(folder, window, options):
    return [options.program, "plan", folder, *window, "--time-limit", f"{options.time_limit:g}"]


def second_runs(result, options):
    """What happened since, and a run after it: each from the publication of the last first run."""
    window = [word if before != "--now" else HOUR_LATER for before, word in zip(["", *result["window"]], result["window"])]

    def run(name, change=lambda folder: None, further=()):
        folder = copied(result["published"], name)
        change(folder)
        return must_end_well(planned([*command(folder, window, options), *further]), "plan")

    return {"nothing new": run("later"), "somebody declines": run("declined", change=decline),
            "one more leave": run("leave", further=one_more_leave(result["plan"]))}


def decline(folder):
    """Answers the first invitation to cover with no."""
    for invitation in sorted((folder / "cover/invitations").glob("cover-*.ics")):
        text = invitation.read_bytes().decode().replace("\r\n ", "")
        if "X-PLAN-COVER-KIND:cover" in text:
            answer = (text.replace("METHOD:REQUEST", "METHOD:REPLY").replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=DECLINED")
                      .replace("DTSTAMP:20270111T080000Z", "DTSTAMP:20270111T083000Z"))
            (folder / "replies").mkdir()
            (folder / "replies/no.ics").write_bytes(answer.encode())
            return
    sys.exit("there is no invitation to decline")


def one_more_leave(plan):
    """Three days in the second week for the first clinician who is not away."""
    away = {absence["clinician"] for absence in plan["absences"]}
    clinicians = sorted({load["clinician"] for load in plan["load"]} - away)
    return ["--leave", f"{clinicians[0]} 2027-01-19..2027-01-21"]


def ratios(program, folder, window, result):
    """How long parts take beside one another, in this very run."""
    check = must_end_well(timed([program, "check", folder, *window]), "check")
    first = result["runs"][0]
    lines = [f"- a whole plan takes {first.processor / check.processor:.1f} times as long as reading alone (`check`): "
             f"{first.processor:.2f} s and {check.processor:.2f} s of processors"]
    for name, run in result.get("second", {}).items():
        lines.append(f"- a second run, {name}: {run.processor / first.processor:.2f} of the first")
    import reading
    if reading.icalendar is None:
        return lines + ["- no icalendar and recurring-ical-events here: run this with .tools/venv/bin/python"]
    paths = sorted((folder / "clinicians").glob("*.ics"))
    seconds, found = reading.run_python(paths, *days(window))
    lines.append(
        f"- python icalendar {reading.icalendar.__version__} + recurring-ical-events take {seconds:.2f} s of processor to parse "
        f"and expand the {len(paths)} calendars ({sum(found.values())} occurrences): "
        f"{seconds / check.processor:.0f} times a whole `check`")
    return lines


def days(window):
    """The first day of the window, and the first one after it."""
    return [dt.date.fromisoformat(window[window.index(name) + 1]) for name in ("--from", "--to")]


def first_table(results):
    tiers = [tier["name"] for tier in results[0]["plan"]["tiers"]]
    head = ["practice", "whole run", "processor", "memory", "search", *tiers]
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    for result in results:
        runs = result["runs"]
        wall = [run.wall for run in runs]
        values = {tier["name"]: cell(tier["value"], tier["bound"]) for tier in result["plan"]["tiers"]}
        lines.append("| " + " | ".join([
            f"`{result['preset']}`",
            f"{min(wall):.1f} s" + (f" ({statistics.median(wall):.1f} s)" if len(runs) > 2 else ""),
            f"{min(run.processor for run in runs):.1f} s", f"{max(run.memory for run in runs):.0f} MiB",
            f"{min(searched(run) for run in runs):.1f} s", *[values.get(tier, "") for tier in tiers]]) + " |")
    return "\n".join(lines) + "\n"


def searched(run):
    """Seconds of the search, by its own clock; before it comes reading, after it help, letters and files."""
    return max((step.wall for step in run.steps.values()), default=0.0)


def second_table(results):
    lines = ["| practice | | whole run | of the first run | processor | of the first run | search | of the first run |",
             "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"]

    def line(practice, name, run, first):
        cells = [practice, name]
        for value in (lambda run: run.wall, lambda run: run.processor, searched):
            cells += [f"{value(run):.1f} s", f"{value(run) / value(first):.0%}" if run != first and value(first) else ""]
        return "| " + " | ".join(cells) + " |"

    for result in results:
        first = min(result["runs"], key=lambda run: run.wall)
        lines.append(line(f"`{result['preset']}`", "first run", first, first))
        lines += [line("", name, run, first) for name, run in result["second"].items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
