"""One entry of yours over one of ours, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from playbook.problems import Problem, nearest
from playbook.reading.records import Record
from playbook.reading.yaml_nodes import Location

Place = TypeVar("Place")

Moved = dict[int, int]
"""Index of an item in the list of yours -> its index in the combined list."""


def signed(name: str) -> tuple[str, str]:
    """Return the field that a name means, and `+`, `-` or nothing."""
    return (name[:-1], name[-1]) if name[-1:] in ("+", "-") and name[:-1] else (name, "")


def combine(ours: Record, yours: Record, problems: list[Problem], notices: list[Problem]) -> Record:
    """Return the entry of ours with the fields that yours names."""
    result = replace(ours, fields=dict(ours.fields), mark=yours.mark, validated=None)
    if yours.fields.get("status") == "active":
        result.fields.pop("replaced_by", None)
    if yours.fields.get("status") == "retired":
        problems.append(yours.problem(("status",), "retires an entry of ours", "name it in my/data/hide.yml instead"))
    for name, value in yours.fields.items():
        target, sign = signed(name)
        base = result.fields.get(target, ())
        if target == "id":
            continue
        if sign and not (isinstance(base, tuple) and isinstance(value, tuple)):
            problems.append(yours.problem((name,), "is no list", "leave out the sign to replace the field", key=True))
            continue
        combined, moved = _combined(base, value, sign)
        if sign == "-":
            notices.extend(_not_there(yours, name, base, value))
        result.fields[target] = combined
        result = replace(
            result,
            marks=_laid(result.marks, yours.marks, name, moved),
            keys=_laid(result.keys, yours.keys, name, moved),
            written=_laid(result.written, yours.written, name, moved),
        )
    return result


def _combined(base: object, value: object, sign: str) -> tuple[object, Moved | None]:
    if not sign or not isinstance(base, tuple) or not isinstance(value, tuple):
        return value, None
    if sign == "-":
        return tuple(item for item in base if not any(_means(away, item) for away in value)), {}
    items, moved = list(base), {}
    for index, item in enumerate(value):
        at = next((at for at, there in enumerate(items) if _same(item, there)), len(items))
        items[at:] = [_merged(items[at], item), *items[at + 1 :]] if at < len(items) else [item]
        moved[index] = at
    return tuple(items), moved


def _same(item: object, there: object) -> bool:
    """Say whether an item to add is one that is there: the same text, or a part with the same id."""
    if isinstance(item, dict) and isinstance(there, dict) and "id" in item:
        return bool(item["id"] == there.get("id"))
    return item == there


def _merged(there: object, item: object) -> object:
    return {**there, **item} if isinstance(there, dict) and isinstance(item, dict) else item


def _means(away: object, item: object) -> bool:
    """Say whether an item is the one to take away: a part is named by its id or its name."""
    if isinstance(item, dict) and isinstance(away, str):
        return away in (item.get("id"), item.get("name"))
    return away == item


def _not_there(yours: Record, name: str, base: object, value: object) -> Iterator[Problem]:
    there = base if isinstance(base, tuple) else ()
    for index, away in enumerate(value if isinstance(value, tuple) else ()):
        if not any(_means(away, item) for item in there):
            names = [str(item.get("id") or item.get("name")) if isinstance(item, dict) else str(item) for item in there]
            close = nearest(str(away), names)
            todo = f"did you mean `{close}`?" if close else "delete the line if it is no longer needed"
            yield yours.problem((name, index), f"takes away `{away}`, which is not there", todo)


def _laid(
    ours: Mapping[Location, Place], yours: Mapping[Location, Place], name: str, moved: Moved | None
) -> dict[Location, Place]:
    """Return the places of all fields after yours has named one; without `moved` the whole field is yours."""
    target = signed(name)[0]
    kept = moved is not None and bool(moved)
    places = {at: place for at, place in ours.items() if kept or at[:1] != (target,)}
    for at, place in yours.items():
        if at[:1] == (name,) and (moved is None or len(at) == 1):
            places[(target, *at[1:])] = place
        elif at[:1] == (name,) and moved and isinstance(at[1], int):
            places[(target, moved[at[1]], *at[2:])] = place
    return places


def is_beneath(fields: Mapping[str, object], name: str, value: object) -> object:
    """Return what of an entry of ours lies beneath a field of yours: all of it, or the items that you touch."""
    target, sign = signed(name)
    base = fields.get(target)
    if not sign or not isinstance(base, tuple) or not isinstance(value, tuple):
        return base
    match = _same if sign == "+" else _means
    return [item for item in base if any(match(touched, item) for touched in value)]
