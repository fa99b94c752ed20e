"""How the benchmarks make practices, run the program on them, and measure."""

import collections
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import generate_practice as generator  # noqa: E402

ROOT = HERE.parent
BUILT = ROOT / ".build/release"
ENDED_WELL = (0, 2)  # 2: something needs a person, such as an uncovered session

Run = collections.namedtuple("Run", "status wall processor memory words steps")
Run.__doc__ = """One run of a program: exit status, seconds by the clock and of processors, peak memory in MiB, the end of
what went to standard error; of a plan, the steps of the search."""

Step = collections.namedtuple("Step", "wall processor")
Step.__doc__ = """When a step of the search was done: seconds of the search by the clock, as the program shows them, and seconds
of processors since the program began."""


def generate(folder, preset, seed, further=()):
    """Makes the practice of the preset; what it is in words, and the options that a command needs for it.

    `further` are options of generate_practice.py that are not known here.
    """
    made = subprocess.run(
        [sys.executable, str(HERE / "generate_practice.py"), str(folder), "--preset", preset, "--seed", str(seed),
         *further],
        check=True, capture_output=True, text=True).stdout.splitlines()
    return made[0], made[1].split()


def check_presets(parser, presets):
    for preset in presets:
        if preset not in generator.PRESETS:
            parser.error(f"unknown preset {preset}: there are {', '.join(generator.PRESETS)}")


def require(program):
    if not Path(program).exists():
        sys.exit(f"{program} is not there: build it with `make build` or `make peers`, or name another one")


def wait(process, limit=None):
    """Exit status and usage of the process, which is ended where it takes longer than the limit in seconds."""
    end = threading.Timer(limit, process.kill) if limit else None
    if end:
        end.start()
    _, status, usage = os.wait4(process.pid, 0)
    if end:
        end.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage


def timed(command, stdout=subprocess.DEVNULL, limit=None):
    """Runs a command without a terminal."""
    with tempfile.TemporaryFile() as errors:
        begun = time.monotonic()
        process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=stdout, stderr=errors)
        status, usage = wait(process, limit)
        wall = time.monotonic() - begun
        errors.seek(0)
        words = errors.read().decode(errors="replace")[-4000:]
    return Run(status, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, words, {})


def planned(command):
    """Runs `plan-cover plan` as on a terminal: what it shows while it searches says when each step was done (on Linux, where
    another process' processor time can be looked at, also what it took)."""
    mine, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 200, 0, 0))  # wide enough for every line
    begun = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=its)
    os.close(its)
    shown, steps = b"", {}
    while True:
        try:
            part = os.read(mine, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
        for step, seconds in re.findall(rb"planning: ([a-z -]+?) \d+[^\r]*?\((\d+\.\d) s", part):
            steps[step.decode()] = Step(float(seconds), processor_seconds(process.pid))
    os.close(mine)
    status, usage = wait(process)
    wall = time.monotonic() - begun
    words = shown.decode(errors="replace")
    words = re.sub(r"\r\x1b\[2K(planning: [^\r]*)?", "", words)[-4000:]
    return Run(status, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, words, steps)


def processor_seconds(pid):
    """What the running process has taken so far."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return None


def must_end_well(run, name):
    if run.status not in ENDED_WELL:
        sys.exit(f"{name} ended with status {run.status}:\n{run.words}")
    return run


def cell(value, bound, seconds=None):
    """A tier's value, what it was proven to be at least, and when the search was done with it."""
    text = f"{value:,}"
    if bound is not None:
        text += " ✓" if bound >= value else f" (≥ {bound:,})"
    return text + (f", {seconds:.1f} s" if seconds is not None else "")


def filled(page, mark, text):
    """The page with the text between its two lines that hold the mark; what stands there was made so as well."""
    begin, end = f"<!-- {mark} -->\n", f"<!-- end of {mark} -->"
    words = page.read_text(encoding="utf-8")
    if begin not in words or end not in words:
        sys.exit(f"{page} has no place for {mark}: {begin.strip()} … {end}")
    before, rest = words.split(begin, 1)
    return f"{before}{begin}\n{text}\n{end}{rest.split(end, 1)[1]}"
