"""What was worked out before, kept by everything that it was made of: in memory, and in .cache/ for the next run."""

import hashlib
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import get_ident
from typing import TypeVar, cast

KEPT = Path(".cache", "kept")
"""Where it is kept, below the root of the project; deleting it costs only time."""

MADE_WITH = ("pydantic", "pyyaml", "jinja2", "markdown", "mkdocs", "pymdown-extensions", "typst")
"""Programs of others that decide what is made."""

Made = TypeVar("Made")

_memory: dict[tuple[Path, str], tuple[bytes, object]] = {}


@cache
def engine() -> bytes:
    """Return a digest of this engine and of what it works with: what one has made, another makes anew."""
    digest = hashlib.sha256(f"{sys.version} {[version(name) for name in MADE_WITH]}".encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


def kept(
    root: Path, name: str, made_of: bytes, make: Callable[[], Made], may_keep: Callable[[Made], bool] = lambda _: True
) -> Made:
    """Return what `make` makes, without making it if the last thing of this name was made of the same.

    `made_of` has to hold everything that decides it, but for the engine itself. What
    `may_keep` refuses is made each time. Nobody may change what is returned.
    """
    digest = hashlib.sha256(engine() + made_of).digest()
    there = _memory.get((root, name)) or _read(root / KEPT / name)
    if there and there[0] == digest:
        _memory[root, name] = there
        return cast("Made", there[1])
    made = make()
    if not may_keep(made):
        return made
    _memory[root, name] = digest, made
    _write(root / KEPT / name, (digest, made))
    return made


def _read(path: Path) -> tuple[bytes, object] | None:
    """Return what a file of the cache has; whatever is wrong with one, it is as if it were not there."""
    try:
        there: tuple[bytes, object] = pickle.loads(path.read_bytes())  # noqa: S301 - written by _write alone
    except Exception:
        return None
    return there


def _write(path: Path, there: tuple[bytes, object]) -> None:
    try:
        write(path, pickle.dumps(there, pickle.HIGHEST_PROTOCOL))
    except RecursionError:
        return


def write(path: Path, content: bytes) -> None:
    """Write a file of the cache as a whole; where that cannot be, it is made anew next time."""
    part = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
