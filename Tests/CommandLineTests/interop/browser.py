"""A headless Chromium, spoken to through two pipes (the DevTools protocol): no port, no library, no network."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
TIME_LIMIT = 120


def program():
    """The path of a browser; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Browser:
    """A browser of its own, gone when the `with` is over."""

    def __init__(self, work):
        self.work = pathlib.Path(work)
        self.number = 0
        self.events = []
        self.rest = b""

    def __enter__(self):
        # The browser reads commands from descriptor 3 and answers on descriptor 4.
        command_out, self.commands = os.pipe()
        self.answers, answer_in = os.pipe()

        def connect():
            os.setsid()
            low, high = os.dup(command_out), os.dup(answer_in)
            os.dup2(low, 3, inheritable=True)
            os.dup2(high, 4, inheritable=True)

        flags = ["--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-extensions",
                 "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
                 "--force-color-profile=srgb", f"--user-data-dir={self.work / 'profile'}"]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")  # Chromium's sandbox refuses to start as root.
        with open(self.work / "browser.log", "wb") as log:
            self.process = subprocess.Popen([program(), *flags, "about:blank"], stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log, preexec_fn=connect, pass_fds=(3, 4, command_out, answer_in))
        os.close(command_out)
        os.close(answer_in)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network", "DOM", "Accessibility"]:
            self.page(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        os.close(self.commands)
        os.close(self.answers)

    def call(self, method, session=None, **parameters):
        """The result of a command. Events that come before it are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.commands, data):]
        deadline = time.monotonic() + TIME_LIMIT
        while time.monotonic() < deadline:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)
        raise RuntimeError(f"{method}: no answer in {TIME_LIMIT} s")

    def receive(self):
        """The next message."""
        while b"\0" not in self.rest:
            data = os.read(self.answers, 1 << 20)
            if not data:
                raise RuntimeError("the browser has gone: " + (self.work / "browser.log").read_text()[-500:])
            self.rest += data
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def page(self, method, **parameters):
        return self.call(method, self.session, **parameters)

    def evaluate(self, script):
        """The value of an expression in the page."""
        result = self.page("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:800])
        return result["result"].get("value")

    def open(self, path):
        """Opens a file and waits until it is loaded; the events of the loading are in `events`."""
        self.events.clear()
        self.page("Page.navigate", url=pathlib.Path(path).resolve().as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.receive())

    def look(self, width, scheme="light", height=1200, media="", forced="none"):
        """Sets the window and what its reader prefers."""
        self.page("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.page("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "forced-colors", "value": forced}])
        # What is asked next is asked of what has been drawn.
        self.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
