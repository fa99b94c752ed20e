"""vdirsyncer between folders of .ics files and a calendar server."""

import os
import pathlib
import subprocess
import sys


def sync(work, folders, server, names):
    """Brings `folders/NAME` and the server's calendar NAME in step, twice; raises RuntimeError where it is refused."""
    work = pathlib.Path(work)
    work.mkdir()
    lines = ["[general]", f'status_path = "{work / "status"}"']
    for name in names:
        pair = "".join(character if character.isalnum() else "_" for character in name)
        lines += [f"[pair {pair}]", f'a = "{pair}_folder"', f'b = "{pair}_server"', "collections = null"]
        lines += [f"[storage {pair}_folder]", 'type = "filesystem"', f'path = "{folders / name}"', 'fileext = ".ics"']
        lines += [f"[storage {pair}_server]", 'type = "caldav"', f'url = "{server.root}/{name}/"']
        lines += [f'username = "{server.user}"', f'password = "{server.password}"']
    (work / "config").write_text("\n".join(lines) + "\n")
    _run(work, "discover")
    _run(work, "sync")
    again = _run(work, "sync")
    busy = [line for line in again.splitlines() if line.startswith(("Copying", "Deleting"))]
    if busy:
        raise RuntimeError("a second synchronisation still had work to do:\n" + "\n".join(busy))


def _run(work, command):
    program = pathlib.Path(sys.executable).with_name("vdirsyncer")
    ran = subprocess.run(
        [program, "--config", work / "config", command], input="y\n" * 200, capture_output=True, text=True, timeout=120,
        env={**os.environ, "HOME": str(work), "NO_COLOR": "1"})
    said = ran.stdout + ran.stderr
    if ran.returncode != 0:
        told = [line for line in said.splitlines() if not line.startswith(("Copying", "Syncing", "Discovering"))]
        raise RuntimeError(f"vdirsyncer {command} ended with status {ran.returncode}:\n" + "\n".join(told)[:4000])
    return said
