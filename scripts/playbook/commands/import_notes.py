"""The command `playbook import`: a file saved from the browser goes into my/private/."""

from pathlib import Path

import click

from playbook.reading import saved_notes


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_notes(file: Path) -> None:
    """Put FILE, saved from the browser, into my/private/, which is never published."""
    try:
        done = saved_notes.import_notes(Path.cwd(), file)
    except OSError as error:
        raise click.FileError(str(error.filename), error.strerror) from error
    answers = sum(len(company.answers) for company in done.notes.companies)
    click.echo(f"{done.path.relative_to(Path.cwd())}: companies {len(done.notes.companies)}, answers {answers}.")
    if done.copy:
        click.echo(f"What was there before is in {done.copy.relative_to(Path.cwd())}.")
