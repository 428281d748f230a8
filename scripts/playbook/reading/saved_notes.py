"""Notes from the browser: a file is checked and put into my/private/, beside a dated copy of what was there."""

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from playbook.models.notes import VERSION, Notes
from playbook.problems import Mark, Problem, ProblemsFound
from playbook.reading.explain import explain
from playbook.reading.yaml_nodes import Document, field_name, read_document

PLACE = Path("my", "private", "notes.json")


@dataclass(frozen=True)
class Imported:
    """What an import did; `copy` is where the earlier notes are now, if there were any and they differ."""

    notes: Notes
    path: Path
    copy: Path | None


def notes_schema() -> str:
    """Return the JSON Schema of the file."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(head | Notes.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


def read_notes(path: Path) -> Notes:
    """Read a file saved from the browser, by this version of the guide or an earlier one.

    Raises ProblemsFound with everything that is wrong in it.
    """
    try:
        return Notes.model_validate_json(_brought_up(path.read_bytes()))
    except ValidationError as error:
        raise ProblemsFound(_problems(error, read_document(path, path.name))) from None


def _brought_up(text: bytes) -> bytes:
    """Return the text of an earlier version as one of this version; of anything else, as it is."""
    try:
        file = json.loads(text)
    except (ValueError, RecursionError):
        return text
    early = isinstance(file, dict) and file.get("version") == 1 and file["version"] is not True
    return json.dumps(file | {"version": VERSION}).encode() if early else text


def _problems(error: ValidationError, document: Document) -> list[Problem]:
    details = error.errors(include_url=False)
    if details[0]["type"] == "json_invalid":
        return [Problem(Mark(document.path), "", "", "is no JSON file", "save it again from the page `Your notes`")]
    return [_problem(detail, document) for detail in details]


def _problem(detail: ErrorDetails, document: Document) -> Problem:
    wrong, todo = explain(detail, Notes, None)
    mark = document.marks.get(detail["loc"], Mark(document.path))
    return Problem(mark, "", field_name(detail["loc"]), wrong, todo)


def import_notes(root: Path, file: Path) -> Imported:
    """Put a file saved from the browser into my/private/ of `root`.

    Raises ProblemsFound, and changes nothing, if the file is not one.
    """
    notes = read_notes(file)
    new, path = file.read_bytes(), root / PLACE
    path.parent.mkdir(parents=True, exist_ok=True)
    copy = _keep(path) if path.exists() and path.read_bytes() != new else None
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    _write_private(part, new)
    os.replace(part, path)
    return Imported(notes, path, copy)


def _keep(path: Path) -> Path:
    """Copy the notes that are there to a name with the moment they were written; no copy is ever overwritten."""
    moment = datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y-%m-%dT%H%M%SZ")
    names = (path.with_name(f"notes-{moment}{'-' * bool(number)}{number or ''}.json") for number in range(1000))
    copy = next(name for name in names if not name.exists())
    _write_private(copy, path.read_bytes())
    return copy


def _write_private(path: Path, content: bytes) -> None:
    """Write a new file that only its owner may read, at no moment anybody else."""
    path.touch(mode=0o600)
    path.write_bytes(content)
