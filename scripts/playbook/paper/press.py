"""The Typst adapter: sheets become PDFs, those that did not change come from the cache."""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from threading import get_ident
from typing import Any

from playbook.library import Library
from playbook.paper.glyphs import Missing, find_missing
from playbook.paper.long_words import has_long_words
from playbook.paper.sheets import PAPERS, Printable
from playbook.problems import Mark, Problem, ProblemsFound

YOUR_PRINT = Path("my", "templates", "print")
"""Where your own look of paper is, below the root of the project."""

KEPT = 1000
"""How many compiled sheets are kept; the oldest go first."""


def compile_sheets(
    sheets: Iterable[Printable], press: "Press", library: Library | None = None, papers: Iterable[str] = PAPERS
) -> dict[str, bytes]:
    """Return `<sheet>-<paper>.pdf` -> the PDF.

    The same sheets, templates and timestamp (seconds since 1970) give the same bytes. Raises ProblemsFound for what
    cannot be set; `library` tells where its text comes from.
    """
    jobs = [(sheet, paper) for sheet in sheets for paper in papers]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # Typst lets other threads run
        results = list(pool.map(lambda job: _tried(press, *job), jobs))
    problems: list[Problem] = []
    compiled: dict[str, bytes] = {}
    for (sheet, paper), result in zip(jobs, results, strict=True):
        if isinstance(result, bytes):
            compiled[f"{sheet.name}-{paper}.pdf"] = result
        elif isinstance(result, MissingError):
            problems.extend(find_missing(result.missing, sheet, press.root, library or Library()))
        else:
            problems.extend(result.problems)
    if problems:
        raise ProblemsFound(problems)
    return compiled


def _tried(press: "Press", sheet: Printable, paper: str) -> "bytes | MissingError | ProblemsFound":
    try:
        return press.print(sheet, paper)
    except (MissingError, ProblemsFound) as error:
        return error


class MissingError(Exception):
    """Characters that no font has."""

    def __init__(self, missing: frozenset[str]) -> None:
        self.missing = missing
        super().__init__(missing)


def make_press(root: Path, cache: Path, timestamp: int) -> "Press":
    """Return the press with the templates and fonts below `root`, yours in place of ours."""
    fonts = tuple(folder / "fonts" for folder in print_folders(root) if (folder / "fonts").is_dir())
    mains = {
        path.stem: path.relative_to(root).as_posix() for folder in print_folders(root) for path in folder.glob("*.typ")
    }
    mains[Path(OVER_LOOK).stem] = (YOUR_PRINT / LOOK).as_posix()
    mains[Path(LOOK).stem] = (print_folders(root)[0] / LOOK).relative_to(root).as_posix()
    return Press(root, read_templates(root), fonts, cache, timestamp, mains)


def read_templates(root: Path) -> Mapping[str, bytes]:
    """Return the Typst files, and the pictures they show, by name, yours in place of ours."""
    ours, yours = ({path.name: path.read_bytes() for path in _typst_files(folder)} for folder in print_folders(root))
    look = yours.pop(LOOK, b"")
    return {**ours, **yours, OVER_LOOK: look}


def _typst_files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*")) if path.suffix in SUFFIXES]


LOOK, OVER_LOOK = "look.typ", "yours.typ"
"""How sheets look; what your file of that name says is laid over ours, so that it may name only what it changes."""


def print_folders(root: Path) -> tuple[Path, Path]:
    """Return the folders of what decides how paper looks: ours, then yours, which comes before it."""
    return root / "templates" / "print", root / YOUR_PRINT


UNKNOWN_FONT = "unknown font family"

SUFFIXES = {".typ", ".svg", ".png", ".jpg"}
"""What Typst may read."""


@dataclass(frozen=True)
class Press:
    """Everything that decides how sheets look, and where finished ones are kept."""

    root: Path
    templates: Mapping[str, bytes]
    fonts: tuple[Path, ...]
    cache: Path
    timestamp: int
    mains: Mapping[str, str] = field(default_factory=dict)
    """Name of a template -> the file that problems name."""

    def print(self, sheet: Printable, paper: str) -> bytes:
        """Return the PDF of one sheet on one of PAPERS, from the cache if nothing about it changed."""
        data = sheet.data()
        inputs = {
            "sheet": json.dumps(data, ensure_ascii=False, sort_keys=True),
            "paper": PAPERS[paper],
            "long": "yes" if has_long_words(data) else "no",
        }
        made_of = [inputs, sheet.template]
        return self.kept(made_of) or self.keep(made_of, self._compile(sheet, inputs))

    def kept(self, made_of: object) -> bytes | None:
        """Return what was made of the same values, if the cache has it."""
        path = self._path(made_of)
        if not path.exists():
            return None
        path.touch()
        return path.read_bytes()

    def keep(self, made_of: object, made: bytes) -> bytes:
        """Put what was made of these values into the cache and return it."""
        path = self._path(made_of)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}-{get_ident()}.part")
        part.write_bytes(made)
        part.replace(path)
        return made

    def _path(self, made_of: object) -> Path:
        key = hashlib.sha256(json.dumps([made_of, self._digest]).encode()).hexdigest()
        return self.cache / f"{key}.kept"

    def forget_oldest(self) -> None:
        """Delete what was not used for longest, so that the cache does not grow for ever."""
        kept = sorted(self.cache.glob("*.kept"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[KEPT:]:
            path.unlink(missing_ok=True)

    @cached_property
    def _digest(self) -> str:
        digest = hashlib.sha256(f"{version('typst')} {self.timestamp}".encode())
        for path in sorted(path for folder in self.fonts for path in folder.glob("*.[ot]t[fc]")):
            digest.update(path.read_bytes())
        for name in sorted(self.templates):
            digest.update(name.encode() + self.templates[name])
        return digest.hexdigest()

    def _compile(self, sheet: Printable, inputs: dict[str, str]) -> bytes:
        missing: set[str] = set()
        while True:
            try:
                pdf = self._typeset(sheet, inputs)
            except Missing as error:
                # Only the first one is reported: go on without it, so that all are reported at once.
                missing.add(error.character)
                inputs = {**inputs, "sheet": inputs["sheet"].replace(error.character, "?")}
            else:
                if missing:
                    raise MissingError(frozenset(missing))
                return pdf

    def _typeset(self, sheet: Printable, inputs: dict[str, str]) -> bytes:
        import typst  # noqa: PLC0415 - 80 MB that a page without paper need not load

        # Its hints leave out that the input may be files by name.
        files: Any = {"main": self.templates[f"{sheet.template}.typ"], **self.templates}
        try:
            pdf, warnings = typst.compile_with_warnings(
                files,
                format="pdf",
                font_paths=[str(folder) for folder in self.fonts],
                ignore_system_fonts=True,
                sys_inputs=inputs,
                pdf_standards=["ua-1"],
                timestamp=self.timestamp,
            )
            unknown = [warning for warning in warnings if warning.message.startswith(UNKNOWN_FONT)]
            if unknown:
                raise ProblemsFound([self._unknown_font(unknown[0].message.removeprefix(UNKNOWN_FONT).strip(": "))])
            return pdf
        except typst.TypstError as error:
            if missing := Missing.in_message(error.message, inputs["sheet"]):
                raise missing from error
            wrong = " ".join(str(part) for part in (error.message, *error.hints) if part)
            mark = self._mark(sheet, error.diagnostic)
            raise ProblemsFound([Problem(mark, sheet.name, "", wrong, "change the text or the template")]) from error

    def _unknown_font(self, name: str) -> Problem:
        """Return the problem of a font that is not there, at the line that asks for it."""
        wrong = f"there is no font `{name}`"
        todo = f"put its file into {YOUR_PRINT.as_posix()}/fonts/, or name one that is there"
        for file, stem in ((OVER_LOOK, "yours"), (LOOK, "look")):
            lines = self.templates[file].decode("utf-8", "replace").splitlines()
            for number, line in enumerate(lines, 1):
                if name.lower() in line.lower():
                    return Problem(
                        Mark(self.mains[stem], number, line.lower().index(name.lower()) + 1), "", "", wrong, todo
                    )
        return Problem(Mark(YOUR_PRINT.as_posix()), "", "", wrong, todo)

    def _mark(self, sheet: Printable, diagnostic: str) -> Mark:
        """Return the place that a diagnostic of Typst draws first, below the file that a person edits."""
        place = re.search(r"┌─ (.+?)(?:\.typ)?:(\d+):(\d+)", diagnostic)
        name, line, column = place.groups() if place else ("main", "1", "0")
        template = sheet.template if name == "main" else name
        return Mark(self.mains.get(template, template), int(line), int(column) + 1)
