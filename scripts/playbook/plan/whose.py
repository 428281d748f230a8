"""Whose a sheet is and what was chosen for it, in one line."""

from playbook.library import Library
from playbook.models import Checklist, Profile
from playbook.plan.rounds import spaced
from playbook.plan.wording import within

PEOPLE = {
    "engineering-manager": "engineering manager",
    "data": "data engineer",
    "machine-learning": "machine learning engineer",
    "reliability": "reliability engineer",
}
LEVELS = {"mid": "mid-level"}
MOST = 5
"""Roles that are not called `<role> engineer`, levels that no one is called by, how many names fit on a line."""


def whose(checklist: Checklist, profile: Profile, library: Library) -> str:
    """Return for whom a checklist is and what comes first on it; empty for everybody's."""
    parts = [who(profile, library), _first(checklist, profile, library)]
    return ". ".join(part for part in parts if part)


def who(profile: Profile, library: Library) -> str:
    """Return the person a profile describes, as in `Senior back-end engineer, interviews in Go`."""
    role = PEOPLE.get(profile.role, f"{spaced(profile.role)} engineer") if profile.role else ""
    level = LEVELS.get(profile.level, spaced(profile.level)) if profile.level else ""
    person = " ".join(part for part in (level, role) if part)
    names = [language.name for language in library.languages if language.id == profile.language]
    line = ", ".join([*([person] if person else []), *(f"interviews in {name}" for name in names)])
    return line[:1].upper() + line[1:]


def _first(checklist: Checklist, profile: Profile, library: Library) -> str:
    kind = checklist.select.kind if checklist.select else ""
    words = {"questions": "Red flags first", "scripts": "Levers first"}
    ids = {"questions": profile.red_flags, "scripts": profile.levers}.get(kind, ())
    known = {flag.id: within(flag.name) for flag in library.red_flags}
    known |= {lever.id: within(lever.name) for lever in library.levers}
    more = f" and {len(ids) - MOST} more" if len(ids) > MOST else ""
    return f"{words[kind]}: {', '.join(known[id] for id in ids[:MOST])}{more}" if ids else ""
