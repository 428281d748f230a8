"""What takes the place of retired entries, and following it in what you wrote."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias, TypeVar

from pydantic import BaseModel

from playbook.models import Entry
from playbook.models.references import reference_fields
from playbook.problems import Problem
from playbook.reading.records import Record
from playbook.reading.yaml_nodes import Location

Model = TypeVar("Model", bound=BaseModel)

Successors: TypeAlias = Mapping[str, str | None]
"""Id of a retired entry -> the active entry to use instead, if there is one."""


def successors_of(records: Iterable[Record]) -> Successors:
    """Return what to use instead of each retired entry, at the end of the chain."""
    after = {record.name: record.fields.get("replaced_by") for record in records if _retired(record)}
    return {name: _end(name, after) for name in after}


def _retired(record: Record) -> bool:
    return record.fields.get("status") == "retired"


def _end(name: str, after: Mapping[str, object]) -> str | None:
    seen: set[str] = set()
    at: object = name
    while isinstance(at, str) and at in after and at not in seen:
        seen.add(at)
        at = after[at]
    return at if isinstance(at, str) and at not in seen else None


def follow(record: Record, entry: Entry, successors: Successors, notices: list[Problem]) -> Entry:
    """Return the entry with successors in place of the retired entries that you name, and a notice of each.

    What ours names stays as it is: there it is a mistake of ours.
    """
    if not successors or entry.status == "retired":
        return entry
    follower = _Follower(record, successors, notices)
    return follower.followed(entry, ())


class _Follower:
    """Goes through one entry."""

    def __init__(self, record: Record, successors: Successors, notices: list[Problem]) -> None:
        self.record = record
        self.successors = successors
        self.notices = notices

    def followed(self, part: Model, location: Location) -> Model:
        references = reference_fields(type(part))
        new: dict[str, object] = {}
        for name in type(part).model_fields:
            value = getattr(part, name)
            new[name] = (
                self._ids(value, (*location, name)) if name in references else self._parts(value, location, name)
            )
        changed = {name: value for name, value in new.items() if value != getattr(part, name)}
        return part.model_copy(update=changed) if changed else part

    def _parts(self, value: object, location: Location, name: str) -> object:
        if isinstance(value, BaseModel):
            return self.followed(value, (*location, name))
        if isinstance(value, tuple) and any(isinstance(item, BaseModel) for item in value):
            return tuple(self.followed(item, (*location, name, index)) for index, item in enumerate(value))
        return value

    def _ids(self, value: object, location: Location) -> object:
        if isinstance(value, str):
            return self._id(value, location)
        if isinstance(value, tuple):
            ids = [self._id(id, (*location, index)) for index, id in enumerate(value)]
            return tuple(dict.fromkeys(id for id in ids if id))
        return value

    def _id(self, id: str, location: Location) -> str | None:
        if id not in self.successors:
            return id
        instead = self.successors[id]
        todo = f"`{instead}` is used instead; write that" if instead else "it is left out; delete it"
        notice = self.record.problem(location, f"`{id}` is retired", todo)
        if not notice.mark.path.startswith("my/"):
            return id
        self.notices.append(notice)
        return instead
