"""The command `playbook export`: the rendered pages for any other builder."""

from pathlib import Path

import click

from playbook.builder.export import export_site
from playbook.clock import timestamp


@click.command()
@click.option("--book", is_flag=True, help="Make the guide as one book too.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export(folder: Path, book: bool) -> None:
    """Write the rendered Markdown and a configuration without hooks to FOLDER."""
    root = Path.cwd()
    pages = export_site(root, folder, timestamp(root), book=book)
    click.echo(f"{pages} pages in {folder}; build them with `mkdocs build -f {folder / 'mkdocs.yml'}`.")
