"""The command `playbook check`: every problem at once, nothing built."""

from datetime import date
from pathlib import Path

import click

from playbook.builder.published import try_templates
from playbook.clock import day, timestamp
from playbook.pages.site import render_site
from playbook.paper.press import YOUR_PRINT
from playbook.reading.aged import aged_notices


@click.command()
def check() -> None:
    """Report every problem of all data and pages at once, and of your templates for paper; build nothing."""
    root = Path.cwd()
    site = render_site(root)
    if (root / YOUR_PRINT).is_dir():
        try_templates(site, root, timestamp(root))
    notices = [*site.notices, *aged_notices(root, date.fromisoformat(day(timestamp(root))))]
    click.echo("\n".join(map(str, notices)), err=True, nl=bool(notices))
    click.echo(f"{len(list(site.library))} entries, {len(site.pages)} pages, no problems.")
