"""Where in the site each entry has its place."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from playbook.library import Library
from playbook.models import KINDS, Checklist, Entry, Language, NextMove, Theme
from playbook.models.references import parts_of

PAGE_OF_KIND = {
    "green_flags": "ask/green-flags.md",
    "shortlists": "ask/five-minutes.md",
    "stages": "get-the-interview/tracker.md",
    "glossary": "glossary.md",
    "blanks": "negotiate/scripts/blanks.md",
    "forms": "checklists/on-paper.md",
    "moves": "negotiate/tiers.md",
    "durations": "timing/line-up.md",
    "criteria": "get-the-interview/criteria.md",
}
"""Kinds that are shown whole on one page of docs/."""


@dataclass(frozen=True)
class Place:
    """A page of the site, named as its file in docs/, and the anchor of an entry on it."""

    page: str
    anchor: str

    @property
    def address(self) -> str:
        """The address below the root of the site, as in `ask/pace/#on-call-pages-last-month`."""
        return f"{url_of(self.page)}#{self.anchor}"

    def seen_from(self, page: str) -> str:
        """The link to this place on another page or on the same one."""
        return "#" + self.anchor if page == self.page else f"{relative_url(page, self.page)}#{self.anchor}"


def url_of(page: str) -> str:
    """Return the address of a page below the root of the site: `ask/pace.md` is at `ask/pace/`."""
    folder, name = posixpath.split(page.removesuffix(".md"))
    path = folder if name == "index" else posixpath.join(folder, name)
    return f"{path}/" if path else ""


@cache
def relative_url(page: str, target: str) -> str:
    """Return the link from a page to another page, or to a file such as `print/a.pdf`."""
    address = url_of(target) if target.endswith(".md") else target
    path = posixpath.relpath(address or ".", url_of(page) or ".")
    return f"{path}/" if target.endswith(".md") else path


def plan_places(library: Library) -> Mapping[str, Place]:
    """Return the place of every id in the library, those of drills, notes and items included."""
    return {id: Place(page_of(entry, kind, library), id) for kind, entry in _with_kind(library) for id in _ids(entry)}


def plan_hidden_pages(library: Library) -> Mapping[str, str]:
    """Return the page of every id that is hidden, those of drills, notes and items included."""
    entries = library.hidden.values()
    kinds = {model: kind for kind, model in KINDS.items()}
    return {id: page_of(entry, kinds[type(entry)], library) for entry in entries for id in _ids(entry)}


def page_of(entry: Entry, kind: str, library: Library) -> str:
    """Return the page that shows an entry: that of its theme, of its kind, or its own."""
    if isinstance(entry, Language):
        return f"prepare/languages/{entry.id}.md"
    if isinstance(entry, Checklist):
        return f"checklists/{entry.id}.md"
    if isinstance(entry, Theme):
        return entry.page or f"themes/{entry.id}.md"
    if isinstance(entry, NextMove) and entry.does:
        return PAGE_OF_KIND["durations"]
    if kind in PAGE_OF_KIND:
        return PAGE_OF_KIND[kind]
    theme = library.by_id.get(getattr(entry, "theme", None) or "")
    return page_of(theme, "themes", library) if theme else more_page(kind)


def more_page(kind: str) -> str:
    """Return the page of the entries of a kind that are in no theme."""
    return f"more/{kind.replace('_', '-')}.md"


def _with_kind(library: Library) -> Iterator[tuple[str, Entry]]:
    return ((kind, entry) for kind in KINDS for entry in library.of(kind))


def _ids(entry: Entry) -> Iterator[str]:
    return (part.id for _, part in parts_of(entry) if hasattr(part, "id"))
