"""The rooms of the engine: each says what it is for, and who needs whom goes in one direction."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from project import ROOT

ENGINE = ROOT / "scripts" / "playbook"

FLOORS = (
    {"__init__", "problems", "models"},
    {"clock", "kept", "library"},
    {"reading", "plan"},
    {"pages", "paper", "upstream"},
    {"book"},
    {"builder"},
    {"commands"},
    {"__main__"},
)
"""The rooms, and the modules that stand beside them; each knows only those on floors below its own."""

ADAPTERS = {"mkdocs": {"book", "builder", "upstream"}, "typst": {"paper"}, "click": {"builder", "commands"}}
"""What only some rooms know: the builder of sites, of PDFs, and the command line."""

PURE = {"plan", "models"}
FORBIDDEN = {"pathlib", "os", "time", "random", "shutil", "secrets", "yaml", "jinja2"}
"""What deciding does without: files, clock, chance, and other people's formats."""


def room_of(path: Path) -> str:
    """Return the room that a file of the engine is in."""
    return path.relative_to(ENGINE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Go through what a file imports, anywhere in it, by full names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


FILES = sorted(ENGINE.rglob("*.py"))
ROOMS = sorted({room_of(path) for path in FILES})
FLOOR = {room: number for number, floor in enumerate(FLOORS) for room in floor}


def test_every_room_has_its_floor() -> None:
    """No room is missing from the plan, and the plan has none that is gone."""
    assert set(FLOOR) == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_no_arrow_turns_back(room: str) -> None:
    """A room needs only what stands below it."""
    needed = {
        (path.relative_to(ENGINE).as_posix(), name)
        for path in FILES
        if room_of(path) == room
        for name in imports(path)
        if name.startswith("playbook.") and name.split(".")[1] != room
    }
    assert {(path, name) for path, name in needed if FLOOR[name.split(".")[1]] >= FLOOR[room]} == set()


@pytest.mark.parametrize("library", ADAPTERS)
def test_each_outside_program_is_known_in_few_rooms(library: str) -> None:
    """Each could be replaced without a look into the other rooms."""
    assert {room_of(path) for path in FILES for name in imports(path) if name.split(".")[0] == library} <= ADAPTERS[
        library
    ]


def test_deciding_knows_no_files_and_no_clock() -> None:
    """What is decided follows from values alone."""
    knowing = {
        (path.name, name)
        for path in FILES
        if room_of(path) in PURE and path.name != "schema.py"
        for name in imports(path)
        if name.split(".")[0] in FORBIDDEN
    }
    assert knowing == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ENGINE).as_posix())
def test_every_module_says_what_it_holds(path: Path) -> None:
    """The first sentence of a module and of a room stands at its top."""
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert said.split("\n")[0].endswith(".")


def test_no_two_files_have_one_name() -> None:
    """A name is found by looking for it; only commands are called as what they do."""
    names = [path.stem for path in FILES if path.name != "__init__.py" and room_of(path) != "commands"]
    assert sorted({name for name in names if names.count(name) > 1}) == []
