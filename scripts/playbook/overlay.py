"""Yours over ours: entries added, changed field by field, or hidden from `my/data/`."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from playbook.problems import Mark, Problem, suggest
from playbook.records import HIDE, Record, read_records
from playbook.yaml_nodes import Location, read_document

YOURS = "my/data"


def lay_over(
    root: Path, ours: list[Record], problems: list[Problem], unreadable: set[str]
) -> tuple[list[Record], frozenset[str]]:
    """Return all records, with yours in place, and the ids you hide.

    An entry of yours with an id of ours changes only the fields it names. A field name that ends in `+` adds to a
    list, one that ends in `-` takes away from it.
    """
    changes: dict[str, Record] = {}
    added: list[Record] = []
    known = {record.name: record for record in ours}
    for record in read_records(root, YOURS, problems, unreadable):
        base = known.get(record.name)
        if base and base.kind == record.kind and record.name not in changes:
            changes[record.name] = record
        else:
            added.append(record)
    changed = [_changed(record, changes.get(record.name), problems) for record in ours]
    return changed + added, frozenset(_hidden(root, [*known, *(record.name for record in added)], problems))


def _changed(ours: Record, yours: Record | None, problems: list[Problem]) -> Record:
    if yours is None:
        return ours
    fields = dict(ours.fields)
    marks, keys = dict(ours.marks), dict(ours.keys)
    for name, value in yours.fields.items():
        target, sign = (name[:-1], name[-1]) if name[-1:] in ("+", "-") else (name, "")
        base = fields.get(target, ())
        wrong = _misfit(base, value, sign)
        if wrong:
            problems.append(yours.problem((name,), *wrong, key=True))
        fields[target] = base if wrong else _combined(base, value, sign)
        for places, changed in ((marks, yours.marks), (keys, yours.keys)):
            _forget(places, target)
            places.update({(target, *at[1:]): mark for at, mark in changed.items() if at[:1] == (name,)})
    return replace(ours, fields=fields, mark=yours.mark, marks=marks, keys=keys, written=yours.written)


def _misfit(base: object, value: object, sign: str) -> tuple[str, str] | None:
    """Return what is wrong with adding to or taking from a list, and what to do."""
    if not sign:
        return None
    if not isinstance(base, tuple) or not isinstance(value, tuple):
        return "is no list", "leave out the sign to replace the field"
    missing = [item for item in value if sign == "-" and item not in base]
    return (
        (f"takes away `{missing[0]}`, which is not there", suggest(str(missing[0]), map(str, base)))
        if missing
        else None
    )


def _combined(base: object, value: object, sign: str) -> object:
    if not isinstance(base, tuple) or not isinstance(value, tuple) or not sign:
        return value
    return base + value if sign == "+" else tuple(item for item in base if item not in value)


def _forget(places: dict[Location, Mark], target: str) -> None:
    for location in [location for location in places if location[:1] == (target,)]:
        del places[location]


def _hidden(root: Path, known: list[str], problems: list[Problem]) -> Iterator[str]:
    path = root / YOURS / HIDE
    if not path.exists():
        return
    document = read_document(path, f"{YOURS}/{HIDE}")
    problems.extend(document.problems)
    value = document.value
    ids = value.get("hide") if isinstance(value, dict) and set(value) == {"hide"} else None
    if not isinstance(ids, tuple):
        if not document.problems:
            mark = document.marks[()]
            problems.append(Problem(mark, "", "", "must be one list of ids", "write `hide: [one-id, another-id]`"))
        return
    for index, id in enumerate(ids):
        if id in known:
            yield str(id)
        else:
            mark = document.marks[("hide", index)]
            problems.append(Problem(mark, "", f"hide[{index + 1}]", f"`{id}` is unknown", suggest(str(id), known)))
