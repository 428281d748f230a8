"""Statements that age: each says on which day it was checked, and a year later somebody is told."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from playbook.commands.main import main
from playbook.reading.aged import aged_notices
from playbook.reading.dated import dated, too_old
from project import ROOT, write_files


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ('{{ as_of("2026-12-01") }}', [date(2026, 12, 1)]),
        ("  checked: 2026-11-22", [date(2026, 11, 22)]),
        ("  as_of: 2026-11-22", [date(2026, 11, 22)]),
        ("They differ (as of December 2026).", [date(2026, 12, 31)]),
        ("As of February 3, 2026, four states do.", [date(2026, 2, 28)]),
        ("They are X and Bluesky (2026, check this).", [date(2026, 12, 31)]),
        ("Rules change (check this, 2026).", [date(2026, 12, 31)]),
        ("The law starts on December 19, 2026. Check in at the desk.", []),
        ("The book of 2017 is good.", []),
    ],
)
def test_a_statement_says_when_it_was_checked(text: str, days: list[date]) -> None:
    """A day, a month or a year beside "check this" counts to its end; a date of something else does not count."""
    assert [day for _, day in dated(text)] == days


def test_what_is_older_than_a_year_is_found() -> None:
    """A file is named once, with its oldest statement and how many there are; a year to the day is not too old."""
    texts = {"a.md": 'x\n{{ as_of("2026-03-02") }}\n{{ as_of("2026-03-01") }}', "b.md": "checked: 2027-01-01"}
    assert list(too_old(texts, date(2027, 3, 1))) == []
    [old] = too_old(texts, date(2027, 3, 4))
    assert (old.path, old.line, old.oldest, old.count) == ("a.md", 3, date(2026, 3, 1), 2)


def test_check_tells_what_is_old(in_small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`playbook check` names a page whose facts are older than a year at the date of the build, and is content."""
    write_files(in_small, {"docs/law.md": '---\ntitle: Law\n---\n\n# Law\n\n{{ as_of("2026-12-01") }}\n'})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert "docs/law.md:7:1" not in CliRunner().invoke(main, ["check"]).stderr
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    result = CliRunner().invoke(main, ["check"])
    assert "docs/law.md:7:1: a statement was last checked more than a year ago" in result.stderr
    assert result.exit_code == 0


def test_every_dated_fact_here_is_seen() -> None:
    """In ten years everything that carries a day is told, in data and pages alike."""
    told = {notice.mark.path for notice in aged_notices(ROOT, date(2036, 12, 1))}
    assert {"data/resources/law.yml", "docs/negotiate/where-you-live.md", "docs/negotiate/pay.md"} <= told
    assert list(aged_notices(ROOT, date(2026, 12, 1))) == []
