#!/usr/bin/env python3
"""Holds the program against other solvers on the same practice, in one run, and keeps what came out.

    peers.py practice group tight                  # presets of generate_practice.py, 60 s each solver
    peers.py --time-limit 20 --solvers highs tight
    peers.py --write practice group tight          # also into documentation/peers.json, then makes table and chart anew

The program plans files, as it always does; the solvers are given the choices that the rules leave, as `cover-instance`
prints them. Every plan is judged by the same code (solvers/instance.py), the program's as well. What the solvers need is
installed by scripts/setup.sh --benchmarks; run this with .tools/benchmarks/bin/python.
"""

import argparse
import datetime as dt
import json
import os
import sys
import tempfile
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "solvers")]
import peers_page  # noqa: E402
import reading  # noqa: E402
from instance import Instance  # noqa: E402
from program import BUILT, check_presets, generate, generator, must_end_well, planned, require, timed  # noqa: E402

# name: module, package, threads
SOLVERS = {
    "cpsat": ("cpsat.py", "ortools", 8),
    "highs": ("highs.py", "highspy", 2),
    "timefold": ("timefold_solver.py", "timefold", 1),
}
# Some seconds go by before and after the search proper; a solver that takes much longer is ended, and its last word counts.
GRACE = 120


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("presets", nargs="*", default=["practice"], metavar="preset",
                        help=", ".join(generator.PRESETS) + " (default: practice)")
    parser.add_argument("--solvers", nargs="*", default=list(SOLVERS), choices=list(SOLVERS), metavar="solver",
                        help=", ".join(SOLVERS) + " (default: all)")
    parser.add_argument("--time-limit", type=float, default=60, help="seconds for each search")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--beside", default="nothing else", help="what else the machine had to do, in words, for the record")
    parser.add_argument("--write", action="store_true", help="keeps the figures in documentation/ and makes its page anew")
    parser.add_argument("--programs", type=Path, default=BUILT, help="where plan-cover and cover-instance are")
    options = parser.parse_args()
    check_presets(parser, options.presets)
    for program in ("plan-cover", "cover-instance"):
        require(options.programs / program)
    for preset in options.presets:
        with tempfile.TemporaryDirectory() as folder:
            record = compare(preset, Path(folder), options)
        print(peers_page.table(record), flush=True)
        if options.write:
            peers_page.keep(record)
    if options.write:
        peers_page.write()


def compare(preset, work, options):
    """Everything that is to be known of one preset."""
    practice = work / "practice"
    made, window = generate(practice, preset, options.seed)
    record = {"preset": preset, "made": made, "seed": options.seed, "time-limit": options.time_limit,
              "date": dt.date.today().isoformat(), "cores": os.cpu_count(), "beside": options.beside, "solvers": []}
    instance_file = work / "instance.json"
    with open(instance_file, "wb") as file:
        must_end_well(timed([options.programs / "cover-instance", practice, *window], stdout=file), "cover-instance")
    instance = Instance(instance_file)
    record["choices"] = instance.size
    record["reading"] = compare_reading(practice, window, options)
    record["solvers"].append(run_program(practice, window, instance, options))
    for name in options.solvers:
        record["solvers"].append(run_solver(name, instance_file, instance, options))
        print(f"{preset}: {name} is done", file=sys.stderr, flush=True)
    return record


def run_program(practice, window, instance, options):
    """Plans the files. What the program shows on a terminal says when each tier was done."""
    command = [options.programs / "plan-cover", "plan", practice, *window, "--time-limit", f"{options.time_limit:g}"]
    run = must_end_well(planned(command), "plan")
    plan = json.loads((practice / "cover/plan.json").read_text(encoding="utf-8"))
    positions = {(choice["clinician"], choice["session"]): number for number, choice in enumerate(instance.demands)}
    people = {who["id"]: number for number, who in enumerate(instance.colleagues)}
    chosen = []
    for session in plan["sessions"]:
        if session["outcome"] == "covered":
            start = int(dt.datetime.fromisoformat(session["at"].replace("Z", "+00:00")).timestamp())
            chosen += [choice for choice in instance.of_demand[positions[session["clinician"], session["session"]]]
                       if instance.colleague[choice] == people[session["by"]] and instance.start[choice] == start]
    told = {tier["name"]: tier for tier in plan["tiers"]}
    values = instance.values(chosen)
    if values != {name: tier["value"] for name, tier in told.items()}:
        sys.exit(f"the judge counts {values} in the program's plan, which says otherwise: {told}")
    refuse_illegal("plan-cover", instance, chosen)
    tiers = []
    for tier in instance.tiers:
        if tier.is_open:
            step = run.steps.get(tier.name)
            tiers.append({"name": tier.name, "value": values[tier.name], "bound": told[tier.name]["bound"],
                          "seconds": step.wall if step else None})
    return {"name": "plan-cover", "version": "", "threads": 1, **spent(run), "tiers": tiers}


def run_solver(name, instance_file, instance, options):
    module, package, threads = SOLVERS[name]
    command = [sys.executable, HERE / "solvers" / module, instance_file, "--time-limit", f"{options.time_limit:g}",
               "--threads", str(threads)]
    with tempfile.TemporaryFile() as out:
        run = timed(command, stdout=out, limit=options.time_limit + GRACE)
        out.seek(0)
        lines = [line for line in out.read().decode().splitlines() if line.startswith("{")]
    record = {"name": name, "version": metadata.version(package), "threads": threads, **spent(run), "tiers": []}
    if not lines:
        words = run.words.strip().splitlines()
        record["failed"] = "no plan in the time" if run.status < 0 or not words else words[-1]
        return record
    found = json.loads(lines[-1])
    refuse_illegal(name, instance, found["chosen"])
    values = instance.values(found["chosen"])
    told = {tier["name"]: tier for tier in found["tiers"]}
    record["built"] = found["built"]
    for tier in instance.tiers:
        if tier.is_open:
            its = told.get(tier.name, {"bound": None, "seconds": None})
            record["tiers"].append({"name": tier.name, "value": values[tier.name], "bound": its["bound"],
                                    "seconds": its["seconds"]})
    return record


def spent(run):
    return {"wall": round(run.wall, 2), "processor": round(run.processor, 2), "memory": round(run.memory)}


def refuse_illegal(name, instance, chosen):
    breaches = instance.breaches(chosen)
    if breaches:
        sys.exit(f"{name} gives a plan that breaks rules: {'; '.join(breaches[:5])}")


def compare_reading(practice, window, options):
    """Seconds for a whole `check`, and for parsing and expanding the same calendars with icalendar."""
    run = must_end_well(timed([options.programs / "plan-cover", "check", practice, *window]), "check")
    paths = sorted((practice / "clinicians").glob("*.ics"))
    first, last = (dt.date.fromisoformat(window[at]) for at in (1, 3))
    theirs, found = reading.run_python(paths, first, last)
    return {"calendars": len(paths), "occurrences": sum(found.values()), "check": spent(run), "python": round(theirs, 2),
            "version": metadata.version("icalendar")}


if __name__ == "__main__":
    main()
