"""The command `playbook audit`: what you override, and what upstream changed beneath it."""

from pathlib import Path

import click

from playbook.upstream import audit as audits
from playbook.upstream.reviewed import REVIEWED


@click.command()
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
