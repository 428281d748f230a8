"""Words that are too long for a line and need to break anywhere."""

import re

LONG = re.compile(r"\S{30,}")

NAMES = frozenset({"id", "label", "to", "kind", "style", "name", "template", "address"})
"""Keys whose values are not shown as text."""


def has_long_words(value: object) -> bool:
    """Return whether any text in plain values has a word that may not fit on a line."""
    if isinstance(value, str):
        return bool(LONG.search(value))
    if isinstance(value, dict):
        return any(has_long_words(part) for key, part in value.items() if key not in NAMES or not isinstance(part, str))
    return isinstance(value, list | tuple) and any(has_long_words(part) for part in value)
