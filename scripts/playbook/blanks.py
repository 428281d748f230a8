"""Blanks: the gaps in a script's lines, written {company}."""

import re
from collections.abc import Iterator

# Doubled braces and ${…} are other people's notations and stay literal.
_BLANK = re.compile(r"(?<![{$])\{([a-z][a-z0-9-]*)\}(?!\})")


def blanks_in(line: str) -> Iterator[str]:
    """Go through the words of the blanks in a line."""
    return (match[1] for match in _BLANK.finditer(line))


def split_blanks(line: str) -> Iterator[tuple[str, bool]]:
    """Cut a line into pieces: (text, False) to say as it stands, (word, True) to fill in."""
    for number, piece in enumerate(_BLANK.split(line)):
        if piece:
            yield piece, number % 2 == 1
