"""A sheet that somebody asks for: words become ids, minutes become a number of questions."""

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.library import Library
from playbook.models import Checklist, Selection
from playbook.models.words import Interviewer
from playbook.plan.select import plan_groups
from playbook.problems import suggest

MINUTES_EACH = 2.5
"""What a question takes with its answer and one follow-up."""


class NoSuchError(Exception):
    """A word that names nothing, or several things, with what to do about it."""


@dataclass(frozen=True)
class Wish:
    """What the sheet is to be about, in ids; nothing means anything."""

    to: tuple[Interviewer, ...] = ()
    red_flags: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    minutes: int | None = None


def match(word: str, choices: Iterable[str]) -> str:
    """Return the id that a word means: the same, the only one that has it as a part, or the nearest.

    Raises NoSuchError if there is none, or more than one.
    """
    ids = sorted(choices)
    plain = word.strip().lower().replace(" ", "-")
    if plain in ids:
        return plain
    parts = [id for id in ids if plain and plain in id]
    if len(parts) == 1:
        return parts[0]
    if parts:
        raise NoSuchError(f"`{word}` could be {', '.join(parts)}; write more of it")
    raise NoSuchError(f"`{word}` is unknown; {suggest(plain, ids)}")


def plan_wish(wish: Wish, library: Library) -> Checklist:
    """Return the checklist of a wish; `minutes` decide how many questions it has.

    Raises NoSuchError if no question fits.
    """
    most = None if wish.minutes is None else max(1, int(wish.minutes / MINUTES_EACH))
    by_flag = len(wish.red_flags) != 1
    selection = Selection(
        kind="questions",
        to=wish.to,
        reveals=wish.red_flags,
        stage=wish.stages,
        themes=wish.themes,
        most=most,
        group_by="red-flag" if by_flag else "none",
    )
    parts = [part for part in (*wish.to, *wish.red_flags, *wish.stages, *wish.themes) if part]
    checklist = Checklist(
        id="-".join(["questions", *parts, *([f"{wish.minutes}-minutes"] if wish.minutes else [])])[:80].strip("-"),
        name=_name(wish),
        moment=_moment(wish, library),
        select=selection,
        pocket_most=most or 16,
    )
    if not plan_groups(checklist, library):
        raise NoSuchError("no question fits all of that; ask for less at once")
    return checklist


def _name(wish: Wish) -> str:
    people = " or ".join(wish.to).replace("skip-level", "manager's manager")
    return f"Questions for the {people}" if people else "Questions to ask"


def _moment(wish: Wish, library: Library) -> str:
    names = [getattr(library.by_id[id], "name", id) for id in (*wish.red_flags, *wish.themes, *wish.stages)]
    about = "About " + ", ".join(name[0].lower() + name[1:] for name in names) if names else "About everything"
    return f"{about}, for {wish.minutes} minutes." if wish.minutes else f"{about}."
