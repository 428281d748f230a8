"""Notices of statements in data and pages that were last checked more than a year ago."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from playbook.problems import Mark, Problem
from playbook.reading.dated import Aged, too_old

FOLDERS = ("data/**/*.yml", "docs/**/*.md")
"""Where facts stand; what is yours is not for us to call old."""


def aged_notices(root: Path, today: date) -> Iterator[Problem]:
    """Go through the files below `root` in which something is older than a year, with one notice each."""
    paths = (path for pattern in FOLDERS for path in root.glob(pattern))
    texts = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    yield from map(_notice, too_old(texts, today))


def _notice(aged: Aged) -> Problem:
    many = f"{aged.count} statements were" if aged.count > 1 else "a statement was"
    wrong = f"{many} last checked more than a year ago, the oldest by {aged.oldest.isoformat()}"
    return Problem(Mark(aged.path, aged.line), "", "", wrong, "look whether it still holds, and write the new day")
