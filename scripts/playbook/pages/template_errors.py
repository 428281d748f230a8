"""What is wrong in a template, in the words of the data, and the line at fault."""

import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import StrictUndefined, TemplateError, TemplateRuntimeError
from jinja2.utils import missing

from playbook.problems import Mark, Problem, suggest


class Missing(StrictUndefined):
    """Says what is missing in the words of the data."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_obj is missing:
            return f"`{self._undefined_name}` is no name that a page knows"
        return f"`{self._undefined_name}` is no field of a {type(self._undefined_obj).__name__}"


class UnknownEntryError(TemplateRuntimeError):
    """A template names an entry that is not there."""

    def __init__(self, id: str, known: Iterable[str]) -> None:
        super().__init__(f"`{id}` is no entry")
        self.todo = suggest(str(id), known)


def template_problem(error: Exception, root: Path) -> Problem | None:
    """Return what is wrong in a template below `root`, or None if the fault lies in our code."""
    mark = _mark(error, root)
    if mark is None:
        return None
    todo = getattr(error, "todo", "correct the template; CONTRIBUTING.md lists what one can call")
    return Problem(mark, "", "", str(error).rstrip("."), todo)


def _mark(error: Exception, root: Path) -> Mark | None:
    name, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if isinstance(error, TemplateError) and name and line:
        return Mark(_shown(name, root), line)
    frames = list(_template_frames(error, root))
    ours_last = not frames or frames[-1] != traceback.extract_tb(error.__traceback__)[-1]
    if not frames or (ours_last and not isinstance(error, TemplateError)):
        return Mark("templates") if isinstance(error, TemplateError) else None
    return Mark(_shown(frames[-1].filename, root), frames[-1].lineno or 1)


def _template_frames(error: Exception, root: Path) -> Iterator[traceback.FrameSummary]:
    package = Path(__file__).parents[1]
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.suffix != ".py" and path.is_relative_to(root) and not path.is_relative_to(package):
            yield frame


def _shown(name: str, root: Path) -> str:
    path = Path(name)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else name
