"""The MkDocs adapter of the preview: says where it is, before it waits for edits."""

import os
import socket
from collections.abc import Callable

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Say where the preview is, unless something else is there already."""
    try:
        socket.create_server(config.dev_addr, family=server.address_family).close()
    except OSError as taken:
        raise MkDocsException(
            f"Nothing can be shown at {server.url} ({os.strerror(taken.errno or 0)}). "
            "End what runs there, or choose another place: make serve PORT=8001"
        ) from taken
    click.echo(f"Your guide is at {server.url} and follows what you save. Ctrl+C ends it.")
