"""The command line: which commands there are, each read only when it is asked for, and how problems are told."""

from importlib import import_module

import click

from playbook.problems import ProblemsFound

COMMANDS = {
    "audit": "audit",
    "check": "check",
    "compare": "compare",
    "export": "export",
    "packet": "packet",
    "schema": "schema",
    "sheet": "sheet",
    "serve": "serve",
    "site": "site",
}
"""Name of a command -> its module in this folder, and the function there that does it."""


class Reporting(click.Group):
    """Shows problems as they are, one a line, and ends with 1; anything else is a bug and keeps its traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; only its own module is loaded, so that each starts quickly."""
        name = COMMANDS.get(cmd_name)
        if name is None:
            return None
        command: click.Command = getattr(import_module(f"playbook.commands.{name}"), name)
        return command

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
