"""What stands inside an entry: its parts, and the ids by which it names other entries."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import get_args

from pydantic import BaseModel

from playbook.models.entry import Entry
from playbook.models.words import Refers


def parts_of(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    """Go through an entry and everything nested in it, each with its location inside the entry."""
    yield from _parts(entry, ())


def _parts(model: BaseModel, location: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    yield location, model
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _parts(value, (*location, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from _parts(item, (*location, name, index))


def references(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Go through the ids in an entry that name other entries: location, kind (empty for any), id."""
    for location, part in parts_of(entry):
        for name, kind in reference_fields(type(part)).items():
            value = getattr(part, name)
            if isinstance(value, str):
                yield (*location, name), kind, value
            elif value:
                for index, id in enumerate(value):
                    yield (*location, name, index), kind, id


@cache
def reference_fields(model: type[BaseModel]) -> dict[str, str]:
    """Return the fields of a model that hold ids of other entries, each with their kind."""
    found = {name: [*info.metadata, info.annotation] for name, info in model.model_fields.items()}
    kinds = {name: next(_refers(parts), None) for name, parts in found.items()}
    return {name: refers.kind for name, refers in kinds.items() if refers}


def _refers(parts: Iterable[object]) -> Iterator[Refers]:
    for part in parts:
        if isinstance(part, Refers):
            yield part
        else:
            yield from _refers((*getattr(part, "__metadata__", ()), *get_args(part)))
