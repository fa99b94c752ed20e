"""The figures of documentation/peers.json as one picture: a field for each practice, solver and tier."""

import math
from html import escape

LEFT, TOP, CELL, GAP, ROW = 120, 58, 152, 8, 46
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.small { font-size: 11px; fill: #59636e }
.best { font-weight: 700 }
.later { opacity: .45 }
.field { fill: #f6f8fa }
.proven { fill: #1a7f37 } .open { fill: #bf8700 } .none { fill: #8c959f }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .small { fill: #9198a1 } .field { fill: #212830 }
  .proven { fill: #3fb950 } .open { fill: #d29922 } .none { fill: #656c76 }
}
"""


def draw(records, names):
    parts, top = [], 30
    for record in records:
        field, height = panel(record, names, top)
        parts += field
        top += height
    columns = max((len(record["solvers"][0]["tiers"]) for record in records), default=0)
    width = LEFT + columns * (CELL + GAP)
    key = [text(LEFT, 18, "small", "bar: seconds of search until the tier was done, 0.1 to 60, each step ten times as long"),
           bar(LEFT + 500, 9, 16, "proven"), text(LEFT + 522, 18, "small", "proven"),
           bar(LEFT + 580, 9, 16, "open"), text(LEFT + 602, 18, "small", "not proven"),
           bar(LEFT + 680, 9, 16, "none"), text(LEFT + 702, 18, "small", "no bound")]
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {top}" role="img" aria-labelledby="title">\n'
            f'<title id="title">Value, bound and time of each solver in each tier</title>\n<style>{STYLE}</style>\n'
            + "\n".join(key + parts) + "\n</svg>\n")


def panel(record, names, top):
    """The parts of one practice, and the height that they take."""
    tiers = [tier["name"] for tier in record["solvers"][0]["tiers"]]
    best = min([tier["value"] for tier in solver["tiers"]] for solver in record["solvers"] if solver["tiers"])
    parts = [text(4, top + 24, "title", record["preset"]),
             text(LEFT, top + 24, "small", record["made"].replace(f", seed {record['seed']}", ""))]
    parts += [text(LEFT + at * (CELL + GAP), top + 46, "small", name) for at, name in enumerate(tiers)]
    for line, solver in enumerate(record["solvers"]):
        y = top + TOP + line * ROW
        parts.append(text(4, y + 16, "", names[solver["name"]]))
        parts.append(text(4, y + 31, "small", f"{solver['threads']} thread" + ("s" if solver["threads"] > 1 else "")))
        if not solver["tiers"]:
            parts.append(text(LEFT, y + 16, "small", solver["failed"]))
        behind = False  # in a tier before: what comes after cannot be compared
        for at, tier in enumerate(solver["tiers"]):
            parts += field(tier, LEFT + at * (CELL + GAP), y, tier["value"] == best[at] and not behind, behind)
            behind |= tier["value"] != best[at]
    return parts, TOP + len(record["solvers"]) * ROW + 12


def field(tier, x, y, is_best, is_later):
    proof = "none" if tier["bound"] is None else "proven" if tier["bound"] >= tier["value"] else "open"
    words = f"{tier['value']:,}" + (f"  ≥ {tier['bound']:,}" if proof == "open" else "")
    kind = "later" if is_later else "best" if is_best else ""
    parts = [f'<rect class="field" x="{x}" y="{y}" width="{CELL}" height="{ROW - 8}" rx="4"/>', text(x + 8, y + 17, kind, words)]
    if tier["seconds"] is not None:
        parts.append(bar(x + 8, y + 25, length(tier["seconds"]), proof))
        parts.append(text(x + 14 + length(tier["seconds"]), y + 32, "small", f"{tier['seconds']:.1f} s"))
    return parts


def length(seconds):
    """3 to 90: a tenth of a second and less, to a minute."""
    return round(3 + 87 * min(1, max(0, math.log10(max(seconds, 0.1) * 10) / math.log10(600))), 1)


def text(x, y, kind, words):
    return f'<text x="{x}" y="{y}"' + (f' class="{kind}"' if kind else "") + f">{escape(words)}</text>"


def bar(x, y, width, kind):
    return f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="8" rx="2"/>'
