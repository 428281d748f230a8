"""Which entries a checklist shows, in which order and under which headings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, get_args

from playbook.library import Library
from playbook.models import Checklist, Entry, Item, Lever, Question, Script, Selection
from playbook.models.words import Interviewer, Moment
from playbook.plan.ordering import FIRST, STAGES, Wish, order_questions
from playbook.plan.wording import called

Selected: TypeAlias = Question | Script | Lever


@dataclass(frozen=True)
class Group:
    """Entries under one heading; the id of what the heading names, or none."""

    title: str
    about: str | None
    entries: tuple[Entry | Item, ...]


def plan_groups(checklist: Checklist, library: Library, most: int | None = None) -> tuple[Group, ...]:
    """Return what a checklist shows; with `most`, only so many entries, the most important first.

    Questions open with the few that come first for these people; the rest stands under its headings.
    """
    if checklist.select is None:
        return tuple(Group(section.title, None, section.items) for section in checklist.sections)
    if checklist.select.group_by == "person":
        return tuple(_by_person(checklist.select, library))
    limits = [limit for limit in (most, checklist.select.most) if limit is not None]
    if checklist.select.kind == "questions" and not checklist.select.ids:
        return tuple(_questions(checklist.select, library, min(limits) if limits else None))
    entries = list(select(checklist.select, library))
    chosen = rank(entries, checklist.select, library)[: min(limits)] if limits else entries
    return tuple(_groups(chosen, checklist.select, library))


def wish_of(selection: Selection) -> Wish:
    """Return a selection of questions as the wish that it is."""
    moments: set[Moment] = {moment for moment, stages in STAGES.items() if set(selection.stage) & stages}
    moment = next(iter(moments)) if len(moments) == 1 else None
    return Wish(selection.to, moment, selection.reveals, selection.themes, selection.priority)


def _questions(selection: Selection, library: Library, most: int | None) -> Iterator[Group]:
    ordered = [asked.question for asked in order_questions(wish_of(selection), library)][:most]
    few, rest = ordered[:FIRST], ordered[FIRST:]
    if few:
        yield Group("Start with these" if rest else "", None, tuple(few))
    yield from _groups(rest, selection, library)


def _by_person(selection: Selection, library: Library) -> Iterator[Group]:
    """Go through the first questions for each person; what stands under one is not repeated under another."""
    given: set[str] = set()
    for person in selection.to or get_args(Interviewer):
        ordered = [asked.question for asked in order_questions(Wish((person,)), library)]
        few = [question for question in ordered if question.id not in given][: selection.most or EACH]
        given |= {question.id for question in few}
        if few:
            yield Group(called(person), None, tuple(few))


EACH = 2
"""How many questions each person gets on a list by person, if it does not say."""


def select(selection: Selection, library: Library) -> Iterator[Selected]:
    """Go through the entries that fulfil every condition, in the order of the library or of `ids`."""
    if selection.ids:
        yield from (library.by_id[id] for id in selection.ids if id in library.by_id)  # type: ignore[misc]
        return
    for entry in library.of(selection.kind):
        assert isinstance(entry, Selected)  # noqa: S101 - what Selection.kind allows
        if _fits(entry, selection):
            yield entry


def _fits(entry: Selected, selection: Selection) -> bool:
    conditions: list[tuple[Iterable[str], Iterable[str]]] = [
        (selection.to, getattr(entry, "to", ())),
        (selection.reveals, getattr(entry, "reveals", ())),
        (selection.themes, (entry.theme or "",)),
        (selection.priority, (entry.priority,)),
    ]
    if stage := getattr(entry, "stage", ()):
        conditions.append((selection.stage, stage))
    return all(set(wanted) & set(found) for wanted, found in conditions if wanted)


def rank(entries: Iterable[Selected], selection: Selection, library: Library) -> list[Selected]:
    """Return entries with the most important first; `ids` keep their order.

    Of equal ones, each heading gets two before any gets a third: two answers about the same thing can be compared,
    and the headings that come first are those of the red flags that matter most.
    """
    entries = list(entries)
    if selection.ids:
        return entries
    seen: Counter[tuple[str | None, int]] = Counter()
    keys: dict[str, tuple[int, int, int]] = {}
    order = _orders(library)
    for entry in entries:
        about = _heading(entry, selection)
        step = library.step(entry)
        keys[entry.id] = (step, seen[about, step] // PAIR, order.get(about, len(order)))
        seen[about, step] += 1
    return sorted(entries, key=lambda entry: keys[entry.id])


PAIR = 2
"""How many entries a heading gets before the next one has its turn."""


def _groups(entries: Iterable[Selected], selection: Selection, library: Library) -> Iterator[Group]:
    found: dict[str | None, list[Selected]] = {}
    for entry in entries:
        found.setdefault(_heading(entry, selection), []).append(entry)
    order = _orders(library)
    for about in sorted(found, key=lambda about: order.get(about, len(order))):
        heading = library.by_id.get(about or "")
        title = getattr(heading, "name", "" if selection.group_by == "none" else "Other")
        yield Group(title, about, tuple(found[about]))


def _heading(entry: Selected, selection: Selection) -> str | None:
    if selection.group_by == "red-flag":
        return next(iter(getattr(entry, "reveals", ())), None)
    return entry.theme if selection.group_by == "theme" else None


def _orders(library: Library) -> dict[str | None, int]:
    """Return the place of each heading: what you fear, what the essay names, the other red flags, the themes."""
    feared = {id: place for place, id in enumerate(library.feared)}
    red_flags = sorted(library.red_flags, key=lambda flag: (feared.get(flag.id, len(feared)), not flag.seed))
    return {entry.id: place for place, entry in enumerate((*red_flags, *library.themes))}
