"""Finding files that can be published: those that a person put there, never what lies in `my/private/`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from playbook.problems import Mark, Problem, ProblemsFound

PRIVATE = Path("my", "private")
"""What nobody else should see; no build that can be published opens it."""


def find_files(root: Path, folder: str) -> Iterator[Path]:
    """Go through the files below `<root>/<folder>` in the order of their names.

    Names that start with a dot belong to editors and systems, and links that lead nowhere to nobody: both are left out.
    Raises ProblemsFound for a link into `my/private/`.
    """
    refuse_private(root, root / folder)
    for path in sorted((root / folder).rglob("*")):
        names = path.relative_to(root / folder).parts
        if path.is_file() and not any(name.startswith(".") for name in names):
            if path.is_symlink():
                refuse_private(root, path)
            yield path


def refuse_private(root: Path, path: Path) -> None:
    """Raise ProblemsFound if a file or a folder is, or is reached by, a link into `my/private/`."""
    if path.resolve().is_relative_to((root / PRIVATE).resolve()):
        mark = Mark(path.relative_to(root).as_posix())
        todo = "nothing from there is published; put a copy of what everybody may see here"
        raise ProblemsFound([Problem(mark, "", "", "is a link into my/private/", todo)])


def refuse_foreign(root: Path, paths: Iterable[Path]) -> None:
    """Raise ProblemsFound for every file of the project that really lies in `my/private/` or outside of the project.

    A builder follows links of folders; so the finished list of what it would publish is looked at, file by file.
    """
    ours = [root / folder for folder in ("docs", "my", "templates")]
    mine = sorted(path for path in paths if any(path.is_relative_to(folder) for folder in ours))
    problems = [
        Problem(Mark(path.relative_to(root).as_posix()), "", "", *wrong)
        for path in mine
        for wrong in _foreign(root, path)
    ]
    if problems:
        raise ProblemsFound(problems)


def _foreign(root: Path, path: Path) -> Iterator[tuple[str, str]]:
    place = path.resolve()
    if place.is_relative_to((root / PRIVATE).resolve()):
        yield "really lies in my/private/", "take the link away; put a copy of what everybody may see here"
    elif not place.is_relative_to(root.resolve()):
        yield "really lies outside of the project", "take the link away; put a copy of what everybody may see here"
