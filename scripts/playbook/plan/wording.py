"""The few words in which decisions give their reasons."""

from datetime import date

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def ordinal(index: int) -> str:
    """Return the word for a place that counts from 0."""
    return ORDINALS[index] if index < len(ORDINALS) else f"number {index + 1}"


def within(name: str) -> str:
    """Return a name as it stands inside a sentence: `Pager load` becomes `pager load`, `AI mandates` stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def hours(minutes: int) -> str:
    """Return a span of time as `9 h 30 min`."""
    whole, rest = divmod(minutes, 60)
    return " ".join([*([f"{whole} h"] if whole else []), *([f"{rest} min"] if rest or not whole else [])])


def day(date: date) -> str:
    """Return a day as `January 4, 2027`."""
    return f"{date:%B} {date.day}, {date.year}"
