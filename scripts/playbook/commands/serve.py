"""The command `playbook serve`: a live preview that follows what is saved."""

import logging
import threading
from pathlib import Path

import click

from playbook.builder.preview import Preview
from playbook.builder.server import address_of, open_server
from playbook.builder.watch import Watcher


@click.command()
@click.option("--port", type=int, default=8000, show_default=True, help="Where it is to be seen.")
def serve(port: int) -> None:
    """Show a live preview; each edit is seen at once."""
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.WARNING)
    root = Path.cwd().resolve()
    preview = Preview(root, address_of(root, port))
    server = open_server(preview, port)
    watcher = Watcher(root)
    try:
        preview.first_build()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"Your guide is at {preview.address} and follows what you save. Ctrl+C ends it.")
        watcher.follow(preview.edit)
    except KeyboardInterrupt:
        return
    finally:
        watcher.stop()
        preview.close()
