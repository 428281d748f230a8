"""The command `playbook sheet`: a sheet that somebody asks for, written as a PDF."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import click

from playbook.builder.address import site_address
from playbook.builder.published import CACHE, make_imprint
from playbook.clock import timestamp
from playbook.library import Library
from playbook.models import Checklist
from playbook.models.words import Detail, Interviewer, Moment
from playbook.pages.site import load_guide
from playbook.paper.press import compile_sheets, make_press
from playbook.paper.sheets import OPEN, PAPERS, Field, fields, plan_sheet
from playbook.plan.custom import NoSuchError, match, plan_lines, plan_wish
from playbook.plan.ordering import Wish
from playbook.reading.your_settings import load_settings

FOLDER = Path("build", "sheets")
"""Where sheets are written if nothing else is said."""

DETAILS = ("table", "pocket", "full", "cards")


@click.command()
@click.option("--ask", "people", multiple=True, metavar="PERSON", help="Whom you meet: manager, peer, recruiter ...")
@click.option("--moment", "moments", multiple=True, metavar="WORD", help="first-call, screen, onsite or offer.")
@click.option("--red-flag", "red_flags", multiple=True, metavar="WORD", help="A red flag, or a part of its id.")
@click.option("--theme", "themes", multiple=True, metavar="WORD", help="A theme of questions, or a part of its id.")
@click.option("--minutes", type=click.IntRange(1, 60), help="How long you have; decides how many questions.")
@click.option("--script", "scripts", multiple=True, metavar="WORD", help="A script, or a part of its id.")
@click.option("--lever", "levers", multiple=True, metavar="WORD", help="A lever, or a part of its id.")
@click.option("--detail", type=click.Choice(DETAILS), help="table is neutral, for the room; full has the signs.")
@click.option("--paper", type=click.Choice(list(PAPERS)), default="a4", show_default=True)
@click.option("--company", default="", help="Printed at the head in place of a line.")
@click.option("--who", default="", help="Printed at the head in place of a line.")
@click.option("--date", default="", help="Printed at the head in place of a line.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help=f"The PDF; otherwise in {FOLDER}/.")
@click.option("--replace", "over", is_flag=True, help="Write over a sheet of that name.")
def sheet(**wanted: Any) -> None:  # noqa: ANN401 - one option each, read below by name
    """Print one sheet of just the questions, scripts or levers you need.

    For instance: playbook sheet --ask manager --red-flag firefighting --minutes 10 --paper a4
    """
    root = Path.cwd()
    output: Path | None = wanted["output"]
    if output and output.suffix.lower() != ".pdf":
        raise click.ClickException(f"{output} would hold a PDF; give it a name that ends in .pdf")
    guide = load_guide(root)
    try:
        checklist = _planned(wanted, guide.library)
    except NoSuchError as error:
        raise click.ClickException(str(error)) from error
    header = fields(checklist.heads, {label: wanted[label.lower()] for label in checklist.heads})
    detail: Detail = wanted["detail"] or ("cards" if wanted["scripts"] else "pocket")
    moment = timestamp(root)
    imprint = replace(
        make_imprint(moment, site_address(root, load_settings(root, []).value)),
        owner="" if detail in OPEN else guide.who,
    )
    planned = plan_sheet(checklist, detail, guide.library, imprint, header)
    press = make_press(root, root / CACHE, moment)
    for name, pdf in compile_sheets([planned], press, guide.library, [wanted["paper"]]).items():
        path = output or root / FOLDER / _named(name, header)
        _write(path, pdf, over=wanted["over"])
        click.echo(f"{path.relative_to(root) if path.is_relative_to(root) else path}")


def _planned(wanted: dict[str, Any], library: Library) -> Checklist:
    """Return the checklist that the options describe."""
    scripts = _matched("--script", wanted["scripts"], (entry.id for entry in library.scripts))
    levers = _matched("--lever", wanted["levers"], (entry.id for entry in library.levers))
    moments = _matched("--moment", wanted["moments"], get_args(Moment))
    asks = any(wanted[name] for name in ("people", "moments", "red_flags", "themes", "minutes"))
    if bool(scripts) + bool(levers) + asks > 1:
        raise NoSuchError("a sheet has questions, scripts or levers; ask for one of these at a time")
    if len(moments) > 1:
        raise NoSuchError("a sheet is for one moment; name one with --moment")
    if scripts or levers:
        return plan_lines(scripts, levers, library)
    wish = Wish(
        to=_matched("--ask", wanted["people"], get_args(Interviewer)),  # type: ignore[arg-type]
        moment=next(iter(moments), None),  # type: ignore[arg-type]
        red_flags=_matched("--red-flag", wanted["red_flags"], (entry.id for entry in library.red_flags)),
        themes=_matched("--theme", wanted["themes"], (entry.id for entry in library.themes if entry.of == "questions")),
    )
    return plan_wish(wish, library, wanted["minutes"])


def _matched(option: str, words: Iterable[str], choices: Iterable[str]) -> tuple[str, ...]:
    ids = list(choices)
    try:
        return tuple(match(word, ids) for word in words)
    except NoSuchError as error:
        raise NoSuchError(f"{option}: {error}") from error


def _named(name: str, header: Iterable[Field]) -> str:
    """Return the name of a file with what stands at the head, so that two companies have two files."""
    filled = "-".join(re.sub(r"[^\w]+", "-", field.value.lower()).strip("-") for field in header if field.value)
    return f"{filled[:60]}-{name}" if filled else name


def _write(path: Path, pdf: bytes, *, over: bool) -> None:
    try:
        if path.exists() and path.read_bytes() != pdf and not over:
            raise click.ClickException(f"{path} is there already; add --replace, or name another with --output")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf)
    except OSError as error:
        raise click.FileError(str(path), error.strerror) from error
