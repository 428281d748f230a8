"""Pages as they were converted to HTML, and cut up for the search, before: MkDocs does both only for what changed."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from playbook.kept import kept

FROM_TEXT_ALONE = {
    *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "tables", "toc"),
    *("pymdownx.details", "pymdownx.superfences"),
}
"""Extensions of Markdown that look at nothing but the page; with any other one, nothing is kept."""


@dataclass(frozen=True)
class Converted:
    """What MkDocs has of a page after converting it."""

    content: str | None
    toc: TableOfContents
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]]
    """Name of a page that it links to -> anchor there -> the link as it was written."""
    silent: bool
    """Whether there was nothing to say of the page, as of a broken link, which has to be said each time."""


class Converter:
    """Converts the pages of one build."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self.config = config
        self.files = files
        self.root = Path(config.config_file_path).parent
        self.keeps = set(config.markdown_extensions) <= FROM_TEXT_ALONE
        said = [config.markdown_extensions, config.mdx_configs, config.use_directory_urls, config.validation]
        there = sorted((file.src_uri, file.url, file.inclusion.name) for file in files)
        self.surroundings = hashlib.sha256(repr((said, there)).encode()).digest()

    def convert(self, page: Page) -> None:
        """Do what `Page.render` does, or take over what it did before for the same text."""
        if not self.keeps:
            Page.render(page, self.config, self.files)
            return
        made = kept(
            self.root,
            f"pages/{page.file.src_uri}",
            self._made_of(page),
            lambda: self._convert(page),
            lambda made: made.silent,
        )
        page.content, page.toc, page.present_anchor_ids = made.content, made.toc, made.anchors
        page._title_from_render = made.title
        linked = {self.files.get_file_from_path(name): links for name, links in made.links.items()}
        page.links_to_anchors = {file: links for file, links in linked.items() if file}

    def _made_of(self, page: Page) -> bytes:
        return self.surroundings + f"{page.file.src_uri}\n{page.markdown}".encode()

    def _convert(self, page: Page) -> Converted:
        logger, listener = logging.getLogger("mkdocs"), _Listener(logging.INFO)
        logger.addHandler(listener)
        try:
            Page.render(page, self.config, self.files)
        finally:
            logger.removeHandler(listener)
        links = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
        title = page._title_from_render
        return Converted(page.content, page.toc, title, page.present_anchor_ids, links, not listener.heard)

    def search_by(self, index: Any) -> None:  # noqa: ANN401 - whatever the theme's search has
        """Let an index of the search take over what it made before of the same page.

        A plugin is one for all builds of a program: a page of another build is none of this index.
        """
        add: Callable[[Page], None] = index.add_entry_from_context

        def take_over(page: Page) -> None:
            if self.files.get_file_from_path(page.file.src_uri) is page.file:
                index.entries.extend(self._entries(page, add, index.entries))

        index.add_entry_from_context = take_over

    def _entries(self, page: Page, add: Callable[[Page], None], entries: list[Any]) -> list[Any]:
        def made() -> list[Any]:
            before = len(entries)
            add(page)
            new = entries[before:]
            del entries[before:]
            return new

        if not self.keeps:
            return made()
        made_of = self._made_of(page) + repr((page.url, page.title, page.meta, page.content)).encode()
        return kept(self.root, f"search/{page.file.src_uri}", made_of, made)


class _Listener(logging.Handler):
    """Hears whether MkDocs says anything."""

    heard = False

    def emit(self, record: logging.LogRecord) -> None:
        self.heard = True
