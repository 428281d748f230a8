"""The MkDocs adapter: hands the rendered pages to MkDocs and finishes the site it built."""

import os
from pathlib import Path
from urllib.parse import urljoin

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files

from playbook.clock import VARIABLE, timestamp
from playbook.files import make_files
from playbook.finish import finish_site
from playbook.plan.nav import plan_nav
from playbook.problems import ProblemsFound
from playbook.site import Site, render_site

state: dict[str, object] = {"command": "build"}
"""`command` is what MkDocs was asked for; `good` is the last site without problems, kept for the preview."""


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview, whose reloading the security policy would forbid."""
    state.clear()
    state["command"] = command


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the rendered pages and the files that belong to them in place of those of docs/."""
    site, extra = _made(Path(config.config_file_path).parent, config)
    config.nav = plan_nav(config.nav or [], site.pages)
    made = [File.generated(config, name, content=page.markdown) for name, page in site.pages.items()]
    made += [File.generated(config, name, content=content) for name, content in extra.items()]
    return Files([*(file for file in files if file.src_uri not in {*site.pages, *extra}), *made])


def _made(root: Path, config: MkDocsConfig) -> tuple[Site, dict[str, bytes]]:
    edit_base = urljoin(urljoin(f"{config.repo_url}/", config.edit_uri), "../") if config.repo_url else ""
    os.environ.setdefault(VARIABLE, str(timestamp(root)))
    try:
        site = render_site(root, edit_base)
        state["good"] = site, make_files(site, root, timestamp(root))
        for notice in site.notices:
            click.echo(f"Notice: {notice}", err=True)
    except ProblemsFound as found:
        if "good" not in state:
            raise MkDocsException(f"\n{found}") from found
        click.echo(f"{found}\nThe preview still shows the last good pages.", err=True)
    return state["good"]  # type: ignore[return-value]


def on_post_build(config: MkDocsConfig) -> None:
    """Finish what MkDocs has built."""
    if state["command"] != "serve":
        finish_site(Path(config.site_dir))
