"""Building the site with MkDocs, beside the last good one, which gives way only to a whole new one."""

import logging
import os
import shutil
from pathlib import Path

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from playbook.builder.order import KEY, Order
from playbook.clock import VARIABLE, timestamp
from playbook.problems import ProblemsFound


def build_site(root: Path, site: Path, *, book: bool = False) -> None:
    """Build the project in `root`, with `book` the guide as one book too, and put the result in place of `site`.

    Raises ProblemsFound for the user's mistakes and ClickException for what MkDocs itself refuses.
    """
    os.environ[VARIABLE] = str(timestamp(root))
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.WARNING)
    part = root / "build" / f"{site.name}.part"
    shutil.rmtree(part, ignore_errors=True)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(part))
        config.extra[KEY] = Order(book=book)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except MkDocsException as error:
        if isinstance(error.__cause__, ProblemsFound):
            raise error.__cause__ from None
        raise click.ClickException(f"{error} The last good site is untouched.") from error
    replace_folder(site, part)


def replace_folder(folder: Path, new: Path) -> None:
    """Put `new` in place of `folder`, with nothing half done in between but a rename."""
    old = new.with_suffix(".old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
