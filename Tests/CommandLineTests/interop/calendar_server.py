"""A Radicale server on this machine, for as long as a `with` block lasts."""

import base64
import ctypes
import http.client
import pathlib
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import xml.etree.ElementTree as xml


def die_with_parent():
    """Run in a child before it starts: the child ends when this program is killed (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class CalendarServer:
    """Radicale with one user, bound to the loopback address, keeping its calendars in `folder`."""

    user, password = "practice", "correct-horse"

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.process = None

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "users").write_text(f"{self.user}:{self.password}\n")
        for _ in range(3):  # another program may take the port between the choice and the start
            self._start(_free_port())
            if self._answers():
                return self
            self.__exit__()
        raise RuntimeError("Radicale did not start:\n" + (self.folder / "log").read_text()[-2000:])

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    @property
    def root(self):
        return f"http://127.0.0.1:{self.port}/{self.user}"

    def make_calendar(self, name):
        status, body = self._ask("MKCALENDAR", f"/{self.user}/{name}/")
        if status != 201:
            raise RuntimeError(f"MKCALENDAR {name}: status {status} {body[:200]}")

    def items(self, name):
        """The stored calendar objects of a calendar: name on the server -> text."""
        status, body = self._ask("PROPFIND", f"/{self.user}/{name}/", {"Depth": "1"})
        if status != 207:
            raise RuntimeError(f"PROPFIND {name}: status {status}")
        paths = [href.text for href in xml.fromstring(body).iter("{DAV:}href")]
        paths = [path for path in paths if not path.endswith("/")]
        texts = {}
        for path in paths:
            status, body = self._ask("GET", path)
            if status != 200:
                raise RuntimeError(f"GET {path}: status {status}")
            texts[urllib.parse.unquote(path.rsplit("/", 1)[1])] = body
        return texts

    def _start(self, port):
        self.port = port
        command = [sys.executable, "-m", "radicale", "--config", "", "--server-hosts", f"127.0.0.1:{port}"]
        command += ["--auth-type", "htpasswd", "--auth-htpasswd-filename", str(self.folder / "users")]
        command += ["--auth-htpasswd-encryption", "plain", "--auth-delay", "0"]
        command += ["--storage-filesystem-folder", str(self.folder / "collections"), "--logging-level", "warning"]
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=die_with_parent)

    def _answers(self):
        for _ in range(200):
            if self.process.poll() is not None:
                return False
            try:
                return self._ask("OPTIONS", "/")[0] == 200
            except OSError:
                time.sleep(0.05)
        return False

    def _ask(self, method, path, headers=None):
        token = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, headers={"Authorization": f"Basic {token}", **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
