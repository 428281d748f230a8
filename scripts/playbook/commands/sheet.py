"""The command `playbook sheet`: a sheet that somebody asks for, written as a PDF."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import click

from playbook.builder.published import CACHE, make_imprint
from playbook.clock import timestamp
from playbook.models.words import Detail, Interviewer
from playbook.pages.site import load_guide
from playbook.paper.press import compile_sheets, make_press
from playbook.paper.sheets import HEADER, PAPERS, Field, plan_sheet
from playbook.plan.custom import NoSuchError, Wish, match, plan_wish

FOLDER = Path("build", "sheets")
"""Where sheets are written if nothing else is said."""


@click.command()
@click.option("--ask", "people", multiple=True, metavar="PERSON", help="Whom you meet: manager, peer, recruiter ...")
@click.option("--red-flag", "red_flags", multiple=True, metavar="WORD", help="A red flag, or a part of its id.")
@click.option("--stage", "stages", multiple=True, metavar="WORD", help="A stage, or a part of its id.")
@click.option("--theme", "themes", multiple=True, metavar="WORD", help="A theme of questions, or a part of its id.")
@click.option("--minutes", type=click.IntRange(1, 600), help="How long you have; decides how many questions.")
@click.option("--detail", type=click.Choice(["pocket", "full"]), default="pocket", show_default=True)
@click.option("--paper", type=click.Choice(list(PAPERS)), default="a4", show_default=True)
@click.option("--company", default="", help="Printed at the head in place of a line.")
@click.option("--who", default="", help="Printed at the head in place of a line.")
@click.option("--date", default="", help="Printed at the head in place of a line.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help=f"The PDF; otherwise in {FOLDER}/.")
def sheet(  # noqa: PLR0913, PLR0917 - one parameter for each option
    people: tuple[str, ...],
    red_flags: tuple[str, ...],
    stages: tuple[str, ...],
    themes: tuple[str, ...],
    minutes: int | None,
    detail: Detail,
    paper: str,
    company: str,
    who: str,
    date: str,
    output: Path | None,
) -> None:
    """Print one sheet of just the questions you need.

    For instance: playbook sheet --ask manager --red-flag firefighting --minutes 10 --paper a4
    """
    root = Path.cwd()
    guide = load_guide(root)
    library = guide.library
    try:
        wish = Wish(
            to=_matched("--ask", people, get_args(Interviewer)),  # type: ignore[arg-type]
            red_flags=_matched("--red-flag", red_flags, (entry.id for entry in library.red_flags)),
            stages=_matched("--stage", stages, (entry.id for entry in library.stages)),
            themes=_matched("--theme", themes, (entry.id for entry in library.themes if entry.of == "questions")),
            minutes=minutes,
        )
        checklist = plan_wish(wish, library)
    except NoSuchError as error:
        raise click.ClickException(str(error)) from error
    header = tuple(
        Field(label, share, value, f"--{label.lower()}")
        for (label, share), value in zip(HEADER, (company, who, date), strict=True)
    )
    moment = timestamp(root)
    planned = plan_sheet(checklist, detail, library, replace(make_imprint(moment), owner=guide.who), header)
    for name, pdf in compile_sheets([planned], make_press(root, root / CACHE, moment), library, [paper]).items():
        path = output or root / FOLDER / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pdf)
        except OSError as error:
            raise click.FileError(str(path), error.strerror) from error
        click.echo(f"{path.relative_to(root) if path.is_relative_to(root) else path}")


def _matched(option: str, words: Iterable[str], choices: Iterable[str]) -> tuple[str, ...]:
    ids = list(choices)
    try:
        return tuple(match(word, ids) for word in words)
    except NoSuchError as error:
        raise NoSuchError(f"{option}: {error}") from error
