"""One YAML file that is one model: read and validated, with every problem at its place."""

from collections.abc import Iterator
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from playbook.problems import Mark, Problem
from playbook.reading.explain import explain, explain_misread
from playbook.reading.yaml_nodes import Document, Location, field_name, misread, read_document

Model = TypeVar("Model", bound=BaseModel)


class ModelFile(Generic[Model]):
    """A file, what it says and where it says it."""

    def __init__(self, document: Document, value: Model) -> None:
        self.document = document
        self.value = value

    def problem(self, location: Location, wrong: str, todo: str) -> Problem:
        """Return a problem at a field of this file."""
        return problem_at(self.document, location, wrong, todo)


def read_model(root: Path, name: str, model: type[Model], problems: list[Problem]) -> ModelFile[Model] | None:
    """Read `<root>/<name>` as a model.

    Return None if the file is not there, has only comments, or is wrong, which `problems` then says.
    """
    if says_nothing(root / name):
        return None
    document = read_document(root / name, name)
    problems.extend(document.problems)
    problems.extend(problem_at(document, at, "is empty", EMPTY) for at in _empty(document.value, ()))
    if document.problems:
        return None
    if not isinstance(document.value, dict):
        problems.append(Problem(Mark(name), "", "", "has no fields", FIELDS))
        return None
    try:
        value = model.model_validate(document.value)
        problems.extend(problem_at(document, at, *explain_misread(text)) for at, text in misread(document.written))
        return ModelFile(document, value)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            if detail["input"] is None and detail["type"] != "missing":
                continue  # said already
            wrong, todo = explain(detail, model, document.written.get(detail["loc"]))
            problems.append(problem_at(document, detail["loc"], wrong, todo, key=detail["type"] == "extra_forbidden"))
        return None


def says_nothing(path: Path) -> bool:
    """Return whether a file is not there or has only comments and empty lines."""
    lines = path.read_bytes().splitlines() if path.is_file() else []
    return not path.is_dir() and all(not line.strip() or line.lstrip().startswith(b"#") for line in lines)


FIELDS = "write `field: value` lines, with a space after the colon"
EMPTY = "write a value or delete the line; a value that starts with # needs quotes"


def _empty(value: object, location: Location) -> Iterator[Location]:
    """Go through the fields that are named and say nothing: `links: #0b5c6b` is one, as # starts a comment."""
    if value is None and location:
        yield location
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    for key, item in items:
        yield from _empty(item, (*location, key))


def problem_at(document: Document, location: Location, wrong: str, todo: str, *, key: bool = False) -> Problem:
    """Return a problem at a field, at its key or, where the field is missing, at what holds it."""
    places = {**document.marks, **document.keys} if key else document.marks
    nearest = next((location[:end] for end in range(len(location), -1, -1) if location[:end] in places), ())
    return Problem(places.get(nearest, Mark(document.path)), "", field_name(location), wrong, todo)
