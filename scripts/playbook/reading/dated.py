"""Statements that age: the day on which each was last checked, and which of them are older than a year."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

YEAR = timedelta(days=365)

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

DAYS = re.compile(r"""(?:as_of\("|\bas_of: |\bchecked: )(\d{4}-\d\d-\d\d)""")
MONTH = re.compile(rf"\bas of ((?:{MONTHS})) (?:\d{{1,2}}, )?(20\d\d)\b", re.IGNORECASE)
ONLY_YEAR = re.compile(
    r"\b(20\d\d)\b[^.(]{0,30}\bcheck\b|\bcheck\b[^.)]{0,20}\b(20\d\d)\b|\bas of (20\d\d)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Aged:
    """What is old in one file."""

    path: str
    line: int
    """The line of the oldest, counted from 1."""
    oldest: date
    count: int


def too_old(texts: Mapping[str, str], today: date) -> Iterator[Aged]:
    """Go through the files that say, on a day more than a year before `today`, that something was checked."""
    for path, text in sorted(texts.items()):
        old = [(day, line) for line, day in dated(text) if day + YEAR < today]
        if old:
            oldest, line = min(old)
            yield Aged(path, line, oldest, len(old))


def dated(text: str) -> Iterator[tuple[int, date]]:
    """Go through the dated statements of a text: the line, and the last day for which it can have been checked."""
    for number, line in enumerate(text.split("\n"), start=1):
        yield from ((number, day) for day in _days(line))


def _days(line: str) -> Iterator[date]:
    yield from (date.fromisoformat(found[1]) for found in DAYS.finditer(line))
    yield from (_month(found[1], int(found[2])) for found in MONTH.finditer(line))
    yield from (date(int(found[1] or found[2] or found[3]), 12, 31) for found in ONLY_YEAR.finditer(line))


def _month(name: str, year: int) -> date:
    month = MONTHS.split("|").index(name.title()) + 1
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
