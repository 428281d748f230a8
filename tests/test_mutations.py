"""However the data are damaged, the outcome is a valid library or a clean report, never a traceback."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbook.problems import Problem, ProblemsFound
from playbook.reading.load import load_library
from project import ROOT

FILES = sorted((ROOT / "data").glob("*/*.yml"))
PARTS = 4
"""The files are damaged in so many tests, which can run side by side."""

SHOWN = re.compile(r"[^:]+:\d+:\d+: \S.*; \S.*")

BRACKETS = ["[", "]", "{", "}", "'", '"', "|", ">", "%", "?", "#", "\n", "\t"]
WORDS = [
    "no",
    "12:30",
    "null",
    "~",
    "1e999",
    "2026-99-99",
    "0x",
    "id: x",
    "<<: x",
    "*x",
    "&x ",
    "!!set ",
    "- ",
    "---\n",
]
BYTES = ["\x00", "\ufeff", "\u2028", "é"]


@st.composite
def damaged(draw: st.DrawFn, files: list[Path]) -> tuple[Path, bytes]:
    """Return one of some data files and what is left of it after a few blows."""
    path = draw(st.sampled_from(files))
    content = path.read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        end = min(len(content), at + draw(st.sampled_from([0, 0, 1, 3, 40, 400])))
        put = draw(st.sampled_from([*BRACKETS, *WORDS, *BYTES]).map(str.encode) | st.binary(max_size=3))
        content = content[:at] + put + content[end:]
    return path, content


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
@settings(max_examples=100 // PARTS, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_data_give_a_library_or_a_report(data: st.DataObject, part: int) -> None:
    """Blows to any shipped file end in a valid library or in problems that name a place and what to do."""
    path, content = data.draw(damaged(FILES[part::PARTS]))
    root = copied()
    target = root / path.relative_to(ROOT)
    try:
        target.write_bytes(content)
        problems = found(root)
    finally:
        target.write_bytes(path.read_bytes())
    for problem in problems:
        assert SHOWN.fullmatch(str(problem)), str(problem)
        assert (root / problem.mark.path).exists()


def found(root: Path) -> tuple[Problem, ...]:
    """Return the problems of the data of a project; any other exception is a bug and fails the test."""
    try:
        library = load_library(root)
    except ProblemsFound as report:
        return report.problems
    assert len(list(library)) > 500
    return ()


def copied() -> Path:
    """Return the one copy of the shipped data that all examples damage and mend again."""
    import shutil
    import tempfile

    global _copy  # noqa: PLW0603 - one copy for all examples of this process
    if _copy is None:
        _copy = Path(tempfile.mkdtemp())
        shutil.copytree(ROOT / "data", _copy / "data")
    return _copy


_copy: Path | None = None
