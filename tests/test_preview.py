"""The live preview shows an edit by itself, says what is wrong, and recovers once the file is mended."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PATIENCE = 60
"""Seconds after which something that does not happen will not happen; nothing is measured by it."""


@pytest.fixture
def preview(small: Path) -> Iterator[tuple[str, Path]]:
    """Return the address of a running preview, and the file that what it says goes to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = small / "said.txt"
    with said.open("w") as output, subprocess.Popen(serve(port), cwd=small, stdout=output, stderr=output) as process:
        try:
            yield f"http://127.0.0.1:{port}/offer-playbook/", said
        finally:
            process.terminate()


def serve(port: int) -> list[str]:
    """Return the command for a preview."""
    return [sys.executable, "-m", "playbook", "serve", "--port", str(port)]


def read(address: str) -> str:
    """Return a page of the preview, or nothing if it does not answer yet."""
    try:
        with urlopen(address, timeout=5) as answer:  # noqa: S310 - an address of this machine
            return str(answer.read().decode())
    except (URLError, OSError):
        return ""


def until(happens: Callable[[], bool]) -> bool:
    """Wait until something happens; return whether it did."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if happens():
            return True
        time.sleep(0.1)
    return False


def test_an_edit_shows_up_and_a_mistake_is_said_and_mended(small: Path, preview: tuple[str, Path]) -> None:
    """Edits of data, pages and templates appear; a mistake leaves the last good page until it is mended."""
    home, said = preview
    data, page = small / "data" / "questions" / "q.yml", small / "docs" / "index.md"
    good = data.read_text(encoding="utf-8")
    assert until(lambda: "hello" in read(home)), said.read_text()
    assert f"Your guide is at {home}" in said.read_text()
    page.write_text(page.read_text(encoding="utf-8").replace("hello", "good evening"), encoding="utf-8")
    assert until(lambda: "good evening" in read(home))
    data.write_text(good.replace("When did you stop working yesterday?", "When did you go home?"), encoding="utf-8")
    assert until(lambda: "When did you go home?" in read(f"{home}ask/pace/"))
    data.write_text(good.replace("listen_for: [At five.]", "listenfor: [At five.]"), encoding="utf-8")
    line = good[: good.index("listen_for: [At five.]")].count("\n") + 1
    problem = f"data/questions/q.yml:{line}:3: hours-last-week: listenfor: is no field here; did you mean `listen_for`?"
    assert until(lambda: problem in said.read_text())
    assert "When did you go home?" in read(f"{home}ask/pace/")
    data.write_text(good.replace("When did you stop working yesterday?", "When did you eat?"), encoding="utf-8")
    assert until(lambda: "When did you eat?" in read(f"{home}ask/pace/"))


def test_a_place_that_is_taken_is_said_with_another(small: Path) -> None:
    """Where another program answers already, the preview says so and how to go on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ended = subprocess.run(serve(port), cwd=small, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert f"Nothing can be shown at http://127.0.0.1:{port}/offer-playbook/" in ended.stderr
    assert "/offer-playbook/ (Address already in use). End what runs there" in " ".join(ended.stderr.split())
    assert "make serve PORT=8001" in ended.stderr
    assert "Traceback" not in ended.stderr
