"""Why an entry stands where it does for you, in words that follow "because"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from playbook.library import Library
from playbook.models import Entry, Language, Lever, Profile, RedFlag, Script
from playbook.plan.concerns import Concern
from playbook.plan.rounds import for_others, spaced
from playbook.plan.wording import ordinal, within

About = Literal[
    "questions",
    "red-flags",
    "levers",
    "scripts",
    "language",
    "others",
    "planned",
    "left-out",
    "criteria",
    "plan",
    "sheets",
]
"""What a reason is about: the words that the note of a page counts."""


@dataclass(frozen=True)
class Reason:
    """Why something is as it is for you: a word that groups reasons, and a sentence that follows "because"."""

    about: About
    text: str


def plan_reasons(library: Library, profile: Profile, concerns: Iterable[Concern]) -> dict[str, Reason]:
    """Return the reasons by id of the entry they are about."""
    return {
        **_others((*library.questions, *library.scripts), profile),
        **{flag.id: reason for flag in library.red_flags for reason in _red_flag(flag, profile)},
        **{lever.id: reason for lever in library.levers for reason in _lever(lever, profile)},
        **{script.id: reason for script in library.scripts for reason in _script(script, profile, library)},
        **{language.id: reason for language in library.languages for reason in _language(language, profile)},
        **_questions(concerns),
    }


def _questions(concerns: Iterable[Concern]) -> dict[str, Reason]:
    """Return question id -> its reason: up to two red flags, or the first other concern."""
    found: dict[str, list[Concern]] = {}
    for concern in concerns:
        for question in concern.questions:
            found.setdefault(question.id, []).append(concern)
    return {id: Reason("questions", _said(mine)) for id, mine in found.items()}


def _said(concerns: list[Concern]) -> str:
    first, *others = concerns
    second = next((other.brief for other in others if other.brief), "")
    return f"{first.text} and {second}" if second else first.text


def _others(entries: Iterable[Entry], profile: Profile) -> dict[str, Reason]:
    """Return what comes last; without a role and a level nobody is somebody else."""
    if not profile.role and not profile.level:
        return {}
    return {entry.id: Reason("others", f"it {other}") for entry in entries if (other := for_others(entry, profile))}


def _red_flag(flag: RedFlag, profile: Profile) -> Iterator[Reason]:
    if flag.id in profile.red_flags:
        yield Reason("red-flags", f"it is your {ordinal(profile.red_flags.index(flag.id))} red flag")
    elif styles := [style for style in profile.work_style if style in flag.clashes_with]:
        yield Reason("red-flags", f"you need {spaced(styles[0])}")


def _lever(lever: Lever, profile: Profile) -> Iterator[Reason]:
    if lever.id in profile.levers:
        yield Reason("levers", f"it is your {ordinal(profile.levers.index(lever.id))} lever")


def _script(script: Script, profile: Profile, library: Library) -> Iterator[Reason]:
    moved = [id for id in profile.levers if id in script.levers]
    if moved and not for_others(script, profile):
        name = within(next(lever.name for lever in library.levers if lever.id == moved[0]))
        yield Reason("scripts", f"{name} is your {ordinal(profile.levers.index(moved[0]))} lever")


def _language(language: Language, profile: Profile) -> Iterator[Reason]:
    if language.id == profile.language:
        yield Reason("language", "you interview in it")
