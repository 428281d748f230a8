"""The guide as one book: the rendered pages, through the Markdown of the site, become chapters."""

from collections.abc import Iterator
from pathlib import Path

from markdown import Markdown
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from playbook.book.blocks import Book, Chapter, Cover, plan_book
from playbook.book.tree import read_html
from playbook.pages.configuration import plan_settings
from playbook.pages.nav import Nav
from playbook.pages.site import Site
from playbook.paper.sheets import Imprint


def make_book(site: Site, root: Path, imprint: Imprint) -> Book:
    """Return the book of the pages in the order of the navigation, read with the settings of the site.

    Left out are pages that say `book: false`, and lists of entries that stand in the book already.
    """
    with (root / "mkdocs.yml").open("rb") as file:
        config = yaml_load(file)
    markdown = make_markdown(config.get("markdown_extensions", []))
    config |= plan_settings(config, site.settings, site.listed, [])
    repeated = {f"checklists/{checklist.id}.md" for checklist in site.library.checklists if checklist.select}
    chapters = []
    for part, page in _pages(config["nav"], ""):
        if page in site.pages and page not in repeated:
            body, about = get_data(site.pages[page].markdown)
            if about.get("book", True):
                chapters.append(Chapter(page, part, read_html(markdown.reset().convert(body))))
    cover = Cover(*(str(config.get(name) or "") for name in ("site_name", "site_description", "site_url")))
    return plan_book(chapters, site.library, site.places, imprint, cover)


def make_markdown(extensions: list[str | dict[str, dict[str, object]]]) -> Markdown:
    """Return what turns Markdown into HTML as the site does; `extensions` as in mkdocs.yml."""
    configs = {
        name: options or {} for entry in extensions if isinstance(entry, dict) for name, options in entry.items()
    }
    names = [entry if isinstance(entry, str) else next(iter(entry)) for entry in extensions]
    return Markdown(extensions=list(dict.fromkeys([*names, "tables", "fenced_code", "toc"])), extension_configs=configs)


def _pages(nav: Nav, part: str) -> Iterator[tuple[str, str]]:
    """Go through the pages of a navigation, each with the title of the outermost group it is in."""
    for item in nav:
        if isinstance(item, str):
            yield part, item
        else:
            for title, value in item.items():
                yield from _pages([value] if isinstance(value, str) else value, part or title)
