"""The command `playbook schema`: the schemas by which editors complete and check."""

from pathlib import Path

import click

from playbook.models.schema import write_schemas


@click.command()
def schema() -> None:
    """Write the JSON Schemas of the data files to data/schema/."""
    changed = write_schemas(Path.cwd() / "data" / "schema")
    click.echo(f"Changed: {', '.join(changed)}." if changed else "All schemas are up to date.")
