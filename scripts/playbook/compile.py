"""The Typst adapter: sheets become PDFs, those that did not change come from the cache."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from playbook.plan.sheets import PAPERS, Sheet
from playbook.problems import Mark, Problem, ProblemsFound


def compile_sheets(sheets: Iterable[Sheet], root: Path, cache: Path, timestamp: int) -> dict[str, bytes]:
    """Return `<checklist>-<detail>-<paper>.pdf` -> the PDF.

    The same sheets, templates and timestamp (seconds since 1970) give the same bytes. Raises ProblemsFound for what
    cannot be set.
    """
    press = press_for(root, cache, timestamp)
    problems: list[Problem] = []
    compiled: dict[str, bytes] = {}
    for sheet in sheets:
        for paper in PAPERS:
            try:
                compiled[f"{sheet.name}-{paper}.pdf"] = press.print(sheet, paper)
            except ProblemsFound as found:
                problems.extend(found.problems)
    if problems:
        raise ProblemsFound(problems)
    return compiled


def press_for(root: Path, cache: Path, timestamp: int) -> "Press":
    """Return the press of a project, with yours in place of ours."""
    fonts = tuple(folder / "fonts" for folder in print_folders(root) if (folder / "fonts").is_dir())
    mains = [
        folder.relative_to(root) / "sheet.typ" for folder in print_folders(root) if (folder / "sheet.typ").exists()
    ]
    return Press(read_templates(root), fonts, cache, timestamp, mains[-1].as_posix())


def read_templates(root: Path) -> Mapping[str, bytes]:
    """Return the Typst files, and the pictures they show, by name, yours in place of ours."""
    paths = (path for folder in print_folders(root) for path in sorted(folder.glob("*")))
    return {path.name: path.read_bytes() for path in paths if path.suffix in SUFFIXES}


def print_folders(root: Path) -> tuple[Path, Path]:
    """Return the folders of what decides how paper looks: ours, then yours, which comes before it."""
    return root / "templates" / "print", root / "my" / "templates" / "print"


SUFFIXES = {".typ", ".svg", ".png", ".jpg"}
"""What Typst may read."""


@dataclass(frozen=True)
class Press:
    """Everything that decides how sheets look, and where finished ones are kept."""

    templates: Mapping[str, bytes]
    fonts: tuple[Path, ...]
    cache: Path
    timestamp: int
    main: str
    """The file that problems name."""

    def print(self, sheet: Sheet, paper: str) -> bytes:
        """Return the PDF of one sheet on one of PAPERS, from the cache if nothing about it changed."""
        inputs = {"sheet": json.dumps(sheet.data(), ensure_ascii=False, sort_keys=True), "paper": PAPERS[paper]}
        key = hashlib.sha256(json.dumps([inputs, self._digest]).encode()).hexdigest()
        path = self.cache / f"{key}.pdf"
        if path.exists():
            return path.read_bytes()
        pdf = self._compile(sheet.name, inputs)
        self.cache.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(pdf)
        part.replace(path)
        return pdf

    @cached_property
    def _digest(self) -> str:
        digest = hashlib.sha256(f"{version('typst')} {self.timestamp}".encode())
        for path in sorted(path for folder in self.fonts for path in folder.glob("*.[ot]tf")):
            digest.update(path.read_bytes())
        for name in sorted(self.templates):
            digest.update(name.encode() + self.templates[name])
        return digest.hexdigest()

    def _compile(self, name: str, inputs: dict[str, str]) -> bytes:
        import typst  # noqa: PLC0415 - 80 MB that a page without paper need not load

        # Its hints leave out that the input may be files by name.
        files: Any = {"main" if file == "sheet.typ" else file: source for file, source in self.templates.items()}
        try:
            return typst.compile(
                files,
                format="pdf",
                font_paths=[str(folder) for folder in self.fonts],
                ignore_system_fonts=True,
                sys_inputs=inputs,
                pdf_standards=["ua-1"],
                timestamp=self.timestamp,
            )
        except typst.TypstError as error:
            wrong = " ".join(str(part) for part in (error.message, *error.hints) if part)
            mark = Mark(self.main)
            raise ProblemsFound([Problem(mark, name, "", wrong, "change the text or the template")]) from error
