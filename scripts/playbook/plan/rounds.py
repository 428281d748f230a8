"""Which rounds to expect, how much each of them weighs, and for whom an entry is."""

from collections.abc import Iterable, Sequence

from playbook.models import Entry, Profile
from playbook.models.words import Level, Role, Round

PATTERN: tuple[Round, ...] = ("coding", "system-design", "project-review", "behavioural")
"""What about nine in ten companies ask of an engineer, in the order of their usual weight."""

ROUNDS: dict[Role, tuple[Round, ...]] = {
    "frontend": ("coding", "frontend", "project-review", "behavioural"),
    "mobile": ("coding", "mobile", "project-review", "behavioural"),
    "data": ("coding", "data", "system-design", "project-review", "behavioural"),
    "machine-learning": ("coding", "machine-learning", "system-design", "project-review", "behavioural"),
    "reliability": ("coding", "reliability", "system-design", "debugging", "project-review", "behavioural"),
    "engineering-manager": ("management", "behavioural", "project-review", "system-design"),
}
"""What is usual for roles that differ from the pattern."""

BEGINNERS: tuple[Level, ...] = ("intern", "new-grad")
DESIGNERS: tuple[Level, ...] = ("senior", "staff")


def expected_rounds(profile: Profile) -> tuple[Round, ...]:
    """Return the rounds to prepare for: those of the profile, else the usual ones."""
    if profile.rounds:
        return tuple(dict.fromkeys(profile.rounds))
    usual = ROUNDS.get(profile.role, PATTERN) if profile.role else PATTERN
    return tuple(round for round in usual if round != "system-design" or profile.level not in BEGINNERS)


def weight_of(round: str, profile: Profile) -> int:
    """Return how many shares of the time a round gets."""
    designs = profile.level in DESIGNERS and not manages(profile)
    return 2 if round in ("coding", "management") or (round == "system-design" and designs) else 1


def manages(profile: Profile) -> bool:
    """Return whether the role leads people, so that rounds ask about people before boxes."""
    return profile.role == "engineering-manager"


def misfit(entry: Entry, profile: Profile) -> str:
    """Return for whom an entry is, if that is somebody else; empty if it is for you."""
    if entry.roles and profile.role not in entry.roles:
        return f"is for {listed(map(spaced, entry.roles))} roles"
    if entry.levels and profile.level not in entry.levels:
        return f"is for the {listed(map(spaced, entry.levels))} level{'s' if len(entry.levels) > 1 else ''}"
    return ""


def for_others(entry: Entry, profile: Profile) -> str:
    """Return for whom an entry is, if that is somebody else; a role or level you do not give excludes nothing."""
    roles, levels = entry.roles if profile.role else (), entry.levels if profile.level else ()
    return misfit(entry.model_copy(update={"roles": roles, "levels": levels}), profile)


def named(rounds: Sequence[Round]) -> str:
    """Return `the coding round` or `the coding and system design rounds`."""
    return f"the {listed(map(spaced, rounds))} round{'s' if len(rounds) > 1 else ''}"


def listed(words: Iterable[str]) -> str:
    """Return `a, b and c`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def spaced(word: str) -> str:
    """Return a word of a closed list, or the name of a kind, as people write it."""
    return SAID.get(word, word.replace("_", " ").replace("-", " "))


SAID = {
    "backend": "back-end",
    "behavioural": "behavioral",
    "frontend": "front-end",
    "full-stack": "full-stack",
    "new-grad": "new graduate",
    "take-home": "take-home",
    "project-review": "project review",
}
"""Words that are not written as their id with spaces."""
