"""The server of the preview: answers browsers, and tells those that wait when to look again."""

import mimetypes
import os
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click
from mkdocs.utils.yaml import yaml_load

from playbook.builder.preview import Preview
from playbook.builder.watch import CONFIGURATION
from playbook.problems import ProblemsFound

HOST = "127.0.0.1"
LOOK_AGAIN = "/look-again/"
PATIENCE = 20
"""Seconds after which a browser that waits is told that nothing has changed."""

SCRIPT = Path(__file__).with_name("preview.js")


class Server(ThreadingHTTPServer):
    """Answers many at once, as each browser that waits holds a connection."""

    daemon_threads = True


def address_of(root: Path, port: int) -> str:
    """Return where a preview is seen: below the path below which the site will be published."""
    with (root / CONFIGURATION).open("rb") as file:
        path = urlsplit(str(yaml_load(file).get("site_url") or "")).path.strip("/")
    return f"http://{HOST}:{port}/{path}/" if path else f"http://{HOST}:{port}/"


def open_server(preview: Preview, port: int) -> Server:
    """Return a server that does not answer yet; ClickException if something else is there already."""
    try:
        return Server((HOST, port), partial(Handler, preview))
    except OSError as taken:
        raise click.ClickException(
            f"Nothing can be shown at {preview.address} ({os.strerror(taken.errno or 0)}). "
            "End what runs there, or choose another place: make serve PORT=8001"
        ) from taken


class Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    protocol_version = "HTTP/1.1"

    def __init__(self, preview: Preview, *arguments: object) -> None:
        self.preview = preview
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer."""
        path = unquote(urlsplit(self.path).path)
        if path.startswith(LOOK_AGAIN):
            self._wait(path.removeprefix(LOOK_AGAIN))
        elif path == "/preview.js":
            self._answer(HTTPStatus.OK, "preview.js", SCRIPT.read_bytes())
        elif not path.startswith(self.preview.mount):
            self._move(self.preview.mount)
        else:
            self._page(path.removeprefix(self.preview.mount))

    def _page(self, path: str) -> None:
        version = self.preview.version
        try:
            found = self.preview.find(path)
        except ProblemsFound as problems:
            self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, "problems.txt", str(problems).encode())
            return
        if found:
            self._answer(HTTPStatus.OK, found[0], _followed(found, version))
        elif not path.endswith("/") and self.preview.find(f"{path}/"):
            self._move(f"{self.preview.mount}{path}/")
        else:
            missing = self.preview.find("404.html") or ("404.txt", b"There is no such page.\n")
            self._answer(HTTPStatus.NOT_FOUND, missing[0], _followed(missing, version))

    def _wait(self, known: str) -> None:
        """Answer once there is a newer version than the one that a browser knows."""
        preview = self.preview
        with preview.changed:
            preview.changed.wait_for(lambda: str(preview.version) != known, PATIENCE)
        self._answer(HTTPStatus.OK, "version.txt", str(preview.version).encode())

    def _move(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: HTTPStatus, name: str, content: bytes) -> None:
        kind = "text/javascript" if name.endswith((".js", ".mjs")) else mimetypes.guess_type(name)[0]
        self.send_response(status)
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *values: object) -> None:
        """Say nothing of each request."""


def _followed(found: tuple[str, bytes], version: int) -> bytes:
    """Return what was found, a page with the script that waits for its next version."""
    name, content = found
    before, end, after = content.rpartition(b"</body>")
    script = f'<script src="/preview.js" data-version="{version}"></script>'.encode()
    return before + script + end + after if name.endswith(".html") and end else content
