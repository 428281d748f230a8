"""What a model refuses, said to a person: keyed on the type of the error, never on its English."""

import re
from collections.abc import Callable

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from playbook.models.words import COLOUR_PATTERN, ID_PATTERN, PAGE_PATTERN, PLAIN_PATTERN, URL_PATTERN
from playbook.problems import suggest

Said = tuple[str, str]
"""What is wrong, and what to do."""


def explain(error: ErrorDetails, model: type[BaseModel], written: tuple[str, str] | None) -> Said:
    """Return what is wrong and what to do.

    `written` is the text of a scalar that YAML did not read as text, and what YAML reads it as.
    """
    if written and error["type"] in {"string_type", "literal_error"}:
        return f"`{written[0]}` without quotes is {written[1]} in YAML", f'write "{written[0]}"'
    if error["input"] is None and error["type"] != "missing":
        return "is empty", "write a value or delete the line"
    say = _SAY.get(error["type"], _other)
    return say(error, model)


def explain_misread(text: str) -> Said:
    """Return what is wrong with a number in an old way of writing, and what to do."""
    return f"`{text}` is read as another number by YAML", "write it in plain digits"


def _missing(error: ErrorDetails, model: type[BaseModel]) -> Said:
    field = str(error["loc"][-1])
    info = model_at(model, error["loc"][:-1]).model_fields.get(field)
    description = info.description if info and info.description else "every entry of this kind has it"
    return "is missing", f"add `{field}:` ({description.rstrip('.')})"


def _extra(error: ErrorDetails, model: type[BaseModel]) -> Said:
    fields = model_at(model, error["loc"][:-1]).model_fields
    return "is no field here", suggest(str(error["loc"][-1]), fields)


def _literal(error: ErrorDetails, _model: type[BaseModel]) -> Said:
    if isinstance(error["input"], tuple | dict):
        return "must be one word", "write one value, without brackets and hyphens"
    choices = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    return f"`{error['input']}` is not allowed", suggest(str(error["input"]), choices, sure=0.7)


def _pattern(error: ErrorDetails, _model: type[BaseModel]) -> Said:
    text, pattern = str(error["input"]), str(error.get("ctx", {}).get("pattern", ""))
    if not text:
        return "is empty", "write a value or delete the line"
    if pattern == ID_PATTERN:
        tidy = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
        advice = f"write `{tidy}`" if tidy else "use lower-case letters, digits and single hyphens"
        return f"`{text}` is badly formed", advice
    wrong, todo = _PATTERNS.get(pattern, ("is badly formed", "write it as the reference says"))
    return f"`{text}` {wrong}", todo


_PATTERNS: dict[str, Said] = {
    URL_PATTERN: ("is no web address", "start it with https://, without quotes and spaces"),
    COLOUR_PATTERN: ("is no color", 'write # and six hexadecimal digits in quotes, as in "#0b5c6b"'),
    PAGE_PATTERN: ("is no name of a page", "write it as below docs/, as in `ask/my-page.md`"),
    PLAIN_PATTERN: ("does not fit into the head of a page", "leave out <, > and straight double quotes"),
}


def _range(error: ErrorDetails, _model: type[BaseModel]) -> Said:
    limits = error.get("ctx", {})
    limit = limits.get("ge", limits.get("le"))
    return f"{error['input']} is out of range", f"the limit is {limit}"


def _too_long(error: ErrorDetails, _model: type[BaseModel]) -> Said:
    limits = error.get("ctx", {})
    return f"has {limits.get('actual_length')} items", f"the limit is {limits.get('max_length')}"


def _own(error: ErrorDetails, _model: type[BaseModel]) -> Said:
    return "does not fit together", str(error.get("ctx", {}).get("error", "see the reference"))


def _other(error: ErrorDetails, _model: type[BaseModel]) -> Said:
    return f"is not valid ({error['type']})", "see the reference of this kind"


def _fixed(wrong: str, todo: str) -> Callable[[ErrorDetails, type[BaseModel]], Said]:
    return lambda _error, _model: (wrong, todo)


_SAY: dict[str, Callable[[ErrorDetails, type[BaseModel]], Said]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "value_error": _own,
    "string_type": _fixed("must be text", "write one line of text, in quotes if need be"),
    "string_too_short": _fixed("is empty", "write a value or delete the line"),
    "string_too_long": _fixed("is too long", "shorten it"),
    "tuple_type": _fixed("must be a list", "write it as [one, two], or as lines that start with a hyphen"),
    "too_short": _fixed("is an empty list", "add at least one"),
    "too_long": _too_long,
    "model_type": _fixed("must have fields", "write `field: value` lines"),
    "model_attributes_type": _fixed("must have fields", "write `field: value` lines"),
    "dict_type": _fixed("must have fields", "write `field: value` lines"),
    "bool_type": _fixed("must be true or false", "write true or false, without quotes"),
    "int_type": _fixed("must be a whole number", "write a number, without quotes"),
    "date_type": _fixed("must be a date", "write it as 2026-01-31, without quotes"),
}


def model_at(model: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel]:
    """Return the model that holds the field at `location`: `model` itself or one nested in it."""
    for part in location:
        if isinstance(part, str) and part in model.model_fields:
            model = _nested(model.model_fields[part].annotation) or model
    return model


def _nested(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_nested(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in found if model), None)
