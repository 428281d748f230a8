"""Notes saved from the browser: read, checked, and brought up to this version."""

import json
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from playbook.models.notes import VERSION, Notes
from playbook.problems import Mark, Problem, ProblemsFound
from playbook.reading.explain import explain
from playbook.reading.yaml_nodes import Document, field_name, read_document


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
