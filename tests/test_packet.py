"""From the saved file: the packet for one company, and the comparison as text and as data."""

import json
import shutil
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from desk import copy_deciding
from playbook.commands.main import main
from project import ROOT

SEARCH = ROOT / "data" / "example" / "search.json"


@pytest.fixture
def mine(in_small: Path) -> Path:
    """Return a file saved in the browser, beside a small project with what companies are decided by."""
    copy_deciding(in_small / "data")
    return Path(shutil.copy(SEARCH, in_small / "notes.json"))


def run(*arguments: object) -> str:
    """Return what a command says; it must end well."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def text_of(path: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_the_packet_has_what_one_takes_along(mine: Path) -> None:
    """Whom, when, the next move and the offers on the private page, and none of it on the page for the table."""
    said = run("packet", mine, "--company", "alder", "--day", "2027-03-23")
    assert said == "my/private/alder-packet.pdf\n"
    path = mine.parent / "my" / "private" / "alder-packet.pdf"
    private, table, unasked = text_of(path)[0], text_of(path)[1], text_of(path)[-1]
    assert path.stat().st_mode & 0o777 == 0o600
    for words in ("Ruth, manager", "Onsite, March 23, 2027, 09:30", "Next move", "What they said so far", "105,000"):
        assert words in private
    assert table.startswith("Questions")
    assert not any(word in table for word in ("105,000", "Next move", "Private", "Ruth"))
    assert unasked.startswith("Still unasked")
    assert list((mine.parent / ".cache").rglob("*.kept")) == [], "nothing of it is kept beside the public sheets"


def test_without_a_name_it_is_the_company_one_meets_next(mine: Path) -> None:
    """The next interview decides; after the last one, whoever still has an offer open."""
    assert run("packet", mine, "--day", "2027-03-17") == "my/private/birch-packet.pdf\n"
    assert run("packet", mine, "--day", "2027-03-27") == "my/private/alder-packet.pdf\n"
    wrong = CliRunner().invoke(main, ["packet", str(mine), "--company", "zebra"])
    assert wrong.exit_code == 1
    assert "`zebra` is unknown" in wrong.output


def test_notes_in_any_letters_can_be_printed(mine: Path) -> None:
    """What no font has is shown as a box, and nothing is lost for it."""
    file = json.loads(mine.read_text(encoding="utf-8"))
    file["companies"][0]["answers"][0]["note"] = "𒈙 #set page(width: 1pt) `$x$` <b>"
    mine.write_text(json.dumps(file), encoding="utf-8")
    run("packet", mine, "--company", "alder", "--output", "out.pdf")
    assert "#set page(width: 1pt) `$x$` <b>" in text_of(mine.parent / "out.pdf")[0]


def test_the_comparison_says_what_decides_it(mine: Path) -> None:
    """Table, sentences, dates and moves as text."""
    said = run("compare", mine, "--day", "2027-03-27")
    assert "Birch leads Alder by 45,000." in said
    assert "overlap: 7 days" in said
    assert said.index("Birch: Round 1") < said.index("Alder: Round 1")


def test_the_comparison_is_data_too(mine: Path) -> None:
    """With --json, everything under names that stay."""
    data = json.loads(run("compare", mine, "--day", "2027-03-27", "--json"))
    assert data["comparison"]["leader"] == "birch"
    assert data["dates"]["overlap"] == 7
    assert data["dates"]["windows"]["cedar"]["ends"] == "2027-04-02"
    assert [move["company"] for move in data["moves"]] == ["birch", "alder", "cedar"]


def test_a_file_without_companies_has_nothing_to_print(mine: Path) -> None:
    """Both commands say so, and neither fails with a traceback."""
    empty = {"format": "offer-playbook-notes", "version": 1, "saved": "2027-01-01T00:00:00Z"}
    mine.write_text(json.dumps(empty), encoding="utf-8")
    assert "No offer can be compared yet." in run("compare", mine)
    result = CliRunner().invoke(main, ["packet", str(mine)])
    assert result.exit_code == 1
    assert "no company that is still open" in result.output
