"""A real browser for the tests, and a server that gives it a built site."""

import functools
import http.server
import os
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FIREFOX = ("firefox-esr", "firefox")


def find_chromium() -> str:
    """Return the path of a Chromium; PLAYBOOK_CHROMIUM names one that is elsewhere."""
    found = os.environ.get("PLAYBOOK_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise RuntimeError(
            "The browser tests need Chromium. Install it (Debian, Ubuntu: `apt-get install chromium`; macOS: `brew "
            "install chromium`), or name one: `PLAYBOOK_CHROMIUM=/path/to/chrome make test`."
        )
    return found


def find_firefox() -> str | None:
    """Return the path of a stock Firefox, if there is one; PLAYBOOK_FIREFOX names one that is elsewhere."""
    return os.environ.get("PLAYBOOK_FIREFOX") or next(filter(None, map(shutil.which, FIREFOX)), None)


DOWNLOADS = tempfile.TemporaryDirectory()
"""Where Firefox puts its files: its driver does not tell of those that a page makes."""

BASE = "/offer-playbook"
"""The path under which a host of pages serves a project; the page for unknown addresses relies on it."""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files below BASE and says nothing."""

    def translate_path(self, path: str) -> str:
        """Return the file for an address."""
        return super().translate_path(path.removeprefix(BASE))

    def log_message(self, format: str, *args: object) -> None:
        """Leave the output of the tests alone."""


class LateHandler(QuietHandler):
    """Sends what starts the scripts late, so that a page stands before they do."""

    def do_GET(self) -> None:
        """Send what is asked for."""
        if self.path.endswith("/start.js"):
            time.sleep(0.5)
        super().do_GET()

    def end_headers(self) -> None:
        """Let the browser ask each time."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class SlowHandler(QuietHandler):
    """Sends the header and the forms of a page bit by bit, as a poor connection may: each bit is painted by itself."""

    def do_GET(self) -> None:
        """Send what is asked for."""
        file = self.send_head()
        if not file:
            return
        with file:
            parts = re.split(rb"(<header.*?</header>|<form.*?</form>)", file.read(), flags=re.DOTALL)
        for number, part in enumerate(parts):
            size = 100 if number % 2 else len(part) or 1
            for start in range(0, len(part), size):
                time.sleep(0.02)
                self.wfile.write(part[start : start + size])


@contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve a folder on this machine; gives its address, without a slash at the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
    finally:
        server.shutdown()
        server.server_close()
