"""What you hide: the ids in `my/data/hide.yml`, and entries without any reference to them."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from playbook.models import Selection
from playbook.models.references import reference_fields
from playbook.problems import Mark, Problem, suggest
from playbook.reading.records import HIDE, YOURS, Record
from playbook.reading.retired import Successors
from playbook.reading.yaml_nodes import Document, read_document

CONDITIONS = {"stage"}
"""Fields that say when something is shown, and mean always if they are empty: they keep what you hide."""

NEEDED = {"blanks": "scripts need their blanks; hide the scripts instead"}
"""Kinds that cannot be hidden, and what to do."""


@dataclass(frozen=True)
class Hidden:
    """One line of the list: the id it names, and the entry that it hides, if there is one left to hide."""

    said: str
    id: str | None
    mark: Mark


def read_hidden(
    root: Path, records: Iterable[Record], successors: Successors, problems: list[Problem], notices: list[Problem]
) -> list[Hidden]:
    """Return what `my/data/hide.yml` names; a retired entry gives way to its successor."""
    path = root / YOURS / HIDE
    if not path.exists():
        return []
    document = read_document(path, f"{YOURS}/{HIDE}")
    problems.extend(document.problems)
    known = {record.name: record.kind for record in records if record.has_id}
    hidden: list[Hidden] = []
    for index, id in enumerate(_ids(document, problems)):
        mark, field = document.marks[("hide", index)], f"hide[{index + 1}]"
        if not isinstance(id, str):
            problems.append(Problem(mark, "", field, "must be an id", "write one id on each line, without more"))
        elif id not in known:
            problems.append(Problem(mark, "", field, f"`{id}` is unknown", suggest(id, known)))
        elif known[id] in NEEDED:
            problems.append(Problem(mark, "", field, f"`{id}` is one of the {known[id]}", NEEDED[known[id]]))
        else:
            hidden.append(Hidden(id, successors.get(id, id), mark))
            notices.extend(_retired(hidden[-1], field))
    return hidden


def _retired(hidden: Hidden, field: str) -> Iterator[Problem]:
    if hidden.id != hidden.said:
        todo = f"`{hidden.id}` is hidden; write that" if hidden.id else "there is nothing left to hide; delete it"
        yield Problem(hidden.mark, "", field, f"`{hidden.said}` is retired", todo)


def _ids(document: Document, problems: list[Problem]) -> tuple[object, ...]:
    value = document.value
    ids = value.get("hide") if isinstance(value, dict) and set(value) == {"hide"} else None
    if isinstance(ids, tuple):
        return ids
    if not document.problems:
        mark = document.marks[()]
        problems.append(Problem(mark, "", "", "must be one list of ids", "write `hide: [one-id, another-id]`"))
    return ()


Model = TypeVar("Model", bound=BaseModel)


def without(part: Model, hidden: Container[object]) -> Model:
    """Return an entry, or a part of one, with no reference to anything hidden.

    A selection keeps its conditions: without them it would show everything.
    """
    if not hidden or isinstance(part, Selection):
        return part
    references = reference_fields(type(part)).keys() - CONDITIONS
    new = {name: _kept(getattr(part, name), name in references, hidden) for name in type(part).model_fields}
    changed = {name: value for name, value in new.items() if value != getattr(part, name)}
    return part.model_copy(update=changed) if changed else part


def _kept(value: object, refers: bool, hidden: Container[object]) -> object:
    if isinstance(value, BaseModel):
        return without(value, hidden)
    if isinstance(value, tuple):
        kept = tuple(item for item in value if not (refers and item in hidden))
        return tuple(without(item, hidden) if isinstance(item, BaseModel) else item for item in kept)
    return None if refers and value in hidden else value
