"""What the models say of themselves: every field of everything that you can write, for the reference pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from playbook.models import KINDS, Profile
from playbook.models.settings import Settings
from playbook.models.words import Refers


@dataclass(frozen=True)
class Field:
    """One field, as a person needs to know it."""

    name: str
    what: str
    """What to write, as in `list of ids of red flags`."""
    words: tuple[str, ...]
    """The allowed words, if only some are."""
    required: bool
    default: str
    description: tuple[tuple[str, bool], ...]
    """Pieces of a sentence, each with whether it is to be written as it stands."""


@dataclass(frozen=True)
class Part:
    """A model with its fields: what the page is about, or something nested in it."""

    name: str
    about: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Reference:
    """Everything that one page of the reference says."""

    name: str
    file: str
    """Where you write it."""
    parts: tuple[Part, ...]


FILES: dict[str, tuple[str, type[BaseModel]]] = {
    "profile": ("my/profile.yml", Profile),
    "site": ("my/site.yml", Settings),
}
"""Name of a page -> the file it is about and its model, besides the kinds of entries."""


SIMPLE: dict[object, str] = {str: "text", bool: "true or false", date: "date, as in 2026-01-31"}
LIMITS = (("ge", "from"), ("le", "to"))


def plan_references() -> Iterator[Reference]:
    """Go through all pages of the reference."""
    for name, (file, model) in FILES.items():
        yield Reference(name, file, tuple(_parts(model)))
    for kind, model in KINDS.items():
        yield Reference(kind, f"my/data/{kind}/any-name.yml", tuple(_parts(model)))


def _parts(model: type[BaseModel]) -> Iterator[Part]:
    ahead: list[type[BaseModel]] = [model]
    for current in ahead:  # grows while it is gone through
        about = (current.__doc__ or "").strip().splitlines()[0]
        yield Part(_spaced(current.__name__), about, tuple(_fields(current)))
        nested = [found for info in current.model_fields.values() for found in _models(info.annotation)]
        ahead += [found for found in nested if found not in ahead]


def _fields(model: type[BaseModel]) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        what, words = _what(info.annotation, info.metadata)
        yield Field(name, what, words, info.is_required(), _default(info), _pieces(info.description or ""))


def _pieces(text: str) -> tuple[tuple[str, bool], ...]:
    return tuple((piece, number % 2 == 1) for number, piece in enumerate(text.split("`")) if piece)


def _default(info: FieldInfo) -> str:
    value = info.default
    if info.is_required() or value is None or value == "" or isinstance(value, BaseModel) or value == ():
        return ""
    return (
        ", ".join(value) if isinstance(value, tuple) else str(value).lower() if isinstance(value, bool) else str(value)
    )


def _what(annotation: object, metadata: Iterable[object] = ()) -> tuple[str, tuple[str, ...]]:
    """Return what to write and the allowed words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _what(arguments[0], [*arguments[1:], *metadata])
    if origin in (Union, UnionType):
        return _what(next(part for part in arguments if part is not type(None)), metadata)
    if origin is Literal:
        return "one of these words", tuple(map(str, arguments))
    if origin is tuple:
        what, words = _what(arguments[0])
        return ("some of these words, as a list" if words else f"list: {what}"), words
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"fields of a {_spaced(annotation.__name__)}, below", ()
    return _simple(annotation, list(metadata)), ()


def _simple(annotation: object, metadata: list[object]) -> str:
    refers = next((part for part in metadata if isinstance(part, Refers)), None)
    if refers:
        return f"id of one of the {refers.kind.replace('_', ' ')}" if refers.kind else "id of any entry"
    pattern = next((str(found) for part in metadata if (found := getattr(part, "pattern", None))), "")
    named = {"http": "web address", "{6}": "color in quotes", r"\.md$": "page", "[a-z0-9]+(-": "id in kebab-case"}
    for mark, what in named.items():
        if mark in pattern:
            return what
    limits = [f" {word} {getattr(part, name)}" for name, word in LIMITS for part in metadata if hasattr(part, name)]
    named_types: dict[object, str] = {**SIMPLE, int: "whole number" + "".join(limits)}
    return named_types[annotation]


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _spaced(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
