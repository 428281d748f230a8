"""A sheet that somebody asks for: words become ids, and a wish becomes a checklist of questions, scripts or levers."""

from collections.abc import Iterable

from playbook.library import Library
from playbook.models import Checklist, Lever, Script, Selection
from playbook.plan.ordering import Wish, how_many, order_questions
from playbook.plan.wording import MOMENTS, PEOPLE, within
from playbook.problems import suggest


class NoSuchError(Exception):
    """A word that names nothing, or several things, with what to do about it."""


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


def plan_wish(wish: Wish, library: Library, minutes: int | None = None) -> Checklist:
    """Return the checklist of a wish; `minutes` decide how many questions it has.

    Raises NoSuchError if no question fits.
    """
    questions = [asked.question.id for asked in order_questions(wish, library)][: how_many(minutes)]
    if not questions:
        raise NoSuchError("no question fits all of that; ask for less at once")
    parts = [*wish.to, *([wish.moment] if wish.moment else []), *wish.red_flags, *wish.themes]
    return Checklist(
        id=_id("questions", [*parts, *([f"{minutes}-minutes"] if minutes else [])]),
        name=_name(wish),
        moment=_moment(wish, library, len(questions) if minutes else 0),
        select=Selection(kind="questions", ids=tuple(questions), group_by="none"),
        pocket_most=min(len(questions), POCKET),
    )


POCKET = 10
"""How many questions a pocket page of your own has at most."""


def plan_lines(scripts: tuple[str, ...], levers: tuple[str, ...], library: Library) -> Checklist:
    """Return the checklist of some scripts, or else of some levers, in the order named."""
    ids, kind = (scripts, "scripts") if scripts else (levers, "levers")
    entries = [entry for id in ids if isinstance(entry := library.by_id[id], Script | Lever)]
    names = [within(entry.name) for entry in entries]
    return Checklist(
        id=_id(kind, list(ids)),
        name=entries[0].name if len(names) == 1 else {"scripts": "What to say", "levers": "What to ask for"}[kind],
        moment=_situation(entries[0]) if len(names) == 1 else f"{_listed(names)[:1].upper()}{_listed(names)[1:]}.",
        select=Selection(kind=kind, ids=ids, group_by="none"),  # type: ignore[arg-type]
    )


def _situation(entry: Script | Lever) -> str:
    return entry.situation if isinstance(entry, Script) else entry.what


def _id(kind: str, parts: list[str]) -> str:
    return "-".join([kind, *parts])[:80].strip("-")


def _name(wish: Wish) -> str:
    return f"Questions for {' or '.join(PEOPLE[person] for person in wish.to)}" if wish.to else "Questions to ask"


def _moment(wish: Wish, library: Library, count: int) -> str:
    """Say in one line what was chosen and by what, as in "The first 4 about hours, in the loop"."""
    names = [within(str(getattr(library.by_id[id], "name", id))) for id in (*wish.red_flags, *wish.themes)]
    about = f" about {_listed(names)}" if names else ""
    when = f", {MOMENTS[wish.moment]}" if wish.moment else ""
    first = "The first one" if count == 1 else f"The first {count}" if count else "All questions"
    return f"{first}{about}{when}."


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
