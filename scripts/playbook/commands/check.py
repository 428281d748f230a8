"""The command `playbook check`: every problem at once, nothing built."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from playbook.clock import day, timestamp
from playbook.kept import kept
from playbook.problems import Problem
from playbook.reading.inputs import digest_inputs


class Verdict(NamedTuple):
    """What there is to say of a guide without problems."""

    entries: int
    pages: int
    notices: tuple[Problem, ...]


@click.command()
def check() -> None:
    """Report every problem of all data and pages at once, and of your templates for paper; build nothing."""
    root = Path.cwd()
    moment, inputs = timestamp(root), digest_inputs(root)
    judge = partial(_judge, root, moment)
    verdict = kept(root, "verdict", inputs + day(moment).encode(), judge) if inputs else judge()
    click.echo("\n".join(map(str, verdict.notices)), err=True, nl=bool(verdict.notices))
    click.echo(f"{verdict.entries} entries, {verdict.pages} pages, no problems.")


def _judge(root: Path, moment: int) -> Verdict:
    from playbook.builder.judge import judge  # noqa: PLC0415 - slow to load, and rarely needed twice for the same files

    return Verdict(*judge(root, moment))
