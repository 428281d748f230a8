"""Numbers as people type them, read into whole millionths, so that no sum has the noise of floating point."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SCALE = 1_000_000
"""Amounts are whole millionths: 105,000 is 105_000_000_000."""

LARGEST = 10**12 * SCALE
"""A trillion; whatever is larger is a slip of the keyboard."""

_NUMBER = re.compile(r"(-?)(\d{1,18})(?:\.(\d{1,6})\d*)?([km]?)", re.ASCII)
_LEFT_OUT = re.compile(r"[\s,'’_$€£%]")
_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000}


@dataclass(frozen=True)
class Amount:
    """A number in millionths, or what is wrong: `missing`, `unreadable`, `negative`, `too-large`."""

    value: int = 0
    wrong: str = ""

    @property
    def known(self) -> bool:
        """Tell whether there is a number to count with."""
        return not self.wrong


def read_amount(text: str) -> Amount:
    """Read 105000, 105,000, $105k, 1.5m or 10%."""
    plain = _LEFT_OUT.sub("", text).lower()
    if not plain:
        return Amount(wrong="unreadable" if text.strip() else "missing")
    found = _NUMBER.fullmatch(plain)
    return _checked(*found.groups("")) if found else Amount(wrong="unreadable")


def _checked(sign: str, whole: str, part: str, unit: str) -> Amount:
    value = (int(whole) * SCALE + int(part.ljust(6, "0"))) * _FACTORS[unit]
    if sign and value:
        return Amount(wrong="negative")
    return Amount(wrong="too-large") if value > LARGEST else Amount(value)


def read_list(text: str) -> tuple[Amount, ...]:
    """Read numbers with commas, slashes, semicolons or spaces between them: 10, 20, 30, 40."""
    return tuple(_each(text))


def _each(text: str) -> Iterator[Amount]:
    for piece in re.split(r"[\s,;/]+", text.strip()):
        if piece:
            yield read_amount(piece)


def rounded(numerator: int, denominator: int) -> int:
    """Return a quotient of two numbers that are not negative as a whole number, halves up."""
    return (2 * numerator + denominator) // (2 * denominator)
