"""Notes from the browser are read as they were saved, and every mistake in them has its place."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import TypeAdapter

from playbook.commands.main import main
from playbook.models.notes import Notes
from playbook.problems import ProblemsFound
from playbook.reading.saved_notes import notes_schema, read_notes

WHEN = "2026-11-22T10:00:00.000Z"


def whole(**company: object) -> dict[str, object]:
    """Return a file with one company."""
    one = {"id": "northwind", "name": "Northwind", "changed": {"name": WHEN}} | company
    return {"format": "offer-playbook-notes", "version": 1, "saved": WHEN, "companies": [one]}


def written(folder: Path, content: object, name: str = "saved.json") -> Path:
    """Write a file as a browser would."""
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content, indent=2), encoding="utf-8")
    return path


WRONG: dict[str, tuple[object, str]] = {
    "no JSON": ("{", "saved.json:1:1: is no JSON file; save it again from the page `Your notes`"),
    "an unknown mark": (
        whole(answers=[{"question": "q", "key": "1", "mark": "gud", "changed": {}}]),
        "saved.json:16:19: companies[1].answers[1].mark: `gud` is not allowed; did you mean `good`?",
    ),
    "a bad id": (
        whole(id="North wind"),
        "saved.json:7:13: companies[1].id: `North wind` is badly formed; write `north-wind`",
    ),
    "a field too many": (whole(salary=1), "companies[1].salary: is no field here"),
    "a newer version": (whole() | {"version": 3}, "saved.json:3:14: version: `3` is not allowed"),
    "something else": ([], "saved.json:1:1:"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_file_is_refused_with_its_place(in_small: Path, kind: str) -> None:
    """Each problem says where it is and what to do, whichever command reads the file."""
    content, said = WRONG[kind]
    for command in ("compare", "packet"):
        result = CliRunner().invoke(main, [command, str(written(in_small, content))])
        assert result.exit_code == 1
        assert said in result.output
    assert not (in_small / "my" / "private").exists()


def test_a_file_of_the_first_version_is_still_read(tmp_path: Path) -> None:
    """What was saved before offers came is the same file without them."""
    notes = read_notes(written(tmp_path, whole(tier="1") | {"version": 1}))
    assert (notes.version, notes.companies[0].tier, notes.companies[0].offers) == (2, "1", ())
    with pytest.raises(ProblemsFound):
        read_notes(written(tmp_path, whole() | {"version": True}))


def test_the_schema_is_that_of_the_model() -> None:
    """What is published describes exactly what is accepted."""
    schema = json.loads(notes_schema())
    assert {name: value for name, value in schema.items() if name != "$schema"} == TypeAdapter(Notes).json_schema()
    assert all(part.get("additionalProperties") is False for part in schema["$defs"].values())


def test_hostile_notes_are_only_text(in_small: Path) -> None:
    """Whatever stands in a note comes back as it is."""
    text = "</script>{{ 7 * 7 }} \u202e\u0000 \\ \" ' 日本 👩‍💻"
    assert read_notes(written(in_small, whole(note=text))).companies[0].note == text
    with pytest.raises(ProblemsFound):
        read_notes(written(in_small, whole(note="x" * 20_001)))
