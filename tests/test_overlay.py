"""Yours over ours, as a table: what lies in my/data/ and what becomes of it."""

from pathlib import Path

import pytest
import yaml

from playbook.library import Library
from playbook.problems import ProblemsFound
from playbook.reading.load import load_library
from project import ROOT, write_files

CASES = sorted((ROOT / "tests" / "overlay").glob("*.yml"))


def test_there_are_cases() -> None:
    """The folder of cases is not empty."""
    assert len(CASES) > 20


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_yours_over_ours(case: Path, small: Path) -> None:
    """Fields, notices and problems are as the case says, and nothing else is said."""
    said = yaml.safe_load(case.read_text(encoding="utf-8"))
    write_files(small, said["files"])
    problems: list[str] = []
    library = Library()
    try:
        library = load_library(small)
    except ProblemsFound as found:
        problems = [str(problem) for problem in found.problems]
    assert problems == said.get("problems", [])
    assert [str(notice) for notice in library.notices] == said.get("notices", [])
    for id, fields in said.get("shows", {}).items():
        entry = library.by_id[id].model_dump(mode="json", exclude_defaults=True)
        assert {name: entry.get(name) for name in fields} == fields
    assert [id for id in said.get("does_not_show", []) if id in library.by_id] == []
