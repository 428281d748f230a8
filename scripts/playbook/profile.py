"""The door for `my/profile.yml`: your answers, checked against the library, or a list of problems."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from playbook.check import reference_fields
from playbook.explain import explain
from playbook.library import Library
from playbook.models import KINDS, Profile
from playbook.problems import Mark, Problem, ProblemsFound, suggest
from playbook.yaml_nodes import Document, Location, field_name, read_document

YOURS = "my/profile.yml"

THEMES = {
    "criteria": ("questions",),
    "loved": ("questions",),
    "hated": ("questions", "red_flags"),
}
"""Field -> the kinds whose themes it may name."""


def load_profile(root: Path, library: Library) -> tuple[Profile, tuple[Problem, ...]]:
    """Return the profile, empty if there is none, and notices of what was read as something newer.

    Raises ProblemsFound with everything that is wrong in the file.
    """
    path = root / YOURS
    misnamed = path.with_suffix(".yaml")
    if misnamed.exists():
        mark = Mark(misnamed.relative_to(root).as_posix())
        raise ProblemsFound([Problem(mark, "", "", "is not read under this name", f"rename it to {YOURS}")])
    if not path.exists() or _has_only_comments(path):
        return Profile(), ()
    document = read_document(path, YOURS)
    problems = [*document.problems]
    profile = None if problems else _validate(document, problems)
    current = _with_current_ids(profile, library) if profile else Profile()
    if profile:
        problems.extend(_check(profile, document, library))
    if problems:
        raise ProblemsFound(problems)
    return current, tuple(_notices(profile or current, document, library))


def _has_only_comments(path: Path) -> bool:
    lines = path.read_bytes().splitlines()
    return all(not line.strip() or line.lstrip().startswith(b"#") for line in lines)


def _validate(document: Document, problems: list[Problem]) -> Profile | None:
    if not isinstance(document.value, dict):
        wrong, todo = "is no list of answers", "write `role: backend` and the like, each on a line of its own"
        problems.append(Problem(document.marks[()], "", "", wrong, todo))
        return None
    try:
        return Profile.model_validate(document.value)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            said = explain(detail, Profile, document.written.get(detail["loc"]))
            key = detail["type"] == "extra_forbidden"
            problems.append(_problem(document, detail["loc"], *said, key=key))
        return None


def _problem(document: Document, location: Location, wrong: str, todo: str, *, key: bool = False) -> Problem:
    places = document.keys if key else document.marks
    return Problem(places.get(location, document.marks[()]), "", field_name(location), wrong, todo)


def _ids(profile: Profile) -> Iterator[tuple[Location, str, str]]:
    """Go through the ids in a profile: location, kind, id."""
    for name, kind in reference_fields(Profile).items():
        value = getattr(profile, name)
        if isinstance(value, str):
            yield (name,), kind, value
        elif value:
            yield from (((name, index), kind, id) for index, id in enumerate(value))


def _current(id: str, library: Library) -> str:
    """Return the id itself, or what replaces it if it is retired."""
    seen: set[str] = set()
    while (instead := library.retired.get(id)) and id not in seen:
        seen.add(id)
        id = instead
    return id


def _with_current_ids(profile: Profile, library: Library) -> Profile:
    changes: dict[str, object] = {}
    for name in reference_fields(Profile):
        value = getattr(profile, name)
        if isinstance(value, str):
            changes[name] = _current(value, library)
        elif value:
            changes[name] = tuple(dict.fromkeys(_current(id, library) for id in value))
    return profile.model_copy(update=changes)


def _check(written: Profile, document: Document, library: Library) -> Iterator[Problem]:
    known = {kind: {entry.id for entry in library.of(kind)} for kind in KINDS}
    for location, kind, id in _ids(written):
        said = kind.replace("_", " ")
        if _current(id, library) not in known[kind]:
            gone = id in library.retired
            wrong = f"`{id}` is retired" if gone else f"`{id}` is not among the {said}"
            yield _problem(document, location, wrong, "leave it out" if gone else suggest(id, known[kind]))
    for name in (*reference_fields(Profile), "rounds", "work_style"):
        yield from _repeated(name, getattr(written, name), document)
    for name, kinds in THEMES.items():
        ids = tuple(_current(id, library) for id in getattr(written, name))
        yield from _misplaced(name, ids, kinds, document, library)


def _repeated(name: str, value: object, document: Document) -> Iterator[Problem]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            if item in value[:index]:
                yield _problem(document, (name, index), f"`{item}` stands twice", "keep the one in the right place")


def _misplaced(
    name: str, ids: tuple[str, ...], kinds: tuple[str, ...], document: Document, library: Library
) -> Iterator[Problem]:
    choices = [theme.id for theme in library.themes if theme.of in kinds]
    themes = {theme.id: theme for theme in library.themes}
    for index, id in enumerate(ids):
        if id in themes and id not in choices:
            wrong = f"`{id}` groups {themes[id].of.replace('_', ' ')}"
            yield _problem(document, (name, index), wrong, suggest(id, choices))


def _notices(profile: Profile, document: Document, library: Library) -> Iterator[Problem]:
    for location, _, id in _ids(profile):
        if id in library.retired:
            instead = _current(id, library)
            yield _problem(document, location, f"`{id}` is now `{instead}`", "write the new name when you like")
