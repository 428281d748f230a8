"""What you are concerned about, and which questions are about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.library import RANK, Library
from playbook.models import Profile, Question, Theme
from playbook.plan.rounds import for_others, spaced
from playbook.plan.words import ordinal, within


@dataclass(frozen=True)
class Concern:
    """One thing you care about, in words that follow "because", and its questions, the most important first."""

    text: str
    lifts: bool
    questions: tuple[Question, ...]


def concerns_of(profile: Profile, library: Library) -> tuple[Concern, ...]:
    """Return your concerns in order: red flags, what you hated, criteria, style, what you loved."""
    return tuple(concern for concern in _concerns(profile, library) if concern.questions)


def _concerns(profile: Profile, library: Library) -> Iterator[Concern]:
    yours = [question for question in library.questions if not for_others(question, profile)]
    flags = {flag.id: flag for flag in library.red_flags}
    themes = {theme.id: theme for theme in library.themes}
    for index, id in enumerate(profile.red_flags):
        text = f"{within(flags[id].name)} is your {ordinal(index)} red flag"
        yield Concern(text, True, _revealing({id}, yours))
    for id in profile.hated:
        yield Concern(
            f"“{within(themes[id].name)}” is what you hated at your last job", False, _about(themes[id], library, yours)
        )
    for id in profile.criteria:
        yield Concern(f"“{within(themes[id].name)}” is one of your criteria", False, _about(themes[id], library, yours))
    for style in profile.work_style:
        for flag in library.red_flags:
            if style in flag.clashes_with:
                text = f"{within(flag.name)} does not go with {spaced(style)}"
                yield Concern(text, False, _revealing({flag.id}, yours))
    for id in profile.loved:
        yield Concern(
            f"“{within(themes[id].name)}” is what you loved at your last job", False, _about(themes[id], library, yours)
        )


def _about(theme: Theme, library: Library, questions: Iterable[Question]) -> tuple[Question, ...]:
    if theme.of == "red_flags":
        return _revealing({flag.id for flag in library.red_flags if flag.theme == theme.id}, questions)
    return _by_priority(question for question in questions if question.theme == theme.id)


def _revealing(flags: set[str], questions: Iterable[Question]) -> tuple[Question, ...]:
    return _by_priority(question for question in questions if flags.intersection(question.reveals))


def _by_priority(questions: Iterable[Question]) -> tuple[Question, ...]:
    return tuple(sorted(questions, key=lambda question: RANK[question.priority]))
