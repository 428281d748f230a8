"""Words that are too long for a line: places where they may break."""

import re

LONG = re.compile(r"\S{30,}")
BREAK = "\u200b"
"""A space without width: what breaks there shows no hyphen, which would be wrong in an address."""

NAMES = frozenset({"id", "label", "to", "kind", "style", "name", "template", "address"})
"""Keys whose values the templates compare or link to, and may not be changed."""


def breakable(value: object) -> object:
    """Return plain values in which long words may break after every character."""
    if isinstance(value, str):
        return LONG.sub(lambda word: BREAK.join(word[0]), value)
    if isinstance(value, dict):
        return {key: part if key in NAMES and isinstance(part, str) else breakable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [breakable(part) for part in value]
    return value
