"""Files become records: the raw fields of one entry, each field with its place, yours laid over ours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from playbook.kept import kept
from playbook.models import KINDS, Entry
from playbook.problems import Mark, Problem, nearest, suggest
from playbook.reading.explain import explain, explain_misread
from playbook.reading.files import find_files
from playbook.reading.yaml_nodes import Document, Location, field_name, misread, read_document


@dataclass(frozen=True)
class Record:
    """The fields of one entry before they are validated."""

    kind: str
    number: int
    fields: dict[str, object]
    mark: Mark
    marks: Mapping[Location, Mark] = field(default_factory=dict)
    keys: Mapping[Location, Mark] = field(default_factory=dict)
    written: Mapping[Location, tuple[str, str]] = field(default_factory=dict)
    validated: "tuple[Entry | None, tuple[Problem, ...]] | None" = None
    """The entry that it is, and what is wrong with it, if that is known already."""

    @property
    def has_id(self) -> bool:
        """True if the entry says an id."""
        id = self.fields.get("id")
        return isinstance(id, str) and bool(id)

    @property
    def name(self) -> str:
        """The id, or the place in the file if there is none to show."""
        return str(self.fields["id"]) if self.has_id else f"entry {self.number}"

    def problem(self, location: Location, wrong: str, todo: str, *, key: bool = False) -> Problem:
        """Return a problem at the field, at its key or, where the field is missing, at what holds it."""
        places = {**self.marks, **self.keys} if key else self.marks
        nearest = next((location[:end] for end in range(len(location), 0, -1) if location[:end] in places), ())
        return Problem(places.get(nearest, self.mark), self.name, field_name(location), wrong, todo)


def read_records(root: Path, folder: str, problems: list[Problem], unreadable: set[str]) -> list[Record]:
    """Read `<root>/<folder>/<kind>/*.yml`; what is wrong goes to `problems`, the rest is returned in file order.

    Kinds of which a file could not be read at all go to `unreadable`.
    """
    records: list[Record] = []
    for path in (path for path in find_files(root, folder) if path.suffix in {".yml", ".yaml"}):
        name = path.relative_to(root).as_posix()
        kind, problem = _kind_of(path.relative_to(root / folder), name)
        if problem:
            problems.append(problem)
        elif kind:
            file = kept(root, name, f"{name} {kind} ".encode() + _bytes(path), partial(_read, path, name, kind))
            unreadable |= {kind} if file.unreadable else set()
            problems.extend(file.problems)
            records.extend(file.records)
    return records


@dataclass(frozen=True)
class _File:
    """The entries of one file, and what is wrong with it before any of them is validated."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    unreadable: bool


def _read(path: Path, name: str, kind: str) -> _File:
    document = read_document(path, name)
    problems: list[Problem] = []
    found = [replace(record, validated=validate(record)) for record in _records(document, kind, problems)]
    problems.extend(_with_entry(problem, found) for problem in document.problems)
    return _File(tuple(found), tuple(problems), document.unreadable)


def _bytes(path: Path) -> bytes:
    """Return what is in a file; one that cannot be read differs from every other, which is then said of it."""
    try:
        return path.read_bytes()
    except OSError as error:
        return f"unreadable: {error}".encode()


def validate(record: Record) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Return the entry that a record is, or none, and everything that is wrong with it."""
    if record.validated:
        return record.validated
    model = KINDS[record.kind]
    try:
        entry = model.model_validate(record.fields)
    except ValidationError as error:
        return None, tuple(_wrong(record, error, model))
    return entry, tuple(record.problem(at, *explain_misread(text)) for at, text in misread(record.written))


def _wrong(record: Record, error: ValidationError, model: type[Entry]) -> Iterator[Problem]:
    details = error.errors(include_url=False)
    for detail in details:
        location = detail["loc"]
        if detail["type"] == "too_short" and any(other["loc"][:-1] == location for other in details):
            continue  # short only because its items are wrong, which is said of each
        wrong, todo = explain(detail, model, record.written.get(location))
        yield record.problem(location, wrong, todo, key=detail["type"] == "extra_forbidden")


def _kind_of(path: Path, name: str) -> tuple[str | None, Problem | None]:
    folder = path.parts[0] if len(path.parts) > 1 else ""
    if folder in KINDS:
        return folder, None
    if path.as_posix() == HIDE:
        return None, None
    wrong = f"`{folder}` is no kind of entry" if folder else "lies outside the folders of the kinds"
    if folder:
        todo = suggest(folder, KINDS)
    elif nearest(path.stem, ["hide"], cutoff=0.6):
        todo = f"name it {HIDE}"
    else:
        todo = "move it into the folder of its kind: " + ", ".join(f"`{kind}`" for kind in KINDS)
    return None, Problem(Mark(name), "", "", wrong, todo)


Place = TypeVar("Place")

YOURS = "my/data"
"""Where your entries are."""

HIDE = "hide.yml"
"""The one file beside the folders of the kinds: `hide: [ids]`."""


def _records(document: Document, kind: str, problems: list[Problem]) -> Iterator[Record]:
    if document.value is None:
        return
    if not isinstance(document.value, tuple):
        wrong, todo = "is no list of entries", "start each entry with `- id: …`"
        problems.append(Problem(document.marks.get((), Mark(document.path)), "", "", wrong, todo))
        return
    marks, keys, written = _by_entry(document.marks), _by_entry(document.keys), _by_entry(document.written)
    for index, fields in enumerate(document.value):
        mark = document.marks[(index,)]
        record = Record(kind, index + 1, {}, mark, marks.get(index, {}), keys.get(index, {}), written.get(index, {}))
        if isinstance(fields, dict):
            yield replace(record, fields=fields)
        else:
            problems.append(record.problem((), "has no fields", "write `id: …` and the other fields"))


def _by_entry(places: Mapping[Location, Place]) -> dict[int, dict[Location, Place]]:
    entries: dict[int, dict[Location, Place]] = {}
    for location, place in places.items():
        if location and isinstance(location[0], int):
            entries.setdefault(location[0], {})[location[1:]] = place
    return entries


def _with_entry(problem: Problem, records: list[Record]) -> Problem:
    """Name the entry that a problem of the YAML itself stands in."""
    before = [record for record in records if record.mark <= problem.mark]
    if not before or not problem.field:
        return problem
    field_only = problem.field.split(".", 1)[-1] if problem.field.startswith("[") else problem.field
    return replace(problem, entry=before[-1].name, field="" if field_only.startswith("[") else field_only)
