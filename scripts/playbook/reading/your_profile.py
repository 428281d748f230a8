"""The door for `my/profile.yml`: your answers, checked against the library."""

from collections.abc import Iterator
from pathlib import Path

from playbook.library import Library
from playbook.models import Profile
from playbook.models.references import reference_fields
from playbook.problems import Problem, suggest
from playbook.reading.validate import ModelFile, read_model
from playbook.reading.yaml_nodes import Location

PROFILE = "my/profile.yml"

THEMES = {
    "criteria": ("questions",),
    "loved": ("questions",),
    "hated": ("questions", "red_flags"),
}
"""Field -> the kinds whose themes it may name."""


def load_profile(root: Path, library: Library, problems: list[Problem], notices: list[Problem]) -> Profile:
    """Return what `my/profile.yml` says, empty if there is no such file or only comments in it.

    What is wrong goes to `problems`; what is read as something newer or left out goes to `notices`.
    """
    file = read_model(root, PROFILE, Profile, problems)
    if file is None:
        return Profile()
    found = list(_check(file, library))
    problems.extend(found)
    if found:
        return Profile()
    notices.extend(_notices(file, library))
    return _current(file.value, library)


def _ids(profile: Profile) -> Iterator[tuple[Location, str, str]]:
    """Go through the ids in a profile: location, kind, id."""
    for name, kind in reference_fields(Profile).items():
        value = getattr(profile, name)
        if isinstance(value, str):
            yield (name,), kind, value
        elif value:
            yield from (((name, index), kind, id) for index, id in enumerate(value))


def _used(id: str, library: Library) -> str | None:
    """Return the id itself, what replaces it if it is retired, or none if there is nothing to show."""
    current = library.retired.get(id, id)
    return None if current in library.hidden else current


def _current(profile: Profile, library: Library) -> Profile:
    """Return a profile that names only what is shown."""
    changes: dict[str, object] = {}
    for name in reference_fields(Profile):
        value = getattr(profile, name)
        if isinstance(value, str):
            changes[name] = _used(value, library)
        elif value:
            ids = [_used(id, library) for id in value]
            changes[name] = tuple(dict.fromkeys(id for id in ids if id))
    return profile.model_copy(update=changes)


def _check(file: ModelFile[Profile], library: Library) -> Iterator[Problem]:
    for location, kind, id in _ids(file.value):
        known = [entry.id for entry in library.of(kind)]
        if id not in library.retired and id not in library.hidden and id not in known:
            said = kind.replace("_", " ")
            yield file.problem(location, f"`{id}` is not among the {said}", suggest(id, known))
    for name in Profile.model_fields:
        yield from _repeated(name, file)
    for name, kinds in THEMES.items():
        yield from _misplaced(name, kinds, file, library)


def _repeated(name: str, file: ModelFile[Profile]) -> Iterator[Problem]:
    value = getattr(file.value, name)
    for index, item in enumerate(value if isinstance(value, tuple) else ()):
        if item in value[:index]:
            yield file.problem((name, index), f"`{item}` stands twice", "keep the one in the right place")


def _misplaced(name: str, kinds: tuple[str, ...], file: ModelFile[Profile], library: Library) -> Iterator[Problem]:
    themes = {theme.id: theme.of for theme in library.themes}
    choices = [id for id, kind in themes.items() if kind in kinds]
    for index, id in enumerate(getattr(file.value, name)):
        kind = themes.get(_used(id, library) or "")
        if kind and kind not in kinds:
            yield file.problem((name, index), f"`{id}` groups {kind.replace('_', ' ')}", suggest(id, choices))


def _notices(file: ModelFile[Profile], library: Library) -> Iterator[Problem]:
    for location, _, id in _ids(file.value):
        instead = _used(id, library)
        if id in library.retired:
            todo = f"`{instead}` is used instead; write that" if instead else "it is left out; delete it"
            yield file.problem(location, f"`{id}` is retired", todo)
        elif instead is None:
            yield file.problem(location, f"you hide `{id}`", "it is left out; delete it")
