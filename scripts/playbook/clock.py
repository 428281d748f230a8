"""The day that the build believes it is: the only place that asks git or the file system."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

from playbook.problems import Mark, Problem, ProblemsFound

VARIABLE = "SOURCE_DATE_EPOCH"
"""Name of the environment variable by which other programs agree on a date too."""

LAST = 253_402_300_799
"""The last second of the year 9999, after which dates have no name here."""


def timestamp(root: Path) -> int:
    """Return the date of the data in seconds since 1970.

    It is what the environment says, else the date of the last commit, else that of the newest file under data/.
    Raises ProblemsFound if the environment says no date.
    """
    if said := os.environ.get(VARIABLE):
        return _seconds(said)
    return _of_commit(root) or max((int(path.stat().st_mtime) for path in (root / "data").rglob("*.yml")), default=0)


def _seconds(said: str) -> int:
    if said.isdecimal() and len(said) <= len(str(LAST)) and int(said) <= LAST:
        return int(said)
    todo = "set it to seconds since 1970, or unset it"
    raise ProblemsFound([Problem(Mark("environment"), "", VARIABLE, f"`{said}` is no date", todo)])


def fix_timestamp(root: Path) -> int:
    """Return the date of the data, and tell it to every program that this one calls."""
    seconds = timestamp(root)
    os.environ[VARIABLE] = str(seconds)
    return seconds


def today() -> date:
    """Return the day it is for the person at the keyboard."""
    return datetime.now().astimezone().date()


def day(timestamp: int) -> str:
    """Return the day of a timestamp as 2026-01-31, in UTC."""
    return datetime.fromtimestamp(timestamp, UTC).date().isoformat()


def _of_commit(root: Path) -> int | None:
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)  # noqa: S603 - fixed
    except (OSError, subprocess.CalledProcessError):
        return None
    return int(result.stdout) if result.stdout.strip() else None
