#!/usr/bin/env python3
"""Prints what plan-cover depends on, each with version and licence, as a page of the documentation.

    make dependencies

Versions are those that this checkout was built with: of the Swift packages from Package.resolved, of libical from pkg-config,
of the solver's library from its pinned wheel, of the tests' and the benchmarks' programs from their environments. A licence is what the package's
own licence file says; one that is not recognised is an error, so that nobody overlooks it.
"""

import json
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

LICENCES = [  # the first whose words all stand in the licence file
    ("Apache-2.0 with Swift's runtime exception", ["Apache License", "Version 2.0", "Runtime Library Exception"]),
    ("Apache-2.0", ["Apache License", "Version 2.0"]),
    ("MIT", ["Permission is hereby granted, free of charge", "without restriction"]),
]

WHAT_FOR = {
    "swift-argument-parser": "the command line, completions, manual pages",
    "swift-protobuf": "messages to and from the solver",
    "swift-crypto": "digests",
    "swift-asn1": "needed by swift-crypto",
    "yams": "YAML",
    "swift-mustache": "templates of letters",
}


def fail(words, hint):
    sys.exit(f"list-dependencies: {words}\n  hint: {hint}")


def licence_of(folder):
    files = sorted(folder.glob("LICENSE*"))
    text = " ".join(files[0].read_text().split()) if files else ""
    for name, words in LICENCES:
        if all(word in text for word in words):
            return name
    fail(f"the licence of {folder.name} is not recognised", "read it, and add its words to LICENCES")


def swift_packages():
    resolved = ROOT / "Package.resolved"
    if not resolved.exists():
        fail("Package.resolved is not there", "build first: make build")
    for pin in sorted(json.loads(resolved.read_text())["pins"], key=lambda pin: pin["identity"]):
        name = pin["identity"]
        folder = ROOT / ".build" / "checkouts" / pin["location"].rstrip("/").rsplit("/", 1)[-1].removesuffix(".git")
        if name not in WHAT_FOR:
            fail(f"{name} is new", "say in WHAT_FOR what it is for")
        yield name, pin["state"]["version"], licence_of(folder), WHAT_FOR[name]


def solver():
    pins = (ROOT / "scripts/solver-requirements.txt").read_text()
    version = re.search(r"^ortools==(\S+)", pins, re.M).group(1)
    return version, licence_of(ROOT / f".solver/ortools-{version}"), re.findall(r"sha256:[0-9a-f]{64}", pins)


def programs(requirements, environment):
    """Those named in the requirements: what they need in turn is theirs to choose."""
    found = {
        distribution.metadata["Name"].lower().replace("_", "-"): distribution
        for distribution in metadata.distributions(path=[str(p) for p in ROOT.glob(f"{environment}/lib/python3*/site-packages")])
    }
    pins = (ROOT / requirements).read_text()
    for name, version in re.findall(r"^([A-Za-z0-9_.-]+)==(\S+)", pins, re.M):
        distribution = found.get(name.lower().replace("_", "-"))
        if distribution is None:
            fail(f"{name} is not installed", "scripts/setup.sh --tests, and --benchmarks")
        fields = distribution.metadata
        said = fields.get("License-Expression") or next(
            (c.rsplit(" :: ", 1)[-1] for c in fields.get_all("Classifier", []) if c.startswith("License :: ")), None)
        said = said or (fields.get("License") or "").strip().split("\n")[0]
        if not said:
            fail(f"{name} does not say its licence", "look it up, and leave the program out if it has none")
        yield name, version, said


def rows(*cells):
    return "\n".join("| " + " | ".join(row) + " |" for row in cells)


def main():
    libical = subprocess.run(["pkg-config", "--modversion", "libical"], capture_output=True, text=True, check=True)
    version, licence, digests = solver()
    print(f"""# What plan-cover depends on

Made by `make dependencies`, which fails where a licence is not recognised. plan-cover itself is under Apache-2.0.

## In the program

{rows(("what", "version", "licence", "for"), ("---",) * 4, *swift_packages())}

Swift's runtime comes with the toolchain (6.1 or later; Apache-2.0 with its runtime exception).

## Loaded by the program

{rows(("what", "version", "licence", "for"), ("---",) * 4,
      ("libical", libical.stdout.strip() + "; 3.0 or later", "LGPL-2.1 or MPL-2.0", "parsing and writing iCalendar"),
      ("OR-Tools", version, licence, "the constraint solver, CP-SAT"))}

OR-Tools is taken from its Python wheel, which pip holds against these digests (one a processor) and refuses otherwise:

{chr(10).join(f"- `{digest}`" for digest in digests)}

The wheel brings libraries of its own along: Abseil and SCIP (Apache-2.0), Protocol Buffers and RE2 (BSD-3-Clause), HiGHS (MIT), the COIN-OR
libraries Cbc, Cgl, Clp, CoinUtils and Osi (EPL-2.0), zlib and bzip2 (their own). They are used unchanged.

## In the tests alone

{rows(("what", "version", "licence"), ("---",) * 3,
      *programs("Tests/CommandLineTests/interop/requirements.txt", ".tools/venv"))}

## In the benchmarks alone

{rows(("what", "version", "licence"), ("---",) * 3, *programs("Benchmarks/requirements.txt", ".tools/benchmarks"))}

Timefold runs on Java 17 or later.
""", end="")


main()
