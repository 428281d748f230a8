"""The command `playbook packet`: one PDF for the next interview or call, from a file saved in the browser."""

import tempfile
from datetime import date
from pathlib import Path

import click

from playbook.builder.published import make_imprint
from playbook.clock import timestamp, today
from playbook.models.notes import Company, Notes
from playbook.pages.site import load_guide
from playbook.paper.packet import Packet, choose_company, plan_packet
from playbook.paper.press import MissingError, make_press
from playbook.paper.sheets import PAPERS
from playbook.plan.custom import NoSuchError, match
from playbook.plan.deciding.report import plan_report
from playbook.reading.saved_notes import read_notes

FOLDER = Path("my", "private")
"""Where packets are written if nothing else is said; nothing from there is ever published."""


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--company", "wanted", default="", metavar="NAME", help="Which company; otherwise the next you meet.")
@click.option("--paper", type=click.Choice(list(PAPERS)), default="a4", show_default=True)
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day to count from; otherwise today.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help=f"The PDF; otherwise in {FOLDER}/.")
def packet(file: Path, wanted: str, paper: str, day: date | None, output: Path | None) -> None:
    """Print what to take along to a company from FILE, saved in the browser.

    The first pages are for you alone; the page of questions can lie on the table.
    """
    root = Path.cwd()
    counted = date(day.year, day.month, day.day) if day else today()
    notes, library, moment = read_notes(file), load_guide(root).library, timestamp(root)
    company = _company(notes, wanted, counted)
    report = plan_report(notes, library, counted)
    planned = plan_packet(company, notes, report, library, counted, make_imprint(moment))
    path = output or root / FOLDER / f"{planned.name}.pdf"
    _write_private(path, _printed(planned, root, moment, paper))
    click.echo(f"{path.relative_to(root) if path.is_relative_to(root) else path}")


def _company(notes: Notes, wanted: str, day: date) -> Company:
    by_id = {one.id: one for one in notes.companies}
    try:
        chosen = by_id[match(wanted, by_id)] if wanted else choose_company(notes, day)
    except NoSuchError as error:
        raise click.ClickException(f"--company: {error}") from error
    if chosen is None:
        raise click.ClickException("the file has no company that is still open; name one with --company")
    return chosen


def _printed(planned: Packet, root: Path, moment: int, paper: str) -> bytes:
    """Return the PDF; what it is made of is kept nowhere, and letters that no font has are shown as a mark."""
    with tempfile.TemporaryDirectory() as cache:
        press = make_press(root, Path(cache), moment)
        try:
            return press.print(planned, paper)
        except MissingError as error:
            return press.print(_Plain(planned, error.missing), paper)


class _Plain:
    """A packet without some letters."""

    def __init__(self, planned: Packet, missing: frozenset[str]) -> None:
        self.name, self.template = planned.name, planned.template
        self._planned = planned
        self._table = {ord(letter): "\N{WHITE SQUARE}" for letter in "".join(missing)}

    def data(self) -> dict[str, object]:
        """Return what is printed."""
        cleaned = self._without(self._planned.data())
        assert isinstance(cleaned, dict)  # noqa: S101 - as it was
        return cleaned

    def _without(self, value: object) -> object:
        if isinstance(value, str):
            return value.translate(self._table)
        if isinstance(value, dict):
            return {name: self._without(one) for name, one in value.items()}
        return [self._without(one) for one in value] if isinstance(value, list | tuple) else value


def _write_private(path: Path, pdf: bytes) -> None:
    """Write a file that only its owner may read."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(pdf)
    except OSError as error:
        raise click.FileError(str(path), error.strerror) from error
