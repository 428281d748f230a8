"""The command line: arguments in, one call into each room, problems out."""

from datetime import date
from pathlib import Path

import click

from playbook import audit as audits
from playbook.aged import aged_notices
from playbook.build import build_site
from playbook.clock import day, timestamp
from playbook.compile import YOUR_PRINT
from playbook.export import export_site
from playbook.files import try_templates
from playbook.notes import import_notes
from playbook.problems import ProblemsFound
from playbook.reviewed import REVIEWED
from playbook.schema import write_schemas
from playbook.sheet_command import sheet
from playbook.site import render_site


class Reporting(click.Group):
    """Shows problems as they are, one a line, and ends with 1; anything else is a bug and keeps its traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except ProblemsFound as found:
            click.echo(str(found), err=True)
            count = len(found.problems)
            click.echo(f"{count} problem{'s' if count != 1 else ''} found; nothing was changed.", err=True)
            ctx.exit(1)


@click.group(cls=Reporting, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="offer-playbook")
def main() -> None:
    """Turn the library under data/ into a guide and sheets of paper."""


@main.command()
def check() -> None:
    """Report every problem of all data and pages at once, and of your templates for paper; build nothing."""
    root = Path.cwd()
    site = render_site(root)
    if (root / YOUR_PRINT).is_dir():
        try_templates(site, root, timestamp(root))
    notices = [*site.notices, *aged_notices(root, date.fromisoformat(day(timestamp(root))))]
    click.echo("\n".join(map(str, notices)), err=True, nl=bool(notices))
    click.echo(f"{len(list(site.library))} entries, {len(site.pages)} pages, no problems.")


@main.command()
def site() -> None:
    """Build the guide and its sheets into site/; the last good one stays until the new one is whole."""
    root = Path.cwd()
    build_site(root, root / "site")
    pages, sheets = (len(list((root / "site").rglob(pattern))) for pattern in ("*.html", "print/*.pdf"))
    click.echo(f"{pages} pages and {sheets} sheets in site/.")


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export(folder: Path) -> None:
    """Write the rendered Markdown and a configuration without hooks to FOLDER."""
    root = Path.cwd()
    pages = export_site(root, folder, timestamp(root))
    click.echo(f"{pages} pages in {folder}; build them with `mkdocs build -f {folder / 'mkdocs.yml'}`.")


@main.command()
def schema() -> None:
    """Write the JSON Schemas of the data files to data/schema/."""
    changed = write_schemas(Path.cwd() / "data" / "schema")
    click.echo(f"Changed: {', '.join(changed)}." if changed else "All schemas are up to date.")


@main.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_(file: Path) -> None:
    """Put FILE, saved from the browser, into my/private/, which is never published."""
    try:
        done = import_notes(Path.cwd(), file)
    except OSError as error:
        raise click.FileError(str(error.filename), error.strerror) from error
    answers = sum(len(company.answers) for company in done.notes.companies)
    click.echo(f"{done.path.relative_to(Path.cwd())}: companies {len(done.notes.companies)}, answers {answers}.")
    if done.copy:
        click.echo(f"What was there before is in {done.copy.relative_to(Path.cwd())}.")


@main.command()
@click.option("--review", is_flag=True, help="Record that you have looked at NAMES, or at everything.")
@click.option("--record", is_flag=True, help="Record what stands beneath overrides that were never recorded.")
@click.argument("names", nargs=-1)
@click.pass_context
def audit(ctx: click.Context, review: bool, record: bool, names: tuple[str, ...]) -> None:
    """List what you override in my/, and what upstream changed beneath it since you looked; 1 if you should look."""
    if names and not review:
        raise click.UsageError("NAMES go with --review.")
    root = Path.cwd()
    if review:
        click.echo(f"{audits.mark_reviewed(root, names)} reviewed; keep {REVIEWED} in git.")
    elif record:
        click.echo(f"{audits.record(root)} recorded in {REVIEWED}; keep it in git.")
    else:
        lines, changed = audits.audit(root)
        click.echo("\n".join(lines))
        ctx.exit(1 if changed else 0)


main.add_command(sheet)
