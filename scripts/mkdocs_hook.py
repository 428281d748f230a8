"""The MkDocs adapter: hands the rendered pages to MkDocs and finishes the site it built."""

import logging
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from playbook.builder.converted import Converter
from playbook.builder.finish import finish_site
from playbook.builder.published import make_files
from playbook.clock import fix_timestamp
from playbook.pages.configuration import YOUR_THEME, plan_settings
from playbook.pages.site import Site, render_site
from playbook.problems import ProblemsFound

state: dict[str, object] = {"command": "build"}  # and `good`, the last site without problems, for the preview
converters: list[Converter] = []  # that of the build that goes on


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview, whose reloading the security policy would forbid."""
    state.clear()
    state["command"] = command


def on_config(config: MkDocsConfig) -> None:
    """Put your theme files before ours."""
    config.theme.dirs.insert(0, str(Path(config.config_file_path).parent / YOUR_THEME))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the rendered pages and the files that belong to them in place of those of docs/."""
    site, extra = _made(Path(config.config_file_path).parent, config)
    config.update(plan_settings(config, site.settings, site.listed, extra))
    config.validation.links.anchors = logging.INFO if site.yours else logging.WARNING
    contents = {name: page.markdown for name, page in site.pages.items()} | extra
    made = [File.generated(config, name, content=content) for name, content in contents.items()]
    for file in made:
        file.inclusion = InclusionLevel.NOT_IN_NAV if file.src_uri in site.unlisted else InclusionLevel.UNDEFINED
    return Files([*(file for file in files if file.src_uri not in contents), *made])


def _made(root: Path, config: MkDocsConfig) -> tuple[Site, dict[str, bytes]]:
    try:
        site = render_site(root, config.repo_url or "", book=bool(config.extra.get("book")))
        state["good"] = site, make_files(site, root, fix_timestamp(root))
        click.echo("\n".join(map(str, site.notices)), err=True, nl=bool(site.notices))
    except ProblemsFound as found:
        if "good" not in state:
            raise MkDocsException(f"\n{found}") from found
        click.echo(f"{found}\nThe preview still shows the last good pages.", err=True)
    return state["good"]  # type: ignore[return-value]


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Begin a build, in which only what changed is converted and indexed for the search."""
    converters[:] = [Converter(config, files)]
    for plugin in config.plugins.values():
        if hasattr(plugin, "search_index"):
            converters[0].search_by(plugin.search_index)


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Let a page be converted by what knows it from before."""
    setattr(page, "render", lambda config, files: converters[0].convert(page))  # noqa: B010 - of this page alone


def on_post_build(config: MkDocsConfig) -> None:
    """Finish what MkDocs has built."""
    if state["command"] != "serve":
        finish_site(Path(config.site_dir))
