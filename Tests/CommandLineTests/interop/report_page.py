"""Opens a published report.html in a headless Chromium and holds it against plan.json and against what its readers need.

    report_page.py COVER [--shapes FILE] [--like FILE]

No error in the console, no request, no script; every marked number is the one that plan.json has; contrast in light and in
dark; names, order of headings, tables, reflow at 320 pixels, nothing lost on paper or in forced colours. --shapes writes the
elements of the page with the names of their attributes, --like holds the page against such a list: hostile text adds none.
Faults are printed a line each, and the status is 1.
"""

import argparse
import json
import pathlib
import signal
import sys
import tempfile

import browser
import plan_numbers

TIME_LIMIT = 300


def loading(window):
    """What happened while the page was loaded that should not have."""
    faults = []
    for event in window.events:
        method, parameters = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent" and parameters["type"] != "Document":
            faults.append(f"a request: {parameters['request']['url'][:100]}")
        if method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded", "Security.certificateError"):
            faults.append(f"{method}: {json.dumps(parameters)[:300]}")
    documents = sum(event.get("method") == "Network.requestWillBeSent" for event in window.events)
    return faults + ([] if documents == 1 else [f"{documents} requests"])


def numbers(window, plan):
    faults, marked = [], window.evaluate("checks.numbers()")
    for tally, value, text in marked:
        try:
            wanted = plan_numbers.count(plan, tally)
        except (KeyError, StopIteration, ValueError) as fault:
            faults.append(f"{tally}: plan.json has no such number ({fault!r})")
            continue
        if str(wanted) != value or value != text:
            faults.append(f"{tally}: the page says {text} ({value}), plan.json {wanted}")
    told = plan_numbers.numbers_in(window.evaluate("document.querySelector('.headline').textContent"))
    if told != plan_numbers.headline(plan):
        faults.append(f"the headline has {told}, plan.json {plan_numbers.headline(plan)}")
    return faults + [f"nothing vouches for {cell}" for cell in window.evaluate("checks.unmarked()")], len(marked)


def names(window):
    """Things of the accessibility tree that a reader could not name."""
    faults = []
    for node in window.page("Accessibility.getFullAXTree")["nodes"]:
        role = node.get("role", {}).get("value")
        if node.get("ignored") or role not in ("link", "region", "image", "img", "table", "heading", "navigation", "button",
                                               "DisclosureTriangle", "columnheader", "rowheader", "RootWebArea"):
            continue
        if not node.get("name", {}).get("value", "").strip():
            faults.append(f"a {role} without a name")
    return faults


def check(window, page, plan, like):
    script = (pathlib.Path(__file__).parent / "page_checks.js").read_text()
    window.look(1280)
    window.open(page)
    faults = loading(window)
    window.evaluate(script)

    def run(name, where):
        return [f"{where}: {fault}" for fault in window.evaluate(f"checks.{name}()")]

    # Before anything is opened by hand: paper shows what is folded up.
    window.look(794, media="print")
    faults += run("unfolded", "on paper")
    window.look(1280)
    shapes = window.evaluate("checks.shapes()")
    run("open", "")
    found, count = numbers(window, plan)
    faults += found + run("structure", "structure") + run("tables", "tables") + names(window)
    for scheme in ("light", "dark"):
        for width in (1280, 390):
            window.look(width, scheme)
            faults += run("contrast", f"contrast, {scheme}, {width}")
        window.look(1280, scheme)
        faults += run("marks", f"marks, {scheme}")
    window.look(1280, forced="active")
    faults += run("contrast", "contrast, forced colours")
    for width in (1280, 700, 390, 320):
        window.look(width)
        faults += run("reflow", f"{width} pixels")
    if like is not None:
        faults += [f"an element that no other page has: {shape}" for shape in shapes if shape not in like]
    return faults, shapes, count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cover", type=pathlib.Path)
    parser.add_argument("--shapes", type=pathlib.Path)
    parser.add_argument("--like", type=pathlib.Path)
    arguments = parser.parse_args()
    for ending in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(ending, lambda number, _: sys.exit(f"ended by signal {number}; the limit is {TIME_LIMIT} s"))
    signal.alarm(TIME_LIMIT)
    plan = json.loads((arguments.cover / "plan.json").read_text())
    like = json.loads(arguments.like.read_text()) if arguments.like else None
    with tempfile.TemporaryDirectory(prefix="plan-cover-page-") as folder, browser.Browser(folder) as window:
        faults, shapes, count = check(window, arguments.cover / "report.html", plan, like)
    if arguments.shapes:
        arguments.shapes.write_text(json.dumps(shapes))
    if faults:
        print("\n".join(faults[:200]))
        return 1
    print(f"{count} numbers are those of plan.json; nothing is wrong with the page")
    return 0


if __name__ == "__main__":
    sys.exit(main())
