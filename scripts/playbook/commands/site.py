"""The command `playbook site`: the guide and its sheets."""

from pathlib import Path

import click

from playbook.builder.build import build_site


@click.command()
@click.option("--book", is_flag=True, help="Make the guide as one book too, on both papers and as EPUB; it takes long.")
def site(book: bool) -> None:
    """Build the guide and its sheets into site/; the last good one stays until the new one is whole."""
    root = Path.cwd()
    build_site(root, root / "site", book=book)
    pages, sheets = (len(list((root / "site").rglob(pattern))) for pattern in ("*.html", "print/*.pdf"))
    click.echo(f"{pages} pages and {sheets} sheets in site/.")
