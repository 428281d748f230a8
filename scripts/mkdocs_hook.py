"""The MkDocs adapter: hands the rendered pages to MkDocs and finishes the site it built."""

import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from playbook.builder.converted import Converter
from playbook.builder.finish import finish_site
from playbook.builder.order import Built, order_of
from playbook.builder.published import files_without_paper, names_on_paper, print_all
from playbook.clock import fix_timestamp
from playbook.pages.configuration import YOUR_THEME, plan_settings
from playbook.pages.site import Site, render_site
from playbook.problems import ProblemsFound
from playbook.reading.files import refuse_foreign


def on_config(config: MkDocsConfig) -> None:
    """Put your theme files before ours."""
    config.theme.dirs.insert(0, str(Path(config.config_file_path).parent / YOUR_THEME))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the rendered pages and the files that belong to them in place of those of docs/."""
    root = Path(config.config_file_path).parent
    _refuse_foreign(root, files)
    site, extra = _made(root, config)
    config.update(plan_settings(config, site.settings, site.listed, extra))
    config.validation.links.anchors = logging.INFO if site.yours else logging.WARNING
    contents = {name: page.markdown for name, page in site.pages.items()} | extra
    made = [File.generated(config, name, content=content) for name, content in contents.items()]
    for file in made:
        file.inclusion = InclusionLevel.NOT_IN_NAV if file.src_uri in site.unlisted else InclusionLevel.UNDEFINED
    return Files([*(file for file in files if file.src_uri not in contents), *made])


def _refuse_foreign(root: Path, files: Files) -> None:
    try:
        refuse_foreign(root, (Path(file.abs_src_path) for file in files if file.abs_src_path))
    except ProblemsFound as found:
        raise MkDocsException(f"\n{found}") from found


def _made(root: Path, config: MkDocsConfig) -> tuple[Site, dict[str, bytes]]:
    order = order_of(config)
    try:
        site = render_site(root, config.repo_url or "", book=order.book)
    except ProblemsFound as found:
        raise MkDocsException(f"\n{found}") from found
    moment = fix_timestamp(root)
    names = names_on_paper(site, moment)
    extra = files_without_paper(site, moment) | dict.fromkeys(names, b"")
    order.site = site
    if not order.preview:  # paper is printed while MkDocs converts the pages
        order.printing = ThreadPoolExecutor(1).submit(print_all, site, root, moment)
    click.echo("\n".join(map(str, site.notices)), err=True, nl=bool(site.notices))
    return site, extra


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Begin a build, in which only what changed is converted and indexed for the search."""
    converter = Converter(config, files)
    order_of(config).built = Built(config, files, converter, nav)
    for plugin in config.plugins.values():
        if hasattr(plugin, "search_index"):
            converter.search_by(plugin.search_index)


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Let a page be converted by what knows it from before."""
    order = order_of(config)
    order.at_each_page()
    if order.built:
        converter = order.built.converter
        setattr(page, "render", lambda config, files: converter.convert(page))  # noqa: B010 - of this page alone


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Put what was printed into its files, and give back what makes pages of the theme."""
    order = order_of(config)
    if order.built:
        order.built.environment = env
    try:
        printed = order.printing.result() if order.printing else {}
    except ProblemsFound as found:
        raise MkDocsException(f"\n{found}") from found
    for name, content in printed.items():
        if file := files.get_file_from_path(name):
            file.content_bytes = content


def on_page_context(context: object, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Let others come first."""
    order_of(config).at_each_page()


def on_post_build(config: MkDocsConfig) -> None:
    """Finish what MkDocs has built."""
    if not order_of(config).preview:
        finish_site(Path(config.site_dir))
