"""Spoken lines cut into pieces: words, blanks written {company}, and stage directions written (Wait.)."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

PieceKind = Literal["words", "blank", "direction"]

# Doubled braces and ${…} are other people's notations and stay literal; so do brackets within a word, as in 401(k).
_BLANK = r"(?<![{$])\{(?P<blank>[a-z][a-z0-9-]*)\}(?!\})"
_DIRECTION = r"(?<!\w)\([A-Z][^(){}]*[.?!]\)"
_PIECE = re.compile(rf"{_BLANK}|(?P<direction>{_DIRECTION})")


class Piece(NamedTuple):
    """A piece of a line: what stands there, or the word of a blank."""

    text: str
    kind: PieceKind


def blanks_in(line: str) -> Iterator[str]:
    """Go through the words of the blanks in a line."""
    return (piece.text for piece in split_line(line) if piece.kind == "blank")


def split_line(line: str) -> Iterator[Piece]:
    """Cut a line into what you say, what you fill in and what you only do."""
    end = 0
    for match in _PIECE.finditer(line):
        if match.start() > end:
            yield Piece(line[end : match.start()], "words")
        yield Piece(match["blank"], "blank") if match["blank"] else Piece(match["direction"], "direction")
        end = match.end()
    if end < len(line):
        yield Piece(line[end:], "words")


def only_directs(line: str) -> bool:
    """Tell whether nothing in a line is spoken."""
    return all(piece.kind == "direction" or not piece.text.strip() for piece in split_line(line))
