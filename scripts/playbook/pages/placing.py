"""Where your own pages stand in the navigation."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from playbook.models.settings import Placement
from playbook.pages.nav import Nav, with_more

Item: TypeAlias = "str | dict[str, str | Nav]"


def place_pages(nav: Nav, placements: Iterable[Placement]) -> Nav:
    """Return the navigation with each page in its place; a page may stand beside one that is placed itself."""
    ahead = list(placements)
    while ahead:
        rest = []
        for placement in ahead:
            placed = _placed(nav, placement)
            rest += [] if placed else [placement]
            nav = placed or nav
        if len(rest) == len(ahead):  # they stand only beside each other
            return with_more(nav, [_item(placement) for placement in rest])
        ahead = rest
    return nav


def _item(placement: Placement) -> Item:
    return {placement.title: placement.page} if placement.title else placement.page


def _placed(nav: Nav, placement: Placement) -> Nav | None:
    item, section = _item(placement), placement.section
    if section:
        return _replaced(nav, lambda part: _longer(part, section, item)) or [*nav, {section: [item]}]
    page = placement.after or placement.before
    return _replaced(nav, lambda part: _pair(part, item, placement) if _is_page(part, page) else None)


def _is_page(part: Item, page: str | None) -> bool:
    return part == page if isinstance(part, str) else page in list(part.values())


def _pair(part: Item, item: Item, placement: Placement) -> Nav:
    return [part, item] if placement.after else [item, part]


def _longer(part: Item, section: str, item: Item) -> Nav | None:
    pages = part.get(section) if isinstance(part, dict) else None
    return [{section: [*pages, item]}] if isinstance(pages, list) else None


def _replaced(nav: Nav, replace: Callable[[Item], Nav | None]) -> Nav | None:
    """Return the navigation with the first part for which `replace` gives something replaced by it, or None."""
    for index, part in enumerate(nav):
        new = replace(part)
        for title, value in part.items() if new is None and isinstance(part, dict) else ():
            inside = _replaced(value, replace) if isinstance(value, list) else None
            new = [{title: inside}] if inside else new
        if new is not None:
            return [*nav[:index], *new, *nav[index + 1 :]]
    return None
