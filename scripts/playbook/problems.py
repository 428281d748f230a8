"""One thing that a user can fix: where it is, what is wrong and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple


class Mark(NamedTuple):
    """A place in a file; line and column count from 1, the path is relative to the project."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One wrong thing in the data, the pages or the templates."""

    mark: Mark
    entry: str
    field: str
    wrong: str
    todo: str

    def __str__(self) -> str:
        """Return `file:line:column: entry: field: what is wrong; what to do`, on one line."""
        where = f"{self.mark.path}:{self.mark.line}:{self.mark.column}"
        parts = [where, *(part for part in (self.entry, self.field) if part), f"{self.wrong}; {self.todo}"]
        return " ".join(": ".join(parts).split())


class ProblemsFound(Exception):  # noqa: N818 - what was found, not an error of ours
    """Raised once with everything the user can fix; only the adapters catch it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, choices: Iterable[str], cutoff: float = 0.5) -> str | None:
    """Return the choice most like `word`, or None if none is near; `cutoff` goes from 0, anything, to 1, the same."""
    close = get_close_matches(word, sorted(choices), n=1, cutoff=cutoff)
    return close[0] if close else None


def suggest(word: str, choices: Iterable[str], sure: float = 0.5) -> str:
    """Return what to do about an unknown word: the nearest choice, or all of them if they are few.

    A choice that is less than `sure` like the word, from 0 to 1, is named together with the others.
    """
    known = sorted(choices)
    close = nearest(word, known)
    every = ", ".join(f"`{choice}`" for choice in known)
    if close and (len(known) > FEW or nearest(word, known, sure)):
        return f"did you mean `{close}`?"
    if close:
        return f"did you mean `{close}`? There are {every}"
    if len(known) <= FEW:
        return f"use one of {every}" if known else "there is none to choose from"
    return "use the last part of the address of an entry on the site"


FEW = 20
