"""How much of a long page stands open: the first entries of each group, the others one tap away."""

from dataclasses import dataclass

from playbook.library import RANK
from playbook.models import Entry

OPEN = {"questions": 3, "resources": 3, "topics": 2, "scripts": 3, "levers": 3, "red_flags": 5}
"""Kind -> how many entries of a group stand open on a long page."""

LONG = {"questions": 14, "resources": 20, "topics": 7, "scripts": 12, "levers": 12, "red_flags": 9}
"""Kind -> how many entries make a page long."""


@dataclass(frozen=True)
class Folded:
    """The entries of a group that stand open, and those that do not."""

    shown: tuple[Entry, ...]
    more: tuple[Entry, ...]


def fold(entries: tuple[Entry, ...], kind: str, on_page: int) -> Folded:
    """Return the entries of a group with the most important ones open, each part in the order it came in."""
    few = OPEN.get(kind, len(entries))
    if on_page < LONG.get(kind, on_page + 1) or len(entries) <= few + 1:
        return Folded(entries, ())
    ranked = sorted(entries, key=lambda entry: RANK.get(getattr(entry, "priority", ""), 0))
    first = {entry.id for entry in ranked[:few]}
    return Folded(
        tuple(entry for entry in entries if entry.id in first),
        tuple(entry for entry in entries if entry.id not in first),
    )
