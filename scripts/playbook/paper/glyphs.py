"""Characters that no font has: which one Typst refuses, and where in the data it stands."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from playbook.library import Library
from playbook.paper.sheets import Printable
from playbook.problems import Mark, Problem
from playbook.reading.files import find_files
from playbook.reading.records import YOURS
from playbook.reading.your_profile import PROFILE
from playbook.reading.your_settings import SETTINGS

TODO = "write it in another way, or put a font that has it into my/templates/print/fonts/"


class Missing(Exception):  # noqa: N818 - what is missing, not an error of ours
    """One character that cannot be shown."""

    def __init__(self, character: str) -> None:
        self.character = character
        super().__init__(character)

    @classmethod
    def in_message(cls, message: str, text: str) -> "Missing | None":
        """Return what a message of Typst says is missing in the text of a sheet, or None if it says something else."""
        found = _REFUSED.search(message)
        character = _unescaped(found[1])[:1] if found else ""
        return cls(character) if character and character in text else None


_REFUSED = re.compile(r'the text `"(.+?)"` could not be displayed')


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda code: chr(int(code[1], 16)), text)


def find_missing(characters: Iterable[str], sheet: Printable, root: Path, library: Library) -> Iterator[Problem]:
    """Go through the entries of a sheet that have such characters, with the file, line and column of the first."""
    wanted = frozenset(characters)
    for id, text in sorted(_texts(sheet.data(), sheet.name)):
        found = sorted(wanted & set(text))
        if found:
            codes = ", ".join(f"{character} (U+{ord(character):04X})" for character in found)
            wrong = f"no font on paper has {codes}"
            yield Problem(_place(id, found, root, library), id, "", wrong, TODO)


def _texts(value: object, id: str) -> Iterator[tuple[str, str]]:
    """Go through all text, each with the id of the nearest thing that has one."""
    if isinstance(value, dict):
        own = str(value.get("id") or id)
        for part in value.values():
            yield from _texts(part, own)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part, id)
    elif isinstance(value, str):
        yield id, value


def _place(id: str, characters: Iterable[str], root: Path, library: Library) -> Mark:
    """Return where the first of them stands: in the file of the entry, from its line on, else in a file of yours."""
    if id.startswith("--"):
        return Mark("the command")
    wanted = re.compile("|".join(map(re.escape, characters)))
    origin = library.origins.get(library.owners.get(id, id))
    if origin:
        return _find(root, origin, wanted) or origin
    files = [root / PROFILE, root / SETTINGS, *find_files(root, YOURS)]
    yours = (Mark(path.relative_to(root).as_posix()) for path in files if path.is_file())
    found = (_find(root, start, wanted) for start in yours)
    return next((mark for mark in found if mark), Mark("mkdocs.yml"))


def _find(root: Path, start: Mark, wanted: re.Pattern[str]) -> Mark | None:
    lines = (root / start.path).read_text(encoding="utf-8", errors="replace").splitlines()
    for number, line in enumerate(lines[start.line - 1 :], start.line):
        if match := wanted.search(line):
            return Mark(start.path, number, match.start() + 1)
    return None
