"""The navigation: names and patterns of pages become the pages that are there."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import TypeAlias

Nav: TypeAlias = list["str | dict[str, str | Nav]"]
"""As in mkdocs.yml: a page, `title: page`, or `title: [pages]`."""

MORE = "More"
"""The section of the pages that nobody gave a place; the last one, if the navigation has it."""


def plan_nav(nav: Nav, pages: Iterable[str], moved: Iterable[str] = ()) -> Nav:
    """Return `nav` with each pattern replaced by the pages it matches that stand nowhere else, in their order.

    Pages that no part of the navigation names are added under More, so that none is out of reach. Those in `moved`
    are left out: they get another place.
    """
    named = set(_named(nav))
    free = [page for page in pages if page not in named]
    planned = list(_expanded(_without(nav, set(moved)), free))
    return with_more(planned, list(free))


def with_more(nav: Nav, pages: Nav) -> Nav:
    """Return the navigation with more pages at the end of its section More, which is made if there is none."""
    *before, last = nav or [""]
    if pages and isinstance(last, dict) and isinstance(inside := last.get(MORE), list):
        return [*before, {MORE: [*inside, *pages]}]
    return [*nav, {MORE: pages}] if pages else nav


def _named(nav: Nav) -> Iterator[str]:
    for item in nav:
        if isinstance(item, str):
            yield item
        else:
            for value in item.values():
                yield from _named([value] if isinstance(value, str) else value)


def _expanded(nav: Nav, free: list[str]) -> Iterator[str | dict[str, str | Nav]]:
    for item in nav:
        if isinstance(item, dict):
            parts = (
                (title, value if isinstance(value, str) else list(_expanded(value, free)))
                for title, value in item.items()
            )
            kept = {title: value for title, value in parts if value}
            if kept:
                yield kept
        elif "*" in item:
            for page in [page for page in free if fnmatchcase(page, item)]:
                free.remove(page)
                yield page
        else:
            yield item


def _without(nav: Nav, moved: set[str]) -> Nav:
    kept: Nav = []
    for item in nav:
        if isinstance(item, dict):
            lists = {
                title: value if isinstance(value, str) else _without(value, moved) for title, value in item.items()
            }
            kept.append(
                {title: value for title, value in lists.items() if not (isinstance(value, str) and value in moved)}
            )
        elif item not in moved:
            kept.append(item)
    return kept
