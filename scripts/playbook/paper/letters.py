"""Quotation marks as books print them: data are typed on a keyboard that has only straight ones."""

import re
from typing import TypeVar

_OPENING = re.compile(r"(?<!\w)'(?=\w)")

Plain = TypeVar("Plain")


def printed(text: str) -> str:
    """Return text with its apostrophes and single quotation marks curved."""
    return _OPENING.sub("\u2018", text).replace("'", "\u2019")


def all_printed(value: Plain) -> Plain:
    """Return plain values with all of their text so."""
    if isinstance(value, str):
        return printed(value)  # type: ignore[return-value]
    if isinstance(value, dict):
        return {key: all_printed(part) for key, part in value.items()}  # type: ignore[return-value]
    return [all_printed(part) for part in value] if isinstance(value, list | tuple) else value  # type: ignore[return-value]
