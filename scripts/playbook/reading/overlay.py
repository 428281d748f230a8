"""Yours over ours: which entry of `my/data/` changes which of ours, and which is new."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.models import KINDS
from playbook.problems import Problem, nearest
from playbook.reading.combine import combine, signed
from playbook.reading.hidden import Hidden, read_hidden
from playbook.reading.records import YOURS, Record, read_records
from playbook.reading.retired import Successors, successors_of


@dataclass(frozen=True)
class Change:
    """An entry of yours and the entry of ours that it changes; none if it is new."""

    yours: Record
    ours: Record | None


@dataclass(frozen=True)
class Overlay:
    """All records, with yours in place, and what became of yours."""

    records: tuple[Record, ...]
    changes: tuple[Change, ...]
    hides: tuple[Hidden, ...]
    successors: Successors
    notices: tuple[Problem, ...]
    """What you should know, but nothing that stops a build."""

    @property
    def hidden(self) -> frozenset[str]:
        """The ids of what is hidden."""
        return frozenset(hidden.id for hidden in self.hides if hidden.id)


def lay_over(root: Path, ours: list[Record], problems: list[Problem], unreadable: set[str]) -> Overlay:
    """Read `my/data/` and lay it over `ours`.

    An entry of yours with an id of ours changes only the fields it names. A field name that ends in `+` adds to a
    list, one that ends in `-` takes away from it. Where ours is retired, its successor is changed instead.
    """
    notices: list[Problem] = []
    yours = read_records(root, YOURS, problems, unreadable)
    matcher = _Matcher(ours, unreadable)
    changes = [change for record in _once(yours, problems) for change in matcher.match(record, problems, notices)]
    records = list(ours)
    places = {record.name: index for index, record in reversed(list(enumerate(records)))}
    # What follows a retired entry comes first, so that a change of the successor itself has the last word.
    for change in sorted(changes, key=lambda change: change.ours is not None and change.ours.name == change.yours.name):
        if change.ours:
            index = places[change.ours.name]
            records[index] = combine(records[index], change.yours, problems, notices)
    records += [change.yours for change in changes if change.ours is None]
    successors = successors_of(records)
    hidden = read_hidden(root, records, successors, problems, notices)
    return Overlay(tuple(records), tuple(changes), tuple(hidden), successors, tuple(notices))


def _once(yours: list[Record], problems: list[Problem]) -> Iterator[Record]:
    """Go through the entries of yours, each once: with two of one name nobody could tell which one counts."""
    first: dict[str, Record] = {}
    count = Counter(record.name for record in yours)
    for record in yours:
        known = first.setdefault(record.name, record) if record.has_id else record
        if known is record:
            yield record
        elif count[record.name] > 1:
            wrong = f"stands twice under my/, first at {known.mark.path}:{known.mark.line}"
            problems.append(record.problem(("id",), wrong, "put both into one entry"))


class _Matcher:
    """Finds the entry of ours that an entry of yours is about."""

    def __init__(self, ours: Iterable[Record], unreadable: set[str]) -> None:
        self.known = {record.name: record for record in ours}
        self.successors = successors_of(self.known.values())
        self.unreadable = unreadable

    def match(self, yours: Record, problems: list[Problem], notices: list[Problem]) -> Iterator[Change]:
        ours = self.known.get(yours.name) if yours.has_id else None
        if ours is None and looks_like_change(yours):
            if yours.kind not in self.unreadable:
                problems.append(self._unknown(yours))
        elif ours is not None and ours.kind != yours.kind:
            said = ours.kind.replace("_", " ")
            problems.append(yours.problem(("id",), f"is one of the {said}", f"move it to {YOURS}/{ours.kind}/"))
        elif ours is not None and ours.name in self.successors and "status" not in yours.fields:
            yield from self._follow(yours, notices)
        else:
            yield Change(yours, ours)

    def _follow(self, yours: Record, notices: list[Problem]) -> Iterator[Change]:
        successor = self.known.get(self.successors[yours.name] or "")
        if successor and successor.kind == yours.kind:
            todo = f"your change now applies to `{successor.name}`; write that id"
            yield Change(yours, successor)
        else:
            todo = "nothing takes its place, so your change shows nowhere; delete it"
            yield Change(yours, self.known[yours.name])
        notices.append(yours.problem(("id",), "is retired", todo))

    def _unknown(self, yours: Record) -> Problem:
        owner = next((record for record in self.known.values() if yours.name in set(_nested_ids(record.fields))), None)
        if owner:
            todo = f"change it there: `- id: {owner.name}` with the name of the list and a plus, as in `drills+:`"
            return yours.problem(("id",), f"is a part of `{owner.name}`", todo)
        close = nearest(yours.name, [name for name, record in self.known.items() if record.kind == yours.kind])
        missing = [f"`{name}`" for name in missing_fields(yours)]
        new = f", and a new one also needs {', '.join(missing)}" if missing else ""
        todo = f"did you mean `{close}`?" if close else "correct the id, or give every field that a new entry needs"
        return yours.problem(("id",), f"names none of the {yours.kind.replace('_', ' ')}{new}", todo)


def looks_like_change(yours: Record) -> bool:
    """Say whether this can only be meant as a change: it lacks what a new entry needs, or it uses `+` or `-`."""
    return yours.has_id and (bool(missing_fields(yours)) or any(signed(name)[1] for name in yours.fields))


def missing_fields(record: Record) -> list[str]:
    """Return the fields that an entry of this kind must have and this one lacks."""
    required = (name for name, info in KINDS[record.kind].model_fields.items() if info.is_required())
    return [name for name in required if name not in record.fields]


def _nested_ids(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, dict):
        if depth and isinstance(value.get("id"), str):
            yield value["id"]
        value = tuple(value.values())
    if isinstance(value, tuple):
        for item in value:
            yield from _nested_ids(item, depth + 1)
