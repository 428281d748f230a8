"""Which entries a checklist shows, in which order and under which headings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.library import Library
from playbook.models import Checklist, Entry, Item, Question, Script, Selection


@dataclass(frozen=True)
class Group:
    """Entries under one heading; the id of what the heading names, or none."""

    title: str
    about: str | None
    entries: tuple[Entry | Item, ...]


def plan_groups(checklist: Checklist, library: Library, most: int | None = None) -> tuple[Group, ...]:
    """Return what a checklist shows; with `most`, only so many entries, the most important first."""
    if checklist.select is None:
        return tuple(Group(section.title, None, section.items) for section in checklist.sections)
    limits = [limit for limit in (most, checklist.select.most) if limit is not None]
    entries = list(select(checklist.select, library))
    chosen = rank(entries, checklist.select, library)[: min(limits)] if limits else entries
    return tuple(_groups(chosen, checklist.select, library))


def select(selection: Selection, library: Library) -> Iterator[Question | Script]:
    """Go through the entries that fulfil every condition, in the order of the library or of `ids`."""
    if selection.ids:
        yield from (library.by_id[id] for id in selection.ids if id in library.by_id)  # type: ignore[misc]
        return
    for entry in library.of(selection.kind):
        assert isinstance(entry, Question | Script)  # noqa: S101 - what Selection.kind allows
        if _fits(entry, selection):
            yield entry


def _fits(entry: Question | Script, selection: Selection) -> bool:
    conditions: list[tuple[Iterable[str], Iterable[str]]] = [
        (selection.to, getattr(entry, "to", ())),
        (selection.reveals, getattr(entry, "reveals", ())),
        (selection.themes, (entry.theme or "",)),
        (selection.priority, (entry.priority,)),
    ]
    if entry.stage:
        conditions.append((selection.stage, entry.stage))
    return all(set(wanted) & set(found) for wanted, found in conditions if wanted)


def rank(entries: Iterable[Question | Script], selection: Selection, library: Library) -> list[Question | Script]:
    """Return entries with the most important first; `ids` keep their order."""
    return list(entries) if selection.ids else sorted(entries, key=library.step)


def _groups(entries: Iterable[Question | Script], selection: Selection, library: Library) -> Iterator[Group]:
    found: dict[str | None, list[Question | Script]] = {}
    for entry in entries:
        found.setdefault(_heading(entry, selection), []).append(entry)
    for about in sorted(found, key=lambda about: _order(about, library)):
        heading = library.by_id.get(about or "")
        title = getattr(heading, "name", "" if selection.group_by == "none" else "Other")
        yield Group(title, about, tuple(found[about]))


def _heading(entry: Question | Script, selection: Selection) -> str | None:
    if selection.group_by == "red-flag":
        return next(iter(getattr(entry, "reveals", ())), None)
    return entry.theme if selection.group_by == "theme" else None


def _order(about: str | None, library: Library) -> int:
    ids = [entry.id for entry in (*library.red_flags, *library.themes)]
    return ids.index(about) if about in ids else len(ids)
