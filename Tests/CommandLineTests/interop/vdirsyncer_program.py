"""vdirsyncer between folders of .ics files and a calendar server."""

import os
import pathlib
import subprocess
import sys


class Pairs:
    """Pairs of a folder `folders/NAME` and the server's calendar NAME, with the state that vdirsyncer keeps of them."""

    def __init__(self, work, folders, server, names, options=(), folder_options=()):
        self.work = pathlib.Path(work)
        self.work.mkdir()
        lines = ["[general]", f'status_path = "{self.work / "status"}"']
        for name in names:
            pair = "".join(character if character.isalnum() else "_" for character in name)
            lines += [f"[pair {pair}]", f'a = "{pair}_folder"', f'b = "{pair}_server"', "collections = null", *options]
            lines += [f"[storage {pair}_folder]", 'type = "filesystem"', f'path = "{folders / name}"']
            lines += ['fileext = ".ics"', *folder_options]
            lines += [f"[storage {pair}_server]", 'type = "caldav"', f'url = "{server.root}/{name}/"']
            lines += [f'username = "{server.user}"', f'password = "{server.password}"']
        (self.work / "config").write_text("\n".join(lines) + "\n")
        _run(self.work, "discover")

    def sync(self, *arguments):
        """Brings both sides in step, twice; raises RuntimeError where it is refused or never comes to rest."""
        _run(self.work, "sync", *arguments)
        again = _run(self.work, "sync", *arguments)
        busy = [line for line in again.splitlines() if line.startswith(("Copying", "Deleting"))]
        if busy:
            raise RuntimeError("a second synchronisation still had work to do:\n" + "\n".join(busy))


def sync(work, folders, server, names):
    """Brings `folders/NAME` and the server's calendar NAME in step, twice; raises RuntimeError where it is refused."""
    Pairs(work, folders, server, names).sync()


def _run(work, command, *arguments):
    program = pathlib.Path(sys.executable).with_name("vdirsyncer")
    ran = subprocess.run(
        [program, "--config", work / "config", command, *arguments], input="y\n" * 200, capture_output=True, text=True, timeout=120,
        env={**os.environ, "HOME": str(work), "NO_COLOR": "1"})
    said = ran.stdout + ran.stderr
    if ran.returncode != 0:
        told = [line for line in said.splitlines() if not line.startswith(("Copying", "Syncing", "Discovering"))]
        raise RuntimeError(f"vdirsyncer {command} ended with status {ran.returncode}:\n" + "\n".join(told)[:4000])
    return said
