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


def money(amount: int) -> str:
    """Return whole units as `155,000`."""
    return f"{amount:,}"


def hundredths(amount: int) -> str:
    """Return hundredths as whole units with two places: 7609 is 76.09."""
    return f"{amount // 100:,}.{amount % 100:02}"


def days(number: int) -> str:
    """Return a number of days, with a minus sign if it is below zero."""
    return f"{'−' if number < 0 else ''}{abs(number)} day{'' if abs(number) == 1 else 's'}"


def short_day(date: date) -> str:
    """Return a day as `March 8`."""
    return f"{date:%B} {date.day}"


def day(date: date) -> str:
    """Return a day as `January 4, 2027`."""
    return f"{date:%B} {date.day}, {date.year}"


PEOPLE = {
    "recruiter": "the recruiter",
    "manager": "your future manager",
    "peer": "a future colleague",
    "skip-level": "your manager's manager",
    "founder": "a founder",
}
MOMENTS = {
    "first-call": "on the first call",
    "screen": "on a phone screen",
    "onsite": "in the loop",
    "offer": "with the offer in hand",
}
"""Whom you meet, and when, in words that stand inside a sentence."""


def called(person: str) -> str:
    """Return somebody you meet as a heading."""
    return PEOPLE[person][:1].upper() + PEOPLE[person][1:]
